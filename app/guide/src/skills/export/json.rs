//! JSON Resume 1.0 (<https://jsonresume.org/schema>), strengths only. What was said stands in `meta`, so
//! that another phone goes on from there.

use super::Resume;
use crate::skills::state::State;
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    basics: Basics,
    skills: Vec<Named<'a>>,
    work: Vec<Work<'a>>,
    certificates: Vec<Named<'a>>,
    meta: Meta,
}

#[derive(Serialize)]
struct Basics {
    name: &'static str,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Work<'a> {
    position: &'a str,
    summary: String,
}

#[derive(Serialize)]
struct Meta {
    version: &'static str,
    /// The form, as another phone takes it back.
    passerelle: String,
}

/// The file.
pub(super) fn write(resume: &Resume, state: &State) -> String {
    let document = Document {
        schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        basics: Basics { name: "" },
        skills: resume
            .strengths
            .iter()
            .map(|one| &one.label)
            .chain(&resume.unpaid)
            .map(|name| Named { name })
            .collect(),
        work: resume
            .jobs
            .iter()
            .map(|(position, long, when)| Work { position, summary: format!("{long}, {when}") })
            .collect(),
        certificates: resume.papers.iter().map(|name| Named { name }).collect(),
        meta: Meta { version: "v1.0.0", passerelle: state.write().encode() },
    };
    // Texts and lists only: it cannot fail.
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

/// What was said, from such a file; `None` when it is none of ours.
#[must_use]
pub fn read(file: &str) -> Option<String> {
    let document: serde_json::Value = serde_json::from_str(file).ok()?;
    document.get("meta")?.get("passerelle")?.as_str().map(str::to_owned)
}
