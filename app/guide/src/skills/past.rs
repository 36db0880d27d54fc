//! Fourth screen: how long and how long ago, by three pictograms each.

use super::frame::{Choice, Screen, choice};
use super::state::{State, name};
use crate::picto::Picto;
use crate::world::World;
use domain::profile::{Duration, Since};
use maud::html;

pub(super) fn screen(world: World<'_>, state: &State) -> Screen {
    let t = world.t;
    let long = [
        (Duration::Months, Picto::Short, t.duration_mois()),
        (Duration::Years, Picto::Middle, t.duration_annees()),
        (Duration::Long, Picto::Long, t.duration_longtemps()),
    ];
    let when = [
        (Since::Now, Picto::Now, t.since_maintenant()),
        (Since::Recent, Picto::Recent, t.since_recent()),
        (Since::Old, Picto::Ago, t.since_ancien()),
    ];
    let body = html! {
        @for job in &state.profile.jobs {
            @let label = world.rome.referential.occupation(&job.occupation).map_or("", |o| world.rome.label(o));
            @let told = state.told.contains(&job.occupation);
            section.job {
                h2 { (if job.title.is_empty() { label } else { &job.title }) }
                @let field = format!("{}{}", name::LONG, job.occupation);
                fieldset.picks.three {
                    legend { (t.past_long()) }
                    @for (own, picto, words) in long {
                        (choice(&Choice { name: &field, value: own.code(), picto, words, note: None, on: told && job.duration == own, one: true }))
                    }
                }
                @let field = format!("{}{}", name::WHEN, job.occupation);
                fieldset.picks.three {
                    legend { (t.past_when()) }
                    @for (own, picto, words) in when {
                        (choice(&Choice { name: &field, value: own.code(), picto, words, note: None, on: told && job.since == own, one: true }))
                    }
                }
            }
        }
    };
    Screen { title: t.past_title(), body, asks: vec![name::LONG, name::WHEN] }
}
