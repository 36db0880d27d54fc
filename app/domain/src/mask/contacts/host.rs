//! The part of an address after its "at" sign, in all the ways to write its dots.

use super::view::{View, is_alphanumeric, is_letter, is_space};

/// More parts than any name of a host has.
const MAX_LABELS: usize = 8;
/// The longest part that is read; no host has so long a one.
const MAX_LABEL: usize = 200;
/// Ends of names that are no words of a sentence, even after "point".
const CLEAR_ENDS: &[&str] = &["fr", "com", "org", "net", "eu", "lu", "ch", "io", "bzh", "uk"];
/// The other ends of names that are seen in addresses here.
const ENDS: &[&str] = &[
    "be",
    "de",
    "es",
    "it",
    "co",
    "pro",
    "info",
    "biz",
    "re",
    "gp",
    "mq",
    "gf",
    "nc",
    "pf",
    "yt",
    "pm",
    "wf",
    "mc",
    "corsica",
    "paris",
    "alsace",
    "immo",
    "jobs",
    "email",
    "cat",
    "me",
    "tv",
    "app",
    "dev",
    "ai",
    "ca",
    "us",
    "nl",
    "pt",
    "pl",
    "ro",
    "ma",
    "dz",
    "tn",
    "site",
    "online",
    "tech",
    "edu",
    "int",
    "mobi",
    "name",
    "eus",
    "coop",
    "museum",
    "care",
    "school",
    "services",
    "team",
    "group",
    "agency",
    "solutions",
    "store",
    "shop",
    "top",
    "xyz",
];

/// What was read after an "at" sign.
pub(super) struct Host {
    pub(super) to: usize,
    /// How many parts it has.
    pub(super) labels: usize,
    /// Whether it ends as the names of hosts do.
    pub(super) known: bool,
    /// Whether it ends as nothing else does.
    pub(super) clear: bool,
    /// Whether a dot is written as a word or between brackets.
    pub(super) spelled: bool,
}

/// How two parts are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dot {
    /// A dot alone.
    Tight,
    /// With spaces, at the end of a line, or a comma.
    Wide,
    /// A word, or in brackets.
    Spelled,
}

impl Host {
    /// The name of a host that begins here.
    pub(super) fn read(view: &View, from: usize) -> Option<Self> {
        if !is_alphanumeric(view.at(from)) {
            return None;
        }
        let mut labels = 1;
        let mut start = from;
        let mut to = first_label(view, from);
        let mut spelled = false;
        while labels < MAX_LABELS {
            let Some((dot, next)) = dot(view, to) else { break };
            let end = label_end(view, next);
            let complete = labels > 1 && is_end(view, start, to);
            let goes_on = match dot {
                // "rh@exemple.fr.Merci"
                Dot::Tight => !complete || is_end(view, next, end) || view.at(end) == b'.',
                _ => !complete && ends_soon(view, next, end) && (!view.is_capital(next) || view.is_capital(start)),
            };
            if end == next || !goes_on {
                break;
            }
            spelled |= dot == Dot::Spelled;
            (start, to) = (next, end);
            labels += 1;
        }
        if labels > 1 {
            to = without_glued(view, start, to);
        }
        let known = labels > 1 && is_end(view, start, to);
        let clear = known && is_one_of(CLEAR_ENDS, view, start, to);
        Some(Self { to, labels, known, clear, spelled })
    }

    /// A name that is written letter by letter ("e x e m p l e . f r").
    pub(super) fn letters(view: &View, from: usize) -> Option<Self> {
        let mut read: Vec<u8> = Vec::new();
        let mut best = None;
        let mut at = from;
        while read.len() < 80 && (is_alphanumeric(view.at(at)) || matches!(view.at(at), b'.' | b'-' | b'_')) {
            read.push(view.at(at));
            let next = view.end(at + 1, is_space);
            let end = read.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
            if end.len() < read.len() && ends().any(|known| known.as_bytes() == end) {
                best = Some(at + 1);
            }
            if !(1..=3).contains(&(next - at - 1)) {
                break;
            }
            at = next;
        }
        best.filter(|_| read.len() > 4).map(|to| Self { to, labels: 2, known: true, clear: true, spelled: false })
    }
}

/// Whether these letters are an end of names.
pub(super) fn is_end(view: &View, from: usize, to: usize) -> bool {
    is_one_of(CLEAR_ENDS, view, from, to) || is_one_of(ENDS, view, from, to)
}

/// The end of the label that begins here.
pub(super) fn label_end(view: &View, from: usize) -> usize {
    let mut end = from;
    loop {
        end = view.word_end(end);
        if !matches!(view.at(end), b'-' | b'_') || end - from > MAX_LABEL || is_joint(view, end) {
            return end;
        }
        end += 1;
    }
}

