//! Texts with contacts and texts without, written by hand by somebody who did not see the rules.
//!
//! A line of a set is one text; ⟦…⟧ stands around what must be masked, `\n` and `\t` are a line break and a tab.

use domain::mask::{ADDRESS_MASK, NUMBER_MASK, contacts};

/// What stands for any mask while texts are compared.
const MASKED: char = '\u{1}';
const BEFORE: &str = include_str!("sets/contacts-before.tsv");
const AFTER: &str = include_str!("sets/contacts-after.tsv");

#[test]
fn contacts_of_the_set_are_masked_and_nothing_else() {
    for (half, set) in [("before", BEFORE), ("after", AFTER)] {
        let texts: Vec<String> =
            set.lines().skip(1).map(|line| line.replace("\\n", "\n").replace("\\t", "\t")).collect();
        let (with, without): (Vec<&String>, Vec<&String>) = texts.iter().partition(|text| text.contains('⟦'));
        let missed: Vec<_> = with.iter().filter(|text| !is_right(text)).collect();
        let touched: Vec<_> = without.iter().filter(|text| contacts(text) != ***text).collect();
        let right = with.len() - missed.len();
        let masked = with.iter().filter(|text| contacts(&plain(text)) != plain(text)).count() + touched.len();
        let recall = share(right, with.len());
        eprintln!("contacts ({half}): recall {recall:.3}, precision {:.3}", share(right, masked));
        for text in missed.iter().chain(&touched) {
            eprintln!("  {text:?}\n    -> {:?}", contacts(&plain(text)));
        }
        assert!(recall >= 0.98, "{half}: {} of {} missed", missed.len(), with.len());
        assert!(share(touched.len(), without.len()) <= 0.01, "{half}: {} of {} touched", touched.len(), without.len());
    }
}

fn is_right(text: &str) -> bool {
    let mut expected = String::new();
    for part in text.split('⟦') {
        match part.split_once('⟧') {
            Some((_, after)) => expected.extend([&MASKED.to_string(), after]),
            None => expected.push_str(part),
        }
    }
    let found = contacts(&plain(text)).replace(MASKED, "").replace(ADDRESS_MASK, "\u{1}").replace(NUMBER_MASK, "\u{1}");
    without_edges(&found) == without_edges(&expected)
}

/// The text as it is given to the masks.
fn plain(text: &str) -> String {
    text.replace(['⟦', '⟧'], "")
}

/// The text without the white space, brackets and schemes beside its masks.
fn without_edges(text: &str) -> String {
    let edge = |c: char| c.is_whitespace() || "()[]{}<>".contains(c);
    let mut parts: Vec<&str> = text.split(MASKED).collect();
    let last = parts.len() - 1;
    for (place, part) in parts.iter_mut().enumerate() {
        if place > 0 {
            *part = part.trim_start_matches(edge);
        }
        if place < last {
            *part = part.trim_end_matches(edge);
            for scheme in ["mailto:", "https://", "http://"] {
                *part = part.strip_suffix(scheme).unwrap_or(part).trim_end_matches(edge);
            }
        }
    }
    parts.join("\u{1}")
}

fn share(part: usize, whole: usize) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    count(part) / count(whole.max(1))
}
