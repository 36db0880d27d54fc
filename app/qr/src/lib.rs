//! QR codes as SVG paths, for the server and for the phone.

use qrcodegen::{QrCode, QrCodeEcc};

/// A text as a square that phones read: modules a side, and the path of its dark runs, drawn as lines.
/// Empty for a text that no square holds.
#[must_use]
pub fn path(text: &str) -> (u8, String) {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return (0, String::new()) };
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                path.push_str(&format!("M{x} {y}.5h{run}"));
            }
            x += i32::try_from(run).unwrap_or(0).max(1);
        }
    }
    (u8::try_from(code.size()).unwrap_or(0), path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_square_holds_its_modules() {
        let text = "https://hub.example/offres/0123456789ab";
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let (side, drawn) = path(text);
        assert_eq!(i32::from(side), code.size());
        let modules = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = modules.filter(|(x, y)| code.get_module(*x, *y)).count();
        let runs = drawn.split('h').skip(1).map(|run| run.split('M').next().unwrap().parse::<usize>().unwrap());
        assert_eq!(runs.sum::<usize>(), dark);
        assert_eq!(path(&"x".repeat(5_000)), (0, String::new()));
    }
}
