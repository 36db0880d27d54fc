<?php
// php install.php <folder of WordPress>; who is who as JSON on standard input. An empty WordPress in French.
$people = json_decode( stream_get_contents( STDIN ), true );
$server = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'WORDPRESS_SOCKET' ) );
$server->query( 'create database wordpress character set utf8mb4' );
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = parse_url( getenv( 'WORDPRESS_URL' ), PHP_URL_HOST );
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
// No mail goes out.
function wp_new_blog_notification() {}
$made = wp_install( 'Association fictive des Essais', $people['admin']['name'], 'presidente@exemple.fr', false, '', $people['admin']['password'], 'fr_FR' );
echo wp_json_encode( array( 'admin' => $made['user_id'] ) );
