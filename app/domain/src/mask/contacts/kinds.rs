//! Ways of writing that are seldom seen, each with texts that look like it and stay.

use super::stay::all_stay;
use super::tests::all_masked;
use super::{ADDRESS_MASK, NUMBER_MASK, contacts};

/// The same text with short names of masks.
fn short(text: &str) -> String {
    contacts(text).replace(NUMBER_MASK, "[n]").replace(ADDRESS_MASK, "[a]")
}

#[test]
fn numbers_that_are_told_group_by_group_are_masked() {
    all_masked(
        &[
            "04 puis 65 puis 71 puis 51 puis 08",
            "06 puis le 39 puis le 98 puis le 12 puis le 34",
            "06, puis 39, puis 98, ensuite 12 et enfin 34",
            "06 et 39 et 98 et 12 et 34",
            "06 39 98 12 et 34",
            "zéro six puis trente-neuf puis quatre-vingt-dix-huit puis douze puis trente-quatre",
        ],
        NUMBER_MASK,
    );
    all_stay(&[
        "04 puis 65 puis 71 puis 51 puis 08",
        "appelez le 15 puis le 112 puis le 18",
        "appelez nos agences 01 puis 03 puis 07 puis 26 puis 38",
        "contact et 05 postes et 10 CDI",
        "appel : les 01 et 02 et 03 et 04 et 05",
    ]);
}

#[test]
fn numbers_in_odd_groups_are_masked() {
    for text in ["05364 97128", "06399.81234", "06399 81 234", "06 39981 234", "0639981 234", "06399812 34"] {
        assert_eq!(short(&format!("cabinet : {text}.")), "cabinet : [n].");
    }
    all_stay(&[
        "59491 02100 Exemple",
        "02100 - 59491",
        "01234 02100 03111",
        "codes postaux 02100 59491 06130",
        "RIB 01234 56789 01234567890 12",
        "dossier 05364 97128",
        "SIRET 100 000 010 00000 05h00",
    ]);
}

#[test]
fn numbers_and_addresses_with_entities_are_masked() {
    all_masked(
        &["06&nbsp;39&nbsp;98&nbsp;40&nbsp;17", "06&#160;39&#xa0;98&nbsp40&amp;nbsp;17", "&#48;&#54;39984017"],
        NUMBER_MASK,
    );
    all_masked(
        &["rh&#64;exemple&#46;fr", "&#114;&#104;&#64;exemple.fr", "rh&amp;commat;exemple&period;fr"],
        ADDRESS_MASK,
    );
    assert_eq!(short("T&eacute;l&nbsp;: 06 39 98 40 17&nbsp;!"), "T&eacute;l&nbsp;: [n]&nbsp;!");
    all_stay(&["R&amp;D et 30&nbsp;000&nbsp;&euro;", "salaire 30&#160;000&#160;€", "&nbsp", "&amp", "&;"]);
}

#[test]
fn other_zeros_and_glued_words_are_masked() {
    all_masked(
        &[
            "Ø6 39 98 27 4Ø",
            "О6 39 98 27 4О",
            "zérosixtrenteneufquatrevingtdixhuitdouzetrente",
            "zérosix trenteneuf quatrevingtdixhuit douze trentequatre",
            "zérodeuxsoixanteetunquatrevingtonzequinzequarante",
            "06trenteneuf98douze34",
            "zéro6 39 98 12 34",
        ],
        NUMBER_MASK,
    );
    all_stay(&["tubes Ø6 Ø8 Ø4 Ø5 Ø3", "tubes Ø6 Ø8 Ø10 Ø12", "zérodéfaut", "zéro six sigma", "trenteneuf"]);
}

#[test]
fn numbers_without_their_zero_are_masked_where_somebody_is_called() {
    for text in [
        "tél. 6 39 98 42 18",
        "tél. 639984218",
        "Tél : 6.39.98.42.18",
        "Tél. (6) 39 98 42 18",
        "appelez-nous au 6 39 98 42 18",
        "appelez le chef au 6 39 98 42 18",
        "portable 639 984 218",
        "fax 3-53-01-20-26",
        "☎ 6 39 98 42 18",
    ] {
        let masked = short(text);
        assert!(masked.ends_with("[n]"), "{masked}");
    }
    all_stay(&[
        "6 39 98 42 18",
        "639984218",
        "SIREN 639 984 218",
        "numéro 639984218",
        "tél portable 5 jours sur 7, 35 h",
        "appels : 6 10 20 30 40",
        "Tél. 1 2 3 4 5",
        "appel à projets 2 10 05 20 26",
    ]);
}

