<?php
// Deletes our plugin as the dashboard does; counts what it had stored and what is left of it.
require __DIR__ . '/inside.php';
function passerelle_tests_stored() {
	global $wpdb;
	wp_cache_flush();
	return (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%passerelle%'" );
}
add_filter( 'filesystem_method', function () { return 'direct'; } );
$before = passerelle_tests_stored();
deactivate_plugins( 'passerelle-offres/passerelle-offres.php' );
delete_plugins( array( 'passerelle-offres/passerelle-offres.php' ) );
echo wp_json_encode(
	array(
		'before' => $before,
		'after'  => passerelle_tests_stored(),
		'folder' => file_exists( WP_PLUGIN_DIR . '/passerelle-offres' ),
	)
);
