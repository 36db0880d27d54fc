//! Language files (`<folder>/<code>.json`) to typed texts.
//!
//! A value is a text, a list (`["lundi", …]`) or the forms of a plural (`{"one": …}`). French is
//! the reference: every other language must have the same keys, kinds and placeholders.

use crate::plural::{Plural, categories};
use crate::{files, read};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

const REFERENCE: &str = "fr";
/// Longest text, in words: people who struggle with reading are at home here.
const MAX_WORDS: usize = 15;
/// Keys of the pages of text that are read by group, and so have no method of their own.
const GROUPS: &[&str] = &["criterion.", "event.", "host.", "kind.", "word."];
/// Between the forms of a plural and the items of a list.
const SEPARATOR: char = '|';

#[derive(PartialEq)]
enum Kind {
    Text,
    Plural,
    List(usize),
}

struct Text {
    kind: Kind,
    stored: String,
    placeholders: BTreeSet<String>,
}

type Language = BTreeMap<String, Text>;

/// Checks the language files of a folder and writes the Rust that holds them.
pub(crate) fn generate(folder: &Path, holder: &str) -> Result<String, String> {
    let languages = read_folder(folder)?;
    Ok(render(&languages[REFERENCE], &languages, holder))
}

/// The same for the pages of text, which only the server has: lists are walked whole, and keys are
/// kept, so that a group of them can be.
pub(crate) fn generate_pages(folder: &Path) -> Result<String, String> {
    let languages = read_folder(folder)?;
    Ok(render_pages(&languages[REFERENCE], &languages))
}

fn read_folder(folder: &Path) -> Result<BTreeMap<String, Language>, String> {
    let mut languages = BTreeMap::new();
    for path in files(folder, "json") {
        let code = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let json = read(&path)?;
        if code == REFERENCE && [" ?", " !", " »", "« ", "} €", "} km"].iter().any(|typo| json.contains(typo)) {
            return Err(format!("{}: a no-break space (U+00A0) goes before ? ! » € km and after «", path.display()));
        }
        let language = parse(&code, &json).map_err(|e| format!("{}: {e}", path.display()))?;
        languages.insert(code, language);
    }
    let reference = languages.get(REFERENCE).ok_or("the reference language fr.json is missing")?;
    for (code, language) in &languages {
        compare(reference, language).map_err(|e| format!("{code}.json: {e}"))?;
    }
    Ok(languages)
}

fn parse(code: &str, json: &str) -> Result<Language, String> {
    let forms = categories(code).ok_or("no plural rules for this language in plural.rs")?;
    let entries: BTreeMap<String, Value> = serde_json::from_str(json).map_err(|e| e.to_string())?;
    entries
        .into_iter()
        .map(|(key, value)| {
            let text = text(forms, &value).map_err(|e| format!("{key}: {e}"))?;
            Ok((key, text))
        })
        .collect()
}

fn text(categories: &[Plural], value: &Value) -> Result<Text, String> {
    let (kind, parts) = match value {
        Value::String(text) => (Kind::Text, vec![text.clone()]),
        Value::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(|v| v.as_str().map(str::to_owned)).collect();
            let items = items.ok_or("a list holds texts only")?;
            (Kind::List(items.len()), items)
        }
        Value::Object(forms) => {
            let known: BTreeSet<&str> = categories.iter().map(|c| c.name()).collect();
            if let Some(name) = forms.keys().find(|k| !known.contains(k.as_str())) {
                return Err(format!("this language has no plural form {name:?}"));
            }
            let form = |c: &Plural| {
                forms
                    .get(c.name())
                    .and_then(Value::as_str)
                    .map(str::to_owned)
                    .ok_or(format!("form {:?} is missing", c.name()))
            };
            (Kind::Plural, categories.iter().map(form).collect::<Result<_, _>>()?)
        }
        _ => return Err("a text, a list or plural forms expected".to_owned()),
    };
    let mut placeholders = BTreeSet::new();
    for part in &parts {
        if part.is_empty() || part.contains(SEPARATOR) || part.trim() != part {
            return Err(format!("{part:?} is empty, has spaces at its ends, or holds {SEPARATOR:?}"));
        }
        if part.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count() > MAX_WORDS {
            return Err(format!("{part:?} has more than {MAX_WORDS} words"));
        }
        let found = placeholders_of(part)?;
        if kind == Kind::Plural && !found.contains("n") {
            return Err(format!("the plural form {part:?} lacks {{n}}"));
        }
        placeholders.extend(found);
    }
    Ok(Text { kind, stored: parts.join(&SEPARATOR.to_string()), placeholders })
}

fn placeholders_of(text: &str) -> Result<BTreeSet<String>, String> {
    let mut found = BTreeSet::new();
    for part in text.split('{').skip(1) {
        let (name, _) = part.split_once('}').ok_or(format!("{text:?}: a brace is not closed"))?;
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase()) {
            return Err(format!("{text:?}: a placeholder is lower-case letters"));
        }
        found.insert(name.to_owned());
    }
    Ok(found)
}

fn compare(reference: &Language, language: &Language) -> Result<(), String> {
    for (key, text) in reference {
        let other = language.get(key).ok_or_else(|| format!("{key} is missing"))?;
        if other.kind != text.kind || other.placeholders != text.placeholders {
            return Err(format!("{key} differs from {REFERENCE}.json in its kind or placeholders"));
        }
    }
    match language.keys().find(|key| !reference.contains_key(*key)) {
        Some(key) => Err(format!("{key} is not in {REFERENCE}.json")),
        None => Ok(()),
    }
}

