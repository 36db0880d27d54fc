//! What a partner may be, and may not.

use super::*;
use proptest::prelude::*;

fn written() -> Written {
    Written {
        key: "ateliers-du-canal".into(),
        name: "Les Ateliers du Canal".into(),
        site: Some("https://ateliers.example/emploi".into()),
        origins: vec!["https://www.ateliers.example".into(), "https://WWW.ateliers.example/".into()],
        query: "commune=59512&radius_km=10&contract=cdi".into(),
        lang: "fr".into(),
        theme: Theme::default(),
    }
}

fn refused(change: impl FnOnce(&mut Written)) -> String {
    let mut partner = written();
    change(&mut partner);
    Partner::try_from(partner).unwrap_err().to_string()
}

fn pairs(text: &str) -> Vec<(String, String)> {
    crate::form::read_pairs(text)
}

#[test]
fn a_partner_is_kept_as_it_was() {
    let partner = Partner::try_from(written()).unwrap();
    assert_eq!(partner.origins().len(), 1, "the same site twice");
    assert_eq!(partner.home().as_deref(), Some("https://ateliers.example/emploi"));
    let json = serde_json::to_string(&partner).unwrap();
    assert_eq!(serde_json::from_str::<Partner>(&json).unwrap(), partner);
    let wrong = serde_json::from_str::<Partner>(&json.replace("https://www", "ftp://www")).unwrap_err().to_string();
    assert!(wrong.contains("origin") && wrong.contains("https expected"), "{wrong}");
    let homeless = Partner::try_from(Written { site: None, ..written() }).unwrap();
    assert_eq!(homeless.home().as_deref(), Some("https://www.ateliers.example/"));
}

#[test]
fn what_is_wrong_is_said_with_what_would_be_right() {
    for (told, parts) in [
        (refused(|p| p.key = "Ateliers".into()), ["key \"Ateliers\"", "small letters"]),
        (refused(|p| p.name = "  ".into()), ["name", "1 to 80"]),
        (refused(|p| p.site = Some("javascript:alert(1)".into())), ["site", "https://association.example/"]),
        (refused(|p| p.site = Some("https://a.example/\"onclick".into())), ["site", "expected"]),
        (refused(|p| p.query = "commune=xx".into()), ["query \"commune=xx\"", "expected"]),
        (refused(|p| p.query = "comune=59512".into()), ["query \"comune\"", "commune"]),
        (refused(|p| p.lang = "français".into()), ["lang", "fr"]),
        (refused(|p| p.origins = vec!["ateliers.example".into()]), ["origin", "https://www.association.example"]),
        (refused(|p| p.theme.radius = 40), ["radius \"40\"", "0 to 24"]),
        (refused(|p| p.theme.accent = Colour([0xff, 0xcc, 0x00])), ["accent \"#ffcc00\"", "4.5:1 needed"]),
    ] {
        for part in parts {
            assert!(told.contains(part), "{part}: {told}");
        }
    }
}

