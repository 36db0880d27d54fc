//! Files of trainings, good and bad, ours and real ones.

use super::*;
use crate::{certifications, input, places, rome};
use domain::certification::CertificationCode;
use domain::gate::{Caces, Gate, Licence};
use domain::import::Rejection;
use domain::occupation::Occupation;
use domain::place::Commune;
use domain::time::Day;
use domain::training::{Entry, Financer, Kind};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

const HEADER: &str = "identifiant;type;intitule;organisme;telephone;rome;donne;demande;apres;debut;fin;entree;places;\
    commune;code_postal;cout;financements;reste_a_charge;promesses;resultats\n";

fn reference() -> Reference {
    Reference::new(&crate::made::communes(), &[], &[])
}

fn read(format: TrainingFormat, text: &str) -> (Vec<Training>, Vec<Rejection>, Result<(), ImportError>) {
    let reference = reference();
    let mut records = trainings(format, "essai", text.as_bytes(), &reference).unwrap();
    let (mut taken, mut rejected) = (Vec::new(), Vec::new());
    for record in records.by_ref() {
        match record {
            Ok(training) => taken.push(training),
            Err(bad) => rejected.push(bad.rejection),
        }
    }
    (taken, rejected, records.finish())
}

fn rows(rows: &str) -> (Vec<Training>, Vec<Rejection>) {
    let (taken, rejected, end) = read(TrainingFormat::Csv, &format!("{HEADER}{rows}"));
    end.unwrap();
    (taken, rejected)
}

#[test]
fn rows_of_one_training_are_its_sessions_wherever_they_stand() {
    let (taken, rejected) = rows(
        "C1;caces;CACES R489;Atelier;03 53 01 20 26;N1101|N1105;caces-r489;permis-b;;2027-03-01;05/03/2027;;8;Lens;;900;opco:600:sur dossier|cpf:300;;Logis du Nord:2:N1101:2026-11-02;22/24:2025:Atelier\n\
         D2;;Cariste;Atelier;;;;;C1;;;;;;;;;;;\n\
         c1;;;;;;;;;2027-01-04;2027-01-08;permanente;;Roubaix;59100;;;;;\n",
    );
    assert_eq!(rejected, []);
    assert_eq!(taken.len(), 2);
    let first = &taken[0];
    assert_eq!((first.kind, first.phone.as_deref()), (Kind::Caces, Some("0353012026")));
    assert_eq!(
        (&first.gives[..], &first.prerequisites.gates[..]),
        (&[Gate::Caces(Caces::R489)][..], &[Gate::Licence(Licence::B)][..])
    );
    let days: Vec<Day> = first.sessions.iter().map(|session| session.first).collect();
    assert_eq!(days, [Day::parse("2027-01-04").unwrap(), Day::parse("2027-03-01").unwrap()], "by first day");
    assert_eq!(first.sessions[0].entry, Entry::Open);
    assert_eq!(first.sessions[1].commune.as_ref().map(domain::place::CommuneCode::as_str), Some("62498"));
    assert_eq!((first.cost.remaining, first.cost.financing[0].who), (Some(0), Financer::Opco));
    assert_eq!((first.promises[0].jobs, first.results.as_ref().unwrap().of), (2, 24));
    assert_eq!((taken[1].kind, &taken[1].prerequisites.after[..]), (Kind::Course, &["C1".to_owned()][..]));
}