#[test]
fn numbers_of_north_america_are_masked() {
    for text in [
        "(418) 555-0139",
        "(418)555-0139",
        "418-555-0139",
        "418 555-0139",
        "1-418-555-0139",
        "1 (514) 555-0147",
        "1 800 555-0199",
        "appelez le 418 555 0139",
        "tél. 418.555.0139",
    ] {
        let masked = short(&format!("{text}, merci"));
        assert!(masked.ends_with("[n], merci"), "{masked}");
    }
    all_stay(&[
        "panneaux 250-300-2024",
        "panneaux 250 300-2024",
        "panneaux 600-720-2500",
        "dossier 418-555-0139",
        "12-418-555-0139",
        "418-555-0139-22",
        "index 418 555 0139 900",
        "(118) 555-0139",
        "418 555 0139 €",
    ]);
}

#[test]
fn addresses_with_joined_signs_are_masked() {
    all_masked(
        &[
            "jobs_AT_voilerie-exemple_DOT_fr",
            "jobs_arobase_exemple_point_fr",
            "cv-at-tuilerie-exemple-dot-fr",
            "jobs-at-exemple-dot-asso-dot-fr",
            "jobs.at.exemple.dot.fr",
            "rh%40exemple.fr",
            "rh%40exemple%2Efr",
            "bureau, arobase, tribunal-exemple, point, fr",
            "camille, point, fictive, arobase, mairie, point, exemple, point, fr",
            "rh [arobase] exemple, point, fr",
            "mailto:rh@exemple.fr?subject=Offre%2012&body=Bonjour",
            "mailto:rh%40exemple.fr?subject=x",
            "rh@rond-point-exemple.fr",
            "rh@point-du-jour.exemple.fr",
        ],
        ADDRESS_MASK,
    );
    all_stay(&[
        "rh-at-exemple.fr",
        "travail-at-home",
        "look.at.exemple.fr",
        "remise de 50%40.5",
        "https://exemple.fr/a%40b",
        "rond-point-du-lac.fr",
        "les signes dièse, arobase, tiret, point",
        "adresse mail : taper dièse, arobase, tiret",
        "le symbole arobase, le point, de même",
    ]);
}

#[test]
fn numbers_near_the_name_of_a_list_are_masked() {
    for text in [
        "secteur rural, 03 53 01 20 26",
        "secteur 03-53-01-20-26",
        "lignes directes : 03 14 25 36 47",
        "grille conventionnelle, 03 53 01 20 26",
        "horaires : 06-39-98-12-34",
        "agences : 02 61 91 44 08",
        "Agences : 03-53-01-20-26",
        "selon grilles : 03 53 01 20 26",
        "code et nom de la personne : 03 14 25 36 47",
        "départements 59-62 : 03-53-01-20-26",
        "départements au 03 53 61 70 86",
        "tombola : infos au 03 14 25 36 47",
        "sur les lignes de bus. Tél : 03 14 25 36 47",
        "numéro : 03 14 25 36 47",
        "03 - 14 - 25 - 36 - 47",
    ] {
        let masked = short(text);
        assert!(masked.ends_with("[n]"), "{masked}");
    }
}

#[test]
fn hostile_texts_end_soon() {
    let long = |part: &str| part.repeat(80_000 / part.chars().count());
    for part in [
        "0",
        "06 ",
        "0 ",
        "@",
        "a@",
        "a.",
        "a at ",
        "a point ",
        " arobase",
        "zéro ",
        "zéro six ",
        "(",
        "+33 ",
        "t.me/",
        "snap: ",
        "rh@a- ",
        "a @ b . ",
        "&amp;",
        "&",
        "&nbsp;0",
        "%40",
        "a-at-a-dot-",
        "a@a-dot-",
        "_dot_",
        ", point",
        "a, arobase, a, point, ",
        "zérosix",
        "06 puis ",
        "tél 06 et le ",
        "6 39 ",
        "tél 6 ",
        "1-",
        "418-555-",
        "(418) 555-0139",
        "lignes 02 06 12 39 53 ",
        "02 06 ",
        "02, ",
        "Ø6 ",
    ] {
        let _ = contacts(&long(part));
    }
}
