//! What both readers of conditions are made of: a text cut into words, and phrases that are found in it.

mod spelling;
mod tokens;
mod tree;
mod vocabulary;
mod words;

pub(super) use tokens::{Kind, Token, Tokens};
pub(super) use vocabulary::{Misspelt, Row, Tables, Vocabulary};
pub(super) use words::WordId;
