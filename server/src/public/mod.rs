//! What outsiders read: the read API, feeds, boards of partners, sitemaps, health, and the pages of text. Their types are their own (never the domain's), so
//! that a change inside does not change the contract.

pub mod api;
pub mod calendar;
pub mod embed;
mod feed;
pub mod feeds;
pub mod guide;
pub mod handover;
pub mod health;
pub mod oembed;
pub mod offer_json;
pub mod og;
pub mod openapi;
pub mod packs;
pub mod problem;
pub mod sitemap;
pub mod text_pages;
pub mod trades;
pub mod trainings;
pub mod worker;
mod xml;
