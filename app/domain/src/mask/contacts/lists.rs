//! Lists of numbers of two digits: départements, bus lines, draws of a lottery, sizes.

use super::around;
use super::gap::Gap;
use super::view::{View, is_alphanumeric, is_letter};

/// The most numbers of a list that are looked back over.
const MAX_BEFORE: usize = 120;
/// Words that name such lists, and the greatest number there.
const LISTS: &[(u32, Kind, &[&str])] = &[
    (95, Kind::Sure, &["departement", "departements", "dept", "depts", "dpt", "dpts", "dep", "deps"]),
    (90, Kind::Sure, &["tirage", "tirages", "loto", "keno", "bingo", "boules"]),
    (99, Kind::Sure, &["lignes", "tombola", "gagnant", "gagnants", "gagnante", "gagnantes"]),
    (60, Kind::Sure, &["tailles", "pointures"]),
    (53, Kind::Sure, &["semaines"]),
    (95, Kind::Several, &["secteurs", "zones", "regions", "postaux", "cantons"]),
    (99, Kind::Several, &["codes", "rayons", "lots", "allees", "quais", "niveaux", "casiers", "dossards", "pages"]),
    (99, Kind::Several, &["chapitres", "articles", "calibres", "diametres", "forets", "trams", "navettes"]),
    (59, Kind::Several, &["horaires"]),
    (31, Kind::Several, &["jours", "dates", "samedis", "dimanches", "lundis", "mardis", "mercredis", "jeudis"]),
    (31, Kind::Several, &["vendredis"]),
    (99, Kind::One, &["bus", "tram", "rayon", "code", "grille", "grilles", "taille", "foret", "semaine", "postes"]),
    (95, Kind::One, &["secteur", "zone", "region", "agences", "sites", "magasins", "stations", "arrets", "circuits"]),
    (99, Kind::One, &["salles", "chambres", "classes", "etages", "batiments", "ateliers", "caisses", "blocs"]),
    (99, Kind::One, &["modules", "tables", "places", "groupes", "equipes", "series", "versions", "formats", "cles"]),
    (99, Kind::One, &["vis", "tournees", "parcelles", "cellules", "permanences"]),
];

/// What a word says of the numbers after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// They are a list, and nothing else.
    Sure,
    /// They are a list where signs stand between them, or where they go up.
    Several,
    /// They are a list where they go up and nothing else is said.
    One,
}

/// Words between the name of a list and its numbers.
const FILLERS: &[&str] = &[
    "de",
    "du",
    "des",
    "d",
    "la",
    "les",
    "l",
    "bus",
    "tram",
    "type",
    "suivants",
    "suivantes",
    "suivant",
    "precedent",
    "precedente",
    "precedents",
    "dernier",
    "numeros",
    "n",
    "no",
    "nos",
    "enfant",
    "enfants",
    "adulte",
    "adultes",
    "concernes",
    "concernees",
    "desservis",
    "desservies",
    "couverts",
    "sont",
    "etaient",
    "etait",
    "est",
    "loto",
    "tombola",
    "comme",
    "et",
    "hier",
    "urbaines",
    "regulieres",
    "disponibles",
    "limitrophes",
    "voisins",
    "francais",
];
/// Words between the name of a list and a number to call.
const OTHERS: &[&str] = &["au", "aux", "infos", "renseignements", "directe", "directes", "fixe", "fixes"];
/// Words after numbers that count something.
const COUNTED: &[&str] = &[
    "mm",
    "cm",
    "ans",
    "mois",
    "semaines",
    "jours",
    "heures",
    "minutes",
    "pouces",
    "litres",
    "couverts",
    "places",
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// Whether the words around pairs of digits say that they are a list; `called` when somebody is called before.
pub(super) fn is_named(view: &View, (from, to): (usize, usize), gap: Gap, pairs: &[u32], called: bool) -> bool {
    let rising = pairs.windows(2).all(|pair| matches!(pair, [one, other] if one < other));
    if rising && !called && is_counted(view, to) {
        return true;
    }
    let distinct = rising || (1..pairs.len()).all(|place| !pairs[..place].contains(&pairs[place]));
    let Some(name) = Name::before(view, first(view, from, gap)).filter(|_| distinct) else { return false };
    let sure = match name.kind {
        Kind::Sure => true,
        Kind::Several => !matches!(gap.sign, 0 | b'.'),
        Kind::One => false,
    };
    let named = if rising { name.near || (!called && name.kind != Kind::One) } else { name.near && !called && sure };
    named && pairs.iter().all(|pair| (1..=name.most).contains(pair))
}

/// The word that names a list.
struct Name {
    /// The greatest number of such a list.
    most: u32,
    kind: Kind,
    /// Whether only words of lists stand between it and the numbers.
    near: bool,
}

impl Name {
    /// The name that stands before a place, in the same phrase and after any word of calling.
    fn before(view: &View, at: usize) -> Option<Self> {
        let mut rest = around::head(view, at);
        let mut near = true;
        let mut found = None;
        while let Some(last) = rest.iter().rposition(|byte| is_letter(*byte)) {
            let (words, gap) = rest.split_at(last + 1);
            let from = words.iter().rposition(|byte| !is_letter(*byte)).map_or(0, |place| place + 1);
            let (head, word) = words.split_at(from);
            // "dép. 02, 08": the full stop of an abbreviation.
            let short = word.starts_with(b"d") && word.len() < 6 && gap.starts_with(b".");
            let apart = gap.iter().any(|byte| matches!(byte, b'.' | b'!' | b'?') || byte.is_ascii_digit()) && !short;
            if apart || around::is_calling(word) || is_of(OTHERS, word) {
                break;
            }
            let filler = is_of(FILLERS, word);
            if let Some((most, kind, _)) = LISTS.iter().find(|(.., names)| is_of(names, word)) {
                found = Some(Self { most: *most, kind: *kind, near });
            }
            if found.is_some() && !filler {
                break;
            }
            near &= filler && !gap.contains(&b',');
            rest = head;
        }
        found
    }
}

fn is_of(words: &[&str], word: &[u8]) -> bool {
    words.iter().any(|known| known.as_bytes() == word)
}

/// Where the list that goes on at `at` begins: its numbers stand between gaps of one kind.
fn first(view: &View, at: usize, gap: Gap) -> usize {
    let mut from = at;
    while at - from < MAX_BEFORE {
        let end = view.start(from, from.saturating_sub(gap.width + 1), |byte| !is_alphanumeric(byte));
        let start = view.start(end, end.saturating_sub(3), |byte| byte.is_ascii_digit());
        if !(1..3).contains(&(end - start)) || Gap::read(view, end) != Some((gap, from)) {
            break;
        }
        from = start;
    }
    from
}

/// Whether a unit or the name of a month follows.
fn is_counted(view: &View, to: usize) -> bool {
    let next = view.end(to, |byte| byte == b' ');
    COUNTED.iter().any(|word| view.is_word(next, word))
}
