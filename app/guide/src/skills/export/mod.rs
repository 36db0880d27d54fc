//! What she takes away: strengths only, as a sheet to print ([`super::sheet`]), an editable document
//! ([`odt`]) and JSON Resume ([`json`]), which another phone reads again.

pub(super) mod json;
mod odt;
pub(crate) mod shown;
mod zip;

use super::results::{Seen, Strength, strengths};
use super::state::State;
use super::{activities, labels};
use crate::form::Form;
use crate::world::World;
use domain::coded_enum;
use domain::profile::{Duration, Evidence, Since};
use i18n::GuideTexts;
use std::collections::BTreeSet;

coded_enum! {
    /// The files.
    pub enum FileKind {
        /// OpenDocument text: Word and LibreOffice open and change it.
        Odt = "odt",
        /// JSON Resume 1.0, with what was said in it.
        Json = "json",
    }
}

impl FileKind {
    /// Its media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Json => "application/json",
        }
    }
}

/// The file of who filled a form.
#[must_use]
pub fn file(world: World<'_>, form: &Form, kind: FileKind) -> Vec<u8> {
    let state = State::read(form);
    let resume = Resume::new(world, &state);
    match kind {
        FileKind::Odt => odt::write(world.t, &resume),
        FileKind::Json => json::write(&resume, &state).into_bytes(),
    }
}

/// What an adviser sees of who filled a form, as it is sealed.
#[must_use]
pub fn shown(world: World<'_>, form: &Form) -> String {
    let own = crate::paths::State::read(form);
    let path = own.one.as_ref().and_then(|key| crate::paths::section(world, &own, key));
    shown::write(world, &own.said, path)
}

/// What stands on the sheet, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Resume {
    /// Strengths.
    pub(super) strengths: Vec<Strength>,
    /// Jobs: title, how long, when.
    pub(super) jobs: Vec<(String, &'static str, String)>,
    /// What unpaid work taught, or the activity itself where she wants it said.
    pub(super) unpaid: Vec<String>,
    /// Licences, certificates, diploma.
    pub(super) papers: Vec<String>,
}

impl Resume {
    pub(super) fn new(world: World<'_>, state: &State) -> Self {
        let t = world.t;
        let seen = Seen::new(world, state);
        let own = strengths(&seen);
        let jobs = state.profile.jobs.iter().map(|job| {
            let label = world.rome.referential.occupation(&job.occupation).map_or("", |o| world.rome.label(o));
            let title = if job.title.is_empty() { label } else { &job.title };
            (title.to_owned(), duration(t, job.duration), since(t, job.since).to_lowercase())
        });
        let papers = state.profile.gates.iter().filter(|held| held.is_valid(world.today)).map(|held| {
            let name = labels::gate(t, &held.gate);
            held.year.map_or_else(|| name.to_owned(), |year| format!("{name}, {year}"))
        });
        Self { unpaid: unpaid(world, state, &own), strengths: own, jobs: jobs.collect(), papers: papers.collect() }
    }
}

impl Strength {
    /// Its words and what stands behind it.
    pub(super) fn with_evidence(&self, t: GuideTexts) -> String {
        match self.evidence {
            Evidence::Said => self.label.clone(),
            shown => format!("{} ({})", self.label, labels::evidence(t, shown).1),
        }
    }
}

/// The family stays out of it unless she wants it said: what an activity taught is named, not where.
fn unpaid(world: World<'_>, state: &State, strengths: &[Strength]) -> Vec<String> {
    let own = state.profile.activities.keys().filter_map(|code| activities::of_code(code));
    if state.tell_activities {
        return own.map(|activity| world.t.get(activity.words).to_owned()).collect();
    }
    let trained: BTreeSet<u32> = own.flat_map(|activity| activity.trains.iter().copied()).collect();
    let macros = world.rome.pack.macros.iter().filter(|(ogr, _)| trained.contains(&ogr.0));
    macros.map(|(_, name)| name.clone()).filter(|name| strengths.iter().all(|one| one.label != *name)).collect()
}

fn duration(t: GuideTexts, own: Duration) -> &'static str {
    match own {
        Duration::Months => t.duration_mois(),
        Duration::Years => t.duration_annees(),
        Duration::Long => t.duration_longtemps(),
    }
}

fn since(t: GuideTexts, own: Since) -> &'static str {
    match own {
        Since::Now => t.since_maintenant(),
        Since::Recent => t.since_recent(),
        Since::Old => t.since_ancien(),
    }
}
