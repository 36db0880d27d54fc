//! Which ROME 4 occupation an offer is for.

use domain::occupation::{Appellation, Occupation, RomeCode};
use std::collections::HashMap;

/// Words of a title that its trade follows.
const BEFORE_A_TRADE: &[&str] = &["alternant", "alternante", "apprenti", "apprentie"];

/// What a source says of the occupation.
#[derive(Clone, Copy, Debug, Default)]
pub struct OccupationHint<'a> {
    /// ROME code, of version 3 or 4.
    pub code: Option<&'a str>,
    /// Label of the appellation.
    pub appellation: Option<&'a str>,
    /// Label of the occupation (or of an appellation: sources mix them).
    pub label: Option<&'a str>,
    /// The offer's title as the index reads it ([`domain::title::for_index`]).
    pub title: &'a str,
}

/// How the occupation was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The source's own ROME 4 code.
    Code,
    /// A ROME 3 code, made precise by a label, the title, or its only child.
    Parent,
    /// An exact label.
    Label,
    /// The title, which is exactly an appellation.
    Title,
    /// The title, which names an appellation of another field than the source's code or label.
    TitleAgainstCode,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// ROME 4 code.
    pub code: Option<RomeCode>,
    /// ROME's own wording of the appellation, when one was named exactly.
    pub appellation: Option<String>,
    /// How.
    pub by: Option<By>,
}

impl Resolved {
    /// What to tell where the title was believed more than the code.
    #[must_use]
    pub fn contradiction(&self, code: Option<&RomeCode>) -> Option<String> {
        let (Some(By::TitleAgainstCode), Some(found)) = (self.by, &self.code) else { return None };
        Some(match code {
            Some(code) => format!("le titre nomme un autre métier que le code {code} : {found} est pris"),
            None => format!("le titre nomme un autre métier que le libellé : {found} est pris"),
        })
    }
}

/// Labels and codes of a release.
#[derive(Default)]
pub(super) struct Occupations {
    parents: HashMap<RomeCode, Option<RomeCode>>,
    children: HashMap<RomeCode, Vec<RomeCode>>,
    /// Exact labels; `None` where two occupations share one.
    labels: HashMap<String, Option<Found>>,
    /// Masculine and feminine forms of the labels, likewise.
    forms: HashMap<String, Option<Found>>,
    /// First words of the forms with the domain of their occupations; `None` where there are several.
    first_words: HashMap<String, Option<char>>,
}

#[derive(Clone, PartialEq, Eq)]
struct Found {
    code: RomeCode,
    appellation: Option<String>,
}

impl Occupations {
    pub(super) fn new(occupations: &[Occupation], appellations: &[Appellation]) -> Self {
        let mut out = Self::default();
        for occupation in occupations {
            out.parents.insert(occupation.code.clone(), occupation.parent.clone());
            if let Some(parent) = occupation.parent.clone().filter(|p| *p != occupation.code) {
                out.children.entry(parent).or_default().push(occupation.code.clone());
            }
        }
        for appellation in appellations {
            let found = Found { code: appellation.rome.clone(), appellation: Some(appellation.label.clone()) };
            out.learn(&appellation.label, found);
        }
        for occupation in occupations {
            // An occupation's own label wins over an appellation elsewhere that reads the same.
            let found = Found { code: occupation.code.clone(), appellation: None };
            let known = out.labels.get(&key(&occupation.label)).and_then(Option::as_ref);
            if known.is_none_or(|k| k.code != occupation.code) {
                out.labels.insert(key(&occupation.label), Some(found.clone()));
                for form in forms(&occupation.label) {
                    remember(&mut out.forms, form, found.clone());
                }
            }
        }
        for (name, found) in out.labels.iter().chain(&out.forms) {
            let first = name.split(' ').next().unwrap_or_default().to_owned();
            let of = found.as_ref().map(|found| domain(&found.code));
            out.first_words.entry(first).and_modify(|known| *known = known.filter(|d| Some(*d) == of)).or_insert(of);
        }
        out
    }

