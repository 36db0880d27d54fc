//! The index follows the store: another instance sees a new offer; a rebuilt index answers the same.

use crate::helpers::{TestApp, now, publish};
use app::context::SearchHandle;
use domain::offer::Offer;
use domain::query::OfferQuery;
use server::jobs::index::Follower;

fn numbers(handle: &SearchHandle, query: &OfferQuery) -> Vec<String> {
    let today = now().utc_day();
    let answer = handle.get().unwrap().search(query, today).unwrap();
    answer.hits.iter().map(|h| h.card.number.to_string()).collect()
}

fn query(text: &str) -> OfferQuery {
    OfferQuery { text: text.into(), ..OfferQuery::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_instance_sees_a_new_offer_at_its_next_look() {
    let mut first = TestApp::demo().await;
    assert!(first.follower.is_writer());
    let handle = SearchHandle::default();
    let mut second = Follower::open(first.state.store.clone(), first.dir.path(), handle.clone()).await.unwrap();
    second.step().await.unwrap();
    assert!(!second.is_writer(), "one process writes");
    let offer = Offer::new("test", "1", "Dresseur de dragons bleus");
    publish(&first.state.store, "test", std::slice::from_ref(&offer), now(), false).await;
    first.follower.step().await.unwrap();
    second.step().await.unwrap();
    assert_eq!(numbers(&handle, &query("dragons bleus")), [offer.number().to_string()]);
    // Gone from a complete feed: gone from the second instance.
    publish(&first.state.store, "test", &[], now(), true).await;
    first.follower.step().await.unwrap();
    second.step().await.unwrap();
    assert_eq!(numbers(&handle, &query("dragons bleus")), [] as [String; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_writer_is_gone_another_takes_over() {
    let first = TestApp::demo().await;
    let handle = SearchHandle::default();
    let mut second = Follower::open(first.state.store.clone(), first.dir.path(), handle.clone()).await.unwrap();
    second.step().await.unwrap();
    let TestApp { state, follower, dir: _dir, .. } = first;
    drop(follower);
    drop(state.search.clone());
    let offer = Offer::new("test", "2", "Dresseuse de dragons verts");
    publish(&state.store, "test", std::slice::from_ref(&offer), now(), false).await;
    second.step().await.unwrap();
    second.step().await.unwrap();
    assert!(second.is_writer());
    assert_eq!(numbers(&handle, &query("dragons verts")), [offer.number().to_string()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_index_built_from_nothing_answers_the_same() {
    let mut app = TestApp::demo().await;
    // A history: offers leave and come back, so that the index holds deleted documents.
    let all = demo::offers(now().utc_day()).unwrap();
    for keep in [2, 3, 1] {
        let part: Vec<Offer> = all.iter().enumerate().filter(|(i, _)| i % keep == 0).map(|(_, o)| o.clone()).collect();
        publish(&app.state.store, "demo", &part, now(), true).await;
        app.follower.step().await.unwrap();
    }
    let queries =
        ["", "agent", "cariste lens", "serveuse nice", "aide soignante", "vendeur roubaix", "mairie", "bonjour"];
    let before: Vec<_> = queries.iter().map(|q| numbers(&app.state.search, &query(q))).collect();
    assert!(app.follower.rebuild_now().await.unwrap());
    let after: Vec<_> = queries.iter().map(|q| numbers(&app.state.search, &query(q))).collect();
    assert_eq!(before, after);
    assert!(before[0].len() == 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_index_readiness_says_no_and_pages_still_answer() {
    let app = TestApp::demo().await;
    assert_eq!(app.get("/readyz").await.0, 200);
    app.state.search.set(None);
    assert_eq!(app.get("/readyz").await.0, 503);
    assert_eq!(app.get("/api/v1/offers?q=cariste").await.0, 503);
    let (status, _, body) = app.get("/offres?q=cariste").await;
    assert_eq!(status, 200);
    assert!(body.contains("/offres/"), "the newest offers are shown");
}
