<?php
// What our plugin has stored.
require __DIR__ . '/inside.php';
echo wp_json_encode( get_option( 'passerelle_offres' ) );
