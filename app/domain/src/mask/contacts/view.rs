//! A text as the searches read it: one byte for each character that shows something.

use super::Span;
use super::entity;

/// A letter that is not Latin.
pub(super) const LETTER: u8 = 0x80;
/// Any other sign that is not in ASCII.
pub(super) const SIGN: u8 = 0x81;
/// The sign of "n°".
pub(super) const DEGREE: u8 = 0x82;
/// The picture of a phone.
pub(super) const PHONE: u8 = 0x83;

/// The zeros of the scripts whose digits stand in a row.
const ZEROS: &[u32] = &[
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
    0x17e0, 0x1810, 0x2080, 0xff10, 0x1fbf0,
];
/// The ones of digits in circles, in brackets or with a full stop; their zeros stand elsewhere.
const ONES: &[u32] = &[0x2460, 0x2474, 0x2488, 0x24f5, 0x2776, 0x2780, 0x278a];

/// Small letters without accents, ASCII digits, one kind of space and of dash; nothing invisible.
pub(super) struct View<'t> {
    text: &'t str,
    bytes: Vec<u8>,
    /// Where the character of each byte begins in the text, and where the text ends.
    starts: Vec<usize>,
}

impl<'t> View<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut bytes = Vec::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len() + 1);
        let mut done = 0;
        while let Some(c) = text[done..].chars().next() {
            let at = done;
            done += c.len_utf8();
            let c = match c {
                '&' => entity::read(text, at).map_or(c, |(read, end)| {
                    done = end;
                    read
                }),
                _ => c,
            };
            if let Some(byte) = read(c) {
                bytes.push(byte);
                starts.push(at);
            }
        }
        // What is invisible at the beginning belongs to the first character.
        if let Some(first) = starts.first_mut() {
            *first = 0;
        }
        starts.push(text.len());
        Self { text, bytes, starts }
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The byte at a place; 0, which is nothing, outside the text.
    pub(super) fn at(&self, place: usize) -> u8 {
        self.bytes.get(place).copied().unwrap_or(0)
    }

    /// The byte before a place; 0 at the beginning.
    pub(super) fn before(&self, place: usize) -> u8 {
        place.checked_sub(1).map_or(0, |place| self.at(place))
    }

    /// The bytes of a span, as far as the text goes.
    pub(super) fn bytes(&self, (from, to): Span) -> &[u8] {
        self.bytes.get(from..to.min(self.bytes.len())).unwrap_or_default()
    }

    /// The original text of a span.
    pub(super) fn text(&self, (from, to): Span) -> &'t str {
        let place = |at: usize| self.starts.get(at).copied().unwrap_or(self.text.len());
        self.text.get(place(from)..place(to)).unwrap_or_default()
    }

    /// Whether the original character is a capital.
    pub(super) fn is_capital(&self, place: usize) -> bool {
        self.text((place, place + 1)).starts_with(char::is_uppercase)
    }

    pub(super) fn starts_with(&self, place: usize, word: &str) -> bool {
        self.bytes.get(place..).is_some_and(|rest| rest.starts_with(word.as_bytes()))
    }

    /// Whether these letters stand here and no letter or digit follows them.
    pub(super) fn is_word(&self, place: usize, word: &str) -> bool {
        self.starts_with(place, word) && !is_alphanumeric(self.at(place + word.len()))
    }

    /// The end of the letters and digits from a place on.
    pub(super) fn word_end(&self, place: usize) -> usize {
        self.end(place, is_alphanumeric)
    }

    /// The first place from here on that is not of this kind.
    pub(super) fn end(&self, place: usize, of: impl Fn(u8) -> bool) -> usize {
        let rest = self.bytes.get(place..).unwrap_or_default();
        place + rest.iter().position(|byte| !of(*byte)).unwrap_or(rest.len())
    }

    /// The first place of those of this kind that end before `place`, not before `floor`.
    pub(super) fn start(&self, place: usize, floor: usize, of: impl Fn(u8) -> bool) -> usize {
        let head = self.bytes.get(floor..place).unwrap_or_default();
        head.iter().rposition(|byte| !of(*byte)).map_or(floor.min(place), |at| floor + at + 1)
    }
}

pub(super) fn is_alphanumeric(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == LETTER
}

