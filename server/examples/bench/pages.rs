//! Search and rendering of a result page and of a partner's frame, each beside a bare handler that
//! returns the same bytes through the same layers, by wrk, in turns.

use crate::{Failure, row};
use app::context::SearchHandle;
use axum::Router;
use axum::response::Html;
use axum::routing::get;
use clap::Parser;
use domain::import::ImportReport;
use server::assets::Site;
use server::clock::Clock;
use server::config::Config;
use server::jobs::index::Follower;
use server::router;
use server::state::AppState;
use std::process::Command;
use store::{PublishOptions, Store};

const OFFERS: usize = 10_000;
const ROUNDS: usize = 3;
/// What is asked, and what it is.
const PATHS: &[(&str, &str)] =
    &[("/offres?q=agent", "page of results"), ("/e/ateliers-du-canal?q=agent", "partner's frame")];

#[derive(Parser)]
struct Args {
    #[command(flatten)]
    config: Config,
}

/// Serves both, loads both in turns, prints the ratio.
pub(crate) async fn measure() -> Result<(), Failure> {
    if Command::new("wrk").arg("--version").output().is_err() {
        row("search + page beside a bare handler", "skipped: wrk is not installed", "≥ 40 %");
        return Ok(());
    }
    let dir = std::env::temp_dir().join(format!("passerelle-bench-pages-{}", std::process::id()));
    let data_dir = dir.to_string_lossy().into_owned();
    let config = Args::parse_from(["bench", "--data-dir", &data_dir]).config;
    config.check()?;
    let store = Store::open(&config.database_url(), 8).await?;
    store.migrate().await?;
    let clock = Clock::new("Europe/Paris").ok_or("no such zone")?;
    fill(&store, &clock).await?;
    let handle = SearchHandle::default();
    let mut follower = Follower::open(store.clone(), &dir, handle.clone()).await?;
    follower.step().await?;
    for partner in demo::partners()? {
        store.put_partner(&partner, false).await?;
    }
    let hub = store.hub().await?;
    let state = AppState::new(store, handle, clock, config, &hub, Site::load());
    state.context.partners.refresh(&state.store).await?;
    let real = serve(router::build(state.clone()), 3941).await?;
    let mut bare = Router::new();
    for (path, _) in PATHS {
        let bytes: &'static str = Box::leak(text(3941, path)?.into_boxed_str());
        let route = path.split('?').next().unwrap_or(path);
        bare = bare.route(route, get(move || async move { Html(bytes) }));
    }
    let bare = serve(router::guarded(bare, state), 3942).await?;
    let mut rows = Vec::new();
    for (path, page) in PATHS {
        for (what, encoding) in [("as phones get it, brotli", "br"), ("not compressed", "identity")] {
            let mut rounds = Vec::new();
            for _ in 0..ROUNDS {
                rounds.push((load(3941, path, encoding)?, load(3942, path, encoding)?));
            }
            rounds.sort_by(|a, b| f64::total_cmp(&(a.0.rate / a.1.rate), &(b.0.rate / b.1.rate)));
            rows.push((page, what, rounds.swap_remove(ROUNDS / 2)));
        }
    }
    real.abort();
    bare.abort();
    std::fs::remove_dir_all(&dir)?;
    for (page, what, (ours, bare)) in rows {
        row(
            &format!("{page}: search + drawing beside a bare handler of the same bytes, 10 k offers, {what}"),
            &format!(
                "{:.0} % ({:.0} against {:.0} requests/s; 99 of 100 within {} against {})",
                100.0 * ours.rate / bare.rate,
                ours.rate,
                bare.rate,
                ours.p99,
                bare.p99
            ),
            "≥ 40 %, or 500/s with p99 ≤ 50 ms",
        );
    }
    Ok(())
}

async fn fill(store: &Store, clock: &Clock) -> Result<(), Failure> {
    let now = clock.now();
    store.replace_places(&demo::communes()?).await?;
    store.replace_rome(&demo::rome("bench")?).await?;
    let demo = demo::offers(clock.today())?;
    let import = store.begin_import("bench", now).await?;
    let all: Vec<_> = demo
        .iter()
        .cycle()
        .take(OFFERS)
        .enumerate()
        .map(|(i, offer)| {
            let mut offer = offer.clone();
            offer.source = "bench".into();
            offer.source_id = format!("B{i}");
            offer
        })
        .collect();
    for batch in all.chunks(1_000) {
        store.stage(&import, batch).await?;
    }
    let options = PublishOptions { partial: false, force: true, now };
    store.publish(import, &options, ImportReport::default()).await?;
    Ok(())
}

async fn serve(router: Router, port: u16) -> Result<tokio::task::JoinHandle<()>, Failure> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    Ok(tokio::spawn(async move { drop(axum::serve(listener, router).await) }))
}

fn text(port: u16, path: &str) -> Result<String, Failure> {
    let output = Command::new("curl").args(["-s", &format!("http://127.0.0.1:{port}{path}")]).output()?;
    Ok(String::from_utf8(output.stdout)?)
}

/// What wrk got answered, with as many connections as it is given.
struct Load {
    /// Requests a second.
    rate: f64,
    /// The time within which 99 of 100 were answered, as wrk writes it.
    p99: String,
}

/// Asks for a path as fast as it is answered.
fn load(port: u16, path: &str, encoding: &str) -> Result<Load, Failure> {
    let url = format!("http://127.0.0.1:{port}{path}");
    let header = format!("Accept-Encoding: {encoding}");
    let output = Command::new("wrk").args(["-t1", "-c8", "-d4s", "--latency", "-H", &header, &url]).output()?;
    let text = String::from_utf8(output.stdout)?;
    if let Some(bad) = text.lines().find(|line| line.contains("Non-2xx")) {
        return Err(format!("{url}: {bad}").into());
    }
    let of = |start: &str| text.lines().find_map(|line| line.trim().strip_prefix(start)).map(str::trim);
    let rate = of("Requests/sec:").ok_or("wrk said nothing")?.parse()?;
    Ok(Load { rate, p99: of("99%").ok_or("wrk said no latencies")?.to_owned() })
}
