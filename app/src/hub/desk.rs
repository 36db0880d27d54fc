//! A person to call: phone number, place, whether it is open now, languages, free of charge.

use crate::i18n::{Texts, format};
use crate::ui::icon::{Glyph, icon};
use crate::url::{self, TextPage};
use domain::opening::{OpenState, Why};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// A place of help as pages show it. The server computes it, its state included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpView {
    /// Its name.
    pub name: String,
    /// Phone number: national digits, or as the hub's settings have it; empty when there is none.
    pub phone: String,
    /// Address and commune.
    pub place: String,
    /// Metres from where it was asked for.
    pub distance_m: Option<u32>,
    /// Languages spoken: code and own name.
    pub languages: Vec<(String, String)>,
    /// Free of charge.
    pub free: bool,
    /// Whether it is open.
    pub state: OpenState,
}

/// The box.
pub fn desk(t: Texts, help: &HelpView) -> Markup {
    let state = state_words(t, help.state);
    html! {
        div.desk {
            (call(t, help))
            p {
                strong { (help.name) }
                @if !help.place.is_empty() { ", " (help.place) }
                @if let Some(metres) = help.distance_m { " (" (format::distance(t, metres)) ")" }
            }
            @if !state.is_empty() { p { (state) } }
            @if help.free || !help.languages.is_empty() {
                p {
                    @if help.free { strong { (t.help_free()) } " " }
                    @if !help.languages.is_empty() { (t.help_languages()) " " (languages(help)) }
                }
            }
            a.tap rel="external" href=(url::text_page(t.lang(), TextPage::Help)) { (t.help_all()) }
        }
    }
}

/// The line with the number; nothing when there is no number.
pub(crate) fn call(t: Texts, help: &HelpView) -> Markup {
    html! {
        @if !help.phone.is_empty() {
            p.help {
                (icon(Glyph::Phone)) (t.app_help()) " "
                a href={ "tel:" (dial(&help.phone)) } dir="ltr" { (format::phone(&help.phone)) }
            }
        }
    }
}

/// What a phone dials.
pub(crate) fn dial(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

fn languages(help: &HelpView) -> Markup {
    html! {
        @for (i, (code, name)) in help.languages.iter().enumerate() {
            @if i > 0 { ", " }
            span lang=(code) { (name) }
        }
    }
}

/// Whether it is open, in words; nothing when the hours are not known.
pub(crate) fn state_words(t: Texts, state: OpenState) -> String {
    let clock = |minute| format::clock(t, minute);
    match state {
        OpenState::Unknown => String::new(),
        OpenState::Open(until) => t.help_open(&clock(until)),
        OpenState::Later(at) => t.help_later(&clock(at)),
        OpenState::Closed(why, next) => {
            let closed = match why {
                Why::Usual => t.help_closed(),
                Why::Holiday => t.help_holiday(),
                Why::Exception => t.help_exception(),
            };
            let next = next.map(|next| match next.in_days {
                1 => t.help_tomorrow(&clock(next.at)),
                2..=6 => t.help_weekday(t.date_weekdays(next.day.weekday().into()), &clock(next.at)),
                _ => t.help_date(&format::day(t, next.day), &clock(next.at)),
            });
            [closed, next.as_deref().unwrap_or_default()].join(" ").trim_end().to_owned()
        }
    }
}

#[cfg(all(test, not(feature = "hydrate")))]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use domain::opening::NextOpening;
    use domain::time::Day;

    #[test]
    fn the_state_is_said_as_people_do() {
        let fr = Texts::of(Lang::Fr);
        let say = |state| state_words(fr, state).replace('\u{a0}', " ");
        let next = |day: &str, in_days, at| Some(NextOpening { day: Day::parse(day).unwrap(), in_days, at });
        for (state, words) in [
            (OpenState::Unknown, ""),
            (OpenState::Open(720), "Ouvert maintenant, jusqu'à 12 h."),
            (OpenState::Later(840), "Fermé. Ouvre à 14 h."),
            (OpenState::Closed(Why::Usual, next("2026-11-24", 1, 510)), "Fermé. Rouvre demain à 8 h 30."),
            (OpenState::Closed(Why::Usual, next("2026-11-30", 2, 540)), "Fermé. Rouvre lundi à 9 h."),
            (
                OpenState::Closed(Why::Holiday, next("2026-11-12", 1, 540)),
                "Fermé aujourd'hui, jour férié. Rouvre demain à 9 h.",
            ),
            (
                OpenState::Closed(Why::Exception, next("2027-01-04", 9, 540)),
                "Fermé aujourd'hui. Rouvre le 4 janvier 2027 à 9 h.",
            ),
            (OpenState::Closed(Why::Usual, None), "Fermé."),
        ] {
            assert_eq!(say(state), words);
        }
        let en = Texts::of(Lang::En);
        assert_eq!(state_words(en, OpenState::Open(1050)), "Open now, until 17:30.");
    }

    #[test]
    fn the_box_says_who_and_how_to_call() {
        let help = HelpView {
            name: "Le <Relais>".into(),
            phone: "0353012026".into(),
            place: "1 rue du Canal, 59100 Roubaix".into(),
            distance_m: Some(2_600),
            languages: vec![("fr".into(), "français".into()), ("ar".into(), "العربية".into())],
            free: true,
            state: OpenState::Open(720),
        };
        let html = desk(Texts::of(Lang::Fr), &help).into_string();
        for part in [
            "href=\"tel:0353012026\" dir=\"ltr\">03\u{a0}53\u{a0}01\u{a0}20\u{a0}26<",
            "Le &lt;Relais&gt;",
            "<span lang=\"ar\">العربية</span>",
            "Gratuit",
            "href=\"/aide\"",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        let silent = desk(Texts::of(Lang::Fr), &HelpView::default()).into_string();
        assert!(!silent.contains("tel:") && !silent.contains("Gratuit"), "{silent}");
    }
}
