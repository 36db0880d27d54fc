//! Files as partners make them, and wrong ones.

use super::*;
use crate::{Format, offers};
use domain::contract::Contract;
use domain::hours::WorkTime;
use domain::pay::PayPeriod;
use domain::requirement::Diploma;
use domain::time::Day;
use proptest::prelude::*;

const TODAY: &str = "2026-11-28";

fn feed(reference: &Reference) -> Feed<'_> {
    Feed::in_utc("partenaire", reference, Day::parse(TODAY).unwrap())
}

fn read(bytes: &[u8]) -> Vec<Result<Offer, Rejection>> {
    let reference = Reference::default();
    let found = offers(Format::Csv, feed(&reference), bytes).unwrap();
    found.map(|one| one.map_err(|bad| bad.rejection)).collect()
}

/// One offer with one more column.
fn with(field: &str, cell: &str) -> Result<Offer, Rejection> {
    read(format!("reference;titre;{field}\nA1;Cariste;\"{cell}\"\n").as_bytes()).remove(0)
}

const FULL: &str = "Référence;Titre;Employeur;SIRET;Lieu;Code postal;Contrat;Durée mois;Heures semaine;Temps;Salaire min;Salaire max;Salaire période;Débutant;Diplôme;Permis;Langues;Compétences;Savoir être;Sans voiture;Postes;Insertion;Clause;Début;Publié;Clôture;Texte;URL;Postuler téléphone;Postuler email;Code ROME;Télétravail;Couleur\n\
    A1;AGENT DE PROPRETÉ H/F;Exemple Propreté;73282932000074;Roubaix;59100;CDD;6;24h;temps partiel;12,31;;heure;oui;CAP (souhaité);B|C (souhaité);Français : B1;Nettoyer (exigé)|Désinfecter;Rigueur|Équipe;oui;2;ACI;oui;01/12/2026;2026-11-20;31/12/2026;\"Nettoyer.\n\nÉcrire à rh@exemple.fr\";https://exemple.fr/a1;03 20 12 34 56;rh@exemple.fr;K2204;non;bleu\n";

#[test]
fn a_full_line_gives_a_full_offer_whatever_the_encoding() {
    let (windows, _, lossy) = encoding_rs::WINDOWS_1252.encode(FULL);
    assert!(!lossy);
    let commas = FULL.replace("12,31", "12.31").replace(';', ",");
    let read_all =
        [read(FULL.as_bytes()), read(&windows), read(commas.as_bytes()), read(format!("\u{feff}{FULL}").as_bytes())];
    let offer = read_all[0][0].as_ref().unwrap();
    for other in &read_all {
        assert_eq!(other[0].as_ref().unwrap(), offer);
    }
    assert_eq!(offer.title, "Agent de propreté (H/F)");
    assert_eq!((offer.contract, offer.contract_days), (Some(Contract::Cdd), Some(180)));
    assert_eq!((offer.hours.weekly_min, offer.hours.work_time), (Some(1440), Some(WorkTime::Part)));
    assert_eq!(offer.pay, Some(Pay { min_cents: 1231, max_cents: 1231, period: PayPeriod::Hour, months_e2: None }));
    let asked = &offer.requirements;
    assert_eq!(asked.beginner_ok, Some(true));
    assert_eq!((asked.diplomas[0].level, asked.diplomas[0].need), (Diploma::Cap, Need::Optional));
    assert_eq!(asked.permits.iter().map(|p| p.need).collect::<Vec<_>>(), [Need::Essential, Need::Optional]);
    assert_eq!(asked.languages[0].level.as_deref(), Some("B1"));
    assert_eq!(asked.skills.iter().map(|s| s.need).collect::<Vec<_>>(), [Need::Essential, Need::Optional]);
    assert_eq!(asked.soft_skills, ["Rigueur", "Équipe"]);
    assert_eq!((offer.no_car, offer.posts, offer.insertion.clause), (Some(true), Some(2), Some(true)));
    assert_eq!(offer.closes.map(|d| d.to_string()).as_deref(), Some("2026-12-31"));
    assert_eq!(offer.text.as_deref(), Some("Nettoyer.\n\nÉcrire à [adresse masquée]"));
    assert_eq!(offer.apply.len(), 2);
    let reference = Reference::default();
    let found = offers(Format::Csv, feed(&reference), FULL.as_bytes()).unwrap();
    assert_eq!(found.unknown_columns(), ["Couleur"]);
}

#[test]
fn each_wrong_cell_says_where_what_and_how_to_mend_it() {
    for (field, cell) in [
        ("siret", "123"),
        ("contrat", "truc"),
        ("heures_semaine", "beaucoup"),
        ("salaire_min", "cher"),
        ("debut", "demain"),
        ("cloture", "31/02/2026"),
        ("code_rome", "Z99"),
        ("url", "exemple"),
        ("postuler_telephone", "0899123456"),
        ("postuler_email", "rh chez exemple"),
        ("debutant", "peut-être"),
        ("insertion", "SIAE"),
        ("postes", "-1"),
        ("commune_insee", "Roubaix"),
        ("code_postal", "ABCDE"),
        ("diplome", "un bon"),
        ("temps", "souvent"),
        ("teletravail", "mardi"),
        ("latitude", "nord"),
        ("rna", "W12"),
    ] {
        let rejected = with(field, cell).unwrap_err();
        assert_eq!((rejected.line, rejected.id.as_deref(), rejected.field.as_str()), (2, Some("A1"), field), "{field}");
        assert!(rejected.reason.contains("on attend"), "{}", rejected.reason);
        assert!(with(field, "").is_ok(), "an empty cell is not said: {field}");
    }
    assert_eq!(with("salaire_min", "12,31").unwrap_err().field, "salaire_periode");
}

