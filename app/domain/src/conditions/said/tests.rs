//! What offers say, and what they only mention.

use super::{Said, said};
use crate::contract::Contract;
use crate::hours::{Hours, Schedule, WorkTime};
use crate::offer::{Offer, Remote};
use crate::profile::Avoid;
use crate::requirement::{Asked, Diploma, DiplomaNeed, Experience, ExperienceBand, Need, Permit, Requirements};
use proptest::prelude::*;

fn titled(title: &str) -> Offer {
    Offer::new("test", "1", title)
}

fn offer(text: &str) -> Offer {
    Offer { text: Some(text.into()), ..titled("Agent H/F") }
}

/// What is said as the tests write it; what some avoid is left out where it follows from when the work is done.
fn written(said: &Said) -> String {
    let follows = |avoid: &Avoid| matches!(avoid, Avoid::Nights | Avoid::Weekends | Avoid::Evenings | Avoid::Shifts);
    let codes = |name: &str, codes: Vec<String>| (!codes.is_empty()).then(|| format!("{name}={}", codes.join(",")));
    let all = [
        codes("hours", said.work_times.iter().map(ToString::to_string).collect()),
        codes("schedule", said.schedule.iter().map(ToString::to_string).collect()),
        said.experience.map(|band| format!("experience={band}")),
        codes("diploma", said.diplomas.iter().map(ToString::to_string).collect()),
        said.permit.map(|permit| format!("permit={permit}")),
        said.car.map(|needed| format!("car={}", u8::from(needed))),
        said.remote.map(|remote| format!("remote={remote}")),
        codes("avoid", said.avoid.iter().filter(|avoid| !follows(avoid)).map(ToString::to_string).collect()),
    ];
    let all: Vec<String> = all.into_iter().flatten().collect();
    if all.is_empty() { "-".into() } else { all.join(" ") }
}

fn check(cases: &str, offer: impl Fn(&str) -> Offer) {
    let mut misses = Vec::new();
    for case in cases.lines().filter(|line| line.contains('→')) {
        let (text, means) = case.split_once('→').map(|(text, means)| (text.trim(), means.trim())).unwrap();
        let read = written(&said(&offer(&text.replace('¶', "\n"))));
        if read != means {
            misses.push(format!("{case}\n    read: {read}"));
        }
    }
    assert!(misses.is_empty(), "{} of {}:\n{}", misses.len(), cases.lines().count(), misses.join("\n"));
}

#[test]
fn long_texts_say_what_they_ask() {
    check(TEXTS, offer);
}

#[test]
fn titles_say_what_they_are() {
    check(TITLES, titled);
}

#[test]
fn lines_on_hours_are_read_as_such() {
    let hours = |text: &str| Hours { text: Some(text.into()), ..Hours::default() };
    check(LINES, |text| Offer { hours: hours(text), ..offer("") });
}

#[test]
fn what_some_avoid_follows_from_when_the_work_is_done() {
    let read = said(&offer("Travail de nuit en 3x8, un week-end sur deux. Travail en soirée."));
    assert_eq!(read.avoid, [Avoid::Nights, Avoid::Weekends, Avoid::Evenings, Avoid::Shifts]);
    let read = said(&offer("Horaires décalés, port de charges lourdes."));
    assert_eq!(read.avoid, [Avoid::Loads]);
}

#[test]
fn a_line_of_conditions_or_a_skill_says_it_too() {
    let requirements = Requirements {
        conditions: vec!["Station debout prolongée".into(), "Travail en hauteur".into()],
        skills: vec![Asked {
            label: "Conduire un véhicule nécessitant le permis C".into(),
            code: None,
            level: None,
            need: Need::Essential,
        }],
        ..Requirements::default()
    };
    let read = said(&Offer { requirements, ..offer("") });
    assert_eq!(read.avoid, [Avoid::Heights, Avoid::Standing]);
    assert_eq!(read.permit, Some(Permit::Other));
}

