//! What entities stand for: signs by number, those of XML and HTML, and those that the document declares.
//! Used by [`super`] only.

use quick_xml::escape::resolve_html5_entity;
use std::collections::HashMap;

/// How deep declared entities may stand in each other.
const MAX_DEPTH: usize = 8;
/// The longest text that one entity may stand for, in bytes.
const MAX_TEXT: usize = 64 << 10;

/// Why something has no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// A tag that is none.
    Tag,
    /// Nobody says what it stands for, or only another file does.
    Unknown,
    /// It stands for elements, for itself, or for more than any text is.
    Unsafe,
}

/// The entities of a document.
#[derive(Default)]
pub(super) struct Entities(HashMap<String, Option<String>>);

impl Entities {
    /// Takes those that a `<!DOCTYPE … [ … ]>` declares. The first declaration of a name counts (XML 1.0, 4.2).
    pub(super) fn declare(&mut self, doctype: &str) {
        let mut rest = doctype;
        while let Some((_, after)) = rest.split_once("<!ENTITY") {
            let after = after.trim_start();
            let name: String = after.chars().take_while(|c| !c.is_whitespace()).collect();
            let value = after[name.len()..].trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            // SYSTEM and PUBLIC point to other files, which are not read.
            let text = quote.and_then(|quote| value[1..].split(quote).next()).map(str::to_owned);
            let used = text.as_ref().map_or(0, |text| text.len() + 2);
            rest = &value[used.min(value.len())..];
            if name != "%" {
                self.0.entry(name).or_insert(text);
            }
        }
    }

    /// The text of an entity: `amp`, `eacute`, `#233`, or a declared one.
    pub(super) fn text(&self, name: &str) -> Result<String, Wrong> {
        let mut out = String::new();
        self.put(name, 0, &mut out)?;
        Ok(out)
    }

    fn put(&self, name: &str, depth: usize, out: &mut String) -> Result<(), Wrong> {
        if depth > MAX_DEPTH || out.len() > MAX_TEXT {
            return Err(Wrong::Unsafe);
        }
        if let Some(number) = name.strip_prefix('#') {
            out.push(sign(number).ok_or(Wrong::Unknown)?);
            return Ok(());
        }
        match self.0.get(name) {
            Some(Some(text)) => self.expand(text, depth + 1, out),
            Some(None) => Err(Wrong::Unknown),
            None => {
                out.push_str(resolve_html5_entity(name).ok_or(Wrong::Unknown)?);
                Ok(())
            }
        }
    }

    /// A text with entities in it.
    fn expand(&self, text: &str, depth: usize, out: &mut String) -> Result<(), Wrong> {
        if text.contains('<') {
            return Err(Wrong::Unsafe);
        }
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('&') {
            let (name, tail) = after.split_once(';').ok_or(Wrong::Unknown)?;
            out.push_str(before);
            self.put(name, depth, out)?;
            rest = tail;
        }
        out.push_str(rest);
        if out.len() > MAX_TEXT { Err(Wrong::Unsafe) } else { Ok(()) }
    }

    /// The value of an attribute.
    pub(super) fn value(&self, raw: &str) -> Result<String, Wrong> {
        let mut out = String::new();
        self.expand(raw, 0, &mut out)?;
        Ok(out)
    }
}

/// The sign of a number: "233", "xE9".
fn sign(number: &str) -> Option<char> {
    let code = match number.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|sign| *sign != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_entity_has_its_text() {
        let mut own = Entities::default();
        own.declare(
            "lheo [ <!ENTITY centre 'Centre &eacute;t&#233; &amp; Cie'> <!ENTITY amp2 \"&centre;!\">\n<!ENTITY eacute \"E\">\
             <!ENTITY dehors SYSTEM \"file:///etc/passwd\"> <!ENTITY % p \"x\"> <!ENTITY gras \"<b>x</b>\"> ]",
        );
        for (name, text) in
            [("amp", "&"), ("agrave", "à"), ("#xE9", "é"), ("eacute", "E"), ("amp2", "Centre Eté & Cie!")]
        {
            assert_eq!(own.text(name).as_deref(), Ok(text), "{name}");
        }
        for (name, wrong) in
            [("nulle", Wrong::Unknown), ("dehors", Wrong::Unknown), ("p", Wrong::Unknown), ("gras", Wrong::Unsafe)]
        {
            assert_eq!(own.text(name), Err(wrong), "{name}");
        }
        assert_eq!(own.value("A&amp;&agrave;").as_deref(), Ok("A&à"));
    }

    #[test]
    fn entities_within_each_other_are_bounded() {
        let mut own = Entities::default();
        own.declare("[<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;\">]");
        assert_eq!(own.text("a"), Err(Wrong::Unsafe));
        let mut laughs = Entities::default();
        let text =
            (1..8).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(50))).collect::<String>();
        laughs.declare(&format!("[<!ENTITY l0 \"lol\">{text}]"));
        assert_eq!(laughs.text("l7"), Err(Wrong::Unsafe));
    }
}