/// Whether the sign at `at` begins a "-dot-" after which the name of a host ends, as it does in "-dot-asso-dot-fr".
fn is_joint(view: &View, at: usize) -> bool {
    let sign = view.at(at);
    let mut end = at;
    for _ in 0..MAX_LABELS {
        let Some(next) = dot_word(view, end + 1).filter(|word| view.at(end) == sign && view.at(*word) == sign) else {
            return false;
        };
        end = view.word_end(next + 1);
        if is_end(view, next + 1, end) && !matches!(view.at(end), b'-' | b'_') {
            return true;
        }
    }
    false
}

fn ends() -> impl Iterator<Item = &'static &'static str> {
    CLEAR_ENDS.iter().chain(ENDS)
}

fn is_one_of(words: &[&str], view: &View, from: usize, to: usize) -> bool {
    words.iter().any(|word| word.as_bytes() == view.bytes((from, to)))
}

/// The first label; a line or a space may break it ("groupe- exemple.fr", "exem\nple.fr").
fn first_label(view: &View, from: usize) -> usize {
    let to = label_end(view, from);
    let next = view.end(to, is_space);
    let broken = (view.before(to) == b'-' && next - to < 3) || (view.at(to) == b'\n' && next == to + 1);
    let end = label_end(view, next);
    let known = |end: usize| {
        let last = label_end(view, end + 1);
        view.at(end) == b'.' && is_end(view, end + 1, last)
    };
    if next > to && broken && end > next && known(end) { end } else { to }
}

/// Whether a label that stands apart is the end of a name, or the last but one.
fn ends_soon(view: &View, from: usize, end: usize) -> bool {
    if is_end(view, from, end) {
        return true;
    }
    dot(view, end).is_some_and(|(_, next)| is_end(view, next, label_end(view, next)))
}

/// ".", ",", " . ", "(point)", "[.]" or " dot ", and the place after it.
fn dot(view: &View, at: usize) -> Option<(Dot, usize)> {
    if let Some(to) = dot_word(view, at + 1).filter(|to| view.at(at) == b'.' && view.at(*to) == b'.') {
        return Some((Dot::Spelled, to + 1));
    }
    if view.starts_with(at, "%2e") {
        return Some((Dot::Spelled, at + 3));
    }
    if let Some(next) = listed_dot(view, at) {
        return Some((Dot::Spelled, next));
    }
    if view.at(at) == b'.' && is_alphanumeric(view.at(at + 1)) {
        return Some((Dot::Tight, at + 1));
    }
    let from = view.end(at, is_space);
    let byte = view.at(from);
    let (dot, to) = match byte {
        b'.' => (Dot::Wide, view.end(from, |byte| byte == b'.')),
        b',' | b';' if from == at => (Dot::Wide, at + 1),
        b'(' | b'[' | b'{' | b'<' => (Dot::Spelled, bracketed_dot(view, from)?),
        b'-' | b'_' | b'*' => (Dot::Spelled, view.end(dot_word(view, from + 1)?, |next| next == byte)),
        _ if from > at => match dot_word(view, from) {
            Some(to) => (Dot::Spelled, to),
            // "rh@exemple fr"
            None => return (byte.is_ascii_lowercase() && from == at + 1).then_some((Dot::Wide, from)),
        },
        _ => return None,
    };
    let next = view.end(to, is_space);
    (from - at < 4 && next - to < 4 && !(matches!(byte, b',' | b';') && next > to)).then_some((dot, next))
}

/// The place after ", point, " where the end of a name or another such dot follows.
fn listed_dot(view: &View, at: usize) -> Option<usize> {
    let apart = |place: usize| {
        let next = view.end(place + 1, is_space);
        (view.at(place) == b',' && (2..4).contains(&(next - place))).then_some(next)
    };
    let next = apart(dot_word(view, apart(at)?)?)?;
    let end = label_end(view, next);
    let more = || apart(end).is_some_and(|word| dot_word(view, word).is_some());
    (is_one_of(CLEAR_ENDS, view, next, end) || more()).then_some(next)
}

fn dot_word(view: &View, at: usize) -> Option<usize> {
    ["point", "dot", "pt", "punto", "tiret", "underscore"]
        .iter()
        .find(|word| view.is_word(at, word))
        .map(|word| at + word.len())
}

fn bracketed_dot(view: &View, at: usize) -> Option<usize> {
    let inner = view.end(at + 1, |byte| byte == b' ');
    let end = if view.at(inner) == b'.' { inner + 1 } else { dot_word(view, inner)? };
    let close = view.end(end, |byte| byte == b' ');
    matches!(view.at(close), b')' | b']' | b'}' | b'>').then_some(close + 1)
}

/// The end of the last label without what is glued to it ("fr-06 12", "fr06").
fn without_glued(view: &View, start: usize, to: usize) -> usize {
    let letters = view.end(start, is_letter).min(to);
    if letters < to && is_end(view, start, letters) { letters } else { to }
}
