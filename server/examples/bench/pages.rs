//! Search and rendering of a result page, beside a bare handler that returns the same bytes
//! through the same layers, by wrk, in turns.

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
const PATH: &str = "/offres?q=agent";

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
    let hub = store.hub().await?;
    let state = AppState::new(store, handle, clock, config, &hub, Site::load());
    let real = serve(router::build(state.clone()), 3941).await?;
    let body = text(3941, PATH)?;
    let bytes: &'static str = Box::leak(body.into_boxed_str());
    let bare = Router::new().route("/offres", get(move || async move { Html(bytes) }));
    let bare = serve(router::guarded(bare, state), 3942).await?;
    let mut rows = Vec::new();
    for (what, encoding) in [("as phones get it, brotli", "br"), ("not compressed", "identity")] {
        let mut ratios = Vec::new();
        let mut last = (0.0, 0.0);
        for _ in 0..ROUNDS {
            last = (load(3941, encoding)?, load(3942, encoding)?);
            ratios.push(last.0 / last.1);
        }
        ratios.sort_by(f64::total_cmp);
        rows.push((what, ratios[ROUNDS / 2], last));
    }
    real.abort();
    bare.abort();
    std::fs::remove_dir_all(&dir)?;
    for (what, ratio, (ours, bare)) in rows {
        row(
            &format!("search + page beside a bare handler of the same bytes, 10 k offers, {what}"),
            &format!("{:.0} % ({ours:.0} against {bare:.0} requests/s)", ratio * 100.0),
            "≥ 40 %",
        );
    }
    Ok(())
}

async fn fill(store: &Store, clock: &Clock) -> Result<(), Failure> {
    let now = clock.now();
    store.replace_places(&server::demo::communes()?).await?;
    store.replace_rome(&server::demo::rome("bench")?).await?;
    let demo = server::demo::offers(clock.today())?;
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

/// Requests a second that wrk got answered in an encoding.
fn load(port: u16, encoding: &str) -> Result<f64, Failure> {
    let url = format!("http://127.0.0.1:{port}{PATH}");
    let header = format!("Accept-Encoding: {encoding}");
    let output = Command::new("wrk").args(["-t1", "-c8", "-d4s", "-H", &header, &url]).output()?;
    let text = String::from_utf8(output.stdout)?;
    let rate = text.lines().find_map(|l| l.trim().strip_prefix("Requests/sec:")).ok_or("wrk said nothing")?;
    Ok(rate.trim().parse()?)
}
