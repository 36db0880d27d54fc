//! What is read, what is not, and what the messages say: examples.

mod kinds;

use crate::opening::Opening;

fn read(text: &str) -> String {
    text.parse::<Opening>().map_or_else(|e| e.to_string(), |o| o.to_string())
}

/// Each text is read as the hours before it.
fn all_read(cases: &[(&str, &[&str])]) {
    for (hours, texts) in cases {
        for text in *texts {
            assert_eq!(read(text), *hours, "{text}");
        }
    }
}

fn none_is_read(texts: &[&str]) {
    for text in texts {
        assert!(text.parse::<Opening>().is_err(), "{text}: {}", read(text));
    }
}

#[test]
fn people_write_hours_in_many_ways() {
    let office = "lun-ven 9h-12h 14h-17h; sam 9h-12h";
    for text in [
        office,
        "Lun-Ven 9h-12h 14h-17h ; Sam 9h-12h",
        "lundi - vendredi : 9h - 12h / 14h - 17h\nsamedi 9h à midi",
        "du lundi au vendredi de 9h à 12h et de 14h à 17h, samedi de 9h à 12h",
        "lun, mar, mer, jeu, ven 09:00-12:00, 14:00-17:00; sam 9-12",
        "lun–ven 9h00–12h00 14h00–17h00; samedis 9h-12h; dim fermé",
    ] {
        assert_eq!(read(text), office, "{text}");
    }
    assert_eq!(read("7j/7 24h/24"), "lun-dim 0h-24h");
    assert_eq!(read("tous les jours 8h30-12h 12h-18h15"), "lun-dim 8h30-18h15");
    assert_eq!(read("jeu 20h-minuit; jours fériés 10h-12h"), "jeu 20h-24h; fériés 10h-12h");
    assert_eq!(read("sam-lun 9h-10h"), "lun 9h-10h; sam-dim 9h-10h");
    assert_eq!(
        read("lun 9h-12h; 24/12/2026 9h-11h; du 26/12/2026 au 02/01/2027 fermé"),
        "lun 9h-12h; 2026-12-24 9h-11h; 2026-12-26 au 2027-01-02 fermé"
    );
    assert_eq!(read("01/08/2027-15/08/2027 fermé"), "2027-08-01 au 2027-08-15 fermé");
    assert_eq!(read(""), "");
}

/// Some of these held the reader at one token for ever: what is tested is that each has an end.
#[test]
fn dashes_after_what_is_no_day_of_the_week_end() {
    for first in ["jours fériés", "24/12/2026", "tous les jours", "autres jours"] {
        for rest in ["- lundi - mardi 9h-12h", "- 9h - lundi", "- fériés - mer 10h-12h", "- - lundi"] {
            let text = format!("{first} {rest}");
            let _ = text.parse::<Opening>();
        }
    }
    assert_eq!(read("lundi - mercredi - vendredi 9h-12h"), "lun 9h-12h; mer 9h-12h; ven 9h-12h");
}

/// The ways of the file `shared/cases/16-horaires/liste.txt`.
#[test]
fn the_listed_ways_are_read() {
    all_read(&[
        ("lun-ven 9h30-19h", &["Du lundi au vendredi : 9h30 - 19h"]),
        ("lun-sam 7h-20h", &["Lu - Sa 07h00 - 20h00"]),
        ("lun-ven 8h30-12h", &["lundi au vendredi 8 h 30 à 12 h"]),
        (
            "lun-ven 9h-12h 14h-17h",
            &["lun-ven 9h00-12h00/14h00-17h00", "lun-ven: 9h-12h | 14h-17h", "lun-ven 9h-12h et l'après-midi 14h-17h"],
        ),
        ("lun-jeu 9h-12h 14h-17h", &["du lundi au jeudi 9h/12h - 14h/17h"]),
        ("lun-mar 9h-12h; jeu 9h-12h", &["lundi, mardi, jeudi : 9h-12h ; mercredi : fermé"]),
        ("lun 9h-12h 14h-17h; mar 9h-12h", &["Lundi : 9h-12h, 14h-17h Mardi : 9h-12h"]),
        ("lun-ven 9h-12h 13h30-17h30", &["lundi-vendredi 9h à 12h et 13h30 à 17h30"]),
        ("lun-ven 9h-12h30 13h30-17h", &["lun-ven 9h-12h30 13h30-17h"]),
        (
            "lun-ven 9h-12h",
            &["ouvert du lundi au vendredi, de 9h à midi", "lun-ven de 9 heures à 12 heures", "lun-ven 9H-12H"],
        ),
        ("lun-sam 9h-12h", &["lun–ven 9h–12h ; sam 9h–12h"]),
    ]);
    none_is_read(&["lun-ven 9h-12h sur rendez-vous", "1er samedi du mois 9h-12h"]);
}

