//! Form fields: a label always visible, a hint below it, targets of 44 px. Fields are uncontrolled:
//! what is typed before the client arrives stays.

use crate::ui::combobox::list_box;
use maud::{Markup, html};

/// A line of text with suggestions. `name` is the parameter, and the end of the id; `beside` stands
/// beside the label.
pub fn text_field(name: &str, label: &str, hint: &str, value: &str, beside: Option<Markup>) -> Markup {
    html! {
        div.field {
            div.label {
                label for={ "f-" (name) } { (label) }
                @if let Some(beside) = beside { (beside) }
            }
            small id={ "h-" (name) } { (hint) }
            input type="search" id={ "f-" (name) } name=(name) value=(value) aria-describedby={ "h-" (name) }
                list={ "s-" (name) } autocomplete="off" maxlength="200";
            (list_box(name, label))
        }
    }
}

/// Suggestions of a [`text_field`] for browsers that run no script; with one, [`list_box`] has better ones.
#[cfg(feature = "ssr")]
pub fn plain_suggestions<'a>(name: &str, values: impl Iterator<Item = &'a str>) -> Markup {
    html! {
        noscript { datalist id={ "s-" (name) } { @for value in values { option value=(value) {} } } }
    }
}

/// One value among a few: values and their words. `form` names the form where it stands outside of it.
pub fn select_field(
    name: &str,
    label: &str,
    options: &[(String, String)],
    selected: &str,
    form: Option<&str>,
) -> Markup {
    html! {
        div.field {
            label for={ "f-" (name) } { (label) }
            select id={ "f-" (name) } name=(name) form=[form] {
                @for (value, words) in options {
                    option value=(value) selected[value == selected] { (words) }
                }
            }
        }
    }
}
