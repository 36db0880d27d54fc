//! Amounts in words, "deux mille cent euros": the numbers that people write out, made numbers again.

use super::sense::Sense;
use super::token::{Number, Spot, Token};
use super::words;

/// Puts numbers in the place of the words that tell amounts; words that count anything else stay.
pub(super) fn numbers(spots: Vec<Spot>) -> Vec<Spot> {
    let mut out = Vec::with_capacity(spots.len());
    let mut at = 0;
    while let Some(spot) = spots.get(at) {
        let written = written(&spots, at).filter(|written| is_amount(&spots, &out, *written));
        if let Some(Written { e2, decimals, end }) = written {
            let number = Number { e2, decimals, cents: decimals, grouped: e2 >= 1_000_00 };
            out.push(Spot { token: Token::Number(number), spaced: true });
            at = end;
        } else {
            out.push(*spot);
            at += 1;
        }
    }
    out
}

/// A number in words: its hundredths, and the place after it.
#[derive(Clone, Copy)]
struct Written {
    e2: i64,
    decimals: bool,
    end: usize,
}

/// The number that begins at a place: "treize", "treize virgule cinquante".
fn written(spots: &[Spot], at: usize) -> Option<Written> {
    let (whole, end) = whole(spots, at)?;
    let part = (word(spots, end) == Some("virgule")).then(|| self::whole(spots, end + 1)).flatten();
    Some(match part {
        Some((part @ 1..=9, end)) => Written { e2: whole * 100 + part * 10, decimals: true, end },
        Some((part @ 10..=99, end)) => Written { e2: whole * 100 + part, decimals: true, end },
        _ => Written { e2: whole * 100, decimals: false, end },
    })
}

/// Whether something says that a number is money: a unit after it, or after the other end of its range.
fn is_amount(spots: &[Spot], before: &[Spot], number: Written) -> bool {
    match before {
        // "30 mille".
        [.., Spot { token: Token::Number(_), .. }] => return false,
        // "douze euros cinquante", "douze euros et cinquante centimes".
        [.., Spot { token: Token::Number(_), .. }, euro] | [.., Spot { token: Token::Number(_), .. }, euro, _]
            if is_euro(euro) && number.e2 < 100_00 && (number.e2 >= 10_00 || is_cents(spots, number.end)) =>
        {
            return true;
        }
        _ => {}
    }
    if is_money(spots, number) {
        return true;
    }
    let linked = match spots.get(number.end).map(|spot| spot.token) {
        Some(Token::Word("a" | "ou" | "et")) | Some(Token::Sign('-' | '/')) => written(spots, number.end + 1),
        _ => None,
    };
    linked.is_some_and(|last| is_money(spots, last))
}

fn is_money(spots: &[Spot], number: Written) -> bool {
    let Some(next) = spots.get(number.end) else { return false };
    is_euro(next)
        || match next.token {
            Token::Word("k" | "ke" | "keur" | "keuro" | "keuros") => true,
            // "un net avantage".
            Token::Word(word) => number.e2 >= 9_00 && matches!(words::sense(word), Sense::Gross | Sense::Net),
            _ => false,
        }
}

fn is_cents(spots: &[Spot], at: usize) -> bool {
    word(spots, at).is_some_and(|word| words::sense(word) == Sense::Scale)
}

fn is_euro(spot: &Spot) -> bool {
    match spot.token {
        Token::Word(word) => words::sense(word) == Sense::Euro,
        token => token == Token::Sign('€'),
    }
}

fn word<'a>(spots: &[Spot<'a>], at: usize) -> Option<&'a str> {
    if let Token::Word(word) = spots.get(at)?.token { Some(word) } else { None }
}

/// The whole number up to 999,999 that begins at a place, and the place after its last word.
fn whole(spots: &[Spot], at: usize) -> Option<(i64, usize)> {
    let (mut thousands, mut rest) = (None, 0);
    let (mut next, mut end) = (at, at);
    while let Some(part) = word(spots, next).and_then(part) {
        match part {
            // "quinze cents".
            Part::Hundred if (0..=99).contains(&rest) => rest = rest.max(1) * 100,
            Part::Thousand if thousands.is_none() && rest < 1_000 => {
                (thousands, rest) = (Some(rest.max(1)), 0);
            }
            Part::Below(more) => match joined(rest, more) {
                Some(sum) => rest = sum,
                None => break,
            },
            _ => break,
        }
        end = next + 1;
        next = following(spots, end);
    }
    (end > at).then(|| (thousands.unwrap_or(0) * 1_000 + rest, end))
}

