//! What runs beside the requests: the index follows the store; expired offers are closed.

pub mod expire;
pub mod index;
pub mod index_folder;
