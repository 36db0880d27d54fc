//! What to relax when little is found: other searches, each with the count that it then gives.

use crate::SearchError;
use crate::evaluate::{self, Passed};
use crate::index::View;
use crate::score::Score;
use crate::tally::Counts;
use crate::understand::{Understanding, understand};
use crate::wide;
use domain::answer::{Facet, Relax, Relaxation};
use domain::query::{Filters, OfferQuery, RADII_KM};

/// Below so many offers, relaxing is offered.
pub(crate) const FEW: u32 = 3;
/// Relaxations offered at most.
const MOST: usize = 6;
/// Kilometres within which is searched when nothing is nearer: an hour on the road.
const FARTHEST_KM: u16 = 50;
/// Wider radii offered at most.
const MOST_RADII: usize = 2;

/// The searches that find more than this one.
pub(crate) fn relax(
    view: &View<'_>,
    query: &OfferQuery,
    understanding: &Understanding,
    counts: &Counts,
    found: u32,
) -> Result<Vec<Relaxation>, SearchError> {
    let first_page = OfferQuery { page: 1, ..query.clone() };
    let mut list = List { found, out: Vec::new() };
    radii(view, &first_page, understanding, &mut list)?;
    let mut facets = dropped_facets(&first_page, counts);
    facets.sort_by_key(|r| std::cmp::Reverse(r.total));
    for facet in facets.into_iter().take(2) {
        list.push(facet.change, facet.query, facet.total);
    }
    let hidden = counts.hidden(query);
    if hidden > 0 {
        let mut with = first_page.clone();
        with.filters.non_salaried = true;
        list.push(Relax::NonSalaried, with, counts.total + hidden);
    }
    let mut try_out = |change, query: OfferQuery| -> Result<(), SearchError> {
        let total = total(view, &query)?;
        list.push(change, query, total);
        Ok(())
    };
    if query.filters.employer.is_some() {
        let mut without = first_page.clone();
        without.filters.employer = None;
        try_out(Relax::DropEmployer, without)?;
    }
    if chosen(&query.filters).count() > 1 {
        let kept = Filters {
            non_salaried: query.filters.non_salaried,
            employer: query.filters.employer.clone(),
            rome: query.filters.rome.clone(),
            ..Filters::default()
        };
        try_out(Relax::DropFilters, OfferQuery { filters: kept, ..first_page.clone() })?;
    }
    if understanding.plan.area.is_some() {
        try_out(Relax::Anywhere, anywhere(view, &first_page, understanding)?)?;
    }
    if !understanding.understood.text.is_empty() {
        try_out(Relax::DropText, without_text(&first_page, understanding))?;
    }
    if list.out.is_empty() && counts.total == 0 {
        several(view, &first_page, understanding, &mut list)?;
    }
    list.out.truncate(MOST);
    Ok(list.out)
}

/// Where no single change finds anything: the words alone, the place alone, everything. Nobody is
/// left without a way on.
fn several(
    view: &View<'_>,
    query: &OfferQuery,
    understanding: &Understanding,
    list: &mut List,
) -> Result<(), SearchError> {
    let bare = OfferQuery { filters: Filters::default(), ..query.clone() };
    let words = anywhere(view, &bare, understanding)?;
    let place = OfferQuery {
        radius_km: RADII_KM.last().copied().unwrap_or(query.radius_km),
        ..without_text(&bare, understanding)
    };
    let everything = OfferQuery { text: String::new(), place_text: String::new(), commune: None, ..bare };
    let has_words = !understanding.understood.text.is_empty();
    let has_place = understanding.plan.area.is_some();
    let tries = [
        (Relax::OnlyText, words, has_words),
        (Relax::OnlyPlace, place, has_place),
        (Relax::Everything, everything, !query.text.is_empty() || has_place),
    ];
    for (change, query, _) in tries.into_iter().filter(|(.., makes_sense)| *makes_sense) {
        let total = total(view, &query)?;
        list.push(change, query, total);
        if list.out.len() == MOST_RADII {
            break;
        }
    }
    Ok(())
}

/// How many offers another search finds.
fn total(view: &View<'_>, query: &OfferQuery) -> Result<u32, SearchError> {
    let Understanding { plan, query, .. } = understand(view, query)?;
    evaluate::count(view.snapshot, view.fields, &plan, &query, view.today)
}

struct List {
    found: u32,
    out: Vec<Relaxation>,
}

impl List {
    /// Takes a relaxation that finds more.
    fn push(&mut self, change: Relax, query: OfferQuery, total: u32) {
        if total > self.found {
            self.out.push(Relaxation { change, query, total });
        }
    }
}

