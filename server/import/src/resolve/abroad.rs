//! Countries that offers name as the place of work.

/// Their names, as sources write them.
pub(super) const ABROAD: &[&str] = &[
    "Allemagne",
    "Andorre",
    "Angleterre",
    "Belgique",
    "Canada",
    "Espagne",
    "Irlande",
    "Italie",
    "Luxembourg",
    "Monaco",
    "Pays-Bas",
    "Portugal",
    "Québec",
    "Royaume-Uni",
    "Suisse",
    "Maroc",
    "Tunisie",
    "Algérie",
    "Etats-Unis",
    "Madagascar",
];
