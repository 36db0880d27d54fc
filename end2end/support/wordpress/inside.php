<?php
// What every task needs: WordPress, as on its dashboard; what is asked as JSON on standard input.
$asked                   = json_decode( stream_get_contents( STDIN ), true );
$_SERVER['HTTP_HOST']    = parse_url( getenv( 'WORDPRESS_URL' ), PHP_URL_HOST );
$_SERVER['REQUEST_URI']  = '/';
define( 'WP_ADMIN', true );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
