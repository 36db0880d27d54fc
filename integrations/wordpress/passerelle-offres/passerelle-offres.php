<?php
/**
 * Plugin Name:       Passerelle : offres d’emploi près de chez nous
 * Description:       Montre sur votre site les offres d’emploi de votre Passerelle : un bloc, un code court, un widget. Aucun suivi des visiteurs.
 * Version:           1.0.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            Passerelle
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       passerelle-offres
 * Domain Path:       /languages
 * Update URI:        false
 *
 * “Update URI: false”: this plugin comes as a file from the hub; a stranger who takes its name in
 * WordPress’s catalogue must not be able to replace it by an “update”.
 *
 * This program is free software; you can redistribute it and/or modify it under the terms of the GNU
 * General Public License as published by the Free Software Foundation; either version 2 of the License,
 * or (at your option) any later version. It is distributed WITHOUT ANY WARRANTY; see license.txt.
 *
 * @package PasserelleOffres
 */

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/includes/options.php';
require_once __DIR__ . '/includes/snippet.php';
require_once __DIR__ . '/includes/block.php';
require_once __DIR__ . '/includes/class-passerelle-offres-widget.php';

// Only the dashboard needs the settings page.
if ( is_admin() ) {
	require_once __DIR__ . '/includes/settings.php';
	add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), 'passerelle_offres_action_links' );
}

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'passerelle-offres', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
		add_shortcode( 'passerelle_offres', 'passerelle_offres_shortcode' );
	}
);

add_action(
	'widgets_init',
	function () {
		register_widget( 'Passerelle_Offres_Widget' );
	}
);
