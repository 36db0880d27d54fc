//! Places: usual names, names with an error, and names inside the words of a search. Every official name in its
//! spellings is a test: `tests/it/official.rs`.

use crate::{Eval, Failure, Mean, set};
use domain::answer::Understood;
use domain::query::OfferQuery;
use domain::territories::{DEPARTEMENTS, REGIONS};

pub(crate) fn run(eval: &Eval) -> Result<(), Failure> {
    for (title, file) in [("usual names", "places-usual.tsv"), ("names with an error", "places-typos.tsv")] {
        measure(title, file, |typed| {
            Ok(eval.answer(OfferQuery { place_text: typed.to_owned(), ..OfferQuery::default() })?.understood)
        })?;
    }
    measure("places inside words", "places-in-words.tsv", |typed| Ok(eval.ask(typed, 1)?.understood))
}

/// Each line is what is typed and what is meant: codes of communes, "dep:59", "reg:32", "area:Alsace", or "-"
/// for no place.
fn measure(title: &str, file: &str, understand: impl Fn(&str) -> Result<Understood, Failure>) -> Result<(), Failure> {
    let (mut right, mut missed) = (Mean::default(), Vec::new());
    for line in set(file)?.lines() {
        let mut parts = line.split('\t');
        let (Some(typed), Some(codes)) = (parts.next(), parts.next()) else { continue };
        let understood = understand(typed)?;
        let is_meant = codes.split('|').any(|code| is(&understood, code));
        right.add(f64::from(u8::from(is_meant)));
        if !is_meant {
            let place = understood.place.map(|place| format!("{} {}", place.name, place.commune));
            missed.push(format!("{typed} ({codes}) → {:?}", place.or(understood.area)));
        }
    }
    println!("{title}: {} of them, {:.3} right; missed {missed:?}", right.count, right.value());
    Ok(())
}

fn is(understood: &Understood, code: &str) -> bool {
    let area = |name: &str| understood.area.as_deref() == Some(name);
    match code.split_once(':') {
        Some(("dep", code)) => DEPARTEMENTS.iter().any(|one| one.code == code && area(one.name)),
        Some(("reg", code)) => REGIONS.iter().any(|one| one.code == code && area(one.name)),
        Some(("area", name)) => area(name),
        _ if code == "-" => understood.place.is_none() && understood.area.is_none(),
        _ => understood.place.iter().any(|place| place.commune.as_str() == code),
    }
}
