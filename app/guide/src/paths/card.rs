//! A path among others: what it is called, when, how much, how far, its weeks, its steps, and what to do now.

use super::flow::OPEN;
use super::frame::button;
use super::job::job;
use super::key::PathKey;
use super::state::name;
use super::step::{Drawn, step};
use super::timeline::timeline;
use super::words;
use crate::picto::{Picto, picto};
use crate::world::World;
use domain::pathway::plan::{Here, Job, Label, Path};
use domain::place::Point;
use maud::{Markup, html};

/// What a card is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Card<'a> {
    pub(super) world: World<'a>,
    pub(super) here: Here<'a>,
    pub(super) from: Option<Point>,
    pub(super) path: &'a Path,
}

impl Card<'_> {
    /// What it is called.
    fn names(&self) -> Vec<&'static str> {
        let t = self.world.t;
        let names: Vec<&str> = self.path.labels.iter().map(|label| words::label(t, *label)).collect();
        if names.is_empty() { vec![t.paths_other()] } else { names }
    }

    /// The summary that stands above the steps.
    pub(super) fn facts(&self) -> Markup {
        let (t, path) = (self.world.t, self.path);
        html! {
            p.when { strong { (t.paths_day(&words::day(t, path.day))) } }
            ul.sums {
                li { (picto(Picto::Recent)) (words::length(t, path.day.0 - self.world.today.0)) " · " (t.paths_steps(path.steps.len() as u64)) }
                li { (picto(Picto::Euro)) (words::to_pay(t, path)) @if path.upfront > 0 { " · " (t.paths_upfront(&words::euros(t, path.upfront))) } }
                @if let Some(metres) = path.metres { li { (picto(Picto::Place)) @if metres < 1_000 { (t.paths_near()) } @else { (t.paths_far(&words::kilometres(metres))) } } }
            }
        }
    }

    /// Steps in the order of time, then the job.
    pub(super) fn line(&self) -> Markup {
        let drawn = self.path.steps.iter().filter_map(|one| Drawn::of(self.world.t, self.here.steps, self.from, *one));
        html! {
            ol.line {
                @for own in drawn { li { (step(&own)) } }
                li.goal { (job(self.world, self.here, self.path)) }
            }
        }
    }

    /// The one thing to do next.
    pub(super) fn next(&self) -> Markup {
        let t = self.world.t;
        let first = self.path.steps.first().and_then(|one| self.here.steps.steps.get(usize::from(one.step)));
        html! {
            div.next {
                h3 { (t.paths_next()) }
                @match (first, self.path.job) {
                    (Some(step), _) => {
                        @if let Some(phone) = &step.phone {
                            p { (t.paths_first_call()) }
                            a.button href=(format!("tel:{phone}")) { (t.paths_call(&i18n::format::phone(phone))) }
                        }
                        p.quiet-text { (t.paths_adviser()) }
                    }
                    (None, Job::Offer(at)) => {
                        p { (t.paths_apply_now()) }
                        @if let Some(offer) = self.here.market.pack.offers.get(at as usize) {
                            a.button href=(format!("{}/offres/{}", t.lang().prefix(), offer.number)) { (offer.title) }
                        }
                    }
                    (None, _) => {
                        p { (t.paths_apply_now()) }
                        a.button.quiet href=(format!("{}/offres", t.lang().prefix())) { (t.results_all()) }
                    }
                }
            }
        }
    }

    /// The whole card; `open` shows its steps at once, `named` says the trade as well.
    pub(super) fn draw(&self, open: bool, named: bool, compared: bool) -> Markup {
        let t = self.world.t;
        let key = PathKey::of(self.here, self.path).map(|key| key.to_string()).unwrap_or_default();
        html! {
            li.card.path.promised[self.path.labels.contains(&Label::Promised)] {
                h2.names { @for (n, name) in self.names().iter().enumerate() { @if n > 0 { span.sr { ", " } } span { (name) } } }
                @if named { p.of-trade { (self.world.rome.label(self.path.trade)) } }
                (self.facts())
                @if !self.path.steps.is_empty() { (timeline(t, self.path, self.world.today)) }
                details open[open] {
                    summary { (t.paths_detail()) }
                    (self.line())
                }
                (self.next())
                div.going {
                    @if !self.path.steps.is_empty() { (button("button quiet", &format!("{OPEN}{key}"), t.paths_open())) }
                    label.check { input type="checkbox" name=(name::COMPARED) value=(key) checked[compared]; span { (t.paths_compare()) } }
                }
            }
        }
    }
}
