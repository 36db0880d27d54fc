<?php
// Puts our widget alone into the theme's first sidebar.
require __DIR__ . '/inside.php';
update_option( 'widget_passerelle_offres', array( 2 => $asked, '_multiwidget' => 1 ) );
$sidebars = wp_get_sidebars_widgets();
foreach ( $sidebars as $name => $widgets ) {
	$sidebars[ $name ] = 'sidebar-1' === $name ? array( 'passerelle_offres-2' ) : array();
}
wp_set_sidebars_widgets( $sidebars );
echo wp_json_encode( wp_get_sidebars_widgets() );