pub(super) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == LETTER
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n')
}

/// How a character is read; `None` for those that show nothing.
fn read(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(c)
        && byte.is_ascii()
    {
        return match byte {
            b'\n' => Some(b'\n'),
            b'\t' | b'\r' => Some(b' '),
            0..=0x1f | 0x7f => None,
            _ => Some(byte.to_ascii_lowercase()),
        };
    }
    Some(match c {
        '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => return None,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' => {
            return None;
        }
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e0fff}' => {
            return None;
        }
        'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => b'a',
        'ç' | 'Ç' => b'c',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => b'e',
        'î' | 'ï' | 'Î' | 'Ï' => b'i',
        'ô' | 'ö' | 'Ô' | 'Ö' => b'o',
        // Others that look like a zero.
        'ø' | 'Ø' | '∅' | '⌀' | 'ο' | 'Ο' | 'о' | 'О' => b'o',
        '〇' => b'0',
        'û' | 'ù' | 'ü' | 'Û' | 'Ù' | 'Ü' => b'u',
        '\u{85}' | '\u{2028}' | '\u{2029}' => b'\n',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => b' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => b'-',
        '·' | '․' | '‧' | '⋅' | '・' | '。' => b'.',
        '€' | '£' => b'$',
        '°' | 'º' | '˚' => DEGREE,
        '☎' | '✆' | '📞' | '📱' | '📲' | '📠' => PHONE,
        '﹫' => b'@',
        '\u{ff01}'..='\u{ff5e}' => u8::try_from(u32::from(c) - 0xfee0).map_or(SIGN, |ascii| ascii.to_ascii_lowercase()),
        _ => digit(c).or_else(|| styled_letter(c)).unwrap_or(if c.is_alphanumeric() { LETTER } else { SIGN }),
    })
}

/// A digit of another script or of another style.
fn digit(c: char) -> Option<u8> {
    let code = u32::from(c);
    let value = match code {
        0xb2 | 0xb3 | 0x2070 | 0x2074..=0x2079 => code & 0xf,
        0xb9 => 1,
        0x24ea | 0x24ff | 0x1f10b | 0x1f10c => 0,
        0x1d7ce..=0x1d7ff => (code - 0x1d7ce) % 10,
        _ => ZEROS
            .iter()
            .find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))
            .or_else(|| ONES.iter().find_map(|one| code.checked_sub(*one).filter(|value| *value < 9).map(|v| v + 1)))?,
    };
    u8::try_from(value).ok().map(|value| b'0' + value)
}

/// A letter of the mathematical alphabets, or in a circle.
fn styled_letter(c: char) -> Option<u8> {
    let code = u32::from(c);
    let place = match code {
        0x1d400..=0x1d6a3 => (code - 0x1d400) % 52 % 26,
        0x24b6..=0x24e9 => (code - 0x24b6) % 26,
        _ => return None,
    };
    u8::try_from(place).ok().map(|place| b'a' + place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_of_writing_look_the_same() {
        for (text, read) in [
            ("Tél.\u{a0}０６\u{202f}", "tel. 06 "),
            ("0\u{fe0f}\u{20e3}6\u{fe0f}\u{20e3}", "06"),
            ("⓪⑥❸➑", "0638"),
            ("𝟎𝟞 ٠٦ ⁰⁶ ₀₆", "06 06 06 06"),
            ("ｒｈ＠𝐫𝐡.ⓕⓡ", "rh@rh.fr"),
            ("a\u{200b}b–c", "ab-c"),
            ("e\u{301}·é", "e.e"),
            ("06&nbsp;39&#160;98&amp;nbsp;a", "06 39 98 a"),
            ("&#x52;H&commat;a&period;fr &amp; R&D", "rh@a.fr & r&d"),
            ("Ø6", "o6"),
        ] {
            assert_eq!(View::of(text).bytes, read.as_bytes(), "{text}");
        }
        let view = View::of("n° ☎ я ★");
        assert_eq!(view.bytes, [b'n', DEGREE, b' ', PHONE, b' ', LETTER, b' ', SIGN]);
        assert_eq!(view.text((3, 4)), "☎");
        assert_eq!(view.text((7, 99)), "★");
        assert_eq!((view.at(99), view.before(0)), (0, 0));
    }
}
