//! What ROME says of skills: items, macro-compétences, what each occupation asks for, and (computed once,
//! here) which occupations are close to each other. Called by `import rome`.
//!
//! An archive without these files is still a release: its occupations then ask for nothing.

use super::rome::{Archive, clean};
use crate::ImportError;
use crate::input::decode;
use crate::table::{Row, Table};
use domain::import::ImportReport;
use domain::matching::closeness::{Traits, Views};
use domain::matching::similar::closest;
use domain::occupation::{Appellation, Occupation, RomeCode};
use domain::skill::{
    Item, ItemIx, Link, MacroIx, MacroSkill, NamedSkill, OccupationIx, OccupationSkills, Ogr, Referential, SkillKind,
};
use std::collections::BTreeMap;
use std::io::{Read, Seek};

/// How many close occupations are kept for each.
const NEAR: usize = 20;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Skills {
    pub(super) macros: Vec<MacroSkill>,
    pub(super) items: Vec<NamedSkill>,
    pub(super) asked: Vec<OccupationSkills>,
}

/// Everything, while it is put together.
#[derive(Default)]
struct Draft {
    macros: BTreeMap<Ogr, String>,
    items: BTreeMap<Ogr, NamedSkill>,
    asked: BTreeMap<RomeCode, BTreeMap<Ogr, bool>>,
    traits: BTreeMap<RomeCode, Traits>,
}

/// Reads what the archive has of skills.
pub(super) fn read<Z: Read + Seek>(
    archive: &mut Archive<Z>,
    occupations: &[Occupation],
    appellations: &[Appellation],
    report: &mut ImportReport,
) -> Result<Skills, ImportError> {
    let mut draft = Draft::default();
    let Some(bytes) = archive.maybe("unix_referentiel_competence_v")? else {
        report.miss("competences");
        return Ok(Skills::default());
    };
    draft.read_skills(&bytes)?;
    each(archive, "unix_referentiel_savoir_v", &["code_ogr_savoir", "libelle_savoir"], |_, cells| {
        draft.add(cells[0], SkillKind::Knowledge, cells[1], None);
    })?;
    each(archive, "unix_referentiel_contexte_travail_v", &["code_ogr", "libelle_cont_travail"], |_, cells| {
        draft.add(cells[0], SkillKind::Context, cells[1], None);
    })?;
    draft.read_traits(archive, occupations, appellations)?;
    each(archive, "unix_coherence_item_v", &["code_rome", "code_ogr", "coeur_metier"], |_, cells| {
        let (Ok(rome), Some(ogr)) = (RomeCode::parse(cells[0]), number(cells[1])) else { return };
        if draft.items.contains_key(&ogr) && draft.traits.contains_key(&rome) {
            *draft.asked.entry(rome).or_default().entry(ogr).or_default() |= cells[2] == "Principale";
        }
    })?;
    Ok(draft.finish())
}

fn number(cell: &str) -> Option<Ogr> {
    cell.parse().ok().map(Ogr)
}

/// Walks a file that may be missing, with these columns of each row.
pub(super) fn each<Z: Read + Seek>(
    archive: &mut Archive<Z>,
    prefix: &'static str,
    columns: &[&str],
    mut take: impl FnMut(&Row, &[&str]),
) -> Result<(), ImportError> {
    let Some(bytes) = archive.maybe(prefix)? else { return Ok(()) };
    let text = decode(&bytes);
    let mut table = Table::open(prefix, text.as_bytes())?;
    let at = columns.iter().map(|column| table.require(&[column])).collect::<Result<Vec<_>, _>>()?;
    while let Some(row) = table.next_row()? {
        let cells: Vec<&str> = at.iter().map(|column| row.get(*column)).collect();
        take(&row, &cells);
    }
    Ok(())
}

impl Draft {
    fn add(&mut self, ogr: &str, kind: SkillKind, label: &str, above: Option<Ogr>) {
        if let Some(ogr) = number(ogr) {
            self.items.entry(ogr).or_insert_with(|| NamedSkill { ogr, kind, label: clean(label), above });
        }
    }

    /// Savoir-faire and their macro-compétences. Savoir-être stay out: every occupation has them.
    fn read_skills(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        let text = decode(bytes);
        let columns = ["code_ogr", "libelle_competence", "nature", "cat_comp", "code_ogr_macro_comp"];
        let mut table = Table::open("unix_referentiel_competence", text.as_bytes())?;
        let at = columns.iter().map(|column| table.require(&[column])).collect::<Result<Vec<_>, _>>()?;
        let mut leaves = Vec::new();
        while let Some(row) = table.next_row()? {
            let [ogr, label, nature, category, above] = [0, 1, 2, 3, 4].map(|i| row.get(at[i]));
            let Some(own) = number(ogr) else { continue };
            match nature {
                "Macro-compétence" if category == "Savoir-faire" => {
                    self.macros.insert(own, clean(label));
                }
                "Compétence" => leaves.push((ogr.to_owned(), label.to_owned(), number(above))),
                _ => {}
            }
        }
        for (ogr, label, above) in leaves {
            let above = above.filter(|one| self.macros.contains_key(one));
            self.add(&ogr, SkillKind::KnowHow, &label, above);
        }
        // Some occupations name a macro-compétence itself: then it is an item as well, below itself.
        for (ogr, label) in self.macros.clone() {
            self.add(&ogr.to_string(), SkillKind::KnowHow, &label, Some(ogr));
        }
        Ok(())
    }

