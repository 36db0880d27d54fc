//! The job at the end of a path.

use super::words;
use crate::trade_page;
use crate::world::World;
use domain::pathway::plan::{Here, Job, Path};
use maud::{Markup, html};

/// What is said of it, and the address of its offer where it is one.
pub(super) fn said(world: World<'_>, here: Here<'_>, path: &Path) -> (String, Option<String>) {
    let t = world.t;
    match path.job {
        Job::Promise(step, at) => {
            let own = here.steps.steps.get(usize::from(step)).and_then(|own| own.promises.get(usize::from(at)));
            let words = own.map(|one| t.paths_job_promise(one.jobs.into(), &words::day(t, one.signed), &one.employer));
            (words.unwrap_or_default(), None)
        }
        Job::Bound(_) => (t.paths_job_bound().to_owned(), None),
        Job::Offer(at) => {
            let Some(offer) = here.market.pack.offers.get(at as usize) else { return (String::new(), None) };
            let words = match &offer.employer {
                Some(employer) => format!("{} ({employer})", offer.title),
                None => offer.title.clone(),
            };
            (words, Some(format!("{}/offres/{}", t.lang().prefix(), offer.number)))
        }
        Job::Trade => {
            let count = here.market.weights().get(&path.trade).copied().unwrap_or_default();
            (t.paths_job_trade(count.into()), None)
        }
    }
}

pub(super) fn job(world: World<'_>, here: Here<'_>, path: &Path) -> Markup {
    let t = world.t;
    let (words, href) = said(world, here, path);
    html! {
        h3 { (t.paths_job()) }
        p.of-trade {
            @let label = world.rome.label(path.trade);
            @if let Some(code) = here.rome.code(path.trade) { (trade_page(t.lang(), code, label)) } @else { (label) }
        }
        p {
            @if path.job.is_promised() { strong.tag.promised { (t.paths_promised()) } " " }
            @if let Some(to) = href { (t.paths_job_offer()) " : " a href=(to) { (words) } } @else { (words) }
        }
        p { (t.paths_day(&words::day(t, path.day))) }
        @if !path.check.is_empty() {
            @let list = path.check.iter().map(|gate| crate::skills::labels::gate(t, gate)).collect::<Vec<_>>().join(", ");
            p.warn { (t.paths_check(&list)) }
        }
    }
}
