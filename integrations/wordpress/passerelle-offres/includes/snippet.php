<?php
/**
 * The snippet: an ordinary link inside our element, and the script that turns it into the list of offers.
 * Block, shortcode and widget print this and nothing else. Its form is a contract (v1) with the hub.
 *
 * @package PasserelleOffres
 */

defined( 'ABSPATH' ) || exit;

/** The attributes by which a page asks for other offers than the partner’s usual ones: all that the script knows. */
const PASSERELLE_OFFRES_ATTRIBUTES = array(
	'q',
	'where',
	'commune',
	'radius_km',
	'rome',
	'contract',
	'hours',
	'experience',
	'diploma',
	'schedule',
	'sector',
	'since',
	'pay',
	'no_car',
	'insertion',
	'reserved',
	'employer',
	'sort',
	'lang',
	'theme',
);

/**
 * The snippet as HTML; empty for visitors where a setting is missing.
 *
 * @param array<string, mixed> $wanted `partner` (else the key of the settings) and the attributes above.
 */
function passerelle_offres_snippet( $wanted ) {
	$settings = passerelle_offres_settings();
	$key      = passerelle_offres_text( $wanted, 'partner' );
	$key      = '' === $key ? $settings['cle'] : strtolower( $key );
	if ( '' === $settings['site'] || ! passerelle_offres_is_key( $key ) ) {
		return passerelle_offres_advice();
	}
	$attributes = sprintf( ' partner="%s"', esc_attr( $key ) );
	foreach ( PASSERELLE_OFFRES_ATTRIBUTES as $name ) {
		$value = passerelle_offres_text( $wanted, $name );
		if ( '' !== $value ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	// At the end of the page, once, however many lists it shows.
	wp_enqueue_script( 'passerelle-offres', $settings['site'] . '/embed/v1.js', array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- the address itself is the version.
	return sprintf(
		'<passerelle-offres%s><a href="%s">%s</a></passerelle-offres>',
		$attributes, // Escaped above.
		esc_url( $settings['site'] . '/p/' . $key ),
		esc_html__( 'Voir les offres', 'passerelle-offres' )
	);
}

/**
 * One value as a short plain text.
 *
 * @param array<string, mixed> $wanted All values.
 * @param string               $name   Which one.
 */
function passerelle_offres_text( $wanted, $name ) {
	$value = isset( $wanted[ $name ] ) && is_scalar( $wanted[ $name ] ) ? (string) $wanted[ $name ] : '';
	// Cut by characters, where PHP can.
	$value = sanitize_text_field( $value );
	return function_exists( 'mb_substr' ) ? mb_substr( $value, 0, 200 ) : wp_html_excerpt( $value, 200 );
}

/** What is missing, told to those who can mend it; visitors see nothing. */
function passerelle_offres_advice() {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$advice = __( 'Passerelle : il manque l’adresse ou la clé. Complétez-les dans Réglages → Offres Passerelle. (Les visiteurs ne voient pas ce message.)', 'passerelle-offres' );
	return '<p><em>' . esc_html( $advice ) . '</em></p>';
}

/**
 * [passerelle_offres cle="mie-roubaix" commune="59512" radius_km="10"]
 *
 * @param array<string, string>|string $attributes As WordPress gives them: a text where there is none.
 */
function passerelle_offres_shortcode( $attributes ) {
	$wanted = is_array( $attributes ) ? $attributes : array();
	if ( isset( $wanted['cle'] ) ) {
		$wanted['partner'] = $wanted['cle'];
	}
	return passerelle_offres_boxed( passerelle_offres_snippet( $wanted ), 'class="passerelle-offres"' );
}

/**
 * A box round the snippet, because themes centre and space boxes, not what stands in a line.
 *
 * @param string $snippet    HTML.
 * @param string $attributes Of the box; already escaped.
 */
function passerelle_offres_boxed( $snippet, $attributes ) {
	return '' === $snippet ? '' : "<div $attributes>$snippet</div>";
}

/**
 * The script must not hold up the page: `async`, which WordPress can ask for only since 6.3.
 *
 * @param string $tag    The element that WordPress made.
 * @param string $handle Of which script.
 * @param string $src    Its address.
 */
function passerelle_offres_script_tag( $tag, $handle, $src ) {
	if ( 'passerelle-offres' !== $handle ) {
		return $tag;
	}
	return sprintf( "<script async src=\"%s\"></script>\n", esc_url( $src ) ); // phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- it is enqueued: this is how it is written.
}
add_filter( 'script_loader_tag', 'passerelle_offres_script_tag', 10, 3 );