    fn read_traits<Z: Read + Seek>(
        &mut self,
        archive: &mut Archive<Z>,
        occupations: &[Occupation],
        appellations: &[Appellation],
    ) -> Result<(), ImportError> {
        self.traits = occupations.iter().map(|own| (own.code.clone(), traits(own))).collect();
        for title in appellations {
            if let Some(own) = self.traits.get_mut(&title.rome) {
                own.titles.push(title.label.clone());
            }
        }
        for (file, tree, column) in [
            ("unix_arborescence_secteur_activite_v", "secteur", "code_ss_sect_activite"),
            ("unix_arborescence_thematique_v", "theme", "code_theme"),
            ("unix_arborescence_centre_interet_v", "interet", "code_centre_interet"),
            ("unix_arborescence_secteur_naf_v", "naf", "code_secteur_naf"),
        ] {
            each(archive, file, &["code_rome", column], |_, cells| {
                if let Some(own) = RomeCode::parse(cells[0]).ok().and_then(|rome| self.traits.get_mut(&rome)) {
                    own.tags.insert(format!("{tree}:{}", cells[1]));
                }
            })?;
        }
        each(
            archive,
            "unix_referentiel_code_rome_riasec_v",
            &["code_rome", "riasec_majeur", "riasec_mineur"],
            |_, cells| {
                if let Some(own) = RomeCode::parse(cells[0]).ok().and_then(|rome| self.traits.get_mut(&rome)) {
                    own.riasec = format!("{}{}", cells[1], cells[2]);
                }
            },
        )
    }

    /// Computes which occupations are close, and leaves out what nobody asks for and what is no skill.
    fn finish(self) -> Skills {
        let near = near(&self.macros, &self.items, &self.asked, &self.traits);
        let counts = |ogr: &Ogr| self.items.get(ogr).is_some_and(|item| item.kind.counts());
        let asked: Vec<OccupationSkills> = self
            .traits
            .keys()
            .map(|rome| OccupationSkills {
                rome: rome.clone(),
                asked: self
                    .asked
                    .get(rome)
                    .into_iter()
                    .flatten()
                    .filter(|(ogr, _)| counts(ogr))
                    .map(|(ogr, core)| (*ogr, *core))
                    .collect(),
                near: near.get(rome).cloned().unwrap_or_default(),
            })
            .collect();
        let used: std::collections::BTreeSet<Ogr> = asked.iter().flat_map(|o| &o.asked).map(|(ogr, _)| *ogr).collect();
        Skills {
            macros: self.macros.into_iter().map(|(ogr, label)| MacroSkill { ogr, label }).collect(),
            items: self.items.into_values().filter(|item| used.contains(&item.ogr)).collect(),
            asked,
        }
    }
}

fn traits(own: &Occupation) -> Traits {
    Traits {
        parent: own.parent.as_ref().map(ToString::to_string).unwrap_or_default(),
        text: own.definition.clone(),
        ..Traits::default()
    }
}

/// The closest occupations of each.
#[must_use]
pub fn near(
    macros: &BTreeMap<Ogr, String>,
    items: &BTreeMap<Ogr, NamedSkill>,
    asked: &BTreeMap<RomeCode, BTreeMap<Ogr, bool>>,
    traits: &BTreeMap<RomeCode, Traits>,
) -> BTreeMap<RomeCode, Vec<(RomeCode, domain::skill::Share)>> {
    let macro_at: BTreeMap<Ogr, MacroIx> = macros.keys().zip(0u16..).map(|(ogr, at)| (*ogr, MacroIx(at))).collect();
    let item_at: BTreeMap<Ogr, ItemIx> = items.keys().zip(0u16..).map(|(ogr, at)| (*ogr, ItemIx(at))).collect();
    let all = items.values().map(|item| Item {
        ogr: item.ogr,
        kind: item.kind,
        parent: item.above.and_then(|above| macro_at.get(&above).copied()),
    });
    let links = |rome: &RomeCode| {
        let own = asked.get(rome).into_iter().flatten();
        own.filter_map(|(ogr, core)| Some(Link { item: *item_at.get(ogr)?, core: *core })).collect()
    };
    let occupations = traits.keys().map(|rome| (rome.clone(), links(rome))).collect();
    let Ok(rome) = Referential::new(occupations, macros.keys().copied().collect(), all.collect()) else {
        tracing::warn!("ROME is larger than what closeness can hold: no close occupations");
        return BTreeMap::new();
    };
    let labels: Vec<String> = items.values().map(|item| item.label.clone()).collect();
    let traits: Vec<Traits> = traits.values().cloned().collect();
    let views = Views { rome: &rome, labels: &labels, traits: &traits }.all();
    let code = |at: OccupationIx| rome.code(at).cloned();
    let lists = closest(&views, rome.occupations().len(), NEAR);
    let named = lists.into_iter().zip(rome.occupations()).map(|(list, (_, own))| {
        (own.clone(), list.into_iter().filter_map(|(other, share)| Some((code(other)?, share))).collect())
    });
    named.collect()
}
