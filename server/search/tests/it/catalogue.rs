//! Trainings: the same words, typing errors and places as offers; totals, counts and ways on against a plain loop.

use crate::made::{COMMUNES, TODAY, lexicon};
use domain::answer::PlaceFound;
use domain::occupation::RomeCode;
use domain::place::{CommuneCode, Point};
use domain::time::Timestamp;
use domain::training::query::{TrainingFacet, TrainingFilters, TrainingQuery, TrainingSort, months_after};
use domain::training::{Cost, Entry, Kind, Prerequisites, Promise, Session, StoredTraining, Training};
use proptest::prelude::*;
use search::{Catalogue, Lexicon, Listed, TrainingAnswer, TrainingChange};
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(lexicon);
/// Words that no title of ROME has, and where they are.
const CRAFTS: &[&str] = &["vannerie", "zinguerie", "mosaique"];

fn place(code: &str) -> PlaceFound {
    let (code, name, _, _, lat, lon) = COMMUNES.iter().find(|(own, ..)| *own == code).unwrap();
    let point = Point::from_degrees(*lat, *lon);
    PlaceFound { commune: CommuneCode::parse(code).unwrap(), name: (*name).to_owned(), postcode: None, point }
}

fn training(id: &str, title: &str) -> Training {
    Training {
        source: "test".into(),
        source_id: id.into(),
        kind: Kind::Course,
        title: title.into(),
        body: "Atelier des Deux Fosses".into(),
        phone: None,
        website: None,
        objective: None,
        certification: None,
        level: None,
        rome: Vec::new(),
        skills: Vec::new(),
        gives: Vec::new(),
        prerequisites: Prerequisites::default(),
        public: None,
        hours: None,
        weekly_hours: None,
        rhythm: None,
        cost: Cost::default(),
        monthly_pay: None,
        promises: Vec::new(),
        results: None,
        sessions: vec![session(10, Some("59512"))],
    }
}

fn session(days: i32, code: Option<&str>) -> Session {
    let mut session = Session::new(TODAY.plus(days), None, Entry::Fixed).unwrap();
    session.commune = code.map(|code| CommuneCode::parse(code).unwrap());
    session
}

fn listed(training: Training, changed: i64) -> Listed {
    let places = training.sessions.iter().map(|s| s.commune.as_ref().map(|code| place(code.as_str()))).collect();
    let stored = StoredTraining { training, first_seen: Timestamp(0), changed: Timestamp(changed) };
    Listed { stored, places, certification: None, trades: Vec::new() }
}

fn catalogue(all: Vec<Training>) -> Catalogue {
    Catalogue::build(all.into_iter().zip(0..).map(|(one, at)| listed(one, at)).collect()).unwrap()
}

fn ask(catalogue: &Catalogue, query: &TrainingQuery) -> TrainingAnswer {
    catalogue.search(&LEXICON, query, TODAY).unwrap()
}

fn about(text: &str) -> TrainingQuery {
    TrainingQuery { text: text.into(), ..TrainingQuery::default() }
}

fn titles(answer: &TrainingAnswer) -> Vec<&str> {
    answer.hits.iter().map(|hit| hit.listed.stored.training.title.as_str()).collect()
}

#[test]
fn words_mistakes_trades_and_places_are_understood_as_for_offers() {
    let fork = Training { rome: vec![RomeCode::parse("N1101").unwrap()], ..training("1", "Conduire un chariot") };
    let caces = Training {
        kind: Kind::Caces,
        sessions: vec![session(3, Some("62498"))],
        skills: vec!["Conduire un gerbeur".into()],
        ..training("2", "R489")
    };
    let bread = Training { objective: Some("Tenir un four.".into()), ..training("3", "Boulangerie et vannerie") };
    let all = catalogue(vec![fork, caces, bread]);
    // By its trade; around words that say nothing; mistyped; by its kind; by its body; by its text.
    for (text, found) in [
        ("cariste", "Conduire un chariot"),
        ("formation cariste", "Conduire un chariot"),
        ("carriste", "Conduire un chariot"),
        ("apprendre la vanerie", "Boulangerie et vannerie"),
        ("four", "Boulangerie et vannerie"),
    ] {
        let answer = ask(&all, &about(text));
        assert_eq!(titles(&answer), [found], "{text}");
    }
    assert_eq!(titles(&ask(&all, &about("gerbeur"))), ["Conduire un chariot", "R489"], "its trade, then who says it");
    assert!(titles(&ask(&all, &about("caces"))).contains(&"R489"), "by its kind");
    assert_eq!(ask(&all, &about("deux fosses")).total, 3);
    assert_eq!(ask(&all, &about("formation")).total, 3, "it narrows nothing");
    assert_eq!(ask(&all, &about("apprendre la vanerie")).understood.corrected.as_deref(), Some("la vannerie"));
    let here = ask(&all, &about("gerbeur lens"));
    assert_eq!((titles(&here), here.hits[0].distance_m), (vec!["R489"], Some(0)));
    let elsewhere = ask(&all, &about("gerbeur tours"));
    assert_eq!(elsewhere.total, 0);
    assert!(elsewhere.relax.iter().any(|way| way.change == TrainingChange::Anywhere && way.total == 2));
    let nowhere = ask(&all, &TrainingQuery { place_text: "Trifouillis".into(), ..about("") });
    assert_eq!((nowhere.understood.unknown_place.as_deref(), nowhere.total), (Some("Trifouillis"), 3));
}

