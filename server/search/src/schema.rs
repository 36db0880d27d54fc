//! What an offer is in the index: fields and their version.

/// Version of what is written into the index; raise it when the same offer would be written otherwise.
pub const SCHEMA_VERSION: u32 = 1;

/// Name of the folder for indexes of this schema.
#[must_use]
pub fn schema_folder() -> String {
    format!("v{SCHEMA_VERSION}")
}
