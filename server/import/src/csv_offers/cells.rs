//! Cells of a record, read by what their column holds. Each error names line, field, what is wrong
//! and how to mend it. Used by [`super`] only.

use super::header::Header;
use crate::france_travail::{diploma_level, web};
use crate::rejection;
use crate::table::{self, Row};
use domain::contract::Contract;
use domain::hours::WorkTime;
use domain::import::Rejection;
use domain::mask;
use domain::offer::Remote;
use domain::pay::PayPeriod;
use domain::requirement::{Asked, Diploma, Need};
use domain::text::fold;
use domain::time::Day;

/// Items of a list that are read; more is no offer.
const MAX_ITEMS: usize = 50;

/// A record and its header.
pub(super) struct Cells<'a> {
    pub(super) row: &'a Row,
    pub(super) header: &'a Header,
    pub(super) id: &'a str,
}

type Cell<T> = Result<Option<T>, Rejection>;

impl Cells<'_> {
    /// The cell as it stands; `None` when it is empty or says nothing ("N/C", "-").
    pub(super) fn raw(&self, field: &str) -> Option<&str> {
        self.row.find(self.header.place(field)).filter(|cell| !mask::is_nothing(cell))
    }

    /// One clean line.
    pub(super) fn line(&self, field: &str) -> Option<String> {
        self.raw(field).map(mask::line).filter(|t| !t.is_empty())
    }

    /// A rejection of this record.
    pub(super) fn wrong(&self, field: &str, reason: String) -> Rejection {
        rejection(self.row.line, Some(self.id), field, reason)
    }

    fn read<T>(&self, field: &str, expected: &str, parse: impl FnOnce(&str) -> Option<T>) -> Cell<T> {
        let Some(cell) = self.raw(field) else { return Ok(None) };
        let cut = domain::text::shorten(cell, 40);
        parse(cell)
            .map(Some)
            .ok_or_else(|| self.wrong(field, format!("« {cut} » n'est pas compris : on attend {expected}")))
    }

    /// What `parse` understands of a cell, given in folded form.
    pub(super) fn parsed<T>(&self, field: &str, expected: &str, parse: impl FnOnce(&str) -> Option<T>) -> Cell<T> {
        self.read(field, expected, |cell| parse(fold(cell).trim()))
    }

    /// What `parse` understands of a cell as it stands.
    pub(super) fn checked<T>(&self, field: &str, expected: &str, parse: impl FnOnce(&str) -> Option<T>) -> Cell<T> {
        self.read(field, expected, parse)
    }

    /// oui or non.
    pub(super) fn flag(&self, field: &str) -> Cell<bool> {
        self.checked(field, "oui ou non (ou rien)", table::flag)
    }

    /// A whole number from 1 to `max`; 0 says nothing.
    pub(super) fn number(&self, field: &str, max: u16) -> Cell<u16> {
        let found = self.checked(field, &format!("un nombre entier de 0 à {max}"), |cell| {
            table::whole_number(cell).and_then(|n| u16::try_from(n).ok()).filter(|n| *n <= max)
        })?;
        Ok(found.filter(|n| *n > 0))
    }

    /// A calendar day.
    pub(super) fn day(&self, field: &str) -> Cell<Day> {
        self.checked(field, "une date : 2026-11-23 ou 23/11/2026", table::day)
    }

    /// Degrees.
    pub(super) fn degrees(&self, field: &str) -> Cell<f64> {
        self.checked(field, "des degrés : 50.6897", |cell| cell.replace(',', ".").parse().ok())
    }

    /// An amount in cents: "1 801,80", "12.31 €".
    pub(super) fn cents(&self, field: &str) -> Cell<i64> {
        self.checked(field, "un montant en euros : 1801,80", cents)
    }

    /// Minutes a week: "35", "35h30", "35,5".
    pub(super) fn week(&self, field: &str) -> Cell<u16> {
        self.parsed(field, "des heures par semaine : 35, 17h30 ou 17,5", week)
    }

    /// A web address.
    pub(super) fn url(&self, field: &str) -> Cell<String> {
        self.checked(field, "une adresse web qui commence par https://", web)
    }

    /// A phone number that does not cost more than a call.
    pub(super) fn phone(&self, field: &str) -> Cell<String> {
        self.checked(field, "un numéro français à 10 chiffres, non surtaxé", table::business_phone)
    }

    /// An e-mail address.
    pub(super) fn email(&self, field: &str) -> Cell<String> {
        self.checked(field, "une adresse de courriel", |cell| mask::first_email(cell).filter(|found| found == cell))
    }

    /// Names between `|`, contacts masked.
    pub(super) fn names(&self, field: &str) -> Vec<String> {
        let cell = self.raw(field).unwrap_or_default();
        cell.split('|')
            .map(|name| mask::contacts(&mask::line(name)))
            .filter(|n| !mask::is_nothing(n))
            .take(MAX_ITEMS)
            .collect()
    }

    /// Names between `|`, each with "(exigé)" or "(souhaité)", and a level after `:`.
    pub(super) fn asked(&self, field: &str, otherwise: Need) -> Vec<Asked> {
        self.names(field)
            .iter()
            .map(|item| {
                let (rest, need) = split_need(item, otherwise);
                let (label, level) = rest.split_once(':').unwrap_or((rest, ""));
                let level = level.trim();
                Asked {
                    label: label.trim().to_owned(),
                    code: None,
                    level: (!level.is_empty()).then(|| level.to_owned()),
                    need,
                }
            })
            .filter(|asked| !asked.label.is_empty())
            .collect()
    }
}

