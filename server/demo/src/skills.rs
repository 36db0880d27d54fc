//! What the demo's occupations ask for: our own items below true macro-compétences.

use super::{DemoError, appellations, occupations, portraits, trades};
use domain::matching::closeness::Traits;
use domain::occupation::{Appellation, Occupation, RomeCode};
use domain::rome::RomeRelease;
use domain::skill::{MacroSkill, NamedSkill, OccupationSkills, Ogr, SkillKind};
use i18n::Lang;
use import::rome_skills::near;
use std::collections::BTreeMap;

const FILE: &str = "skills.txt";
/// Numbers of our own items begin here: far from ROME's.
const FIRST: u32 = 900_001;

/// Items and what asks for them.
pub(super) struct Asked {
    pub(super) items: BTreeMap<Ogr, NamedSkill>,
    pub(super) by_label: BTreeMap<&'static str, Ogr>,
    asked: BTreeMap<RomeCode, BTreeMap<Ogr, bool>>,
}

pub(super) fn read() -> Result<Asked, DemoError> {
    let mut all = Asked { items: BTreeMap::new(), by_label: BTreeMap::new(), asked: BTreeMap::new() };
    let mut above = None;
    for (at, line) in include_str!("data/skills.txt").lines().enumerate() {
        let wrong = |problem: &str| DemoError::new(FILE, at + 1, problem);
        if let Some(head) = line.strip_prefix("# ") {
            above = head.parse().ok().map(Ogr).or(above);
        } else if let Some((label, occupations)) = line.split_once(" ; ") {
            let (label, kind) = match label.strip_prefix('=') {
                Some(label) => (label, SkillKind::Knowledge),
                None => (label, SkillKind::KnowHow),
            };
            let ogr = Ogr(FIRST + u32::try_from(all.items.len()).map_err(|_| wrong("too many"))?);
            if all.by_label.insert(label, ogr).is_some() {
                return Err(wrong("there already"));
            }
            all.items.insert(ogr, NamedSkill { ogr, kind, label: label.to_owned(), above });
            for code in occupations.split(' ') {
                let rome = RomeCode::parse(code.trim_end_matches('*')).map_err(|e| DemoError::new(FILE, at + 1, e))?;
                *all.asked.entry(rome).or_default().entry(ogr).or_default() |= code.ends_with('*');
            }
        } else if !line.is_empty() && !line.starts_with('#') {
            return Err(wrong("an item, \" ; \" and occupations expected"));
        }
    }
    for trade in trades::all()? {
        for (label, essential) in trade.skills {
            let unknown = || DemoError::new(FILE, 0, format!("no item \"{label}\", which {} names", trade.rome));
            let ogr = *all.by_label.get(label).ok_or_else(unknown)?;
            *all.asked.entry(trade.rome.clone()).or_default().entry(ogr).or_default() |= essential;
        }
    }
    Ok(all)
}

/// The demo's ROME: occupations, titles, skills.
///
/// # Errors
/// When our own files are wrong.
pub fn rome(version: &str) -> Result<RomeRelease, DemoError> {
    let (occupations, appellations) = (occupations()?, appellations()?);
    let all = read()?;
    let macros: BTreeMap<Ogr, String> =
        i18n::plain_macros(Lang::Fr).into_iter().map(|(ogr, label)| (ogr, label.to_owned())).collect();
    let traits = traits(&occupations, &appellations);
    let near = near(&macros, &all.items, &all.asked, &traits);
    let asked = traits.keys().map(|rome| OccupationSkills {
        rome: rome.clone(),
        asked: all.asked.get(rome).into_iter().flatten().map(|(ogr, core)| (*ogr, *core)).collect(),
        near: near.get(rome).cloned().unwrap_or_default(),
    });
    Ok(RomeRelease {
        version: version.to_owned(),
        asked: asked.collect(),
        macros: macros.into_iter().map(|(ogr, label)| MacroSkill { ogr, label }).collect(),
        skills: all.items.into_values().collect(),
        portraits: portraits::all()?,
        occupations,
        appellations,
    })
}

fn traits(occupations: &[Occupation], appellations: &[Appellation]) -> BTreeMap<RomeCode, Traits> {
    let of = |own: &Occupation| Traits {
        parent: own.parent.as_ref().map(ToString::to_string).unwrap_or_default(),
        text: own.definition.clone(),
        titles: appellations.iter().filter(|a| a.rome == own.code).map(|a| a.label.clone()).collect(),
        ..Traits::default()
    };
    occupations.iter().map(|own| (own.code.clone(), of(own))).collect()
}
