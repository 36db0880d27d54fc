//! Forms as browsers send them: `application/x-www-form-urlencoded`.

/// Writes `application/x-www-form-urlencoded` parameters.
pub fn write_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut out = String::new();
    for (name, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        encode(name, &mut out);
        out.push('=');
        encode(value, &mut out);
    }
    out
}

/// Writes one value.
pub fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            byte => {
                out.push('%');
                for half in [byte >> 4, byte & 15] {
                    out.push(char::from_digit(half.into(), 16).unwrap_or('0').to_ascii_uppercase());
                }
            }
        }
    }
}

/// Reads parameters; what is badly encoded is read as well as it can be. At most 1,000 pairs.
#[must_use]
pub fn read_pairs(search: &str) -> Vec<(String, String)> {
    let search = search.strip_prefix('?').unwrap_or(search);
    let pairs = search.split('&').filter(|p| !p.is_empty()).take(1_000);
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect()
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex =
            |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
        match (bytes[i], hex(i + 1), hex(i + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                i += 2;
            }
            (b'+', ..) => out.push(b' '),
            (byte, ..) => out.push(byte),
        }
        i += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_come_back_as_they_went() {
        for text in ["femme de ménage", "a&b=c+d%", "", "é\"<>'", "100 %"] {
            let search = write_pairs([("q", text)]);
            assert!(search.is_ascii() && !search.contains(['<', '"', ' ']), "{search}");
            assert_eq!(read_pairs(&search), [("q".to_owned(), text.to_owned())]);
        }
        assert_eq!(read_pairs("?q=%zz&%=%C3"), [("q".into(), "%zz".into()), ("%".into(), "\u{fffd}".into())]);
    }
}
