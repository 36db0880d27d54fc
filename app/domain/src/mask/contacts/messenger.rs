//! Links to a person and the names that people have in messengers.

use super::Span;
use super::host;
use super::view::{SIGN, View, is_alphanumeric, is_letter, is_space};

/// Beginnings of links to a person; a name or a number follows.
const LINKS: &[&str] = &[
    "wa.me/",
    "whatsapp.com/send",
    "chat.whatsapp.com/",
    "wa.link/",
    "t.me/",
    "telegram.me/",
    "telegram.dog/",
    "m.me/",
    "messenger.com/t/",
    "facebook.com/messages/",
    "signal.me/",
    "signal.group/",
    "ig.me/",
    "linkedin.com/in/",
    "linkedin.com/pub/",
    "snapchat.com/add/",
    "discord.gg/",
    "discord.com/users/",
    "join.skype.com/",
    "viber.me/",
];
/// Schemes of links to a person.
const SCHEMES: &[&str] = &["skype:", "tg://", "whatsapp://", "viber://", "sgnl://"];
/// Messengers, and whether a name after them needs no "@": those whose names stand for people, not for pages.
const MESSENGERS: &[(&str, bool)] = &[
    ("telegram", true),
    ("insta", true),
    ("instagram", false),
    ("snap", true),
    ("snapchat", true),
    ("skype", true),
    ("whatsapp", false),
    ("ig", false),
    ("messenger", false),
    ("signal", false),
    ("discord", true),
    ("viber", true),
    ("threema", true),
    ("wechat", true),
];
/// What may stand between a messenger and a name.
const FILLERS: &[&str] = &["pseudo", "compte", "id", "identifiant", "est", "moi", "nom", "profil", "user", "mon", "le"];
/// Words that are no names, besides those with the endings of nouns and adjectives.
const WORDS: &[&str] = &[
    "oui",
    "non",
    "ok",
    "bon",
    "bien",
    "niveau",
    "notions",
    "bases",
    "exige",
    "requis",
    "teams",
    "zoom",
    "meet",
    "excel",
    "word",
    "slack",
    "outlook",
    "mail",
    "email",
    "sms",
    "appel",
    "appels",
    "tel",
    "telephone",
    "entretien",
    "entretiens",
    "visio",
    "outil",
    "outils",
    "logiciel",
    "poste",
    "posts",
    "stories",
    "reels",
    "usage",
    "envoi",
    "suivi",
    "gestion",
    "animer",
    "gerer",
    "nous",
    "vous",
    "les",
    "des",
    "une",
    "pour",
    "avec",
    "dans",
    "sur",
    "par",
    "photos",
    "videos",
    "contenu",
    "contenus",
    "community",
    "facebook",
    "instagram",
    "linkedin",
    "twitter",
    "tiktok",
    "youtube",
    "whatsapp",
    "voir",
    "lien",
    "ici",
    "page",
    "notre",
    "rouge",
    "vert",
    "faible",
    "fort",
    "radio",
    "analogique",
];
/// Endings of words that are no names.
const ENDINGS: &[&str] =
    &["tion", "tions", "ment", "oire", "able", "ible", "ique", "ance", "ence", "ture", "euse", "ees"];

/// Links and names, in order.
pub(super) fn names(view: &View) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < view.len() {
        if is_alphanumeric(view.before(at)) || !is_letter(view.at(at)) {
            let handle =
                (view.at(at) == b'@' && !is_alphanumeric(view.before(at))).then(|| named_after(view, at)).flatten();
            at = handle.map_or(at + 1, |span| span.1);
            spans.extend(handle);
            continue;
        }
        let floor = spans.last().map_or(0, |span| span.1);
        let end = view.word_end(at);
        let found = if matches!(view.at(end), b'.' | b':') { link(view, at, floor) } else { None };
        let found = found.or_else(|| name(view, at, end));
        at = found.map_or(end, |span| span.1);
        spans.extend(found);
    }
    spans
}

/// A link whose host begins here.
fn link(view: &View, at: usize, floor: usize) -> Option<Span> {
    if let Some(scheme) = SCHEMES.iter().find(|scheme| view.starts_with(at, scheme)) {
        let start = at + scheme.len();
        let end = link_end(view, start);
        let action = view.bytes((start, end)).contains(&b'?') || scheme.ends_with('/');
        return (is_alphanumeric(view.at(start)) && action).then_some((at, end));
    }
    let host = LINKS.iter().find(|host| view.starts_with(at, host))?;
    let start = at + host.len();
    let end = link_end(view, start);
    if end <= start || view.before(at) == b'-' {
        return None;
    }
    // "https://", "www." and other names before the host belong to the link.
    let head = view.start(at, floor.max(at.saturating_sub(40)), |byte| {
        is_alphanumeric(byte) || matches!(byte, b'.' | b':' | b'/' | b'-')
    });
    let before = view.bytes((head, at));
    let scheme = before
        .windows(7)
        .position(|part| part == b"http://")
        .or_else(|| before.windows(8).position(|part| part == b"https://"));
    let subdomain =
        view.start(at, floor.max(at.saturating_sub(20)), |byte| is_alphanumeric(byte) || matches!(byte, b'.' | b'-'));
    let from = match scheme {
        Some(place) => head + place,
        None if view.before(at) == b'.' => subdomain,
        None => at,
    };
    Some((from, end))
}

