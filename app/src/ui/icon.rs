//! Icons: one sprite a page (written by the server, after the app), used by name. From the open set
//! Lucide, through `icondata`; the client holds no drawing.

use maud::{Markup, html};

/// An icon of the sprite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "ssr"), expect(dead_code, reason = "some stand only in what the server draws"))]
pub enum Glyph {
    /// Search.
    Search,
    /// Place.
    Pin,
    /// Employer.
    Building,
    /// Work.
    Briefcase,
    /// People.
    Users,
    /// Filters.
    Sliders,
    /// Telephone.
    Phone,
    /// Something to know.
    Info,
    /// Out of this site.
    External,
    /// Where I am.
    Locate,
    /// Take away.
    Remove,
    /// A map.
    Map,
    /// A list.
    List,
    /// Give to somebody.
    Share,
    /// On paper.
    Printer,
    /// Aloud.
    Speaker,
    /// Tell that something is wrong.
    Flag,
    /// Keep.
    Heart,
}

impl Glyph {
    /// The id in the sprite.
    const fn id(self) -> &'static str {
        match self {
            Self::Search => "#i-search",
            Self::Pin => "#i-pin",
            Self::Building => "#i-building",
            Self::Briefcase => "#i-case",
            Self::Users => "#i-users",
            Self::Sliders => "#i-sliders",
            Self::Phone => "#i-phone",
            Self::Info => "#i-info",
            Self::External => "#i-out",
            Self::Locate => "#i-here",
            Self::Remove => "#i-x",
            Self::Map => "#i-map",
            Self::List => "#i-list",
            Self::Share => "#i-share",
            Self::Printer => "#i-printer",
            Self::Speaker => "#i-speaker",
            Self::Flag => "#i-flag",
            Self::Heart => "#i-heart",
        }
    }
}

/// An icon beside words; never alone, so it is hidden from screen readers.
pub fn icon(glyph: Glyph) -> Markup {
    html! {
        svg.icon aria-hidden="true" { use href=(glyph.id()) {} }
    }
}

/// A large drawing beside words (server only), hidden from screen readers.
#[cfg(feature = "ssr")]
pub fn picture(drawing: &str) -> Markup {
    html! {
        svg.picture viewBox="0 0 24 24" aria-hidden="true" { (maud::PreEscaped(drawing)) }
    }
}

/// The sprite: every glyph once.
#[cfg(feature = "ssr")]
pub fn sprite() -> String {
    sprite_of(|_| true)
}

/// A sprite of some glyphs.
#[cfg(feature = "ssr")]
pub fn sprite_of(wanted: impl Fn(Glyph) -> bool) -> String {
    use icondata_lu as lu;
    let glyphs = [
        (Glyph::Search, lu::LuSearch),
        (Glyph::Pin, lu::LuMapPin),
        (Glyph::Building, lu::LuBuilding2),
        (Glyph::Briefcase, lu::LuBriefcase),
        (Glyph::Users, lu::LuUsers),
        (Glyph::Sliders, lu::LuSlidersHorizontal),
        (Glyph::Phone, lu::LuPhone),
        (Glyph::Info, lu::LuInfo),
        (Glyph::External, lu::LuExternalLink),
        (Glyph::Locate, lu::LuLocateFixed),
        (Glyph::Remove, lu::LuX),
        (Glyph::Map, lu::LuMap),
        (Glyph::List, lu::LuList),
        (Glyph::Share, lu::LuShare2),
        (Glyph::Printer, lu::LuPrinter),
        (Glyph::Speaker, lu::LuVolume2),
        (Glyph::Flag, lu::LuFlag),
        (Glyph::Heart, lu::LuHeart),
    ];
    glyphs
        .iter()
        .filter(|(glyph, _)| wanted(*glyph))
        .map(|(glyph, data)| {
            let drawing = in_few_elements(data.data);
            format!("<symbol id=\"{}\" viewBox=\"0 0 24 24\">{drawing}</symbol>", &glyph.id()[1..])
        })
        .collect()
}

/// A drawing (a shape on each line) whose lines and paths are one path: every page holds the sprite, and each element
/// costs an old phone.
#[cfg(feature = "ssr")]
fn in_few_elements(drawing: &str) -> String {
    let (mut path, mut others) = (String::new(), String::new());
    for shape in drawing.lines().map(str::trim) {
        match as_path(shape) {
            Some(part) => path.push_str(&part),
            None => others.push_str(shape),
        }
    }
    if path.is_empty() { others } else { format!("<path d=\"{path}\" />{others}") }
}

/// A shape as a part of a path. A path that begins with a small "m" is none: behind another it would begin elsewhere.
#[cfg(feature = "ssr")]
fn as_path(shape: &str) -> Option<String> {
    if let Some(path) = shape.strip_prefix("<path d=\"") {
        return path.strip_suffix("\" />").filter(|path| path.starts_with('M')).map(str::to_owned);
    }
    let line = shape.strip_prefix("<line ")?;
    let end = |name: &str| line.split(' ').find_map(|one| one.strip_prefix(name)?.strip_suffix('"'));
    Some(format!("M{} {}L{} {}", end("x1=\"")?, end("y1=\"")?, end("x2=\"")?, end("y2=\"")?))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn lines_and_paths_are_one_path() {
        let drawing = "<path d=\"M1 2h3\" />\n  <circle cx=\"9\" cy=\"9\" r=\"2\" />\n<line x1=\"4\" x2=\"5\" y1=\"6\" y2=\"7\" />\n<path d=\"m8 9 1 1\" />";
        let few = "<path d=\"M1 2h3M4 6L5 7\" /><circle cx=\"9\" cy=\"9\" r=\"2\" /><path d=\"m8 9 1 1\" />";
        assert_eq!(in_few_elements(drawing), few);
        assert_eq!(sprite().matches("<symbol").count(), 18);
        assert!(!sprite().contains("<line"));
    }
}