/// Where the next word of the same number may stand: after a hyphen without spaces, or "et" before "un" and "onze".
fn following(spots: &[Spot], end: usize) -> usize {
    let hyphen = |at: usize| {
        spots.get(at).is_some_and(|spot| spot.token == Token::Sign('-') && !spot.spaced)
            && spots.get(at + 1).is_some_and(|spot| !spot.spaced)
    };
    let next = end + usize::from(hyphen(end));
    if word(spots, next) != Some("et") {
        return next;
    }
    let after = next + 1 + usize::from(hyphen(next + 1));
    if matches!(word(spots, after), Some("un" | "une" | "onze")) { after } else { next }
}

/// What is said by a number below a hundred after what was said before it, if that is one number.
fn joined(so_far: i64, more: i64) -> Option<i64> {
    let last = so_far % 100;
    let fits = match more {
        1..=6 => last % 10 == 0 && last != 10,
        7..=9 => last % 10 == 0,
        10..=16 => matches!(last, 0 | 60 | 80),
        // "quatre-vingts".
        20 if last == 4 => return Some(so_far + 76),
        _ => last == 0,
    };
    fits.then_some(so_far + more)
}

/// A word of a number.
enum Part {
    Below(i64),
    Hundred,
    Thousand,
}

fn part(word: &str) -> Option<Part> {
    Some(Part::Below(match word {
        "un" | "une" => 1,
        "deux" => 2,
        "trois" => 3,
        "quatre" => 4,
        "cinq" => 5,
        "six" => 6,
        "sept" => 7,
        "huit" => 8,
        "neuf" => 9,
        "dix" => 10,
        "onze" => 11,
        "douze" => 12,
        "treize" => 13,
        "quatorze" => 14,
        "quinze" => 15,
        "seize" => 16,
        "vingt" | "vingts" => 20,
        "trente" => 30,
        "quarante" => 40,
        "cinquante" => 50,
        "soixante" => 60,
        "septante" => 70,
        "huitante" | "octante" => 80,
        "nonante" => 90,
        "cent" | "cents" => return Some(Part::Hundred),
        "mille" | "milles" => return Some(Part::Thousand),
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::super::token;
    use super::*;

    fn read(text: &str) -> Option<(i64, usize)> {
        whole(&token::tokens(text), 0)
    }

    #[test]
    fn numbers_in_words_are_read() {
        for (text, value) in [
            ("treize", 13),
            ("dix-sept", 17),
            ("vingt et un", 21),
            ("soixante-et-onze", 71),
            ("soixante-dix-neuf", 79),
            ("quatre-vingts", 80),
            ("quatre-vingt-dix-huit", 98),
            ("nonante-huit", 98),
            ("cent", 100),
            ("cent quatre-vingt-un", 181),
            ("mille neuf cent cinquante", 1_950),
            ("dix-neuf cents", 1_900),
            ("deux mille cent", 2_100),
            ("trois-mille-deux-cent-quatre", 3_204),
            ("vingt-huit mille cinq cents", 28_500),
            ("quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf", 99_999),
        ] {
            assert_eq!(read(text), Some((value, token::tokens(text).len())), "{text}");
        }
        assert_eq!(read("douze treize"), Some((12, 1)));
        assert_eq!(read("vingt-quatre vingt"), Some((24, 3)));
        assert_eq!(read("mille mille mille"), Some((1_000, 1)));
        assert_eq!(read("cent cent cent"), Some((100, 1)));
        assert_eq!(read("vingtaine"), None);
    }

    #[test]
    fn only_amounts_become_numbers() {
        for text in ["trois postes", "treize mois", "un net avantage", "deux cents heures", "neuf"] {
            let spots = token::tokens(text);
            assert_eq!(numbers(spots.clone()), spots, "{text}");
        }
    }
}
