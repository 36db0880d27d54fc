//! What the phone keeps for a person: saved and seen offers, « Tout effacer », « Personne suivante »,
//! the public terminal. `phone.js` does it; here are its words and its places in the page. The server
//! draws all of it, outside of what hydration walks. Others may use [`save_button`],
//! and the server's documents [`parts`].

mod dialogs;

pub(crate) use dialogs::{parts, save_button};
