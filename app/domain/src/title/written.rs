//! A title in its parts: words, what stands between, and words in both forms; used by [`super`].

use super::case::capital_first;
use super::{ended, whole};
use crate::text::fold;

/// One name in both forms.
#[derive(Clone, Debug)]
pub(super) struct Forms {
    pub(super) masculine: String,
    pub(super) feminine: String,
    pub(super) feminine_first: bool,
}

impl Forms {
    pub(super) fn new(masculine: String, feminine: String) -> Self {
        Self { masculine, feminine, feminine_first: false }
    }

    fn map(self, change: impl Fn(&str) -> String) -> Self {
        Self { masculine: change(&self.masculine), feminine: change(&self.feminine), ..self }
    }

    /// Both names with their neighbour's, form by form.
    fn joined(self, gap: &str, next: &Self) -> Self {
        Self {
            masculine: format!("{}{gap}{}", self.masculine, next.masculine),
            feminine: format!("{}{gap}{}", self.feminine, next.feminine),
            ..self
        }
    }
}

/// A part of a title.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// Letters and digits.
    Word(String),
    /// What stands between.
    Gap(String),
    /// A name in both forms.
    Both(Forms),
}

/// A title in its parts.
pub(super) struct Written {
    items: Vec<Item>,
    /// Whether both genders are named.
    pub(super) is_open: bool,
}

/// Whether a character belongs to a word. Combining marks do.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// What was written, for parts without both forms.
pub(super) fn text_of(items: &[Item]) -> String {
    items.iter().fold(String::new(), |mut text, item| {
        match item {
            Item::Word(part) | Item::Gap(part) => text.push_str(part),
            Item::Both(forms) => text.push_str(&forms.masculine),
        }
        text
    })
}

impl Written {
    /// Reads a clean title. `plain`: the source had capitals only, so no accents are made up.
    pub(super) fn read(text: &str, plain: bool) -> Self {
        let (items, unfit) = ended::items(text, plain);
        let (items, loose) = whole::pair(&items);
        let mut items = without_article(neighbours(compounds(items)));
        let both: Vec<bool> = items.iter().map(|item| matches!(item, Item::Both(_))).collect();
        for (n, item) in items.iter_mut().enumerate() {
            let near = both.get(n + 1) == Some(&true) || n.checked_sub(1).is_some_and(|before| both[before]);
            if let Item::Gap(gap) = item
                && near
                && gap.trim() == "/"
            {
                " / ".clone_into(gap);
            }
        }
        Self { items, is_open: unfit || loose || both.contains(&true) }
    }

    /// The title in the masculine alone.
    pub(super) fn masculine(&self) -> String {
        text_of(&self.items)
    }

    /// The title with both forms written out, a capital first.
    pub(super) fn shown(&self) -> String {
        let mut out = String::new();
        for (n, item) in self.items.iter().enumerate() {
            match item {
                Item::Word(word) if n == 0 => out.push_str(&capital_first(word)),
                Item::Word(part) | Item::Gap(part) => out.push_str(part),
                Item::Both(forms) => {
                    let forms = if n == 0 { forms.clone().map(capital_first) } else { forms.clone() };
                    let Forms { masculine, feminine, feminine_first } = forms;
                    let (first, second) = if feminine_first { (feminine, masculine) } else { (masculine, feminine) };
                    out.push_str(&first);
                    out.push_str(" / ");
                    out.push_str(&second);
                }
            }
        }
        out
    }
}

/// Writes compounds out in both forms: "Aide-" and "soignant", "soignante"; "d'" and "employé".
fn compounds(items: Vec<Item>) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        let joined = match (out.as_slice(), &item) {
            ([.., Item::Both(first), Item::Gap(gap)], Item::Both(next)) if is_hyphen(gap) => {
                Some(first.clone().joined(gap, next))
            }
            ([.., Item::Both(first), Item::Gap(gap)], Item::Word(word))
                if is_hyphen(gap) && word.chars().count() > 2 && !is_code(word) =>
            {
                Some(first.clone().map(|form| format!("{form}{gap}{word}")))
            }
            _ => None,
        };
        if let Some(forms) = joined {
            out.truncate(out.len() - 2);
            out.push(Item::Both(forms));
            continue;
        }
        let Item::Both(mut forms) = item else {
            out.push(item);
            continue;
        };
        while let [.., Item::Word(word), Item::Gap(gap)] = out.as_slice()
            && (is_hyphen(gap) || matches!(gap.as_str(), "'" | "’"))
            && !is_code(word)
        {
            forms = forms.map(|form| format!("{word}{gap}{form}"));
            out.truncate(out.len() - 2);
        }
        out.push(Item::Both(forms));
    }
    out
}

/// "CDD", "2025": no part of a name.
fn is_code(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit()) || (word.chars().count() > 1 && word.chars().all(char::is_uppercase))
}

fn is_hyphen(gap: &str) -> bool {
    matches!(gap, "-" | "‑")
}

/// Writes neighbours out together: "Travailleur social / Travailleuse sociale".
fn neighbours(items: Vec<Item>) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        if let ([.., Item::Both(first), Item::Gap(gap)], Item::Both(next)) = (out.as_slice(), &item)
            && gap.trim().is_empty()
        {
            let forms = first.clone().joined(" ", next);
            out.truncate(out.len() - 2);
            out.push(Item::Both(forms));
        } else {
            out.push(item);
        }
    }
    out
}

/// Drops an article in front of both forms: "Un(e) comptable", "Un / Une", "Un vendeur(se)".
fn without_article(mut items: Vec<Item>) -> Vec<Item> {
    let article = |form: &str| matches!(fold(form).as_str(), "un" | "une" | "le" | "la");
    let spaced = matches!(items.get(1), Some(Item::Gap(gap)) if gap == " ");
    match items.as_mut_slice() {
        [Item::Both(forms), _, _, ..] if spaced && article(&forms.masculine) && article(&forms.feminine) => {
            items.drain(..2);
        }
        [Item::Word(word), _, Item::Both(_), ..] if spaced && article(word) => {
            items.drain(..2);
        }
        [Item::Both(forms), ..] => {
            if let (Some((first, masculine)), Some((second, feminine))) =
                (forms.masculine.split_once(' '), forms.feminine.split_once(' '))
                && article(first)
                && article(second)
            {
                (forms.masculine, forms.feminine) = (masculine.to_owned(), feminine.to_owned());
            }
        }
        _ => {}
    }
    items
}