#[test]
fn a_wrong_row_takes_no_session_of_another_with_it() {
    let (taken, rejected) = rows(
        "C1;;CACES R489;Atelier;;;;;;2027-03-01;2027-03-05;;;Lens;;;;;;\n\
         C1;;;;;;;;;demain;;;;;;;;;;\n\
         C1;;;;;;;;;2027-05-03;2027-05-07;;;Lens;;;;;;\n\
         C1;;Soudeur;Atelier;;;;;;2027-06-01;;;;;;;;;;\n\
         D2;;\"Cariste;Atelier;;;;;;2027-06-01;;;;;;;;;;\n\
         D2;;;;;;;;;2027-07-01;;;;;;;;;;\n\
         E3;;Vente;Atelier;;;;;;2027-01-11;2027-02-12;;;Roubaix;59100.0;;;;;\n",
    );
    let ids: Vec<(&str, usize)> = taken.iter().map(|one| (one.source_id.as_str(), one.sessions.len())).collect();
    assert_eq!(ids, [("C1", 2), ("E3", 1)]);
    let told: Vec<(u64, &str)> = rejected.iter().map(|one| (one.line, one.field.as_str())).collect();
    assert_eq!(told, [(3, "debut"), (5, "identifiant"), (6, "ligne"), (7, "intitule")]);
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_how_to_mend_it() {
    for (row, field, why) in [
        (";;Titre;Atelier;;;;;;;;;;;;;;;;", "identifiant", "obligatoire"),
        ("a;;;Atelier;;;;;;;;;;;;;;;;", "intitule", "obligatoire"),
        ("a;vol;Titre;Atelier;;;;;;;;;;;;;;;;", "type", "formation, preparatoire"),
        ("a;;Titre;Atelier;0899123456;;;;;;;;;;;;;;;", "telephone", "non surtaxé"),
        ("a;;Titre;Atelier;;N11;;;;;;;;;;;;;;", "rome", "N1101"),
        ("a;;Titre;Atelier;;;permis-z;;;;;;;;;;;;;", "donne", "permis-b"),
        ("a;;Titre;Atelier;;;;;;2027-13-01;;;;;;;;;;", "debut", "2027-01-31"),
        ("a;;Titre;Atelier;;;;;;2027-02-01;2027-01-01;;;;;;;;;", "fin", "avant le début"),
        ("a;;Titre;Atelier;;;;;;;2027-01-01;;;;;;;;;", "debut", "vide"),
        ("a;;Titre;Atelier;;;;;;2027-02-01;;;;Atlantide;;;;;;", "commune", "code postal"),
        ("a;;Titre;Atelier;;;;;;;;;;;;900;opco:600;100;;", "financements", "ne font pas le coût"),
        ("a;;Titre;Atelier;;;;;;;;;;;;900;oncle:600;;;", "financements", "region, france-travail"),
        ("a;;Titre;Atelier;;;;;;;;;;;;;;;Hôtel:0:G1501:2026-01-01;", "promesses", "postes"),
        ("a;;Titre;Atelier;;;;;;;;;;;;;;;;30/24:2025:moi", "resultats", "22/24"),
    ] {
        let (taken, rejected) = rows(&format!("ok;;Titre;Atelier;;;;;;;;;;;;;;;;\n{row}\n"));
        assert_eq!(taken.len(), 1, "{row}");
        let [one] = &rejected[..] else { panic!("{row}: {rejected:?}") };
        assert_eq!((one.line, one.field.as_str()), (3, field), "{row}");
        assert!(one.reason.contains(why), "{row}: {}", one.reason);
    }
    let Err(error) = trainings(TrainingFormat::Csv, "essai", "a;b\n1;2\n".as_bytes(), &reference()).map(drop) else {
        panic!("a file without our columns is taken")
    };
    assert!(error.to_string().contains("identifiant"), "{error}");
}

#[test]
fn the_importers_page_names_every_column_kind_and_payer() {
    let page = include_str!("../../../../docs/importer.md");
    let columns = super::csv::COLUMNS.iter().map(|names| names[0]);
    let codes = Kind::ALL.iter().map(|kind| kind.code()).chain(Financer::ALL.iter().map(|who| who.code()));
    for word in columns.chain(codes) {
        assert!(page.contains(&format!("`{word}`")), "{word} is not in docs/importer.md");
    }
}

/// Written by us after the standard's glossary.
const LHEO: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<lheo xmlns="http://lheo.gouv.fr/2.3"><offres>
<formation numero="F1"><domaine-formation><code-ROME>N1101</code-ROME></domaine-formation>
<intitule-formation>Cariste &amp; magasin</intitule-formation>
<objectif-formation>&lt;p&gt;Conduire un chariot.&lt;/p&gt;</objectif-formation>
<objectif-general-formation>6</objectif-general-formation>
<code-niveau-entree>13</code-niveau-entree>
<certification><code-RNCP>34857</code-RNCP></certification><code-niveau-sortie>13</code-niveau-sortie>
<organisme-formation-responsable><nom-organisme>Atelier</nom-organisme></organisme-formation-responsable>
<action numero="A1"><niveau-entree-obligatoire>1</niveau-entree-obligatoire>
<conditions-specifiques>Aimer le travail en équipe</conditions-specifiques>
<lieu-de-formation><coordonnees><adresse><ligne>1 rue du Puits</ligne><codepostal>62300</codepostal><ville>Lens</ville>
<code-INSEE-commune>62498</code-INSEE-commune></adresse></coordonnees></lieu-de-formation>
<modalites-entrees-sorties>0</modalites-entrees-sorties><nombre-heures-total>400</nombre-heures-total>
<frais-restants>0</frais-restants><prix-total-TTC>3200.50</prix-total-TTC>
<organisme-financeur><code-financeur>2</code-financeur></organisme-financeur>
<session><periode><debut>20270104</debut><fin>20270402</fin></periode><etat-recrutement>1</etat-recrutement>
<recrutement><nb-places>12</nb-places></recrutement></session>
<session><periode><debut>20270900</debut><fin>20271200</fin></periode><etat-recrutement>3</etat-recrutement></session>
</action>
<action numero="A2"><modalites-entrees-sorties>1</modalites-entrees-sorties>
<session><periode><debut>20270104</debut><fin>20271231</fin></periode></session></action>
</formation>
<formation numero="F2"><intitule-formation>Date impossible</intitule-formation>
<action><session><periode><debut>20271301</debut><fin>20271231</fin></periode></session></action></formation>
<formation><intitule-formation>Sans numéro</intitule-formation></formation>
</offres></lheo>"#;

#[test]
fn lheo_gives_a_training_for_each_action() {
    let (taken, rejected, end) = read(TrainingFormat::Lheo, LHEO);
    end.unwrap();
    let ids: Vec<&str> = taken.iter().map(|one| one.source_id.as_str()).collect();
    assert_eq!(ids, ["F1/A1", "F1/A2"]);
    let one = &taken[0];
    assert_eq!((one.title.as_str(), one.body.as_str()), ("Cariste & magasin", "Atelier"));
    assert_eq!(one.objective.as_deref(), Some("Conduire un chariot."));
    assert_eq!((one.certification, one.level), (Some(CertificationCode::Rncp(34_857)), Some(3)));
    assert_eq!(one.prerequisites.gates, [Gate::Diploma(domain::requirement::Diploma::Cap)]);
    assert_eq!(one.prerequisites.check.as_deref(), Some("Aimer le travail en équipe"), "words stay words");
    assert_eq!((one.cost.total, one.cost.remaining, one.cost.financing.len()), (Some(3_201), Some(0), 1));
    assert_eq!(one.sessions.len(), 2);
    assert_eq!((one.sessions[0].places, one.sessions[0].month_only), (Some(12), false));
    assert_eq!((one.sessions[1].places, one.sessions[1].month_only), (Some(0), true));
    assert_eq!(one.sessions[1].last, Day::parse("2027-12-31"));
    assert_eq!(taken[1].sessions[0].entry, Entry::Open);
    let told: Vec<(u64, &str)> = rejected.iter().map(|one| (one.line, one.field.as_str())).collect();
    let line = |of: &str| 1 + LHEO[..LHEO.find(of).unwrap()].matches('\n').count() as u64;
    assert_eq!(told, [(line("F2"), "debut"), (line("Sans numéro"), "numero")]);
}

#[test]
fn a_document_that_is_cut_or_is_another_is_no_complete_feed() {
    for at in [LHEO.len() - 10, LHEO.find("F2").unwrap(), LHEO.find("</action>").unwrap()] {
        let (_, _, end) = read(TrainingFormat::Lheo, &LHEO[..at]);
        assert!(matches!(end, Err(ImportError::Cut { .. })), "{at}: {end:?}");
    }
    let (_, _, other) = read(TrainingFormat::Lheo, "<html><body/></html>");
    assert!(matches!(other, Err(ImportError::NotThis { .. })), "{other:?}");
    let (_, _, empty) = read(TrainingFormat::Lheo, "");
    assert!(matches!(empty, Err(ImportError::Empty { .. })), "{empty:?}");
}

proptest! {
    #[test]
    fn no_damage_breaks_the_reading(at in 0usize..3_000, byte in any::<u8>()) {
        let mut bytes = LHEO.as_bytes().to_vec();
        let length = bytes.len();
        bytes[at % length] = byte;
        let reference = Reference::default();
        if let Ok(mut records) = trainings(TrainingFormat::Lheo, "essai", bytes.as_slice(), &reference) {
            while records.next().is_some() {}
        }
    }
}

fn real(data: &Path) -> (Vec<Commune>, Vec<Occupation>) {
    let open = |name: &str| input::open(&data.join(name)).unwrap();
    let places = places::read_places(
        open("places/communes_cog.csv.gz"),
        open("places/laposte_hexasmal.csv.gz"),
        None::<input::Input>,
    )
    .unwrap();
    let (release, _) = rome::read_rome(input::open_seekable(&data.join("rome/rome_v460_utf8.zip")).unwrap()).unwrap();
    (places.communes, release.occupations)
}

/// The file from which an importer begins.
const SAMPLE: &str = include_str!("../../../../docs/samples/trainings-lheo-2.3.xml");

#[test]
fn the_importers_sample_is_taken_whole() {
    let (taken, rejected, end) = read(TrainingFormat::Lheo, SAMPLE);
    end.unwrap();
    assert_eq!((taken.len(), rejected), (1, Vec::new()));
    let (one, session) = (&taken[0], &taken[0].sessions[0]);
    assert_eq!((one.cost.total, one.cost.remaining, one.hours), (Some(3_360), Some(0), Some(420)));
    assert_eq!((session.places, session.commune.as_ref().map(|own| own.as_str())), (Some(12), Some("60057")));
    assert_eq!(one.prerequisites.check.as_deref(), Some("Aimer les chiffres et recevoir du public"));
}

/// What `xmllint` says of a document of LHEO 2.3; `None` when it is valid.
fn invalid(folder: &Path, document: &str) -> Option<String> {
    let file = folder.join("document.xml");
    std::fs::write(&file, document).unwrap();
    let xmllint = std::process::Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .args([folder.join("lheo-2.3.xsd"), file])
        .output()
        .unwrap();
    (!xmllint.status.success()).then(|| String::from_utf8_lossy(&xmllint.stderr).into_owned())
}

#[test]
fn what_we_read_is_lheo_2_3_by_its_schema() {
    let Some(data) = crate::tests::shared_data() else { return };
    if std::process::Command::new("xmllint").arg("--version").output().is_err() {
        eprintln!("skipped: xmllint is not installed (libxml2-utils)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let text = |name: &str| std::io::read_to_string(input::open(&data.join("trainings").join(name)).unwrap()).unwrap();
    std::fs::write(folder.path().join("lheo-2.3.xsd"), text("lheo-2.3.xsd.gz")).unwrap();
    assert_eq!(invalid(folder.path(), SAMPLE), None);
    for name in ["lheo_exemple_bts.xml", "lheo_carif_oref_reponse.xml"] {
        // They name version 2.2, whose schema differs from 2.3 in its namespace alone for what they hold.
        let document = text(name).replace("http://www.lheo.org/2.2", "http://lheo.gouv.fr/2.3");
        assert_eq!(invalid(folder.path(), &document), None, "{name}");
    }
    let wrong = SAMPLE.replace("<certifiante>0</certifiante>", "");
    assert!(invalid(folder.path(), &wrong).is_some_and(|why| why.contains("contact-formation")));
}

#[test]
fn real_documents_are_taken_whole() {
    let Some(data) = crate::tests::shared_data() else { return };
    let (communes, occupations) = real(&data);
    let read =
        certifications::read(input::open(&data.join("trainings/certif_info.csv.gz")).unwrap(), &occupations).unwrap();
    let reached: BTreeSet<_> = read.all.iter().flat_map(|one| &one.rome).collect();
    eprintln!(
        "certifications: {} read, {} kept, {} repeated, {} rejected, {} without an occupation, {} occupations reached of {}",
        read.report.read,
        read.all.len(),
        read.report.duplicates,
        read.report.rejected,
        read.report.missing.get("rome").copied().unwrap_or_default(),
        reached.len(),
        occupations.len(),
    );
    assert_eq!((read.report.read, read.report.rejected), (10_067, 0), "{:?}", read.report.rejections);
    assert_eq!(reached.len(), 1_562);
    let reference = Reference::new(&communes, &[], &[]);
    for (file, expected) in [("lheo_exemple_bts.xml", 1), ("lheo_carif_oref_reponse.xml", 10)] {
        let input = input::open(&data.join("trainings").join(file)).unwrap();
        let mut records = trainings(TrainingFormat::Lheo, "carif", input, &reference).unwrap();
        let all: Vec<Training> = records.by_ref().collect::<Result<_, _>>().unwrap();
        records.finish().unwrap();
        assert_eq!(all.len(), expected, "{file}");
        for one in &all {
            assert!(one.certification.is_some() && !one.rome.is_empty() && !one.sessions.is_empty(), "{one:?}");
            assert!(one.sessions.iter().all(|session| session.commune.is_some()), "{one:?}");
        }
    }
}