/// The nearest radius within which something is, where nothing is within the one that was asked for.
pub(crate) fn nearest(
    view: &View<'_>,
    query: &OfferQuery,
    understanding: &Understanding,
) -> Result<Option<u16>, SearchError> {
    let plan = wide::of_the_trade(&understanding.plan);
    let is_shown = |passed: Passed, score: Score| passed.perhaps() && score.trade;
    let counts = evaluate::count_by_radius(view.snapshot, view.fields, &plan, query, view.today, is_shown)?;
    Ok(counts.into_iter().find(|(km, count)| *count > 0 && *km <= FARTHEST_KM).map(|(km, _)| km))
}

/// The nearest radii at which more is found than at the one before.
fn radii(
    view: &View<'_>,
    query: &OfferQuery,
    understanding: &Understanding,
    list: &mut List,
) -> Result<(), SearchError> {
    let plan = &understanding.plan;
    let counts =
        evaluate::count_by_radius(view.snapshot, view.fields, plan, query, view.today, |passed, _| passed.all())?;
    let mut most = list.found;
    for (km, total) in counts {
        if total > most && list.out.len() < MOST_RADII {
            most = total;
            list.push(Relax::Radius { km }, OfferQuery { radius_km: km, ..query.clone() }, total);
        }
    }
    Ok(())
}

/// The facets of which something is chosen, with their bit number.
fn chosen(filters: &Filters) -> impl Iterator<Item = (usize, Facet)> + '_ {
    Facet::ALL.iter().copied().enumerate().filter(|(_, facet)| match facet {
        Facet::Contract => !filters.contract.is_empty(),
        Facet::Hours => !filters.hours.is_empty(),
        Facet::Experience => !filters.experience.is_empty(),
        Facet::Diploma => !filters.diploma.is_empty(),
        Facet::Schedule => !filters.schedule.is_empty(),
        Facet::Sector => !filters.sector.is_empty(),
        Facet::Since => filters.since.is_some(),
        Facet::Pay => filters.pay,
        Facet::NoCar => filters.no_car,
        Facet::Insertion => filters.insertion,
        Facet::Reserved => filters.reserved,
        Facet::Remote => !filters.remote.is_empty(),
        Facet::Permit => !filters.permit.is_empty(),
        Facet::Avoid => !filters.avoid.is_empty(),
        Facet::PayMin => filters.pay_min.is_some(),
    })
}

/// Each choice dropped by itself; the counts are known from the search.
fn dropped_facets(query: &OfferQuery, counts: &Counts) -> Vec<Relaxation> {
    let drop = |(bit, facet)| {
        let mut without = query.clone();
        let filters = &mut without.filters;
        match facet {
            Facet::Contract => filters.contract.clear(),
            Facet::Hours => filters.hours.clear(),
            Facet::Experience => filters.experience.clear(),
            Facet::Diploma => filters.diploma.clear(),
            Facet::Schedule => filters.schedule.clear(),
            Facet::Sector => filters.sector.clear(),
            Facet::Since => filters.since = None,
            Facet::Pay => filters.pay = false,
            Facet::NoCar => filters.no_car = false,
            Facet::Insertion => filters.insertion = false,
            Facet::Reserved => filters.reserved = false,
            Facet::Remote => filters.remote.clear(),
            Facet::Permit => filters.permit.clear(),
            Facet::Avoid => filters.avoid.clear(),
            Facet::PayMin => filters.pay_min = None,
        }
        Relaxation { change: Relax::DropFilter { facet }, total: counts.without(query, bit), query: without }
    };
    chosen(&query.filters).map(drop).collect()
}

/// The same words without their place. What is left may name another place: that one goes as well.
fn anywhere(view: &View<'_>, query: &OfferQuery, understanding: &Understanding) -> Result<OfferQuery, SearchError> {
    let mut text = understanding.understood.text.clone();
    loop {
        let without = OfferQuery { text: text.clone(), place_text: String::new(), commune: None, ..query.clone() };
        let again = understand(view, &without)?;
        if again.plan.area.is_none() || again.understood.text.len() >= text.len() {
            return Ok(without);
        }
        text = again.understood.text;
    }
}

/// The same place without the words: a place that stood in the words moves to the place field.
fn without_text(query: &OfferQuery, understanding: &Understanding) -> OfferQuery {
    let mut without = OfferQuery { text: String::new(), ..query.clone() };
    if let Some(place) = &understanding.place_in_text {
        match &understanding.understood.place {
            Some(found) => without.commune = Some(found.commune.clone()),
            None => without.place_text.clone_from(place),
        }
    }
    without
}
