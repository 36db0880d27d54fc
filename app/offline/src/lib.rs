//! What `guide.js` calls: the same answers as the server's, computed on the phone. Nothing in here sends
//! or stores anything.

use domain::matching::Market;
use domain::pack::{LocalPack, RomePack, StepsPack};
use domain::time::Day;
use guide::skills::{self, FileKind, State, results};
use guide::world::{BasinLine, Rome, World};
use guide::{Form, paths};
use i18n::GuideTexts;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

struct Kept {
    rome: Rome,
    market: Option<Market>,
    steps: Option<StepsPack>,
    basins: Vec<BasinLine>,
    today: Day,
    action: String,
    origin: String,
}

thread_local! {
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

fn with<T: Default>(what: impl FnOnce(World<'_>) -> T) -> T {
    KEPT.with_borrow(|kept| {
        kept.as_ref().map_or_else(T::default, |kept| {
            what(World {
                t: GuideTexts::active(),
                rome: &kept.rome,
                market: kept.market.as_ref(),
                steps: kept.steps.as_ref(),
                basins: &kept.basins,
                today: kept.today,
                action: &kept.action,
                origin: &kept.origin,
            })
        })
    })
}

/// Takes the texts, the file of ROME, the day (days since 1970) and the basins (a line each: code, name,
/// offers, between tabs), where forms go, and the hub's own address. `false` when something is not of this build: the server then goes on answering.
#[wasm_bindgen]
pub fn begin(lang: &str, texts: &str, rome: &[u8], today: i32, basins: &str, action: &str, origin: &str) -> bool {
    let Some(rome) = RomePack::decode(rome).ok().and_then(Rome::new) else { return false };
    let line = |line: &str| {
        let mut cells = line.split('\t');
        let (code, name, offers) = (cells.next()?, cells.next()?, cells.next()?.parse().ok()?);
        Some(BasinLine { code: code.to_owned(), name: name.to_owned(), offers })
    };
    let basins = basins.lines().filter_map(line).collect();
    let (action, origin) = (action.to_owned(), origin.to_owned());
    KEPT.replace(Some(Kept { rome, market: None, steps: None, basins, today: Day(today), action, origin }));
    GuideTexts::load(lang, texts)
}

/// Takes a basin's offers. `false` when they are not of this file of ROME.
#[wasm_bindgen]
pub fn local(bytes: &[u8]) -> bool {
    KEPT.with_borrow_mut(|kept| {
        let Some(kept) = kept else { return false };
        let rome = &kept.rome;
        let pack = LocalPack::decode(bytes, rome.referential.item_count(), rome.referential.occupations().len());
        let Some(pack) = pack.ok().filter(|pack| pack.rome == rome.pack.mark()) else { return false };
        kept.market = Some(Market::new(&rome.referential, pack));
        true
    })
}

/// Takes the steps of a basin. `false` when they are not of this file of ROME.
#[wasm_bindgen]
pub fn steps(bytes: &[u8]) -> bool {
    KEPT.with_borrow_mut(|kept| {
        let Some(kept) = kept else { return false };
        let pack = StepsPack::decode(bytes, kept.rome.referential.occupations().len());
        kept.steps = pack.ok().filter(|pack| pack.rome == kept.rome.pack.mark());
        kept.steps.is_some()
    })
}

/// The page that answers a form.
#[wasm_bindgen]
pub fn answer(form: &str) -> String {
    with(|world| guide::answer(world, &Form::parse(form)).into_string())
}

/// The first page.
#[wasm_bindgen]
pub fn first() -> String {
    with(|world| skills::first(world).into_string())
}

/// The results of what this phone kept.
#[wasm_bindgen]
pub fn restore(form: &str) -> String {
    with(|world| skills::restore(world, &Form::parse(form)).into_string())
}

/// Titles for what was typed so far.
#[wasm_bindgen]
pub fn find(text: &str) -> String {
    with(|world| skills::found(world, text).into_string())
}

/// A file of who filled the form (`odt`, `json`, `ics`); empty for another kind.
#[wasm_bindgen]
pub fn take(form: &str, kind: &str) -> Vec<u8> {
    if kind == paths::CALENDAR {
        return with(|world| paths::calendar(world, &Form::parse(form)));
    }
    let kind = FileKind::from_code(kind);
    with(|world| kind.map(|kind| skills::file(world, &Form::parse(form), kind)).unwrap_or_default())
}

/// What an adviser sees of who filled the form, to be sealed.
#[wasm_bindgen]
pub fn shown(form: &str) -> String {
    with(|world| skills::shown(world, &Form::parse(form)))
}

/// What was said, from a file that [`take`] made; empty when it is none.
#[wasm_bindgen]
pub fn read(file: &str) -> String {
    skills::read_file(file).unwrap_or_default()
}

/// The offers in the order of who filled the form: for the test that both computers agree.
#[wasm_bindgen]
pub fn order(form: &str) -> Vec<u32> {
    with(|world| results::order(world, &State::read(&Form::parse(form))))
}

/// What the cards of these offers (numbers between spaces) say to who filled the form, in their order; empty
/// for an offer that is not among the local ones.
#[wasm_bindgen]
pub fn sentences(form: &str, numbers: &str) -> Vec<String> {
    with(|world| {
        let said = State::read(&Form::parse(form));
        let all = results::of_offers(world, &said, numbers.split_whitespace());
        all.into_iter().map(maud::Markup::into_string).collect()
    })
}
