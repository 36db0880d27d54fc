//! Characters that are written as entities of HTML.

use crate::mask::html;

/// The longest name of an entity with its semicolon.
const MAX_NAME: usize = 10;

/// The character that is written as an entity at `at`, once or several times encoded, and where it ends.
pub(super) fn read(text: &str, at: usize) -> Option<(char, usize)> {
    let first = text.get(at..)?.strip_prefix('&')?;
    let mut rest = first;
    while let Some(inner) = rest.strip_prefix("amp;") {
        rest = inner;
    }
    let name_end = rest.bytes().take(MAX_NAME).position(|byte| byte == b';');
    let named = name_end.and_then(|end| Some((html::entity(rest.get(..end)?)?, end + 1)));
    let found = match named {
        Some((c, len)) => Some((c, len)),
        // "06&nbsp39": the semicolon is often lost.
        None if rest.starts_with("nbsp") => Some((' ', 4)),
        None if rest.len() < first.len() => Some(('&', 0)),
        None => None,
    };
    found.map(|(c, len)| (c, text.len() - rest.len() + len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_read() {
        for (text, read_as) in [
            ("&nbsp;", Some((' ', 6))),
            ("&amp;amp;#48;6", Some(('0', 13))),
            ("&#x2e;", Some(('.', 6))),
            ("&nbsp39", Some((' ', 5))),
            ("&amp;d", Some(('&', 5))),
            ("&d;", None),
            ("& ", None),
        ] {
            assert_eq!(read(text, 0), read_as, "{text}");
        }
    }
}
