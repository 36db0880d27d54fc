//! What an import makes of a file of offers, a line for each: `cargo run --release -p import --example offers --
//! france-travail offers.jsonl.gz`. Two versions of the program are compared by the difference of their lines. Looks up
//! no commune and no occupation.
#![expect(clippy::print_stdout, reason = "it prints what it reads")]

use domain::time::Day;
use import::resolve::Reference;
use import::{Feed, Format, ImportError, input, offers};
use std::path::Path;

fn main() -> Result<(), ImportError> {
    let mut args = std::env::args().skip(1);
    let format = args.next().and_then(|code| Format::from_code(&code)).unwrap_or(Format::FranceTravail);
    let file = args.next().unwrap_or_else(|| "-".to_owned());
    let reference = Reference::default();
    let feed = Feed::in_utc("example", &reference, Day(i32::MAX));
    let mut records = offers(format, feed, input::open(Path::new(&file))?)?;
    for record in records.by_ref() {
        match record {
            Ok(offer) => println!(
                "{}\t{}\t{:?}\t{:?}\t{:?}",
                offer.source_id,
                offer.title,
                offer.pay,
                offer.pay_text.as_deref().unwrap_or_default(),
                offer.text.as_deref().unwrap_or_default()
            ),
            Err(bad) => println!("{}\t{:?}", bad.rejection.id.unwrap_or_default(), bad.rejection.reason),
        }
    }
    records.finish()
}
