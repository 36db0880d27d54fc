//! How much of what people write as opening hours is understood. The texts of a half are marked by
//! hand. The first half was there before the reader; the second was written by somebody else when the
//! reader had all of the first, and 50 of its 75 texts were read as marked. The reader was then mended
//! on the kinds of its misses, so that only texts that are still to come measure it blindly.

use domain::opening::Opening;

/// Name and lines of a half: `expected<TAB>text`, where `?` is what nobody can be sure of and `\n` in
/// the text is a line break.
const HALVES: [(&str, &str); 2] =
    [("before", include_str!("sets/hours-before.tsv")), ("after", include_str!("sets/hours-after.tsv"))];

/// What is understood of a half, at least.
const ENOUGH: f64 = 0.95;

/// What is wrong with the way a text is read, if anything.
fn miss(expected: &str, text: &str) -> Option<String> {
    let read = text.replace("\\n", "\n").parse::<Opening>();
    let (says, right) = match (&read, expected) {
        (Ok(hours), "?") => (format!("GUESSED {hours}"), false),
        (Ok(hours), _) => (format!("read {hours}"), expected.parse::<Opening>().as_ref() == Ok(hours)),
        (Err(error), _) => (error.to_string(), expected == "?"),
    };
    (!right).then(|| format!("{text}\n    expected {expected}\n    {says}"))
}

#[test]
fn most_of_what_people_write_is_understood() {
    for (name, lines) in HALVES {
        let cases: Vec<(&str, &str)> = lines.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
        let misses: Vec<String> = cases.iter().filter_map(|(expected, text)| miss(expected, text)).collect();
        let exact = cases.len() - misses.len();
        let (guessed, others): (Vec<String>, Vec<String>) =
            misses.into_iter().partition(|miss| miss.contains("GUESSED"));
        eprintln!("hours ({name}): {exact} of {} exact", cases.len());
        for miss in &others {
            eprintln!("  {miss}");
        }
        eprintln!("hours ({name}): {} read although unclear", guessed.len());
        for miss in &guessed {
            eprintln!("  {miss}");
        }
        let share = |count: usize| f64::from(u32::try_from(count).unwrap());
        assert!(guessed.is_empty(), "{name}: what is unclear is an error");
        assert!(share(exact) >= ENOUGH * share(cases.len()), "{name}");
    }
}
