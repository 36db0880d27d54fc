//! Counts what offers say of the conditions that people ask for:
//! `cargo run --release -p domain --example said offers.jsonl`, one offer in JSON on each line.

#![expect(clippy::print_stdout, reason = "it shows what it counts")]

use domain::conditions::said;
use domain::offer::Offer;
use std::collections::BTreeMap;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("the path of a file of offers")?;
    let lines = std::fs::read_to_string(path)?;
    let offers: Vec<Offer> = lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            *counts.entry(format!("{name}={value}")).or_default() += 1;
        }
    };
    for read in offers.iter().map(said) {
        for value in read.work_times {
            count("hours", Some(value.to_string()));
        }
        count("experience", read.experience.map(|value| value.to_string()));
        for value in read.diplomas {
            count("diploma", Some(value.to_string()));
        }
        count("permit", read.permit.map(|value| value.to_string()));
        count("car", read.car.map(|value| value.to_string()));
        count("remote", read.remote.map(|value| value.to_string()));
        for value in read.schedule {
            count("schedule", Some(value.to_string()));
        }
        for value in read.avoid {
            count("avoid", Some(value.to_string()));
        }
    }
    println!("{} offers", offers.len());
    for (name, count) in counts {
        println!("{count:6} {name}");
    }
    Ok(())
}
