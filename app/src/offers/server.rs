//! From the store and the index to what the pages show (server only). Called by `api.rs`.

use super::answer::{Fit, PlaceView, RelaxView, ResultsView};
use super::given::{ResultsPage, SuggestionView};
use super::list::draw;
use super::view::{CardView, ChannelView, OfferView, is_web};
use crate::context::AppContext;
use crate::error::AppError;
use crate::hub::HelpView;
use crate::i18n::Texts;
use crate::url;
use domain::answer::{Hit, PlaceFound, SearchAnswer};
use domain::apply::{ApplyChannel, business_phone};
use domain::mask;
use domain::minimum_pay::Territory;
use domain::number::OfferNumber;
use domain::offer::StoredOffer;
use domain::place::CommuneCode;
use domain::query::{OfferQuery, PAGE_SIZE};
use domain::time::Day;

/// Offers shown below a closed one: they are the way on.
const SIMILAR_TO_CLOSED: usize = 5;
/// Suggestions for a field.
const SUGGESTED: usize = 6;
/// Offers shown below an open one.
const SIMILAR_TO_OPEN: usize = 3;
/// Nobody who reads of a job here looks for the same one farther away, in metres.
const NEAR_ENOUGH_M: u32 = 100_000;

/// Reads the parameters of an address.
pub(crate) fn results_query(search: &str) -> OfferQuery {
    super::search_form::query_of(search)
}

/// Answers a search with the page's list.
pub(crate) async fn results(app: &AppContext, t: Texts, search: &str) -> Result<ResultsPage, AppError> {
    let mut query = results_query(search);
    let view = find(app, &mut query).await?;
    // What is drawn leads on from the search that was answered.
    let query = view.moved.as_deref().map_or(query, results_query);
    Ok(draw(t, view, &query))
}

/// Answers a search; without an index, the newest offers. A commune that only its code names gets its name.
pub(super) async fn find(app: &AppContext, query: &mut OfferQuery) -> Result<ResultsView, AppError> {
    let today = app.now().today;
    let mut view = match numbered(app, query, today).await {
        Some(view) => view,
        None => searched(app, query, today).await?,
    };
    flag(app, &mut view.cards, today);
    if let (Some(place), true) = (&view.place, query.commune.is_some() && query.place_text.is_empty()) {
        query.place_text.clone_from(&place.name);
    }
    Ok(view)
}

async fn searched(app: &AppContext, query: &OfferQuery, today: Day) -> Result<ResultsView, AppError> {
    Ok(match app.search.get() {
        Some(index) => {
            let answer = index.search(&OfferQuery { wider: true, ..query.clone() }, today)?;
            let help = answer
                .hits
                .is_empty()
                .then(|| app.help_near(answer.understood.place.as_ref().and_then(|place| place.point)));
            ResultsView { help, ..found(query, answer, today) }
        }
        None => newest(app, query, today).await?,
    })
}

/// The offer that somebody read the number of on paper, wherever it is; `None` when the text is the number of none.
async fn numbered(app: &AppContext, query: &OfferQuery, today: Day) -> Option<ResultsView> {
    let range = OfferNumber::beginning(&query.text)?;
    // The index answers even when the database does not: then it is a search as any other.
    let offers = app.store.open_called(range, today, PAGE_SIZE).await.ok()?;
    (!offers.is_empty()).then(|| ResultsView { ready: true, ..listed(&offers, offers.len() as u64, today) })
}

/// Marks the cards whose pay is under the legal minimum of the day.
pub(crate) fn flag(app: &AppContext, cards: &mut [CardView], today: Day) {
    for card in cards {
        let (minimum, territory) = (&app.config.minimum_pay, card.territory);
        let under = |pay| minimum.is_under(pay, card.contract, card.weekly_min, card.work_time, today, territory);
        card.under_minimum = card.pay.as_ref().is_some_and(under);
    }
}

