//! The stylesheets, without comments and needless spaces: the site's (tokens, base, components, features, in this
//! order), which every page holds, and what only the pages of the crate `guide` add to it.

use crate::{files, read};
use std::path::{Path, PathBuf};

/// What every page holds.
pub(crate) fn site(folder: &Path) -> Result<String, String> {
    let mut sources = vec![folder.join("tokens.css"), folder.join("base.css")];
    sources.extend(files(&folder.join("ui"), "css"));
    sources.extend(files(&folder.join("features"), "css"));
    bundle(sources)
}

/// What the self-assessment and the paths add.
pub(crate) fn guide(folder: &Path) -> Result<String, String> {
    bundle(files(&folder.join("guide"), "css"))
}

/// The sheets of one folder.
pub(crate) fn of(folder: &Path, name: &str) -> Result<String, String> {
    bundle(files(&folder.join(name), "css"))
}

/// All that a partner's frame has; its colours come from the partner.
pub(crate) fn frame(folder: &Path) -> Result<String, String> {
    bundle(files(&folder.join("embed"), "css"))
}

fn bundle(sources: Vec<PathBuf>) -> Result<String, String> {
    let mut css = String::new();
    for source in sources {
        css.push_str(&read(&source)?);
        css.push('\n');
    }
    if css.contains("</") {
        return Err("a stylesheet may not hold `</`: it stands inside the page".to_owned());
    }
    Ok(shrink(&css))
}

/// Takes comments and needless white space away; quoted text stays as it is.
fn shrink(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut chars = css.chars().peekable();
    let mut quote = None;
    while let Some(c) = chars.next() {
        if let Some(q) = quote {
            out.push(c);
            if c == q {
                quote = None;
            }
            continue;
        }
        match c {
            '/' if chars.peek() == Some(&'*') => {
                let mut last = ' ';
                chars.next();
                for c in chars.by_ref() {
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
            }
            '"' | '\'' => {
                quote = Some(c);
                out.push(c);
            }
            c if c.is_whitespace() => {
                if !out.ends_with([' ', '{', '}', ';', ',', ':', '>']) {
                    out.push(' ');
                }
            }
            '{' | '}' | ';' | ',' | '>' => {
                while out.ends_with(' ') {
                    out.pop();
                }
                if c == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}
