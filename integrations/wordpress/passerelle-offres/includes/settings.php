<?php
/**
 * The settings page: two fields, and how to show the offers. It receives its own form, so that a refusal is
 * the page with what was typed. The server asks nobody anything: previews are loaded by the browser.
 *
 * @package PasserelleOffres
 */

defined( 'ABSPATH' ) || exit;

/** Where the page is. */
const PASSERELLE_OFFRES_PAGE = 'passerelle-offres';

add_action(
	'admin_menu',
	function () {
		$hook = add_options_page(
			__( 'Passerelle : offres d’emploi', 'passerelle-offres' ),
			__( 'Offres Passerelle', 'passerelle-offres' ),
			'manage_options',
			PASSERELLE_OFFRES_PAGE,
			'passerelle_offres_settings_page'
		);
		add_action( 'load-' . $hook, 'passerelle_offres_receive' );
	}
);

/**
 * « Réglages » in the list of plugins.
 *
 * @param string[] $links The others.
 * @return string[]
 */
function passerelle_offres_action_links( $links ) {
	$settings = sprintf( '<a href="%s">%s</a>', esc_url( passerelle_offres_page_address() ), esc_html__( 'Réglages', 'passerelle-offres' ) );
	return array_merge( array( $settings ), $links );
}

/** The page’s address. */
function passerelle_offres_page_address() {
	return admin_url( 'options-general.php?page=' . PASSERELLE_OFFRES_PAGE );
}

/** Takes the form: what is right is saved, what is wrong is kept for the page to show. */
function passerelle_offres_receive() {
	if ( ! isset( $_SERVER['REQUEST_METHOD'] ) || 'POST' !== $_SERVER['REQUEST_METHOD'] ) {
		return;
	}
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'Vous n’avez pas le droit de changer ces réglages.', 'passerelle-offres' ), 403 );
	}
	check_admin_referer( 'passerelle-offres' );
	$typed = array();
	foreach ( array( 'site', 'cle' ) as $name ) {
		$typed[ $name ] = isset( $_POST[ $name ] ) && is_string( $_POST[ $name ] ) ? sanitize_text_field( wp_unslash( $_POST[ $name ] ) ) : '';
	}
	$checked = passerelle_offres_check( $typed['site'], $typed['cle'], wp_is_using_https() );
	if ( $checked['errors'] ) {
		passerelle_offres_refused( $typed + array( 'errors' => $checked['errors'] ) );
		return;
	}
	update_option(
		PASSERELLE_OFFRES_OPTION,
		array(
			'site' => $checked['site'],
			'cle'  => $checked['cle'],
		)
	);
	// A page that came by GET: loading it again saves nothing again.
	wp_safe_redirect( add_query_arg( 'enregistre', '1', passerelle_offres_page_address() ) );
	exit;
}

/**
 * What was typed and refused, from the handler to the page of the same request.
 *
 * @param array<string, mixed>|null $set To remember.
 * @return array<string, mixed>|null
 */
function passerelle_offres_refused( $set = null ) {
	static $refused = null;
	$refused        = null === $set ? $refused : $set;
	return $refused;
}

/** The page. */
function passerelle_offres_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$settings = passerelle_offres_settings();
	$refused  = passerelle_offres_refused();
	$shown    = null === $refused ? $settings : $refused;
	$errors   = null === $refused ? array() : $refused['errors'];
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<?php if ( $errors ) : ?>
			<div class="notice notice-error" role="alert"><p><strong><?php esc_html_e( 'Rien n’est enregistré : un point est à corriger ci-dessous.', 'passerelle-offres' ); ?></strong></p></div>
		<?php elseif ( isset( $_GET['enregistre'] ) && '' !== $settings['site'] ) : // phpcs:ignore WordPress.Security.NonceVerification -- it only says what is in force. ?>
			<div class="notice notice-success" role="status"><p><?php esc_html_e( 'Réglages enregistrés.', 'passerelle-offres' ); ?></p></div>
		<?php endif; ?>
		<form method="post" action="<?php echo esc_url( passerelle_offres_page_address() ); ?>" novalidate>
			<?php wp_nonce_field( 'passerelle-offres' ); ?>
			<table class="form-table" role="presentation">
				<?php
				passerelle_offres_field( 'site', 'url', __( 'Adresse du site Passerelle', 'passerelle-offres' ), __( 'Par exemple https://emploi.exemple.fr. Vous pouvez aussi coller ici l’adresse complète de votre page : la clé est alors remplie toute seule.', 'passerelle-offres' ), $shown['site'], $errors );
				passerelle_offres_field( 'cle', 'text', __( 'Votre clé de partenaire', 'passerelle-offres' ), __( 'C’est le nom court de votre association chez Passerelle, par exemple mie-roubaix. Elle n’est pas secrète.', 'passerelle-offres' ), $shown['cle'], $errors );
				?>
			</table>
			<?php submit_button( __( 'Enregistrer', 'passerelle-offres' ) ); ?>
		</form>
		<?php
		if ( '' !== $settings['site'] && '' !== $settings['cle'] ) {
			passerelle_offres_preview( $settings );
		}
		passerelle_offres_ways();
		?>
	</div>
	<?php
}

