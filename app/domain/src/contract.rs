//! Kinds of contract, and how France Travail's type/nature pairs map to one plain kind each.

use crate::coded_enum;

coded_enum! {
    /// What a person signs. One plain label each in the language files.
    pub enum Contract {
        /// Contrat à durée indéterminée.
        Cdi = "cdi",
        /// Contrat à durée déterminée.
        Cdd = "cdd",
        /// CDD saisonnier.
        Seasonal = "saisonnier",
        /// Mission d'intérim (contrat de travail temporaire).
        Interim = "interim",
        /// CDI intérimaire: a permanent contract with the temp agency.
        CdiInterim = "cdi-interimaire",
        /// Contrat d'apprentissage.
        Apprenticeship = "apprentissage",
        /// Contrat de professionnalisation.
        Professionalisation = "professionnalisation",
        /// CDD d'insertion (ACI, EI, AI).
        CddInsertion = "cdd-insertion",
        /// CDD tremplin (entreprise adaptée).
        CddTremplin = "cdd-tremplin",
        /// Contrat de mission d'insertion (ETTI).
        InterimInsertion = "interim-insertion",
        /// CUI: Parcours emploi compétences (CAE), CIE.
        Cui = "cui-pec",
        /// A post of a public employer: titulaire, contractuel, PACTE.
        Public = "public",
        /// Not salaried: libéral, franchise, commission, reprise d'entreprise.
        NotSalaried = "non-salarie",
    }
}

impl Contract {
    /// Whether this is salaried work. Non-salaried work is left out of searches by default.
    #[must_use]
    pub const fn is_salaried(self) -> bool {
        !matches!(self, Self::NotSalaried)
    }

    /// Apprentices and people in professionalisation are paid by age: the legal minimum does not apply.
    #[must_use]
    pub const fn is_alternance(self) -> bool {
        matches!(self, Self::Apprenticeship | Self::Professionalisation)
    }

    /// Contracts reserved to insertion par l'activité économique.
    #[must_use]
    pub const fn is_insertion(self) -> bool {
        matches!(self, Self::CddInsertion | Self::CddTremplin | Self::InterimInsertion)
    }

    /// France Travail's `typeContrat` code and `natureContrat` (code or label) to one plain kind.
    ///
    /// The nature decides where it is more precise (apprenticeship, insertion, PACTE…), else the
    /// type. `None` only where both are unknown or absent.
    /// Source: France Travail, API Offres d'emploi v2, référentiels `typesContrats` and `naturesContrats`.
    #[must_use]
    pub fn from_france_travail(kind: Option<&str>, nature: Option<&str>) -> Option<Self> {
        let kind = kind.map(str::trim).unwrap_or_default();
        let nature = crate::text::fold(nature.unwrap_or_default());
        let by_nature = match nature.trim() {
            "e2" | "contrat apprentissage" => Some(Self::Apprenticeship),
            "fs" | "cont. professionnalisation" | "contrat de professionnalisation" => Some(Self::Professionalisation),
            "ni" | "emploi non salarie" => Some(Self::NotSalaried),
            "fu" | "contrat pacte" | "ft" | "fj" => Some(Self::Public),
            "fa" | "fb" | "cui - cae" | "cui - cie" | "cui" => Some(Self::Cui),
            "ed" | "fv" | "insertion par l'activ.eco." | "insertion par l'activite economique" => Some(match kind {
                "MIS" | "TTI" => Self::InterimInsertion,
                _ => Self::CddInsertion,
            }),
            _ => None,
        };
        // A type that is itself precise wins over the general nature "contrat de travail".
        by_nature.or(match kind {
            "CDI" => Some(Self::Cdi),
            "CDD" | "CDU" | "CDS" | "REP" => Some(Self::Cdd),
            "SAI" => Some(Self::Seasonal),
            "MIS" => Some(Self::Interim),
            "DIN" => Some(Self::CdiInterim),
            "DDI" => Some(Self::CddInsertion),
            "DDT" => Some(Self::CddTremplin),
            "TTI" => Some(Self::InterimInsertion),
            "LIB" | "FRA" | "CCE" => Some(Self::NotSalaried),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Contract::{self, *};

    #[test]
    fn every_pair_seen_maps_to_one_plain_kind() {
        let cases = [
            (Some("CDI"), Some("Contrat travail"), Cdi),
            (Some("CDI"), Some("CDI de chantier ou d'opération"), Cdi),
            (Some("CDI"), Some("Contrat apprentissage"), Apprenticeship),
            (Some("CDD"), None, Cdd),
            (Some("CDD"), Some("Cont. professionnalisation"), Professionalisation),
            (Some("CDD"), Some("Contrat pacte"), Public),
            (Some("CDD"), Some("CUI - CAE"), Cui),
            (Some("CDD"), Some("Contrat d'usage"), Cdd),
            (Some("SAI"), Some("Contrat travail"), Seasonal),
            (Some("MIS"), Some("Contrat travail"), Interim),
            (Some("DIN"), None, CdiInterim),
            (Some("DDI"), Some("Insertion par l'activ.éco."), CddInsertion),
            (Some("TTI"), Some("Insertion par l'activ.éco."), InterimInsertion),
            (Some("DDT"), None, CddTremplin),
            (Some("LIB"), Some("Emploi non salarié"), NotSalaried),
            (Some("FRA"), None, NotSalaried),
            (Some("CCE"), None, NotSalaried),
        ];
        for (kind, nature, expected) in cases {
            assert_eq!(Contract::from_france_travail(kind, nature), Some(expected), "{kind:?} {nature:?}");
        }
        assert_eq!(Contract::from_france_travail(Some("???"), None), None);
    }
}
