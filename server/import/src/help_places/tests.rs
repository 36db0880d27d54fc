//! Files as a hub makes them, and wrong ones.

use super::*;
use domain::help::{HelpKind, Spoken};
use proptest::prelude::*;

fn communes() -> Vec<Commune> {
    crate::made::communes()
}

fn read_text(text: &str) -> (Vec<HelpPlace>, ImportReport) {
    let file = read(text.as_bytes(), &communes()).unwrap();
    (file.places, file.report)
}

/// What is told of a file of one row with one more column: its columns and words; and whether its place is taken.
fn told(column: &str, cell: &str) -> (String, String, bool) {
    let mut names = vec!["nom", "adresse", "commune", "telephone"];
    let mut cells = vec!["Le Relais", "1 rue du Canal", "Roubaix", "03 53 01 20 26"];
    match names.iter().position(|name| *name == column) {
        Some(at) => cells[at] = cell,
        None => {
            names.push(column);
            cells.push(cell);
        }
    }
    let cells: Vec<String> = cells.iter().map(|c| format!("\"{c}\"")).collect();
    let (places, report) = read_text(&format!("{}\n\n{}\n", names.join(";"), cells.join(";")));
    assert_eq!(report.rejections.len() + report.notices.len(), 1, "{column} {cell}: {report:?}");
    let rejected = report.rejections.iter().map(|one| (one.line, &one.field, &one.reason));
    let noticed = report.notices.iter().map(|one| (one.line, &one.field, &one.text));
    let (line, field, text) = rejected.chain(noticed).next().unwrap();
    assert_eq!(line, 3);
    (field.clone(), text.clone(), !places.is_empty())
}

#[test]
fn a_full_line_gives_a_full_place_whatever_the_encoding() {
    let text = "Nom;Type;Adresse;Code postal;Commune;Téléphone;Courriel;Site;Langues;Gratuit;Aide pour;Horaires;Exceptions\n\
        Maison du Canal;maison-emploi;12 quai du Canal;59100;Roubaix;03 53 01 20 26;accueil@canal.example;https://canal.example;français, arabe, LSF;oui;CV, recherche d'emploi;\"lun-ven 9h-12h 14h-17h; sam 9h-12h\";24/12/2026 fermé\n\
        Le Relais;;3 place du Marché;;Lens;361234567;;;;;;;\n";
    let (windows, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lossy);
    let file = read(&*windows, &communes()).unwrap();
    let (places, report) = (file.places, file.report);
    assert_eq!(read_text(text), (places.clone(), report.clone()));
    assert_eq!((report.read, report.rejected, report.refusal), (2, 0, None));
    let place = &places[0];
    assert_eq!((place.name.as_str(), place.kind), ("Maison du Canal", HelpKind::Hub));
    assert_eq!((place.commune.as_str(), place.postcode.as_str()), ("59512", "59100"));
    assert_eq!((place.phone.as_str(), place.free), ("0353012026", Some(true)));
    assert_eq!(place.languages, [Spoken::French, Spoken::Arabic, Spoken::FrenchSign]);
    let hours = place.hours.as_ref().unwrap().to_string();
    assert_eq!(hours, "lun-ven 9h-12h 14h-17h; sam 9h-12h; 2026-12-24 fermé");
    let relais = &places[1];
    assert_eq!((relais.postcode.as_str(), relais.phone.as_str()), ("62300", "0361234567"), "the lost zero");
    assert_eq!((relais.free, &relais.hours, relais.kind), (None, &None, HelpKind::Other), "empty is not said");
}

