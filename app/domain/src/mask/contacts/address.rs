//! E-mail addresses, however their signs are written.

use super::Span;
use super::around;
use super::host::{self, Host};
use super::view::{SIGN, View, is_alphanumeric, is_letter, is_space};

/// More parts than a name before an "at" sign has.
const MAX_PARTS: usize = 6;
/// The longest name before an "at" sign that is read; no mailbox has so long a one.
const MAX_NAME: usize = 200;
/// Names of mailboxes that are a word.
const MAILBOXES: &[&str] = &[
    "rh",
    "drh",
    "hr",
    "cv",
    "contact",
    "contacts",
    "recrutement",
    "recrutements",
    "recruitment",
    "emploi",
    "emplois",
    "job",
    "jobs",
    "info",
    "infos",
    "accueil",
    "mairie",
    "secretariat",
    "direction",
    "candidature",
    "candidatures",
    "agence",
    "personnel",
    "carriere",
    "carrieres",
    "stage",
    "stages",
    "ressources",
    "administration",
    "compta",
];

/// How an "at" sign is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// "@".
    Plain,
    /// "%40".
    Encoded,
    /// "(at)", "[arobase]", "(@)".
    Bracketed,
    /// "(a)", which is also a list or a gender.
    Vague,
    /// "arobase".
    Word,
    /// "at".
    At,
    /// "-at-", which is also a part of names.
    Joined,
    /// "chez".
    Chez,
}

/// All addresses of a text, in order, outside of what is `taken`; `numbers` are no part of them.
pub(super) fn all(view: &View, taken: &[Span], numbers: &[Span]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < view.len() {
        let floor = spans.last().map_or(0, |span| span.1);
        let found = sign(view, at).and_then(|(sign, to)| address(view, (at, to), sign, floor));
        at += 1;
        let Some(span) = found.and_then(|span| without_number(view, span, numbers)) else { continue };
        let next = taken.partition_point(|other| other.1 <= span.0);
        if taken.get(next).is_none_or(|other| span.1 <= other.0) {
            at = span.1;
            spans.push(span);
        }
    }
    spans
}

/// The addresses that are written as they are used: with "@" and dots, without a space.
pub(super) fn plain(view: &View) -> Vec<Span> {
    let found = |at: usize| {
        let from = local(view, at, 0);
        let host = Host::read(view, at + 1)?;
        let tight = !host.spelled && !view.bytes((from, host.to)).iter().any(|byte| is_space(*byte) || *byte == b',');
        (from < at && host.labels > 1 && tight).then_some((from, host.to))
    };
    (0..view.len()).filter(|at| view.at(*at) == b'@').filter_map(found).collect()
}

/// The address around the sign at `span`.
fn address(view: &View, span: Span, sign: Sign, floor: usize) -> Option<Span> {
    let listed = sign == Sign::Word && view.bytes((floor, span.0)).ends_with(b", ");
    let name_end = gap_start(view, span.0, floor) - usize::from(listed);
    let host_start = gap_end(view, span.1 + usize::from(listed && view.at(span.1) == b','));
    let tight = name_end == span.0 && host_start == span.1;
    if let Some(found) = letters(view, name_end, host_start, floor) {
        return Some(found);
    }
    let host = Host::read(view, host_start)?;
    let word = local(view, name_end, floor);
    if word == name_end {
        return None;
    }
    let meant = || is_mailbox(view, (word, name_end)) || around::is_written_to(view, word);
    let accepted = match sign {
        Sign::Plain => host.labels > 1 && (tight || host.known || meant()),
        Sign::Bracketed => {
            if host.labels > 1 {
                tight || host.known
            } else {
                tight || meant()
            }
        }
        Sign::Vague => host.known,
        Sign::Encoded => host.known,
        Sign::Word => host.known || (!listed && meant()),
        Sign::At => host.known && ((host.spelled && host.clear) || meant()),
        Sign::Joined | Sign::Chez => host.spelled && host.clear,
    };
    if !accepted {
        return None;
    }
    let mut from = parts(view, word, floor);
    if view.bytes((floor, from)).ends_with(b"mailto:") {
        from -= 7;
    }
    Some((from, with_query(view, host.to)))
}

