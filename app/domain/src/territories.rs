//! Départements and régions as Insee names them (Code officiel géographique, Licence Ouverte 2.0), the régions of
//! before 2016, and their usual abbreviations: the one table, for imports and for the search.

/// A département, or an overseas territory that has no other name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departement {
    /// Its code: `01`…`95`, `2A`, `2B`, `971`…`988`.
    pub code: &'static str,
    /// Its name: "Pas-de-Calais".
    pub name: &'static str,
    /// Code of its région; its own code where it is in none.
    pub region: &'static str,
}

/// A région of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Insee's code.
    pub code: &'static str,
    /// Its name: "Hauts-de-France".
    pub name: &'static str,
    /// What it is also called: "HDF".
    pub also: &'static [&'static str],
}

/// A région of before 2016 that is part of another one today. People still say its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormerRegion {
    /// Its name: "Nord-Pas-de-Calais".
    pub name: &'static str,
    /// What it is also called: "NPDC".
    pub also: &'static [&'static str],
    /// Codes of its départements.
    pub departements: &'static [&'static str],
}

const fn d(code: &'static str, name: &'static str, region: &'static str) -> Departement {
    Departement { code, name, region }
}

const fn r(code: &'static str, name: &'static str, also: &'static [&'static str]) -> Region {
    Region { code, name, also }
}

