<?php
/**
 * Plugin Name: Only for the browser tests
 *
 * What a real site needs not: its hub is not on the same machine.
 */

// WordPress asks no address of its own machine, and no port but 80, 443 and 8080.
add_filter(
	'http_request_host_is_external',
	function ( $external, $host ) {
		return $external || '127.0.0.1' === $host;
	},
	10,
	2
);
add_filter(
	'http_allowed_safe_ports',
	function ( $ports ) {
		return array_merge( $ports, array_filter( array( (int) getenv( 'WORDPRESS_HUB_PORT' ) ) ) );
	}
);

// The Editor works in the classic editor, as with the plugin of that name.
add_filter(
	'use_block_editor_for_post',
	function ( $use ) {
		return $use && current_user_can( 'manage_options' );
	}
);

// The same pages in a theme made of blocks: ?blocs=1
foreach ( array( 'pre_option_template', 'pre_option_stylesheet' ) as $passerelle_tests_option ) {
	add_filter(
		$passerelle_tests_option,
		function ( $theme ) {
			return isset( $_GET['blocs'] ) ? 'twentytwentythree' : $theme;
		}
	);
}