#[test]
fn days_are_read() {
    all_read(&[
        (
            "lun-ven 9h-12h",
            &[
                "LUNDI AU VENDREDI 9h-12h",
                "Lu-Ve 9h-12h",
                "L-V 9h-12h",
                "L à V : 9h-12h",
                "L-J 9h-12h | V 9h-12h",
                "lun.-ven. 9h-12h",
                "Lun. au ven. de 9h à 12h",
                "Mo-Fr 09:00-12:00",
                "Mo,Tu,We,Th,Fr 09:00-12:00",
                "en semaine 9h-12h",
                "Lundi > vendredi 9h-12h",
                "lundi -> vendredi : 9h-12h",
                "Lundi/Mardi/Mercredi/Jeudi/Vendredi 9h-12h",
                "du lundi au vendredi inclus, 9h-12h",
                "lun-jeu 9h-12h, vendredi 9h-12h, fermé le week-end et les jours fériés",
                "lun-ven\n9h-12h",
                "9h-12h du lundi au vendredi",
                "⏰ Horaires d’ouverture au public : du lundi au vendredi, de 9h à 12h.",
            ],
        ),
        (
            "mar 9h-12h; jeu 9h-12h",
            &[
                "les mardis et jeudis 9h-12h",
                "tous les mardis et jeudis 9h-12h",
                "Ma, Je : 9h-12h",
                "Tu,Th 09:00-12:00",
                "mardi & jeudi 9h-12h",
                "mardi 9h-12h jeudi 9h-12h",
                "mardi matin et jeudi matin 9h-12h",
            ],
        ),
        (
            "lun-mar 9h-12h; jeu-ven 9h-12h",
            &[
                "lun-ven sauf mercredi 9h-12h",
                "lun-ven 9h-12h sauf le mercredi",
                "lun-ven (sauf mercredi) 9h-12h",
                "lun-ven 9h-12h ; mercredi : fermé",
                "lun-ven 9h-12h, fermé le mercredi",
                "lun-ven (fermé le mercredi) : 9h-12h",
                "Fermé le mercredi. Lundi au vendredi 9h-12h",
                "Mo-Fr 09:00-12:00; We off",
                "lundi et mardi 9h-12h / jeudi - vendredi 9h-12h",
                "lundi/mardi 9h-12h, jeudi/vendredi 9h-12h",
            ],
        ),
        ("sam-dim 9h-12h", &["le week-end 9h-12h", "weekend : 9h-12h", "les samedis et dimanches de 9h à 12h"]),
        ("dim 9h-19h; fériés 9h-19h", &["Dimanche et jours fériés 09h00 - 19h00", "Su,PH 09:00-19:00"]),
        (
            "lun-dim 9h-19h; fériés 9h-19h",
            &[
                "tlj 9h-19h, y compris les jours fériés",
                "7j/7 y compris jours fériés : 9h-19h",
                "tous les jours, jours fériés compris : 9h-19h",
            ],
        ),
        ("mer 9h-12h", &["Mecredi 9h-12h", "mercerdi 9h-12h", "merc. 9h-12h", "me 9h-12h"]),
    ]);
    none_is_read(&[
        "L, M, V 9h-12h",
        "L-M 9h-12h",
        "M-V 9h-12h",
        "L, J 9h-12h",
        "we 9h-12h",
        "lundi/jeudi 9h-12h",
        "lundi au lundi 9h-12h",
        "lundi ou mardi 9h-12h",
        "1er samedi du mois 9h-12h",
        "un samedi sur deux 9h-12h",
        "mardi semaines paires 9h-12h",
        "5j/7 9h-12h",
        "lun-ven 9h-12h hors vacances scolaires",
        "lun-ven 9h-12h en juillet-août",
        "tous les jours 9h-12h sauf lundi 14h-17h",
        "mardi 9h-12h, sauf vendredi",
        "lun-ven 9h-12h 14h-17h sauf mercredi matin uniquement",
        "lun-ven 9h-12h 14h-17h sauf mercredi (matin)",
        "hardi 9h-12h",
    ]);
}

