//! The daily feed against a stub that behaves like France Travail's API, faults included.

use axum::Json;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use domain::place::DepartementCode;
use domain::time::Timestamp;
use serde_json::{Value, json};
use server::pull::{PullError, Settings, pull};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const NOW: Timestamp = Timestamp(1_790_000_000);
/// What the API shows of a search at most, and what a page holds.
const SHOWN: usize = 3_150;
const PAGE: usize = 150;

/// What goes wrong, by the number of the request.
type Fault = fn(usize) -> Option<Wrong>;

enum Wrong {
    Status(u16),
    TooMany,
    Truncated,
    /// The offers grow by one after this answer.
    Grow,
    /// The token expires before this answer.
    Expire,
    /// From here on nothing is answered any more.
    Dead,
}

#[derive(Clone)]
struct Stub(Arc<Mutex<Inner>>);

struct Inner {
    /// Offers by département: creation and number.
    offers: BTreeMap<String, Vec<(i64, String)>>,
    token: usize,
    requests: usize,
    /// Every search that was answered well: its parameters.
    answered: Vec<String>,
    fault: Fault,
}

fn none(_: usize) -> Option<Wrong> {
    None
}

impl Stub {
    /// `count` offers of each département, unevenly over two years.
    fn new(departements: &[(&str, usize)], fault: Fault) -> Self {
        let offers = departements
            .iter()
            .map(|(departement, count)| {
                let at = |i: usize| NOW.0 - 1 - i64::try_from(i * i % 63_000_000).unwrap();
                ((*departement).to_owned(), (0..*count).map(|i| (at(i), format!("{departement}N{i}"))).collect())
            })
            .collect();
        Self(Arc::new(Mutex::new(Inner { offers, token: 0, requests: 0, answered: Vec::new(), fault })))
    }

    /// Every number that the API has now.
    fn numbers(&self) -> BTreeSet<String> {
        self.0.lock().unwrap().offers.values().flatten().map(|(_, number)| number.clone()).collect()
    }

    fn set_fault(&self, fault: Fault) {
        let mut inner = self.0.lock().unwrap();
        inner.fault = fault;
        inner.requests = 0;
    }

    fn answered(&self) -> Vec<String> {
        self.0.lock().unwrap().answered.clone()
    }

    async fn serve(&self) -> Settings {
        let router = axum::Router::new()
            .route("/token", post(token))
            .route("/api/v2/offres/search", get(search))
            .with_state(self.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Settings {
            token_url: format!("{base}/token?realm=%2Fpartenaire"),
            api_url: format!("{base}/api"),
            client_id: "id".into(),
            client_secret: "secret".into(),
            second: Duration::from_millis(1),
        }
    }
}

async fn token(State(stub): State<Stub>, body: String) -> Response {
    for expected in ["grant_type=client_credentials", "client_id=id", "api_offresdemploiv2", "o2dsoffre"] {
        assert!(body.contains(expected), "{body}");
    }
    if !body.contains("client_secret=secret") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let mut inner = stub.0.lock().unwrap();
    inner.token += 1;
    Json(json!({ "access_token": format!("T{}", inner.token), "expires_in": 1499 })).into_response()
}

async fn search(
    State(stub): State<Stub>,
    Query(query): Query<BTreeMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let mut inner = stub.0.lock().unwrap();
    inner.requests += 1;
    let wrong = (inner.fault)(inner.requests);
    match wrong {
        Some(Wrong::Expire) => inner.token += 1,
        Some(Wrong::Status(status)) => return StatusCode::from_u16(status).unwrap().into_response(),
        Some(Wrong::TooMany) => return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "2")]).into_response(),
        Some(Wrong::Dead) => return StatusCode::BAD_GATEWAY.into_response(),
        _ => {}
    }
    if headers[header::AUTHORIZATION] != format!("Bearer T{}", inner.token) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let (first, last) = query["range"].split_once('-').unwrap();
    let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
    if first > 3_000 || last > 3_149 || last - first >= PAGE {
        return (StatusCode::BAD_REQUEST, "La plage de résultats demandée est trop importante.").into_response();
    }
    let at = |name: &str| Timestamp::parse(&query[name]).unwrap().0;
    let created = at("minCreationDate")..=at("maxCreationDate");
    let offers = &inner.offers[&query["departement"]];
    // The newest first: one more moves all the others to later places.
    let mut found: Vec<&(i64, String)> = offers.iter().filter(|(at, _)| created.contains(at)).collect();
    found.sort_by(|a, b| b.cmp(a));
    let total = found.len();
    let resultats: Vec<Value> = found
        .iter()
        .skip(first)
        .take(PAGE)
        .map(|(at, number)| json!({ "id": number, "intitule": "Cariste (H/F)", "dateCreation": Timestamp(*at).to_rfc3339() }))
        .collect();
    let range = format!("offres {first}-{}/{total}", first + resultats.len().saturating_sub(1));
    let status = match (total, resultats.len()) {
        (0, _) | (_, 0) => StatusCode::NO_CONTENT,
        (total, shown) if total == shown => StatusCode::OK,
        _ => StatusCode::PARTIAL_CONTENT,
    };
    let mut body = json!({ "resultats": resultats, "filtresPossibles": [] }).to_string();
    if matches!(wrong, Some(Wrong::Truncated)) {
        body.truncate(body.len() / 2);
    } else {
        inner.answered.push(format!("{} {} {first} {total}", query["minCreationDate"], query["maxCreationDate"]));
    }
    if matches!(wrong, Some(Wrong::Grow)) {
        let departement = query["departement"].clone();
        let number = format!("{departement}GROWN{}", inner.requests);
        inner.offers.get_mut(&departement).unwrap().push((NOW.0 - 5, number));
    }
    if status == StatusCode::NO_CONTENT {
        return status.into_response();
    }
    (status, [(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_RANGE, range)], body)
        .into_response()
}

