<?php
/**
 * What editor.js needs of WordPress, in the form that block.json looks for.
 *
 * @package PasserelleOffres
 */

return array(
	'dependencies' => array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '1.0.0',
);
