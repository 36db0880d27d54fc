//! What ROME says of how it is to work in an occupation: how one gets in, and the contexts of work. Called by
//! `import rome`; an archive without these files is still a release.

use super::rome::{Archive, clean, read_texts};
use super::rome_skills::each;
use crate::ImportError;
use domain::import::ImportReport;
use domain::occupation::{ContextKind, Occupation, Portrait, RomeCode};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};

/// Reads what there is, of the occupations of this release alone. `texts` is the file of texts.
pub(super) fn read<Z: Read + Seek>(
    archive: &mut Archive<Z>,
    occupations: &[Occupation],
    texts: &[u8],
    report: &mut ImportReport,
) -> Result<Vec<Portrait>, ImportError> {
    let mut access = read_texts(texts, "acces_metier")?;
    let labels = labels(archive)?;
    let known: BTreeSet<&RomeCode> = occupations.iter().map(|own| &own.code).collect();
    // By kind, then by number: the order in which they are kept.
    let mut linked: BTreeMap<RomeCode, BTreeSet<(ContextKind, u32)>> = BTreeMap::new();
    each(archive, "unix_coherence_item_v", &["code_rome", "code_ogr"], |_, cells| {
        let (Ok(rome), Ok(ogr)) = (RomeCode::parse(cells[0]), cells[1].parse::<u32>()) else { return };
        if let Some((kind, _)) = labels.get(&ogr).filter(|_| known.contains(&rome)) {
            linked.entry(rome).or_default().insert((*kind, ogr));
        }
    })?;
    let mut out = Vec::new();
    for own in occupations {
        let sentences = access.remove(own.code.as_str()).unwrap_or_default();
        let contexts = linked.remove(&own.code).into_iter().flatten();
        let portrait = Portrait {
            access: sentences.into_values().collect::<Vec<_>>().join("\n"),
            contexts: contexts.filter_map(|(_, ogr)| labels.get(&ogr).cloned()).collect(),
            ..Portrait::new(own.code.clone())
        };
        if portrait.access.is_empty() {
            report.miss("access");
        }
        if portrait.contexts.is_empty() {
            report.miss("contexts");
        }
        if !portrait.is_empty() {
            out.push(portrait);
        }
    }
    Ok(out)
}

/// The contexts of work, by their number.
fn labels<Z: Read + Seek>(archive: &mut Archive<Z>) -> Result<BTreeMap<u32, (ContextKind, String)>, ImportError> {
    let mut out = BTreeMap::new();
    let columns = ["code_ogr", "libelle_cont_travail", "code_type_cont_trav"];
    each(archive, "unix_referentiel_contexte_travail_v", &columns, |_, cells| {
        let kind = cells[2].parse().ok().and_then(ContextKind::of_rome);
        if let (Ok(ogr), Some(kind)) = (cells[0].parse(), kind) {
            out.insert(ogr, (kind, clean(cells[1])));
        }
    })?;
    Ok(out)
}
