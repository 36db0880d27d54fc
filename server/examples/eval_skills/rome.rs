//! The official CSV of ROME, read leniently: only for measuring.

use domain::matching::closeness::Traits;
use domain::occupation::RomeCode;
use domain::skill::{Item, ItemIx, Link, MacroIx, OccupationIx, Ogr, Referential, SkillKind};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// ROME, and what only measuring needs.
pub(crate) struct Data {
    pub(crate) version: String,
    pub(crate) rome: Referential,
    /// Labels of items, in the order of the referential.
    pub(crate) labels: Vec<String>,
    /// Names of macro-compétences, in the order of the referential.
    pub(crate) macro_labels: Vec<String>,
    /// Labels of occupations.
    pub(crate) names: Vec<String>,
    /// What closeness looks at beside skills.
    pub(crate) traits: Vec<Traits>,
    /// ROME's own lists of mobility: from, to, rank.
    pub(crate) mobility: Vec<(OccupationIx, OccupationIx, u32)>,
}

type Row = BTreeMap<String, String>;

pub(crate) fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let dir = std::env::var_os("PASSERELLE_SHARED_DATA").map_or_else(beside, PathBuf::from);
    dir.join("rome/rome_v460_utf8.zip").is_file().then_some(dir)
}

fn rows(zip: &mut zip::ZipArchive<std::fs::File>, name: &str) -> Vec<Row> {
    let full = format!("unix_{name}_v460_utf8.csv");
    let mut bytes = Vec::new();
    zip.by_name(&full).expect("a file of ROME").read_to_end(&mut bytes).expect("readable");
    // One file is Latin-1 despite its name.
    let text = String::from_utf8(bytes).unwrap_or_else(|e| e.into_bytes().into_iter().map(char::from).collect());
    csv::Reader::from_reader(text.replace("''", "'").as_bytes()).deserialize().map_while(Result::ok).collect()
}

pub(crate) fn read(folder: &Path) -> Data {
    let file = std::fs::File::open(folder.join("rome/rome_v460_utf8.zip")).expect("the ROME archive");
    let mut zip = zip::ZipArchive::new(file).expect("a zip");
    let mut macro_labels = Vec::new();
    let (mut macros, mut items, mut labels, mut macro_at) = (Vec::new(), Vec::new(), Vec::new(), BTreeMap::new());
    let mut item_at: BTreeMap<u32, ItemIx> = BTreeMap::new();
    let skills = rows(&mut zip, "referentiel_competence");
    let ogr = |row: &Row, name: &str| row[name].parse::<u32>().ok();
    for row in skills.iter().filter(|row| row["nature"] == "Macro-compétence" && row["cat_comp"] == "Savoir-faire") {
        macro_at.insert(ogr(row, "code_ogr").expect("a number"), MacroIx(macros.len() as u16));
        macro_labels.push(row["libelle_competence"].clone());
        macros.push(Ogr(ogr(row, "code_ogr").expect("a number")));
    }
    let mut add = |number: u32, kind: SkillKind, parent: Option<MacroIx>, label: &str| {
        item_at.insert(number, ItemIx(items.len() as u16));
        items.push(Item { ogr: Ogr(number), kind, parent });
        labels.push(label.to_owned());
    };
    for row in skills.iter().filter(|row| row["nature"] == "Compétence") {
        let parent = ogr(row, "code_ogr_macro_comp").and_then(|m| macro_at.get(&m).copied());
        add(ogr(row, "code_ogr").expect("a number"), SkillKind::KnowHow, parent, &row["libelle_competence"]);
    }
    for row in rows(&mut zip, "referentiel_savoir") {
        add(ogr(&row, "code_ogr_savoir").expect("a number"), SkillKind::Knowledge, None, &row["libelle_savoir"]);
    }
    for row in rows(&mut zip, "referentiel_contexte_travail") {
        add(ogr(&row, "code_ogr").expect("a number"), SkillKind::Context, None, &row["libelle_cont_travail"]);
    }
    // Some fiches name a macro-compétence itself: then it is an item as well, below itself.
    for row in skills.iter().filter(|row| row["nature"] == "Macro-compétence" && row["cat_comp"] == "Savoir-faire") {
        let number = ogr(row, "code_ogr").expect("a number");
        add(number, SkillKind::KnowHow, macro_at.get(&number).copied(), &row["libelle_competence"]);
    }
    let mut links: BTreeMap<RomeCode, Vec<Link>> = BTreeMap::new();
    for row in rows(&mut zip, "coherence_item") {
        let (Ok(code), Some(number)) = (RomeCode::parse(&row["code_rome"]), ogr(&row, "code_ogr")) else { continue };
        if let Some(item) = item_at.get(&number) {
            links.entry(code).or_default().push(Link { item: *item, core: row["coeur_metier"] == "Principale" });
        }
    }
    let rome = Referential::new(links.into_iter().collect(), macros, items).expect("ROME fits");
    let n = rome.occupations().len();
    let at = |row: &Row, name: &str| rome.occupation(&RomeCode::parse(&row[name]).ok()?).map(|o| usize::from(o.0));
    let mut traits = vec![Traits::default(); n];
    let mut names = vec![String::new(); n];
    for row in rows(&mut zip, "texte") {
        if let (Some(o), true) = (at(&row, "code_rome"), row["libelle_type_texte"] == "definition") {
            traits[o].text = format!("{} {}", traits[o].text, row["libelle_texte"]);
        }
    }
    for row in rows(&mut zip, "referentiel_appellation") {
        if let Some(o) = at(&row, "code_rome") {
            traits[o].titles.push(row["libelle_appellation_court"].clone());
        }
    }
    for row in rows(&mut zip, "referentiel_code_rome") {
        if let Some(o) = at(&row, "code_rome") {
            traits[o].parent.clone_from(&row["code_rome_parent"]);
            names[o].clone_from(&row["libelle_rome"]);
        }
    }
    for row in rows(&mut zip, "referentiel_code_rome_riasec") {
        if let Some(o) = at(&row, "code_rome") {
            traits[o].riasec = format!("{}{}", row["riasec_majeur"], row["riasec_mineur"]);
        }
    }
    for (file, tree, column) in [
        ("arborescence_secteur_activite", "secteur", "code_ss_sect_activite"),
        ("arborescence_thematique", "theme", "code_theme"),
        ("arborescence_centre_interet", "interet", "code_centre_interet"),
        ("arborescence_secteur_naf", "naf", "code_secteur_naf"),
    ] {
        for row in rows(&mut zip, file) {
            if let Some(o) = at(&row, "code_rome") {
                traits[o].tags.insert(format!("{tree}:{}", row[column]));
            }
        }
    }
    let mobility = rows(&mut zip, "rubrique_mobilite")
        .iter()
        .filter_map(|row| {
            let (from, to) = (at(row, "code_rome")?, at(row, "code_rome_cible")?);
            Some((OccupationIx(from as u16), OccupationIx(to as u16), row["numero_ordre"].parse().ok()?))
        })
        .collect();
    Data { version: "460".into(), rome, labels, macro_labels, names, traits, mobility }
}
