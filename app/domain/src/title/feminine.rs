//! French morphology: the feminine of a word, from its masculine and the ending that was written;
//! used by [`super::ended`] and [`super::whole`].

use crate::text::fold;

/// How a feminine is made: letters taken off the masculine, letters put in their place.
type Change = (usize, &'static str);

/// Words in "-eur" with a feminine in "-eure". Folded, sorted.
const EURE: &[&str] = &[
    "aiguilleur",
    "anterieur",
    "assesseur",
    "auteur",
    "censeur",
    "coauteur",
    "docteur",
    "entraineur",
    "exterieur",
    "gouverneur",
    "inferieur",
    "ingenieur",
    "interieur",
    "majeur",
    "meilleur",
    "mineur",
    "pasteur",
    "posterieur",
    "procureur",
    "professeur",
    "proviseur",
    "superieur",
];
/// Words in "-et" with a feminine in "-ète". Folded, sorted.
const ETE: &[&str] = &["complet", "concret", "desuet", "discret", "inquiet", "prefet", "replet", "secret"];
/// Ends of words in "-teur" that have a feminine in "-trice", as a rule.
const TRICE: &[&str] = &["ateur", "cteur", "iteur", "lteur", "pteur", "uteur"];
/// Participles, as who leaves out accents writes them. Folded, sorted.
const PARTICIPLES: &[&str] = &[
    "agree",
    "associe",
    "attache",
    "charge",
    "confirme",
    "delegue",
    "diplome",
    "employe",
    "experimente",
    "habilite",
    "indemnise",
    "prepose",
    "qualifie",
    "retraite",
    "salarie",
    "specialise",
];
/// Pairs that no rule makes. Folded.
const PAIRS: &[(&str, &str)] = &[
    ("homme", "femme"),
    ("valet", "femme"),
    ("steward", "hotesse"),
    ("garcon", "fille"),
    ("monsieur", "dame"),
    ("monsieur", "madame"),
    ("compagnon", "compagne"),
    ("docteur", "doctoresse"),
    ("copain", "copine"),
    ("le", "la"),
    ("heros", "heroine"),
    ("beau", "belle"),
    ("vieux", "vieille"),
];

/// The ways in which a folded masculine may become feminine, the usual one first.
fn changes(masculine: &str) -> &'static [Change] {
    let ends = |end: &str| masculine.ends_with(end);
    let Some(last) = masculine.chars().next_back() else { return &[] };
    match last {
        'r' if EURE.contains(&masculine) => &[(0, "e"), (1, "se"), (3, "rice")],
        'r' if ends("ambassadeur") => &[(3, "rice")],
        'r' if TRICE.iter().any(|end| ends(end)) => &[(3, "rice"), (1, "se"), (0, "e"), (3, "eresse")],
        'r' if ends("teur") => &[(1, "se"), (3, "rice"), (0, "e"), (3, "eresse")],
        'r' if ends("eur") => &[(1, "se"), (0, "e"), (3, "eresse")],
        'r' if ends("ter") => &[(2, "ère"), (2, "euse"), (2, "rice")],
        'r' if ends("er") => &[(2, "ère"), (2, "euse")],
        'n' if ends("man") => &[(3, "woman"), (3, "maid"), (0, "e"), (0, "ne")],
        'n' if ends("en") || ends("on") => &[(0, "ne")],
        'n' if masculine == "paysan" => &[(0, "ne")],
        'n' if ends("an") => &[(0, "e"), (0, "ne")],
        'l' if ends("el") || ends("eil") || masculine == "gentil" => &[(0, "le")],
        'l' if ends("ul") => &[(0, "e"), (0, "le")],
        'f' if ends("chef") => &[(0, "fe")],
        'f' if ends("ef") => &[(1, "ve"), (0, "fe")],
        'f' => &[(1, "ve")],
        'x' => &[(1, "se"), (1, "sse"), (1, "ce")],
        't' if ETE.contains(&masculine) => &[(2, "ète")],
        't' if ends("et") => &[(0, "te")],
        't' if ends("ot") => &[(0, "e"), (0, "te")],
        'u' if ends("eau") => &[(3, "elle")],
        's' if ends("as") || ends("os") || masculine == "metis" => &[(0, "se"), (0, "e")],
        's' if ends("is") || ends("us") || ends("ers") => &[(0, "e")],
        'c' => &[(1, "que"), (0, "que"), (1, "che"), (0, "he")],
        'g' => &[(0, "ue")],
        'o' if ends("olo") || ends("illo") || ends("ero") => &[(1, "a")],
        'r' | 'n' | 'l' | 't' | 'd' | 'i' | 'u' => &[(0, "e")],
        _ => &[],
    }
}

