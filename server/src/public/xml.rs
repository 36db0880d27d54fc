//! Writing XML: the library escapes what XML gives a meaning; what XML cannot hold is left out here.

use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// Writes into memory.
pub(crate) type Writer = quick_xml::Writer<Vec<u8>>;

/// A whole document in UTF-8.
///
/// # Errors
/// Those of `content`; memory gives none.
pub(crate) fn document(content: impl FnOnce(&mut Writer) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    content(&mut writer)?;
    Ok(writer.into_inner())
}

/// An element that holds a text.
///
/// # Errors
/// Memory gives none.
pub(crate) fn text(writer: &mut Writer, name: &str, text: &str) -> io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(&allowed(text)))?;
    Ok(())
}

/// The characters that XML 1.0 allows (§2.2): a feed's text may hold others, and one would make the
/// whole document unreadable.
fn allowed(text: &str) -> String {
    let is_allowed = |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}');
    text.chars().filter(is_allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use quick_xml::Reader;

    proptest! {
        #[test]
        fn any_text_makes_a_readable_document(raw in "(\\PC|[\\x00-\\x1f<>&]){0,60}") {
            let bytes = document(|w| text(w, "title", &raw)).unwrap();
            let mut reader = Reader::from_reader(bytes.as_slice());
            loop {
                match reader.read_event().unwrap() {
                    Event::Eof => break,
                    Event::Start(name) => prop_assert!(name.name().as_ref() == "title"),
                    _ => {}
                }
            }
        }
    }
}
