//! Whether texts can be read: contrast of the colours, from the tokens themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Relative luminance of WCAG 2 of `#rgb` or `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let hex = colour.trim_start_matches('#');
    let full = if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&full[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The colours of a theme.
fn colours(block: &str) -> BTreeMap<String, String> {
    let pairs = block.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    pairs.map(|(name, value)| (name.to_owned(), format!("#{}", value.trim_end_matches(';')))).collect()
}

#[test]
fn text_is_seven_to_one_on_every_ground() {
    assert!((contrast("#fff", "#000") - 21.0).abs() < 0.01);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let tokens = fs::read_to_string(root.join("style/tokens.css")).unwrap();
    let (light, dark) = tokens.split_once("@media").unwrap();
    for theme in [light, dark] {
        let colours = colours(theme);
        let mut pairs = vec![("on-accent", "accent")];
        for ground in ["paper", "card", "tint", "sun"] {
            pairs.extend(["ink", "soft", "accent"].map(|text| (text, ground)));
        }
        for (text, ground) in pairs {
            let found = contrast(&colours[text], &colours[ground]);
            assert!(found >= 7.0, "--{text} on --{ground}: {found:.2}");
        }
    }
}
