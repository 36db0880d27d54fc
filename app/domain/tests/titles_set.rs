//! Titles labelled by hand: how many are shown exactly as a careful person writes them.

use domain::title::display;

/// The halves of the set, each with a line of names and lines of `expected<TAB>title`.
const HALVES: &[(&str, &str)] =
    &[("before", include_str!("sets/titles-before.tsv")), ("after", include_str!("sets/titles-after.tsv"))];
/// At most one title in so many may be shown in another way: 0.98 are exact.
const ONE_IN: usize = 50;

#[test]
fn labelled_titles_are_shown_exactly() {
    for (name, lines) in HALVES {
        let cases: Vec<(&str, &str)> = lines.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
        let misses: Vec<_> = cases.iter().filter(|(expected, title)| display(title) != *expected).collect();
        eprintln!("titles ({name}): {} of {} exact", cases.len() - misses.len(), cases.len());
        for (expected, title) in &misses {
            eprintln!("  {title:?} is shown as {:?}, not {expected:?}", display(title));
        }
        assert!(!cases.is_empty() && misses.len() * ONE_IN <= cases.len(), "titles ({name}): too many misses");
    }
}
