<?php
/**
 * Runs when the plugin is deleted: its one option goes, and the one in which WordPress kept its widgets.
 * Nothing else was ever stored.
 *
 * @package PasserelleOffres
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** On this site. */
function passerelle_offres_forget() {
	delete_option( 'passerelle_offres' );
	delete_option( 'widget_passerelle_offres' );
}

if ( is_multisite() ) {
	$passerelle_offres_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $passerelle_offres_sites as $passerelle_offres_site ) {
		switch_to_blog( $passerelle_offres_site );
		passerelle_offres_forget();
		restore_current_blog();
	}
} else {
	passerelle_offres_forget();
}
