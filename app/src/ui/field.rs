//! Form fields: a label always visible, a hint below it, targets of 44 px. Fields are uncontrolled:
//! what is typed before the client arrives stays.

use maud::{Markup, html};

/// A line of text. `name` is the parameter, and the end of the id.
pub fn text_field(name: &str, label: &str, hint: &str, value: &str) -> Markup {
    html! {
        div.field {
            label for={ "f-" (name) } { (label) }
            small id={ "h-" (name) } { (hint) }
            input type="search" id={ "f-" (name) } name=(name) value=(value) aria-describedby={ "h-" (name) }
                autocomplete="off" maxlength="200";
        }
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
