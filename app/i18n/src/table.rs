//! What all sets of texts share: a table, filled templates, plurals, and the JSON that a phone is given.

use crate::{Lang, SEPARATOR, format, plural};

/// The texts of one language; as cheap as a pointer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    pub(crate) lang: Lang,
    pub(crate) texts: &'static [&'static str],
}

impl Table {
    pub(crate) fn at(self, index: usize) -> &'static str {
        self.texts.get(index).copied().unwrap_or_default()
    }

    pub(crate) fn item(self, index: usize, item: usize) -> &'static str {
        self.at(index).split(SEPARATOR).nth(item).unwrap_or_default()
    }

    pub(crate) fn plural(self, index: usize, n: u64, others: &[(&str, &str)]) -> String {
        let code = self.lang.code();
        let category = plural::category(code, n);
        let form = plural::categories(code).and_then(|all| all.iter().position(|c| *c == category));
        let number = format::number(self.lang, n);
        let mut arguments = vec![("n", number.as_str())];
        arguments.extend_from_slice(others);
        fill(self.item(index, form.unwrap_or_default()), &arguments)
    }

    /// A JSON array: the fingerprint of the keys, then the texts in their order.
    #[cfg(not(feature = "hydrate"))]
    pub(crate) fn json(self, fingerprint: &str) -> String {
        let mut out = format!("[\"{fingerprint}\"");
        for text in self.texts {
            out.push_str(",\"");
            for c in text.chars() {
                match c {
                    '"' | '\\' => out.extend(['\\', c]),
                    c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
                    c => out.push(c),
                }
            }
            out.push('"');
        }
        out.push(']');
        out
    }

    /// Reads such an array; `None` when it is not one of this build. Kept for the life of the page.
    #[cfg(feature = "hydrate")]
    pub(crate) fn load(lang: &str, json: &str, count: usize, fingerprint: &str) -> Option<Self> {
        let lang = Lang::from_code(lang)?;
        let mut texts = serde_json::from_slice::<Vec<String>>(json.as_bytes()).ok()?;
        if texts.len() != count + 1 || texts[0] != fingerprint {
            return None;
        }
        let texts: Vec<&'static str> = texts.drain(1..).map(|t| &*t.leak()).collect();
        Some(Self { lang, texts: texts.leak() })
    }
}

/// Puts values in the place of `{names}`. A value is never looked at for names.
pub(crate) fn fill(template: &str, arguments: &[(&str, &str)]) -> String {
    let mut parts = template.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        let value = arguments.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value);
        out.push_str(value);
        out.push_str(rest);
    }
    out
}
