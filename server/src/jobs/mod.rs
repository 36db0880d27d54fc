//! What runs beside the requests: the index follows the store; expired offers are closed; the
//! catalogue of trainings, the places of help and the public files for phones are made anew.

pub mod catalogue;
pub mod counts;
pub mod expire;
pub mod help;
pub mod index;
pub mod index_folder;
pub mod packs;
pub mod partners;
