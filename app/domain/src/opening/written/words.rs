//! The words that are known.

use super::token::{Half, Token};

/// What a phrase is for.
#[derive(Clone, Copy)]
pub(super) enum Meaning {
    Token(Token),
    /// It changes no hours.
    Nothing,
    /// It may mean two things.
    Unclear,
    /// Hours for those who have an appointment.
    Appointment,
    /// What is open, before anything is said of it.
    Place,
}

use Meaning::{Appointment, Nothing, Place, Unclear};

const CLOSED: Meaning = Meaning::Token(Token::Closed(false));
const EVERY_DAY: Meaning = Meaning::Token(Token::Days(0, 6));
const WORKING_WEEK: Meaning = Meaning::Token(Token::Days(0, 4));
const WEEKEND: Meaning = Meaning::Token(Token::Days(5, 6));
const HOLIDAYS: Meaning = Meaning::Token(Token::Holidays);
const OTHERS: Meaning = Meaning::Token(Token::Others);
const HALF_PAST_NOON: Meaning = Meaning::Token(Token::Time(12 * 60 + 30, false));
const SAME: Meaning = Meaning::Token(Token::Same);
const ALSO: Meaning = Meaning::Token(Token::Also);
const ALL_DAY: Meaning = Meaning::Token(Token::AllDay);
const MORNING: Meaning = Meaning::Token(Token::Half(Half::Morning));
const AFTERNOON: Meaning = Meaning::Token(Token::Half(Half::Afternoon));
const EVENING: Meaning = Meaning::Token(Token::Half(Half::Evening));
const NON_STOP: Meaning = Meaning::Token(Token::NonStop);
const OPEN: Meaning = Meaning::Token(Token::Open);
const EXCEPT: Meaning = Meaning::Token(Token::Except);
const AND: Meaning = Meaning::Token(Token::And);
const BREAK: Meaning = Meaning::Token(Token::Break);
const COLON: Meaning = Meaning::Token(Token::Colon);
const ARROW: Meaning = Meaning::Token(Token::Arrow);

