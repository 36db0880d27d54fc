//! A step of a path: when, where, how long, what it costs and who pays, what it brings and asks for.

use super::words;
use crate::picto::{Picto, picto};
use crate::skills::labels;
use domain::pack::StepsPack;
use domain::pack::steps::{PackPayer, PackSession, PackStep};
use domain::pathway::plan::PathStep;
use domain::place::Point;
use domain::time::Day;
use domain::training::Kind;
use domain::training::schemes::{Rule, RuleName, rules};
use i18n::GuideTexts;
use maud::{Markup, html};

/// What a step is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'a> {
    pub(super) t: GuideTexts,
    pub(super) pack: &'a StepsPack,
    pub(super) from: Option<Point>,
    pub(super) one: PathStep,
    pub(super) step: &'a PackStep,
    pub(super) session: &'a PackSession,
}

impl<'a> Drawn<'a> {
    /// What a step of a path is; `None` when it is not of this file.
    pub(super) fn of(t: GuideTexts, pack: &'a StepsPack, from: Option<Point>, one: PathStep) -> Option<Self> {
        let step = pack.steps.get(usize::from(one.step))?;
        let session = step.sessions.get(usize::from(one.session))?;
        Some(Self { t, pack, from, one, step, session })
    }

    /// `Du 3 mars 2027 au 2 juin 2027`.
    pub(super) fn when(&self) -> String {
        let t = self.t;
        if self.session.month_only {
            return words::month(t, self.one.begin);
        }
        let last = self.one.after.plus(-1);
        if last <= self.one.begin {
            return t.paths_on_day(&words::day(t, self.one.begin));
        }
        t.paths_from_to(&words::day(t, self.one.begin), &words::day(t, last))
    }

    /// How long in all and a week.
    pub(super) fn long(&self) -> String {
        let t = self.t;
        let mut parts = vec![words::length(t, self.one.after.0 - self.one.begin.0)];
        parts.extend(self.step.hours.map(|hours| t.paths_hours(&hours.to_string())));
        parts.extend(self.step.weekly_hours.map(|hours| t.paths_weekly(&hours.to_string())));
        parts.extend(self.step.rhythm.clone());
        parts.join(" · ")
    }

    /// Where, and how far.
    pub(super) fn place(&self) -> String {
        let t = self.t;
        if self.session.remote {
            return t.paths_remote().to_owned();
        }
        let commune = self.session.commune.and_then(|at| self.pack.communes.get(usize::from(at)));
        let Some(commune) = commune else { return t.paths_place_unknown().to_owned() };
        let metres = commune.point.zip(self.from).map(|(point, from)| point.distance_m(from));
        match metres {
            Some(metres) => format!("{}, {}", commune.name, words::metres(t, metres)),
            None => commune.name.clone(),
        }
    }

    /// What is left to pay.
    pub(super) fn cost(&self) -> String {
        let t = self.t;
        match self.step.remaining {
            Some(0) => t.paths_cost_free().to_owned(),
            Some(euros) => t.paths_cost(&words::euros(t, euros)),
            None => t.paths_cost_unknown().to_owned(),
        }
    }

    fn payer(&self, own: &PackPayer) -> String {
        let t = self.t;
        let who = words::payer(t, own.who);
        let pays = own.euros.map_or_else(|| t.paths_pays_some(who), |euros| t.paths_pays(&words::euros(t, euros), who));
        match &own.condition {
            Some(condition) => format!("{pays} {}", t.paths_if(condition)),
            None => pays,
        }
    }

    /// Whole sentence of who pays what, empty where nobody says.
    fn payers(&self) -> String {
        let t = self.t;
        let total = self.step.total.filter(|total| Some(*total) != self.step.remaining);
        let total = total.map(|total| t.paths_total(&words::euros(t, total)));
        let parts = total.into_iter().chain(self.step.payers.iter().map(|own| self.payer(own)));
        parts.collect::<Vec<_>>().join(" · ")
    }

    fn gates(&self, gates: &[domain::gate::Gate]) -> String {
        gates.iter().map(|gate| labels::gate(self.t, gate)).collect::<Vec<_>>().join(", ")
    }

