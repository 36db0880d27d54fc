//! The columns of a CSV of offers: their names, and what else people call them. The page
//! `docs/importer.md` describes the same list; a test keeps the two together.

use crate::table::Table;
use std::io::Read;

/// Name of each column, then other names that are understood, as `table::column_name` writes them.
pub(super) const COLUMNS: &[&[&str]] = &[
    &["reference", "ref", "id", "identifiant", "numero", "numero_offre"],
    &["titre", "intitule", "intitule_du_poste", "poste", "libelle"],
    &["employeur", "entreprise", "raison_sociale", "societe", "structure"],
    &["employeur_anonyme", "anonyme"],
    &["employeur_texte", "presentation", "presentation_employeur"],
    &["siret"],
    &["rna"],
    &["naf", "code_naf", "ape", "code_ape"],
    &["effectif", "taille"],
    &["agence"],
    &["lieu", "ville", "commune", "lieu_de_travail"],
    &["code_postal", "cp"],
    &["commune_insee", "code_insee", "insee"],
    &["latitude", "lat"],
    &["longitude", "lon", "lng"],
    &["teletravail"],
    &["contrat", "type_de_contrat", "type_contrat"],
    &["duree_mois", "duree_contrat_mois"],
    &["duree_jours", "duree_contrat_jours"],
    &["heures_semaine", "heures", "duree_hebdomadaire"],
    &["temps", "temps_de_travail"],
    &["horaires"],
    &["salaire_min", "salaire_minimum"],
    &["salaire_max", "salaire_maximum"],
    &["salaire_periode", "periode_salaire"],
    &["salaire_texte", "salaire", "remuneration"],
    &["debutant", "debutant_accepte"],
    &["experience_mois"],
    &["diplome", "niveau_diplome", "niveau"],
    &["diplome_domaine"],
    &["permis"],
    &["langues", "langue"],
    &["competences"],
    &["savoir_etre", "qualites"],
    &["conditions"],
    &["sans_voiture"],
    &["postes", "nombre_de_postes", "nb_postes"],
    &["insertion", "structure_insertion"],
    &["clause", "clause_insertion"],
    &["reserve", "poste_reserve"],
    &["debut", "date_debut", "date_de_debut", "prise_de_poste"],
    &["publie", "date_publication", "date_de_publication", "publie_le"],
    &["cloture", "date_limite", "date_cloture", "date_de_cloture"],
    &["texte", "description", "descriptif"],
    &["url", "lien"],
    &["licence"],
    &["postuler_url", "url_candidature"],
    &["postuler_telephone", "telephone"],
    &["postuler_email", "email", "courriel", "mail"],
    &["postuler_adresse", "adresse"],
    &["code_rome", "rome"],
    &["appellation", "metier"],
];

/// Columns without which there is no offer.
pub(super) const REQUIRED: &[&str] = &["reference", "titre"];

/// Where each column of [`COLUMNS`] is in a file.
pub(super) struct Header {
    places: Vec<Option<usize>>,
    /// Columns of the file that no name matches.
    pub(super) unknown: Vec<String>,
}

impl Header {
    /// Finds the columns of a file.
    pub(super) fn find<R: Read>(table: &Table<R>) -> Self {
        let places: Vec<Option<usize>> = COLUMNS.iter().map(|names| table.column(names)).collect();
        let unknown = table.columns().iter().enumerate();
        let unknown = unknown.filter(|(i, name)| !name.is_empty() && !places.contains(&Some(*i)));
        Self { unknown: unknown.map(|(_, name)| name.clone()).collect(), places }
    }

    /// Where a column is.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        let at = COLUMNS.iter().position(|names| names.first() == Some(&name))?;
        self.places.get(at).copied().flatten()
    }
}
