<?php
/**
 * The widget, for themes whose sidebars still take widgets. Where they take blocks, the block does it.
 *
 * @package PasserelleOffres
 */

defined( 'ABSPATH' ) || exit;

/** A title, and the snippet under it. */
class Passerelle_Offres_Widget extends WP_Widget {

	/** Registered under the plugin’s name. */
	public function __construct() {
		parent::__construct(
			'passerelle_offres',
			__( 'Offres Passerelle', 'passerelle-offres' ),
			array(
				'description'           => __( 'Les offres d’emploi près de chez vous.', 'passerelle-offres' ),
				'show_instance_in_rest' => true,
			)
		);
	}

	/**
	 * The fields of its form, with their labels.
	 *
	 * @return array<string, string>
	 */
	private static function fields() {
		return array(
			'title'     => __( 'Titre', 'passerelle-offres' ),
			'q'         => __( 'Mots cherchés', 'passerelle-offres' ),
			'commune'   => __( 'Commune (code INSEE)', 'passerelle-offres' ),
			'radius_km' => __( 'Rayon en kilomètres', 'passerelle-offres' ),
		);
	}

	/**
	 * Shows it.
	 *
	 * @param array<string, string> $args     The markup of the theme.
	 * @param array<string, string> $instance What was saved.
	 */
	public function widget( $args, $instance ) {
		$snippet = passerelle_offres_snippet( $instance );
		if ( '' === $snippet ) {
			return;
		}
		$title = apply_filters( 'widget_title', passerelle_offres_text( $instance, 'title' ), $instance, $this->id_base );
		// The theme’s own markup; the snippet escapes its parts.
		echo $args['before_widget']; // phpcs:ignore WordPress.Security.EscapeOutput
		if ( '' !== $title ) {
			echo $args['before_title'] . esc_html( $title ) . $args['after_title']; // phpcs:ignore WordPress.Security.EscapeOutput
		}
		echo $snippet; // phpcs:ignore WordPress.Security.EscapeOutput
		echo $args['after_widget']; // phpcs:ignore WordPress.Security.EscapeOutput
	}

	/**
	 * What is kept of a form.
	 *
	 * @param array<string, string> $new_instance What was typed.
	 * @param array<string, string> $old_instance What was kept before.
	 */
	public function update( $new_instance, $old_instance ) {
		$kept = array();
		foreach ( array_keys( self::fields() ) as $name ) {
			$kept[ $name ] = passerelle_offres_text( $new_instance, $name );
		}
		return $kept;
	}

	/**
	 * The form.
	 *
	 * @param array<string, string> $instance What was saved.
	 */
	public function form( $instance ) {
		foreach ( self::fields() as $name => $label ) {
			printf(
				'<p><label for="%1$s">%2$s</label><input class="widefat" id="%1$s" name="%3$s" value="%4$s"></p>',
				esc_attr( $this->get_field_id( $name ) ),
				esc_html( $label ),
				esc_attr( $this->get_field_name( $name ) ),
				esc_attr( passerelle_offres_text( $instance, $name ) )
			);
		}
		return '';
	}
}
