//! How it is to work in the demo's occupations, in our own words.
//!
//! A block an occupation. `# CODE` begins it; then lines of a letter and a text: `j` a day; `a` how one gets in; and
//! contexts of work (`;` between them): `e` effort, `h` hours, `l` places, `p` people.

use super::DemoError;
use domain::occupation::{ContextKind, Portrait, RomeCode};

const FILE: &str = "portraits.txt";

/// Every portrait, by code.
pub(super) fn all() -> Result<Vec<Portrait>, DemoError> {
    let mut out: Vec<Portrait> = Vec::new();
    for (at, line) in include_str!("data/portraits.txt").lines().enumerate() {
        let wrong = |problem: &str| DemoError::new(FILE, at + 1, problem);
        if let Some(head) = line.strip_prefix("# ") {
            // Other lines that begin so are remarks.
            out.extend(RomeCode::parse(head).map(Portrait::new));
        } else if let Some((letter, text)) = line.split_once(' ') {
            let own = out.last_mut().ok_or_else(|| wrong("no occupation begins before this line"))?;
            match letter {
                "j" => own.day = text.to_owned(),
                "a" => own.access = text.to_owned(),
                other => {
                    let kind = kind(other).ok_or_else(|| wrong("not understood"))?;
                    own.contexts.extend(text.split(" ; ").map(|label| (kind, label.to_owned())));
                }
            }
        }
    }
    out.sort_by(|a, b| a.rome.cmp(&b.rome));
    Ok(out)
}

fn kind(letter: &str) -> Option<ContextKind> {
    Some(match letter {
        "e" => ContextKind::Conditions,
        "h" => ContextKind::Hours,
        "l" => ContextKind::Places,
        "p" => ContextKind::People,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_occupation_has_a_day_effort_hours_and_a_way_in() {
        let all = all().unwrap();
        let codes: BTreeSet<RomeCode> = super::super::occupations().unwrap().into_iter().map(|own| own.code).collect();
        assert_eq!(all.iter().map(|own| own.rome.clone()).collect::<BTreeSet<_>>(), codes);
        assert_eq!(all.len(), codes.len());
        for own in &all {
            let sentences = own.day.split_inclusive(['.', '?', '!']).count();
            assert!((2..=4).contains(&sentences), "{}: {sentences} sentences", own.rome);
            assert!(own.day.split_whitespace().count() <= 45, "{}", own.rome);
            assert!(!own.access.is_empty(), "{}", own.rome);
            for kind in [ContextKind::Conditions, ContextKind::Hours, ContextKind::Places] {
                assert!(own.of(kind).count() > 0, "{} {kind}", own.rome);
            }
        }
    }
}
