//! Communes, from the official files as they are published; called by `import places`.
//!
//! Insee's list (through data.gouv.fr: code, nom, type, departement, region, codes_postaux,
//! population), La Poste's "base officielle des codes postaux" for coordinates and former communes, and
//! the table from communes to comités locaux pour l'emploi.

mod laposte;

use crate::table::Table;
use crate::{ImportError, rejection};
use domain::import::ImportReport;
use domain::place::{Basin, Commune, CommuneCode, Point};
use laposte::LaPoste;
use std::collections::{BTreeMap, HashMap};
use std::io::Read;

/// Paris, Lyon, Marseille: how the codes of their districts begin, and how many letters that is.
const WITH_DISTRICTS: [(&str, &str); 3] = [("75056", "751"), ("69123", "6938"), ("13055", "132")];

/// What the files of places hold.
#[derive(Debug, Default)]
pub struct ReadPlaces {
    /// Communes and municipal districts, sorted by code.
    pub communes: Vec<Commune>,
    /// The labour basins of the communes, sorted by code; none without their file, or without names in it.
    pub basins: Vec<Basin>,
    /// What was read.
    pub report: ImportReport,
}

/// Reads communes and municipal districts.
///
/// A commune with several lines at La Poste gets the first line's coordinates (they repeat the
/// commune's centre); Paris, Lyon and Marseille as a whole get the mean of their districts. What
/// has none is counted under "point", without a labour basin under "clpe", without a postcode
/// under "postcode".
///
/// # Errors
/// When a file cannot be read or lacks a column.
pub fn read_places(
    communes: impl Read,
    laposte: impl Read,
    clpe: Option<impl Read>,
) -> Result<ReadPlaces, ImportError> {
    let mut report = ImportReport { kind: "places".to_owned(), source: "insee".to_owned(), ..ImportReport::default() };
    let laposte = LaPoste::read(laposte, &mut report)?;
    let (basin_of, basins) = clpe.map_or_else(|| Ok(Default::default()), read_basins)?;

    let mut table = Table::open("communes", communes)?;
    let code = table.require(&["code", "com", "code_commune", "code_insee"])?;
    let name = table.require(&["nom", "libelle", "nom_commune"])?;
    let region = table.require(&["region", "reg", "code_region"])?;
    let postcodes = table.column(&["codes_postaux", "code_postal"]);
    let population = table.column(&["population", "population_totale"]);
    let mut out: HashMap<String, Commune> = HashMap::new();
    while let Some(row) = table.next_row()? {
        report.read += 1;
        let commune = match CommuneCode::parse(row.get(code)) {
            Ok(commune) => commune,
            Err(error) => {
                report.reject(rejection(
                    row.line,
                    Some(row.get(code)),
                    "code",
                    format!("code INSEE illisible ({error})"),
                ));
                continue;
            }
        };
        if row.get(name).is_empty() {
            report.reject(rejection(row.line, Some(commune.as_str()), "nom", "le nom manque"));
            continue;
        }
        let mut codes: Vec<String> = row
            .find(postcodes)
            .unwrap_or_default()
            .split([' ', '|', ',', '/'])
            .filter(|p| is_postcode(p))
            .map(str::to_owned)
            .collect();
        codes.sort_unstable();
        codes.dedup();
        let value = Commune {
            name: row.get(name).to_owned(),
            region: row.get(region).to_owned(),
            postcodes: codes,
            population: row.find(population).and_then(|p| p.parse().ok()).unwrap_or(0),
            point: laposte.point(commune.as_str()),
            clpe: basin_of.get(commune.as_str()).cloned(),
            former: Vec::new(),
            code: commune,
        };
        if out.insert(value.code.as_str().to_owned(), value).is_some() {
            report.duplicates += 1;
        }
    }
    let mut out: Vec<Commune> = out.into_values().collect();
    out.sort_unstable_by(|a, b| a.code.cmp(&b.code));
    give_districts_mean(&mut out);
    laposte.give_former_names(&mut out);
    for commune in &out {
        for (field, lacks) in [
            ("point", commune.point.is_none()),
            ("clpe", commune.clpe.is_none()),
            ("postcode", commune.postcodes.is_empty()),
        ] {
            if lacks {
                report.miss(field);
            }
        }
    }
    Ok(ReadPlaces { communes: out, basins, report })
}

fn is_postcode(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit())
}