/// How the offers of a page fit: those in a row that fit alike are one part.
fn parts(hits: &[Hit], nothing_else: bool) -> Vec<(Fit, usize)> {
    let mut parts: Vec<(Fit, usize)> = Vec::new();
    for hit in hits {
        let fit = match hit {
            Hit { unsaid, .. } if !unsaid.is_empty() => Fit::Unsaid(unsaid.clone()),
            Hit { lacks, .. } if !lacks.is_empty() => Fit::Lacks(lacks.clone()),
            Hit { in_text_only: true, .. } if nothing_else || !parts.is_empty() => Fit::InText,
            _ => Fit::All,
        };
        match (parts.last_mut(), fit) {
            (Some((Fit::Unsaid(all), count)), Fit::Unsaid(facets)) => {
                all.extend(facets.into_iter().filter(|facet| !all.contains(facet)).collect::<Vec<_>>());
                *count += 1;
            }
            (Some((last, count)), fit) if *last == fit => *count += 1,
            (_, fit) => parts.push((fit, 1)),
        }
    }
    parts
}

fn found(query: &OfferQuery, answer: SearchAnswer, today: Day) -> ResultsView {
    let answered = OfferQuery { wider: false, ..answer.query };
    let moved = (answered != *query).then(|| url::search_of(&answered));
    let query = &answered;
    let understood = answer.understood;
    let at = |place: PlaceFound| {
        let there =
            OfferQuery { commune: Some(place.commune), place_text: place.name.clone(), page: 1, ..query.clone() };
        PlaceView { name: place.name, postcode: place.postcode, search: url::search_of(&there) }
    };
    let mut all = query.clone();
    all.filters.non_salaried = true;
    all.page = 1;
    ResultsView {
        ready: true,
        today,
        total: answer.total,
        silent: answer.silent,
        partial: answer.partial,
        parts: parts(&answer.hits, answer.total == 0),
        moved,
        cards: answer.hits.into_iter().map(CardView::from).collect(),
        facets: answer.facets.into_iter().map(|f| (f.facet, f.value, f.count)).collect(),
        relax: answer
            .relax
            .into_iter()
            .map(|r| {
                let search = url::search_of(&OfferQuery { wider: false, ..r.query });
                RelaxView { change: r.change, search, total: r.total }
            })
            .collect(),
        place: understood.place.map(at),
        area: understood.area,
        guessed: understood.guessed_place,
        former: understood.former_place,
        widened_km: understood.widened_km,
        unknown_place: understood.unknown_place,
        other_places: understood.other_places.into_iter().take(5).map(at).collect(),
        corrected: understood.corrected.map(|text| (text, understood.exact)),
        spellings: understood.spellings,
        left_out: understood.left_out,
        internship: understood.internship,
        hidden: answer.non_salaried_hidden,
        hidden_search: url::search_of(&all),
        help: None,
    }
}

/// What a field of the form may become, each with the offers that the form would then find.
pub(crate) fn suggest(app: &AppContext, search: &str, field: &str) -> Result<Vec<SuggestionView>, AppError> {
    let Some(index) = app.search.get() else { return Ok(Vec::new()) };
    let today = app.now().today;
    let query = OfferQuery { page: 1, ..results_query(search) };
    let mut out = Vec::new();
    if field == "where" {
        for place in index.suggest_places(&query.place_text, SUGGESTED, today) {
            let there = OfferQuery { commune: Some(place.commune.clone()), ..query.clone() };
            let count = index.count(&there, today)?;
            let commune = Some(place.commune.to_string());
            out.push(SuggestionView { value: place.name, commune, postcode: place.postcode, count });
        }
    } else {
        for title in index.suggest_titles(&query.text, SUGGESTED, today)? {
            let count = index.count(&OfferQuery { text: title.clone(), ..query.clone() }, today)?;
            out.push(SuggestionView { value: title, commune: None, postcode: None, count });
        }
    }
    Ok(out)
}

