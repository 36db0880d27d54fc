//! Places where a person helps: who, where, by which phone, in which languages, for what, when.

use crate::coded_enum;
use crate::opening::{HolidayZone, OpenState, Opening};
use crate::place::{CommuneCode, Point};
use crate::text::{fold, slug};
use crate::time::LocalTime;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// What kind of place it is.
    pub enum HelpKind {
        /// Maison de l'emploi, plan local pour l'insertion et l'emploi.
        Hub = "maison-emploi",
        /// France Travail.
        FranceTravail = "france-travail",
        /// Mission locale: up to 25 years.
        MissionLocale = "mission-locale",
        /// Cap emploi: disabled people.
        CapEmploi = "cap-emploi",
        /// France services.
        FranceServices = "france-services",
        /// Commune, centre communal d'action sociale.
        TownHall = "mairie",
        /// Association, social centre.
        Association = "association",
        /// Library: computers, somebody to help with them.
        Library = "mediatheque",
        /// Anything else.
        Other = "autre",
    }
}

/// Declares the languages: variant, code, own name, French name.
macro_rules! spoken {
    ($($variant:ident = $code:literal, $own:literal, $french:literal;)+) => {
        coded_enum! {
            /// A language that is spoken at a place of help; its code is BCP 47.
            pub enum Spoken { $(#[doc = $french] $variant = $code,)+ }
        }

        impl Spoken {
            /// Its own name for itself: what somebody who speaks it looks for.
            #[must_use]
            pub const fn endonym(self) -> &'static str {
                match self { $(Self::$variant => $own,)+ }
            }

            /// Its French name, in small letters.
            #[must_use]
            pub const fn french(self) -> &'static str {
                match self { $(Self::$variant => $french,)+ }
            }
        }
    };
}

spoken! {
    French = "fr", "français", "français";
    FrenchSign = "fsl", "LSF", "langue des signes";
    English = "en", "English", "anglais";
    Arabic = "ar", "العربية", "arabe";
    Berber = "ber", "Tamaziɣt", "berbère";
    Turkish = "tr", "Türkçe", "turc";
    Kurdish = "ku", "Kurdî", "kurde";
    Spanish = "es", "español", "espagnol";
    Portuguese = "pt", "português", "portugais";
    Italian = "it", "italiano", "italien";
    German = "de", "Deutsch", "allemand";
    Dutch = "nl", "Nederlands", "néerlandais";
    Polish = "pl", "polski", "polonais";
    Romanian = "ro", "română", "roumain";
    Bulgarian = "bg", "български", "bulgare";
    Serbian = "sr", "srpski", "serbe";
    Albanian = "sq", "shqip", "albanais";
    Ukrainian = "uk", "українська", "ukrainien";
    Russian = "ru", "русский", "russe";
    Armenian = "hy", "հայերեն", "arménien";
    Georgian = "ka", "ქართული", "géorgien";
    Dari = "prs", "دری", "dari";
    Persian = "fa", "فارسی", "persan";
    Pashto = "ps", "پښتو", "pachto";
    Urdu = "ur", "اردو", "ourdou";
    Bengali = "bn", "বাংলা", "bengali";
    Tamil = "ta", "தமிழ்", "tamoul";
    Chinese = "zh", "中文", "chinois";
    Vietnamese = "vi", "Tiếng Việt", "vietnamien";
    Somali = "so", "Soomaali", "somali";
    Tigrinya = "ti", "ትግርኛ", "tigrigna";
    Amharic = "am", "አማርኛ", "amharique";
    Wolof = "wo", "Wolof", "wolof";
    Fula = "ff", "Pulaar", "peul";
    Bambara = "bm", "Bamanankan", "bambara";
    Soninke = "snk", "Sooninkanxanne", "soninké";
    Lingala = "ln", "Lingála", "lingala";
    Malagasy = "mg", "Malagasy", "malgache";
    Comorian = "swb", "Shikomori", "comorien";
    ReunionCreole = "rcf", "Kréol rényoné", "créole réunionnais";
    AntilleanCreole = "gcf", "Kréyòl", "créole antillais";
    Romani = "rom", "Romani", "romani";
}

impl Spoken {
    /// Reads a code, a French name or its own name, whatever case and accents.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = fold(text);
        let text = text.trim();
        match text {
            "lsf" | "langue des signes francaise" => return Some(Self::FrenchSign),
            "kabyle" | "amazigh" | "tamazight" => return Some(Self::Berber),
            _ => {}
        }
        Self::ALL.iter().copied().find(|l| l.code() == text || fold(l.french()) == text || fold(l.endonym()) == text)
    }
}

/// A place of help, as the hub describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpPlace {
    /// Its name.
    pub name: String,
    /// What kind of place it is.
    pub kind: HelpKind,
    /// Number and street.
    pub address: String,
    /// The commune.
    pub commune: CommuneCode,
    /// Postcode.
    pub postcode: String,
    /// Phone number: ten national digits, or four.
    pub phone: String,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Web site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// Languages spoken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Spoken>,
    /// Whether the help is free of charge, when the hub says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<bool>,
    /// What they help with, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helps_with: Option<String>,
    /// Opening hours, when they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Opening>,
    /// Opening hours as the hub writes them, where no program can tell when it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_text: Option<String>,
}

