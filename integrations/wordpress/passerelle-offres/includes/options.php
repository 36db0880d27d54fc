<?php
/**
 * The two settings (address of the hub’s site, partner key): read, and checked before they are kept.
 *
 * @package PasserelleOffres
 */

defined( 'ABSPATH' ) || exit;

/** The one option that this plugin stores. */
const PASSERELLE_OFFRES_OPTION = 'passerelle_offres';

/**
 * The settings in force; empty texts where nothing was saved.
 *
 * @return array{site: string, cle: string}
 */
function passerelle_offres_settings() {
	$saved = get_option( PASSERELLE_OFFRES_OPTION );
	$saved = is_array( $saved ) ? $saved : array();
	return array(
		'site' => isset( $saved['site'] ) && is_string( $saved['site'] ) ? $saved['site'] : '',
		'cle'  => isset( $saved['cle'] ) && is_string( $saved['cle'] ) ? $saved['cle'] : '',
	);
}

/**
 * Whether a text has the form of a partner key: 2 to 40 small letters, digits and single hyphens.
 *
 * @param string $key What was typed.
 */
function passerelle_offres_is_key( $key ) {
	return strlen( $key ) >= 2 && strlen( $key ) <= 40 && 1 === preg_match( '/\A[a-z0-9]+(?:-[a-z0-9]+)*\z/', $key );
}

/**
 * Checks what was typed. Forgiving where the meaning is clear: the address of the partner’s page, pasted
 * whole, gives the key as well.
 *
 * @param string $site  The address.
 * @param string $key   The key.
 * @param bool   $https Whether our own pages are shown by https.
 * @return array{site: string, cle: string, errors: array<string, string>}
 */
function passerelle_offres_check( $site, $key, $https ) {
	$key    = strtolower( trim( $key ) );
	$errors = array();
	$read   = passerelle_offres_read_address( trim( $site ), $https );
	if ( isset( $read['error'] ) ) {
		$errors['site'] = $read['error'];
	} elseif ( '' === $key ) {
		$key = $read['cle'];
	}
	if ( '' === $key ) {
		if ( ! $errors ) {
			$errors['cle'] = __( 'Écrivez votre clé de partenaire. Elle est dans le message de votre Maison de l’emploi, et à la fin de l’adresse de votre page : …/p/votre-cle', 'passerelle-offres' );
		}
	} elseif ( ! passerelle_offres_is_key( $key ) ) {
		$errors['cle'] = __( 'Cette clé ne peut pas être la bonne : une clé n’a que des lettres sans accent, des chiffres et des tirets. Par exemple : mie-roubaix', 'passerelle-offres' );
	}
	return array(
		'site'   => isset( $read['site'] ) ? $read['site'] : '',
		'cle'    => $key,
		'errors' => $errors,
	);
}

/**
 * Reads an address: where the hub’s site is, and the key when it is the address of a partner’s page.
 *
 * @param string $typed The address.
 * @param bool   $https Whether our own pages are shown by https.
 * @return array{site?: string, cle?: string, error?: string}
 */
function passerelle_offres_read_address( $typed, $https ) {
	if ( '' === $typed ) {
		return array( 'error' => __( 'Écrivez l’adresse du site de Passerelle. Par exemple : https://emploi.exemple.fr', 'passerelle-offres' ) );
	}
	// People write “emploi.exemple.fr”: what they mean is clear.
	$parts = wp_parse_url( preg_match( '#\A[a-z][a-z0-9+.-]*:#i', $typed ) && ! preg_match( '#\A[a-z0-9.-]+:\d#i', $typed ) ? $typed : 'https://' . $typed );
	$host  = isset( $parts['host'] ) ? strtolower( $parts['host'] ) : '';
	// A name with a dot, or this very machine (for trials).
	if ( ! preg_match( '/\A(?:localhost|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+)\z/', $host ) || isset( $parts['user'] ) ) {
		return array( 'error' => __( 'Cette adresse n’est pas celle d’un site. Copiez-la depuis la barre d’adresse du navigateur. Par exemple : https://emploi.exemple.fr', 'passerelle-offres' ) );
	}
	$scheme = isset( $parts['scheme'] ) ? strtolower( $parts['scheme'] ) : '';
	if ( 'https' !== $scheme && 'http' !== $scheme ) {
		return array( 'error' => __( 'L’adresse doit commencer par https://', 'passerelle-offres' ) );
	}
	if ( 'http' === $scheme && $https ) {
		return array( 'error' => __( 'Votre site est en https : l’adresse de Passerelle doit aussi commencer par https://, sinon les navigateurs bloquent les offres.', 'passerelle-offres' ) );
	}
	$site = $scheme . '://' . $host . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
	$path = isset( $parts['path'] ) ? rtrim( $parts['path'], '/' ) : '';
	if ( preg_match( '#\A(?:/[a-z]{2})?/[pe]/([^/]+)\z#', $path, $found ) ) {
		return array(
			'site' => $site,
			'cle'  => strtolower( $found[1] ),
		);
	}
	if ( '' !== $path ) {
		/* translators: %s: the address without what follows the site’s name. */
		return array( 'error' => sprintf( __( 'Gardez seulement le début de l’adresse : %s', 'passerelle-offres' ), $site ) );
	}
	return array(
		'site' => $site,
		'cle'  => '',
	);
}

/**
 * The last gate before the database, whoever calls update_option(): what is not valid becomes empty.
 *
 * @param mixed $value What shall be stored.
 * @return array{site: string, cle: string}
 */
function passerelle_offres_sanitize( $value ) {
	$text  = function ( $name ) use ( $value ) {
		return is_array( $value ) && isset( $value[ $name ] ) && is_string( $value[ $name ] ) ? $value[ $name ] : '';
	};
	$valid = passerelle_offres_check( $text( 'site' ), $text( 'cle' ), false );
	return array(
		'site' => isset( $valid['errors']['site'] ) ? '' : $valid['site'],
		'cle'  => isset( $valid['errors']['cle'] ) ? '' : $valid['cle'],
	);
}

add_action(
	'init',
	function () {
		// Not in the REST API: nothing but the settings page needs it.
		register_setting(
			'passerelle_offres',
			PASSERELLE_OFFRES_OPTION,
			array(
				'type'              => 'object',
				'sanitize_callback' => 'passerelle_offres_sanitize',
				'show_in_rest'      => false,
			)
		);
	}
);
