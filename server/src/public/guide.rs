//! The self-assessment and the paths for who has no WebAssembly, and their first pages for everybody: a form comes in, the
//! next page goes out. What comes in is neither kept nor logged nor put into an address.

use crate::public::api::cached;
use crate::state::AppState;
use app::i18n::{GuideTexts, Lang};
use app::skills::{Files, document, on_paper, paths_document};
use app::{text_pages, url};
use axum::body::Bytes;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use guide::paths::Target;
use guide::skills::{FileKind, first};
use guide::world::{BasinLine, World};
use guide::{Form, answer, paths, skills};
use packs::{Basin, PackSet};
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;

/// The policy of these pages: their two styles, known by their hashes; our scripts, which run WebAssembly and fetch
/// from us alone.
static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
    let [site, own] =
        [text_pages::style(), text_pages::guide_style()].map(|style| STANDARD.encode(Sha256::digest(style)));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{site}' 'sha256-{own}'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
         img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).ok()
});

/// Its addresses, in every language.
pub fn paths() -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(|lang| url::skills(*lang))
}

/// Addresses of the paths, in every language.
pub fn ways() -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(|lang| url::paths(*lang))
}

/// Addresses of the cards on paper.
pub fn card_paths() -> impl Iterator<Item = String> {
    Lang::ALL.iter().map(|lang| url::cards(*lang))
}

