//! What words do beside phrases, as bits: the tables of a language say which words do it.

/// Goes with a phrase that it stands before: "en", "avec", "je cherche".
pub(in crate::conditions) const LEAD: u32 = 1;
/// Goes with it as well, unless a trade is named with it: "travail", "poste".
pub(in crate::conditions) const WORK: u32 = 1 << 1;
/// Joins the name of a trade and a word such as "travail": "médecin du travail".
pub(in crate::conditions) const OF: u32 = 1 << 2;
/// "Recherche": somebody seeks, or does research.
pub(in crate::conditions) const SEEK: u32 = 1 << 3;
/// Denies what comes.
pub(in crate::conditions) const NOT: u32 = 1 << 4;
/// May stand between that and what is denied.
pub(in crate::conditions) const WITHIN: u32 = 1 << 5;
/// Joins two that are denied.
pub(in crate::conditions) const NOR: u32 = 1 << 6;
/// Joins two of which either will do.
pub(in crate::conditions) const OR: u32 = 1 << 7;
/// Joins two.
pub(in crate::conditions) const AND: u32 = 1 << 8;
/// Hours.
pub(in crate::conditions) const HOUR: u32 = 1 << 9;
/// Stands before a number: "moins de".
pub(in crate::conditions) const NEAR_NUMBER: u32 = 1 << 10;
/// Euros.
pub(in crate::conditions) const MONEY: u32 = 1 << 11;
/// Pay.
pub(in crate::conditions) const SALARY: u32 = 1 << 12;
/// Says that an amount is the most, not the least.
pub(in crate::conditions) const MOST: u32 = 1 << 13;
/// Says that an amount is something beside pay.
pub(in crate::conditions) const NO_PAY: u32 = 1 << 14;
/// Is counted, and no money.
pub(in crate::conditions) const COUNTED: u32 = 1 << 15;
/// Stands before a period: "par" mois.
pub(in crate::conditions) const PER: u32 = 1 << 16;
/// Is work at a desk.
pub(in crate::conditions) const DESK: u32 = 1 << 17;
/// At least: "minimum", "à partir de".
pub(in crate::conditions) const LEAST: u32 = 1 << 18;
/// Gross.
pub(in crate::conditions) const GROSS: u32 = 1 << 19;
/// Net.
pub(in crate::conditions) const NET: u32 = 1 << 20;
/// A week.
pub(in crate::conditions) const WEEK: u32 = 1 << 21;
/// An hour of pay, by its adjective as well.
pub(in crate::conditions) const HOURLY: u32 = 1 << 22;
/// A day.
pub(in crate::conditions) const DAILY: u32 = 1 << 23;
/// A month.
pub(in crate::conditions) const MONTHLY: u32 = 1 << 24;
/// A year.
pub(in crate::conditions) const YEARLY: u32 = 1 << 25;
/// A thousand.
pub(in crate::conditions) const THOUSAND: u32 = 1 << 26;
/// Before a time of day: "vers 20 h".
pub(in crate::conditions) const CLOCK: u32 = 1 << 27;
/// Between two ends of a range.
pub(in crate::conditions) const TO: u32 = 1 << 28;
/// Says of what comes that somebody seeks it: "cherche".
pub(in crate::conditions) const WANT: u32 = 1 << 29;
/// Only denied with a word before it: "plus" in "pas plus de".
pub(in crate::conditions) const MORE: u32 = 1 << 30;