/// The end of a link without the punctuation of the sentence.
fn link_end(view: &View, from: usize) -> usize {
    let closed = |byte| is_space(byte) || matches!(byte, b'"' | b'<' | b'>' | b')' | b']' | b'|');
    let end = view.end(from, |byte| !closed(byte));
    view.start(end, from, |byte| matches!(byte, b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'')).max(from)
}

/// The name after the messenger whose word is this span.
fn name(view: &View, at: usize, end: usize) -> Option<Span> {
    let word = view.bytes((at, end));
    let open = match MESSENGERS.iter().find(|(messenger, _)| messenger.as_bytes() == word) {
        Some((_, open)) => *open,
        None => return if word == b"linkedin" { profile(view, end) } else { None },
    };
    let mut place = end;
    let (mut said, mut listed) = (false, false);
    for _ in 0..4 {
        let next = view.end(place, |byte| {
            is_space(byte) || matches!(byte, b':' | b'=' | b'-' | b'>' | b'(' | b'"' | b'/' | b',' | SIGN)
        });
        let gap = view.bytes((place, next));
        if gap.len() > 6 || gap.iter().filter(|byte| **byte == b'\n').count() > 1 || gap.is_empty() {
            break;
        }
        said |= gap.iter().any(|byte| matches!(byte, b':' | b'='));
        listed |= gap.contains(&b',');
        place = next;
        let Some(filler) = FILLERS.iter().find(|filler| view.is_word(place, filler)) else { break };
        said |= *filler == "est";
        place += filler.len();
    }
    if view.at(place) == b'@' {
        return handle(view, place + 1).map(|(_, to)| (place, to));
    }
    let (from, to) = handle(view, place).filter(|(from, to)| place > end && !listed && to - from > 3)?;
    let live = view.starts_with(from, "live:");
    let span = view.bytes((from, to));
    let dot = span.iter().rposition(|byte| *byte == b'.');
    let domain = dot.is_some_and(|dot| host::is_end(view, from + dot + 1, to));
    if domain || matches!(view.at(to), b'@' | b'/' | b'\'') || view.starts_with(to, "://") || !is_letter(view.at(from))
    {
        return None;
    }
    // "exemple.42", as one messenger wants them.
    let numbered =
        dot.is_some_and(|dot| dot > 2 && span[dot + 1..].len() > 1 && span[dot + 1..].iter().all(u8::is_ascii_digit));
    let letters = span.iter().filter(|byte| is_letter(**byte)).count();
    let clear = letters > 2 && span.iter().any(|byte| matches!(byte, b'_' | b'.') || byte.is_ascii_digit());
    let plain = is_phrase_end(view, to) && is_name(view, (from, to));
    let named = if open { live || (said && (clear || plain)) || span.contains(&b'_') } else { said && numbered };
    named.then_some((from, to))
}

/// "in/prenom-nom" after the name of the network.
fn profile(view: &View, end: usize) -> Option<Span> {
    let from = view.end(end, |byte| matches!(byte, b' ' | b':' | b'/'));
    let to = link_end(view, from);
    (view.at(end) != b'/' && view.starts_with(from, "in/") && from - end < 5 && to > from + 3).then_some((from, to))
}

/// "@name" before "sur Insta".
fn named_after(view: &View, at: usize) -> Option<Span> {
    let (_, to) = handle(view, at + 1)?;
    let mut place = view.end(to, |byte| matches!(byte, b' ' | b'('));
    for word in ["sur", "via", "on"] {
        if view.is_word(place, word) {
            place = view.end(place + word.len(), |byte| byte == b' ');
        }
    }
    let named = place > to && place < to + 8 && MESSENGERS.iter().any(|(word, _)| view.is_word(place, word));
    named.then_some((at, to))
}

/// The letters, digits and signs of a name ("exemple.rh", "live:exemple", "exemple#1234"), without the punctuation
/// of the sentence.
fn handle(view: &View, from: usize) -> Option<Span> {
    let start = if view.starts_with(from, "live:") { view.end(from + 5, |byte| byte == b'.') } else { from };
    let end = view.end(start, |byte| is_alphanumeric(byte) || matches!(byte, b'.' | b'_' | b'-'));
    let to = view.start(end, start, |byte| matches!(byte, b'.' | b'-')).max(start);
    let number = view.end(to + 1, |byte| byte.is_ascii_digit());
    let tagged = view.at(to) == b'#' && number == to + 5;
    let begins = is_alphanumeric(view.at(start)) || view.at(start) == b'_';
    (begins && to > start + 1).then_some((from, if tagged { number } else { to }))
}

/// Whether nothing, or another way to write, follows.
fn is_phrase_end(view: &View, to: usize) -> bool {
    let next = view.end(to, |byte| byte == b' ');
    let apart = matches!(view.at(to), 0 | b'\n' | b'.' | b',' | b';' | b')' | b'|' | b'!' | b'/');
    apart
        || view.at(next) == 0
        || view.at(next) == b'-'
        || ["ou", "svp", "merci"].iter().any(|word| view.is_word(next, word))
}

/// Whether a word may be a name: written small, and not of everyday French.
fn is_name(view: &View, span: Span) -> bool {
    let word = view.bytes(span);
    let plain = view.text(span).bytes().all(|byte| byte.is_ascii_lowercase());
    plain
        && !WORDS.iter().any(|known| known.as_bytes() == word)
        && !ENDINGS.iter().any(|end| word.ends_with(end.as_bytes()))
}