#[test]
fn a_line_on_trips_counts_more_than_the_text() {
    let text = "Des déplacements sont à prévoir.";
    let line = |line: &str| Requirements { conditions: vec![line.into()], ..Requirements::default() };
    assert_eq!(said(&Offer { requirements: line("Déplacements : ponctuels"), ..offer(text) }).avoid, []);
    let often = line("Déplacements : quotidiens");
    assert_eq!(said(&Offer { requirements: often, ..offer("Déplacements ponctuels.") }).avoid, [Avoid::Trips]);
    assert_eq!(said(&offer(text)).avoid, [Avoid::Trips]);
}

#[test]
fn words_never_overrule_fields() {
    let asked = |label: &str| Asked { label: label.into(), code: None, level: None, need: Need::Essential };
    let filled = Offer {
        remote: Some(Remote::Partial),
        no_car: Some(true),
        hours: Hours { work_time: Some(WorkTime::Full), schedule: vec![Schedule::Day], ..Hours::default() },
        requirements: Requirements {
            experience: Some(Experience { need: Need::Essential, months: Some(24) }),
            diplomas: vec![DiplomaNeed { level: Diploma::Bac3, field: None, need: Need::Essential }],
            permits: vec![asked("B - Véhicule léger")],
            ..Requirements::default()
        },
        ..offer(
            "Temps partiel, travail de nuit en 3x8 et le samedi. Débutant accepté, sans diplôme exigé. Permis C exigé, \
             véhicule indispensable. 100 % télétravail.",
        )
    };
    let read = said(&filled);
    assert_eq!(read.work_times, [WorkTime::Full]);
    assert_eq!(read.schedule, [Schedule::Day, Schedule::Weekend], "words add, but no night to work by day");
    assert_eq!(read.experience, Some(ExperienceBand::OneToThree));
    assert_eq!(read.diplomas, [Diploma::Bac3]);
    assert_eq!(read.permit, Some(Permit::B));
    assert_eq!(read.car, Some(false));
    assert_eq!(read.remote, Some(Remote::Partial));
}

#[test]
fn a_text_says_what_feeds_file_under_cdd() {
    use Contract::{Apprenticeship, Cdd, Cdi, Cui, Interim, Professionalisation, Seasonal};
    let signed = |field: Contract, text: &str| said(&Offer { contract: Some(field), ..offer(text) }).contract;
    for (field, text, means) in [
        (Cdd, "Contrat d'apprentissage de 12 mois.", Apprenticeship),
        (Cdd, "Nous recherchons un alternant pour notre salon.", Apprenticeship),
        (Cdd, "Avec un contrat de professionnalisation, vous apprenez.", Professionalisation),
        (Cdd, "Type d'emploi : CDD saisonnier, temps complet", Seasonal),
        (Cdd, "Poste à pourvoir en CDD pour la saison", Seasonal),
        (Cdd, "Votre accès au contrat PEC CAE doit être validé.", Cui),
        (Cdd, "La ville connaît une saison estivale animée.", Cdd),
        (Cdd, "Vous formez les apprentis en alternance.", Cdd),
        (Cdi, "Contrat d'apprentissage possible.", Cdi),
        (Interim, "Mission pour la saison.", Interim),
    ] {
        assert_eq!(signed(field, text), Some(means), "{text}");
    }
}

#[test]
fn insertion_is_said_in_words_too() {
    for text in [
        "Poste en chantier d'insertion.",
        "Contrat clause insertion",
        "Vous êtes éligible à l'IAE.",
        "Contrat d'insertion par l'activité économique",
        "CDDI de 26 heures",
    ] {
        assert!(said(&offer(text)).insertion, "{text}");
        let staff = Offer { title: "Encadrant technique".into(), ..offer(text) };
        assert!(!said(&staff).insertion, "who accompanies others: {text}");
    }
    assert!(said(&titled("Menuisier bois - IAE")).insertion);
    assert!(!said(&offer("Master de l'école, insertion professionnelle rapide.")).insertion);
    assert!(!said(&titled("Architecte réseaux CISCO ACI")).insertion);
}

