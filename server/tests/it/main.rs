//! The server's integration tests: one binary. `helpers` builds the real router on a fresh
//! database with the demo's data; nothing is mocked.

#![expect(clippy::unwrap_used, reason = "what a test cannot have it stops at")]

mod api;
mod commands;
mod counts;
mod embed;
mod feeds;
mod framing;
mod handover;
mod helpers;
mod import_cases;
mod imports;
mod index;
mod machines;
mod pages;
mod partners;
mod paths;
mod pictures;
mod poster;
mod pull;
mod reading;
mod reports;
mod rights;
mod snapshots;
mod text_pages;
mod tidy;
mod trades;
mod trainings;