    /// The trade that a title names for certain, where that is none of the field of `code`: all of the title before a
    /// dash or a comma is the name of one, or it begins with a word that only trades of one domain begin with.
    fn against(&self, title: &str, code: &RomeCode) -> Option<&Found> {
        let head = title.split([',', ':', '(', ';']).next().unwrap_or_default();
        let head = head.split(" - ").next().unwrap_or_default();
        let words = domain::text::words(head);
        let words: Vec<&str> =
            words.iter().map(String::as_str).skip_while(|word| BEFORE_A_TRADE.contains(word)).collect();
        let first = words.first()?;
        let certain = self.first_words.get(*first).is_some_and(Option::is_some);
        let alone = || self.named(first).filter(|found| certain && domain(&found.code) != domain(code));
        match self.named(&words.join(" ")) {
            Some(found) => (field(&found.code) != field(code)).then_some(found),
            None => alone(),
        }
    }

    fn learn(&mut self, label: &str, found: Found) {
        remember(&mut self.labels, key(label), found.clone());
        for form in forms(label) {
            remember(&mut self.forms, form, found.clone());
        }
    }

    fn named(&self, words: &str) -> Option<&Found> {
        let key = key(words);
        if key.is_empty() {
            return None;
        }
        match self.labels.get(&key) {
            Some(found) => found.as_ref(),
            None => self.forms.get(&key)?.as_ref(),
        }
    }

    pub(super) fn resolve(&self, hint: &OccupationHint) -> Resolved {
        let labels = [hint.appellation, hint.label].into_iter().flatten().filter_map(|l| self.named(l));
        let by_title = self.named(hint.title);
        let mut named: Vec<(&Found, By)> = labels.map(|f| (f, By::Label)).collect();
        named.extend(by_title.map(|f| (f, By::Title)));
        let done = |found: &Found, by| Resolved {
            code: Some(found.code.clone()),
            appellation: found.appellation.clone(),
            by: Some(by),
        };
        let Some(code) = hint.code.and_then(|c| RomeCode::parse(c).ok()).filter(|c| self.knows(c)) else {
            let Some((found, by)) = named.first() else { return Resolved::default() };
            return match self.against(hint.title, &found.code) {
                Some(titled) => done(titled, By::TitleAgainstCode),
                None => done(found, *by),
            };
        };
        // A code of another field than the trade that the title names is a mistake of who typed it: "Ergothérapeute"
        // under logistics, "Agent de sécurité" under funerals.
        if let Some(found) = self.against(hint.title, &code) {
            return done(found, By::TitleAgainstCode);
        }
        if let Some((found, _)) = named.iter().find(|(f, _)| f.code == code) {
            return done(found, By::Code);
        }
        // ROME 3 reused: the code has children, and a label or the title names one of them.
        let children = self.children.get(&code).map_or(&[][..], Vec::as_slice);
        if let Some((found, _)) = named.iter().find(|(f, _)| children.contains(&f.code)) {
            return done(found, By::Parent);
        }
        if self.parents.contains_key(&code) {
            return Resolved { code: Some(code), appellation: None, by: Some(By::Code) };
        }
        match children {
            [only] => Resolved { code: Some(only.clone()), appellation: None, by: Some(By::Parent) },
            _ => named.first().map_or_else(Resolved::default, |(found, by)| done(found, *by)),
        }
    }

    fn knows(&self, code: &RomeCode) -> bool {
        self.parents.contains_key(code) || self.children.contains_key(code)
    }
}

fn remember(map: &mut HashMap<String, Option<Found>>, key: String, found: Found) {
    if key.is_empty() {
        return;
    }
    map.entry(key)
        .and_modify(|known| {
            if known.as_ref().is_some_and(|k| k.code != found.code) {
                *known = None;
            }
        })
        .or_insert(Some(found));
}

/// The letter and the two digits of a code: one of ROME's 110 professional domains.
fn field(code: &RomeCode) -> &str {
    code.as_str().get(..3).unwrap_or_default()
}

/// The letter of a code: one of ROME's fourteen domains.
fn domain(code: &RomeCode) -> char {
    code.as_str().chars().next().unwrap_or_default()
}

/// Labels are compared by their folded words.
fn key(text: &str) -> String {
    domain::text::words(text).join(" ")
}

