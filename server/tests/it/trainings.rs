//! The catalogue of trainings: its search, its pages, what machines read of it.

use crate::helpers::{TestApp, now, publish_trainings};
use app::context::CatalogueHandle;
use app::i18n::Lang;
use app::url;
use axum::http::StatusCode;
use domain::certification::{Certification, CertificationCode};
use domain::training::{Entry, Kind, Training, TrainingNumber};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

const LD: &str = "<script type=\"application/ld+json\">";

fn json_ld(page: &str) -> Option<Value> {
    let rest = &page[page.find(LD)? + LD.len()..];
    Some(serde_json::from_str(&rest[..rest.find("</script>").unwrap()]).unwrap())
}

fn path(training: &Training) -> String {
    url::training(Lang::Fr, &training.slug(), training.number())
}

/// A page, with ordinary spaces.
async fn page(app: &TestApp, path: &str) -> String {
    let (status, _, body) = app.get(path).await;
    assert_eq!(status, StatusCode::OK, "{path}");
    body.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The titles of the cards of a page.
fn titles(body: &str) -> Vec<&str> {
    let cards = body.split("<li class=\"card\">").skip(1);
    let cards = cards.filter(|card| card.contains("</a></h3>"));
    cards.map(|card| card.split("</a></h3>").next().unwrap().rsplit('>').next().unwrap()).collect()
}

async fn demo_training(app: &TestApp, id: &str) -> Training {
    app.state.store.training(TrainingNumber::of("demo", id)).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn anyone_finds_a_training_by_words_place_and_limits() {
    let app = TestApp::demo().await;
    let all = page(&app, "/formations").await;
    assert_eq!(titles(&all).len(), 20);
    assert!(all.contains("rel=\"next\"") && all.contains("<html lang=\"fr\""));
    // Help with children is found, but whoever names nothing came for a training.
    assert!(!titles(&all).iter().any(|title| title.contains("Garde d")), "{:?}", titles(&all));
    let named = page(&app, "/formations?q=garde+d%27enfants").await;
    assert!(titles(&named).iter().take(3).any(|title| title.contains("Garde d")), "{:?}", titles(&named));
    let forks = page(&app, "/formations?q=caces+chariot&where=Lens&radius_km=20").await;
    assert!(forks.contains("20 km de Lens"), "{:?}", titles(&forks));
    assert!(titles(&forks).iter().any(|title| title.contains("CACES R489")), "{:?}", titles(&forks));
    // What narrows stands as a link that takes it away, and every box sends without a script.
    let free = page(&app, "/formations?free=1&promise=1&kind=poei").await;
    assert!(titles(&free).iter().any(|title| title.contains("400 heures")));
    for part in [
        "href=\"/formations?kind=poei&amp;promise=1\"",
        "name=\"free\" value=\"1\" checked",
        "form=\"search\"",
        "name=\"before\"",
    ] {
        assert!(free.contains(part), "{part}");
    }
    let english = page(&app, "/en/formations?q=caces").await;
    assert!(english.contains("<html lang=\"en\"") && english.contains("courses</h2>"));
    // A mistake in a word is understood, a place in the words, too.
    let wrong = page(&app, "/formations?q=secretare+de+mairie").await;
    assert!(titles(&wrong).iter().any(|title| title.starts_with("Secrétaire de mairie")), "{:?}", titles(&wrong));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_finds_nothing_is_told_what_blocks() {
    let app = TestApp::demo().await;
    let body = page(&app, "/formations?q=secretaire+de+mairie&kind=permis&free=1").await;
    assert!(body.contains("Aucune formation trouvée.") && body.contains("Ce qui bloque"));
    assert!(body.contains("Sans le filtre « permis") || body.contains("Sans le filtre « Permis"));
    assert!(body.contains("href=\"/formations?q=secretaire+de+mairie&amp;free=1\""));
    assert!(body.contains("href=\"tel:"), "somebody to call");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_understood_is_said_and_nothing_else_is_lost() {
    let app = TestApp::demo().await;
    let body = page(&app, "/formations?q=cariste&before=jamais&kind=%3Cb%3E&page=x").await;
    assert!(body.contains("before = jamais") && body.contains("kind = &lt;b&gt;"));
    assert!(body.contains("value=\"cariste\"") && !titles(&body).is_empty());
    assert!(body.contains("rel=\"canonical\" href=\"http://127.0.0.1:3000/formations?q=cariste\""));
    for feed in ["/flux/formations.atom", "/flux/formations.json", "/flux/formations.ics"] {
        let (status, _, body) = app.get(&format!("{feed}?before=jamais")).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
        assert!(body.contains("before") && body.contains("2027-03"), "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_training_has_one_address() {
    let app = TestApp::demo().await;
    let training = demo_training(&app, "SM-1").await;
    let own = path(&training);
    for other in [url::training_short(training.number()), format!("/formations/autre-{}", training.number())] {
        let (status, headers, _) = app.get(&other).await;
        assert_eq!((status, headers["location"].to_str().unwrap()), (StatusCode::MOVED_PERMANENTLY, own.as_str()));
    }
    let (_, headers, _) = app.get(&format!("/en{}", url::training_short(training.number()))).await;
    assert_eq!(headers["location"].to_str().unwrap(), format!("/en{own}"));
    for none in ["/formations/x-000000000000", "/formations/x", "/en/formations/%3Cscript%3E"] {
        let (status, headers, body) = app.get(none).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{none}");
        assert_eq!(headers["cache-control"], "no-store");
        assert!(body.contains("noindex") && body.matches("<h1").count() == 1 && !body.contains("<script>"), "{none}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_training_says_everything_and_one_thing_to_do() {
    let app = TestApp::demo().await;
    let rncp = CertificationCode::parse("RNCP38552").unwrap();
    let CertificationCode::Rncp(number) = rncp else { unreachable!("{rncp}") };
    let title = "Titre professionnel fictif de montage".to_owned();
    let known =
        Certification { id: 1, title, kind: None, level: Some(3), rncp: Some(number), rs: None, rome: Vec::new() };
    app.state.store.replace_certifications(&[known]).await.unwrap();
    app.state.context.catalogue.set(server::jobs::catalogue::make(&app.state.store).await.unwrap());
    let body = page(&app, &path(&demo_training(&app, "ERBM-3").await)).await;
    for part in [
        "Agent de montage",
        "Emploi promis à la fin",
        "Intérim des Terrils promet 10 emplois",
        "17 sur 20 au travail",
        "Titre professionnel fictif de montage, RNCP38552, niveau 3 (CAP ou BEP)".trim(),
        "1 802 € par mois",
        "560 h en tout",
        "Immersion à l’atelier de montage",
        "href=\"tel:0353012111\"",
        "href=\"/parcours?vers=H2909\"",
        "10 places libres",
        "La branche (OPCO)",
        "Gratuit pour vous",
    ] {
        let there = body.to_lowercase().contains(&part.to_lowercase());
        assert!(there, "{part}");
    }
    let secretary = page(&app, &path(&demo_training(&app, "SM-1").await)).await;
    for part in ["À vérifier avec l", "Un entretien avec deux maires.", "Demandeurs d’emploi de l’Oise", "3 200 €"]
    {
        assert!(secretary.contains(part), "{part}");
    }
    assert!(secretary.contains("href=\"/offres?q="), "open offers of the trade");
}

/// What schema.org and Google require of a Course, and that nothing was invented.
fn check(ld: &Value, training: &Training) {
    let text = |name: &str| ld[name].as_str().unwrap_or_else(|| panic!("{}: {name}: {ld}", training.source_id));
    assert_eq!((text("@context"), text("@type")), ("https://schema.org", "Course"));
    assert_eq!(text("name"), training.title);
    assert!(!text("description").is_empty() && text("url").ends_with(&training.number().to_string()));
    assert_eq!(ld["provider"]["@type"], "Organization");
    assert_eq!(ld["provider"]["name"].as_str(), Some(training.body.as_str()));
    if let Some(offer) = ld["offers"].as_object() {
        assert!(["Free", "Partially Free", "Paid"].contains(&offer["category"].as_str().unwrap()), "{offer:?}");
        assert_eq!((offer["priceCurrency"].as_str(), offer["@type"].as_str()), (Some("EUR"), Some("Offer")));
        let price = offer["price"].as_u64().map(|euros| euros as u32);
        assert!(
            price == training.cost.remaining || (training.cost.remaining.is_none() && price == training.cost.total)
        );
    }
    assert_eq!(ld["offers"].is_object(), training.cost.remaining.is_some(), "{}", training.source_id);
    let instances = ld["hasCourseInstance"].as_array().cloned().unwrap_or_default();
    assert_eq!(instances.len(), training.open_sessions(now().utc_day()).count(), "{}", training.source_id);
    for (one, session) in instances.iter().zip(training.open_sessions(now().utc_day())) {
        assert_eq!(one["@type"], "CourseInstance");
        assert_eq!(one["startDate"].as_str(), Some(session.first.to_string().as_str()));
        assert_eq!(one["endDate"].is_string(), session.entry == Entry::Fixed && session.last.is_some());
        let mode = one["courseMode"].as_str();
        assert_eq!(mode, Some(if session.remote { "Online" } else { "Onsite" }), "{}", training.source_id);
        if mode == Some("Onsite") {
            let address = &one["location"]["address"];
            assert_eq!((&one["location"]["@type"], &address["@type"]), (&"Place".into(), &"PostalAddress".into()));
            assert!(address["addressLocality"].is_string() && address["addressCountry"] == "FR");
        }
        let hours = training.hours.map(|hours| format!("PT{hours}H"));
        assert_eq!(one["courseWorkload"].as_str(), hours.as_deref());
    }
    const KNOWN: &[&str] = &[
        "@context",
        "@type",
        "name",
        "description",
        "url",
        "provider",
        "teaches",
        "educationalCredentialAwarded",
        "coursePrerequisites",
        "offers",
        "hasCourseInstance",
    ];
    for name in ld.as_object().unwrap().keys() {
        assert!(KNOWN.contains(&name.as_str()), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_course_of_the_demo_is_a_course_for_machines() {
    let app = TestApp::demo().await;
    let all = app.state.store.trainings().await.unwrap();
    let mut courses = 0;
    for training in &all {
        let (status, headers, body) = app.get(&path(training)).await;
        assert_eq!(status, StatusCode::OK, "{}", training.source_id);
        assert!(headers.contains_key("etag"));
        assert_eq!(body.matches("<h1").count(), 1);
        let teaches = !matches!(training.kind, Kind::Immersion | Kind::ChildCare | Kind::Transport);
        let ld = json_ld(&body);
        assert_eq!(ld.is_some(), teaches, "{}", training.source_id);
        if let Some(ld) = ld {
            check(&ld, training);
            courses += 1;
        }
    }
    assert!(all.len() >= 60 && courses >= 50, "{courses} of {}", all.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_text_ends_no_script_and_no_page() {
    let app = TestApp::demo().await;
    let hostile = "</script><script>alert(1)</script>\u{2028}<!-- \"x\" & ' \u{1}";
    let training = Training {
        source: "test".into(),
        source_id: hostile.into(),
        title: format!("Zinguerie {hostile}"),
        body: hostile.into(),
        objective: Some(hostile.into()),
        website: Some("javascript:alert(1)".into()),
        skills: vec![hostile.into()],
        public: Some(hostile.into()),
        rhythm: Some(hostile.into()),
        ..demo_training(&app, "SM-1").await
    };
    publish_trainings(&app.state.store, "test", std::slice::from_ref(&training), now()).await;
    app.state.context.catalogue.set(server::jobs::catalogue::make(&app.state.store).await.unwrap());
    for path in [path(&training), "/formations?q=zinguerie".to_owned()] {
        let (status, _, body) = app.get(&path).await;
        assert_eq!(status, StatusCode::OK);
        assert!(body.contains("Zinguerie") && body.ends_with("</html>"), "{path}");
        assert!(!body.contains("<script>") && !body.contains("javascript:"), "{path}");
    }
    let (_, _, body) = app.get(&path(&training)).await;
    let ld = json_ld(&body).unwrap();
    assert_eq!(ld["name"].as_str(), Some(training.title.as_str()));
    let (_, _, atom) = app.get("/flux/formations.atom?q=zinguerie").await;
    well_formed(&atom);
    assert!(!atom.contains('\u{1}'));
}

/// Reads a document whole: every element is closed.
fn well_formed(xml: &str) -> usize {
    let mut reader = Reader::from_str(xml);
    let (mut depth, mut elements) = (0, 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(_) => {
                depth += 1;
                elements += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    elements
}

#[tokio::test(flavor = "multi_thread")]
async fn new_sessions_are_a_feed() {
    let app = TestApp::demo().await;
    let before = app.json("/flux/formations.json?q=secretaire+de+mairie").await;
    let (status, headers, atom) = app.get("/flux/formations.atom?q=secretaire+de+mairie").await;
    assert_eq!(status, StatusCode::OK, "{atom}");
    assert!(headers["content-type"].to_str().unwrap().starts_with("application/atom+xml"));
    assert_eq!(headers["access-control-allow-origin"], "*");
    assert!(well_formed(&atom) > 10);
    for element in ["<id>", "<updated>", "<published>", "rel=\"self\"", "rel=\"alternate\"", "<author>", "<summary>"] {
        assert!(atom.contains(element), "{element}: {atom}");
    }
    assert!(!atom.contains("0353012101"), "no contact");
    assert_eq!(before["version"], "https://jsonfeed.org/version/1.1");
    assert!(before["feed_url"].as_str().unwrap().contains("/flux/formations.json?q=secretaire+de+mairie&sort=date"));
    let items = before["items"].as_array().unwrap();
    assert!(items.iter().all(|item| !item["content_text"].as_str().unwrap().is_empty()));
    // A session more is an item more; the others keep their ids.
    let mut training = demo_training(&app, "SM-1").await;
    let mut session = training.sessions[0].clone();
    session.first = session.first.plus(300);
    session.last = None;
    training.sessions.push(session);
    let rest = app.state.store.trainings().await.unwrap();
    let rest = rest.into_iter().map(|own| if own.source_id == "SM-1" { training.clone() } else { own });
    let later = now().plus_days(1);
    publish_trainings(&app.state.store, "demo", &rest.collect::<Vec<_>>(), later).await;
    app.state.context.catalogue.set(server::jobs::catalogue::make(&app.state.store).await.unwrap());
    let after = app.json("/flux/formations.json?q=secretaire+de+mairie").await;
    let ids = |feed: &Value| -> Vec<String> {
        feed["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let (old, new) = (ids(&before), ids(&after));
    assert_eq!((new.len(), old.iter().all(|id| new.contains(id))), (old.len() + 1, true), "{old:?} {new:?}");
    let mut once = new.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), new.len());
    let first = &after["items"][0];
    assert_eq!(first["date_modified"].as_str().unwrap(), later.to_rfc3339(), "what changed last comes first");
    // The page of a search names its feed.
    let body = page(&app, "/formations?q=cariste&page=1").await;
    let link = "type=\"application/atom+xml\" href=\"/flux/formations.atom?q=cariste&amp;sort=date\"";
    assert!(body.contains(link), "{}", &body[..1500]);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_catalogue_it_is_said() {
    let mut app = TestApp::demo().await;
    app.change(|state| state.context.catalogue = CatalogueHandle::default());
    for path in ["/formations", "/en/formations", "/formations/x-000000000000"] {
        let (status, headers, body) = app.get(path).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(headers.contains_key("retry-after") && body.contains("href=\"tel:"), "{path}");
    }
    assert_eq!(app.get("/flux/formations.atom").await.0, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sitemap_lists_every_open_training_once() {
    let app = TestApp::demo().await;
    let (_, _, index) = app.get("/sitemap.xml").await;
    assert!(index.contains("/sitemap/formations.xml"));
    let (status, _, xml) = app.get("/sitemap/formations.xml").await;
    assert_eq!(status, StatusCode::OK);
    let all = app.state.store.trainings().await.unwrap();
    let open: Vec<_> = all.iter().filter(|one| one.open_sessions(now().utc_day()).next().is_some()).collect();
    assert_eq!(xml.matches("<loc>").count(), open.len());
    for training in open {
        assert!(xml.contains(&format!("{}</loc>", path(training))), "{}", training.source_id);
    }
}
