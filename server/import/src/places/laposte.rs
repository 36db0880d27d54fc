//! La Poste's "base officielle des codes postaux": coordinates, and in its fifth line of the address the names of
//! former and associated communes ("LOMME", in Lille).
//!
//! The file may be older than Insee's list. A commune that is no more is a former name of the commune that took it
//! in, where that is certain: the only one of its postcode, or the only one that has its name in its own
//! ("Blandouet-Saint Jean"). Where it is not, the name is left out.

use crate::resolve::name_key;
use crate::table::Table;
use crate::{ImportError, rejection};
use domain::import::ImportReport;
use domain::place::{Commune, Point};
use std::collections::HashMap;
use std::io::Read;

/// Words that stay small inside a name. Folded.
const SMALL: &[&str] =
    &["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lez", "pres", "sous", "sur"];

/// What La Poste knows of communes.
pub(super) struct LaPoste {
    points: HashMap<String, Point>,
    lines: Vec<Line>,
}

/// A line that may name a former commune.
struct Line {
    code: String,
    commune: String,
    postcode: String,
    /// Line 5 of the address; may be empty.
    part: String,
}

impl LaPoste {
    pub(super) fn read(laposte: impl Read, report: &mut ImportReport) -> Result<Self, ImportError> {
        let mut table = Table::open("codes postaux (La Poste)", laposte)?;
        let code = table.require(&["code_commune_insee", "code_insee"])?;
        let point = table.require(&["coordonnees_gps", "geopoint", "coordonnees_geographiques"])?;
        let commune = table.column(&["nom_commune", "nom_de_la_commune"]);
        let postcode = table.column(&["code_postal"]);
        let part = table.column(&["ligne_5", "ligne_5_adresse"]);
        let (mut points, mut lines) = (HashMap::new(), Vec::new());
        while let Some(row) = table.next_row()? {
            let text = |column| row.find(column).unwrap_or_default().to_owned();
            let code = row.get(code).to_owned();
            lines.push(Line { code: code.clone(), commune: text(commune), postcode: text(postcode), part: text(part) });
            if row.get(point).is_empty() || points.contains_key(&code) {
                continue;
            }
            let mut numbers = row.get(point).split(',').map(|n| n.trim().parse::<f64>());
            match (numbers.next(), numbers.next()) {
                (Some(Ok(lat)), Some(Ok(lon))) => {
                    if let Some(found) = Point::from_degrees(lat, lon) {
                        points.insert(code, found);
                    }
                }
                _ => report.reject(rejection(
                    row.line,
                    Some(&code),
                    "coordonnees_gps",
                    "coordonnées illisibles : on attend « latitude, longitude »",
                )),
            }
        }
        Ok(Self { points, lines })
    }

    pub(super) fn point(&self, code: &str) -> Option<Point> {
        self.points.get(code).copied()
    }

    /// Gives each commune the names of what it took in.
    pub(super) fn give_former_names(&self, communes: &mut [Commune]) {
        let by_code: HashMap<String, usize> =
            communes.iter().enumerate().map(|(at, commune)| (commune.code.to_string(), at)).collect();
        let mut by_postcode: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, commune) in communes.iter().enumerate() {
            for postcode in &commune.postcodes {
                by_postcode.entry(postcode.clone()).or_default().push(at);
            }
        }
        for line in &self.lines {
            let own = by_code.get(&line.code).copied();
            let names: &[&str] = if own.is_some() { &[&line.part] } else { &[&line.part, &line.commune] };
            let near = by_postcode.get(&line.postcode).map(Vec::as_slice).unwrap_or_default();
            let Some(at) = own.or_else(|| heir(&line.commune, near, communes)) else { continue };
            for name in names.iter().map(|name| written(name)).filter(|name| !name.is_empty()) {
                let commune = &mut communes[at];
                if name_key(&name) != name_key(&commune.name) && !commune.former.contains(&name) {
                    commune.former.push(name);
                }
            }
        }
        for commune in communes {
            commune.former.sort_unstable();
        }
    }
}

/// The commune that took in one that is no more, among those of its postcode.
fn heir(name: &str, near: &[usize], communes: &[Commune]) -> Option<usize> {
    if let [only] = near {
        return Some(*only);
    }
    let key = format!(" {} ", name_key(name));
    let mut holding = near.iter().filter(|at| format!(" {} ", name_key(&communes[**at].name)).contains(&key));
    match (holding.next(), holding.next()) {
        (Some(only), None) if !name.is_empty() => Some(*only),
        _ => None,
    }
}

/// "EQUEURDREVILLE HAINNEVILLE" as a name is written: "Equeurdreville Hainneville".
fn written(capitals: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    for word in capitals.split_whitespace() {
        let small = word.to_lowercase();
        let word = match small.as_str() {
            "st" => "saint",
            "ste" => "sainte",
            other => other,
        };
        if !out.is_empty() && SMALL.contains(&word) {
            out.push(word.to_owned());
            continue;
        }
        let mut letters = word.chars();
        out.push(letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect());
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::read_places;

    const COMMUNES: &str = "code,nom,type,departement,region,codes_postaux,population\n\
        59350,Lille,commune-actuelle,59,32,59000 59160 59260,238695\n\
        49023,Beaupréau-en-Mauges,commune-actuelle,49,52,49600 49110,24087\n\
        53228,Blandouet-Saint Jean,commune-actuelle,53,52,53270,500\n\
        53270,Torcé,commune-actuelle,53,52,53270,700\n\
        50041,La Hague,commune-actuelle,50,28,50440,11700\n";
    const LAPOSTE: &str = "Code_commune_INSEE;Nom_commune;Code_postal;Libelle_acheminement;Ligne_5;coordonnees_gps\n\
        59350;LILLE;59160;LILLE;LOMME;50.63, 3.04\n\
        59350;LILLE;59000;LILLE;;50.63, 3.04\n\
        59350;LILLE;59260;LILLE;HELLEMMES LILLE;50.63, 3.04\n\
        59350;LILLE;59260;LILLE;LILLE;50.63, 3.04\n\
        49023;BEAUPREAU EN MAUGES;49600;BEAUPREAU EN MAUGES;ANDREZE;47.2, -0.9\n\
        49023;BEAUPREAU EN MAUGES;49110;BEAUPREAU EN MAUGES;ST PHILBERT EN MAUGES;47.2, -0.9\n\
        53028;BLANDOUET;53270;BLANDOUET;;48.0, -0.3\n\
        53999;NULLE PART;53270;NULLE PART;;48.0, -0.3\n\
        50257;JOBOURG;50440;JOBOURG;HAMEAU;49.6, -1.9\n";

    #[test]
    fn former_communes_are_names_of_the_commune_that_took_them_in() {
        let read = read_places(COMMUNES.as_bytes(), LAPOSTE.as_bytes(), None::<&[u8]>).unwrap();
        let former = |code: &str| read.communes.iter().find(|c| c.code.as_str() == code).unwrap().former.clone();
        assert_eq!(former("59350"), ["Hellemmes Lille", "Lomme"]);
        assert_eq!(former("49023"), ["Andreze", "Saint Philbert en Mauges"]);
        assert_eq!(former("53228"), ["Blandouet"]);
        assert_eq!(former("53270"), Vec::<String>::new());
        assert_eq!(former("50041"), ["Hameau", "Jobourg"]);
    }
}
