//! ROME 4.0, from the archive of CSV files as France Travail publishes it; called by `import rome`.
//!
//! Files are found by how their names begin, whatever the version that ends them. Texts double
//! their apostrophes ("l''entretien"); long ones hold line breaks; some files are Latin-1 despite their
//! names. What it says of skills is read by `rome_skills`, of how it is to work there by `rome_portraits`.

use crate::input::decode;
use crate::table::Table;
use crate::{ImportError, rejection, rome_portraits, rome_skills};
use domain::import::ImportReport;
use domain::occupation::{Appellation, Occupation, RomeCode};
use domain::rome::RomeRelease;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};
use zip::ZipArchive;

/// The largest file of the archive, unpacked, in bytes: more is a bomb.
const MAX_FILE: u64 = 64 << 20;

/// Reads an archive: the release, and what was read and rejected. The version is "?" where the files' names have none.
///
/// # Errors
/// When it is no zip, or a file or a column of it is missing.
pub fn read_rome(zip: impl Read + Seek) -> Result<(RomeRelease, ImportReport), ImportError> {
    let mut archive = Archive(ZipArchive::new(zip)?);
    let mut report = ImportReport { kind: "rome".to_owned(), source: "rome".to_owned(), ..ImportReport::default() };
    let (codes_name, codes) = archive.member("unix_referentiel_code_rome_v")?;
    let (_, titles) = archive.member("unix_referentiel_appellation_v")?;
    let (_, texts) = archive.member("unix_texte_v")?;
    let mut definitions = read_texts(&texts, "definition")?;
    let occupations = read_occupations(&codes, &mut definitions, &mut report)?;
    let known: BTreeSet<&RomeCode> = occupations.iter().map(|o| &o.code).collect();
    let appellations = read_appellations(&titles, &known, &mut report)?;
    for occupation in occupations.iter().filter(|o| o.definition.is_empty()) {
        tracing::debug!(code = %occupation.code, "no definition");
        report.miss("definition");
    }
    let rome_skills::Skills { macros, items: skills, asked } =
        rome_skills::read(&mut archive, &occupations, &appellations, &mut report)?;
    let portraits = rome_portraits::read(&mut archive, &occupations, &texts, &mut report)?;
    let version = version(&codes_name);
    Ok((RomeRelease { version, occupations, appellations, macros, skills, asked, portraits }, report))
}

/// The archive, whatever its folders.
pub(super) struct Archive<Z>(ZipArchive<Z>);

impl<Z: Read + Seek> Archive<Z> {
    /// The file whose name begins so, its name and its bytes.
    fn member(&mut self, prefix: &'static str) -> Result<(String, Vec<u8>), ImportError> {
        let Some(name) = self.find(prefix) else {
            let found = self.0.file_names().take(40).collect::<Vec<_>>().join(", ");
            return Err(ImportError::MissingFile { prefix, found });
        };
        let bytes = self.bytes(&name)?;
        Ok((base(&name), bytes))
    }

    /// The bytes of a file that may be missing.
    pub(super) fn maybe(&mut self, prefix: &'static str) -> Result<Option<Vec<u8>>, ImportError> {
        self.find(prefix).map(|name| self.bytes(&name)).transpose()
    }

    fn find(&self, prefix: &str) -> Option<String> {
        self.0.file_names().find(|n| base(n).starts_with(prefix) && base(n).ends_with(".csv")).map(str::to_owned)
    }

    fn bytes(&mut self, name: &str) -> Result<Vec<u8>, ImportError> {
        let mut bytes = Vec::new();
        let failed = |source| ImportError::Read { what: name.to_owned(), line: 0, source };
        self.0.by_name(name)?.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > MAX_FILE {
            return Err(ImportError::TooLong { what: name.to_owned(), line: 0, max_mb: 64 });
        }
        Ok(bytes)
    }
}

/// A file's name without its folders.
fn base(name: &str) -> String {
    name.rsplit('/').next().unwrap_or_default().to_ascii_lowercase()
}

/// `unix_referentiel_code_rome_v460_utf8.csv` → `460`.
fn version(name: &str) -> String {
    let after = name.split("_v").nth(1).unwrap_or_default();
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() { "?".to_owned() } else { digits }
}

