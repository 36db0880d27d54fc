//! Where the work is: "59 - ROUBAIX", "974 - ST PIERRE", "59100", "59 - Nord", "Grand Est", "France"…

use super::abroad::ABROAD;
use domain::mask;
use domain::place::{Commune, CommuneCode, DepartementCode, Place, Point, Precision};
use domain::territories::{DEPARTEMENTS, REGIONS, departement};
use domain::text::words;
use std::collections::HashMap;

/// What a source says of the place of work.
#[derive(Clone, Debug, Default)]
pub struct PlaceHint<'a> {
    /// The source's words.
    pub label: Option<&'a str>,
    /// INSEE code of the commune.
    pub commune: Option<&'a str>,
    /// Postcode.
    pub postcode: Option<&'a str>,
    /// A point; taken when it lies near the commune, or when nothing else is known.
    pub point: Option<Point>,
}

/// A point farther than this from the commune's centre is not in it.
const FAR_M: u32 = 40_000;

/// Communes by what sources call them.
#[derive(Default)]
pub(super) struct Places {
    communes: Vec<Commune>,
    by_code: HashMap<String, usize>,
    by_postcode: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
}

/// What a label says, taken apart.
struct Label {
    departement: Option<DepartementCode>,
    postcode: Option<String>,
    name: String,
}

impl Places {
    pub(super) fn new(communes: &[Commune]) -> Self {
        let mut out = Self { communes: communes.to_vec(), ..Self::default() };
        for (i, commune) in communes.iter().enumerate() {
            out.by_code.insert(commune.code.as_str().to_owned(), i);
            for postcode in &commune.postcodes {
                out.by_postcode.entry(postcode.clone()).or_default().push(i);
            }
            out.by_name.entry(name_key(&commune.name)).or_default().push(i);
        }
        out
    }

    pub(super) fn resolve(&self, hint: &PlaceHint) -> Vec<Place> {
        let label = hint.label.map(mask::line).filter(|l| !mask::is_nothing(l)).unwrap_or_default();
        if label.contains(" OU ") && hint.commune.is_none() && hint.postcode.is_none() {
            let parts: Vec<Place> = label
                .split(" OU ")
                .map(|l| self.one(l, &PlaceHint { label: Some(l), ..PlaceHint::default() }))
                .collect();
            if parts.iter().all(|p| p.commune.is_some()) {
                return parts;
            }
        }
        let unsaid = label.is_empty() && hint.commune.is_none() && hint.postcode.is_none() && hint.point.is_none();
        if unsaid { Vec::new() } else { vec![self.one(&label, hint)] }
    }

    fn one(&self, label: &str, hint: &PlaceHint) -> Place {
        let parts = take_apart(label);
        let postcode = hint.postcode.map(str::trim).map(str::to_owned).or_else(|| parts.postcode.clone());
        let coded = hint.commune.and_then(|c| CommuneCode::parse(c).ok());
        if let Some(i) = coded.as_ref().and_then(|c| self.by_code.get(c.as_str())) {
            return self.commune(*i, postcode.as_deref(), hint.point);
        }
        let departement = parts
            .departement
            .clone()
            .or_else(|| coded.as_ref().map(CommuneCode::departement))
            .or_else(|| postcode.as_deref().and_then(departement_of_postcode));
        let key = name_key(&parts.name);
        // A point given with a département's name is only its middle.
        let bare = postcode.is_none() && coded.is_none();
        if bare && key != "paris" && departement.as_ref().is_some_and(|d| is_departement_name(d, &key)) {
            return wide_departement(departement, None);
        }
        if let Some(i) = self.named(&key, departement.as_ref(), postcode.as_deref(), hint.point) {
            return self.commune(i, postcode.as_deref(), hint.point);
        }
        // A hamlet of the département that the words give.
        let sure =
            parts.departement.is_some() && postcode.as_deref().and_then(departement_of_postcode) == parts.departement;
        if let Some(i) = postcode.as_deref().and_then(|p| self.only_of_postcode(p, &key, sure)) {
            return self.commune(i, postcode.as_deref(), hint.point);
        }
        if departement.is_none()
            && let Some(place) = wide(label, &key)
        {
            return place;
        }
        match (departement, hint.point) {
            (departement, Some(point)) if !key.is_empty() && key != "france" => Place {
                precision: Precision::Commune,
                label: display_name(&parts.name),
                commune: None,
                departement,
                postcode,
                point: Some(point),
            },
            (Some(departement), _) => wide_departement(Some(departement), postcode),
            (None, point) => Place {
                precision: Precision::Unresolved,
                label: label.to_owned(),
                commune: None,
                departement: None,
                postcode,
                // The middle of France is no place of work.
                point: point.filter(|_| key != "france"),
            },
        }
    }