/// Both forms of a word that was written with an ending: "Vendeur" and "euse". The endings may be
/// in the plural. `None` where word and ending do not fit. `plain`: the source had capitals only.
pub(super) fn both(word: &str, ending: &str, plain: bool) -> Option<(String, String)> {
    let folded_word = fold(word);
    let folded_ending = fold(ending);
    // Off the end of the original, what is taken off the end of the folded text.
    if !folded_word.ends_with(|c: char| c.is_ascii_alphabetic()) || folded_word.chars().count() != word.chars().count()
    {
        return None;
    }
    let form = |word: &str, ending: &str| feminine(word, ending, plain).map(|made| (word.to_owned(), made));
    let plural = |(masculine, feminine): (String, String)| (plural(&masculine), plural(&feminine));
    let one_word = word.strip_suffix(['s', 'S']).filter(|w| w.chars().count() > 2);
    let one_ending = ending.strip_suffix(['s', 'S']).filter(|e| !e.is_empty());
    // "Commerciaux·ales"
    if let Some(stem) = word.strip_suffix("aux")
        && folded_ending.len() > 1
        && "ales".ends_with(&folded_ending)
    {
        return Some((word.to_owned(), format!("{stem}ales")));
    }
    form(word, ending)
        .or_else(|| one_ending.and_then(|e| form(one_word.unwrap_or(word), e)).map(plural))
        .or_else(|| one_word.and_then(|w| form(w, ending)).map(plural))
}

/// The word with an "s", a capital one after capitals. What ends with "s" or "x" stays.
pub(super) fn plural(word: &str) -> String {
    match word.chars().next_back() {
        None | Some('s' | 'S' | 'x' | 'X') => word.to_owned(),
        Some(_) if is_capitals(word) => format!("{word}S"),
        Some(_) => format!("{word}s"),
    }
}

fn feminine(word: &str, ending: &str, plain: bool) -> Option<String> {
    let masculine = fold(word);
    let folded_ending = fold(ending);
    let chars: Vec<char> = word.chars().collect();
    let choices = || changes(&masculine).iter().chain(in_e(word, &masculine, &folded_ending, plain));
    let fits = |change: &&Change| {
        let made = folded_change(&masculine, **change);
        made != folded_ending && made.ends_with(&folded_ending)
    };
    // "Paysan(ne)" says more than "Artisan(e)", which leaves the choice to the rules.
    let written = choices().find(|(_, add)| folded_ending.len() > 1 && fold(add) == folded_ending);
    let (off, add) = *written.or_else(|| choices().find(fits))?;
    let capitals = is_capitals(word);
    let add = if (plain || capitals) && ending.is_ascii() { fold(add) } else { add.to_owned() };
    let add = if capitals { add.to_uppercase() } else { add };
    let stem: String = chars[..chars.len() - off].iter().collect();
    Some(format!("{stem}{add}"))
}

/// Words in "e": participles ("employé"), and "hôte", "maître" with "sse".
fn in_e(word: &str, masculine: &str, ending: &str, plain: bool) -> &'static [Change] {
    if !masculine.ends_with('e') {
        return &[];
    }
    let participle = word.ends_with(['é', 'É']) || PARTICIPLES.contains(&masculine) || (plain && !epicene(masculine));
    if participle && (ending == "e" || ending.ends_with("ee")) {
        return &[(0, "e")];
    }
    let host = masculine.ends_with("hote") || masculine.ends_with("maitre");
    if ending.ends_with("sse") || (host && ending.ends_with("se")) { &[(0, "sse")] } else { &[] }
}

/// Whether a folded word in "e" is the same in both genders, by its ending.
fn epicene(folded: &str) -> bool {
    ["able", "ible", "aire", "iste", "ique", "ogue", "phe", "cte", "ste", "ome", "ine", "ide", "tre", "cre", "ice"]
        .iter()
        .any(|end| folded.ends_with(end))
}

fn is_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

fn folded_change(masculine: &str, (off, add): Change) -> String {
    let stem = masculine.len().saturating_sub(off);
    format!("{}{}", masculine.get(..stem).unwrap_or_default(), fold(add))
}

/// Whether two folded words are masculine and feminine of one word, in the singular or plural.
pub(super) fn are_forms(masculine: &str, feminine: &str) -> bool {
    if masculine.len() < 2 {
        return false;
    }
    if let (Some(stem), Some(other)) = (masculine.strip_suffix("aux"), feminine.strip_suffix("ales")) {
        return stem == other;
    }
    let one = |word: &str| word.strip_suffix('s').filter(|w| w.len() > 1).map(str::to_owned);
    if are_singular_forms(masculine, feminine) {
        return true;
    }
    match (one(masculine), one(feminine)) {
        (Some(m), Some(f)) => are_singular_forms(&m, &f),
        (None, Some(f)) if masculine.ends_with('x') => are_singular_forms(masculine, &f),
        _ => false,
    }
}

fn are_singular_forms(masculine: &str, feminine: &str) -> bool {
    let made = |add: &str| feminine.strip_prefix(masculine) == Some(add);
    PAIRS.contains(&(masculine, feminine))
        || (masculine.ends_with('e') && (made("e") || made("sse")))
        || changes(masculine).iter().any(|change| folded_change(masculine, *change) == feminine)
}
