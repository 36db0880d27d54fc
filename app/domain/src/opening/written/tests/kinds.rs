//! Kinds of texts that took more than days and hours: what is said beside them.

use super::{all_read, none_is_read};

#[test]
fn hours_in_words_are_read() {
    all_read(&[
        (
            "lun 9h30-12h30",
            &["lundi de neuf heures trente à midi et demi", "de neuf heures et demie à midi trente le lundi"],
        ),
        ("mer 14h-17h", &["Le mercredi de quatorze heures à dix-sept heures"]),
        ("lun 9h-12h 14h-18h45", &["lundi de neuf à douze heures et de quatorze à dix-huit heures quarante-cinq"]),
        ("lun 7h30-9h", &["lundi sept heures trente - neuf heures"]),
        ("lun 21h-22h", &["lundi de vingt et une heures à vingt-deux heures"]),
        ("lun 8h30-12h", &["lundi 8h30min-12h00min", "lundi 8 h 30 min à 12 h", "lundi 8h 30mn à 12h"]),
        ("lun 9h-17h", &["Ouverture : 9h, fermeture : 17h, lundi", "lundi : ouverture à 9h et fermeture à 17h"]),
        ("ven 18h-24h", &["vendredi 18h-00h00", "vendredi 18h-0h", "vendredi 18:00-00:00"]),
    ]);
    none_is_read(&[
        "lundi de deux heures à cinq heures",
        "lundi de neuf heures trente-cinq à midi",
        "lundi de neuf à midi",
        "lundi de quatorze heures 15 à dix-sept heures",
        "lundi 8h minimum",
        "vendredi 00h00-00h00",
        "Ouverture : 9h, fermeture : 12h-14h, lundi",
        "Fermeture : 12h, ouverture : 14h, lundi",
    ]);
}

#[test]
fn days_may_stand_in_lists() {
    all_read(&[
        ("lun 9h-12h; mer 9h-12h; ven 9h-12h", &["lundi - mercredi - vendredi 9h-12h", "LUN-MER-VEN : 9H-12H"]),
        ("lun-mar 9h-12h; jeu-ven 9h-12h", &["lun-mar-jeu-ven 9h-12h"]),
        (
            "lun-mar 9h-17h; mer 9h-12h; jeu 9h-17h; ven 9h-12h",
            &[
                "lundi/mardi/jeudi 9h-17h, mercredi/vendredi 9h-12h",
                "mercredi/vendredi 9h-12h ; lundi/mardi/jeudi 9h-17h",
            ],
        ),
        ("lun-ven 9h-12h", &["L, Ma, Me, J, V : 9h-12h", "L / Ma / Me / J / V 9h-12h"]),
        (
            "lun-ven 9h-12h",
            &[
                "tous les jours du lundi au vendredi 9h-12h",
                "9h-12h tous les jours (lundi-vendredi)",
                "Semaine : 9h-12h",
            ],
        ),
        ("lun-ven 9h-12h; sam-dim 10h-12h", &["Semaine : 9h-12h / WE : 10h-12h", "lun-ven 9h-12h ; we 10h-12h"]),
        ("lun-dim 9h-19h", &["ts les jours 9h-19h", "tous les jours, dimanche compris, 9h-19h"]),
        (
            "lun-dim 9h-19h; fériés 9h-19h",
            &[
                "tous les jours, y compris dimanches et jours fériés, de 9h à 19h",
                "tous les jours 9h-19h y compris le dimanche et les jours fériés",
            ],
        ),
        ("lun 9h-12h; mar 14h-17h", &["9h-12h (lundi), 14h-17h (mardi)", "9h-12h le lundi et 14h-17h le mardi"]),
        ("lun 9h-12h; mar 14h-17h", &["Lundi : 9h-12h<br/>Mardi : 14h-17h", "<p>Lundi&nbsp;: 9h-12h</p>Mardi 14h-17h"]),
    ]);
    none_is_read(&[
        "lun-ven-sam 9h-12h",
        "lun-mer - ven 9h-12h",
        "lun-mer-ven au sam 9h-12h",
        "lundi/vendredi/fériés 9h-12h",
        "lundi/jeudi 9h-17h, vendredi/samedi/dimanche 10h-18h",
        "L, M, Me, J, V : 9h-12h",
        "7j/7 du lundi au vendredi 9h-12h",
        "tous les jours, lundi et mardi 9h-12h",
        "tous les jours de la semaine 9h-12h",
        "Horaires de la semaine : 9h-12h",
        "WE : 10h-12h",
        "Mo-Tu,We 09:00-12:00 ; lundi, we 10h-12h",
        "lundi, y compris lundi 9h-12h",
        "tous les jours y compris le dimanche 9h-19h, fermé le dimanche",
        "9h-12h (lundi au vendredi) et 14h-17h",
        "9h-12h lundi, mardi 14h-17h",
    ]);
}

