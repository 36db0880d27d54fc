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
            let drawing: String = data.data.lines().map(str::trim).collect();
            format!("<symbol id=\"{}\" viewBox=\"0 0 24 24\">{drawing}</symbol>", &glyph.id()[1..])
        })
        .collect()
}