    /// The commune of this name: in the département when it is known, told apart by postcode, then
    /// by a point; none when several remain.
    fn named(
        &self,
        key: &str,
        departement: Option<&DepartementCode>,
        postcode: Option<&str>,
        point: Option<Point>,
    ) -> Option<usize> {
        let district = district_code(key).and_then(|code| self.by_code.get(&code).copied());
        if let Some(i) = district.filter(|i| departement.is_none_or(|d| self.communes[*i].code.departement() == *d)) {
            return Some(i);
        }
        let same_name = self.by_name.get(key)?;
        let mut found: Vec<usize> = same_name
            .iter()
            .copied()
            .filter(|i| departement.is_none_or(|d| self.communes[*i].code.departement() == *d))
            .collect();
        let of_postcode = |i: &usize| postcode.is_some_and(|p| self.communes[*i].postcodes.iter().any(|c| c == p));
        if found.len() > 1 && found.iter().any(of_postcode) {
            found.retain(of_postcode);
        }
        if let (true, Some(point)) = (found.len() > 1, point) {
            found.retain(|i| self.communes[*i].point.is_some_and(|c| c.distance_m(point) < 10_000));
        }
        match found.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The only commune of a postcode (unless the words name a commune elsewhere and nothing makes the
    /// postcode `sure`); where there are several, the one whose name is in the words.
    fn only_of_postcode(&self, postcode: &str, key: &str, sure: bool) -> Option<usize> {
        let list = self.by_postcode.get(postcode)?;
        if let ([only], true) = (list.as_slice(), sure || key.is_empty() || !self.by_name.contains_key(key)) {
            return Some(*only);
        }
        let padded = format!(" {key} ");
        let mut inside = list.iter().filter(|i| padded.contains(&format!(" {} ", name_key(&self.communes[**i].name))));
        match (inside.next(), inside.next()) {
            (Some(only), None) => Some(*only),
            // A district and its city share the postcode: the district is more precise.
            _ if key.is_empty() => list.iter().find(|i| self.communes[**i].name.contains("Arrondissement")).copied(),
            _ => None,
        }
    }

    fn commune(&self, i: usize, postcode: Option<&str>, point: Option<Point>) -> Place {
        let commune = &self.communes[i];
        let near = |p: &Point| commune.point.is_none_or(|c| c.distance_m(*p) <= FAR_M);
        let stated = postcode.filter(|p| commune.postcodes.iter().any(|c| c == p)).map(str::to_owned);
        Place {
            precision: Precision::Commune,
            label: commune.name.clone(),
            commune: Some(commune.code.clone()),
            departement: Some(commune.code.departement()),
            postcode: stated.or_else(|| commune.postcodes.first().filter(|_| commune.postcodes.len() == 1).cloned()),
            point: point.filter(near).or(commune.point),
        }
    }
}

/// The form in which names of communes are compared: "ST PIERRE", "Saint-Pierre" and "Le Saint Pierre"
/// are one; a leading article, CEDEX and what follows are left out.
#[must_use]
pub fn name_key(name: &str) -> String {
    let text = name.replace("S/", "sur ").replace("s/", "sur ");
    let mut out: Vec<String> = Vec::new();
    for word in words(&text) {
        match word.as_str() {
            "cedex" => break,
            "st" => out.push("saint".to_owned()),
            "ste" => out.push("sainte".to_owned()),
            "sts" => out.push("saints".to_owned()),
            _ => out.push(word),
        }
    }
    if out.len() > 1 && matches!(out[0].as_str(), "l" | "le" | "la" | "les") {
        out.remove(0);
    }
    out.join(" ")
}

/// "59 - ROUBAIX", "Roubaix (59)", "59100 Roubaix", "Roubaix 59100", "75 - Paris (Dept.)".
fn take_apart(label: &str) -> Label {
    let mut name = label.trim().replace("(Dept.)", "").replace("(Frontalier)", "");
    let mut departement = None;
    let mut postcode = None;
    if let Some((code, rest)) = name.split_once('-')
        && let Ok(code) = DepartementCode::parse(code)
    {
        (departement, name) = (Some(code), rest.trim().to_owned());
    } else if let Some((rest, code)) = name.trim_end().trim_end_matches(')').rsplit_once('(')
        && let Ok(code) = DepartementCode::parse(code)
    {
        (departement, name) = (Some(code), rest.trim().to_owned());
    } else if let Ok(code) = DepartementCode::parse(&name) {
        (departement, name) = (Some(code), String::new());
    }
    let digits = |w: &str| w.len() == 5 && w.bytes().all(|b| b.is_ascii_digit());
    if let Some(found) = name.split([' ', ',', '(', ')']).find(|w| digits(w)).map(str::to_owned) {
        name = name.replace(&found, "");
        postcode = Some(found);
    }
    Label { departement, postcode, name: name.trim_matches([' ', ',', '(', ')', '-']).to_owned() }
}

/// "paris 12", "paris 1er arrondissement", "lyon 03" → the code of the district.
fn district_code(key: &str) -> Option<String> {
    let mut parts = key.split(' ');
    let (base, count): (u32, u32) = match parts.next()? {
        "paris" => (75_100, 20),
        "lyon" => (69_380, 9),
        "marseille" => (13_200, 16),
        _ => return None,
    };
    let number: u32 = parts.next()?.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()?;
    let rest = parts.next().is_none_or(|w| w.starts_with("arr"));
    (rest && (1..=count).contains(&number)).then(|| (base + number).to_string())
}

fn departement_of_postcode(postcode: &str) -> Option<DepartementCode> {
    let code = match postcode.get(..3)? {
        overseas @ ("971" | "972" | "973" | "974" | "975" | "976" | "977" | "978" | "986" | "987" | "988") => overseas,
        "200" | "201" => "2A",
        "202" | "206" => "2B",
        _ => postcode.get(..2)?,
    };
    (postcode.len() == 5).then(|| DepartementCode::parse(code).ok())?
}

/// Whether these words are the département's own name: "Nord", "Rhin (Bas)", "sur le département 37".
fn is_departement_name(code: &DepartementCode, key: &str) -> bool {
    let Some(departement) = departement(code.as_str()) else { return false };
    let own = name_key(departement.name);
    key.is_empty() || sorted(&own) == sorted(key) || (key.contains("departement") && !key.contains(" de "))
}

fn sorted(key: &str) -> Vec<&str> {
    let mut list: Vec<&str> = key.split(' ').collect();
    list.sort_unstable();
    list
}

fn wide_departement(code: Option<DepartementCode>, postcode: Option<String>) -> Place {
    let name = code.as_ref().map_or("", |code| departement(code.as_str()).map_or(code.as_str(), |known| known.name));
    Place {
        precision: Precision::Departement,
        label: format!("{name} (département)"),
        commune: None,
        departement: code,
        postcode,
        point: None,
    }
}

/// A département, région or country by its name alone.
fn wide(label: &str, key: &str) -> Option<Place> {
    let place = |precision, label: String| Place {
        precision,
        label,
        commune: None,
        departement: None,
        postcode: None,
        point: None,
    };
    // Of those overseas that are one département each, the département says more.
    if let Some(found) = DEPARTEMENTS.iter().find(|one| name_key(one.name) == key) {
        return Some(wide_departement(DepartementCode::parse(found.code).ok(), None));
    }
    if let Some(found) = REGIONS.iter().find(|one| name_key(one.name) == key) {
        return Some(place(Precision::Region, format!("{} (région)", found.name)));
    }
    let abroad = ABROAD.iter().map(|country| name_key(country)).any(|country| {
        key == country || key.starts_with(&format!("{country} ")) || key.ends_with(&format!(" {country}"))
    });
    abroad.then(|| place(Precision::Abroad, label.to_owned()))
}

/// The name as the source gives it, without its shouting.
fn display_name(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut out = String::with_capacity(name.len());
    let mut begins = true;
    for c in name.chars() {
        if begins {
            out.push(c)
        } else {
            out.extend(c.to_lowercase())
        }
        begins = !c.is_alphanumeric();
    }
    out
}

#[cfg(test)]
mod tests;