/// How the sign at `at` is written and where it ends.
fn sign(view: &View, at: usize) -> Option<(Sign, usize)> {
    match view.at(at) {
        b'@' if view.before(at) == b'@' => None,
        b'@' => Some((Sign::Plain, view.end(at, |byte| byte == b'@'))),
        b'%' => view.starts_with(at, "%40").then_some((Sign::Encoded, at + 3)),
        b'(' | b'[' | b'{' | b'<' => {
            let inner = view.end(at + 1, |byte| byte == b' ');
            let (sign, end) = match view.at(inner) {
                b'@' => (Sign::Bracketed, inner + 1),
                b'a' => match named(view, inner)? {
                    (Sign::Vague, end) => (Sign::Vague, end),
                    (_, end) => (Sign::Bracketed, end),
                },
                _ => return None,
            };
            let close = view.end(end, |byte| byte == b' ');
            matches!(view.at(close), b')' | b']' | b'}' | b'>').then_some((sign, close + 1))
        }
        b'a' => {
            let (sign, end) = named(view, at).filter(|(sign, _)| *sign != Sign::Vague)?;
            if sign == Sign::Word {
                return Some((sign, end));
            }
            // "at" is a word, or stands between two signs; "rh-at-exemple.fr" may be a site.
            let (before, after) = (view.before(at), view.at(end));
            let apart = is_space(before) && is_space(after);
            let dashes = before == b'-' && after == b'-' && is_space(view.before(at - 1)) && is_space(view.at(end + 1));
            let signs = before == after && matches!(before, b'_' | b'*' | b'~' | b'"' | SIGN);
            if before == after && matches!(before, b'-' | b'.') && !dashes {
                return Some((Sign::Joined, end));
            }
            (apart || dashes || signs).then_some((Sign::At, end))
        }
        b'c' => (is_space(view.before(at)) && view.is_word(at, "chez")).then_some((Sign::Chez, at + 4)),
        _ => None,
    }
}

/// "arobase" and how people misspell it, "at" or "a".
fn named(view: &View, at: usize) -> Option<(Sign, usize)> {
    if !matches!(view.at(at + 1), b'r' | b't' | b' ' | b')' | b']' | b'}' | b'>') {
        return None;
    }
    if let Some(word) = ["arrobase", "arobase", "arrobas", "arobas", "arrobaz", "arobaz", "arobaze"]
        .iter()
        .filter(|word| view.starts_with(at, word))
        .max_by_key(|word| word.len())
    {
        return Some((Sign::Word, at + word.len()));
    }
    let end = view.word_end(at);
    match view.bytes((at, end)) {
        b"at" => Some((Sign::Bracketed, end)),
        b"a" => Some((Sign::Vague, end)),
        _ => None,
    }
}

/// Where the spaces, the line end or the single sign before an "at" sign begin.
fn gap_start(view: &View, at: usize, floor: usize) -> usize {
    let sign = usize::from(view.at(at) == b'a' && at > floor && is_around_word(view.before(at)));
    view.start(at - sign, floor.max(at.saturating_sub(3)), is_space)
}

/// Where the spaces, the line end or the single sign after an "at" sign end.
fn gap_end(view: &View, at: usize) -> usize {
    let sign = usize::from(is_letter(view.before(at)) && is_around_word(view.at(at)));
    let to = view.end(at + sign, is_space);
    if to - at > 3 { at } else { to }
}

fn is_around_word(byte: u8) -> bool {
    matches!(byte, b'_' | b'*' | b'~' | b'-' | b'.' | b'"' | SIGN)
}

/// Where the name before an "at" sign begins; `end` when there is none.
fn local(view: &View, end: usize, floor: usize) -> usize {
    let of = |byte| is_alphanumeric(byte) || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-' | b'\'');
    let from = view.start(end, floor.max(end.saturating_sub(MAX_NAME)), of);
    view.end(from, |byte| matches!(byte, b'.' | b'-' | b'\'')).min(end)
}

/// The name with the parts before it ("prenom point nom", "prenom . nom").
fn parts(view: &View, from: usize, floor: usize) -> usize {
    let mut from = from;
    for _ in 0..MAX_PARTS {
        let Some(next) = joint(view, from, floor).map(|end| (local(view, end, floor), end)) else { break };
        if next.0 == next.1 {
            break;
        }
        from = next.0;
    }
    from
}

