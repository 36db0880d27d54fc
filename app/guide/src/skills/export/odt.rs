//! An ordinary CV as OpenDocument text (ISO/IEC 26300): name and contact are left to be filled in.

use super::Resume;
use super::zip::stored;
use i18n::GuideTexts;
use maud::{Escaper, Markup, PreEscaped};
use std::fmt::Write as _;

const MIME: &str = "application/vnd.oasis.opendocument.text";
const MANIFEST: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">",
    "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>",
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
);
const HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" ",
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" ",
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" ",
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" office:version=\"1.2\">",
    "<office:automatic-styles>",
    "<style:style style:name=\"T\" style:family=\"paragraph\"><style:text-properties fo:font-size=\"22pt\" fo:font-weight=\"bold\"/></style:style>",
    "<style:style style:name=\"H\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-top=\"0.5cm\"/>",
    "<style:text-properties fo:font-size=\"14pt\" fo:font-weight=\"bold\"/></style:style>",
    "</office:automatic-styles><office:body><office:text>"
);

/// The file.
pub(super) fn write(t: GuideTexts, resume: &Resume) -> Vec<u8> {
    let mut text = String::from(HEAD);
    heading(&mut text, "T", 1, t.sheet_name());
    paragraph(&mut text, t.sheet_contact());
    section(&mut text, t.sheet_strengths(), resume.strengths.iter().map(|one| one.with_evidence(t)));
    section(
        &mut text,
        t.sheet_jobs(),
        resume.jobs.iter().map(|(title, long, when)| format!("{title} : {long} ({when})")),
    );
    section(&mut text, t.sheet_unpaid(), resume.unpaid.iter().cloned());
    section(&mut text, t.sheet_papers(), resume.papers.iter().cloned());
    text.push_str("</office:text></office:body></office:document-content>");
    stored(&[
        ("mimetype", MIME.as_bytes()),
        ("content.xml", text.as_bytes()),
        ("META-INF/manifest.xml", MANIFEST.as_bytes()),
    ])
}

fn escaped(text: &str) -> Markup {
    let mut out = String::new();
    // Writing into a text cannot fail.
    let _ = Escaper::new(&mut out).write_str(text);
    PreEscaped(out)
}

fn heading(out: &mut String, style: &str, level: u8, text: &str) {
    let text = escaped(text).into_string();
    let _ = write!(out, "<text:h text:style-name=\"{style}\" text:outline-level=\"{level}\">{text}</text:h>");
}

fn paragraph(out: &mut String, text: &str) {
    let text = escaped(text).into_string();
    let _ = write!(out, "<text:p>{text}</text:p>");
}

fn section(out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return;
    }
    heading(out, "H", 2, title);
    out.push_str("<text:list>");
    for line in lines {
        out.push_str("<text:list-item>");
        paragraph(out, &line);
        out.push_str("</text:list-item>");
    }
    out.push_str("</text:list>");
}
