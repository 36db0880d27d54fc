//! The skills sheet: one page to print, strengths only, and the files to take away.

use super::export::{FileKind, Resume};
use super::flow::Go;
use super::frame::Screen;
use super::labels;
use super::results::Strength;
use super::state::{State, name};
use crate::picto::picto;
use crate::world::World;
use domain::profile::Evidence;
use i18n::GuideTexts;
use maud::{Markup, html};

pub(super) fn screen(world: World<'_>, state: &State) -> Screen {
    let t = world.t;
    let resume = Resume::new(world, state);
    let body = html! {
        div.sheet {
            p.to-fill { (t.sheet_name()) }
            p.to-fill { (t.sheet_contact()) }
            (section(t.sheet_strengths(), resume.strengths.iter().map(|one| strength(t, one))))
            (section(t.sheet_jobs(), resume.jobs.iter().map(|(title, long, when)| html! { strong { (title) } " : " (long) " (" (when) ")" })))
            (section(t.sheet_unpaid(), resume.unpaid.iter().map(|one| html! { (one) })))
            (section(t.sheet_papers(), resume.papers.iter().map(|one| html! { (one) })))
        }
        div.going {
            (proofs(t, state, &resume.strengths))
            @if !state.profile.activities.is_empty() {
                label.check { input type="checkbox" name=(name::TELL) value="1" checked[state.tell_activities]; span { (t.sheet_tell()) } }
                button.button.quiet type="submit" name=(name::GO) value=(Go::Sheet.code()) { (t.prefer_show()) }
            }
            button.button type="button" data-guide="print" hidden { (t.sheet_print()) }
            @if !state.practises() {
                button.button.quiet type="submit" name=(name::GO) value=(Go::Show.code()) { (t.show_open()) }
            }
            button.button.quiet type="submit" name=(name::GO) value=(FileKind::Odt.code()) { (t.sheet_odt()) }
            button.button.quiet type="submit" name=(name::GO) value=(FileKind::Json.code()) { (t.sheet_json()) }
            button.button.quiet type="submit" name=(name::GO) value=(Go::Results.code()) { (t.guide_back()) }
        }
    };
    Screen { title: t.sheet_title(), body, asks: vec![name::TELL, name::PROOF] }
}

fn strength(t: GuideTexts, one: &Strength) -> Markup {
    let (drawing, behind) = labels::evidence(t, one.evidence);
    html! { (picto(drawing)) (one.label) @if one.evidence != Evidence::Said { small { " (" (behind) ")" } } }
}

/// What stands behind each strength: asked here, where it is shown.
fn proofs(t: GuideTexts, state: &State, own: &[Strength]) -> Markup {
    // What is not among the strengths now may be again.
    let others = state.profile.evidence.iter().filter(|(ogr, _)| own.iter().all(|one| one.ogr != **ogr));
    html! {
        @for (ogr, how) in others { input type="hidden" name=(format!("{}{ogr}", name::PROOF)) value=(how.code()); }
        @if !own.is_empty() {
            details.prefer {
                summary { (t.proof_title()) }
                p { (t.proof_note()) }
                @for one in own {
                    div.field {
                        label for=(format!("proof-{}", one.ogr)) { (one.label) }
                        select id=(format!("proof-{}", one.ogr)) name=(format!("{}{}", name::PROOF, one.ogr)) {
                            @for how in Evidence::ALL { option value=(how.code()) selected[one.evidence == *how] { (labels::evidence(t, *how).1) } }
                        }
                    }
                }
                button.button.quiet type="submit" name=(name::GO) value=(Go::Sheet.code()) { (t.prefer_show()) }
            }
        }
    }
}

fn section(title: &str, lines: impl Iterator<Item = Markup>) -> Markup {
    let mut lines = lines.peekable();
    html! {
        @if lines.peek().is_some() {
            h2 { (title) }
            ul { @for line in lines { li { (line) } } }
        }
    }
}