#[test]
fn only_what_can_still_be_begun_is_found_and_the_next_session_is_shown() {
    let gone = Training { sessions: vec![session(-1, None)], ..training("1", "Passée") };
    let full = Training { sessions: vec![Session { places: Some(0), ..session(5, None) }], ..training("2", "Pleine") };
    let some = vec![session(-9, None), session(40, Some("59350")), session(20, Some("59178"))];
    let next = Training { sessions: some, ..training("3", "Ouverte") };
    let all = catalogue(vec![gone, full, next]);
    let answer = ask(&all, &about(""));
    assert_eq!((titles(&answer), answer.hits[0].session, answer.hits[0].sessions), (vec!["Ouverte"], 2, 2));
    let near = TrainingQuery {
        place_text: "Roubaix".into(),
        radius_km: 100,
        sort: TrainingSort::Distance,
        ..TrainingQuery::default()
    };
    assert_eq!(ask(&all, &near).hits[0].session, 1, "the nearest");
}

#[test]
fn the_newest_come_first_where_that_is_asked() {
    let all = catalogue(["Une", "Deux", "Trois"].iter().map(|title| training(title, title)).collect());
    let newest = TrainingQuery { sort: TrainingSort::Newest, ..TrainingQuery::default() };
    assert_eq!(titles(&ask(&all, &newest)), ["Trois", "Deux", "Une"]);
}

/// What a search should find, by a plain loop.
fn passes(training: &Training, query: &TrainingQuery) -> bool {
    let filters = &query.filters;
    let words = query.text.is_empty() || training.title.contains(&query.text);
    let whole = (filters.kind.is_empty() || filters.kind.contains(&training.kind))
        && (!filters.free || training.cost.remaining == Some(0))
        && (!filters.promise || !training.promises.is_empty());
    let one = |session: &Session| {
        let near = query.commune.as_ref().is_none_or(|from| {
            let at = session.commune.as_ref().map(|code| place(code.as_str()).point.unwrap());
            let from = place(from.as_str()).point.unwrap();
            session.remote || at.is_some_and(|at| at.distance_m(from) <= u32::from(query.radius_km) * 1_000)
        });
        let soon = filters.before.is_none_or(|day| session.begins(TODAY) < day);
        session.can_begin(TODAY) && near && soon && (!filters.remote || session.remote)
    };
    words && whole && training.sessions.iter().any(one)
}

fn total(all: &[Training], query: &TrainingQuery) -> u32 {
    all.iter().filter(|one| passes(one, query)).count() as u32
}

/// The same search with one value of a facet in the place of what was chosen of it.
fn with(query: &TrainingQuery, facet: TrainingFacet, value: &str) -> TrainingQuery {
    let pairs = query.to_pairs();
    let rest = pairs.iter().filter(|(name, _)| *name != facet.code()).map(|(name, value)| (*name, value.as_str()));
    TrainingQuery::from_pairs(rest.chain([(facet.code(), value)])).0
}

