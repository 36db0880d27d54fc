//! The form of the configurator: association, offers, look. Every field is always sent.

use super::Desk;
use super::choice::{PLACE, Refusal};
use crate::i18n::Lang;
use crate::offers::{facet, facet_value, radius_words};
use crate::ui::field::select_field;
use crate::url;
use domain::answer::Facet;
use domain::contract::Contract;
use domain::partner::{Density, Mode};
use domain::query::RADII_KM;
use maud::{Markup, html};

/// Contracts that most associations choose between.
const CONTRACTS: [Contract; 5] =
    [Contract::Cdi, Contract::Cdd, Contract::Interim, Contract::CddInsertion, Contract::Apprenticeship];
/// Corners to choose from, in pixels.
const CORNERS: [u8; 4] = [0, 4, 14, 24];

pub(super) fn form(desk: Desk<'_>) -> Markup {
    let Desk { t, p, choice, .. } = desk;
    html! {
        form.configure id="choice" method="get" action=(url::configure(t.lang(), "")) {
            (association(desk))
            (offers(desk))
            (look(desk))
            // For which key the fields stand here: those of another one say nothing.
            input type="hidden" name="for" value=(choice.key);
            button.button type="submit" { (p.configure_show()) }
        }
    }
}

fn association(desk: Desk<'_>) -> Markup {
    let Desk { p, choice, .. } = desk;
    let unknown = !choice.key.is_empty() && choice.known.is_none();
    html! {
        fieldset {
            legend { (p.configure_association()) }
            div.field {
                label for="f-partner" { (p.configure_key()) }
                small id="h-partner" { (p.configure_key_hint()) }
                @if unknown { p.bad id="e-partner" { (p.configure_key_unknown()) } }
                input type="text" id="f-partner" name="partner" value=(choice.key) maxlength="200" autocomplete="off"
                    autocapitalize="none" spellcheck="false" aria-invalid=[unknown.then_some("true")]
                    aria-describedby=(if unknown { "h-partner e-partner" } else { "h-partner" });
            }
            @match &choice.known {
                Some(own) => p { strong { (own.name()) } },
                None => div.field {
                    label for="f-name" { (p.configure_name()) }
                    input type="text" id="f-name" name="name" value=(choice.shown.name()) maxlength="80" autocomplete="organization";
                },
            }
        }
    }
}

fn offers(desk: Desk<'_>) -> Markup {
    let Desk { t, p, choice, .. } = desk;
    let query = choice.shown.query();
    let pairs = query.to_pairs();
    let chosen = |name: &str, value: &str| pairs.iter().any(|(own, said)| *own == name && said == value);
    let radii: Vec<(String, String)> = RADII_KM.iter().map(|km| (km.to_string(), radius_words(t, *km))).collect();
    html! {
        fieldset {
            legend { (p.configure_offers()) }
            div.field {
                label for="f-where" { (t.search_where()) }
                small id="h-where" { (t.search_where_hint()) }
                input type="search" id="f-where" name="where" value=(choice.place) maxlength="200" autocomplete="off"
                    aria-describedby="h-where";
            }
            @if let Some(commune) = &query.commune {
                input type="hidden" name="commune" value=(commune);
                input type="hidden" name=(PLACE) value=(choice.place);
            }
            (select_field("radius_km", t.search_radius(), &radii, &query.radius_km.to_string(), None))
            fieldset {
                legend { (facet(t, Facet::Contract)) }
                @for contract in CONTRACTS {
                    label.check {
                        input type="checkbox" name="contract" value=(contract.code()) checked[chosen("contract", contract.code())];
                        (facet_value(t, Facet::Contract, contract.code()).unwrap_or_default())
                    }
                }
            }
            @for own in [Facet::NoCar, Facet::Insertion] {
                label.check {
                    input type="checkbox" name=(own.code()) value="1" checked[chosen(own.code(), "1")];
                    (facet(t, own))
                }
            }
        }
    }
}

fn look(desk: Desk<'_>) -> Markup {
    let Desk { t, p, choice, .. } = desk;
    let theme = &choice.shown.theme;
    let words = |codes: Vec<&str>, words: Vec<&str>| -> Vec<(String, String)> {
        codes.iter().zip(words).map(|(code, word)| ((*code).to_owned(), word.to_owned())).collect()
    };
    let modes = words(Mode::ALL.iter().map(|mode| mode.code()).collect(), p.configure_modes().collect());
    let rooms = words(Density::ALL.iter().map(|own| own.code()).collect(), p.configure_rooms().collect());
    let other = (!CORNERS.contains(&theme.radius)).then_some(theme.radius);
    let corners: Vec<(String, String)> =
        CORNERS.iter().copied().chain(other).map(|px| (px.to_string(), p.configure_pixels(&px.to_string()))).collect();
    let languages: Vec<(String, String)> =
        Lang::ALL.iter().map(|lang| (lang.code().to_owned(), lang.endonym().to_owned())).collect();
    html! {
        fieldset {
            legend { (p.configure_look()) }
            div.field {
                label for="f-accent" { (p.configure_accent()) }
                small id="h-accent" { (p.configure_accent_hint()) }
                div id="why" { @if let Some(why) = &choice.refused { p.bad { (reason(desk, why)) } } }
                input type="color" id="f-accent" name="accent" value=(colour(&choice.accent)) aria-describedby="h-accent why"
                    aria-invalid=[choice.refused.is_some().then_some("true")];
            }
            (select_field("mode", p.configure_mode(), &modes, theme.mode.code(), None))
            (select_field("corners", p.configure_corners(), &corners, &theme.radius.to_string(), None))
            (select_field("density", p.configure_room(), &rooms, theme.density.code(), None))
            (select_field("lang", p.configure_lang(), &languages, &choice.shown.lang, None))
            @if t.lang() != Lang::Fr { p.quiet-text { (p.configure_lang_hint()) } }
        }
    }
}

/// What a field of colours can hold: anything else would be shown as black.
fn colour(typed: &str) -> String {
    domain::partner::Colour::parse(typed).map_or_else(|_| "#000000".to_owned(), |colour| colour.to_string())
}

/// Why a look is refused, in words.
fn reason(desk: Desk<'_>, why: &Refusal) -> String {
    let Desk { t, p, .. } = desk;
    match why {
        Refusal::NoColour => p.configure_no_colour().to_owned(),
        Refusal::Faint(contrast, dark, nearest) => {
            // Cut, not rounded: 4.499 is not 4.5.
            let hundredths = (contrast * 100.0) as u32;
            let comma = if t.lang() == Lang::Fr { "," } else { "." };
            let number = format!("{}{comma}{:02}", hundredths / 100, hundredths % 100);
            let said = if *dark { p.configure_faint_dark(&number) } else { p.configure_faint_light(&number) };
            format!("{said} {}", p.configure_nearest(&nearest.to_string()))
        }
    }
}
