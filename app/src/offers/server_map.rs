//! From the index to the map of a search (server only). Called by `api.rs`.

use super::map::{MapView, Mark, Plan};
use super::map_markup::whole;
use super::server::results_query;
use crate::context::AppContext;
use crate::error::AppError;
use crate::i18n::Texts;
use crate::wire::Html;
use domain::answer::CommuneCount;
use domain::place::Point;
use domain::query::OfferQuery;

/// Communes that are shown: the table stays readable, the page within its budget.
const PLACES: usize = 60;

pub(super) fn map(app: &AppContext, t: Texts, search: &str) -> Result<Html, AppError> {
    let index = app.search.get().ok_or(AppError::Unavailable)?;
    let today = app.now().today;
    let query = OfferQuery { page: 1, ..results_query(search) };
    let answer = index.search(&query, today)?;
    let counts = index.count_by_commune(&query, today, PLACES)?;
    let centre = answer.understood.place.as_ref().and_then(|place| place.point);
    let around = centre.map(|point| (point, query.radius_km));
    let points: Vec<Point> = counts.iter().filter_map(|c| c.place.point).collect();
    let mut plan = Plan::of(&points, around);
    let most = counts.first().map_or(1, |c| c.count);
    let placed: u32 = counts.iter().map(|c| c.count).sum();
    let places = counts.into_iter().filter_map(|c| place(&mut plan, c, most)).collect();
    let view = MapView {
        total: answer.total,
        elsewhere: answer.total.saturating_sub(placed),
        places,
        place: answer.understood.place.map(|place| place.name),
        around: around.filter(|(_, km)| *km > 0).map(|(point, km)| {
            let (x, y) = plan.at(point);
            (x, y, plan.length(km))
        }),
        height: plan.height,
    };
    Ok(Html(whole(t, &view, &query).into_string()))
}

fn place(plan: &mut Plan, CommuneCount { place, count }: CommuneCount, most: u32) -> Option<Mark> {
    let (x, y) = plan.at(place.point?);
    let r = plan.radius(count, most);
    let named = plan.room((x, y), r, place.name.chars().count());
    Some(Mark { code: place.commune, name: place.name, count, x, y, r, named })
}