/// `GET`: the cards on paper.
pub async fn skills_cards(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Response {
    let lang = Lang::of_path(uri.path());
    let owned = state.clone();
    let drawn = tokio::task::spawn_blocking(move || {
        let set = owned.packs.get()?;
        let action = url::skills(lang);
        let market = set.basins().first().map(Basin::market);
        let t = GuideTexts::of(lang);
        let today = (owned.context.clock)().today;
        let world =
            World { t, rome: set.rome(lang), market, steps: None, basins: &[], today, action: &action, origin: "" };
        Some(on_paper(&owned.context, lang, &skills::paper(world)))
    });
    let page = drawn.await.ok().flatten();
    let page = page.unwrap_or_else(|| document(&state.context, lang, &skills::waiting(GuideTexts::of(lang)), None));
    guarded(cached(page.into_bytes(), "text/html; charset=utf-8", &headers))
}

/// `GET`: the first screen, the same for everybody.
pub async fn skills_first(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Response {
    let page = draw(&state, &uri, None).await;
    guarded(cached(page.into_bytes(), "text/html; charset=utf-8", &headers))
}

/// `GET`: the paths of who said nothing, to any job or to what the address names.
pub async fn paths_first(State(state): State<AppState>, OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    let towards = url::read_pairs(uri.query().unwrap_or_default()).into_iter().find(|(name, _)| name == url::TOWARDS);
    let ask = Ask { to: known(&state, towards.and_then(|(_, value)| Target::parse(&value))).await };
    let page = draw(&state, &uri, Some(Said::Address(ask))).await;
    guarded(cached(page.into_bytes(), "text/html; charset=utf-8", &headers))
}

/// Where an address leads: an offer that lies in no basin's file (no commune, or far from all) stands for its trade.
async fn known(state: &AppState, to: Option<Target>) -> Option<Target> {
    let Some(Target::Offer(number)) = to else { return to };
    let filed = state.packs.get().is_some_and(|set| set.basins().iter().any(|basin| basin.has(number)));
    if filed {
        return to;
    }
    let offer = state.store.offers(&[number]).await.ok()?.into_iter().next()?;
    offer.offer.rome.map(Target::Trade)
}

/// `POST`: the screen that answers a form.
pub async fn skills_answer(State(state): State<AppState>, OriginalUri(uri): OriginalUri, body: Bytes) -> Response {
    let form = Form::parse(&String::from_utf8_lossy(&body));
    if let Some(taken) = form.one("go").and_then(Taken::from_code) {
        return file(&state, &uri, form, taken).await;
    }
    let mut response = guarded(Html(draw(&state, &uri, Some(Said::Form(form))).await).into_response());
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A file that she takes away.
#[derive(Clone, Copy)]
enum Taken {
    /// What she can do.
    Skills(FileKind),
    /// The dates of a path.
    Calendar,
}

impl Taken {
    fn from_code(code: &str) -> Option<Self> {
        let skills = FileKind::from_code(code).map(Self::Skills);
        skills.or_else(|| (code == paths::CALENDAR).then_some(Self::Calendar))
    }

    fn head(self) -> (&'static str, String) {
        match self {
            Self::Skills(kind) => (kind.mime(), format!("competences.{}", kind.code())),
            Self::Calendar => ("text/calendar; charset=utf-8", "parcours.ics".to_owned()),
        }
    }
}

/// What she takes away, for who has no WebAssembly.
async fn file(state: &AppState, uri: &Uri, form: Form, taken: Taken) -> Response {
    let lang = Lang::of_path(uri.path());
    let owned = state.clone();
    let made = tokio::task::spawn_blocking(move || {
        let set = owned.packs.get()?;
        let basin = chosen(&set, &skills::State::read(&form));
        let world = World {
            t: GuideTexts::of(lang),
            rome: set.rome(lang),
            market: basin.map(Basin::market),
            steps: basin.map(Basin::steps),
            basins: &[],
            today: (owned.context.clock)().today,
            action: "",
            origin: "",
        };
        Some(match taken {
            Taken::Skills(kind) => skills::file(world, &form, kind),
            Taken::Calendar => paths::calendar(world, &form),
        })
    });
    let Ok(Some(bytes)) = made.await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let (mime, name) = taken.head();
    let headers = [
        (header::CONTENT_TYPE, mime.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

/// Gives a page the policy of those that run WebAssembly.
pub(super) fn guarded(mut response: Response) -> Response {
    if let Some(policy) = &*POLICY {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    response
}

/// What an address asks of the paths: nothing of hers.
struct Ask {
    to: Option<Target>,
}

/// What a page is asked by.
enum Said {
    /// A form that was sent.
    Form(Form),
    /// An address.
    Address(Ask),
}

async fn draw(state: &AppState, uri: &Uri, said: Option<Said>) -> String {
    let (lang, of_paths) = (Lang::of_path(uri.path()), Lang::strip(uri.path()) == Lang::strip(&url::paths(Lang::Fr)));
    let state = state.clone();
    // Matching thousands of offers is work: not on a thread that answers others.
    let drawn = tokio::task::spawn_blocking(move || page(&state, lang, of_paths, said)).await;
    drawn.unwrap_or_default()
}

impl Ask {
    /// As a form's fields; an offer's basin is the one in which it is. The page that is `drawn` for who said nothing
    /// shows a trade where it is taught; a phone that knows a basin keeps it.
    fn fields(&self, set: &PackSet, drawn: bool) -> Form {
        let mut form = Form::default();
        form.put("step", paths::Step::List.code());
        if let Some(to) = &self.to {
            form.put("to", to.to_string());
        }
        if let Some(Target::Offer(number)) = &self.to
            && let Some(basin) = set.basins().iter().find(|basin| basin.has(*number))
        {
            form.put("basin", basin.code.clone());
        }
        if let (Some(Target::Trade(code)), true) = (&self.to, drawn) {
            let trade = set.referential().occupation(code);
            let teaches = |basin: &&Basin| {
                basin.steps().steps.iter().any(|step| step.trades.iter().any(|own| Some(*own) == trade))
            };
            if let Some(basin) = set.basins().iter().find(teaches) {
                form.put("basin", basin.code.clone());
            }
        }
        form
    }
}

/// The offers that are looked at: those of her basin, invented ones where a group practises.
fn chosen<'a>(set: &'a PackSet, said: &skills::State) -> Option<&'a Basin> {
    if said.practises() {
        return Some(set.practice());
    }
    said.basin.as_deref().and_then(|code| set.basin(code)).or_else(|| set.basins().first())
}

fn page(state: &AppState, lang: Lang, of_paths: bool, said: Option<Said>) -> String {
    let t = GuideTexts::of(lang);
    let around = if of_paths { paths_document } else { document };
    let Some(set) = state.packs.get() else {
        return around(&state.context, lang, &skills::waiting(t), None);
    };
    let basins: Vec<BasinLine> = set
        .basins()
        .iter()
        .map(|basin| BasinLine {
            code: basin.code.clone(),
            name: basin.name.clone(),
            offers: u32::try_from(basin.offers).unwrap_or(u32::MAX),
        })
        .collect();
    let fresh = !matches!(said, Some(Said::Form(_)));
    let asked = match &said {
        Some(Said::Address(ask)) => Some(ask.fields(&set, false).encode()),
        _ => of_paths.then(|| "step=paths".to_owned()),
    };
    let form = said.map(|said| match said {
        Said::Form(form) => form,
        Said::Address(ask) => ask.fields(&set, true),
    });
    let basin = form.as_ref().and_then(|form| chosen(&set, &skills::State::read(form)));
    let action = if of_paths { url::paths(lang) } else { url::skills(lang) };
    let world = World {
        t,
        rome: set.rome(lang),
        market: basin.map(Basin::market),
        steps: basin.filter(|_| of_paths).map(Basin::steps),
        basins: &basins,
        today: (state.context.clock)().today,
        action: &action,
        origin: &state.context.config.public_url,
    };
    let screen = form.as_ref().map_or_else(|| first(world), |form| answer(world, form));
    let lines = basins.iter().map(|b| format!("{}\t{}\t{}", b.code, b.name, b.offers)).collect::<Vec<_>>().join("\n");
    let packs: Vec<(&str, &str, &str)> = set
        .basins()
        .iter()
        .chain([set.practice()])
        .map(|b| (b.code.as_str(), b.path.as_str(), b.steps_path.as_str()))
        .collect();
    let files = Files {
        rome: set.rome_file(lang).path.clone(),
        basins: lines,
        packs: serde_json::to_string(&packs).unwrap_or_default(),
        today: world.today.0,
        fresh,
        ask: asked,
    };
    around(&state.context, lang, &screen, Some(&files))
}
