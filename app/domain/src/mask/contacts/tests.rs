//! Whole texts: what is masked, and what holds for all of them.

use super::*;
use proptest::prelude::*;

/// Each text is one contact between two words.
pub(super) fn all_masked(texts: &[&str], mask: &str) {
    let missed: Vec<String> = texts
        .iter()
        .map(|text| (text, contacts(&format!("Contact : {text} merci"))))
        .filter(|(_, masked)| *masked != format!("Contact : {mask} merci"))
        .map(|(text, masked)| format!("{text:?} -> {masked:?}"))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn numbers_are_masked_however_they_are_written() {
    all_masked(
        &[
            "03 20 12 34 56",
            "03.20.12.34.56",
            "0320123456",
            "03-20-12-34-56",
            "0 320 123 456",
            "03.20 12 34 56",
            "(03) 20 12 34 56",
            "03 / 20 / 12 / 34 / 56",
            "03,20,12,34,56",
            "03, 20, 12, 34, 56",
            "06_39_98_12_34",
            "06·39·98·12·34",
            "06\u{a0}39\u{202f}98\u{a0}12 34",
            "06–39–98–12–34",
            "06‑39‑98‑12‑34",
            "(06)(39)(98)(12)(34)",
            "06|39|98|12|34",
            "06*39*98*12*34",
            "06 ** 39 ** 98 ** 12 ** 34",
            "06  39  98  12  34",
            "06\t39\t98\t12\t34",
            "06 39 98\n12 34",
            "06★39★98★12★34",
            "06:39:98:12:34",
            "06. 39. 98 12 34",
            "063 998 12 34",
            "0639 98 1234",
            "06 3998 1234",
            "06 399 81 234",
            "0 6 3 9 9 8 1 2 3 4",
            "0-6-3-9-9-8-1-2-3-4",
            "0.6.3.9.9.8.1.2.3.4",
            "0.6.39.98.12.34",
            "06\n39\n98\n12\n34",
            "06 39 98\n\n12 34",
        ],
        NUMBER_MASK,
    );
}

#[test]
fn numbers_with_a_country_are_masked() {
    all_masked(
        &[
            "+33 (0)3 20 12 34 56",
            "+33320123456",
            "+ 33 3 20 12 34 56",
            "(+33) 3 20 12 34 56",
            "+33(0)320123456",
            "+33 03 20 12 34 56",
            "+33.6.39.98.12.34",
            "+33-6-39-98-12-34",
            "0033 3 20 12 34 56",
            "0033(0)320123456",
            "00 33 3 20 12 34 56",
            "33 6 39 98 12 34",
            "33 (0)6 39 98 12 34",
            "33639981234",
            "336 39 98 12 34",
            "+32 2 123 45 67",
            "+32 475 12 34 56",
            "+352 621 123 456",
            "+377 93 12 34 56",
            "+49 176 12345678",
            "+49 (0)30 123456",
            "+41 79 123 45 67",
            "+212 6 12 34 56 78",
            "+44 20 7946 0958",
            "+1 202-555-0100",
            "0034 612 345 678",
            "00352 621 123 456",
            "＋３３ ６ ３９ ９８ １２ ３４",
        ],
        NUMBER_MASK,
    );
    assert_eq!(contacts("+33612345678 59000 Lille"), format!("{NUMBER_MASK} 59000 Lille"));
    assert_eq!(contacts("(+33 6 39 98 12 34)"), format!("({NUMBER_MASK})"));
}

#[test]
fn numbers_in_other_digits_letters_and_words_are_masked() {
    all_masked(
        &[
            "０６ ３９ ９８ １２ ３４",
            "٠٦ ٣٩ ٩٨ ١٢ ٣٤",
            "⓪⑥③⑨⑨⑧①②③④",
            "⓪⑥ ③⑨ ⑨⑧ ①② ③④",
            "𝟎𝟔 𝟑𝟗 𝟗𝟖 𝟏𝟐 𝟑𝟒",
            "⁰⁶ ³⁹ ⁹⁸ ¹² ³⁴",
            "0️⃣6️⃣ 3️⃣9️⃣ 9️⃣8️⃣ 1️⃣2️⃣ 3️⃣4️⃣",
            "O6 39 98 12 34",
            "O6.39.98.l2.34",
            "o639981234",
            "06 39 98 I2 34",
            "06 3O 9O 1O 34",
            "zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre",
            "ZERO SIX TRENTE NEUF QUATRE VINGT DIX HUIT DOUZE TRENTE QUATRE",
            "zéro six, trente-neuf, quatre-vingt-dix-huit, douze, trente-quatre",
            "zero six nonante-huit septante et un douze trente-quatre",
            "zéro six trois neuf neuf huit un deux trois quatre",
            "06 trente-neuf 98 douze 34",
            "zéro 6 39 98 12 34",
            "zéro six cinquante quatre-vingt-douze trente-quatre dix",
            "plus trente-trois six trente-neuf quatre-vingt-dix-huit douze trente-quatre",
        ],
        NUMBER_MASK,
    );
}

#[test]
fn the_words_around_numbers_stay() {
    for (text, masked) in [
        ("au 59 100 03 20 12 34 56", "au 59 100 [n]"),
        ("Tel:0353012026", "Tel:[n]"),
        ("Tel0353012026", "Tel[n]"),
        ("0353012026svp", "[n]svp"),
        ("Fax 03 53 01 20 26.", "Fax [n]."),
        ("0612345678/0698765432", "[n]/[n]"),
        ("06.12.34.56.78.", "[n]."),
        ("06 12 34 56 78 35 heures", "[n] 35 heures"),
        ("☎ 061 234 5678", "☎ [n]"),
        ("secteur rural. Permis B. 03–53–01–48–92", "secteur rural. Permis B. [n]"),
        ("0 six 39 98 12 34", "[n]"),
        ("oi01 99 00 12 34", "oi[n]"),
        ("oo 01 99 00 12 34", "oo [n]"),
        ("tél n° 0603998123", "tél n° [n]"),
        ("au 06 12 34 56 78 / 03 20 12 34 56", "au [n] / [n]"),
        ("tel:+33639981234", "tel:[n]"),
    ] {
        assert_eq!(contacts(text), masked.replace("[n]", NUMBER_MASK), "{text}");
    }
}

#[test]
fn addresses_are_masked_however_they_are_written() {
    all_masked(
        &[
            "rh.nord@exemple.fr",
            "rh @ exemple.fr",
            "rh (at) exemple.fr",
            "rh[arobase]exemple.fr",
            "rh arobase exemple point fr",
            "rh arrobase exemple point fr",
            "rh {at} exemple dot fr",
            "rh at exemple point fr",
            "rh.nord at exemple.fr",
            "rh AT exemple DOT fr",
            "rh chez exemple point fr",
            "rh@exemple,fr",
            "rh＠exemple.fr",
            "rh&#64;exemple.fr",
            "rh @exemple .fr",
            "rh@ exemple. fr",
            "rh @ mairie . exemple . fr",
            "rh[@]exemple[.]fr",
            "rh(at)exemple(point)fr",
            "rh@exemple point fr",
            "rh@\nexemple.fr",
            "rh\n@exemple.fr",
            "rh@exemple.\nfr",
            "rh@exem\nple.fr",
            "rh@groupe- exemple.com",
            "r h @ e x e m p l e . f r",
            "rené.müller@exemple.fr",
            "rh+offre123@exemple.fr",
            "prenom point nom arobase exemple point fr",
            "prenom.nom_at_exemple.fr",
            "rh-arobase-exemple-point-fr",
            "rh@exemple fr",
            "rh -at- exemple -dot- fr",
            "rh *at* exemple.fr",
            "rh «at» exemple.fr",
            "rh@@exemple.fr",
            "prenom.\nnom@exemple.fr",
            "prenom-\nnom@exemple.fr",
            "rh arobase mairie tiret exemple point fr",
            "RH@EXEMPLE.FR",
            "j.valjean @ exemple . fr",
            "rh@exemple.asso.fr",
            "rh arobase exemple point asso point fr",
            "mailto:rh@exemple.fr",
            "mailto:rh@exemple.fr?subject=Candidature",
        ],
        ADDRESS_MASK,
    );
    for (text, masked) in [
        ("Mail:rh@exemple.fr.Merci", "Mail:[a].Merci"),
        ("06 12 34 56 78-rh@exemple.fr", "[n]-[a]"),
        ("rh@exemple.fr-06 12 34 56 78", "[a]-[n]"),
        ("rh.0612345678@exemple.fr", "[a]"),
        ("<rh@exemple.fr>", "<[a]>"),
    ] {
        assert_eq!(contacts(text), masked.replace("[n]", NUMBER_MASK).replace("[a]", ADDRESS_MASK), "{text}");
    }
}

#[test]
fn names_in_messengers_are_masked() {
    for (text, masked) in [
        ("wa.me/33639981234", "[a]"),
        ("https://wa.me/33639981234.", "[a]."),
        ("https://api.whatsapp.com/send?phone=33639981234", "[a]"),
        ("sur t.me/exemple_rh", "sur [a]"),
        ("m.me/exemple, merci", "[a], merci"),
        ("https://signal.me/#p/+33639981234", "[a]"),
        ("facebook.com/messages/t/exemple", "[a]"),
        ("https://www.linkedin.com/in/prenom-nom/", "[a]"),
        ("fr.linkedin.com/in/prenom-nom", "[a]"),
        ("Telegram @exemple_rh", "Telegram [a]"),
        ("Telegram @exemple.rh", "Telegram [a]"),
        ("Insta : @exemple", "Insta : [a]"),
        ("skype: exemple.rh", "skype: [a]"),
        ("Snap : exemple", "Snap : [a]"),
        ("mon snap : exemple59 ou mail", "mon snap : [a] ou mail"),
        ("Telegram (pseudo : exemple_rh)", "Telegram (pseudo : [a])"),
        ("@exemple sur Insta", "[a] sur Insta"),
        ("sur Telegram, @exemple", "sur Telegram, [a]"),
        ("Telegram → @exemple", "Telegram → [a]"),
        ("Skype : live:.cid.abcdef123", "Skype : [a]"),
        ("skype live:exemple", "skype [a]"),
        ("Discord : exemple#1234", "Discord : [a]"),
        ("Signal : exemple.42", "Signal : [a]"),
        ("LinkedIn : /in/prenom-nom", "LinkedIn : /[a]"),
        ("https://fr-fr.facebook.com/messages/t/exemple", "[a]"),
        ("WhatsApp : 06 39 98 12 34", "WhatsApp : [n]"),
    ] {
        assert_eq!(contacts(text), masked.replace("[n]", NUMBER_MASK).replace("[a]", ADDRESS_MASK), "{text}");
    }
}

#[test]
fn the_first_email_is_plain() {
    for (text, found) in [
        ("Courriel : rh@exemple.fr.", Some("rh@exemple.fr")),
        ("RH@Exemple.FR", Some("RH@Exemple.FR")),
        ("rh (at) exemple.fr ou rh@exemple.org", Some("rh@exemple.org")),
        ("voir le site", None),
        ("rh @ exemple.fr", None),
        ("rené@exemple.fr", None),
    ] {
        assert_eq!(first_email(text).as_deref(), found, "{text}");
    }
}

proptest! {
    #[test]
    fn twice_is_once(text in "(0[1-9]|[0-9]{2}|[ .,/-]|@|\\(at\\)| at | arobase | point |fr|rh|zéro |six |\\+33|Tél |Snap : |t\\.me/|\\[|\\]|O|l|\\n|&nbsp;|&amp;|%40|-at-|_dot_| puis |trente|neuf|418|555-0139|lignes |, |\\PC){0,40}") {
        let once = contacts(&text);
        prop_assert_eq!(contacts(&once), once);
    }

    #[test]
    fn masks_are_never_masked(text in "(\\[adresse masquée\\]|\\[numéro masqué\\]|[@:./+ -]|snap|tel|fr|0|point|at){0,30}") {
        let masked = contacts(&text);
        prop_assert!(masked.matches("[adresse masquée]").count() >= text.matches("[adresse masquée]").count());
        prop_assert!(masked.matches("[numéro masqué]").count() >= text.matches("[numéro masqué]").count());
    }

    #[test]
    fn no_number_survives_its_separators(n in 100_000_000u32..=999_999_999, sep in "[ ._/|*·–‑\u{a0}-]| [.-] |  |, ", before in "Tél : |appelez le |fax ") {
        let digits = format!("0{n}");
        let pairs: Vec<&str> = (0..5).map(|pair| &digits[2 * pair..2 * pair + 2]).collect();
        let out = contacts(&format!("{before}{}, merci", pairs.join(&sep)));
        let date = matches!(sep.trim(), "," | "/") || out.contains(NUMBER_MASK);
        prop_assert!(date, "{}", out);
        prop_assert!(!out.contains(NUMBER_MASK) || !out.chars().any(|c| c.is_ascii_digit()), "{}", out);
    }

    #[test]
    fn amounts_and_dates_are_untouched(parts in prop::collection::vec(
        "[1-9][0-9]? [0-9]{3}(,[0-9]{2})? €|[1-9][0-9]{3} euros|(0[1-9]|[12][0-9])/(0[1-9]|1[0-2])/20[0-9]{2}|le (0[1-9]|[12][0-9])\\.(0[1-9]|1[0-2])\\.20[0-9]{2}|SIRET [1-9][0-9]{2} [0-9]{3} [0-9]{3} [0-9]{5}|SIRET [1-9][0-9]{13}|(0[5-9]|1[0-9])h[0-5]0|(0[5-9]|1[0-9]):[0-5]0|[0-9]{5} Lille|[0-9]{1,2},[0-9]{2} %", 0..8),
        sep in " |, | - | / |\\n|; | et ") {
        let text = parts.join(&sep);
        prop_assert_eq!(contacts(&text), text);
    }

    #[test]
    fn nothing_panics(text in "(\\PC|[0-9Ool@.:/+ -]){0,80}") {
        let _ = (contacts(&text), first_email(&text));
    }
}
