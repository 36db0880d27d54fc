//! What runs beside the requests: the index follows the store; expired offers are closed; the
//! catalogue of trainings and the places of help are read anew.

pub mod catalogue;
pub mod counts;
pub mod expire;
pub mod help;
pub mod index;
pub mod index_folder;
pub mod partners;
