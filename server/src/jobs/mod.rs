//! What runs beside the requests: the index follows the store; expired offers are closed; the places of
//! help are read anew.

pub mod expire;
pub mod help;
pub mod index;
pub mod index_folder;