/**
 * One line of the form.
 *
 * @param string                $name   Of the field.
 * @param string                $type   Of the field.
 * @param string                $label  Its label.
 * @param string                $help   What to write.
 * @param string                $value  What is in it.
 * @param array<string, string> $errors What is wrong, by field.
 */
function passerelle_offres_field( $name, $type, $label, $help, $value, $errors ) {
	$wrong = isset( $errors[ $name ] );
	?>
	<tr>
		<th scope="row"><label for="passerelle-<?php echo esc_attr( $name ); ?>"><?php echo esc_html( $label ); ?></label></th>
		<td>
			<input class="regular-text" type="<?php echo esc_attr( $type ); ?>" id="passerelle-<?php echo esc_attr( $name ); ?>" name="<?php echo esc_attr( $name ); ?>" value="<?php echo esc_attr( $value ); ?>"
				autocomplete="off" spellcheck="false" autocapitalize="none" aria-describedby="passerelle-<?php echo esc_attr( $name ); ?>-aide"<?php echo $wrong ? ' aria-invalid="true" autofocus' : ''; ?>>
			<div id="passerelle-<?php echo esc_attr( $name ); ?>-aide">
				<?php if ( $wrong ) : ?>
					<p class="notice notice-error inline"><strong><?php echo esc_html( $errors[ $name ] ); ?></strong></p>
				<?php endif; ?>
				<p class="description"><?php echo esc_html( $help ); ?></p>
			</div>
		</td>
	</tr>
	<?php
}

/**
 * The page of offers as a link, and inside this page: who sees offers in it is on the list of allowed sites.
 *
 * @param array{site: string, cle: string} $settings What is in force.
 */
function passerelle_offres_preview( $settings ) {
	$origins = array_unique( array_map( 'passerelle_offres_origin', array( home_url(), site_url() ) ) );
	?>
	<h2><?php esc_html_e( 'Est-ce que mon site est autorisé ?', 'passerelle-offres' ); ?></h2>
	<p><?php esc_html_e( 'Passerelle ne montre vos offres que sur les sites de sa liste. Le vôtre y est inscrit sous cette adresse, à donner telle quelle à votre Maison de l’emploi :', 'passerelle-offres' ); ?></p>
	<?php foreach ( $origins as $origin ) : ?>
		<p><code><?php echo esc_html( $origin ); ?></code></p>
	<?php endforeach; ?>
	<p><?php esc_html_e( 'Si vous voyez vos offres dans le cadre ci-dessous, votre site est autorisé. Si le cadre est gris ou vide, il ne l’est pas encore, ou la clé n’est pas la bonne : ouvrez d’abord la page de vos offres pour savoir si la clé est juste.', 'passerelle-offres' ); ?></p>
	<p><a class="button" href="<?php echo esc_url( $settings['site'] . '/p/' . $settings['cle'] ); ?>" target="_blank" rel="noopener"><?php esc_html_e( 'Ouvrir la page de mes offres (nouvel onglet)', 'passerelle-offres' ); ?></a></p>
	<?php // No script of the hub runs in the dashboard: only its page, locked in. ?>
	<iframe src="<?php echo esc_url( $settings['site'] . '/e/' . $settings['cle'] ); ?>" title="<?php esc_attr_e( 'Aperçu de vos offres', 'passerelle-offres' ); ?>" sandbox="" loading="lazy" referrerpolicy="strict-origin" width="480" height="480" style="max-inline-size:100%;border:1px solid #8c8f94;background:#fff"></iframe>
	<?php
}

/**
 * Scheme, name and port of an address: what browsers compare.
 *
 * @param string $address A whole address.
 */
function passerelle_offres_origin( $address ) {
	$parts = wp_parse_url( $address );
	return strtolower( $parts['scheme'] . '://' . $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
}

/** How to show the offers in a page. */
function passerelle_offres_ways() {
	?>
	<h2><?php esc_html_e( 'Montrer les offres sur votre site', 'passerelle-offres' ); ?></h2>
	<ul class="ul-disc">
		<li><?php esc_html_e( 'Dans une page ou un article : ajoutez le bloc « Offres Passerelle ».', 'passerelle-offres' ); ?></li>
		<li><?php esc_html_e( 'Avec l’éditeur classique, écrivez seul sur une ligne :', 'passerelle-offres' ); ?> <code>[passerelle_offres]</code></li>
		<li><?php esc_html_e( 'Pour une commune et ses environs :', 'passerelle-offres' ); ?> <code>[passerelle_offres commune="59512" radius_km="10"]</code></li>
		<li><?php esc_html_e( 'Dans une colonne ou un pied de page : le widget « Offres Passerelle » (Apparence → Widgets).', 'passerelle-offres' ); ?></li>
	</ul>
	<p><?php esc_html_e( 'Cette extension ne suit pas vos visiteurs : ni cookie, ni identifiant.', 'passerelle-offres' ); ?></p>
	<?php
}
