//! The style of a partner's frame: its colours, then what all frames have. The policy of a frame allows exactly this
//! text, by its hash.

use crate::shell::FRAME_STYLE;
use domain::partner::{Density, Mode, Palette, Theme};
use std::fmt::Write as _;

/// The whole style of a theme, light or dark as `mode` says.
#[must_use]
pub fn style(theme: &Theme, mode: Mode) -> String {
    let (light, dark) = (colours(&theme.light()), colours(&theme.dark()));
    let room = match theme.density {
        Density::Comfortable => "1",
        Density::Compact => ".6",
    };
    let scheme = match mode {
        Mode::Auto => "light dark",
        Mode::Light => "light",
        Mode::Dark => "dark",
    };
    let first = if mode == Mode::Dark { &dark } else { &light };
    let mut out = format!(":root{{color-scheme:{scheme};--room:{room};--radius:{}px;{first}}}", theme.radius);
    if mode == Mode::Auto {
        let _ = write!(out, "@media (prefers-color-scheme:dark){{:root{{{dark}}}}}");
    }
    out + FRAME_STYLE
}

fn colours(palette: &Palette) -> String {
    let all = [
        ("paper", palette.paper),
        ("card", palette.card),
        ("tint", palette.tint),
        ("ink", palette.ink),
        ("soft", palette.soft),
        ("line", palette.line),
        ("edge", palette.edge),
        ("accent", palette.accent),
        ("on-accent", palette.on_accent),
    ];
    all.iter().fold(String::new(), |mut out, (name, colour)| {
        let _ = write!(out, "--{name}:{colour};");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_is_in_the_style_and_nothing_else_is() {
        let theme = Theme { radius: 3, density: Density::Compact, ..Theme::default() };
        let auto = style(&theme, Mode::Auto);
        assert!(auto.starts_with(":root{color-scheme:light dark;--room:.6;--radius:3px;--paper:#ffffff;"), "{auto}");
        assert_eq!(auto.matches("--accent:").count(), 2);
        assert!(!style(&theme, Mode::Dark).contains("prefers-color-scheme:dark"));
        assert!(!auto.contains("</") && !auto.contains("/*") && !auto.contains("url("));
        assert!(!auto.contains("-left:") && !auto.contains("-right:"), "logical properties only");
    }

    /// A word of the style that no theme sets would be no colour at all.
    #[test]
    fn every_colour_of_the_style_is_set() {
        let set = style(&Theme::default(), Mode::Light);
        for part in FRAME_STYLE.split("var(--").skip(1) {
            let name = part.split([')', ',']).next().unwrap();
            assert!(set.contains(&format!("--{name}:")), "--{name}");
        }
    }
}
