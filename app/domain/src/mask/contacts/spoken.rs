//! French words for the numbers from zero to ninety-nine, of all countries that speak it.

use super::view::{View, is_letter};

/// The longest word of numbers that are glued together.
const MAX_GLUED: usize = 120;
const WORDS: &[(&str, u8)] = &[
    ("zero", 0),
    ("un", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("septante", 70),
    ("huitante", 80),
    ("octante", 80),
    ("nonante", 90),
];

/// The number that is written in words from here on ("quatre-vingt-dix-huit"), and where it ends; that may be inside
/// a word where another number is glued to it.
pub(super) fn number(view: &View, at: usize) -> Option<(u8, usize)> {
    let (value, to) = word(view, at)?;
    let (value, to) = if value < 20 { teen(view, (value, to)) } else { (value, to) };
    let (tens, to) = match value {
        4 => twenties(view, to).map_or((4, to), |to| (80, to)),
        _ => (value, to),
    };
    if tens < 20 {
        return Some((tens, to));
    }
    let most = if matches!(tens, 60 | 80) { 19 } else { 9 };
    let more = joined(view, to).and_then(|place| word(view, place)).map(|found| teen(view, found));
    let more = more.filter(|(more, end)| {
        // "cinquante quatre vingt douze" are 50 and 92.
        (1..=most).contains(more) && (*more != 4 || twenties(view, *end).is_none())
    });
    Some(more.map_or((tens, to), |(more, to)| (tens + more, to)))
}

/// With the "sept" of "dix-sept".
fn teen(view: &View, (value, to): (u8, usize)) -> (u8, usize) {
    if value != 10 {
        return (value, to);
    }
    let more = joined(view, to).and_then(|place| word(view, place)).filter(|(more, _)| (7..=9).contains(more));
    more.map_or((10, to), |(more, to)| (10 + more, to))
}

/// The end of the "vingt" of "quatre-vingt".
fn twenties(view: &View, after_four: usize) -> Option<usize> {
    word(view, joined(view, after_four)?).filter(|(value, _)| *value == 20).map(|(_, to)| to)
}

/// Where the next part of the same number begins: after a hyphen, a space, "et", or glued to the one before.
fn joined(view: &View, at: usize) -> Option<usize> {
    let next = view.end(at, |byte| matches!(byte, b' ' | b'-'));
    if next == at {
        return is_letter(view.at(at)).then(|| if view.starts_with(at, "et") { at + 2 } else { at });
    }
    if next - at > 3 {
        return None;
    }
    if !view.is_word(next, "et") {
        return Some(next);
    }
    let after = view.end(next + 2, |byte| matches!(byte, b' ' | b'-'));
    (after > next + 2).then_some(after)
}

/// A number word, after which only others may be glued.
fn word(view: &View, at: usize) -> Option<(u8, usize)> {
    let (value, to) = longest(view, at)?;
    let mut end = to;
    while is_letter(view.at(end)) {
        end =
            longest(view, if view.starts_with(end, "et") { end + 2 } else { end }).filter(|_| end - at < MAX_GLUED)?.1;
    }
    Some((value, to))
}

/// The longest number word whose letters stand here.
fn longest(view: &View, at: usize) -> Option<(u8, usize)> {
    let (word, value) =
        WORDS.iter().filter(|(word, _)| view.starts_with(at, word)).max_by_key(|(word, _)| word.len())?;
    let to = at + word.len();
    Some((*value, if *value == 20 && view.is_word(to, "s") { to + 1 } else { to }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read() {
        for (text, value) in [
            ("zéro", 0),
            ("dix-sept", 17),
            ("Vingt et un", 21),
            ("trente neuf", 39),
            ("soixante-et-onze", 71),
            ("soixante-dix-neuf", 79),
            ("QUATRE-VINGTS", 80),
            ("quatre vingt onze", 91),
            ("quatre-vingt-dix-huit", 98),
            ("nonante-huit", 98),
            ("quatre", 4),
            ("dixsept", 17),
            ("quatrevingtdixhuit", 98),
            ("soixanteetonze", 71),
            ("vingtsix", 26),
        ] {
            assert_eq!(number(&View::of(text), 0), Some((value, text.chars().count())), "{text}");
        }
        assert_eq!(number(&View::of("cinquante quatre vingt douze"), 0), Some((50, 9)));
        assert_eq!(number(&View::of("vingtaine"), 0), None);
        assert_eq!(number(&View::of("cent"), 0), None);
        assert_eq!(number(&View::of("zérosixtrenteneuf"), 4), Some((6, 7)));
        assert_eq!(number(&View::of("zérosixtrenteneuve"), 4), None);
    }
}
