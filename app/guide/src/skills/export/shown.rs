//! What an adviser sees: words and addresses of offers, nothing that has to be computed again.

use super::Resume;
use crate::skills::results;
use crate::skills::state::State;
use crate::world::World;
use serde::Serialize;

/// Offers that are named.
const OFFERS: usize = 10;

/// A heading and its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Words.
    pub title: &'static str,
    /// Below it.
    pub lines: Vec<Line>,
}

/// A line; some lead to an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Words.
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    /// Where it leads.
    pub href: Option<String>,
}

pub(crate) fn plain(text: String) -> Line {
    Line { text, href: None }
}

/// Everything that is shown, in its order; headings without lines are left out.
pub(crate) fn sections(world: World<'_>, state: &State) -> Vec<Section> {
    let t = world.t;
    let resume = Resume::new(world, state);
    let jobs = resume.jobs.into_iter().map(|(title, long, when)| plain(format!("{title} ({long}, {when})")));
    let all = [
        Section {
            title: t.sheet_strengths(),
            lines: resume.strengths.iter().map(|one| plain(one.with_evidence(t))).collect(),
        },
        Section { title: t.sheet_jobs(), lines: jobs.collect() },
        Section { title: t.sheet_unpaid(), lines: resume.unpaid.into_iter().map(plain).collect() },
        Section { title: t.sheet_papers(), lines: resume.papers.into_iter().map(plain).collect() },
        Section { title: t.show_offers(), lines: offers(world, state) },
    ];
    all.into_iter().filter(|section| !section.lines.is_empty()).collect()
}

fn offers(world: World<'_>, state: &State) -> Vec<Line> {
    let Some(market) = world.market else { return Vec::new() };
    let best = results::order(world, state).into_iter().take(OFFERS);
    best.filter_map(|at| market.pack.offers.get(at as usize))
        .map(|offer| Line {
            text: match &offer.employer {
                Some(employer) => format!("{} – {employer}", offer.title),
                None => offer.title.clone(),
            },
            href: Some(format!("{}/offres/{}", world.t.lang().prefix(), offer.number)),
        })
        .collect()
}

/// The same as JSON, as it is sealed.
pub(crate) fn write(world: World<'_>, state: &State, first: Option<Section>) -> String {
    let all: Vec<Section> = first.into_iter().chain(sections(world, state)).collect();
    // Texts and lists only: it cannot fail.
    serde_json::to_string(&all).unwrap_or_default()
}