/// Where the part before " point ", "[.]" or " . " ends.
fn joint(view: &View, at: usize, floor: usize) -> Option<usize> {
    let space = view.start(at, floor.max(at.saturating_sub(2)), is_space);
    // "prenom, point, nom, arobase"
    let listed = space < at && space > floor && view.before(space) == b',';
    let after = space - usize::from(listed);
    let head = view.bytes((floor, after));
    if after + 1 == at && view.at(after) == b'\n' && is_broken(view, after, floor) {
        return Some(after);
    }
    let spelled = ["[.]", "(.)", "{.}", "(point)", "[point]", "(dot)", "[dot]"];
    if let Some(dot) = spelled.iter().find(|dot| head.ends_with(dot.as_bytes())) {
        let end = after - dot.len();
        return Some(view.start(end, floor.max(end.saturating_sub(2)), is_space));
    }
    let words = [" .", " _", " point", " dot", " tiret", " underscore", " tiret du bas"];
    let dot = words.iter().find(|dot| head.ends_with(dot.as_bytes()))?;
    let end = after - dot.len();
    let comma = listed && head.get(..end - floor).is_some_and(|head| head.ends_with(b","));
    (after < at && (comma || !listed)).then(|| end - usize::from(comma))
}

/// Whether the name before this line end goes on after it: "mail : prenom.", "prenom-".
fn is_broken(view: &View, end: usize, floor: usize) -> bool {
    let from = local(view, end, floor);
    let led = [": ", " a "].iter().any(|lead| view.bytes((floor, from)).ends_with(lead.as_bytes()));
    from + 1 < end && (matches!(view.before(end), b'-' | b'_') || (view.before(end) == b'.' && led))
}

/// "r h @ e x e m p l e . f r"
fn letters(view: &View, end: usize, start: usize, floor: usize) -> Option<Span> {
    let alone = |at: usize| is_alphanumeric(view.at(at)) && !is_alphanumeric(view.at(at + 1));
    if end == floor || !alone(start) || !is_space(view.at(start + 1)) {
        return None;
    }
    let mut from = end;
    let mut next = end;
    loop {
        let at = next.checked_sub(1).filter(|at| *at >= floor)?;
        let single = is_alphanumeric(view.at(at)) || matches!(view.at(at), b'.' | b'_' | b'-');
        let before = view.before(at);
        // "à" is the word before.
        if !single || !(before == 0 || is_space(before) || at == floor) || matches!(view.text((at, at + 1)), "à" | "À")
        {
            break;
        }
        from = at;
        next = view.start(at, floor.max(at.saturating_sub(3)), is_space);
        if next == at || at == floor || next == floor {
            break;
        }
    }
    let host = Host::letters(view, start)?;
    (from < end).then_some((from, host.to))
}

/// With "?subject=…" of a link.
fn with_query(view: &View, to: usize) -> usize {
    let end = view.end(to, |byte| !is_space(byte) && !matches!(byte, b'"' | b'>' | b')'));
    if view.at(to) == b'?' && view.bytes((to, end)).contains(&b'=') { end } else { to }
}

/// Whether a word is the name of a mailbox, or has the form of one.
fn is_mailbox(view: &View, span: Span) -> bool {
    let name = view.bytes(span);
    MAILBOXES.iter().any(|known| known.as_bytes() == name)
        || name.iter().any(|byte| matches!(byte, b'.' | b'_' | b'+') || byte.is_ascii_digit())
}

/// The address without a phone number that is glued to its beginning; `None` when nothing is left.
fn without_number(view: &View, (from, to): Span, numbers: &[Span]) -> Option<Span> {
    let before = numbers.partition_point(|number| number.1 <= from);
    let Some(glued) = numbers.get(before).filter(|number| number.0 < from && from < number.1 && number.1 < to) else {
        return Some((from, to));
    };
    let start = view.end(glued.1, |byte| !is_alphanumeric(byte));
    let sign = host::label_end(view, start);
    (sign > start && start < to).then_some((start, to))
}
