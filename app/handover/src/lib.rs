//! What a person shows an adviser for two hours: sealed on her phone, opened on the adviser's screen. The server
//! keeps ciphertext under a name; the name and the key both come from the whole short code, which the server
//! never sees. Who holds the database finds neither.

mod code;
mod keys;

pub use code::{Code, CodeError};
pub use keys::{Keys, NONCE, OpenError};