fn render(reference: &Language, languages: &BTreeMap<String, Language>, holder: &str) -> String {
    let mut keys = String::new();
    let mut methods = String::new();
    for (index, (key, text)) in reference.iter().enumerate() {
        let name = key.replace('.', "_");
        let _ = writeln!(keys, "    /// `{}`\n    {} = {index},", doc(text), camel(key));
        let _ = writeln!(methods, "    /// `{}`\n    #[must_use]", doc(text));
        let arguments: Vec<&str> =
            text.placeholders.iter().map(String::as_str).filter(|p| text.kind != Kind::Plural || *p != "n").collect();
        let signature: String = arguments.iter().map(|a| format!(", {a}: &str")).collect();
        let pairs: String = arguments.iter().map(|a| format!("({a:?}, {a}), ")).collect();
        let _ = match text.kind {
            Kind::Plural => writeln!(
                methods,
                "    pub fn {name}(self, n: u64{signature}) -> String {{ self.0.plural({index}, n, &[{pairs}]) }}"
            ),
            Kind::List(_) => {
                writeln!(
                    methods,
                    "    pub fn {name}(self, item: usize) -> &'static str {{ self.0.item({index}, item) }}"
                )
            }
            Kind::Text if arguments.is_empty() => {
                writeln!(methods, "    pub fn {name}(self) -> &'static str {{ self.0.at({index}) }}")
            }
            Kind::Text => writeln!(
                methods,
                "    pub fn {name}(self{signature}) -> String {{ fill(self.0.at({index}), &[{pairs}]) }}"
            ),
        };
    }
    let tables = tables(languages);
    format!(
        "/// How many texts there are.\n#[cfg(feature = \"hydrate\")]\npub(super) const COUNT: usize = {count};\n\
         /// Changes when the keys do: texts of another build are refused.\npub(super) const FINGERPRINT: &str = \"{print:016x}\";\n\
         /// Every text that can stand alone, by name.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[repr(u16)]\npub enum Key {{\n{keys}}}\n\
         impl {holder} {{\n{methods}}}\n\
         #[cfg(not(feature = \"hydrate\"))]\npub(super) static TABLES: &[(&str, &[&str])] = &[\n{tables}];\n",
        count = reference.len(),
        print = fingerprint(reference),
    )
}

/// One table a language, in the order of the keys.
fn tables(languages: &BTreeMap<String, Language>) -> String {
    let mut tables = String::new();
    for (code, language) in languages {
        let _ = writeln!(tables, "    ({code:?}, &[");
        for text in language.values() {
            let _ = writeln!(tables, "        {:?},", text.stored);
        }
        let _ = writeln!(tables, "    ]),");
    }
    tables
}

fn render_pages(reference: &Language, languages: &BTreeMap<String, Language>) -> String {
    let mut methods = String::new();
    for (index, (key, text)) in reference.iter().enumerate() {
        let name = key.replace('.', "_");
        let arguments: Vec<&str> =
            text.placeholders.iter().map(String::as_str).filter(|p| text.kind != Kind::Plural || *p != "n").collect();
        let signature: String = arguments.iter().map(|a| format!(", {a}: &str")).collect();
        let pairs: String = arguments.iter().map(|a| format!("({a:?}, {a}), ")).collect();
        let _ = match text.kind {
            _ if GROUPS.iter().any(|group| key.starts_with(group)) => Ok(()),
            Kind::Plural => writeln!(
                methods,
                "    /// `{}`\n    #[must_use]\n    pub fn {name}(self, n: u64{signature}) -> String {{ self.plural({index}, n, &[{pairs}]) }}",
                doc(text)
            ),
            Kind::List(_) => writeln!(
                methods,
                "    /// `{}`\n    pub fn {name}(self) -> impl Iterator<Item = &'static str> {{ self.items({index}) }}",
                doc(text)
            ),
            Kind::Text if arguments.is_empty() => {
                writeln!(
                    methods,
                    "    /// `{}`\n    #[must_use]\n    pub fn {name}(self) -> &'static str {{ self.at({index}) }}",
                    doc(text)
                )
            }
            Kind::Text => writeln!(
                methods,
                "    /// `{}`\n    #[must_use]\n    pub fn {name}(self{signature}) -> String {{ fill(self.at({index}), &[{pairs}]) }}",
                doc(text)
            ),
        };
    }
    let keys: String = reference.keys().map(|key| format!("{key:?}, ")).collect();
    format!(
        "impl PageTexts {{\n{methods}}}\npub(super) static KEYS: &[&str] = &[{keys}];\n\
         pub(super) static TABLES: &[(&str, &[&str])] = &[\n{}];\n",
        tables(languages)
    )
}

/// A text as it stands in a doc comment.
fn doc(text: &Text) -> String {
    text.stored.replace('`', "'").replace('\n', " ")
}

fn camel(key: &str) -> String {
    key.split(['.', '_'])
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
        })
        .collect()
}

/// FNV-1a over the keys.
fn fingerprint(language: &Language) -> u64 {
    let bytes = language.keys().flat_map(|k| k.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
