//! `Ouverture : 9h, fermeture : 17h`: hours whose two ends are said one by one.

use super::source::{Place, Source};
use super::token::Token;

/// The tokens, where such ends are joined as those of `9h-17h`.
pub(super) fn join_ends(tokens: Vec<(Token, Place)>, source: &Source<'_>) -> Vec<(Token, Place)> {
    let mut out = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((hours, count)) = tokens.get(at..).and_then(|ahead| ends(ahead, source)) {
            out.extend(hours);
            at += count;
        } else {
            out.push(*token);
            at += 1;
        }
    }
    out
}

/// The hours, and how many tokens say them.
fn ends(ahead: &[(Token, Place)], source: &Source<'_>) -> Option<([(Token, Place); 3], usize)> {
    let token = |at: usize| ahead.get(at).map(|(token, _)| *token);
    let says = |at: usize, noun: &str| ahead.get(at).is_some_and(|(_, place)| source.folded(*place) == noun);
    let time =
        |at: usize| ahead.get(at).copied().filter(|(token, _)| matches!(token, Token::Time(..) | Token::Midnight));
    if !says(0, "ouverture") {
        return None;
    }
    let mut at = 1 + usize::from(matches!(token(1), Some(Token::Colon | Token::To)));
    let from = time(at)?;
    at += 1 + usize::from(matches!(token(at + 1), Some(Token::Comma | Token::And | Token::Slash | Token::Break)));
    if !says(at, "fermeture") {
        return None;
    }
    at += 1 + usize::from(matches!(token(at + 1), Some(Token::Colon | Token::To)));
    let to = time(at)?;
    // `fermeture : 12h-14h` is no end.
    (time(at + 2).is_none() || token(at + 1) == Some(Token::Break))
        .then_some(([from, (Token::Dash, from.1), to], at + 1))
}
