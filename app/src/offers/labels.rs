//! Words for the domain's enumerations. A new variant does not compile until it has its words.

use crate::i18n::format;
use crate::i18n::{Key, Texts};
use domain::answer::Facet;
use domain::contract::Contract;
use domain::employer::Sector;
use domain::hours::{Schedule, WorkTime};
use domain::offer::Remote;
#[cfg(feature = "ssr")]
use domain::pay::Pay;
use domain::pay::{LeastPay, PayPeriod};
use domain::profile::Avoid;
use domain::requirement::{Diploma, ExperienceBand, Permit};

pub(crate) fn contract(t: Texts, contract: Contract) -> &'static str {
    t.get(match contract {
        Contract::Cdi => Key::ContractCdi,
        Contract::Cdd => Key::ContractCdd,
        Contract::Seasonal => Key::ContractSeasonal,
        Contract::Interim => Key::ContractInterim,
        Contract::CdiInterim => Key::ContractCdiInterim,
        Contract::Apprenticeship => Key::ContractApprenticeship,
        Contract::Professionalisation => Key::ContractProfessionalisation,
        Contract::CddInsertion => Key::ContractCddInsertion,
        Contract::CddTremplin => Key::ContractCddTremplin,
        Contract::InterimInsertion => Key::ContractInterimInsertion,
        Contract::Cui => Key::ContractCui,
        Contract::Public => Key::ContractPublic,
        Contract::NotSalaried => Key::ContractNotSalaried,
    })
}

#[cfg(feature = "ssr")]
/// `CDD de 6 mois`.
pub(super) fn contract_with_length(t: Texts, kind: Contract, days: Option<u16>) -> String {
    let words = contract(t, kind);
    match days {
        Some(days) => t.offer_contract_length(words, &format::length(t, days)),
        None => words.to_owned(),
    }
}

pub(crate) fn work_time(t: Texts, time: WorkTime) -> &'static str {
    t.get(match time {
        WorkTime::Full => Key::HoursFull,
        WorkTime::Part => Key::HoursPart,
    })
}

pub(crate) fn schedule(t: Texts, schedule: Schedule) -> &'static str {
    t.get(match schedule {
        Schedule::Day => Key::ScheduleDay,
        Schedule::Night => Key::ScheduleNight,
        Schedule::Weekend => Key::ScheduleWeekend,
        Schedule::Shifts => Key::ScheduleShifts,
        Schedule::Staggered => Key::ScheduleStaggered,
        Schedule::Morning => Key::ScheduleMorning,
        Schedule::Evening => Key::ScheduleEvening,
    })
}

pub(super) fn experience(t: Texts, band: ExperienceBand) -> &'static str {
    t.get(match band {
        ExperienceBand::Beginner => Key::ExperienceBeginner,
        ExperienceBand::UnderOneYear => Key::ExperienceUnderOne,
        ExperienceBand::OneToThree => Key::ExperienceOneToThree,
        ExperienceBand::OverThree => Key::ExperienceOverThree,
    })
}

pub(super) fn diploma(t: Texts, level: Diploma) -> &'static str {
    t.get(match level {
        Diploma::None => Key::DiplomaNone,
        Diploma::Cap => Key::DiplomaCap,
        Diploma::Bac => Key::DiplomaBac,
        Diploma::Bac2 => Key::DiplomaBac2,
        Diploma::Bac3 => Key::DiplomaBac3,
        Diploma::Bac5 => Key::DiplomaBac5,
    })
}

pub(super) fn sector(t: Texts, sector: Sector) -> &'static str {
    t.get(match sector {
        Sector::A => Key::SectorA,
        Sector::B => Key::SectorB,
        Sector::C => Key::SectorC,
        Sector::D => Key::SectorD,
        Sector::E => Key::SectorE,
        Sector::F => Key::SectorF,
        Sector::G => Key::SectorG,
        Sector::H => Key::SectorH,
        Sector::I => Key::SectorI,
        Sector::J => Key::SectorJ,
        Sector::K => Key::SectorK,
        Sector::L => Key::SectorL,
        Sector::M => Key::SectorM,
        Sector::N => Key::SectorN,
        Sector::O => Key::SectorO,
        Sector::P => Key::SectorP,
        Sector::Q => Key::SectorQ,
        Sector::R => Key::SectorR,
        Sector::S => Key::SectorS,
        Sector::T => Key::SectorT,
        Sector::U => Key::SectorU,
    })
}

pub(super) fn remote(t: Texts, remote: Remote) -> &'static str {
    t.get(match remote {
        Remote::Partial => Key::RemotePartial,
        Remote::Full => Key::RemoteFull,
    })
}

pub(super) fn permit(t: Texts, permit: Permit) -> &'static str {
    t.get(match permit {
        Permit::None => Key::PermitNone,
        Permit::B => Key::PermitB,
        Permit::Other => Key::PermitOther,
    })
}

pub(super) fn avoid(t: Texts, avoid: Avoid) -> &'static str {
    t.get(match avoid {
        Avoid::Loads => Key::AvoidLoads,
        Avoid::Heights => Key::AvoidHeights,
        Avoid::Nights => Key::AvoidNights,
        Avoid::Standing => Key::AvoidStanding,
        Avoid::Weekends => Key::AvoidWeekends,
        Avoid::Evenings => Key::AvoidEvenings,
        Avoid::Shifts => Key::AvoidShifts,
        Avoid::Trips => Key::AvoidTrips,
    })
}

