//! The page `/formations`: search form, filters, trainings. The address holds the whole search.

use super::Scene;
use super::filters::filters;
use super::found::found;
use crate::context::AppContext;
use crate::i18n::Lang;
use crate::ui::field::{select_field, text_field};
use crate::ui::icon::{Glyph, icon};
use crate::url::{self, Feed};
use domain::query::{DEFAULT_RADIUS_KM, QueryProblem, RADII_KM};
use domain::training::query::{TrainingQuery, TrainingSort};
use maud::{Markup, html};
use search::{Catalogue, SearchError};
use std::collections::BTreeSet;

/// The form's id: filters stand outside of it and name it.
pub(super) const FORM: &str = "search";
/// Id of the heading that says how many.
pub(super) const COUNT: &str = "count";
/// The hidden field that holds the words for which a commune was chosen: once they differ, it is another one.
const CHOSEN_FOR: &str = "place";
/// Suggestions of a field.
const SUGGESTED: usize = 40;

/// A search, and what of its address was not understood.
pub(super) struct Asked {
    pub(super) query: TrainingQuery,
    pub(super) problems: Vec<QueryProblem>,
}

/// Reads the parameters of an address, as the form or a link wrote them.
#[must_use]
pub fn query_of(search: &str) -> (TrainingQuery, Vec<QueryProblem>) {
    let pairs = url::read_pairs(search);
    let (mut query, problems) =
        TrainingQuery::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let chosen_for = pairs.iter().find(|(name, _)| name == CHOSEN_FOR).map(|(_, value)| value.trim());
    if chosen_for.is_some_and(|words| words != query.place_text) {
        query.commune = None;
    }
    (query, problems)
}

/// The whole page; `None` while the catalogue or the search is not there.
///
/// # Errors
/// When the index cannot be read.
pub fn list(app: &AppContext, lang: Lang, search: &str) -> Result<Option<String>, SearchError> {
    let (Some(catalogue), Some(index)) = (app.catalogue.get(), app.search.get()) else { return Ok(None) };
    let scene = Scene::of(app, lang);
    let (query, problems) = query_of(search);
    let answer = catalogue.search(&index.lexicon(), &query, scene.today)?;
    let mut asked = Asked { query, problems };
    if let (true, Some(place)) = (asked.query.commune.is_some(), &answer.understood.place)
        && asked.query.place_text.is_empty()
    {
        // An address may hold the code alone; the field says the name.
        asked.query.place_text.clone_from(&place.name);
    }
    let query = &asked.query;
    let title = match query.text.as_str() {
        "" => scene.p.trainings_title().to_owned(),
        text => scene.p.trainings_title_text(text),
    };
    let body = html! {
        h1 { (scene.p.trainings_title()) }
        (form(&scene, query, &catalogue))
        div.answer {
            div.columns { (filters(&scene, query, &answer)) (found(&scene, &asked, &answer)) }
        }
    };
    Ok(Some(scene.document(&title, &|lang| url::trainings(lang, query), &feeds(query), &body)))
}

/// The same search as a feed, for readers of feeds.
fn feeds(query: &TrainingQuery) -> Markup {
    html! {
        link rel="alternate" type="application/atom+xml" href=(url::trainings_feed(Feed::Atom, query));
        link rel="alternate" type="application/feed+json" href=(url::trainings_feed(Feed::Json, query));
        link rel="alternate" type="text/calendar" href=(url::trainings_feed(Feed::Calendar, query));
    }
}

fn form(scene: &Scene<'_>, query: &TrainingQuery, catalogue: &Catalogue) -> Markup {
    let (t, p) = (scene.t, scene.p);
    let radius = if RADII_KM.contains(&query.radius_km) { query.radius_km } else { DEFAULT_RADIUS_KM };
    let radii: Vec<_> = RADII_KM
        .iter()
        .map(|km| match km {
            0 => ("0".to_owned(), t.search_radius_here().to_owned()),
            km => (km.to_string(), t.search_radius_km(&km.to_string())),
        })
        .collect();
    let commune = query.commune.as_ref().map(ToString::to_string);
    let chosen_for = commune.as_ref().map(|_| query.place_text.clone());
    let sort = (query.sort != TrainingSort::Relevance).then(|| query.sort.to_string());
    html! {
        form.search id=(FORM) role="search" aria-label=(p.trainings_label()) action=(url::trainings_path(scene.lang())) {
            (text_field("q", p.trainings_what(), p.trainings_what_hint(), &query.text, None))
            (text_field("where", t.search_where(), t.search_where_hint(), &query.place_text, None))
            (select_field("radius_km", t.search_radius(), &radii, &radius.to_string(), None))
            button.button type="submit" { (icon(Glyph::Search)) (t.search_submit()) }
            @for (name, value) in [("commune", commune), (CHOSEN_FOR, chosen_for), ("sort", sort)] {
                @if let Some(value) = value { input type="hidden" name=(name) value=(value); }
            }
        }
        (suggestions(catalogue))
    }
}

/// Trades that are taught and towns where, for the two fields.
fn suggestions(catalogue: &Catalogue) -> Markup {
    let all = catalogue.listed().iter();
    let trades: BTreeSet<&str> =
        all.clone().flat_map(|one| one.trades.iter().map(|(_, label)| label.as_str())).collect();
    let towns: BTreeSet<&str> =
        all.flat_map(|one| one.places.iter().flatten()).map(|place| place.name.as_str()).collect();
    html! {
        datalist id="s-q" { @for trade in trades.iter().take(SUGGESTED) { option value=(trade) {} } }
        datalist id="s-where" { @for town in towns.iter().take(SUGGESTED) { option value=(town) {} } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_commune_holds_only_for_the_words_it_was_chosen_for() {
        let read = |search: &str| query_of(search).0.commune.map(|code| code.to_string());
        assert_eq!(read("where=Saint-Denis&commune=93066&place=Saint-Denis").as_deref(), Some("93066"));
        assert_eq!(read("where=Roubaix&commune=93066&place=Saint-Denis"), None);
        assert_eq!(read("commune=59512").as_deref(), Some("59512"));
    }

    #[test]
    fn what_a_plain_form_sends_is_the_same_search_as_the_canonical_address() {
        let (query, problems) = query_of("q=cariste&where=&radius_km=20&before=&kind=caces&kind=formation");
        assert_eq!(
            (url::trainings_search(&query).as_str(), problems.len()),
            ("q=cariste&kind=formation&kind=caces", 0)
        );
    }
}
