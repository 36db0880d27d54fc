//! The one stylesheet: tokens, base, components, features, in this order, without comments and
//! needless spaces.

use crate::{files, read};
use std::path::Path;

/// Joins and shrinks the files of `style/`.
pub(crate) fn bundle(folder: &Path) -> Result<String, String> {
    let mut sources = vec![folder.join("tokens.css"), folder.join("base.css")];
    sources.extend(files(&folder.join("ui"), "css"));
    sources.extend(files(&folder.join("features"), "css"));
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
