//! Folded text cut into numbers, words and signs.

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Its value in hundredths; digits after the second decimal are dropped.
    pub e2: i64,
    /// It has decimals.
    pub decimals: bool,
    /// It has two decimals or more, as prices are written.
    pub cents: bool,
    /// Its thousands stand apart: "1 850", "1.850", "1'850".
    pub grouped: bool,
}

impl Number {
    /// Digits alone, as years, coefficients and counts are written.
    pub(super) const fn is_plain(self) -> bool {
        !self.decimals && !self.grouped
    }
}

/// What the text is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A number without its unit.
    Number(Number),
    /// A run of letters.
    Word(&'a str),
    /// Any other character; a line break is `\n`, whatever stands for the euro is `€`.
    Sign(char),
}

/// A token, and whether a space stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot<'a> {
    /// The token.
    pub token: Token<'a>,
    /// A space or the beginning of the text is before it.
    pub spaced: bool,
}

/// The text in lower case, without accents, with plain spaces and euro signs.
pub(super) fn plain(text: &str) -> String {
    let text = if text.contains(['&', '<']) { &crate::mask::plain(text) } else { text };
    // The last one is what is left of « € » in a file read with the wrong encoding.
    let folded = crate::text::fold(text).replace("a\u{201a}\u{ac}", "€");
    let char_of = |c| match c {
        '\n' | '\r' => '\n',
        '¤' | '\u{80}' | '\u{fffd}' => '€',
        space if char::is_whitespace(space) => ' ',
        other => other,
    };
    folded.chars().map(char_of).collect()
}

/// Cuts a [`plain`] text.
pub(super) fn tokens(text: &str) -> Vec<Spot<'_>> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut spaced = true;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c == ' ' {
            spaced = true;
            at += 1;
            continue;
        }
        let token = if c.is_ascii_digit() {
            let (number, end) = number(bytes, at);
            at = end;
            if let Some((number, len)) = cut_by_unit(text, at, number) {
                out.push(Spot { token: Token::Number(number), spaced });
                at += len;
                spaced = false;
                Token::Sign('€')
            } else {
                Token::Number(number)
            }
        } else if c.is_alphabetic() {
            let len = text[at..].find(|c: char| !c.is_alphabetic()).unwrap_or(text.len() - at);
            at += len;
            Token::Word(&text[at - len..at])
        } else {
            at += c.len_utf8();
            let after_number = !spaced && matches!(out.last(), Some(Spot { token: Token::Number(_), .. }));
            match c {
                // A euro sign that an encoding has lost.
                '?' if after_number => Token::Sign('€'),
                // "13° mois".
                '°' | 'º' if after_number => Token::Word("e"),
                _ => Token::Sign(c),
            }
        };
        out.push(Spot { token, spaced });
        spaced = false;
    }
    out
}

/// A whole number that goes on at a place after its unit, without a space ("12€50", "12E50", "2k1"), and how much longer
/// it is.
fn cut_by_unit(text: &str, at: usize, whole: Number) -> Option<(Number, usize)> {
    let rest = &text[at..];
    let unit = ["k€", "k", "€", "euros", "euro", "eur", "e"].into_iter().find(|unit| rest.starts_with(unit))?;
    let after = &rest.as_bytes()[unit.len()..];
    let digits = run(after, 0);
    let next = after.get(digits).copied().unwrap_or(b' ');
    if whole.decimals || (matches!(next, b'.' | b',') && run(after, digits + 1) > 0) {
        return None;
    }
    let rest = value(&after[..digits]);
    let len = unit.len() + digits;
    // "30k€13mois" are two numbers.
    let scale = match digits {
        _ if !unit.starts_with('k') || next.is_ascii_alphanumeric() || whole.e2 >= 1_000_00 => 0,
        1 => 100_00,
        2 => 10_00,
        3 => 1_00,
        _ => 0,
    };
    if scale > 0 {
        return Some((Number { e2: whole.e2 * 1_000 + rest * scale, decimals: true, ..whole }, len));
    }
    (digits == 2 && !unit.starts_with('k'))
        .then(|| (Number { e2: whole.e2.saturating_add(rest), decimals: true, cents: true, ..whole }, len))
}

fn digit(bytes: &[u8], at: usize) -> Option<i64> {
    bytes.get(at).filter(|b| b.is_ascii_digit()).map(|b| i64::from(b - b'0'))
}

