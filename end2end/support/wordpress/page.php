<?php
// Publishes a page { title, content } as the Editor: cleaned as WordPress cleans what an Editor writes.
require __DIR__ . '/inside.php';
wp_set_current_user( get_user_by( 'login', $asked['as'] )->ID );
kses_init();
$page = wp_insert_post(
	wp_slash(
		array(
			'post_type'    => 'page',
			'post_status'  => 'publish',
			'post_title'   => $asked['title'],
			'post_content' => $asked['content'],
		)
	),
	true
);
echo wp_json_encode( array( 'path' => wp_parse_url( get_permalink( $page ), PHP_URL_PATH ), 'content' => get_post( $page )->post_content ) );