#[test]
fn lines_without_reference_or_title_and_of_another_length_are_rejected() {
    let found = read("reference;titre\n;Cariste\nA2;\nA3;Cariste;trop\n\nA4;Cariste\nA5\n".as_bytes());
    let fields: Vec<(u64, &str)> =
        found.iter().filter_map(|r| r.as_ref().err()).map(|r| (r.line, r.field.as_str())).collect();
    assert_eq!(fields, [(2, "reference"), (3, "titre"), (4, "ligne"), (7, "ligne")]);
    assert!(found[3].is_ok());
}

#[test]
fn what_a_rejected_row_names_is_kept() {
    let text = "reference;titre;cloture\nA1;Cariste;fin décembre\nA2;\"Soudeur;\nA3;Maçon;\n;Serveur;\n";
    let reference = Reference::default();
    let found = offers(Format::Csv, feed(&reference), text.as_bytes()).unwrap();
    let named: Vec<Vec<String>> = found.filter_map(Result::err).map(|bad| bad.named).collect();
    assert_eq!(named.len(), 3);
    assert_eq!(named[0], ["A1"]);
    assert!(named[1].contains(&"A2".to_owned()), "{named:?}");
    assert!(named[2].is_empty());
}

#[test]
fn what_spreadsheets_do_to_cells_is_undone() {
    let of = |field, cell| with(field, cell).unwrap();
    for cell in ["46346", "2026-11-20 00:00:00", "20/11/26"] {
        assert_eq!(of("publie", cell).posted, Day::parse("2026-11-20"), "{cell}");
    }
    assert_eq!(of("postes", "1.0").posts, Some(1));
    assert_eq!(of("heures_semaine", "35.0").hours.weekly_min, Some(2_100));
    assert_eq!(of("postuler_telephone", "320123456").apply, [ApplyChannel::Phone("0320123456".into())]);
    assert_eq!(of("siret", "73282932000074.0").employer.siret, Siret::parse("73282932000074").ok());
    let places = Reference::new(&crate::made::communes(), &[], &[]);
    for (field, cell) in [
        ("code_postal", "59100.0"),
        ("code_postal", "59 100"),
        ("code_postal", "F-59100"),
        ("commune_insee", "59512.0"),
    ] {
        let text = format!("reference;titre;lieu;{field}\nA1;Cariste;Roubaix;{cell}\n");
        let offer = offers(Format::Csv, feed(&places), text.as_bytes()).unwrap().next().unwrap().unwrap();
        assert_eq!(offer.places[0].commune.as_ref().map(ToString::to_string).as_deref(), Some("59512"), "{cell}");
    }
}

#[test]
fn what_is_left_out_is_told() {
    let text = "reference;titre;siret;publie\nA1;Cariste;7,32829E+13;2027-01-15\n";
    let reference = Reference::default();
    let mut found = offers(Format::Csv, feed(&reference), text.as_bytes()).unwrap();
    let offer = found.next().unwrap().unwrap();
    assert_eq!((offer.employer.siret, offer.posted), (None, None));
    let told: Vec<(u64, String)> = found.take_notices().into_iter().map(|one| (one.line, one.field)).collect();
    assert_eq!(told, [(2, "siret".to_owned()), (2, "publie".to_owned())]);
}

#[test]
fn a_missing_column_is_an_error_that_lists_both_sides() {
    let reference = Reference::default();
    let found = offers(Format::Csv, feed(&reference), "titre;ville\nx;y\n".as_bytes());
    let error = found.map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("reference") && error.contains("ville") && error.contains("postuler_email"), "{error}");
}

#[test]
fn the_page_documents_every_column() {
    let page = include_str!("../../../../docs/importer.md");
    for names in header::COLUMNS {
        assert!(page.contains(&format!("`{}`", names[0])), "docs/importer.md does not name {}", names[0]);
    }
    let example = page.split("```csv\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let found = read(example.as_bytes());
    assert!(found.len() >= 2);
    for offer in found {
        assert!(offer.is_ok(), "{offer:?}");
    }
}

proptest! {
    #[test]
    fn any_cells_are_an_offer_or_a_located_rejection(cells in proptest::collection::vec("[^\"\\r\\n]{0,12}", 52)) {
        let header: Vec<&str> = header::COLUMNS.iter().map(|n| n[0]).collect();
        let line: Vec<String> = cells.iter().map(|c| format!("\"{c}\"")).collect();
        for found in read(format!("{}\n{}\n", header.join(";"), line.join(";")).as_bytes()) {
            if let Err(rejected) = found {
                prop_assert!(rejected.line == 2 && !rejected.field.is_empty() && !rejected.reason.is_empty());
            }
        }
    }

    #[test]
    fn any_bytes_are_read_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let input = [b"reference;titre;contrat\n".to_vec(), bytes].concat();
        let _ = read(&input);
    }
}