/// How many digits begin at a place.
fn run(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Reads the number that begins at a place, and tells where it ends.
fn number(bytes: &[u8], start: usize) -> (Number, usize) {
    let first = run(bytes, start);
    let mut at = start + first;
    // A postcode or a telephone number that begins with 0 is worth nothing.
    let mut whole = if first >= 5 && bytes[start] == b'0' { 0 } else { value(&bytes[start..at]) };
    let mut mark = None;
    let groups = first <= 3 && bytes[start] != b'0';
    while let Some((sign, len)) =
        thousands_mark(bytes, at).filter(|(sign, _)| groups && mark.is_none_or(|m| m == *sign))
    {
        mark = Some(sign);
        whole = whole.saturating_mul(1_000).saturating_add(value(&bytes[at + len..at + len + 3]));
        at += len + 3;
    }
    let mut number = Number { e2: whole.saturating_mul(100), decimals: false, cents: false, grouped: mark.is_some() };
    if let Some((skip, len)) = decimals(bytes, at).filter(|_| bytes.get(at).copied() != mark || mark == Some(b' ')) {
        let cents = digit(bytes, at + skip).unwrap_or(0) * 10 + digit(bytes, at + skip + 1).unwrap_or(0);
        number = Number { e2: number.e2.saturating_add(cents), decimals: true, cents: len > 1, ..number };
        at += skip + len;
        // "06.12.34.56.78", "01.09.2026".
        while bytes.get(at) == Some(&b'.') && run(bytes, at + 1) > 0 {
            at += 1 + run(bytes, at + 1);
            number = Number { e2: 0, ..number };
        }
    } else if matches!(bytes.get(at), Some(b',' | b'.')) && bytes.get(at + 1) == Some(&b'-') && run(bytes, at + 2) == 0
    {
        at += 1 + bytes[at + 1..].iter().take_while(|b| **b == b'-').count();
    }
    (number, at)
}

fn value(digits: &[u8]) -> i64 {
    digits.iter().fold(0, |sum: i64, b| sum.saturating_mul(10).saturating_add(i64::from(b - b'0')))
}

/// What stands between thousands, and its length: three digits and no more come after it.
fn thousands_mark(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let sign = *bytes.get(at).filter(|b| matches!(b, b' ' | b'.' | b',' | b'\''))?;
    let len = if sign == b' ' && bytes.get(at + 1) == Some(&b' ') { 2 } else { 1 };
    (run(bytes, at + len) == 3).then_some((sign, len))
}

/// Where decimals begin after the whole part, and how many they are: ",31", or ", 31 €" with a stray space.
fn decimals(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let space = usize::from(bytes.get(at) == Some(&b' '));
    let comma = bytes.get(at + space).filter(|b| matches!(b, b',' | b'.'))?;
    let skip = space + 1;
    let len = run(bytes, at + skip);
    if space == 0 && len > 0 {
        return Some((skip, len));
    }
    let skip = skip + usize::from(bytes.get(at + skip) == Some(&b' '));
    let after = bytes.get(at + skip + 2..).unwrap_or_default();
    let after = after.strip_prefix(b" ").unwrap_or(after);
    let money = after.starts_with("€".as_bytes()) || after.starts_with(b"eur");
    (*comma == b',' && money && run(bytes, at + skip) == 2).then_some((skip, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<i64> {
        let text = plain(text);
        let number = |spot: &Spot| if let Token::Number(n) = spot.token { Some(n.e2) } else { None };
        tokens(&text).iter().filter_map(number).collect()
    }

    #[test]
    fn french_and_english_numbers_are_read() {
        for (text, expected) in [
            ("1 850,00", vec![185_000]),
            ("1\u{a0}850.5", vec![185_050]),
            ("1\u{202f}850", vec![185_000]),
            ("1.850,00 à 2,050.00", vec![185_000, 205_000]),
            ("1'850", vec![185_000]),
            ("42,000 30.000", vec![4_200_000, 3_000_000]),
            ("30 000 36 000", vec![3_000_000, 3_600_000]),
            ("1 234 567,891", vec![123_456_789]),
            ("1801.800 12,3058", vec![180_180, 1_230]),
            ("12€50 12, 31 € 12 ,31€", vec![1_250, 1_231, 1_231]),
            ("1900,- 0,500 1800/2000", vec![190_000, 50, 180_000, 200_000]),
            ("12E50/h 12euros50 2k1 32K€500 2k35", vec![1_250, 1_250, 210_000, 3_250_000, 235_000]),
            ("30k€13mois 1er25", vec![3_000, 1_300, 100, 2_500]),
            ("4'800.- 1900.-- 12.-15", vec![480_000, 190_000, 1_200, 1_500]),
            ("06.12.34.56.78 0612345678 01000", vec![0, 0, 0]),
            ("1234567890123456789012", vec![i64::MAX]),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }

    #[test]
    fn lost_euro_signs_are_found() {
        for text in ["70?/jour", "70¤/jour", "70\u{fffd}/jour", "70â‚¬/jour"] {
            let text = plain(text);
            assert_eq!(tokens(&text)[1].token, Token::Sign('€'), "{text}");
        }
    }
}