#[test]
fn what_an_earlier_text_says_stays() {
    let read = said(&Offer { title: "Comptable à temps partiel".into(), ..offer("Contrat de 35h.") });
    assert_eq!(read.work_times, [WorkTime::Part]);
}

#[test]
fn who_is_hired_in_alternation_prepares_the_level() {
    let text = "Vous êtes titulaire d'un bac. Formation : BTS.";
    let hired = |contract| Offer { contract: Some(contract), ..offer(text) };
    assert_eq!(said(&hired(Contract::Apprenticeship)).diplomas, [Diploma::Bac]);
    let text = "Vous intégrez une formation BTS.";
    assert_eq!(said(&Offer { contract: Some(Contract::Apprenticeship), ..offer(text) }).diplomas, []);
}

#[test]
fn an_empty_offer_says_nothing() {
    assert_eq!(said(&offer("")), Said::default());
    assert_eq!(said(&titled("")), Said::default());
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "\\PC{0,80}") {
        let _ = said(&offer(&text));
        let _ = said(&titled(&text));
    }

    #[test]
    fn any_words_can_be_read(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..25)) {
        let text = words.join(" ");
        let read = said(&offer(&text));
        prop_assert!(read.schedule.is_sorted() && read.avoid.is_sorted());
    }
}

/// Words of which many phrases are made.
const WORDS: &[&str] = &[
    "pas",
    "de",
    "nuit",
    "travail",
    "35",
    "h",
    "20",
    "h30",
    "à",
    "-",
    "/",
    "par",
    "semaine",
    "contrat",
    "permis",
    "B",
    "CE",
    "exigé",
    "non",
    ":",
    ".",
    "\n",
    "bac",
    "+",
    "2",
    "ans",
    "d'",
    "expérience",
    "deux",
    "diplôme",
    "titulaire",
    "CAP",
    "week-end",
    "samedi",
    "le",
    "un",
    "sur",
    "télétravail",
    "100",
    "%",
    "jours",
    "véhicule",
    "débutant",
    "accepté",
    "déplacements",
    "fréquents",
    "charges",
    "port",
    "horaires",
    "décalés",
    "(e)",
    "·",
    "3x8",
    "ou",
    "et",
];

const TITLES: &str = "
Cariste de nuit (H/F) → schedule=nuit
Cariste nuit → schedule=nuit
Opérateur 3x8 H/F → schedule=equipes
Vendeur temps partiel 24h → hours=temps-partiel
Agent d'entretien 20h/semaine → hours=temps-partiel
Magasinier 35h → hours=temps-plein
Serveur week-end → schedule=week-end
Préparateur du matin → schedule=matin
Hôte de caisse soir et week-end → schedule=week-end,soir
Infirmier de jour → schedule=journee
Ouvrier débutant accepté → experience=debutant
Développeur full remote → remote=complet
Comptable télétravail → remote=partiel
Chauffeur permis C → permit=autre
Chauffeur permis B → permit=b
Commercial itinérant → avoid=deplacements
BTS comptabilité en alternance → -
Médecin de garde de nuit → schedule=nuit
Réceptionniste Hôtel Belle Nuit → -
Portier de nuit → -
";

const LINES: &str = "
35H/semaine¶Travail en journée → hours=temps-plein schedule=journee
35H Travail de nuit → hours=temps-plein schedule=nuit
Temps partiel - 24H/semaine¶Travail samedi et dimanche → hours=temps-partiel schedule=week-end
Travail en équipe 2x8 → schedule=equipes
Journée → schedule=journee
Soirée → schedule=soir
17H30/semaine → hours=temps-partiel
39H/semaine → hours=temps-plein
Horaires décalés → schedule=decale
24 à 35h/semaine → hours=temps-plein,temps-partiel
";

const TEXTS: &str = include_str!("texts.txt");
