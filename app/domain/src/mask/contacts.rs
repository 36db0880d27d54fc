//! E-mails, phone numbers and messenger names inside texts; used by [`super`], which re-exports it.
//!
//! Everything is searched in a [`view::View`] of the text, in which all ways to write a digit, a space
//! or a dash look the same.

mod abroad;
mod address;
mod america;
mod around;
mod candidate;
mod entity;
mod gap;
mod host;
#[cfg(test)]
mod kinds;
mod lists;
mod messenger;
mod phone;
mod run;
mod short;
mod spoken;
#[cfg(test)]
mod stay;
#[cfg(test)]
mod tests;
mod view;

use view::View;

/// What stands in place of an e-mail address, of a link to a person and of a messenger name.
pub const ADDRESS_MASK: &str = "[adresse masquée]";
/// What stands in place of a phone number.
pub const NUMBER_MASK: &str = "[numéro masqué]";

/// A mask may lay bare another contact that one more pass finds; hostile texts end here.
const PASSES: usize = 4;

/// A part of a view, from its first place to the place after its last.
type Span = (usize, usize);

/// Masks e-mail addresses, phone numbers and messenger names, in the ways in which people write them.
#[must_use]
pub fn contacts(text: &str) -> String {
    let mut masked = text.to_owned();
    for _ in 0..PASSES {
        let Some(next) = pass(&masked) else { break };
        masked = next;
    }
    masked
}

/// The first plain e-mail address in a text ("Courriel : rh@exemple.fr").
#[must_use]
pub fn first_email(text: &str) -> Option<String> {
    if !text.contains('@') {
        return None;
    }
    let view = View::of(text);
    address::plain(&view)
        .into_iter()
        .map(|span| view.text(span))
        .find(|found| found.is_ascii() && !found.contains('&'))
        .map(str::to_owned)
}

/// One pass over the text; `None` when there is nothing to mask.
fn pass(text: &str) -> Option<String> {
    let view = View::of(text);
    let mut addresses = messenger::names(&view);
    let numbers = phone::numbers(&view);
    addresses.extend(address::all(&view, &addresses, &numbers));
    let mut spans: Vec<(Span, &str)> = addresses.iter().map(|span| (*span, ADDRESS_MASK)).collect();
    spans.extend(numbers.into_iter().chain(short::numbers(&view)).map(|span| (span, NUMBER_MASK)));
    // Of two that overlap the wider one stays: sorted by beginning, then widest first.
    spans.sort_by_key(|((from, to), _)| (*from, usize::MAX - to));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let mut done = 0;
    for (span, mask) in &spans {
        if span.0 < done {
            continue;
        }
        out.push_str(view.text((at, span.0)));
        out.push_str(mask);
        (at, done) = (span.1, span.1);
    }
    (done > 0).then(|| out + view.text((at, view.len())))
}
