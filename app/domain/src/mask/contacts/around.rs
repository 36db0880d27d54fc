//! What the words around a number or an address say of it.

use super::view::{DEGREE, PHONE, View, is_alphanumeric, is_letter, is_space};

/// How far before a number a word may stand that tells what it is.
const REACH: usize = 32;
/// How far the beginning of a link is looked for.
const MAX_LINK: usize = 200;

/// Words of calling; none of them is in a mask.
const CALLING: &[&str] = &[
    "tel",
    "tels",
    "tph",
    "port",
    "portable",
    "portables",
    "mob",
    "mobile",
    "fixe",
    "fax",
    "telecopie",
    "gsm",
    "sms",
    "texto",
    "phone",
    "num",
    "numero",
    "whatsapp",
    "standard",
    "dring",
];
/// Beginnings of words of calling.
const CALLING_FROM: &[&str] = &["appel", "rappel", "telephon", "joign", "joindre", "compos", "contact"];
/// What follows them is a reference, however it is grouped.
const REFERENCES: &[&str] = &[
    "ref",
    "reference",
    "siret",
    "siren",
    "rna",
    "matricule",
    "finess",
    "uai",
    "isbn",
    "ean",
    "gtin",
    "iban",
    "isin",
    "tva",
    "orias",
    "agrement",
    "nda",
    "nir",
    "immatriculation",
];
/// What follows them is a reference when it is written in one piece, or after "n°".
const OBJECTS: &[&str] = &[
    "annonce",
    "offre",
    "dossier",
    "id",
    "identifiant",
    "code",
    "lot",
    "commande",
    "facture",
    "contrat",
    "devis",
    "article",
    "norme",
    "loi",
    "decret",
    "version",
    "poste",
    "mission",
    "marche",
    "arrete",
    "job",
    "candidature",
    "besoin",
    "client",
    "compte",
    "serie",
    "modele",
    "produit",
    "declaration",
    "recepisse",
];
/// Words between a word of calling and its number.
const LEADS: &[&str] = &["au", "le", "du", "a", "est", "sur", "n", "no", "de", "mon", "notre", "nous", "moi"];
/// Words of writing.
const MAIL: &[&str] = &["mail", "mails", "email", "emails", "courriel", "courriels", "mel", "adresse", "cv"];

/// Whether a word of calling stands shortly before.
pub(super) fn is_called(view: &View, at: usize) -> bool {
    is_near(view, at, is_calling)
}

/// Whether a word is of calling.
pub(super) fn is_calling(word: &[u8]) -> bool {
    CALLING.iter().any(|known| word == known.as_bytes())
        || CALLING_FROM.iter().any(|known| word.starts_with(known.as_bytes()))
}

/// Whether a word of calling that is no "numéro" stands directly before: "tél. ", "appelez-moi au ".
pub(super) fn is_called_directly(view: &View, at: usize) -> bool {
    let head = head(view, at);
    if head.ends_with(&[PHONE]) || head.ends_with(&[PHONE, b' ']) {
        return true;
    }
    let word = head
        .rsplit(|byte| !is_letter(*byte))
        .filter(|word| !word.is_empty())
        .find(|word| !LEADS.iter().any(|lead| lead.as_bytes() == *word));
    word.is_some_and(|word| is_calling(word) && !word.starts_with(b"num"))
}

/// Whether a word of writing stands shortly before.
pub(super) fn is_written_to(view: &View, at: usize) -> bool {
    is_near(view, at, |word| {
        MAIL.iter().any(|known| word == known.as_bytes()) || word.starts_with(b"ecri") || word.starts_with(b"envoy")
    })
}

/// Whether the number that begins here is named a reference; `whole` when it is not grouped as numbers to call are.
pub(super) fn is_reference(view: &View, at: usize, whole: bool) -> bool {
    let mut end = word_before(view, at);
    let marked = view.bytes((end, at)).contains(&b'#') || is_number_sign(view, end);
    if marked && !view.bytes((end, at)).contains(&b'#') {
        end = word_before(view, start_of(view, end));
    }
    let first = word(view, end);
    if is_of(REFERENCES, first) || (is_of(OBJECTS, first) && (whole || marked)) {
        return true;
    }
    if !whole || is_called(view, at) {
        return false;
    }
    marked || is_of(REFERENCES, word(view, word_before(view, start_of(view, end))))
}

/// Whether the place is inside a web address; those that name a number to call are none.
pub(super) fn is_in_link(view: &View, at: usize) -> bool {
    let from = view.start(at, at.saturating_sub(MAX_LINK), |byte| {
        !is_space(byte) && !matches!(byte, b'(' | b'<' | b'"' | b',' | b';' | b'|')
    });
    let head = view.bytes((from, at));
    let says = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    let calls = head.ends_with(b"tel:") || head.ends_with(b"phone=") || head.ends_with(b"sms:");
    !calls
        && (says(b"://")
            || says(b"www.")
            || [".fr/", ".com/", ".org/", ".net/", ".eu/"].iter().any(|end| says(end.as_bytes())))
}

/// Whether what ends here is an amount or a measure.
pub(super) fn is_amount(view: &View, to: usize) -> bool {
    let next = view.end(to, |byte| byte == b' ');
    let unit = if view.at(next) == b'k' && view.at(next + 1) == b'$' { next + 1 } else { next };
    next - to < 3
        && (matches!(view.at(unit), b'$' | b'%')
            || ["eur", "euro", "euros", "km", "kg", "m2", "m3", "ha"].iter().any(|word| view.is_word(next, word)))
}

/// Whether no letter and no part of a longer number follows.
pub(super) fn is_end(view: &View, to: usize) -> bool {
    let sign = matches!(view.at(to), b'-' | b'/' | b'.' | b',');
    !is_alphanumeric(if sign { view.at(to + 1) } else { view.at(to) }) || (sign && is_letter(view.at(to + 1)))
}

/// "n°", "no" or "nos" end here.
fn is_number_sign(view: &View, end: usize) -> bool {
    (view.at(end) == DEGREE && word(view, end) == b"n") || word(view, end) == b"no"
}

fn is_of(words: &[&str], word: &[u8]) -> bool {
    let singular = word.strip_suffix(b"s").unwrap_or(word);
    words.iter().any(|known| known.as_bytes() == word || known.as_bytes() == singular)
}

/// The end of the last word before a place; the place itself when none is near.
fn word_before(view: &View, at: usize) -> usize {
    let end = view.start(at, at.saturating_sub(6), |byte| !is_alphanumeric(byte) && byte != b']');
    if is_letter(view.before(end)) { end } else { at }
}

fn start_of(view: &View, end: usize) -> usize {
    view.start(end, end.saturating_sub(REACH), is_letter)
}

/// The word that ends here; empty where no letter stands.
fn word<'v>(view: &'v View, end: usize) -> &'v [u8] {
    view.bytes((start_of(view, end), end))
}

/// What stands shortly before a place, after the last mask and the last empty line.
pub(super) fn head<'v>(view: &'v View, at: usize) -> &'v [u8] {
    let head = view.bytes((at.saturating_sub(REACH), at));
    let head = &head[head.iter().rposition(|byte| *byte == b']').map_or(0, |place| place + 1)..];
    &head[head.windows(2).rposition(|pair| pair == b"\n\n").map_or(0, |place| place + 2)..]
}

/// Whether a word of this kind, or the picture of a phone, stands shortly before.
fn is_near(view: &View, at: usize, of: impl Fn(&[u8]) -> bool) -> bool {
    let head = head(view, at);
    head.contains(&PHONE) || head.rsplit(|byte| !is_letter(*byte)).any(of)
}