#[test]
fn hours_are_read() {
    all_read(&[
        (
            "lun 9h-12h",
            &[
                "lundi 9 h - 12 h",
                "Lundi 9:00 – 12:00",
                "Lundi 09.00-12.00",
                "lundi de 9 heures à 12 heures",
                "lundi entre 9h et 12h",
                "lundi de 9h jusqu'à midi",
                "lundi 9-12h",
                "lundi 9h/12h",
                "lundi matin 9h-12h",
                "lundi : 9h-12h (matin)",
                "lundi (matin) : 9h-12h",
                "lundi matin (9h-12h)",
                "le matin du lundi : 9h-12h",
                "lundi 9h-12h sans rendez-vous",
                "Accueil physique avec ou sans rendez-vous : lundi 9h-12h",
                "lun9h-12h",
            ],
        ),
        (
            "lun-ven 8h30-12h 13h30-17h",
            &[
                "du lundi au vendredi de 8 h 30 à 12 h 00 et de 13 h 30 à 17 h",
                "lun-ven 8h30-12h & 13h30-17h",
                "lun-ven : 8h30-12h ; 13h30-17h",
                "lun-ven: 8h30-12h | 13h30-17h",
                "lun-ven 8h 30 - 12h 13h 30 - 17h",
                "lun-ven matin : 8h30-12h, après-midi : 13h30-17h",
                "lun-ven 8h30-12h le matin et 13h30-17h l’après-midi",
                "lun-ven 8h30-12h et l'après-midi 13h30-17h",
                "le matin du lundi au vendredi de 8h30 à 12h, l'après-midi du lundi au vendredi de 13h30 à 17h",
                "lun-ven matin 8h30-12h ; lun-ven après-midi 13h30-17h",
                "de 8h30 à 12h et de 13h30 à 17h du lundi au vendredi",
            ],
        ),
        (
            "lun-ven 9h-17h",
            &[
                "Lundi au vendredi 9h-17h non-stop",
                "lun-ven 9h-17h sans interruption",
                "lun-ven : journée continue 9h-17h",
            ],
        ),
        ("lun-jeu 9h-12h 14h-17h; ven 9h-12h", &["lun-ven 9h-12h 14h-17h, fermé le vendredi après-midi"]),
        ("lun-dim 0h-24h", &["24/7", "24h/24 et 7j/7", "7 jours sur 7, 24 heures sur 24"]),
        ("ven 0h-6h 20h-24h", &["vendredi de minuit à 6h et de 20h à minuit"]),
        ("2026-12-24 9h-11h", &["jeudi 24/12/2026 : 9h-11h", "2026-12-24 9h-11h"]),
    ]);
    none_is_read(&[
        "lun-ven 9h-12h sur rendez-vous",
        "lun-ven 9h-12h, l'après-midi sur rdv",
        "lun 9h-12h-14h",
        "lun 9h-12h, après-midi",
        "lundi matin",
        "lundi matin, mardi 9h-12h 14h-17h",
        "lundi matin 14h-17h",
        "lun-ven 9h-12h 14h-17h non-stop",
        "lundi 9/12",
        "lundi 9h-12h, 24/12 fermé",
        "lundi 9h à 12h à 14h à 17h",
        "lundi 9h-2h",
        "lundi 9h60-12h",
        "lundi 9h5-12h",
        "lundi vers 9h",
        "lundi à partir de 9h",
        "lundi jusqu'à 17h",
        "lundi 9h-12h ou 14h-17h",
        "lun-ven 9h-12h, permanence téléphonique 14h-17h",
        "vendredi 24/12/2026 9h-12h",
        "lun 9h-12h 03 20 12 34 56",
    ]);
}