/// "Caissier / Caissière de libre-service" → "caissier de libre service", "caissiere de libre service".
/// Only for labels with exactly one " / ": what else it may mean is not certain.
fn forms(label: &str) -> Vec<String> {
    let mut halves = label.split(" / ");
    let (Some(masculine), Some(feminine), None) = (halves.next(), halves.next(), halves.next()) else {
        return Vec::new();
    };
    let own = masculine.split_whitespace().count();
    let tail: Vec<&str> = feminine.split_whitespace().skip(own).collect();
    vec![key(&format!("{masculine} {}", tail.join(" "))), key(feminine)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn occupations() -> Occupations {
        let occupation = |code: &str, label: &str, parent: &str| Occupation {
            code: RomeCode::parse(code).unwrap(),
            label: label.to_owned(),
            parent: RomeCode::parse(parent).ok(),
            definition: String::new(),
        };
        let appellation = |ogr, label: &str, code: &str| Appellation {
            ogr,
            label: label.to_owned(),
            rome: RomeCode::parse(code).unwrap(),
        };
        Occupations::new(
            &[
                occupation("M1801", "Administrateur / Administratrice réseau", "M1801"),
                occupation("M1811", "Data engineer", "M1801"),
                occupation("D1106", "Vendeur / Vendeuse en alimentation", "D1106"),
                occupation("D1114", "Caviste", "D1107"),
                occupation("D1505", "Caissier / Caissière", "D1505"),
                occupation("K2503", "Agent / Agente de sécurité", "K2503"),
                occupation("K2603", "Agent / Agente funéraire", "K2603"),
            ],
            &[
                appellation(1, "Data engineer", "M1811"),
                appellation(2, "Vendeur / Vendeuse en boulangerie", "D1106"),
                appellation(3, "Caissier / Caissière de libre-service", "D1505"),
                appellation(4, "Agent / Agente polyvalent", "D1505"),
                appellation(5, "Agent / Agente polyvalent", "D1106"),
            ],
        )
    }

    fn resolve(code: Option<&str>, appellation: Option<&str>, title: &str) -> (Option<String>, Option<By>) {
        let title = domain::title::for_index(title);
        let hint = OccupationHint { code, appellation, label: None, title: &title };
        let found = occupations().resolve(&hint);
        (found.code.map(String::from), found.by)
    }

    #[test]
    fn the_code_then_the_label_then_the_title() {
        let some = |code: &str, by| (Some(code.to_owned()), Some(by));
        assert_eq!(resolve(Some("D1106"), None, "Magasinier"), some("D1106", By::Code));
        assert_eq!(resolve(Some("D1106"), Some("Data engineer"), ""), some("D1106", By::Code));
        assert_eq!(resolve(None, Some("VENDEUR / VENDEUSE EN BOULANGERIE"), ""), some("D1106", By::Label));
        assert_eq!(resolve(None, None, "CAISSIÈRE DE LIBRE-SERVICE (H/F) #ADE1234"), some("D1505", By::Title));
        assert_eq!(resolve(None, None, "caissier de libre service"), some("D1505", By::Title));
        assert_eq!(resolve(None, None, "Agent polyvalent"), (None, None), "shared by two occupations");
        assert_eq!(resolve(Some("Z9999"), None, "Caissier de tout"), (None, None), "never guessed");
        assert_eq!(resolve(Some("D1106"), None, "Data engineer - Lille"), some("M1811", By::TitleAgainstCode));
        let guard = some("K2503", By::TitleAgainstCode);
        assert_eq!(resolve(Some("K2603"), None, "Agent de sécurité (H/F)"), guard, "another field of the domain");
        assert_eq!(resolve(None, Some("Agent / Agente funéraire"), "Agent de sécurité"), guard, "against a label");
        assert_eq!(resolve(Some("D1106"), None, "Caissier"), some("D1505", By::TitleAgainstCode));
        assert_eq!(
            resolve(Some("D1106"), None, "Caviste"),
            some("D1106", By::Code),
            "the same field: the code is finer"
        );
        assert_eq!(
            resolve(Some("M1801"), Some("Data engineer"), "Caviste de nuit"),
            some("D1114", By::TitleAgainstCode)
        );
        assert_eq!(
            resolve(Some("M1811"), None, "Vendeur en boulangerie chaude"),
            some("M1811", By::Code),
            "half a title"
        );
    }

    #[test]
    fn rome_3_becomes_rome_4_by_parent_and_title() {
        let some = |code: &str, by| (Some(code.to_owned()), Some(by));
        assert_eq!(resolve(Some("M1801"), None, "Data engineer H/F"), some("M1811", By::Parent));
        assert_eq!(resolve(Some("M1801"), None, "Autre chose"), some("M1801", By::Code));
        assert_eq!(resolve(Some("D1107"), None, "Autre chose"), some("D1114", By::Parent));
    }
}