#[test]
fn a_wrong_cell_is_told_with_its_line_and_how_to_mend_it() {
    for (column, cell, says) in [
        ("nom", "", "obligatoire"),
        ("adresse", " ", "obligatoire"),
        ("telephone", "", "obligatoire"),
        ("telephone", "08 99 12 34 56", "non surtaxé"),
        ("telephone", "bientôt", "10 chiffres"),
        ("commune", "Roubais", "ajoutez le code postal"),
        ("commune_insee", "99999", "code Insee connu"),
    ] {
        let (field, reason, taken) = told(column, cell);
        assert!(field == column && reason.contains(says) && !taken, "{column} {cell}: {field}: {reason}");
    }
    for (column, cell, says) in [
        ("code_postal", "abc", "5 chiffres"),
        ("type", "magasin", "mission-locale"),
        ("courriel", "accueil chez nous", "courriel"),
        ("site", "javascript:alert(1)", "https://"),
        ("langues", "français, klingon", "klingon"),
        ("gratuit", "peut-être", "oui ou non"),
        ("horaires", "lun-ven sur rdv", "comme ils sont écrits"),
        ("exceptions", "31/02/2027 fermé", "31/02/2027"),
        ("nom", "x".repeat(200).as_str(), "120 caractères"),
    ] {
        let (field, text, taken) = told(column, cell);
        assert!(field == column && text.contains(says) && taken, "{column} {cell}: {field}: {text}");
    }
}

#[test]
fn hours_that_are_not_understood_are_kept_as_they_are_written() {
    let text = "nom;adresse;commune;telephone;horaires;exceptions\n\
        A;1 rue X;Roubaix;0353012026;lun-ven sur rendez-vous;24/12/2026 fermé\n\
        B;2 rue X;Roubaix;0353012027;lun 9h-12h;24/12/2026 fermé\n";
    let (places, report) = read_text(text);
    assert_eq!((report.rejected, report.noticed), (0, 1));
    assert_eq!(
        (&places[0].hours, places[0].hours_text.as_deref()),
        (&None, Some("lun-ven sur rendez-vous ; 24/12/2026 fermé"))
    );
    assert!(places[1].hours.is_some() && places[1].hours_text.is_none());
}

#[test]
fn a_wrong_row_is_told_once_and_takes_no_other_with_it() {
    let text = "nom;adresse;commune;telephone;gratuit\nA;1 rue X;Roubaix;0353012026;oui\nB;;Roubaix;12;bof\nC;\"3 rue X;Roubaix;0353012027;\nD;4 rue X;Roubaix;353012028;non\n";
    let file = read(text.as_bytes(), &communes()).unwrap();
    let names: Vec<&str> = file.places.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(names, ["A", "D"]);
    let told: Vec<(u64, &str)> = file.report.rejections.iter().map(|r| (r.line, r.field.as_str())).collect();
    assert_eq!(told, [(3, "adresse, telephone"), (4, "ligne")]);
    assert!(file.named.contains(&"B".to_owned()) && file.named.contains(&"C".to_owned()), "{:?}", file.named);
    assert_eq!(file.report.refusal, None);
}

#[test]
fn the_same_place_twice_is_told_and_an_empty_file_refused() {
    let row = "A;1 rue X;Roubaix;0353012026\n";
    let (_, report) = read_text(&format!("nom;adresse;commune;telephone\n{row}{row}"));
    assert!(report.rejections[0].reason.contains("ligne 2"), "{:?}", report.rejections);
    assert_eq!(report.refusal, None);
    assert_eq!(read_text("nom;adresse;commune;telephone\n").1.refusal, Some(Refusal::Nothing));
    let error = read("nom;adresse\n".as_bytes(), &communes()).unwrap_err().to_string();
    assert!(error.contains("commune"), "{error}");
}

#[test]
fn the_page_for_people_names_every_column() {
    let page = include_str!("../../../../docs/importer.md");
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for names in COLUMNS {
        assert!(page.contains(&format!("`{}`", names[0])), "{} is not in docs/importer.md", names[0]);
    }
    for kind in HelpKind::ALL {
        assert!(page.contains(&format!("`{kind}`")), "{kind}");
    }
    for language in Spoken::ALL {
        assert!(page.contains(language.french()), "{language:?}");
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut file = b"nom;adresse;commune;telephone;horaires\n".to_vec();
        file.extend(bytes);
        let _ = read(file.as_slice(), &[]);
    }
}