async fn newest(app: &AppContext, query: &OfferQuery, today: Day) -> Result<ResultsView, AppError> {
    let offset = query.page.saturating_sub(1) * PAGE_SIZE;
    let offers = app.store.newest_open(today, PAGE_SIZE, offset).await?;
    let total = app.store.count_open(today).await?;
    Ok(ResultsView { help: (total == 0).then(|| app.help_near(None)), ..listed(&offers, total, today) })
}

fn listed(offers: &[StoredOffer], total: u64, today: Day) -> ResultsView {
    ResultsView {
        ready: false,
        today,
        total: u32::try_from(total).unwrap_or(u32::MAX),
        silent: 0,
        partial: 0,
        parts: vec![(Fit::All, offers.len())],
        moved: None,
        cards: offers.iter().map(|offer| offer.card().into()).collect(),
        facets: Vec::new(),
        relax: Vec::new(),
        place: None,
        area: None,
        guessed: None,
        former: None,
        widened_km: None,
        unknown_place: None,
        other_places: Vec::new(),
        corrected: None,
        spellings: Vec::new(),
        left_out: Vec::new(),
        internship: false,
        hidden: 0,
        hidden_search: String::new(),
        help: None,
    }
}

/// One offer as the page shows it.
pub(crate) async fn offer(app: &AppContext, number: OfferNumber, apply: bool) -> Result<OfferView, AppError> {
    let today = app.now().today;
    let stored = app.store.offer(number).await?.ok_or(AppError::NotFound)?;
    let mut similar = similar(app, &stored, today);
    flag(app, &mut similar, today);
    let help = app.help_near(stored.offer.places.iter().find_map(|place| place.point));
    let commune = stored.offer.places.first().and_then(|place| place.commune.as_ref());
    let territory = Territory::of_commune(commune.map(CommuneCode::as_str));
    let view = view(stored, today, apply, similar, help);
    let under = |pay| {
        let hours = &view.hours;
        app.config.minimum_pay.is_under(pay, view.contract, hours.weekly_min, hours.work_time, today, territory)
    };
    let short = format!("{}{}", app.config.public_url, url::offer_short(number));
    Ok(OfferView { under_minimum: view.pay.as_ref().is_some_and(under), qr: qr::path(&short), short, ..view })
}

fn similar(app: &AppContext, stored: &StoredOffer, today: Day) -> Vec<CardView> {
    let most = if stored.is_open(today) { SIMILAR_TO_OPEN } else { SIMILAR_TO_CLOSED };
    // The offer is worth showing even when nothing like it can be found.
    let hits = app.search.get().and_then(|index| index.similar(stored, today, most * 4).ok());
    let near = hits.unwrap_or_default().into_iter().filter(|hit| hit.distance_m.is_none_or(|m| m <= NEAR_ENOUGH_M));
    near.take(most).map(CardView::from).collect()
}

/// A way to apply as it may be shown: whatever an import let through, no surcharged number.
fn channel(channel: ApplyChannel) -> Option<ChannelView> {
    Some(match channel {
        ApplyChannel::Phone(number) => ChannelView::Phone(business_phone(&number)?),
        ApplyChannel::Url(to) => ChannelView::Url(Some(to).filter(|to| is_web(to))?),
        ApplyChannel::InPerson(place) => ChannelView::InPerson(mask::contacts(&place)),
        other => other.into(),
    })
}