    /// What must be there before, in words.
    fn asked(&self) -> Vec<String> {
        let before = self.step.after.iter().filter_map(|at| self.pack.steps.get(usize::from(*at)));
        let gates = self.step.needs.iter().map(|gate| labels::gate(self.t, gate).to_owned());
        gates.chain(before.map(|step| step.title.clone())).collect()
    }
}

/// A rule of a public scheme in plain words.
#[must_use]
pub fn rule_words(t: GuideTexts, rule: &Rule) -> String {
    let n = rule.number.unwrap_or_default().to_string();
    match rule.name {
        RuleName::ImmersionLength => t.rule_immersion_duree(&n),
        RuleName::ImmersionHost => t.rule_immersion_hote(&n),
        RuleName::ImmersionPay => t.rule_immersion_allocations().to_owned(),
        RuleName::ImmersionPaper => t.rule_immersion_convention().to_owned(),
        RuleName::PoeiHours => t.rule_poei_heures(&n),
        RuleName::PoeiOffer => t.rule_poei_offre().to_owned(),
        RuleName::PoecHours => t.rule_poec_heures(&n),
        RuleName::PoecOffer => t.rule_poec_offre().to_owned(),
        RuleName::CacesEmployer => t.rule_caces_employeur().to_owned(),
    }
}

/// The rules of a scheme, and where they stand.
#[must_use]
pub fn to_know(t: GuideTexts, kind: Kind) -> Markup {
    let all: Vec<&Rule> = rules(kind).collect();
    let source = all.first().and_then(|rule| Some((rule.source, Day::parse(rule.read)?)));
    html! {
        @if let Some((source, read)) = source {
            details.rules {
                summary { (t.paths_rules()) }
                ul { @for rule in all { li { (rule_words(t, rule)) } } }
                p.quiet-text { (t.paths_rule_read(&words::day(t, read), source)) }
            }
        }
    }
}

fn line(drawing: Picto, words: &str) -> Markup {
    html! { @if !words.is_empty() { p.fact { (picto(drawing)) span { (words) } } } }
}

pub(super) fn step(own: &Drawn<'_>) -> Markup {
    let t = own.t;
    let (drawing, kind) = words::kind(t, own.step.kind);
    let asked = own.asked();
    html! {
        p.kind { (picto(drawing)) (kind) }
        h3 { a href=(format!("{}/formations/{}", t.lang().prefix(), own.step.number)) { (own.step.title) } }
        p.body { (own.step.body) }
        (line(Picto::Recent, &own.when()))
        @if own.session.open_entry { p.quiet-text { (t.paths_open_entry()) } }
        @if own.session.month_only { p.quiet-text { (t.paths_month_only()) } }
        (line(Picto::Ago, &own.long()))
        (line(Picto::Place, &own.place()))
        (line(Picto::Euro, &own.cost()))
        @if let Some(upfront) = own.step.upfront.filter(|euros| *euros > 0) { p.warn { (t.paths_upfront(&words::euros(t, upfront))) } }
        @let payers = own.payers();
        @if !payers.is_empty() { p.quiet-text { (payers) } }
        @if let Some(pay) = own.step.monthly_pay { p { (t.paths_pay(&words::euros(t, pay))) } }
        @if !own.step.skills.is_empty() { (line(Picto::Star, &t.paths_brings(&own.step.skills.join(", ")))) }
        @if !own.step.gives.is_empty() { (line(Picto::Check, &t.paths_gives(&own.gates(&own.step.gives)))) }
        @if !asked.is_empty() { p { (t.paths_asks(&asked.join(", "))) } }
        @if !own.step.without.is_empty() { p { (t.paths_closed(&own.gates(&own.step.without))) } }
        @if let Some(check) = &own.step.check { p.warn { (t.paths_check(check)) } }
        @if let Some(places) = own.session.places { p { (t.paths_places(places.into())) } }
        @if let Some(results) = &own.step.results {
            p.quiet-text { (t.paths_results(&results.employed.to_string(), &results.of.to_string(), &results.source, &results.year.to_string())) }
        }
        (to_know(t, own.step.kind))
    }
}
