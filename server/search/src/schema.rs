//! What an offer is in the index: fields and their version.

use crate::analyse::tokenizer::{STEMS, WORDS};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

/// Version of what is written into the index; raise it when the same offer would be written otherwise
/// (another analysis, another packing) although the fields stay the same.
pub const SCHEMA_VERSION: u32 = 2;

/// The bit of `since` that says that the title is that of who leads or teaches others.
pub(crate) const LEADS_AT: u32 = 16;

/// Name of the folder for indexes of this schema: it changes with the fields and with [`SCHEMA_VERSION`].
#[must_use]
pub fn schema_folder() -> String {
    // FNV-1a: stable, and nothing hostile comes here.
    let json = serde_json::to_string(&Fields::new().schema).unwrap_or_default();
    let hash = json.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    format!("v{SCHEMA_VERSION}-{hash:016x}")
}

/// The fields of the index.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub(crate) schema: Schema,
    /// Public number: the key of an offer, and the last sort key.
    pub(crate) number: Field,
    /// Stems of the ROME appellation that the offer names.
    pub(crate) job: Field,
    /// Stems of the title without "(H/F)".
    pub(crate) title: Field,
    /// All stems of the title as one term.
    pub(crate) title_key: Field,
    /// Folded words of the title: what a mistyped word may have been.
    pub(crate) spelling: Field,
    /// Stems of skills, languages and permits.
    pub(crate) skills: Field,
    /// Folded words of the employer's shown name, neither stemmed nor corrected.
    pub(crate) employer: Field,
    /// The employer's shown name as one term.
    pub(crate) employer_key: Field,
    /// Stems of the text.
    pub(crate) text: Field,
    /// ROME code.
    pub(crate) rome: Field,
    /// Where: see [`crate::geo`].
    pub(crate) place: Field,
    /// Everything that filters, facets and dates need: see [`crate::facts`].
    pub(crate) facts: Field,
    /// Since which day its text is as it is: see [`crate::facts::day_code`].
    pub(crate) since: Field,
    /// Pay of a full-time month, in gross euros: see [`crate::gate::month_pay`].
    pub(crate) month_pay: Field,
    /// Every point of the offer.
    pub(crate) points: Field,
    /// The card that lists show, as JSON.
    pub(crate) card: Field,
}

impl Fields {
    pub(crate) fn new() -> Self {
        let mut schema = Schema::builder();
        let analysed = |tokenizer: &str| {
            let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_fieldnorms(false);
            TextOptions::default().set_indexing_options(indexing.set_index_option(IndexRecordOption::Basic))
        };
        let points = NumericOptions::default().set_fast();
        let number = schema.add_u64_field("number", INDEXED | FAST);
        let job = schema.add_text_field("job", analysed(STEMS));
        let title = schema.add_text_field("title", analysed(STEMS));
        let title_key = schema.add_text_field("title_key", STRING);
        let spelling = schema.add_text_field("spelling", analysed(WORDS));
        let skills = schema.add_text_field("skills", analysed(STEMS));
        let employer = schema.add_text_field("employer", analysed(WORDS));
        let employer_key = schema.add_text_field("employer_key", STRING);
        let text = schema.add_text_field("text", analysed(STEMS));
        let rome = schema.add_text_field("rome", STRING);
        let place = schema.add_text_field("place", STRING);
        let facts = schema.add_u64_field("facts", FAST);
        let since = schema.add_u64_field("since", FAST);
        let month_pay = schema.add_u64_field("month_pay", FAST);
        let points = schema.add_u64_field("points", points);
        let card = schema.add_bytes_field("card", STORED);
        Self {
            schema: schema.build(),
            number,
            job,
            title,
            title_key,
            spelling,
            skills,
            employer,
            employer_key,
            text,
            rome,
            place,
            facts,
            since,
            month_pay,
            points,
            card,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_names_the_schema() {
        let folder = schema_folder();
        assert_eq!(folder, schema_folder());
        assert!(folder.starts_with(&format!("v{SCHEMA_VERSION}-")), "{folder}");
        assert!(folder.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    }
}
