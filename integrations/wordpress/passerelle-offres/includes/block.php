<?php
/**
 * The block `passerelle/offres`. The server writes it, so that a better snippet needs no page saved again.
 *
 * @package PasserelleOffres
 */

defined( 'ABSPATH' ) || exit;

/**
 * The block as HTML.
 *
 * @param array<string, mixed> $attributes The block’s; the same names as the snippet’s.
 */
function passerelle_offres_render_block( $attributes ) {
	return passerelle_offres_boxed( passerelle_offres_snippet( $attributes ), get_block_wrapper_attributes() );
}

add_action(
	'init',
	function () {
		$block = register_block_type(
			dirname( __DIR__ ) . '/bloc',
			array( 'render_callback' => 'passerelle_offres_render_block' )
		);
		if ( ! $block ) {
			return;
		}
		// What the editor needs to show the offers themselves; nothing in it is secret.
		$known             = passerelle_offres_settings();
		$known['reglages'] = admin_url( 'options-general.php?page=passerelle-offres' );
		wp_add_inline_script( 'passerelle-offres-editor-script', 'window.passerelleOffres = ' . wp_json_encode( $known, JSON_HEX_TAG ) . ';', 'before' );
	}
);
