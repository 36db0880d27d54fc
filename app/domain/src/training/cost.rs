//! What a training costs, who pays what, what is left, and what must be paid before it begins. Whole euros, as
//! sources give them.

use crate::coded_enum;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// Who pays (LHEO's `code-financeur`, those that a person meets).
    pub enum Financer {
        /// Conseil régional.
        Region = "region",
        /// France Travail (AIF, AFC…).
        FranceTravail = "france-travail",
        /// The employer.
        Employer = "employeur",
        /// The branch's fund (opérateur de compétences).
        Opco = "opco",
        /// Her own rights: compte personnel de formation.
        Cpf = "cpf",
        /// Conseil départemental.
        Departement = "departement",
        /// The town, or its group.
        Commune = "commune",
        /// Agefiph or FIPHFP, for people with a disability.
        Agefiph = "agefiph",
        /// Transitions Pro.
        TransitionsPro = "transitions-pro",
        /// OFII: who arrived in France.
        Ofii = "ofii",
        /// The State.
        State = "etat",
        /// Another one.
        Other = "autre",
    }
}

/// A part that somebody pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Financing {
    /// Who.
    pub who: Financer,
    /// Euros, where they are said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub euros: Option<u32>,
    /// On which condition, in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
}

/// Why the figures of a cost cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CostError {
    /// What is paid and what is left are not what it costs.
    #[error("les financements ({paid} €) et le reste à charge ({remaining} €) ne font pas le coût ({total} €)")]
    Sum {
        /// What it costs.
        total: u32,
        /// What others pay.
        paid: u32,
        /// What is left.
        remaining: u32,
    },
    /// Others pay more than it costs.
    #[error("les financements ({paid} €) dépassent le coût ({total} €)")]
    TooMuch {
        /// What it costs.
        total: u32,
        /// What others pay.
        paid: u32,
    },
}

/// What it costs and who pays. Nothing is known by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// In all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// Who pays what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub financing: Vec<Financing>,
    /// What is left to the person; `None` where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining: Option<u32>,
    /// What she must pay before it begins, even where it comes back later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upfront: Option<u32>,
}

impl Cost {
    /// Puts the figures together: what is left is worked out where everything else is said.
    ///
    /// # Errors
    /// When the figures do not add up.
    pub fn new(
        total: Option<u32>,
        financing: Vec<Financing>,
        remaining: Option<u32>,
        upfront: Option<u32>,
    ) -> Result<Self, CostError> {
        let paid: u32 = financing.iter().filter_map(|one| one.euros).fold(0, u32::saturating_add);
        let all_said = financing.iter().all(|one| one.euros.is_some());
        let remaining = match (total, remaining) {
            (Some(total), _) if paid > total => return Err(CostError::TooMuch { total, paid }),
            // Without amounts the parts may be anything, but not more than all of it.
            (Some(total), Some(remaining))
                if (all_said && !financing.is_empty() && paid.checked_add(remaining) != Some(total))
                    || paid.saturating_add(remaining) > total =>
            {
                return Err(CostError::Sum { total, paid, remaining });
            }
            (Some(total), None) if all_said && !financing.is_empty() => Some(total - paid),
            (_, remaining) => remaining,
        };
        Ok(Self { total, financing, remaining, upfront })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(who: Financer, euros: Option<u32>) -> Financing {
        Financing { who, euros, condition: None }
    }

    #[test]
    fn the_figures_add_up_or_are_refused() {
        let region = || vec![by(Financer::Region, Some(2_000))];
        assert_eq!(Cost::new(Some(2_500), region(), None, None).unwrap().remaining, Some(500));
        assert!(Cost::new(Some(2_500), region(), Some(500), Some(200)).is_ok());
        let error = CostError::Sum { total: 2_500, paid: 2_000, remaining: 400 };
        assert_eq!(Cost::new(Some(2_500), region(), Some(400), None), Err(error));
        assert_eq!(Cost::new(Some(1_500), region(), None, None), Err(CostError::TooMuch { total: 1_500, paid: 2_000 }));
    }

    #[test]
    fn what_is_not_said_is_not_guessed() {
        let opco = || vec![by(Financer::Opco, None)];
        assert_eq!(Cost::new(Some(900), opco(), None, None).unwrap().remaining, None);
        assert_eq!(Cost::new(Some(900), opco(), Some(0), None).unwrap().remaining, Some(0));
        assert_eq!(Cost::new(Some(900), Vec::new(), None, None).unwrap().remaining, None);
        assert!(Cost::new(Some(900), opco(), Some(901), None).is_err());
    }
}
