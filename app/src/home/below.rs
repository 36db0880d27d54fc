//! What the home page shows below its search form (server only): the trades that recruit, what is new,
//! the door of those who hire.

use super::pictograms;
use crate::context::AppContext;
use crate::error::AppError;
use crate::hub::helper;
use crate::i18n::Texts;
use crate::i18n::pages::PageTexts;
use crate::offers::{CardView, cards, flag, french};
use crate::ui::icon::{Glyph, icon};
use crate::url;
use crate::wire::Html;
use domain::query::{Filters, OfferQuery, Sort};
use maud::{Markup, PreEscaped, html};
use search::{SearchIndex, TradeCount};
use std::collections::BTreeSet;

/// Trades that are shown: as many as fill rows of two, three, four and six.
const TRADES: usize = 12;
/// New offers that are shown.
const FRESH: usize = 3;
/// What is new, in days.
const FRESH_DAYS: u16 = 7;

/// Without an index only the door is there.
pub(super) fn draw(app: &AppContext, t: Texts) -> Result<Html, AppError> {
    let below = match app.search.get() {
        Some(index) => seek(app, t, &index)?,
        None => Markup::default(),
    };
    Ok(Html(html! { (below) (recruit(t)) }.into_string()))
}

fn seek(app: &AppContext, t: Texts, index: &SearchIndex) -> Result<Markup, AppError> {
    let today = app.now().today;
    let overview = index.overview(today)?;
    let filters = Filters { since: Some(FRESH_DAYS), ..Filters::default() };
    let fresh = OfferQuery { filters, sort: Sort::Date, ..OfferQuery::default() };
    let found = index.search(&fresh, today)?;
    let mut newest: Vec<CardView> = found.hits.into_iter().take(FRESH).map(CardView::from).collect();
    flag(app, &mut newest, today);
    Ok(html! {
        p.answers {
            a.button.quiet href=(url::offers_path(t.lang())) { (t.home_all_count(overview.total.into())) }
            a.button.quiet href=(url::skills(t.lang())) rel="external" { (t.home_skills()) }
            a.button.quiet href=(url::paths(t.lang())) rel="external" { (t.home_ways()) }
            a.button.quiet href=(url::trainings_path(t.lang())) rel="external" { (PageTexts::of(t.lang()).trainings_link()) }
            a.button.quiet href=(url::trades(t.lang())) rel="external" { (PageTexts::of(t.lang()).trades_link()) }
        }
        @if !overview.trades.is_empty() {
            section aria-labelledby="trades" {
                h2 id="trades" { (t.home_trades()) }
                ul.trades { @for trade in varied(&overview.trades) { (tile(t, trade)) } }
            }
        }
        @if !newest.is_empty() {
            section.fresh aria-labelledby="fresh" {
                h2 id="fresh" { (t.home_fresh()) }
                (cards(t, &newest, today))
                p { a.button.quiet href=(url::offers(t.lang(), &fresh)) { (t.home_fresh_all(found.total.into())) } }
            }
        }
    })
}

/// The trades with most offers, one of each family of work: pictures that differ.
fn varied(trades: &[TradeCount]) -> impl Iterator<Item = &TradeCount> {
    let mut families = BTreeSet::new();
    trades.iter().filter(move |trade| families.insert(trade.rome.as_str().get(..3).map(str::to_owned))).take(TRADES)
}

fn tile(t: Texts, trade: &TradeCount) -> Markup {
    let search = OfferQuery { text: trade.label.clone(), ..OfferQuery::default() };
    html! {
        li {
            a.trade href=(url::offers(t.lang(), &search)) {
                svg.icon viewBox="0 0 24 24" aria-hidden="true" { (PreEscaped(pictograms::of(&trade.rome))) }
                span lang=[french(t)] { (trade.label) }
                small { (t.results_count(trade.count.into())) }
            }
        }
    }
}

fn recruit(t: Texts) -> Markup {
    html! {
        section.door {
            h2 id="recruter" { (icon(Glyph::Users)) (t.home_recruit()) }
            p { (t.home_recruit_text()) }
            ul {
                li { (t.home_recruit_write()) }
                li { (t.home_recruit_meet()) }
                li { (t.home_recruit_train()) }
            }
            (helper(t))
        }
    }
}