fn sessions() -> impl Strategy<Value = Vec<Session>> {
    let code = proptest::option::of(proptest::sample::select(COMMUNES.iter().map(|c| c.0).collect::<Vec<_>>()));
    let one = (-20..200i32, 0..90i32, code, any::<bool>(), any::<bool>(), proptest::option::of(0..3u16));
    proptest::collection::vec(
        one.prop_map(|(first, long, code, open, remote, places)| {
            let last = Some(TODAY.plus(first + long));
            Session {
                last,
                places,
                remote,
                entry: if open { Entry::Open } else { Entry::Fixed },
                ..session(first, code)
            }
        }),
        0..4,
    )
}

fn trainings() -> impl Strategy<Value = Vec<Training>> {
    let kinds = proptest::sample::select(vec![Kind::Course, Kind::Poei, Kind::Licence, Kind::French]);
    let one = (kinds, proptest::sample::select(CRAFTS), proptest::option::of(0..2u32), any::<bool>(), sessions());
    proptest::collection::vec(one, 0..60).prop_map(|all| {
        let each = all.into_iter().enumerate().map(|(at, (kind, craft, remaining, promised, sessions))| {
            let rome = RomeCode::parse("N1101").unwrap();
            let promise = Promise { employer: "Fictif".into(), jobs: 2, rome, signed: TODAY };
            let promises = if promised { vec![promise] } else { Vec::new() };
            let cost = Cost { remaining, ..Cost::default() };
            Training { kind, cost, promises, sessions, ..training(&at.to_string(), &format!("{craft} {at}")) }
        });
        each.collect()
    })
}

fn queries() -> impl Strategy<Value = TrainingQuery> {
    let text = prop_oneof![Just(""), proptest::sample::select(CRAFTS)];
    let commune = proptest::option::of(proptest::sample::select(COMMUNES.iter().map(|c| c.0).collect::<Vec<_>>()));
    let kind = proptest::sample::subsequence(vec![Kind::Course, Kind::Licence, Kind::Clea], 0..3);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let before = proptest::option::of(0..6usize);
    (text, commune, proptest::sample::select(vec![0u16, 10, 30, 100]), kind, flags, before).prop_map(
        |(text, commune, radius_km, kind, (free, remote, promise), before)| TrainingQuery {
            text: text.into(),
            commune: commune.map(|code| CommuneCode::parse(code).unwrap()),
            radius_km,
            filters: TrainingFilters {
                kind,
                free,
                // One in two would leave nothing.
                remote: remote && free,
                promise: promise && !remote,
                before: before.map(|at| months_after(TODAY)[at]),
            },
            ..TrainingQuery::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn totals_counts_and_ways_on_are_those_of_a_plain_loop(all in trainings(), query in queries()) {
        let made = catalogue(all.clone());
        let answer = ask(&made, &query);
        prop_assert_eq!(answer.total, total(&all, &query));
        for facet in TrainingFacet::ALL {
            let values: Vec<String> = match facet {
                TrainingFacet::Kind => Kind::ALL.iter().map(ToString::to_string).collect(),
                TrainingFacet::Before => months_after(TODAY).into_iter().map(domain::training::query::month_code).collect(),
                _ => vec!["1".to_owned()],
            };
            for value in values {
                let own = total(&all, &with(&query, *facet, &value));
                prop_assert_eq!(answer.count(*facet, &value), own, "{} {}", facet, value);
            }
        }
        for way in &answer.relax {
            prop_assert_eq!(way.total, total(&all, &way.query), "{:?}", way.change);
            prop_assert!(way.total > answer.total);
        }
        // A way on is offered whenever there is anything at all.
        let anything = total(&all, &TrainingQuery::default()) > 0;
        prop_assert!(answer.total > 0 || !anything || !answer.relax.is_empty());
    }

    #[test]
    fn pages_hold_every_training_once(all in trainings(), sort in proptest::sample::select(TrainingSort::ALL)) {
        let made = catalogue(all.clone());
        let mut seen = Vec::new();
        for page in 1..=4 {
            let answer = ask(&made, &TrainingQuery { page, sort, ..TrainingQuery::default() });
            seen.extend(answer.hits.iter().map(|hit| hit.listed.stored.training.number()));
        }
        let found = seen.len();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!((found, seen.len() as u32), (seen.len(), total(&all, &TrainingQuery::default())));
    }

    #[test]
    fn nothing_hostile_panics(text in "\\PC{0,300}", place in "\\PC{0,60}") {
        let made = catalogue(vec![training("1", &text)]);
        ask(&made, &TrainingQuery { place_text: place, ..about(&text) });
    }
}
