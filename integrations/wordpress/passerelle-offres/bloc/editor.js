// The block in the editor: its fields on the side, and the hub's own page as a picture of what visitors
// will see. Plain JavaScript on WordPress' globals: nothing has to be built.
( function ( { blocks, blockEditor, components, element, i18n } ) {
	const { createElement: el, Fragment, useEffect, useState } = element;
	const { __ } = i18n;
	const known = window.passerelleOffres || { site: '', cle: '', reglages: '' };

	const fields = [
		[ 'q', __( 'Mots cherchés', 'passerelle-offres' ), __( 'Par exemple : cariste', 'passerelle-offres' ) ],
		[ 'commune', __( 'Commune (code INSEE)', 'passerelle-offres' ), __( 'Cinq caractères, par exemple 59512 pour Roubaix', 'passerelle-offres' ) ],
		[ 'radius_km', __( 'Rayon en kilomètres', 'passerelle-offres' ), __( 'De 0 à 200', 'passerelle-offres' ) ],
		[ 'rome', __( 'Métiers (codes ROME)', 'passerelle-offres' ), __( 'Séparés par des virgules, par exemple N1101,N1103', 'passerelle-offres' ) ],
		[ 'contract', __( 'Contrats', 'passerelle-offres' ), __( 'Séparés par des virgules, par exemple cdi,cdd', 'passerelle-offres' ) ],
		[ 'lang', __( 'Langue', 'passerelle-offres' ), __( 'Deux lettres, par exemple fr ou en', 'passerelle-offres' ) ],
		[ 'theme', __( 'Couleurs', 'passerelle-offres' ), __( 'light, dark ou auto', 'passerelle-offres' ) ],
		[ 'partner', __( 'Autre clé de partenaire', 'passerelle-offres' ), __( 'Seulement si elle n’est pas celle des réglages', 'passerelle-offres' ) ],
	];

	/** The address of the frame that visitors will see. */
	function address( attributes ) {
		const asked = new URLSearchParams();
		for ( const [ name ] of fields ) {
			if ( name !== 'partner' && attributes[ name ] ) asked.set( name, attributes[ name ] );
		}
		const query = String( asked );
		return `${ known.site }/e/${ encodeURIComponent( attributes.partner || known.cle ) }${ query && `?${ query }` }`;
	}

	/** A value that follows another one when it has come to rest: not one request for each letter typed. */
	function useRested( value ) {
		const [ rested, setRested ] = useState( value );
		useEffect( () => {
			const timer = setTimeout( () => setRested( value ), 700 );
			return () => clearTimeout( timer );
		}, [ value ] );
		return rested;
	}

	function Preview( { src } ) {
		// Without scripts, and not to be clicked in: a click chooses the block.
		return el( 'iframe', {
			src: useRested( src ), sandbox: '', title: __( 'Aperçu des offres', 'passerelle-offres' ), tabIndex: -1,
			style: { display: 'block', inlineSize: '100%', blockSize: '32rem', border: 0, pointerEvents: 'none' },
		} );
	}

	function Missing() {
		const words = { icon: 'businessperson', label: __( 'Offres Passerelle', 'passerelle-offres' ), instructions: __( 'Il manque l’adresse de Passerelle ou votre clé.', 'passerelle-offres' ) };
		return el( components.Placeholder, words,
			// Not the filled one: themes colour links, and the words would vanish in it.
			el( components.Button, { variant: 'secondary', href: known.reglages, target: '_blank', rel: 'noopener' }, __( 'Ouvrir les réglages', 'passerelle-offres' ) ) );
	}

	function Edit( { attributes, setAttributes } ) {
		const complete = known.site && ( attributes.partner || known.cle );
		const controls = fields.map( ( [ name, label, help ] ) => el( components.TextControl, {
			key: name, label, help, value: attributes[ name ], onChange: ( value ) => setAttributes( { [ name ]: value.trimStart() } ),
		} ) );
		return el( Fragment, {},
			el( blockEditor.InspectorControls, {},
				el( components.PanelBody, { title: __( 'Quelles offres ?', 'passerelle-offres' ) },
					el( 'p', {}, __( 'Laissez vide pour montrer vos offres habituelles.', 'passerelle-offres' ) ), controls ) ),
			el( 'div', blockEditor.useBlockProps(), complete ? el( Preview, { src: address( attributes ) } ) : el( Missing ) ) );
	}

	blocks.registerBlockType( 'passerelle/offres', { edit: Edit, save: () => null } );
} )( window.wp );
