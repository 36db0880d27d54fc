//! What came of a partner's board: the numbers are what was done, they survive a clean stop and a database that fails,
//! and only who has the code reads them, without the small ones.

use crate::framing::{partner, with};
use crate::helpers::{TestApp, read};
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use domain::partner::{Counted, Host, PartnerEvent, PartnerKey};
use server::partner_secret;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;
use store::{Store, testing};

const SITE: &str = "https://asso.example";
const HUB: &str = "http://127.0.0.1:3000";

async fn visit(app: &TestApp, path: &str, referer: Option<&str>) {
    let mut request = Request::builder().uri(path);
    if let Some(referer) = referer {
        request = request.header(header::REFERER, referer);
    }
    read(app.send(request.body(Body::empty()).unwrap()).await).await;
}

async fn ask(app: &TestApp, form: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::builder()
        .method("POST")
        .uri("/p/asso/suivi")
        .header("host", "127.0.0.1:3000")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(form.to_owned()))
        .unwrap();
    read(app.send(request).await).await
}

/// Event and host to how often, whatever the week.
fn summed(counted: &[Counted]) -> BTreeMap<(String, String), u64> {
    let mut sums = BTreeMap::new();
    for row in counted {
        *sums.entry((row.event.to_string(), row.host.to_string())).or_default() += row.count;
    }
    sums
}