fn departements(codes: &[&str]) -> Vec<DepartementCode> {
    codes.iter().map(|code| DepartementCode::parse(code).unwrap()).collect()
}

/// Pulls; the numbers in the file, in order of lines.
async fn pulled(settings: &Settings, codes: &[&str], folder: &Path) -> Result<Vec<String>, PullError> {
    let done = pull(settings.clone(), &departements(codes), folder, NOW, |_| ()).await?;
    let lines = std::fs::read_to_string(&done.file).unwrap();
    let numbers: Vec<String> =
        lines.lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(numbers.len(), done.offers);
    done.done().unwrap();
    assert!(!folder.exists());
    Ok(numbers)
}

fn exact(numbers: &[String], stub: &Stub) {
    let set: BTreeSet<String> = numbers.iter().cloned().collect();
    assert_eq!(set.len(), numbers.len(), "each offer once");
    assert_eq!(set, stub.numbers());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_departement_is_read_in_parts_whole_and_exact() {
    let dir = tempfile::tempdir().unwrap();
    let stub = Stub::new(&[("59", SHOWN * 2 + 700), ("2A", 1), ("48", 0)], none);
    let numbers = pulled(&stub.serve().await, &["59", "2A", "48"], &dir.path().join("pull")).await.unwrap();
    exact(&numbers, &stub);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_fault_loses_or_repeats_an_offer() {
    let faults: [Fault; 6] = [
        |n| (n % 5 == 2).then_some(Wrong::Status(500)),
        |n| (n % 4 == 1).then_some(Wrong::TooMany),
        |n| (n % 3 == 0).then_some(Wrong::Truncated),
        |n| (n % 4 == 3).then_some(Wrong::Expire),
        // While pages of a slice are still to come: what appears later belongs to the next pull.
        |n| (n == 2 || n == 5 || n == 6).then_some(Wrong::Grow),
        |n| match n % 9 {
            0 => Some(Wrong::Status(503)),
            2 => Some(Wrong::TooMany),
            4 => Some(Wrong::Truncated),
            6 => Some(Wrong::Expire),
            5 if n < 20 => Some(Wrong::Grow),
            _ => None,
        },
    ];
    for (i, fault) in faults.into_iter().enumerate() {
        let dir = tempfile::tempdir().unwrap();
        let stub = Stub::new(&[("62", 700)], fault);
        let numbers = pulled(&stub.serve().await, &["62"], &dir.path().join("pull")).await;
        exact(&numbers.unwrap_or_else(|e| panic!("fault {i}: {e}")), &stub);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pull_that_ended_half_way_goes_on_where_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("pull");
    let stub = Stub::new(&[("59", SHOWN + 400), ("60", 200)], |n| (n > 12).then_some(Wrong::Dead));
    let settings = stub.serve().await;
    let failed = pulled(&settings, &["59", "60"], &folder).await.unwrap_err();
    assert!(matches!(&failed, PullError::Unreachable { .. }), "{failed}");
    assert!(failed.to_string().contains("run the same command again"), "{failed}");
    let before = stub.answered();
    assert!(std::fs::read_dir(&folder).unwrap().count() > 1);
    stub.set_fault(none);
    let numbers = pulled(&settings, &["59", "60"], &folder).await.unwrap();
    exact(&numbers, &stub);
    // Searches that were too large, and slices that were read whole, are not asked again.
    let again = stub.answered()[before.len()..].iter().filter(|asked| before.contains(asked)).count();
    assert!(before.len() == 12 && again < 12, "{again} of {} asked again", before.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_credentials_and_refusals_say_so() {
    let dir = tempfile::tempdir().unwrap();
    let stub = Stub::new(&[("59", 10)], none);
    let settings = stub.serve().await;
    let wrong = Settings { client_secret: "other".into(), ..settings.clone() };
    let failed = pulled(&wrong, &["59"], &dir.path().join("a")).await.unwrap_err();
    assert!(
        failed.to_string().contains("FRANCE_TRAVAIL_CLIENT_ID") && !failed.to_string().contains("other"),
        "{failed}"
    );
    stub.set_fault(|_| Some(Wrong::Status(400)));
    let failed = pulled(&settings, &["59"], &dir.path().join("b")).await.unwrap_err();
    assert!(matches!(failed, PullError::Refused { status: 400, .. }), "{failed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_offers_in_a_second_than_are_shown_is_an_error_not_a_loss() {
    let dir = tempfile::tempdir().unwrap();
    let stub = Stub::new(&[("59", 0)], none);
    let same: Vec<(i64, String)> = (0..=SHOWN).map(|i| (NOW.0 - 100, format!("S{i}"))).collect();
    stub.0.lock().unwrap().offers.insert("59".into(), same);
    let failed = pulled(&stub.serve().await, &["59"], &dir.path().join("pull")).await.unwrap_err();
    assert!(matches!(failed, PullError::TooDense(_)), "{failed}");
}