#[test]
fn some_days_have_another_end() {
    all_read(&[
        (
            "lun-jeu 8h30-12h 13h30-17h; ven 8h30-12h 13h30-16h",
            &[
                "lun-ven 8h30-12h et 13h30-17h (16h le vendredi)",
                "lun-ven 8h30-12h 13h30-17h (vendredi : 16h)",
                "8h30-12h et 13h30-17h du lundi au vendredi (16h le vendredi)",
                "lun-ven 8h30-12h 13h30-17h sauf vendredi 16h",
                "lun-ven 8h30-12h 13h30-17h, vendredi jusqu'à 16h",
                "lun-ven 8h30-12h 13h30-17h, fermeture à 16h le vendredi",
            ],
        ),
        ("lun-jeu 8h30-12h 13h30-17h; ven 8h30-12h", &["lun-ven 8h30-12h 13h30-17h, jusqu'à 12h le vendredi"]),
        (
            "lun-jeu 9h-17h; ven 9h-12h",
            &["lun-ven 9h-17h, sauf le vendredi : 9h-12h", "lun-ven 9h-17h (sauf vendredi : 9h-12h)"],
        ),
        ("lun-ven 9h-17h; fériés 10h-12h", &["lun-ven 9h-17h sauf jours fériés : 10h-12h"]),
    ]);
    none_is_read(&[
        "lun-ven 8h30-12h 13h30-17h (14h le vendredi)",
        "lun-ven 8h30-12h 13h30-17h (16h le samedi)",
        "lun-ven 8h30-12h 13h30-17h (16h)",
        "lun-ven 8h30-12h 13h30-17h (16 le vendredi)",
        "lun-ven 8h30-12h 13h30-17h (16h le vendredi) et 18h-19h",
        "lun-ven 8h30-12h (11h le vendredi) 13h30-17h",
        "lun-ven 8h30-12h 13h30-17h, jusqu'à 13h le vendredi",
        "lun-ven 9h-17h, vendredi 16h",
        "sam-dim 9h-17h (16h samedi et dimanche)",
        "lundi 9h-17h (16h le lundi)",
        "lun-ven 9h-17h sauf le vendredi 9h-12h",
        "lun-ven 9h-17h sauf le samedi : 9h-12h",
        "lun-ven 9h-17h sauf le vendredi après-midi : 9h-12h",
        "lun-ven 9h-17h (sauf le vendredi : 9h-12h) et 18h-19h",
    ]);
}