#[test]
fn an_origin_is_a_site_and_nothing_else() {
    for (typed, read) in [
        ("https://asso.example", "https://asso.example"),
        (" HTTPS://Asso.Example:443/ ", "https://asso.example"),
        ("https://asso.example:8443", "https://asso.example:8443"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://127.0.0.1", "http://127.0.0.1"),
        ("http://wp.localhost:80", "http://wp.localhost"),
        ("https://xn--caf-dma.example", "https://xn--caf-dma.example"),
        ("https://192.0.2.7", "https://192.0.2.7"),
    ] {
        assert_eq!(Origin::parse(typed).unwrap().as_str(), read);
    }
    for (typed, why) in [
        ("asso.example", "the beginning of an address"),
        ("https://asso.example/emploi", "a whole site"),
        ("https://asso.example?x", "a whole site"),
        ("https://me:x@asso.example", "user name"),
        ("https://*.asso.example", "no *"),
        ("https://café.example", "xn--"),
        ("https://asso", "no name"),
        ("https://", "no name"),
        ("https://asso..example", "no name"),
        ("https://-asso.example", "no name"),
        ("https://asso.example;", "no name"),
        ("https://asso.example 'self'", "no name"),
        ("https://1.2.3", "no name"),
        ("https://010.1.1.1", "no name"),
        ("https://[::1]", "port"),
        ("https://asso.example:0", "port"),
        ("https://asso.example:+80", "port"),
        ("https://asso.example:99999", "port"),
        ("http://asso.example", "https expected"),
        ("http://localhost.asso.example", "https expected"),
        ("ftp://asso.example", "https expected"),
        ("null", "the beginning"),
        ("", "the beginning"),
    ] {
        let told = Origin::parse(typed).unwrap_err().to_string();
        assert!(told.contains(why), "{typed}: {told}");
    }
    let site = Origin::parse("https://asso.example").unwrap();
    assert!(site.holds("https://asso.example/emploi?x=1") && site.holds("https://asso.example"));
    assert!(
        !site.holds("https://asso.example.evil.example/") && !site.holds("http://asso.example/") && !site.holds("")
    );
}

#[test]
fn an_address_asks_in_place_of_the_partner() {
    let partner = Partner::try_from(written()).unwrap();
    let asked = |text: &str| {
        crate::form::write_pairs(partner.asked(&pairs(text)).0.to_pairs().iter().map(|(n, v)| (*n, v.as_str())))
    };
    assert_eq!(asked(""), "commune=59512&radius_km=10&contract=cdi");
    assert_eq!(asked("theme=dark&lang=en"), "commune=59512&radius_km=10&contract=cdi");
    assert_eq!(asked("q=cariste&contract="), "q=cariste&commune=59512&radius_km=10");
    assert_eq!(asked("contract=cdd"), "commune=59512&radius_km=10&contract=cdd");
    assert_eq!(asked("where=Lens&radius_km=30"), "where=Lens&radius_km=30&contract=cdi");
    assert_eq!(asked("where="), "radius_km=10&contract=cdi", "everywhere");
    assert_eq!(partner.asked(&pairs("contract=x")).1.len(), 1);
}

#[test]
fn one_accent_is_read_in_light_and_in_dark() {
    let theme = Theme::default();
    assert_eq!(theme.check(), Ok(()));
    assert_eq!(theme.light().accent, theme.accent);
    assert_ne!(theme.dark().accent, theme.accent, "made lighter");
    let chosen = Theme { accent_dark: Some(Colour([0x33, 0x33, 0x33])), ..Theme::default() };
    let told = chosen.check().unwrap_err().to_string();
    assert!(told.contains("accent_dark \"#333333\"") && told.contains("(dark)"), "{told}");
    assert!(Theme { mode: Mode::Light, ..chosen }.check().is_ok(), "it is never shown in the light");
    let pale = Theme { mode: Mode::Dark, accent: Colour([0xff, 0xcc, 0x00]), ..Theme::default() };
    assert_eq!(pale.check(), Ok(()), "a pale accent is well on dark grounds");
}

#[test]
fn colours_are_read() {
    assert_eq!(Colour::parse("#fa0").unwrap(), Colour([255, 170, 0]));
    assert_eq!(Colour::parse(" #0A5445 ").unwrap().to_string(), "#0a5445");
    for wrong in ["", "#", "#12", "#12345", "#1234567", "0a5445", "#ggg", "red", "#fffé", "#fff;"] {
        assert!(Colour::parse(wrong).is_err(), "{wrong}");
    }
    assert!((Colour::WHITE.contrast(Colour::BLACK) - 21.0).abs() < 1e-9);
    assert!((Colour([0x77; 3]).contrast(Colour::WHITE) - 4.478).abs() < 0.001);
}

fn any_theme() -> impl Strategy<Value = Theme> {
    let colour = any::<[u8; 3]>().prop_map(Colour);
    let mode = proptest::sample::select(Mode::ALL);
    let density = proptest::sample::select(Density::ALL);
    (colour.clone(), proptest::option::of(colour), mode, 0..=MAX_RADIUS, density)
        .prop_map(|(accent, accent_dark, mode, radius, density)| Theme { accent, accent_dark, mode, radius, density })
}

proptest! {
    #[test]
    fn an_accepted_theme_is_read_everywhere_and_a_refused_one_says_what_would_do(theme in any_theme()) {
        match theme.check() {
            Ok(()) => {
                // A page may ask for either, whatever the partner shows by itself.
                for palette in [theme.light(), theme.dark()] {
                    for (name, text, ground) in palette.pairs() {
                        prop_assert!(text.contrast(ground) >= MIN_CONTRAST, "{name}");
                    }
                }
            }
            Err(refused) => {
                let faint = theme.faint().unwrap();
                prop_assert!(refused.why.contains(&faint.nearest.to_string()));
                let mended = match refused.field {
                    "accent_dark" => Theme { accent_dark: Some(faint.nearest), ..theme.clone() },
                    _ => Theme { accent: faint.nearest, ..theme.clone() },
                };
                // Both accents may be wrong: then the next refusal is of the other one.
                prop_assert!(mended.check().err().is_none_or(|next| next.field != refused.field), "{mended:?}");
            }
        }
    }

    #[test]
    fn our_own_texts_are_read_at_seven_to_one(theme in any_theme()) {
        for palette in [theme.light(), theme.dark()] {
            for text in [palette.ink, palette.soft] {
                for ground in [palette.paper, palette.card, palette.tint] {
                    prop_assert!(text.contrast(ground) >= 7.0);
                }
            }
            prop_assert!(palette.edge.contrast(palette.paper) >= 3.0 && palette.edge.contrast(palette.card) >= 3.0);
            prop_assert!(palette.on_accent.contrast(palette.accent) >= MIN_CONTRAST);
        }
    }

    #[test]
    fn an_origin_that_is_read_can_stand_in_a_policy(text in "(https?://)?\\PC{0,30}") {
        if let Ok(origin) = Origin::parse(&text) {
            prop_assert_eq!(Origin::parse(origin.as_str()).unwrap(), origin.clone());
            prop_assert!(origin.as_str().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.:/".contains(&b)));
            prop_assert!(origin.holds(origin.as_str()));
        }
    }

    #[test]
    fn a_key_that_is_read_needs_no_escape(text in "[a-z0-9A-Zé /-]{0,45}") {
        if let Ok(key) = PartnerKey::parse(&text) {
            prop_assert_eq!(crate::form::write_pairs([("k", key.as_str())]), format!("k={text}"));
        }
    }
}
