<?php
// The Editor, and our plugin from its zip file by WordPress's own installer.
require __DIR__ . '/inside.php';
require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
update_option( 'permalink_structure', '/%postname%/' );
flush_rewrite_rules();
$editor = wp_insert_user(
	array(
		'user_login'   => $asked['editor']['name'],
		'user_pass'    => $asked['editor']['password'],
		'role'         => 'editor',
		// Writes in the plain text field.
		'rich_editing' => 'false',
	)
);
// Nobody is greeted by a tour of the editor.
$admin = get_user_by( 'login', $asked['admin']['name'] )->ID;
update_user_meta( $admin, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );
add_filter( 'filesystem_method', function () { return 'direct'; } );
$installer = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
$installed = $installer->install( $asked['zip'] );
if ( true !== $installed ) {
	fwrite( STDERR, wp_json_encode( array( $installed, $installer->skin->get_upgrade_messages() ) ) );
	exit( 1 );
}
$activated = activate_plugin( 'passerelle-offres/passerelle-offres.php' );
if ( is_wp_error( $activated ) ) {
	fwrite( STDERR, $activated->get_error_message() );
	exit( 1 );
}
echo wp_json_encode( array( 'editor' => $editor ) );