/// Pieces of the folded text, one space apart; a dash may stand between two of them.
const PHRASES: &[(&str, Meaning)] = &[
    // Days.
    ("tous les jours", EVERY_DAY),
    ("chaque jour", EVERY_DAY),
    ("tlj", EVERY_DAY),
    ("tous les jrs", EVERY_DAY),
    ("ts les jours", EVERY_DAY),
    ("ts les jrs", EVERY_DAY),
    ("7 j / 7", EVERY_DAY),
    ("7 j / 7 j", EVERY_DAY),
    ("7 j sur 7", EVERY_DAY),
    ("7 jours / 7", EVERY_DAY),
    ("7 jours sur 7", EVERY_DAY),
    ("7 / 7", EVERY_DAY),
    ("en semaine", WORKING_WEEK),
    ("semaine :", WORKING_WEEK),
    ("jours de semaine", WORKING_WEEK),
    ("week end", WEEKEND),
    ("week ends", WEEKEND),
    ("weekend", WEEKEND),
    ("weekends", WEEKEND),
    ("jours feries", HOLIDAYS),
    ("jour ferie", HOLIDAYS),
    ("feries", HOLIDAYS),
    ("ferie", HOLIDAYS),
    ("ph", HOLIDAYS),
    ("autres jours", OTHERS),
    ("tous les autres jours", OTHERS),
    ("reste de la semaine", OTHERS),
    ("tous les", Meaning::Token(Token::Each)),
    ("chaque", Meaning::Token(Token::Each)),
    ("y compris", Meaning::Token(Token::Including)),
    ("compris", Meaning::Token(Token::Included)),
    ("inclus", Meaning::Token(Token::Included)),
    // Times.
    ("midi", Meaning::Token(Token::Time(12 * 60, false))),
    ("midi trente", HALF_PAST_NOON),
    ("midi et demi", HALF_PAST_NOON),
    ("midi et demie", HALF_PAST_NOON),
    ("minuit", Meaning::Token(Token::Midnight)),
    ("24h / 24", ALL_DAY),
    ("24h / 24h", ALL_DAY),
    ("24h sur 24", ALL_DAY),
    ("24heures / 24", ALL_DAY),
    ("24heures sur 24", ALL_DAY),
    ("24h24", ALL_DAY),
    ("24 / 24", ALL_DAY),
    ("24 / 7", Meaning::Token(Token::Always)),
    ("24h / 7 j", Meaning::Token(Token::Always)),
    ("matin", MORNING),
    ("matins", MORNING),
    ("matinee", MORNING),
    ("apres midi", AFTERNOON),
    ("apres midis", AFTERNOON),
    ("aprem", AFTERNOON),
    ("soir", EVENING),
    ("soiree", EVENING),
    ("non stop", NON_STOP),
    ("nonstop", NON_STOP),
    ("sans interruption", NON_STOP),
    ("journee continue", NON_STOP),
    ("en journee continue", NON_STOP),
    ("en continu", NON_STOP),
    ("idem", SAME),
    ("meme horaire", SAME),
    ("memes horaires", SAME),
    ("aux memes horaires", SAME),
    ("memes heures", SAME),
    ("aux memes heures", SAME),
    // Open and closed.
    ("ferme", CLOSED),
    ("fermee", CLOSED),
    ("fermes", CLOSED),
    ("fermees", CLOSED),
    ("fermeture", CLOSED),
    ("fermeture hebdomadaire", CLOSED),
    ("jour de fermeture", CLOSED),
    ("jours de fermeture", CLOSED),
    ("est ferme", CLOSED),
    ("est fermee", CLOSED),
    ("sont fermes", CLOSED),
    ("sont fermees", CLOSED),
    ("closed", CLOSED),
    ("off", CLOSED),
    ("ouvert", OPEN),
    ("ouverte", OPEN),
    ("ouverts", OPEN),
    ("ouvertes", OPEN),
    ("ouverture", OPEN),
    ("est ouvert", OPEN),
    ("est ouverte", OPEN),
    ("sont ouverts", OPEN),
    ("sont ouvertes", OPEN),
    ("nous sommes ouverts", OPEN),
    ("nous vous accueillons", OPEN),
    ("vous accueille", OPEN),
    ("vous accueillent", OPEN),
    ("accueille le public", OPEN),
    ("accueillent le public", OPEN),
    ("recoit le public", OPEN),
    ("sauf", EXCEPT),
    ("hors", EXCEPT),
    ("excepte", EXCEPT),
    ("hormis", EXCEPT),
    ("a l' exception", EXCEPT),
    // What stands between days and hours.
    ("entre", Meaning::Token(Token::Between)),
    ("et", AND),
    ("puis", AND),
    ("ainsi que", AND),
    ("&", AND),
    ("+", AND),
    ("& amp ;", AND),
    ("egalement", ALSO),
    ("aussi", ALSO),
    ("a", Meaning::Token(Token::To)),
    ("jusqu' a", Meaning::Token(Token::To)),
    ("au", Meaning::Token(Token::UpTo)),
    ("jusqu' au", Meaning::Token(Token::UpTo)),
    (">", ARROW),
    ("→", ARROW),
    ("- >", ARROW),
    ("= >", ARROW),
    ("-", Meaning::Token(Token::Dash)),
    ("/", Meaning::Token(Token::Slash)),
    (",", Meaning::Token(Token::Comma)),
    (":", COLON),
    ("=", COLON),
    (";", BREAK),
    ("|", BREAK),
    ("\n", BREAK),
    (".", BREAK),
    ("!", BREAK),
    ("•", BREAK),
    ("·", BREAK),
    ("●", BREAK),
    ("▪", BREAK),
    ("< br >", BREAK),
    ("< br / >", BREAK),
    ("< / br >", BREAK),
    ("< p >", BREAK),
    ("< / p >", BREAK),
    ("< li >", BREAK),
    ("< / li >", BREAK),
    ("< div >", BREAK),
    ("< / div >", BREAK),
    ("(", Meaning::Token(Token::Parenthesis)),
    ("[", Meaning::Token(Token::Parenthesis)),
    (")", Meaning::Token(Token::CloseParenthesis)),
    ("]", Meaning::Token(Token::CloseParenthesis)),
    // What changes no hours.
    ("de", Nothing),
    ("du", Nothing),
    ("des", Nothing),
    ("le", Nothing),
    ("les", Nothing),
    ("la", Nothing),
    ("l'", Nothing),
    ("d'", Nothing),
    ("& nbsp ;", Nothing),
    ("< b >", Nothing),
    ("< / b >", Nothing),
    ("< strong >", Nothing),
    ("< / strong >", Nothing),
    ("< ul >", Nothing),
    ("< / ul >", Nothing),
    ("nos horaires", Nothing),
    ("horaires", Nothing),
    ("horaire", Nothing),
    ("heures d'", Nothing),
    ("jours d'", Nothing),
    ("jours et heures d'", Nothing),
    ("jours et horaires d'", Nothing),
    ("accueil", Nothing),
    ("public", Nothing),
    ("au public", Nothing),
    ("physique", Nothing),
    ("sans rendez vous", Nothing),
    ("sans rdv", Nothing),
    ("avec ou sans rendez vous", Nothing),
    ("avec ou sans rdv", Nothing),
    // What is open.
    ("mairie", Place),
    ("notre mairie", Place),
    ("secretariat", Place),
    ("secretariat de mairie", Place),
    ("secretariat de la mairie", Place),
    ("agence", Place),
    ("notre agence", Place),
    ("bureau", Place),
    ("bureaux", Place),
    ("nos bureaux", Place),
    ("guichet", Place),
    ("bibliotheque", Place),
    ("mediatheque", Place),
    ("ludotheque", Place),
    ("dechetterie", Place),
    ("decheterie", Place),
    ("musee", Place),
    ("piscine", Place),
    // What makes them unclear.
    ("de la semaine", Unclear),
    ("sur rendez vous", Appointment),
    ("sur rdv", Appointment),
    ("avec rendez vous", Appointment),
    ("avec rdv", Appointment),
    ("rendez vous", Appointment),
    ("rdv", Appointment),
];

/// The longest phrase at the start, and how many pieces it is made of.
pub(super) fn phrase(ahead: &[&str]) -> Option<(Meaning, usize)> {
    let first = ahead.first()?.as_bytes().first();
    let near = PHRASES.iter().filter(|(phrase, _)| phrase.as_bytes().first() == first);
    let found = near.filter_map(|(phrase, meaning)| Some((*meaning, length(phrase, ahead)?)));
    found.max_by_key(|(_, count)| *count)
}

/// How many pieces a phrase takes, when it is there.
pub(super) fn length(phrase: &str, ahead: &[&str]) -> Option<usize> {
    let mut count = 0;
    for word in phrase.split(' ') {
        let letters = word.starts_with(|c: char| c.is_ascii_lowercase());
        if count > 0 && letters && ahead.get(count) == Some(&"-") {
            count += 1;
        }
        let text = ahead.get(count)?;
        if !text.split_whitespace().flat_map(str::chars).eq(word.chars()) && *text != word {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// Articles before a day.
pub(super) fn is_article(text: &str) -> bool {
    matches!(text, "le" | "les" | "du" | "des")
}
