//! What is true of any text that is read.

use super::source::Source;
use super::token::tokens;
use crate::opening::Opening;
use crate::opening::tests::openings;
use proptest::prelude::*;

const PARTS: [&str; 54] = [
    "lun",
    "mardi",
    "L-V",
    "sam.",
    "du",
    "au",
    "à",
    "9h",
    "12h30",
    "14",
    "9-12h",
    "9h-12h",
    "14h-17h",
    "8 h 30",
    "midi",
    "minuit",
    "fermé",
    "fermé le",
    "sauf",
    "ouvert",
    "matin",
    "après-midi",
    "et",
    "entre",
    "tlj",
    "fériés",
    "week-end",
    "y compris",
    "24/12/2026",
    "24/7",
    "-",
    "/",
    ",",
    ":",
    ";",
    "\n",
    "(",
    ")",
    ">",
    "&",
    ".",
    "également",
    "idem",
    "autres jours",
    "16h",
    "jusqu'à",
    "sauf le lundi :",
    "/ fermé",
    "| fermé |",
    "ouverture 9h fermeture 17h",
    "neuf heures trente",
    "lun-mer-ven",
    "lun/mar/jeu",
    "00h00",
];

/// Text made of what hours are made of, which finds more than letters at random.
fn nearly_hours() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&PARTS[..]), 0..14)
        .prop_flat_map(|parts| (Just(parts), any::<bool>()))
        .prop_map(|(parts, spaced)| parts.join(if spaced { " " } else { "" }))
}

/// Hours in words, as few people would all write them.
const KNOWN: [&str; 6] = [
    "Du lundi au vendredi : de 9h à 12h et de 14h à 17h , sauf le mercredi",
    "lundi matin 9h - 12h ; mardi fermé ; samedi et dimanche entre 10h et midi",
    "9 h 30 à 12 h le matin , 14 h à 17 h l'après-midi du mardi au samedi",
    "tous les jours 9h - 18h sans interruption , y compris les jours fériés",
    "L à V 8h30 / 12h - 13h30 / 17h ( fermé le jeudi )",
    "lun 9h-12h ; 24/12/2026 9h-11h ; du 26/12/2026 au 02/01/2027 fermé",
];

proptest! {
    #[test]
    fn hours_read_what_they_write(opening in openings()) {
        prop_assert_eq!(opening.to_string().parse::<Opening>(), Ok(opening));
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,60}", hours in "[a-z0-9h:/,; -]{0,40}") {
        let _ = (text.parse::<Opening>(), hours.parse::<Opening>());
    }

    #[test]
    fn what_is_read_reads_again(text in nearly_hours()) {
        if let Ok(opening) = text.parse::<Opening>() {
            prop_assert_eq!(opening.to_string().parse::<Opening>(), Ok(opening));
        }
    }

    #[test]
    fn a_word_that_is_not_known_is_never_left_out(
        text in proptest::sample::select(&KNOWN[..]), word in "[a-zé]{2,9}", at in any::<proptest::sample::Index>()
    ) {
        // `we` is known among French days only.
        prop_assume!(tokens(&Source::new(&format!("lundi {word}"))).is_err());
        prop_assert!(text.parse::<Opening>().is_ok(), "{}", text);
        let mut words: Vec<&str> = text.split(' ').collect();
        words.insert(at.index(words.len() + 1), &word);
        let text = words.join(" ");
        prop_assert!(text.parse::<Opening>().is_err(), "{}", text);
    }

    #[test]
    fn a_word_that_changes_nothing_changes_nothing(
        opening in openings(), word in proptest::sample::select(&["ouvert", "accueil", "⏰", "horaires", "sans rdv"][..])
    ) {
        prop_assume!(!opening.to_string().is_empty());
        prop_assert_eq!(format!("{word} : {opening}").parse::<Opening>(), Ok(opening));
    }
}
