//! The catalogue of trainings: its pages (`app::trainings`), and its sessions as a feed. The same for everybody.

use crate::public::api::{cached, parse_query};
use crate::public::feed::{self, Item, Items};
use crate::public::problem::Problem;
use crate::public::text_pages::page_of;
use crate::state::AppState;
use app::i18n::Lang;
use app::trainings::{self, Shown};
use app::url::{self, Feed};
use axum::extract::{OriginalUri, Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::answer::PlaceFound;
use domain::ical::{Calendar, Event};
use domain::time::Day;
use domain::training::Session;
use domain::training::query::{TrainingQuery, TrainingSort};
use search::{Catalogue, Listed, SearchError, TrainingAnswer};
use std::sync::Arc;

/// Seconds after which who came too early may come back.
const SOON: &str = "5";

/// Addresses of the search, in every language.
pub fn paths() -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(|lang| url::trainings_path(*lang))
}

/// `GET` of one of [`paths`].
pub async fn list(State(state): State<AppState>, OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    let lang = Lang::of_path(uri.path());
    match trainings::list(&state.context, lang, uri.query().unwrap_or_default()) {
        Ok(Some(html)) => page_of(html, &headers),
        Ok(None) => waiting(trainings::waiting(&state.context, lang)),
        Err(error) => failed(&error, trainings::waiting(&state.context, lang)),
    }
}

/// `GET` of one of [`paths`], then `<slug>-<number>`.
pub async fn one(
    State(state): State<AppState>,
    Path(segment): Path<String>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Response {
    let lang = Lang::of_path(uri.path());
    match trainings::one(&state.context, lang, &segment) {
        Ok(Shown::Page(html)) => page_of(html, &headers),
        Ok(Shown::Moved(to)) => (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to)]).into_response(),
        Ok(Shown::Missing(html)) => with_status(StatusCode::NOT_FOUND, html),
        Ok(Shown::Waiting(html)) => waiting(html),
        Err(error) => failed(&error, trainings::waiting(&state.context, lang)),
    }
}

/// A page that nobody keeps.
fn with_status(status: StatusCode, html: String) -> Response {
    let mut response = page_of(html, &HeaderMap::new());
    *response.status_mut() = status;
    response.headers_mut().remove(header::ETAG);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn waiting(html: String) -> Response {
    let mut response = with_status(StatusCode::SERVICE_UNAVAILABLE, html);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(SOON));
    response
}

fn failed(error: &SearchError, html: String) -> Response {
    tracing::error!(error = %crate::cli::chain(error), "the catalogue cannot be searched");
    waiting(html)
}

/// `GET /flux/formations.atom`.
pub async fn atom(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    match items(&state, raw.as_deref()) {
        Ok(items) => feed::atom(&items, &headers),
        Err(problem) => problem.into_response(),
    }
}

/// `GET /flux/formations.json`.
pub async fn json(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    match items(&state, raw.as_deref()) {
        Ok(items) => feed::json(&items, &headers),
        Err(problem) => problem.into_response(),
    }
}

/// `GET /flux/formations.ics`: the first days of the sessions that can still be begun (RFC 5545).
pub async fn calendar(State(state): State<AppState>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Response {
    let (query, answer) = match answered(&state, raw.as_deref()) {
        Ok(found) => found,
        Err(problem) => return problem.into_response(),
    };
    let site = state.config.public_url();
    let mut out = Calendar::new("Formations");
    out.text("NAME", &title(&state, &query, &answer));
    for (listed, session, place, again) in sessions(&answer, state.clock.today()) {
        let item = item(&site, listed, session, place, again);
        out.event(&Event {
            uid: &item.ids.1,
            stamp: item.changed,
            days: (session.first, session.first.plus(1)),
            title: &listed.stored.training.title,
            place: place.map_or("", |place| place.name.as_str()),
            what: &item.summary,
            page: &item.url,
        });
    }
    cached(out.finish(), "text/calendar; charset=utf-8", &headers)
}

fn items(state: &AppState, raw: Option<&str>) -> Result<Items, Problem> {
    let (query, answer) = answered(state, raw)?;
    let site = state.config.public_url();
    let whole = |path: String| format!("{site}{path}");
    let all = sessions(&answer, state.clock.today());
    Ok(Items {
        title: title(state, &query, &answer),
        page: whole(url::trainings(Lang::Fr, &query)),
        atom: whole(url::trainings_feed(Feed::Atom, &query)),
        json: whole(url::trainings_feed(Feed::Json, &query)),
        items: all.map(|(listed, session, place, again)| item(&site, listed, session, place, again)).collect(),
    })
}

/// Sessions that can still be begun: of which training, where, and how many like it stand before it.
fn sessions(
    answer: &TrainingAnswer,
    today: Day,
) -> impl Iterator<Item = (&Listed, &Session, Option<&PlaceFound>, usize)> {
    answer.hits.iter().flat_map(move |hit| {
        let open = hit.listed.sessions().filter(move |(session, _)| session.can_begin(today));
        each(open).map(|(session, place, again)| (&*hit.listed, session, place, again))
    })
}

fn answered(state: &AppState, raw: Option<&str>) -> Result<(TrainingQuery, TrainingAnswer), Problem> {
    let pairs = parse_query(raw.unwrap_or_default());
    let (query, problems) = TrainingQuery::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
    if !problems.is_empty() {
        return Err(Problem::bad_parameters(problems));
    }
    let query = TrainingQuery { sort: TrainingSort::Newest, page: 1, ..query };
    let ready: Option<(Arc<Catalogue>, _)> = state.context.catalogue.get().zip(state.search.get());
    let (catalogue, index) = ready.ok_or_else(Problem::not_ready)?;
    let today = state.clock.today();
    let answer = catalogue.search(&index.lexicon(), &query, today).map_err(|error| Problem::internal(&error))?;
    Ok((query, answer))
}

fn title(state: &AppState, query: &TrainingQuery, answer: &TrainingAnswer) -> String {
    let place = answer.understood.place.as_ref().map_or("", |place| place.name.as_str());
    let what = ["Formations", query.text.as_str(), place].into_iter().filter(|words| !words.is_empty());
    format!("{} – {}", what.collect::<Vec<_>>().join(", "), state.context.hub.name)
}

/// Each session, with how many stand before it that begin on the same day in the same commune.
fn each<'a>(
    sessions: impl Iterator<Item = (&'a Session, Option<&'a PlaceFound>)>,
) -> impl Iterator<Item = (&'a Session, Option<&'a PlaceFound>, usize)> {
    let mut seen = Vec::new();
    sessions.map(move |(session, place)| {
        let key = (session.first, &session.commune);
        let again = seen.iter().filter(|own| **own == key).count();
        seen.push(key);
        (session, place, again)
    })
}

/// A session: a new one is a new item, whatever the training was before.
fn item(site: &str, listed: &Listed, session: &Session, place: Option<&PlaceFound>, again: usize) -> Item {
    let training = &listed.stored.training;
    let number = training.number();
    let at = session.commune.as_ref().map_or("", |code| code.as_str());
    let own = [session.first.to_string(), at.to_owned(), if again > 0 { again.to_string() } else { String::new() }];
    let own = own.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let when = trainings::session_line(session, place);
    Item {
        ids: (format!("{site}{}#{own}", url::training_short(number)), format!("{number}-{own}")),
        url: format!("{site}{}", url::training(Lang::Fr, &training.slug(), number)),
        title: format!("{} – {when}", training.title),
        author: training.body.clone(),
        summary: trainings::sum_up(listed),
        content: training.objective.clone(),
        published: listed.stored.first_seen,
        changed: listed.stored.changed,
    }
}
