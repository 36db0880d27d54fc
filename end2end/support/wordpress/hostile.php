<?php
// Everything that our plugin prints, with texts that want to become markup: { outputs: HTML[], checks: settings[] }.
require __DIR__ . '/inside.php';
$texts = array(
	'"><script>alert(1)</script>', "' onmouseover='alert(1)", '"onload="alert(1)', 'javascript:alert(1)', '</a></passerelle-offres><img src=x onerror=alert(1)>',
	'&quot;&gt;&lt;script&gt;', '<svg/onload=alert(1)>', "a\0b", "\xc3\x28", '%22%3E%3Cscript%3E', '[caption]', '{{7*7}}', str_repeat( '"<x>', 500 ), "ligne\nligne", '\\" onfocus=alert(1) x="', '--><script>', ']]><script>',
);
$outputs = array();
$checks  = array();
$good    = get_option( 'passerelle_offres' );
$usual   = array( 'site' => 'https://emploi.exemple.fr', 'cle' => 'mie-roubaix' );
update_option( 'passerelle_offres', $usual );
// Who may also read what is missing.
wp_set_current_user( get_users( array( 'role' => 'administrator' ) )[0]->ID );
$names   = array( 'partner', 'cle', 'q', 'commune', 'radius_km', 'rome', 'contract', 'lang', 'theme' );
$widget  = new Passerelle_Offres_Widget();
$widget->_set( 7 );
$printed = function ( $print ) {
	ob_start();
	$print();
	return ob_get_clean();
};
foreach ( $texts as $text ) {
	foreach ( $names as $name ) {
		$outputs[] = passerelle_offres_shortcode( array( $name => $text ) );
		$outputs[] = render_block( array( 'blockName' => 'passerelle/offres', 'attrs' => array( $name => $text, 'className' => $text ), 'innerBlocks' => array(), 'innerHTML' => '', 'innerContent' => array() ) );
	}
	$outputs[] = do_shortcode( "[passerelle_offres q='" . str_replace( array( "'", '[', ']', '<', '>' ), '', $text ) . "']" );
	$instance  = $widget->update( array_fill_keys( array( 'title', 'q', 'commune', 'radius_km' ), $text ), array() );
	foreach ( array( $instance, array_fill_keys( array_keys( $instance ), $text ) ) as $saved ) {
		$outputs[] = $printed( function () use ( $widget, $saved ) { $widget->form( $saved ); } );
		$outputs[] = $printed( function () use ( $widget, $saved ) { $widget->widget( array( 'before_widget' => '<section>', 'after_widget' => '</section>', 'before_title' => '<h2>', 'after_title' => '</h2>' ), $saved ); } );
	}
	foreach ( array( array( 'site' => $text, 'cle' => $text ), array( 'site' => 'https://exemple.fr/' . $text, 'cle' => '' ), array( 'site' => 'https://' . $text . '.fr', 'cle' => 'a' ), $text, array( 'site' => array( $text ) ) ) as $settings ) {
		update_option( 'passerelle_offres', $settings );
		$checks[]  = get_option( 'passerelle_offres' );
		$outputs[] = passerelle_offres_shortcode( array() );
	}
	update_option( 'passerelle_offres', $usual );
}
// Lists where a text is expected.
$outputs[] = passerelle_offres_snippet( array( 'q' => array( 'x' ), 'partner' => array( 'y' ) ) );
update_option( 'passerelle_offres', $good );
echo wp_json_encode( compact( 'outputs', 'checks' ), JSON_INVALID_UTF8_SUBSTITUTE );
