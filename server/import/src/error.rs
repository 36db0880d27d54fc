//! Why a whole file could not be read: what, where, how to mend it. In French: the hub's staff reads it.

use crate::input::NotInEncoding;
use std::error::Error;
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
    /// Bytes are not of the encoding that the file is read in.
    #[error(
        "{what}, ligne {line} : le fichier n'est pas entièrement en {encoding}, comme il l'annonce. Enregistrez-le en UTF-8"
    )]
    NotInEncoding {
        /// Which file.
        what: String,
        /// Where.
        line: u64,
        /// The encoding.
        encoding: &'static str,
    },
    /// The file declares an encoding that is not known.
    #[error("{what} : l'encodage annoncé, « {name} », n'est pas connu. Enregistrez le fichier en UTF-8")]
    UnknownEncoding {
        /// Which file.
        what: String,
        /// The encoding's name.
        name: String,
    },
    /// A tag is none.
    #[error(
        "{what}, ligne {line} : une balise est mal écrite. Le fichier est coupé ou abîmé : téléchargez-le de nouveau"
    )]
    BadTag {
        /// Which file.
        what: String,
        /// Where.
        line: u64,
    },
    /// An entity has no text.
    #[error(
        "{what}, ligne {line} : l'entité « &{name}; » n'est définie nulle part dans le fichier. Écrivez le signe lui-même"
    )]
    UnknownEntity {
        /// Which file.
        what: String,
        /// Where.
        line: u64,
        /// The entity's name.
        name: String,
    },
    /// An entity stands for elements, for itself, or for too much.
    #[error("{what}, ligne {line} : l'entité « &{name}; » ne remplace pas un simple texte. Écrivez le texte lui-même")]
    UnsafeEntity {
        /// Which file.
        what: String,
        /// Where.
        line: u64,
        /// The entity's name.
        name: String,
    },
    /// Elements stand inside each other without an end.
    #[error(
        "{what}, ligne {line} : plus de {max} éléments les uns dans les autres. Une balise n'est sans doute pas fermée"
    )]
    TooDeep {
        /// Which file.
        what: String,
        /// Where.
        line: u64,
        /// The limit.
        max: usize,
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
    /// Reading failed: because of the encoding, or of what the bytes come from.
    pub(crate) fn reading(what: &str, line: u64, source: io::Error) -> Self {
        let what = what.to_owned();
        // The reader of XML wraps the errors of what it reads.
        let mut cause: Option<&(dyn Error + 'static)> = source.get_ref().map(|inner| inner as _);
        while let Some(error) = cause {
            if let Some(NotInEncoding { encoding }) = error.downcast_ref() {
                return Self::NotInEncoding { what, line, encoding };
            }
            cause = error.source();
        }
        Self::Read { what, line, source }
    }

    /// The line that it speaks of, 0 where it speaks of the whole file.
    #[must_use]
    pub const fn line(&self) -> u64 {
        match self {
            Self::Read { line, .. }
            | Self::NotInEncoding { line, .. }
            | Self::BadTag { line, .. }
            | Self::UnknownEntity { line, .. }
            | Self::UnsafeEntity { line, .. }
            | Self::TooDeep { line, .. }
            | Self::TooLong { line, .. }
            | Self::Cut { line, .. } => *line,
            _ => 0,
        }
    }
}
