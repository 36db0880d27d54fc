//! Why a whole file could not be read: what, where, how to mend it. In French: the hub's staff reads it.

use std::io;

/// Why a file could not be read. A wrong record is no such error: it is a `Rejection`.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be opened.
    #[error("« {path} » ne s'ouvre pas. Vérifiez le chemin et les droits de lecture")]
    Open {
        /// The path.
        path: String,
        /// The system's reason.
        source: io::Error,
    },
    /// Reading failed on the way.
    #[error(
        "{what} : lecture interrompue à la ligne {line}. Le fichier est coupé ou abîmé : téléchargez-le de nouveau"
    )]
    Read {
        /// Which file.
        what: String,
        /// Where.
        line: u64,
        /// The system's reason.
        source: io::Error,
    },
    /// A record is larger than any record is.
    #[error(
        "{what}, ligne {line} : un enregistrement dépasse {max_mb} Mo. Un guillemet ou une accolade n'est sans doute pas fermé"
    )]
    TooLong {
        /// Which file.
        what: String,
        /// Where it begins.
        line: u64,
        /// The limit.
        max_mb: usize,
    },
    /// The file ends in the middle of a record or of the list.
    #[error("{what} : le fichier s'arrête au milieu, après la ligne {line}. Téléchargez-le de nouveau")]
    Cut {
        /// Which file.
        what: String,
        /// The last line read.
        line: u64,
    },
    /// Nothing is in the file.
    #[error("{what} : le fichier est vide")]
    Empty {
        /// Which file.
        what: String,
    },
    /// The file is something else.
    #[error("{what} : on attendait {expected}. Vérifiez le fichier et --format")]
    NotThis {
        /// Which file.
        what: String,
        /// What was expected.
        expected: &'static str,
    },
    /// A required column is not there.
    #[error("{what} : il manque la colonne {missing}. Colonnes trouvées : {found}. Colonnes possibles : {expected}")]
    MissingColumn {
        /// Which file.
        what: String,
        /// The column.
        missing: String,
        /// What is there.
        found: String,
        /// What is understood.
        expected: String,
    },
    /// A file of the archive is not there.
    #[error("l'archive ne contient aucun fichier « {prefix}…csv ». Contenu : {found}")]
    MissingFile {
        /// How its name begins.
        prefix: &'static str,
        /// What is there.
        found: String,
    },
    /// The archive cannot be read.
    #[error("ce n'est pas une archive zip lisible. Téléchargez-la de nouveau")]
    Zip(#[from] zip::result::ZipError),
}

impl ImportError {
    /// The line that it speaks of, 0 where it speaks of the whole file.
    #[must_use]
    pub const fn line(&self) -> u64 {
        match self {
            Self::Read { line, .. } | Self::TooLong { line, .. } | Self::Cut { line, .. } => *line,
            _ => 0,
        }
    }
}
