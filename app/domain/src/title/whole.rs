//! Both forms written out whole: "Serveur - Serveuse", "Agent d'entretien / Agente d'entretien",
//! "Secrétaire médical / médicale"; used by [`super::written`].

use super::case::capital_first;
use super::feminine::are_forms;
use super::written::{Forms, Item, text_of};
use crate::text::fold;

/// How many words and gaps one form may have.
const LONGEST: usize = 24;

/// Puts both forms in place of what names them. Also whether two forms were seen that do not
/// go together word by word, and stay as they were written.
pub(super) fn pair(items: &[Item]) -> (Vec<Item>, bool) {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    let mut loose = false;
    let mut at = 0;
    while at < items.len() {
        if let Some(sign) = separator(items, at) {
            let right = &items[sign.next..];
            let found = find(&out, right, &sign).filter(|found| !sign.bracket || closes(right, found.length));
            if let Some(found) = found {
                let left: Vec<Item> = out.drain(found.start..).collect();
                out.push(Item::Both(forms(&left, &right[..found.length], found.feminine_first)));
                at = sign.next + found.length + usize::from(sign.bracket);
                if sign.bracket && matches!(items.get(at), Some(Item::Word(_))) {
                    out.push(Item::Gap(" ".to_owned()));
                }
                continue;
            }
            loose |= sign.slash && begin_alike(&out, right);
        }
        out.push(items[at].clone());
        at += 1;
    }
    (out, loose)
}

struct Separator {
    /// Where the second form begins.
    next: usize,
    /// A dash without spaces: joins only two words.
    tight: bool,
    slash: bool,
    bracket: bool,
}

fn separator(items: &[Item], at: usize) -> Option<Separator> {
    let Item::Gap(gap) = &items[at] else { return None };
    let plain = Separator { next: at + 1, tight: false, slash: false, bracket: false };
    match gap.trim() {
        "/" | "|" | "\\" | "//" => Some(Separator { slash: true, ..plain }),
        "-" | "–" | "‑" => Some(Separator { tight: !gap.contains(' '), ..plain }),
        "," | "&" | "·" | "•" | "⋅" | "∙" | "‧" | "・" => Some(plain),
        "(" | "[" => Some(Separator { bracket: true, ..plain }),
        "" => match (items.get(at + 1)?, items.get(at + 2)?) {
            (Item::Word(word), Item::Gap(next)) if next == " " && matches!(fold(word).as_str(), "ou" | "et") => {
                Some(Separator { next: at + 3, ..plain })
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether a bracket closes behind the second form.
fn closes(right: &[Item], length: usize) -> bool {
    matches!(right.get(length), Some(Item::Gap(gap)) if matches!(gap.as_str(), ")" | "]"))
}

fn forms(left: &[Item], right: &[Item], feminine_first: bool) -> Forms {
    let (first, mut second) = (text_of(left), text_of(right));
    if first.starts_with(char::is_uppercase) {
        second = capital_first(&second);
    }
    let (masculine, feminine) = if feminine_first { (second, first) } else { (first, second) };
    Forms { masculine, feminine, feminine_first }
}

struct Found {
    /// Where the first form begins.
    start: usize,
    /// How many items the second form has.
    length: usize,
    feminine_first: bool,
}

/// The longest end of what was read that `right` begins to say again in the other gender.
fn find(read: &[Item], right: &[Item], sign: &Separator) -> Option<Found> {
    let reach = if sign.tight { 1 } else { LONGEST };
    let part = |item: &Item| is_part(item) || (sign.slash && is_inside(item));
    let own = read.iter().rev().take(reach).take_while(|item| part(item)).count();
    (read.len() - own..read.len()).find_map(|start| {
        // "Technicien de maintenance / Technicienne": not all has to be said twice of a whole name.
        let whole = sign.slash && start.checked_sub(1).is_none_or(|before| !is_part(&read[before]));
        let (length, feminine_first) = align(&read[start..], right, whole)?;
        Some(Found { start, length, feminine_first })
    })
}

/// Words, and the gaps that join the words of one name.
fn is_part(item: &Item) -> bool {
    match item {
        Item::Word(_) => true,
        Item::Gap(gap) => matches!(gap.as_str(), " " | "'" | "’" | "-" | "‑"),
        Item::Both(_) => false,
    }
}

/// Gaps that may stand inside one name when a slash parts both forms: "Agent social (AS) / …".
fn is_inside(item: &Item) -> bool {
    matches!(item, Item::Gap(gap) if !gap.contains(['/', '|', '\\']))
}

/// How many items of `right` say `left` again, and whether the feminine came first. `whole`: `left`
/// is a whole name, of which `right` may say the beginning only.
fn align(left: &[Item], right: &[Item], whole: bool) -> Option<(usize, bool)> {
    if !matches!(left.first(), Some(Item::Word(_))) {
        return None;
    }
    let mut feminine_first = None;
    for (n, item) in left.iter().enumerate() {
        match (item, right.get(n)) {
            (Item::Word(a), Some(Item::Word(b))) => {
                let (a, b) = (fold(a), fold(b));
                if a == b {
                    continue;
                }
                let order = match (are_forms(&a, &b), are_forms(&b, &a)) {
                    (true, _) => false,
                    (false, true) => true,
                    // "Conseillère conjugale et famili": cut off at the end of the field.
                    (false, false) if whole && n + 1 == right.len() && a.starts_with(&b) => {
                        return feminine_first.map(|order| (n + 1, order));
                    }
                    (false, false) => return None,
                };
                if *feminine_first.get_or_insert(order) != order {
                    return None;
                }
            }
            (Item::Gap(a), Some(Item::Gap(b))) if fold(a) == fold(b) => {}
            (Item::Gap(_), next) if whole && next.is_none_or(|gap| !is_part(gap)) && left[n..].iter().all(is_part) => {
                return feminine_first.map(|order| (n, order));
            }
            _ => return None,
        }
    }
    feminine_first.map(|order| (left.len(), order))
}

/// Whether the names on both sides of a separator begin with both forms of one word.
fn begin_alike(read: &[Item], right: &[Item]) -> bool {
    let own = read.iter().rev().take_while(|item| is_part(item)).count();
    match (read.get(read.len() - own), right.first()) {
        (Some(Item::Word(a)), Some(Item::Word(b))) => {
            let (a, b) = (fold(a), fold(b));
            are_forms(&a, &b) || are_forms(&b, &a)
        }
        _ => false,
    }
}