const fn f(name: &'static str, also: &'static [&'static str], departements: &'static [&'static str]) -> FormerRegion {
    FormerRegion { name, also, departements }
}

/// Every département and overseas territory, by code.
pub const DEPARTEMENTS: &[Departement] = &[
    d("01", "Ain", "84"),
    d("02", "Aisne", "32"),
    d("03", "Allier", "84"),
    d("04", "Alpes-de-Haute-Provence", "93"),
    d("05", "Hautes-Alpes", "93"),
    d("06", "Alpes-Maritimes", "93"),
    d("07", "Ardèche", "84"),
    d("08", "Ardennes", "44"),
    d("09", "Ariège", "76"),
    d("10", "Aube", "44"),
    d("11", "Aude", "76"),
    d("12", "Aveyron", "76"),
    d("13", "Bouches-du-Rhône", "93"),
    d("14", "Calvados", "28"),
    d("15", "Cantal", "84"),
    d("16", "Charente", "75"),
    d("17", "Charente-Maritime", "75"),
    d("18", "Cher", "24"),
    d("19", "Corrèze", "75"),
    d("2A", "Corse-du-Sud", "94"),
    d("2B", "Haute-Corse", "94"),
    d("21", "Côte-d'Or", "27"),
    d("22", "Côtes-d'Armor", "53"),
    d("23", "Creuse", "75"),
    d("24", "Dordogne", "75"),
    d("25", "Doubs", "27"),
    d("26", "Drôme", "84"),
    d("27", "Eure", "28"),
    d("28", "Eure-et-Loir", "24"),
    d("29", "Finistère", "53"),
    d("30", "Gard", "76"),
    d("31", "Haute-Garonne", "76"),
    d("32", "Gers", "76"),
    d("33", "Gironde", "75"),
    d("34", "Hérault", "76"),
    d("35", "Ille-et-Vilaine", "53"),
    d("36", "Indre", "24"),
    d("37", "Indre-et-Loire", "24"),
    d("38", "Isère", "84"),
    d("39", "Jura", "27"),
    d("40", "Landes", "75"),
    d("41", "Loir-et-Cher", "24"),
    d("42", "Loire", "84"),
    d("43", "Haute-Loire", "84"),
    d("44", "Loire-Atlantique", "52"),
    d("45", "Loiret", "24"),
    d("46", "Lot", "76"),
    d("47", "Lot-et-Garonne", "75"),
    d("48", "Lozère", "76"),
    d("49", "Maine-et-Loire", "52"),
    d("50", "Manche", "28"),
    d("51", "Marne", "44"),
    d("52", "Haute-Marne", "44"),
    d("53", "Mayenne", "52"),
    d("54", "Meurthe-et-Moselle", "44"),
    d("55", "Meuse", "44"),
    d("56", "Morbihan", "53"),
    d("57", "Moselle", "44"),
    d("58", "Nièvre", "27"),
    d("59", "Nord", "32"),
    d("60", "Oise", "32"),
    d("61", "Orne", "28"),
    d("62", "Pas-de-Calais", "32"),
    d("63", "Puy-de-Dôme", "84"),
    d("64", "Pyrénées-Atlantiques", "75"),
    d("65", "Hautes-Pyrénées", "76"),
    d("66", "Pyrénées-Orientales", "76"),
    d("67", "Bas-Rhin", "44"),
    d("68", "Haut-Rhin", "44"),
    d("69", "Rhône", "84"),
    d("70", "Haute-Saône", "27"),
    d("71", "Saône-et-Loire", "27"),
    d("72", "Sarthe", "52"),
    d("73", "Savoie", "84"),
    d("74", "Haute-Savoie", "84"),
    d("75", "Paris", "11"),
    d("76", "Seine-Maritime", "28"),
    d("77", "Seine-et-Marne", "11"),
    d("78", "Yvelines", "11"),
    d("79", "Deux-Sèvres", "75"),
    d("80", "Somme", "32"),
    d("81", "Tarn", "76"),
    d("82", "Tarn-et-Garonne", "76"),
    d("83", "Var", "93"),
    d("84", "Vaucluse", "93"),
    d("85", "Vendée", "52"),
    d("86", "Vienne", "75"),
    d("87", "Haute-Vienne", "75"),
    d("88", "Vosges", "44"),
    d("89", "Yonne", "27"),
    d("90", "Territoire de Belfort", "27"),
    d("91", "Essonne", "11"),
    d("92", "Hauts-de-Seine", "11"),
    d("93", "Seine-Saint-Denis", "11"),
    d("94", "Val-de-Marne", "11"),
    d("95", "Val-d'Oise", "11"),
    d("971", "Guadeloupe", "01"),
    d("972", "Martinique", "02"),
    d("973", "Guyane", "03"),
    d("974", "La Réunion", "04"),
    d("975", "Saint-Pierre-et-Miquelon", "975"),
    d("976", "Mayotte", "06"),
    d("977", "Saint-Barthélemy", "977"),
    d("978", "Saint-Martin", "978"),
    d("986", "Wallis-et-Futuna", "986"),
    d("987", "Polynésie française", "987"),
    d("988", "Nouvelle-Calédonie", "988"),
];

/// The régions of today, by name; five of those overseas are one département each.
pub const REGIONS: &[Region] = &[
    r("84", "Auvergne-Rhône-Alpes", &["AURA", "ARA", "Rhône-Alpes-Auvergne"]),
    r("27", "Bourgogne-Franche-Comté", &["BFC"]),
    r("53", "Bretagne", &["BZH"]),
    r("24", "Centre-Val de Loire", &["CVL", "Centre", "région Centre"]),
    r("94", "Corse", &[]),
    r("44", "Grand Est", &["Alsace-Champagne-Ardenne-Lorraine"]),
    r("01", "Guadeloupe", &[]),
    r("03", "Guyane", &[]),
    r("32", "Hauts-de-France", &["HDF", "Nord-Pas-de-Calais-Picardie"]),
    r("11", "Île-de-France", &["IDF", "région parisienne"]),
    r("04", "La Réunion", &[]),
    r("02", "Martinique", &[]),
    r("06", "Mayotte", &[]),
    r("28", "Normandie", &[]),
    r("75", "Nouvelle-Aquitaine", &["Aquitaine-Limousin-Poitou-Charentes"]),
    r("76", "Occitanie", &["Languedoc-Roussillon-Midi-Pyrénées"]),
    r("52", "Pays de la Loire", &["PDL", "Pays de Loire"]),
    r("93", "Provence-Alpes-Côte d'Azur", &["PACA", "Sud PACA", "région Sud", "Provence-Alpes"]),
];

/// The régions of before 2016 that are no more (law 2015-29), by name.
pub const FORMER_REGIONS: &[FormerRegion] = &[
    f("Alsace", &[], &["67", "68"]),
    f("Aquitaine", &[], &["24", "33", "40", "47", "64"]),
    f("Auvergne", &[], &["03", "15", "43", "63"]),
    f("Basse-Normandie", &[], &["14", "50", "61"]),
    f("Bourgogne", &[], &["21", "58", "71", "89"]),
    f("Champagne-Ardenne", &["Champagne-Ardennes"], &["08", "10", "51", "52"]),
    f("Franche-Comté", &[], &["25", "39", "70", "90"]),
    f("Haute-Normandie", &[], &["27", "76"]),
    f("Languedoc-Roussillon", &[], &["11", "30", "34", "48", "66"]),
    f("Limousin", &[], &["19", "23", "87"]),
    f("Lorraine", &[], &["54", "55", "57", "88"]),
    f("Midi-Pyrénées", &[], &["09", "12", "31", "32", "46", "65", "81", "82"]),
    f("Nord-Pas-de-Calais", &["NPDC", "NPC"], &["59", "62"]),
    f("Picardie", &[], &["02", "60", "80"]),
    f("Poitou-Charentes", &["Poitou-Charente"], &["16", "17", "79", "86"]),
    f("Rhône-Alpes", &["Rhône-Alpe"], &["01", "07", "26", "38", "42", "69", "73", "74"]),
];

/// The département of a code.
#[must_use]
pub fn departement(code: &str) -> Option<&'static Departement> {
    DEPARTEMENTS.iter().find(|one| one.code == code)
}

impl Region {
    /// Its départements, by code.
    pub fn departements(self) -> impl Iterator<Item = &'static Departement> {
        DEPARTEMENTS.iter().filter(move |one| one.region == self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::DepartementCode;
    use std::collections::BTreeSet;

    #[test]
    fn every_departement_is_in_a_region_or_stands_for_itself() {
        let codes: BTreeSet<&str> = DEPARTEMENTS.iter().map(|one| one.code).collect();
        assert_eq!(codes.len(), DEPARTEMENTS.len());
        for one in DEPARTEMENTS {
            assert_eq!(DepartementCode::parse(one.code).unwrap().as_str(), one.code);
            assert!(one.region == one.code || REGIONS.iter().any(|r| r.code == one.region), "{}", one.name);
        }
        assert_eq!(REGIONS.iter().map(|r| r.departements().count()).sum::<usize>(), 101);
        assert!(REGIONS.iter().all(|r| r.departements().next().is_some()));
        let hauts = REGIONS.iter().find(|r| r.name == "Hauts-de-France").unwrap();
        assert_eq!(hauts.departements().map(|one| one.code).collect::<Vec<_>>(), ["02", "59", "60", "62", "80"]);
    }

    #[test]
    fn a_former_region_is_a_part_of_one_of_today() {
        for former in FORMER_REGIONS {
            let today: BTreeSet<&str> =
                former.departements.iter().map(|code| departement(code).unwrap().region).collect();
            assert_eq!(today.len(), 1, "{}", former.name);
        }
        assert_eq!(departement("62").map(|one| one.name), Some("Pas-de-Calais"));
        assert_eq!(departement("96"), None);
    }
}
