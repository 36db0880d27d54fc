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

const MATRIX: &str = "end2end/tests/every_page_in_every_state.spec.mjs";
const KEYBOARD: &str = "end2end/tests/anyone_can_use_it_by_keyboard_only.spec.mjs";

/// The list, in the order in which it is shown.
pub const CRITERIA: &[Criterion] = &[
    Criterion { key: "axe", file: MATRIX, test: "is accessible, valid and fits" },
    Criterion {
        key: "axe-offer",
        file: "end2end/tests/jobseeker_can_share_print_hear_and_report.spec.mjs",
        test: "an offer with everything open is accessible and fits",
    },
    Criterion {
        key: "axe-text",
        file: "end2end/tests/anyone_can_read_about_the_site.spec.mjs",
        test: "is a page that everybody can read, ${scheme}",
    },
    Criterion { key: "narrow", file: MATRIX, test: "is accessible, valid and fits" },
    Criterion { key: "keyboard", file: KEYBOARD, test: "search, filter, sort, turn the page, read" },
    Criterion {
        key: "no-script",
        file: "end2end/tests/everyone_gets_there.spec.mjs",
        test: "${journey.name}, ${name}",
    },
    Criterion {
        key: "lang",
        file: "server/tests/it/text_pages.rs",
        test: "every_page_tells_its_language_and_has_one_heading",
    },
    Criterion { key: "contrast", file: "server/tests/it/reading.rs", test: "text_is_seven_to_one_on_every_ground" },
    Criterion { key: "words", file: "app/i18n/src/lib.rs", test: "french_is_short" },
    Criterion {
        key: "typing",
        file: "end2end/tests/the_client_arrives_late.spec.mjs",
        test: "what is typed before the client arrives is kept",
    },
    Criterion { key: "light", file: "end2end/tests/pages_stay_light.spec.mjs", test: "keeps its budget" },
];