/// "Au moins 1 800 € net par mois, environ 2 308 € brut": offers state gross pay, by which they are compared.
fn pay_min(t: Texts, least: LeastPay) -> String {
    let period = match least.period {
        PayPeriod::Hour => t.pay_hour(),
        PayPeriod::Day => t.pay_day(),
        PayPeriod::Month => t.pay_month(),
        PayPeriod::Year => t.pay_year(),
    };
    let amount = format::money(t, least.cents);
    if !least.net {
        return t.pay_min_gross(&t.pay_gross(&amount, period));
    }
    // To the euro, or to the cent of an hour.
    let step = if least.period == PayPeriod::Hour { 1 } else { 100 };
    let gross = least.cents * 1_000 / LeastPay::NET_PER_MILLE / step * step;
    t.pay_min_net(&amount, &format::money(t, gross), period)
}

pub(crate) fn facet(t: Texts, facet: Facet) -> &'static str {
    t.get(match facet {
        Facet::Contract => Key::FacetContract,
        Facet::Hours => Key::FacetHours,
        Facet::Experience => Key::FacetExperience,
        Facet::Diploma => Key::FacetDiploma,
        Facet::Schedule => Key::FacetSchedule,
        Facet::Sector => Key::FacetSector,
        Facet::Since => Key::FacetSince,
        Facet::Pay => Key::FacetPay,
        Facet::NoCar => Key::FacetNoCar,
        Facet::Insertion => Key::FacetInsertion,
        Facet::Reserved => Key::FacetReserved,
        Facet::Remote => Key::FacetRemote,
        Facet::Permit => Key::FacetPermit,
        Facet::Avoid => Key::FacetAvoid,
        Facet::PayMin => Key::FacetPayMin,
    })
}

/// The words of a facet's value, by its code; `None` for a code that is no value of it.
pub(crate) fn facet_value(t: Texts, facet: Facet, code: &str) -> Option<String> {
    let words = match facet {
        Facet::Contract => contract(t, Contract::from_code(code)?),
        Facet::Hours => work_time(t, WorkTime::from_code(code)?),
        Facet::Experience => experience(t, ExperienceBand::from_code(code)?),
        Facet::Diploma => diploma(t, Diploma::from_code(code)?),
        Facet::Schedule => schedule(t, Schedule::from_code(code)?),
        Facet::Sector => sector(t, Sector::from_code(code)?),
        Facet::Since => return Some(t.filters_since_days(code.parse().ok()?)),
        Facet::Remote => remote(t, Remote::from_code(code)?),
        Facet::Permit => permit(t, Permit::from_code(code)?),
        Facet::Avoid => avoid(t, Avoid::from_code(code)?),
        Facet::PayMin => return Some(pay_min(t, code.parse().ok()?)),
        Facet::Pay | Facet::NoCar | Facet::Insertion | Facet::Reserved => self::facet(t, facet),
    };
    Some(words.to_owned())
}

#[cfg(feature = "ssr")]
/// Pay: an estimated net for a month, then what the offer says. Apprentices and people who are no
/// employees have other contributions: no estimate for them.
pub(super) fn pay(
    t: Texts,
    pay: &Pay,
    contract: Option<Contract>,
    weekly_min: Option<u16>,
    work_time: Option<WorkTime>,
) -> String {
    format::pay_with_net(t, pay, net_month(pay, contract, weekly_min, work_time))
}

#[cfg(feature = "ssr")]
/// The same in a few words: the net where it can be told, else the gross.
pub(super) fn pay_in_short(
    t: Texts,
    pay: &Pay,
    contract: Option<Contract>,
    weekly_min: Option<u16>,
    work_time: Option<WorkTime>,
) -> String {
    format::net_words(t, net_month(pay, contract, weekly_min, work_time)).unwrap_or_else(|| format::pay(t, pay))
}

#[cfg(feature = "ssr")]
fn net_month(
    pay: &Pay,
    contract: Option<Contract>,
    weekly_min: Option<u16>,
    work_time: Option<WorkTime>,
) -> Option<(i64, i64)> {
    let estimated = contract.is_none_or(|contract| contract.is_salaried() && !contract.is_alternance());
    pay.net_month(weekly_min, work_time).filter(|_| estimated)
}

/// `lang="fr"` on what an offer says, where the page is in another language.
pub(crate) fn french(t: Texts) -> Option<&'static str> {
    (t.lang() != crate::i18n::Lang::Fr).then_some("fr")
}

#[cfg(all(test, not(feature = "hydrate")))]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn every_value_of_every_facet_has_words() {
        let t = Texts::of(Lang::Fr);
        let codes = [
            (Facet::Contract, Contract::ALL.iter().map(|c| c.code()).collect::<Vec<_>>()),
            (Facet::Sector, Sector::ALL.iter().map(|c| c.code()).collect()),
            (Facet::Diploma, Diploma::ALL.iter().map(|c| c.code()).collect()),
            (Facet::Since, vec!["1", "31"]),
            (Facet::Pay, vec!["1"]),
        ];
        for (facet, values) in codes {
            for value in values {
                assert!(facet_value(t, facet, value).is_some_and(|w| !w.is_empty()), "{facet} {value}");
            }
        }
        assert_eq!(facet_value(t, Facet::Contract, "nope"), None);
    }
}
/// Name of a source as people know it.
#[cfg(feature = "ssr")]
pub(crate) fn source(t: Texts, source: &str) -> String {
    match source {
        "demo" => t.source_demo().to_owned(),
        "france-travail" => "France Travail".to_owned(),
        other => {
            let words = other.replace('-', " ");
            let mut letters = words.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}
