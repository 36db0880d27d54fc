//! What Passerelle knows: offers, places, occupations, queries.
//!
//! Pure: no IO, no clock, no randomness; time comes in as an argument. The same code runs on the
//! server and, compiled to WebAssembly, on the phone. One file or folder is one concept:
//!
//! - [`offer`] and what an offer is made of: [`contract`], [`pay`], [`hours`], [`requirement`],
//!   [`employer`], [`apply`], [`place`] with [`territories`]; [`minimum_pay`]: the law's;
//! - [`report`]: what a reader tells of an offer;
//! - [`import`]: what an import says when it is over;
//! - [`query`] and [`answer`]: a search and what it answers, the same for pages, API and feeds; [`conditions`]: what
//!   people add to a trade, as filters;
//! - [`occupation`]: ROME occupations and appellations; [`skill`]: what they ask for; [`rome`]: one release of all that;
//! - [`profile`], [`gate`], [`assessment`], [`matching`]: what a person can do, and how jobs fit her;
//! - [`training`] and [`certification`]: courses and other steps, dated, with what they cost and bring;
//! - [`pathway`]: ways from what she has to a job, over dated steps;
//! - [`pack`]: the public files that let a phone work all this out by itself;
//! - [`help`] and [`opening`]: places where people help, and when they are open;
//! - [`partner`]: an association whose site shows the board;
//! - [`account`]: who may do what;
//! - [`seen`]: what the open offers of a trade say together;
//! - [`title`] and [`mask`]: titles as people read them, texts made safe to show;
//! - [`time`], [`text`], [`coded`], [`form`], [`ical`]: the small tools that the rest is written with.

pub mod account;
pub mod answer;
pub mod apply;
pub mod assessment;
pub mod certification;
pub mod coded;
pub mod conditions;
pub mod contract;
pub mod employer;
pub mod form;
pub mod gate;
pub mod help;
pub mod hours;
pub mod ical;
pub mod import;
pub mod mask;
pub mod matching;
pub mod minimum_pay;
pub mod number;
pub mod occupation;
pub mod offer;
pub mod opening;
pub mod pack;
pub mod partner;
pub mod pathway;
pub mod pay;
pub mod place;
pub mod profile;
pub mod query;
pub mod report;
pub mod requirement;
pub mod rome;
pub mod seen;
pub mod skill;
pub mod territories;
pub mod text;
pub mod time;
pub mod title;
pub mod training;