/// ROME's own way with apostrophes undone, white space made single.
pub(super) fn clean(text: &str) -> String {
    text.replace("''", "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sentences of each occupation, by their place.
pub(super) type Sentences = BTreeMap<String, BTreeMap<u32, String>>;

/// The sentences of one type (`definition`, `acces_metier`).
pub(super) fn read_texts(bytes: &[u8], wanted: &str) -> Result<Sentences, ImportError> {
    let text = decode(bytes);
    let mut table = Table::open("unix_texte", text.as_bytes())?;
    let code = table.require(&["code_rome"])?;
    let kind = table.require(&["libelle_type_texte"])?;
    let position = table.require(&["position_phrase"])?;
    let sentence = table.require(&["libelle_texte"])?;
    let mut out = Sentences::new();
    while let Some(row) = table.next_row()? {
        if row.get(kind) == wanted {
            let position = row.get(position).parse().unwrap_or(u32::MAX);
            out.entry(row.get(code).to_owned()).or_default().insert(position, clean(row.get(sentence)));
        }
    }
    Ok(out)
}

fn read_occupations(
    bytes: &[u8],
    definitions: &mut Sentences,
    report: &mut ImportReport,
) -> Result<Vec<Occupation>, ImportError> {
    let text = decode(bytes);
    let mut table = Table::open("unix_referentiel_code_rome", text.as_bytes())?;
    let code = table.require(&["code_rome"])?;
    let label = table.require(&["libelle_rome"])?;
    let parent = table.column(&["code_rome_parent"]);
    let mut out = BTreeMap::new();
    while let Some(row) = table.next_row()? {
        report.read += 1;
        let found = match RomeCode::parse(row.get(code)) {
            Ok(found) => found,
            Err(error) => {
                report.reject(rejection(
                    row.line,
                    Some(row.get(code)),
                    "code_rome",
                    format!("code ROME illisible ({error})"),
                ));
                continue;
            }
        };
        if row.get(label).is_empty() {
            report.reject(rejection(row.line, Some(found.as_str()), "libelle_rome", "le libellé manque"));
            continue;
        }
        let sentences = definitions.remove(found.as_str()).unwrap_or_default();
        let occupation = Occupation {
            label: clean(row.get(label)),
            parent: row.find(parent).and_then(|p| RomeCode::parse(p).ok()),
            definition: sentences.into_values().collect::<Vec<_>>().join("\n"),
            code: found.clone(),
        };
        if out.insert(found, occupation).is_some() {
            report.duplicates += 1;
        }
    }
    Ok(out.into_values().collect())
}

fn read_appellations(
    bytes: &[u8],
    known: &BTreeSet<&RomeCode>,
    report: &mut ImportReport,
) -> Result<Vec<Appellation>, ImportError> {
    let text = decode(bytes);
    let mut table = Table::open("unix_referentiel_appellation", text.as_bytes())?;
    let ogr = table.require(&["code_ogr"])?;
    let label = table.require(&["libelle_appellation_long"])?;
    let code = table.require(&["code_rome"])?;
    let mut out = BTreeMap::new();
    while let Some(row) = table.next_row()? {
        report.read += 1;
        let reject = |field: &str, reason: String| rejection(row.line, Some(row.get(ogr)), field, reason);
        let Ok(key) = row.get(ogr).parse::<u32>() else {
            report.reject(reject("code_ogr", "code OGR illisible : on attend un nombre".to_owned()));
            continue;
        };
        let Some(rome) = RomeCode::parse(row.get(code)).ok().filter(|c| known.contains(c)) else {
            report.reject(reject("code_rome", format!("métier inconnu de cette version : {}", row.get(code))));
            continue;
        };
        if row.get(label).is_empty() {
            report.reject(reject("libelle_appellation_long", "le libellé manque".to_owned()));
            continue;
        }
        if out.insert(key, Appellation { ogr: key, label: clean(row.get(label)), rome }).is_some() {
            report.duplicates += 1;
        }
    }
    Ok(out.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn archive(files: &[(&str, &str)]) -> Cursor<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap()
    }

    const CODES: (&str, &str) = (
        "rome/unix_referentiel_code_rome_v461_utf8.csv",
        "\"code_rome\",\"libelle_rome\",\"code_rome_parent\"\n\"A1102\",\"Conducteur / Conductrice d''engins\",\"A1101\"\n\"Z\",\"x\",\"\"\n",
    );
    const TITLES: (&str, &str) = (
        "unix_referentiel_appellation_v461_utf8.csv",
        "\"code_ogr\",\"libelle_appellation_long\",\"libelle_appellation_court\",\"code_rome\"\n\"7\",\"Abatteur / Abatteuse\",\"Abatteur(se)\",\"A1102\"\n\"8\",\"x\",\"x\",\"B1101\"\n",
    );

    #[test]
    fn a_release_is_read_whatever_its_version() {
        let texts = "\"code_rome\",\"code_compo_bloc\",\"libelle_type_texte\",\"position_phrase\",\"libelle_texte\"\n\
            \"A1102\",\"3\",\"definition\",\"2\",\"Prépare\nle terrain.\"\n\
            \"A1102\",\"3\",\"definition\",\"1\",\"Assure l''entretien.\"\n\
            \"A1102\",\"4\",\"acces_metier\",\"1\",\"Accessible.\"\n";
        let (release, report) = read_rome(archive(&[CODES, TITLES, ("unix_texte_v461_utf8.csv", texts)])).unwrap();
        assert_eq!(release.version, "461");
        assert_eq!(release.occupations.len(), 1);
        let occupation = &release.occupations[0];
        assert_eq!(occupation.label, "Conducteur / Conductrice d'engins");
        assert_eq!(occupation.parent.as_ref().map(RomeCode::as_str), Some("A1101"));
        assert_eq!(occupation.definition, "Assure l'entretien.\nPrépare le terrain.");
        assert_eq!(release.appellations.len(), 1);
        assert_eq!(release.portraits.len(), 1);
        assert_eq!(release.portraits[0].access, "Accessible.");
        let rejected: Vec<&str> = report.rejections.iter().map(|r| r.field.as_str()).collect();
        assert_eq!(rejected, ["code_rome", "code_rome"]);
    }

    #[test]
    fn what_is_no_release_is_refused_with_what_is_missing() {
        assert!(matches!(read_rome(Cursor::new(b"no zip".to_vec())), Err(ImportError::Zip(_))));
        let error = read_rome(archive(&[CODES, TITLES])).unwrap_err().to_string();
        assert!(error.contains("unix_texte_v"), "{error}");
    }
}