fn view(stored: StoredOffer, today: Day, apply: bool, similar: Vec<CardView>, help: HelpView) -> OfferView {
    let closed = stored.closed_why(today);
    let old = stored.is_old(today);
    let number = stored.number;
    let offer = stored.offer;
    let channels: Vec<ChannelView> = offer.apply.iter().cloned().filter_map(channel).collect();
    OfferView {
        today,
        number,
        slug: offer.slug(),
        rome: offer.rome,
        appellation: offer.appellation.filter(|a| !a.eq_ignore_ascii_case(&offer.title)),
        employer: offer.employer.shown_name().map(str::to_owned),
        // What an anonymous employer says of itself would name it.
        about: offer.employer.about.clone().filter(|_| !offer.employer.anonymous),
        size: offer.employer.size.clone(),
        sector: offer.employer.sector(),
        agency: offer.employer.agency,
        places: offer.places.into_iter().take(20).map(|p| (p.precision, p.label, p.postcode)).collect(),
        remote: offer.remote,
        contract: offer.contract,
        contract_days: offer.contract_days,
        hours: offer.hours,
        pay: offer.pay,
        under_minimum: false,
        old,
        pay_text: offer.pay_text,
        requirements: offer.requirements,
        no_car: offer.no_car,
        posts: offer.posts,
        structure: offer.insertion.structure,
        clause: offer.insertion.clause == Some(true),
        reserved: offer.insertion.reserved == Some(true),
        start: offer.start,
        posted: offer.posted,
        updated: offer.updated.map(|at| at.utc_day()),
        closes: offer.closes,
        origin: offer.origin_url.clone().filter(|url| is_web(url)),
        licence: offer.licence,
        text: offer.text,
        source: offer.source,
        title: offer.title,
        can_apply: closed.is_none() && !channels.is_empty(),
        apply: if apply && closed.is_none() { channels } else { Vec::new() },
        closed,
        short: String::new(),
        qr: (0, String::new()),
        similar,
        help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::offer::{Closed, Offer};
    use domain::time::Timestamp;

    fn stored(change: impl FnOnce(&mut Offer)) -> StoredOffer {
        let mut offer = Offer::new("test", "1", "Cariste (H/F)");
        offer.apply = vec![ApplyChannel::Phone("0320000000".into())];
        offer.employer.name = Some("Fictif SARL".into());
        change(&mut offer);
        let t = Timestamp(0);
        let (number, text_since) = (offer.number(), t.utc_day());
        StoredOffer { number, offer, first_seen: t, confirmed: t, changed: t, closed: None, rev: 1, text_since }
    }

    #[test]
    fn how_to_apply_is_given_only_when_asked_for_and_while_open() {
        let shown = |apply, day| view(stored(|_| ()), Day(day), apply, Vec::new(), HelpView::default());
        assert!(shown(false, 0).apply.is_empty() && shown(false, 0).can_apply);
        assert_eq!(shown(true, 0).apply.len(), 1);
        let closed = shown(true, 61);
        assert!(closed.apply.is_empty() && !closed.can_apply);
        assert_eq!(closed.closed, Some(Closed::Expired));
    }

    #[test]
    fn an_anonymous_employer_is_never_named() {
        let offer = stored(|o| {
            o.employer.anonymous = true;
            o.employer.about = Some("Fictif SARL, depuis 1950".into());
        });
        let json = format!("{:?}", &view(offer, Day(0), true, Vec::new(), HelpView::default()));
        assert!(!json.contains("Fictif"), "{json}");
    }

    #[test]
    fn a_surcharged_number_that_an_import_let_through_is_not_shown() {
        let offer = stored(|o| {
            o.apply = vec![
                ApplyChannel::Phone("0899123456".into()),
                ApplyChannel::Phone("3672".into()),
                ApplyChannel::Url("tel:0899123456".into()),
                ApplyChannel::InPerson("12 rue Neuve, tél. 08 92 12 34 56".into()),
            ];
        });
        let shown = view(offer, Day(0), true, Vec::new(), HelpView::default()).apply;
        assert_eq!(shown, [ChannelView::InPerson(format!("12 rue Neuve, tél. {}", mask::NUMBER_MASK))]);
    }

    #[test]
    fn only_web_addresses_become_links() {
        let origin = |url: &str| {
            view(stored(|o| o.origin_url = Some(url.into())), Day(0), false, Vec::new(), HelpView::default()).origin
        };
        assert_eq!(origin("javascript:alert(1)"), None);
        assert!(origin("https://exemple.fr/1").is_some());
    }
}