#[test]
fn hours_may_be_those_of_other_days() {
    all_read(&[
        ("lun-mer 9h-12h; jeu 14h-18h", &["Lundi : 9h-12h\nMardi : idem\nMercredi : idem\nJeudi : 14h-18h"]),
        ("lun-jeu 9h-12h 14h-17h", &["Lundi 9h-12h et 14h-17h\nDu mardi au jeudi : mêmes horaires"]),
        (
            "lun-mar 9h-12h; mer 9h-12h 14h-17h; jeu-ven 9h-12h",
            &["Du lundi au vendredi de 9h à 12h, et le mercredi également de 14h à 17h"],
        ),
        ("lun-ven 9h-12h; sam 10h-12h", &["lun-ven 9h-12h, également le samedi 10h-12h"]),
        ("lun-ven 9h-12h 14h-17h", &["lun-ven 9h-12h et aussi 14h-17h"]),
        ("mar-sam 9h-18h", &["Fermeture hebdomadaire : dimanche et lundi. Autres jours : 9h-18h"]),
        ("lun 14h-18h; mar-ven 9h-18h", &["Lundi 14h-18h, les autres jours 9h-18h. Fermé samedi et dimanche"]),
        ("lun-ven 9h-18h; sam-dim 10h-12h", &["Week-end 10h-12h, les autres jours 9h-18h"]),
        ("mer 9h-12h", &["Mercredi 9h-12h. Fermé les autres jours.", "Mercredi 9h-12h ; autres jours : fermé"]),
    ]);
    none_is_read(&[
        "lundi idem",
        "lundi 9h-12h, mardi fermé, mercredi idem",
        "lundi 9h-12h, mardi : idem, 14h-17h",
        "lundi matin 9h-12h, lundi après-midi 14h-17h, mardi idem",
        "lun-jeu 9h-17h (16h le jeudi), vendredi idem",
        "9h-12h lundi, idem mardi",
        "lun-ven 9h-12h, le mercredi également",
        "lun-ven 9h-12h, le samedi également 10h-12h",
        "lun-ven 9h-12h, mercredi aussi 11h-14h",
        "lun-ven 9h-12h, jours fériés également 14h-17h",
        "Lundi 14h-18h, les autres jours 9h-18h",
        "Fermé le mercredi. Autres jours 9h-18h",
        "lun-ven sauf mercredi 9h-17h ; autres jours 10h-12h ; fermé dimanche",
        "autres jours et fériés 9h-12h, fermé dimanche",
        "Fermé du lundi au dimanche. Autres jours 9h-18h",
        "Fermé dimanche et les autres jours. Autres jours 9h-18h",
    ]);
}

#[test]
fn half_a_day_may_be_closed() {
    all_read(&[
        ("lun 14h-18h; mar 9h-12h", &["Lundi : fermé le matin / 14h-18h\nMardi : 9h-12h / fermé l’après-midi"]),
        ("mar 9h-12h", &["mardi 9h-12h / fermé", "mardi fermé l'après-midi, ouvert 9h-12h"]),
        ("mar 14h-17h", &["mardi : fermé / 14h-17h"]),
        (
            "lun 9h-12h 14h-17h; mar 9h-12h; jeu 14h-17h",
            &["Lundi | 9h-12h | 14h-17h\nMardi | 9h-12h | fermé\nMercredi | fermé | fermé\nJeudi | fermé | 14h-17h"],
        ),
    ]);
    none_is_read(&[
        "mardi : fermé / 9h-12h",
        "mardi 9h-17h / fermé",
        "mardi 9h-12h ; fermé",
        "lundi fermé le matin 9h-12h",
        "lundi fermé l'après-midi de 12h à 14h",
        "lundi fermé le soir 9h-12h",
        "lundi fermé le matin / 14h-18h ; lundi matin 9h-12h",
        "mardi matin 9h-12h (fermé l'après-midi) ; mardi après-midi 14h-17h",
    ]);
}

#[test]
fn what_is_open_may_be_named_once_and_first() {
    all_read(&[(
        "lun-mar 9h-12h",
        &[
            "Mairie ouverte au public : lundi et mardi de 9h à 12h",
            "La mairie est ouverte les lundis et mardis de 9h à 12h.",
            "Nous vous accueillons le lundi (9h-12h) et le mardi (9h-12h).",
            "Le secrétariat de mairie vous accueille lundi et mardi, 9h-12h",
        ],
    )]);
    none_is_read(&[
        "Mairie : lundi 9h-12h. Bibliothèque : mardi 14h-17h",
        "Lundi 9h-12h. Mairie : mardi 14h-17h",
        "Mairie et bibliothèque : lundi 9h-12h",
        "Mairie : lundi fermé. Mairie : mardi 14h-17h",
    ]);
}