impl HelpPlace {
    /// What makes it this place: its name and commune. Two with the same key are the same place.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}-{}", self.commune, slug(&self.name))
    }

    /// Whether it is open now, in its own wall time.
    #[must_use]
    pub fn state(&self, now: LocalTime) -> OpenState {
        let zone = HolidayZone::of(&self.commune.departement());
        self.hours.as_ref().map_or(OpenState::Unknown, |hours| hours.state(now, zone))
    }
}

/// A place of help with what the reference data knows of its commune.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocatedHelp {
    /// The place.
    pub place: HelpPlace,
    /// Name of its commune.
    pub town: String,
    /// Centre of its commune, where known.
    pub point: Option<Point>,
}

/// Nobody goes farther for help, in metres.
pub const MAX_HELP_DISTANCE_M: u32 = 50_000;

/// The nearest place of help and its distance in metres: the first of the list where several are as
/// near; none beyond [`MAX_HELP_DISTANCE_M`].
#[must_use]
pub fn nearest(places: &[LocatedHelp], to: Point) -> Option<(&LocatedHelp, u32)> {
    let by_distance = |place: &'_ LocatedHelp| place.point.map(|point| point.distance_m(to));
    places
        .iter()
        .filter_map(|place| Some((place, by_distance(place)?)))
        .filter(|(_, metres)| *metres <= MAX_HELP_DISTANCE_M)
        .min_by_key(|(_, metres)| *metres)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    fn place(name: &str, commune: &str, degrees: Option<(f64, f64)>) -> LocatedHelp {
        let place = HelpPlace {
            name: name.into(),
            kind: HelpKind::Hub,
            address: "1 rue du Canal".into(),
            commune: CommuneCode::parse(commune).unwrap(),
            postcode: "59100".into(),
            phone: "0353012026".into(),
            email: None,
            website: None,
            languages: vec![Spoken::French],
            free: Some(true),
            helps_with: None,
            hours: Some("lun-ven 9h-12h".parse().unwrap()),
            hours_text: None,
        };
        LocatedHelp { place, town: "Ici".into(), point: degrees.and_then(|(lat, lon)| Point::from_degrees(lat, lon)) }
    }

    #[test]
    fn the_nearest_is_found_and_nothing_too_far() {
        let places = [
            place("Nulle part", "59512", None),
            place("Lille", "59350", Some((50.631, 3.0576))),
            place("Roubaix", "59512", Some((50.6897, 3.1781))),
            place("Roubaix aussi", "59512", Some((50.6897, 3.1781))),
        ];
        let near = |lat, lon| {
            nearest(&places, Point::from_degrees(lat, lon).unwrap()).map(|(found, m)| (found.place.name.as_str(), m))
        };
        assert_eq!(near(50.6897, 3.1781), Some(("Roubaix", 0)));
        assert!(near(50.6, 3.0).is_some_and(|(name, m)| name == "Lille" && m < 7_000));
        assert_eq!(near(43.7, 7.26), None, "Nice");
    }

    #[test]
    fn a_place_keeps_its_own_holidays() {
        let on = |commune: &str, date: &str| {
            let now = LocalTime { day: Day::parse(date).unwrap(), minute: 600 };
            place("x", commune, None).place.state(now)
        };
        // Good Friday.
        assert_eq!(on("59512", "2026-04-03"), OpenState::Open(720));
        assert!(matches!(on("67482", "2026-04-03"), OpenState::Closed(crate::opening::Why::Holiday, Some(_))));
    }

    #[test]
    fn languages_are_read_as_people_name_them() {
        for (text, language) in [
            ("Français", Spoken::French),
            (" arabe ", Spoken::Arabic),
            ("العربية", Spoken::Arabic),
            ("ENGLISH", Spoken::English),
            ("Kabyle", Spoken::Berber),
            ("lsf", Spoken::FrenchSign),
            ("pt", Spoken::Portuguese),
        ] {
            assert_eq!(Spoken::read(text), Some(language), "{text}");
        }
        assert_eq!(Spoken::read("klingon"), None);
        let all: std::collections::BTreeSet<_> = Spoken::ALL.iter().map(|l| fold(l.french())).collect();
        assert_eq!(all.len(), Spoken::ALL.len(), "each has its name");
    }

    #[test]
    fn a_place_is_kept_as_it_was() {
        let place = place("Le Relais", "59512", None).place;
        let json = serde_json::to_string(&place).unwrap();
        assert!(json.contains("\"lun-ven 9h-12h\""), "{json}");
        assert_eq!(serde_json::from_str::<HelpPlace>(&json).unwrap(), place);
        assert_eq!(place.key(), "59512-le-relais");
    }
}
