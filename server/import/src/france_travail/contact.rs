//! `contact`, `agence` and `origineOffre` to channels. Names of people are dropped here: nothing of
//! them goes further. Used by [`super`] only.

use super::fields::{list, object, text};
use domain::apply::{ApplyChannel, business_phone};
use domain::mask;
use domain::text::{fold, words};
use serde_json::{Map, Value};

/// The longest address that is taken, in characters.
const MAX_ADDRESS: usize = 200;

/// The channels of an offer, the most direct first, each once; the source's own number last.
pub(super) fn channels(offer: &Map<String, Value>, id: &str) -> Vec<ApplyChannel> {
    let mut out = Vec::new();
    if let Some(contact) = object(offer, "contact") {
        for key in ["urlPostulation", "urlRecruteur"] {
            out.extend(text(contact, key).and_then(web).map(ApplyChannel::Url));
        }
        out.extend(text(contact, "courriel").and_then(|t| mail(t).or_else(|| link(t))));
        out.extend(text(contact, "telephone").and_then(business_phone).map(ApplyChannel::Phone));
        let lines: Vec<&str> =
            ["coordonnees1", "coordonnees2", "coordonnees3"].iter().filter_map(|key| text(contact, key)).collect();
        out.extend(lines.iter().filter_map(|l| mail(l).or_else(|| link(l)).or_else(|| phone(l))));
        out.extend(postal_address(&lines).map(ApplyChannel::InPerson));
    }
    if let Some(agency) = object(offer, "agence") {
        out.extend(text(agency, "courriel").and_then(|t| mail(t).or_else(|| link(t))));
        out.extend(text(agency, "telephone").and_then(business_phone).map(ApplyChannel::Phone));
    }
    if let Some(origin) = object(offer, "origineOffre") {
        for partner in list(origin, "partenaires").filter_map(Value::as_object).take(2) {
            out.extend(text(partner, "url").and_then(web).map(ApplyChannel::Url));
        }
    }
    out.push(ApplyChannel::SourceNumber(id.to_owned()));
    let mut seen: Vec<ApplyChannel> = Vec::with_capacity(out.len());
    for channel in out {
        if !seen.contains(&channel) {
            seen.push(channel);
        }
    }
    seen
}

/// A web address that can be followed: http or https, without spaces, of a reasonable length.
pub(crate) fn web(value: &str) -> Option<String> {
    let value = value.trim();
    let full =
        if value.to_ascii_lowercase().starts_with("www.") { format!("https://{value}") } else { value.to_owned() };
    let lower = full.to_ascii_lowercase();
    let host = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"))?;
    let host_end = host.find(['/', '?', '#']).unwrap_or(host.len());
    let plain = full.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\'));
    (plain && full.len() <= 2_000 && host[..host_end].contains('.') && !host[..host_end].contains('@')).then_some(full)
}

fn mail(value: &str) -> Option<ApplyChannel> {
    mask::first_email(value).map(ApplyChannel::Email)
}

/// "Pour postuler, utiliser le lien suivant : https://…".
fn link(value: &str) -> Option<ApplyChannel> {
    let found = value.split_whitespace().find(|w| w.starts_with("http") || w.starts_with("www."))?;
    web(found).map(ApplyChannel::Url)
}

fn phone(value: &str) -> Option<ApplyChannel> {
    let folded = fold(value);
    let said = folded.contains("tel") || !folded.chars().any(char::is_alphabetic);
    said.then(|| business_phone(value)).flatten().map(ApplyChannel::Phone)
}

/// The lines that are certainly a postal address: one begins with five digits and a name, and
/// another holds a number and the word for a way. Lines that could name a person are dropped.
fn postal_address(lines: &[&str]) -> Option<String> {
    let kept: Vec<String> = lines
        .iter()
        .map(|l| mask::line(l))
        .filter(|l| !mask::is_nothing(l) && !l.contains('@') && !l.contains("://") && (is_town(l) || is_street(l)))
        .collect();
    let whole = kept.iter().any(|l| is_town(l)) && kept.iter().any(|l| is_street(l));
    let joined = kept.join(", ");
    (whole && joined.chars().count() <= MAX_ADDRESS && joined == mask::contacts(&joined)).then_some(joined)
}

fn is_town(line: &str) -> bool {
    let Some((code, name)) = line.split_once(' ') else { return false };
    code.len() == 5
        && code.bytes().all(|b| b.is_ascii_digit())
        && name.chars().any(char::is_alphabetic)
        && !names_someone(line)
}

fn is_street(line: &str) -> bool {
    const WAYS: &[&str] = &[
        "rue",
        "avenue",
        "av",
        "boulevard",
        "bd",
        "bld",
        "place",
        "allee",
        "chemin",
        "route",
        "impasse",
        "quai",
        "cours",
        "square",
        "zone",
        "za",
        "zi",
        "zac",
        "parc",
        "lieu",
        "residence",
        "mairie",
        "rte",
        "che",
        "imp",
        "pl",
        "all",
    ];
    words(line).iter().any(|w| WAYS.contains(&w.as_str())) && !names_someone(line)
}

fn names_someone(line: &str) -> bool {
    words(line).iter().any(|w| matches!(w.as_str(), "m" | "mr" | "mme" | "mlle" | "monsieur" | "madame" | "attention"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(offer: &Value) -> Vec<ApplyChannel> {
        channels(offer.as_object().unwrap(), "188VMCV")
    }

    #[test]
    fn names_are_dropped_and_channels_kept() {
        let found = of(&json!({
            "contact": {
                "nom": "EXEMPLE SA - Mme Jeanne EXEMPLE",
                "coordonnees1": "12 rue de l'Exemple", "coordonnees2": "M. Jean Exemple", "coordonnees3": "59100 ROUBAIX",
                "telephone": "03 20 12 34 56", "courriel": "recrutement@exemple.fr",
                "urlPostulation": "https://exemple.fr/postuler?id=1"
            },
            "agence": { "courriel": "Pour postuler, utiliser le lien suivant : https://exemple.fr/agence", "telephone": "3949" }
        }));
        assert_eq!(
            found,
            [
                ApplyChannel::Url("https://exemple.fr/postuler?id=1".into()),
                ApplyChannel::Email("recrutement@exemple.fr".into()),
                ApplyChannel::Phone("0320123456".into()),
                ApplyChannel::InPerson("12 rue de l'Exemple, 59100 ROUBAIX".into()),
                ApplyChannel::Url("https://exemple.fr/agence".into()),
                ApplyChannel::Phone("3949".into()),
                ApplyChannel::SourceNumber("188VMCV".into()),
            ]
        );
        let json = serde_json::to_string(&found).unwrap();
        assert!(!json.contains("Jean"), "{json}");
    }

    #[test]
    fn what_is_masked_or_doubtful_is_nothing() {
        let found = of(
            &json!({ "contact": { "nom": "[masqué]", "coordonnees1": "[masqué]", "courriel": "[masqué]", "telephone": 7 }, "agence": null }),
        );
        assert_eq!(found, [ApplyChannel::SourceNumber("188VMCV".into())]);
        let odd =
            of(&json!({ "contact": { "coordonnees1": "Jean Exemple", "urlPostulation": "javascript:alert(1)" } }));
        assert_eq!(odd, [ApplyChannel::SourceNumber("188VMCV".into())]);
        assert_eq!(web("https://user@exemple.fr/"), None);
        assert_eq!(web("www.exemple.fr").as_deref(), Some("https://www.exemple.fr"));
    }
}
