//! What the tests check for accessibility: the statement is made from this list, and a test of the
//! server fails when one that is named here does not exist.

/// Something that is checked at every change.
#[derive(Clone, Copy, Debug)]
pub struct Criterion {
    /// Its words: `criterion.<key>` in the language files, `-` for `_`.
    pub key: &'static str,
    /// File of the test, from the root of the repository.
    pub file: &'static str,
    /// Name of the test as the file writes it.
    pub test: &'static str,
}

const SEARCH: &str = "end2end/tests/jobseeker_can_search_offers.spec.mjs";
const TEXT: &str = "end2end/tests/anyone_can_read_about_the_site.spec.mjs";

/// The list, in the order in which it is shown.
pub const CRITERIA: &[Criterion] = &[
    Criterion { key: "axe", file: SEARCH, test: "is accessible and fits, ${scheme}" },
    Criterion { key: "axe-offer", file: SEARCH, test: "an offer page is accessible and fits" },
    Criterion { key: "axe-text", file: TEXT, test: "is a page that everybody can read, ${scheme}" },
    Criterion { key: "narrow", file: TEXT, test: "is a page that everybody can read, ${scheme}" },
    Criterion { key: "keyboard", file: SEARCH, test: "a jobseeker can search by keyboard only" },
    Criterion {
        key: "no-script",
        file: "end2end/tests/anyone_can_use_it_without_javascript.spec.mjs",
        test: "anyone can search, page, read and see how to apply",
    },
    Criterion {
        key: "lang",
        file: "server/tests/it/text_pages.rs",
        test: "every_page_tells_its_language_and_has_one_heading",
    },
    Criterion { key: "contrast", file: "server/tests/it/reading.rs", test: "text_is_seven_to_one_on_every_ground" },
    Criterion { key: "words", file: "app/src/i18n/mod.rs", test: "french_is_short" },
    Criterion {
        key: "typing",
        file: "end2end/tests/the_client_arrives_late.spec.mjs",
        test: "what is typed before the client arrives is kept",
    },
    Criterion { key: "light", file: "end2end/tests/pages_stay_light.spec.mjs", test: "keeps its budget" },
];