async fn first_offer(app: &TestApp) -> String {
    let stored = app.state.store.newest_open(app.state.clock.today(), 1, 0).await.unwrap().remove(0);
    format!("{}-{}", stored.offer.slug(), stored.number)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_numbers_of_a_session_are_what_was_done() {
    let app = with(&[partner("asso", &[SITE])]).await;
    let offer = first_offer(&app).await;
    let page = format!("{SITE}/nos-actions/emploi?visiteuse=marie");
    let session: &[(&str, String, Option<&str>, usize)] = &[
        ("view", "/e/asso".into(), Some(&page), 9),
        ("view", "/e/asso?page=2".into(), Some(HUB), 2),
        ("view", "/p/asso".into(), None, 6),
        ("search", "/e/asso?q=agent&where=Roubaix".into(), Some(&format!("{HUB}/e/asso")), 7),
        ("open", format!("/e/asso/offres/{offer}"), Some(&format!("{HUB}/e/asso?q=agent")), 5),
        ("open", format!("/p/asso/offres/{offer}"), Some("https://t.example/x"), 1),
        ("start", format!("/p/asso/offres/{offer}?postuler=1"), Some(HUB), 3),
    ];
    let mut done = BTreeMap::new();
    for (event, path, referer, times) in session {
        for _ in 0..*times {
            visit(&app, path, *referer).await;
        }
        let host = Host::of(*referer, partner("asso", &[SITE]).origins(), HUB).to_string();
        *done.entry(((*event).to_owned(), host)).or_default() += *times as u64;
    }
    // What shows nothing is no event.
    for path in ["/e/nobody", "/p/nobody", "/e/asso/offres/x-000000000000", "/p/asso/suivi", "/p/asso/affiche"] {
        visit(&app, path, Some(&page)).await;
    }
    let key = PartnerKey::parse("asso").unwrap();
    assert!(app.state.store.counts(&key).await.unwrap().is_empty(), "no request waits for the database");
    app.state.counts.flush(&app.state.store).await.unwrap();
    app.state.counts.flush(&app.state.store).await.unwrap();
    let counted = app.state.store.counts(&key).await.unwrap();
    assert_eq!(summed(&counted), done);
    assert!(counted.iter().all(|row| row.week == app.state.clock.today().monday()));
    let all =
        testing::texts(&app.state.store, "select partner || ' ' || event || ' ' || host from partner_counts").await;
    let all = all.unwrap().join("\n");
    assert!(!all.contains("marie") && !all.contains("nos-actions") && !all.contains(&offer), "{all}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_fails_loses_nothing() {
    let app = with(&[partner("asso", &[SITE])]).await;
    for _ in 0..4 {
        visit(&app, "/e/asso", None).await;
    }
    testing::raw(&app.state.store, "alter table partner_counts rename to away").await.unwrap();
    assert!(app.state.counts.flush(&app.state.store).await.is_err());
    visit(&app, "/e/asso", None).await;
    assert!(app.state.counts.flush(&app.state.store).await.is_err());
    assert_eq!(app.state.counts.waiting(), 5);
    testing::raw(&app.state.store, "alter table away rename to partner_counts").await.unwrap();
    app.state.counts.flush(&app.state.store).await.unwrap();
    assert_eq!(app.state.counts.waiting(), 0);
    let counted = app.state.store.counts(&PartnerKey::parse("asso").unwrap()).await.unwrap();
    assert_eq!(summed(&counted), [(("view".to_owned(), "direct".to_owned()), 5)].into());
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_has_the_code_reads_them_and_small_numbers_stay_hidden() {
    let app = with(&[partner("asso", &[SITE]), partner("other", &[])]).await;
    let (status, headers, body) = app.get("/p/asso/suivi").await;
    assert_eq!((status, headers["cache-control"].to_str().unwrap()), (StatusCode::OK, "no-store"));
    assert!(body.contains("name=\"code\"") && body.contains("content=\"noindex\"") && !body.contains("<td"));
    assert_eq!(app.get("/p/nobody/suivi").await.0, StatusCode::NOT_FOUND);
    assert_eq!(ask(&app, "code=").await.0, StatusCode::FORBIDDEN, "a partner without a code opens to none");
    let (own, others) = (partner_secret::make().unwrap(), partner_secret::make().unwrap());
    for (key, code) in [("asso", &own), ("other", &others)] {
        let key = PartnerKey::parse(key).unwrap();
        assert!(app.state.store.set_partner_secret(&key, &partner_secret::hash(code)).await.unwrap());
    }
    for _ in 0..12 {
        app.state.counter.count(&PartnerKey::parse("asso").unwrap(), Host::Direct, PartnerEvent::View);
    }
    for _ in 0..3 {
        app.state.counter.count(&PartnerKey::parse("asso").unwrap(), Host::Other, PartnerEvent::View);
        app.state.counter.count(&PartnerKey::parse("asso").unwrap(), Host::Here, PartnerEvent::Start);
    }
    app.state.counts.flush(&app.state.store).await.unwrap();
    for wrong in ["", "code=x", &format!("code={others}"), &format!("code={}", &own[1..])] {
        let (status, headers, body) = ask(&app, wrong).await;
        assert_eq!(
            (status, headers["cache-control"].to_str().unwrap()),
            (StatusCode::FORBIDDEN, "no-store"),
            "{wrong}"
        );
        assert!(body.contains("role=\"alert\"") && !body.contains("<td"), "{wrong}");
    }
    let (status, headers, body) = ask(&app, &format!("code={}", own.to_uppercase().replace('-', "+"))).await;
    assert_eq!((status, headers["cache-control"].to_str().unwrap()), (StatusCode::OK, "no-store"));
    assert!(!headers.contains_key("etag") && !headers.contains_key("set-cookie"));
    let plain = body.replace('\u{a0}', " ");
    for shown in
        ["<td>au moins 13", "12 sans site", "moins de 5 depuis un autre site", "<td>moins de 5", "pas encore compté"]
    {
        assert!(plain.contains(shown), "{shown}: {plain}");
    }
    assert!(!plain.contains("15") || !plain.contains("<td>15"), "the sum would tell");
    assert!(!body.contains(&own) && !body.contains(&own.to_uppercase()), "the page does not hold the code");
    let (status, headers, file) = ask(&app, &format!("code={own}&file=csv")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(headers["content-type"].to_str().unwrap().starts_with("text/csv"));
    assert!(headers["content-disposition"].to_str().unwrap().contains("suivi-asso.csv"));
    assert!(file.contains(";Liste vue;sans site (lien direct, affiche, message);12\r\n"), "{file}");
    assert!(file.contains(";moins de 5\r\n") && !file.contains(";3\r\n"), "{file}");
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_codes_is_limited() {
    let app = with(&[partner("asso", &[SITE])]).await;
    let mut refused = 0;
    for i in 0..30 {
        let (status, _, _) = ask(&app, &format!("code={i}")).await;
        refused += usize::from(status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(refused, 18);
}

struct Served {
    child: Child,
    port: u16,
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Served {
    async fn start(dir: &Path) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let child = command(dir, &["serve"]).env("PORT", port.to_string()).stdout(Stdio::null()).spawn().unwrap();
        let served = Self { child, port };
        let mut turn = tokio::time::interval(Duration::from_millis(50));
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            turn.tick().await;
        }
        served
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.lines().next().unwrap_or_default().to_owned()
    }

    fn stop(mut self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        assert!(self.child.wait().unwrap().success());
    }
}

fn command(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.args(args).env_clear().env("DATA_DIR", dir.join("data")).env("RUST_LOG", "warn").current_dir(dir);
    command.env("LISTEN_ADDR", "127.0.0.1");
    command
}

fn told(dir: &Path, args: &[&str]) -> (bool, String) {
    let Output { status, stdout, stderr } = command(dir, args).output().unwrap();
    (status.success(), String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr))
}

/// Sessions against the real binary, each ended by SIGTERM: their sum is what is in the database.
#[tokio::test(flavor = "multi_thread")]
async fn a_clean_stop_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    assert!(told(dir.path(), &["demo"]).0);
    let (rounds, visits) = (3, 20);
    for _ in 0..rounds {
        let served = Served::start(dir.path()).await;
        for _ in 0..visits {
            assert!(served.get("/e/ateliers-du-canal").contains("200"));
        }
        assert!(served.get("/p/ateliers-du-canal?q=agent").contains("200"));
        served.stop();
    }
    let store = Store::open(&format!("sqlite:{}", dir.path().join("data/passerelle.db").display()), 1).await.unwrap();
    let counted = store.counts(&PartnerKey::parse("ateliers-du-canal").unwrap()).await.unwrap();
    store.close().await;
    let one = |event: &str, n| ((event.to_owned(), "direct".to_owned()), n);
    assert_eq!(summed(&counted), [one("view", rounds * visits), one("search", rounds)].into());
    let (well, words) = told(dir.path(), &["partner", "counts", "ateliers-du-canal"]);
    let words = words.replace('\u{a0}', " ");
    assert!(
        well && words.contains("Semaine ")
            && words.contains("Liste vue: 60")
            && words.contains("Recherche faite: moins de 5"),
        "{words}"
    );
    let (well, file) = told(dir.path(), &["partner", "counts", "ateliers-du-canal", "--csv"]);
    assert!(well && file.contains(";60\r\n") && file.contains("Embauche;;pas encore compté"), "{file}");
    assert!(!told(dir.path(), &["partner", "counts", "nobody"]).0);
    assert!(told(dir.path(), &["check"]).0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_printed_once_and_kept_as_a_hash() {
    let dir = tempfile::tempdir().unwrap();
    let (well, first) = told(dir.path(), &["partner", "add", "canal", "--name", "Le Canal"]);
    assert!(well, "{first}");
    let code = |words: &str| words.split("code     ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    let own = code(&first);
    assert!(first.contains("/p/canal/suivi") && own.len() == 23, "{first}");
    let (well, again) = told(dir.path(), &["partner", "add", "canal", "--name", "Le Canal", "--replace"]);
    assert!(well && !again.contains("code     "), "it keeps its code: {again}");
    assert!(!told(dir.path(), &["partner", "list"]).1.contains(&own));
    let store = || async {
        Store::open(&format!("sqlite:{}", dir.path().join("data/passerelle.db").display()), 1).await.unwrap()
    };
    let kept = |store: Store| async move { store.partner_secret(&PartnerKey::parse("canal").unwrap()).await.unwrap() };
    assert_eq!(kept(store().await).await, Some(partner_secret::hash(&own)));
    let (well, new) = told(dir.path(), &["partner", "code", "canal"]);
    assert!(well && code(&new) != own, "{new}");
    assert_eq!(kept(store().await).await, Some(partner_secret::hash(&code(&new))));
    assert!(!told(dir.path(), &["partner", "code", "nobody"]).0);
}