/// Takes "(exigé)" or "(souhaité)" off the end.
pub(super) fn split_need(item: &str, otherwise: Need) -> (&str, Need) {
    let Some((head, tail)) = item.rsplit_once('(') else { return (item.trim(), otherwise) };
    match fold(tail).trim_end_matches(')').trim_end_matches('e') {
        "exig" => (head.trim(), Need::Essential),
        "souhait" => (head.trim(), Need::Optional),
        _ => (item.trim(), otherwise),
    }
}

/// The contract that a partner's word names.
pub(super) fn contract(folded: &str) -> Option<Contract> {
    let code = folded.replace([' ', '_', '/'], "-");
    Contract::from_code(&code).or_else(|| {
        Some(match folded {
            "interimaire" | "mission" | "mission d'interim" => Contract::Interim,
            "cdii" => Contract::CdiInterim,
            "alternance" | "contrat d'apprentissage" => Contract::Apprenticeship,
            "contrat de professionnalisation" | "pro" => Contract::Professionalisation,
            "cddi" => Contract::CddInsertion,
            "cddt" => Contract::CddTremplin,
            "cui" | "pec" | "cae" | "cie" | "parcours emploi competences" => Contract::Cui,
            "fonction publique" | "titulaire" | "contractuel" | "vacataire" => Contract::Public,
            "liberal" | "independant" | "franchise" | "commission" | "agent commercial" => Contract::NotSalaried,
            "cdd saisonnier" => Contract::Seasonal,
            _ => return None,
        })
    })
}

/// Full or part time.
pub(super) fn work_time(folded: &str) -> Option<WorkTime> {
    match folded.trim_start_matches("temps ") {
        "plein" | "complet" | "temps-plein" => Some(WorkTime::Full),
        "partiel" | "temps-partiel" => Some(WorkTime::Part),
        _ => None,
    }
}

/// Work from home; "non" says nothing that the model keeps.
pub(super) fn remote(folded: &str) -> Option<Option<Remote>> {
    match folded {
        "non" => Some(None),
        "partiel" | "oui" | "possible" => Some(Some(Remote::Partial)),
        "complet" | "total" => Some(Some(Remote::Full)),
        _ => None,
    }
}

/// The period of an amount.
pub(super) fn period(folded: &str) -> Option<PayPeriod> {
    PayPeriod::from_code(folded).or(match folded {
        "h" | "horaire" => Some(PayPeriod::Hour),
        "mensuel" => Some(PayPeriod::Month),
        "annee" | "annuel" => Some(PayPeriod::Year),
        "journalier" | "jour" => Some(PayPeriod::Day),
        _ => None,
    })
}

/// The level of a diploma: "CAP", "bac+2", "sans", or France Travail's labels.
pub(super) fn diploma(folded: &str) -> Option<Diploma> {
    let code = folded.replace('+', "-").replace(' ', "");
    Diploma::from_code(&code).or_else(|| diploma_level(folded)).or(match code.as_str() {
        "bts" | "dut" | "deust" => Some(Diploma::Bac2),
        "licence" | "but" | "bac-4" | "master1" => Some(Diploma::Bac3),
        "master" | "doctorat" | "ingenieur" => Some(Diploma::Bac5),
        "aucun" => Some(Diploma::None),
        _ => None,
    })
}

fn cents(cell: &str) -> Option<i64> {
    let plain: String =
        cell.chars().filter(|c| !c.is_whitespace() && !matches!(c, '€' | '\u{a0}' | '\u{202f}')).collect();
    let plain = plain.replace(',', ".");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 7 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 100 + part).filter(|cents| *cents > 0)
}

fn week(folded: &str) -> Option<u16> {
    let text = folded.trim_end_matches("/semaine").trim_end_matches("heures").trim();
    let minutes = match text.split_once('h') {
        Some((hours, "")) => decimal_minutes(hours)?,
        Some((hours, minutes)) => {
            let minutes: u16 = minutes.trim().parse().ok().filter(|m| *m < 60)?;
            hours.trim().parse::<u16>().ok()?.checked_mul(60)?.checked_add(minutes)?
        }
        None => decimal_minutes(text)?,
    };
    (30..=60 * 60).contains(&minutes).then_some(minutes)
}

fn decimal_minutes(text: &str) -> Option<u16> {
    let hours: f64 = text.trim().replace(',', ".").parse().ok()?;
    // In range by the check, so the cast cannot overflow.
    (0.0..=60.0).contains(&hours).then(|| (hours * 60.0).round() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_numbers_in_many_ways() {
        assert_eq!(cents("1 801,80 €"), Some(180_180));
        assert_eq!(cents("12.3"), Some(1_230));
        assert_eq!(cents("0"), None);
        assert_eq!(cents("1.801,80"), None);
        assert_eq!(week("35"), Some(2100));
        assert_eq!(week("17h30"), Some(1050));
        assert_eq!(week("17,5"), Some(1050));
        assert_eq!(week("150"), None);
    }

    #[test]
    fn words_of_partners_are_understood() {
        assert_eq!(contract("cdi"), Some(Contract::Cdi));
        assert_eq!(contract("cdd d'insertion"), None);
        assert_eq!(contract("cdd insertion"), Some(Contract::CddInsertion));
        assert_eq!(contract("interim"), Some(Contract::Interim));
        assert_eq!(diploma("bac+2"), Some(Diploma::Bac2));
        assert_eq!(diploma("cap"), Some(Diploma::Cap));
        assert_eq!(diploma("sans"), Some(Diploma::None));
        assert_eq!(split_need("Nettoyer (souhaitée)", Need::Essential), ("Nettoyer", Need::Optional));
        assert_eq!(split_need("Excel (niveau 2)", Need::Optional), ("Excel (niveau 2)", Need::Optional));
        assert_eq!(period("mois"), Some(PayPeriod::Month));
    }
}