/// The basin of each commune, and the basins that have a name.
fn read_basins(clpe: impl Read) -> Result<(HashMap<String, String>, Vec<Basin>), ImportError> {
    let mut table = Table::open("CLPE", clpe)?;
    let code = table.require(&["commune_id", "code_commune", "code_insee"])?;
    let basin = table.require(&["territoire_id", "clpe", "code_clpe"])?;
    let name = table.column(&["territoire_libelle", "libelle_clpe", "nom_clpe"]);
    let (mut basin_of, mut names) = (HashMap::new(), BTreeMap::new());
    while let Some(row) = table.next_row()? {
        if row.get(basin).is_empty() {
            continue;
        }
        basin_of.insert(row.get(code).to_owned(), row.get(basin).to_owned());
        if let Some(name) = row.find(name) {
            names.entry(row.get(basin).to_owned()).or_insert_with(|| name.to_owned());
        }
    }
    Ok((basin_of, names.into_iter().map(|(code, name)| Basin { code, name }).collect()))
}

fn give_districts_mean(communes: &mut [Commune]) {
    for (whole, prefix) in WITH_DISTRICTS {
        let points: Vec<Point> = communes
            .iter()
            .filter(|c| c.code.as_str().starts_with(prefix) && c.code.as_str() != whole)
            .filter_map(|c| c.point)
            .collect();
        let Ok(n) = i64::try_from(points.len()) else { continue };
        let city = communes.iter_mut().find(|c| c.code.as_str() == whole && c.point.is_none());
        let (Some(city), true) = (city, n > 0) else { continue };
        let mean = |of: fn(&Point) -> i32| i32::try_from(points.iter().map(|p| i64::from(of(p))).sum::<i64>() / n).ok();
        if let (Some(lat_e6), Some(lon_e6)) = (mean(|p| p.lat_e6), mean(|p| p.lon_e6)) {
            city.point = Some(Point { lat_e6, lon_e6 });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMUNES: &str = "code,nom,type,departement,region,codes_postaux,population\n\
        59512,Roubaix,commune-actuelle,59,32,59100,98828\n\
        75056,Paris,commune-actuelle,75,11,75002 75001,2103778\n\
        75101,Paris 1er Arrondissement,arrondissement-municipal,75,11,75001,15114\n\
        75102,Paris 2e Arrondissement,arrondissement-municipal,75,11,75002,19847\n\
        2A004,Ajaccio,commune-actuelle,2A,94,20000 20090,75000\n\
        XX,Nulle part,commune-actuelle,99,99,,\n";
    const LAPOSTE: &str = "#Code_commune_INSEE;Nom_commune;Code_postal;Libelle_acheminement;Ligne_5;coordonnees_gps\r\n\
        59512;ROUBAIX;59100;ROUBAIX;;50.6879, 3.1794\r\n\
        59512;ROUBAIX;59100;ROUBAIX;;1.0, 1.0\r\n\
        75101;PARIS 01;75001;PARIS;;48.86, 2.33\r\n\
        75102;PARIS 02;75002;PARIS;;48.88, 2.35\r\n\
        2A004;AJACCIO;20000;AJACCIO;;\r\n";

    #[test]
    fn official_files_become_communes() {
        let clpe = "commune_id,territoire_id,territoire_libelle\n59512,CLPE59001,Lille Metropole \n";
        let read = read_places(COMMUNES.as_bytes(), LAPOSTE.as_bytes(), Some(clpe.as_bytes())).unwrap();
        let ReadPlaces { communes, basins, report } = read;
        let find = |code: &str| communes.iter().find(|c| c.code.as_str() == code).unwrap();
        assert_eq!(communes.len(), 5);
        assert_eq!(find("59512").point.map(Point::degrees), Some((50.6879, 3.1794)));
        assert_eq!(find("59512").clpe.as_deref(), Some("CLPE59001"));
        assert_eq!(basins, [Basin { code: "CLPE59001".to_owned(), name: "Lille Metropole".to_owned() }]);
        assert_eq!(find("75056").point.map(Point::degrees), Some((48.87, 2.34)));
        assert_eq!(find("75056").postcodes, ["75001", "75002"]);
        assert_eq!(find("2A004").point, None);
        assert_eq!(report.missing.get("point"), Some(&1));
        assert_eq!(report.rejections.len(), 1);
        assert_eq!((report.rejections[0].line, report.rejections[0].field.as_str()), (7, "code"));
    }

    #[test]
    fn a_missing_column_is_named() {
        let error = read_places("a,b\n1,2\n".as_bytes(), LAPOSTE.as_bytes(), None::<&[u8]>).unwrap_err();
        assert!(matches!(error, ImportError::MissingColumn { .. }), "{error}");
    }
}