#[test]
fn closed_is_of_the_days_that_are_said_closed() {
    all_read(&[
        (
            "mar 9h-12h",
            &[
                "lundi fermé mardi 9h-12h",
                "Lundi : fermé Mardi : 9h-12h",
                "Fermé le lundi. Mardi 9h-12h",
                "fermé le lundi, ouvert mardi 9h-12h",
                "mardi 9h-12h (fermé l'après-midi)",
                "mardi : matin 9h-12h, après-midi fermé",
            ],
        ),
        ("lun 9h-12h; mer 9h-12h", &["lundi 9h-12h, mardi fermé, mercredi 9h-12h"]),
    ]);
    none_is_read(&[
        "fermé",
        "fermé le lundi",
        "ouvert",
        "Horaires :",
        "lundi 9h-12h ; lundi fermé",
        "lun-ven 9h-12h ; lun-ven fermé",
        "lundi fermé 9h-12h",
        "lundi 9h-12h 14h-17h, après-midi fermé",
        "samedi, tous les jours 9h-12h sauf le samedi",
        "jeudi fermé l'après-midi mardi 14h-17h",
        "14h-17h le jeudi, fermé le matin du mercredi",
        "lun-ven 14h-17h, fermé le matin du jeudi",
        "14h-17h lundi matin, mardi",
        "lun-sam 9h-12h 14h-17h, fermé le mercredi après-midi et le samedi",
        "lun-sam 9h-12h 14h-17h, fermé le mercredi et le vendredi après-midi",
        "lun-ven 9h-12h 14h-17h, y compris samedi matin",
        "lundi 9h-17h, fermé l'après-midi",
        "lundi 9h-12h, fermé l'après-midi, 14h-17h",
        "lundi fermé l'après-midi",
        "lun-ven fermé le week-end 9h-12h",
        "lun-ven : fermé le week-end, 9h-12h",
        "lundi fermé le mardi 9h-12h",
        "lun-mer fermé jeudi 9h-12h",
        "fermé le lundi, mardi 9h-12h",
        "lundi ouvert, mardi fermé",
        "lun-ven 9h-17h, fermé de 12h à 14h",
        "lun-ven 9h-12h ; fermé le mercredi ; 14h-17h",
        "dimanche et jours fériés 9h-12h, fermé les jours fériés",
    ]);
}

#[test]
fn an_error_names_what_is_wrong() {
    for (text, says) in [
        ("lun-ven 9h-12h sur RDV", "« sur RDV » n'est pas une heure d'ouverture"),
        ("lun-ven 9h-12h l’Été", "« l’Été » n'est pas compris"),
        ("9h-12h", "« 9h-12h » n'a pas de jour"),
        ("lun-ven", "« lun-ven » n'a pas d'heures"),
        ("lun; mar 9h-12h", "« lun » n'a pas d'heures"),
        ("lun 17h-14h", "« 17h-14h » finit avant"),
        ("lun 9h-12h 11h-14h", "se chevauchent"),
        ("lun-ven 9h-12h; mer 14h-17h", "« mer » est écrit deux fois"),
        ("lun 9h-25h", "« 9h-25h » n'est pas compris"),
        ("du 02/01/2027 au 26/12/2026 fermé", "la fin vient avant"),
        ("30/02/2027 fermé", "« 30/02/2027 » n'est pas compris"),
        ("lun 9h", "« 9h » : il manque le début ou la fin"),
        ("lundi entre", "« entre » : il manque"),
        ("lundi 9h-12h ; lundi fermé", "« lundi » contredit"),
        ("lundi/jeudi 9h-12h", "« lundi/jeudi » peut se lire de deux façons"),
    ] {
        assert!(read(text).contains(says), "{text}: {}", read(text));
    }
}
