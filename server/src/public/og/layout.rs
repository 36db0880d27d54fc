//! Where things stand on a picture, and how long texts are wrapped. Used by [`super`].
//!
//! The font is Noto Sans (SIL Open Font License 1.1), from the crate `notosans`. It is not shaped: a
//! character that it does not have is left out, which for French titles is an emoji now and then.

use super::Words;
use super::canvas::{Canvas, Colour, HEIGHT, Pen, WIDTH};
use ab_glyph::FontRef;

const PAPER: Colour = [0xfa, 0xf6, 0xee];
const INK: Colour = [0x22, 0x1f, 0x1a];
const SOFT: Colour = [0x52, 0x4b, 0x40];
const ACCENT: Colour = [0x0a, 0x54, 0x45];
/// Left and right of everything.
const MARGIN: f32 = 80.0;
/// Heights of the title's letters: the largest at which it fits.
const TITLE: &[f32] = &[96.0, 78.0, 64.0];
const TITLE_LINES: usize = 3;
/// What is looked at of a text, in characters: more than fits.
const MOST: usize = 240;

/// Draws a picture. `None` only where the font cannot be read.
pub(super) fn draw(words: &Words) -> Option<Canvas> {
    let bold = FontRef::try_from_slice(notosans::BOLD_TTF).ok()?;
    let plain = FontRef::try_from_slice(notosans::REGULAR_TTF).ok()?;
    let room = WIDTH as f32 - 2.0 * MARGIN;
    let mut canvas = Canvas::new(PAPER);
    canvas.fill((0, i64::from(HEIGHT) - 24, i64::from(WIDTH), 24), ACCENT);
    canvas.arch(124, 124, 44, 13, ACCENT);
    let brand = Pen::new(&bold, 46.0);
    canvas.text(&brand, MARGIN + 110.0, 122.0, &line(&brand, &words.brand, room - 110.0), INK);

    let (pen, lines, height) = TITLE
        .iter()
        .map(|height| {
            let pen = Pen::new(&bold, *height);
            let lines = wrap(&pen, &words.title, room);
            (pen, lines, *height)
        })
        .find(|(_, lines, height)| lines.len() <= TITLE_LINES || *height == TITLE[TITLE.len() - 1])?;
    let mut base = 190.0 + height * 0.8;
    for text in shortened(&pen, lines, room) {
        canvas.text(&pen, MARGIN, base, &text, INK);
        base += height * 1.08;
    }
    let small = Pen::new(&plain, 48.0);
    for (i, text) in words.lines.iter().filter(|text| !text.is_empty()).take(2).enumerate() {
        canvas.text(&small, MARGIN, 505.0 + 62.0 * i as f32, &line(&small, text, room), SOFT);
    }
    Some(canvas)
}

/// What of a text can be drawn: characters of the font, single spaces, at most one mark on a letter.
fn drawable(pen: &Pen<'_>, text: &str) -> String {
    let mut out = String::new();
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}');
    let is_drawn = |c: char| !is_control(c) && pen.has(c);
    for c in text.chars().take(4 * MOST) {
        let space = c.is_whitespace();
        if space && !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        } else if !space && is_drawn(c) && (!is_mark(c) || out.chars().last().is_some_and(|before| !is_mark(before))) {
            out.push(c);
        }
    }
    out.trim_end().chars().take(MOST).collect()
}

/// Controls, and what turns or joins text without being seen.
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The lines of a text: broken at spaces, and inside a word that is wider than a line.
fn wrap(pen: &Pen<'_>, text: &str, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in drawable(pen, text).split(' ') {
        let last = lines.len() - 1;
        let longer = if lines[last].is_empty() { word.to_owned() } else { format!("{} {word}", lines[last]) };
        if pen.width(&longer) <= room {
            lines[last] = longer;
            continue;
        }
        if !lines[last].is_empty() {
            lines.push(String::new());
        }
        for c in word.chars() {
            let last = lines.len() - 1;
            lines[last].push(c);
            if pen.width(&lines[last]) > room {
                lines[last].pop();
                lines.push(c.to_string());
            }
        }
    }
    lines
}

/// At most [`TITLE_LINES`] lines; the last one tells that there was more.
fn shortened(pen: &Pen<'_>, mut lines: Vec<String>, room: f32) -> Vec<String> {
    if lines.len() > TITLE_LINES {
        lines.truncate(TITLE_LINES);
        if let Some(last) = lines.last_mut() {
            *last = ended(pen, last, room);
        }
    }
    lines
}

/// One line of a text.
fn line(pen: &Pen<'_>, text: &str, room: f32) -> String {
    let text = drawable(pen, text);
    if pen.width(&text) <= room { text } else { ended(pen, &text, room) }
}

/// As much of a text as fits with an ellipsis.
fn ended(pen: &Pen<'_>, text: &str, room: f32) -> String {
    let mut kept = text.to_owned();
    loop {
        let told = format!("{}…", kept.trim_end());
        if kept.is_empty() || pen.width(&told) <= room {
            return told;
        }
        kept.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(title: &str) -> Vec<String> {
        let bold = FontRef::try_from_slice(notosans::BOLD_TTF).unwrap();
        let pen = Pen::new(&bold, 64.0);
        shortened(&pen, wrap(&pen, title, 1_040.0), 1_040.0)
    }

    #[test]
    fn long_titles_wrap_and_end_with_an_ellipsis() {
        assert_eq!(lines("Cariste (H/F)"), ["Cariste (H/F)"]);
        assert_eq!(lines("Éléonore : cœur à l’œuvre – 50 €"), ["Éléonore : cœur à l’œuvre – 50 €"]);
        let long = lines(&"Agent polyvalent de restauration ".repeat(10));
        assert_eq!(long.len(), 3);
        assert!(long[2].ends_with('…') && !long[0].ends_with('…'), "{long:?}");
        let word = lines(&"x".repeat(100_000));
        assert_eq!(word.len(), 3);
        assert!(word[2].ends_with('…'));
    }

    #[test]
    fn what_cannot_be_drawn_is_left_out() {
        assert_eq!(lines("Chef 👩🏽‍🍳 de\u{202e} rang\u{200b}"), ["Chef de rang"]);
        assert_eq!(lines(&format!("e{}", "\u{301}".repeat(50))), ["e\u{301}"]);
        assert_eq!(lines("👩🏽‍🍳"), [""]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_title_panics_or_overflows(title in "(\\PC|\\p{Cc}|\\p{M}| ){0,400}") {
            let bold = FontRef::try_from_slice(notosans::BOLD_TTF).unwrap();
            let pen = Pen::new(&bold, 64.0);
            let lines = lines(&title);
            prop_assert!(lines.len() <= 3);
            prop_assert!(lines.iter().all(|l| pen.width(l) <= 1_040.0));
        }
    }
}
