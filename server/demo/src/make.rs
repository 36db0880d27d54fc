//! Makes the demo's offers from the trades: the same day gives the same offers, and an offer keeps
//! its id whatever the day, so that moving the dates updates it in place.

use super::employers::{self, DemoEmployer};
use super::trades::{self, Trade};
use super::{DemoError, reference};
use domain::apply::ApplyChannel;
use domain::contract::Contract;
use domain::employer::Employer;
use domain::hours::{Hours, WorkTime};
use domain::offer::{Insertion, Offer, Remote};
use domain::pay::{Pay, PayPeriod};
use domain::place::{Commune, DepartementCode, Place, Precision};
use domain::requirement::{Asked, DiplomaNeed, Experience, Need, Requirements};
use domain::time::{Day, Timestamp};

/// Offers of each trade.
const EACH: usize = 6;
/// A permit's label, as France Travail writes it.
const PERMITS: &[(&str, &str)] =
    &[("B", "B - Véhicule léger"), ("C", "C - Poids lourd"), ("D", "D - Transport de personnes")];
const SOFT: &[&str] =
    &["Travailler en équipe", "Être à l’écoute", "Être ponctuel", "Prendre des initiatives", "Rigueur"];

/// The demo's offers, as they are on `today`.
///
/// # Errors
/// When our own files are wrong.
pub fn offers(today: Day) -> Result<Vec<Offer>, DemoError> {
    let communes = reference::communes()?;
    let employers = employers::all()?;
    let mut out = Vec::new();
    for (t, trade) in trades::all()?.iter().enumerate() {
        let hiring: Vec<&DemoEmployer> = employers.iter().filter(|e| hires(e, trade)).collect();
        for i in 0..EACH {
            // Four territories in turn, so that every trade is found in each.
            let zone = ["nord", "bassin", "nord", "oise", "azur", "bassin"][i];
            let there: Vec<&&DemoEmployer> = hiring.iter().filter(|e| e.zone == zone).collect();
            let employer = there
                .get((t + i) % there.len().max(1))
                .ok_or_else(|| DemoError::new("employers.csv", 0, format!("nobody hires {} in {zone}", trade.rome)))?;
            out.push(offer(trade, employer, &communes, out.len(), i, today)?);
        }
    }
    Ok(out)
}

/// Whether an employer is of the sectors that hire for a trade: a letter, or the beginning of a NAF code.
fn hires(employer: &DemoEmployer, trade: &Trade) -> bool {
    let is_code = |sector: &str| sector.starts_with(|c: char| c.is_ascii_digit());
    trade.sectors.iter().any(|s| employer.sector == *s || (is_code(s) && employer.naf.starts_with(s)))
}

/// The `n`-th offer, the `i`-th of its trade.
fn offer(
    trade: &Trade,
    employer: &DemoEmployer,
    communes: &[Commune],
    n: usize,
    i: usize,
    today: Day,
) -> Result<Offer, DemoError> {
    let contract = trade.contracts[i % trade.contracts.len()];
    let mut offer = Offer::new("demo", &format!("{}-{i}", trade.rome), trade.titles[i % trade.titles.len()]);
    if !offer.title.contains(" / ") && !offer.title.ends_with(')') && !offer.title.ends_with("F/H") {
        offer.title.push_str(" (H/F)");
    }
    offer.rome = (n % 23 != 11).then(|| trade.rome.clone());
    offer.employer = Employer {
        name: Some(employer.name.to_owned()),
        anonymous: employer.anonymous,
        size: Some(employer.size.to_owned()),
        naf: Some(employer.naf.to_owned()),
        about: (n.is_multiple_of(3)).then(|| format!("{} : {}, {}.", employer.name, employer.kind, employer.size)),
        adapted: (contract == Contract::CddTremplin).then_some(true),
        ..Employer::default()
    };
    offer.places = places(employer, communes, n)?;
    offer.contract = Some(contract);
    let long = matches!(contract, Contract::Cdi | Contract::CdiInterim | Contract::NotSalaried);
    offer.contract_days = (!long).then_some([90, 180, 365, 60, 240][n % 5]);
    let weekly = trade.hours[i % trade.hours.len()];
    offer.hours = Hours {
        weekly_min: Some(weekly * 60),
        work_time: Some(if weekly >= 35 { WorkTime::Full } else { WorkTime::Part }),
        schedule: trade.schedules.clone(),
        days: if n.is_multiple_of(4) { vec![0, 1, 2, 3, 4] } else { Vec::new() },
        ..Hours::default()
    };
    offer.remote = trade.rome.as_str().starts_with("M18").then_some(Remote::Partial);
    if contract != Contract::NotSalaried && n % 7 != 3 {
        let (pay, text) = pay(trade, contract, n);
        offer.pay = Some(pay);
        offer.pay_text = Some(text);
    }
    offer.requirements = requirements(trade, contract, n);
    offer.no_car = (n % 4 == 1 && trade.permit.is_none()).then_some(true);
    offer.posts = Some([1, 1, 2, 1, 4, 1, 12][n % 7]);
    offer.insertion = insertion(contract, n);
    let age = i32::try_from((n * 37) % 41).unwrap_or_default();
    offer.posted = Some(today.plus(-age));
    offer.updated = Some(Timestamp(i64::from(today.plus(-(age / 2)).0) * 86_400 + 28_800));
    offer.start = (n % 3 == 1).then(|| today.plus(7 + age));
    offer.closes = (n % 5 == 2).then(|| today.plus(6 + age));
    offer.licence = Some("Données de démonstration, fictives".to_owned());
    offer.origin_url = Some(format!("https://offres.example/demo/{}", offer.source_id.to_lowercase()));
    offer.text = (n % 29 != 17).then(|| text(trade, n, i));
    offer.apply = channels(n, communes, employer);
    Ok(offer)
}

fn text(trade: &Trade, n: usize, i: usize) -> String {
    let body = trade.texts[i % trade.texts.len()];
    let end = [
        "Venez voir le lieu de travail avant de décider : une visite est possible.",
        "Nous répondons à tout le monde, sous dix jours.",
        "Une question ? Parlez-en à votre conseiller, il nous connaît.",
        "Vous n’avez pas tout ce qui est demandé ? Venez quand même nous en parler.",
    ][n % 4];
    format!("{body}\n\n{}\n\n{end}", trade.definition)
}

fn places(employer: &DemoEmployer, communes: &[Commune], n: usize) -> Result<Vec<Place>, DemoError> {
    let commune = communes
        .iter()
        .find(|c| c.code == employer.commune)
        .ok_or_else(|| DemoError::new("employers.csv", 0, format!("{}: unknown commune", employer.name)))?;
    let bare = |precision, label: &str| Place {
        precision,
        label: label.to_owned(),
        commune: None,
        departement: None,
        postcode: None,
        point: None,
    };
    // Some offers are as they come: only "France", only the département, beyond the border.
    match n % 61 {
        13 => return Ok(vec![bare(Precision::Unresolved, "France")]),
        29 => {
            let departement = DepartementCode::parse(commune.code.departement().as_str()).ok();
            return Ok(vec![Place { departement, ..bare(Precision::Departement, "Tout le département") }]);
        }
        _ => {}
    }
    match n {
        52 => return Ok(vec![bare(Precision::Abroad, "Mouscron (Belgique)")]),
        112 => return Ok(vec![bare(Precision::Abroad, "Monaco")]),
        _ => {}
    }
    let at = |c: &Commune| Place {
        precision: Precision::Commune,
        label: c.name.clone(),
        commune: Some(c.code.clone()),
        departement: Some(c.code.departement()),
        postcode: c.postcodes.first().cloned(),
        point: c.point,
    };
    let mut out = vec![at(commune)];
    if n % 17 == 5 {
        let near =
            communes.iter().filter(|c| c.code != commune.code && c.code.departement() == commune.code.departement());
        out.extend(near.skip(n % 5).step_by(3).take(2).map(at));
    }
    Ok(out)
}

/// Pay by the hour, the month or the year, in turn; apprentices are paid a share.
fn pay(trade: &Trade, contract: Contract, n: usize) -> (Pay, String) {
    let (low, high) = trade.pay_cents;
    let step = (high - low) * i64::try_from(n % 4).unwrap_or_default() / 4;
    let hour = if contract.is_alternance() { low * 55 / 100 } else { low + step };
    // Rounded up to whole euros, so that no full-time pay falls under the legal minimum.
    let month = (hour * 15_167 / 100 + 99) / 100 * 100;
    let euros = |cents: i64| format!("{},{:02}", cents / 100, cents % 100);
    match n % 3 {
        0 => (
            Pay { min_cents: hour, max_cents: hour, period: PayPeriod::Hour, months_e2: None },
            format!("Horaire de {} Euros", euros(hour)),
        ),
        1 => (
            Pay { min_cents: month, max_cents: month + 15_000, period: PayPeriod::Month, months_e2: Some(1200) },
            format!("Mensuel de {} Euros à {} Euros sur 12 mois", euros(month), euros(month + 15_000)),
        ),
        _ => (
            Pay { min_cents: month * 13, max_cents: month * 13, period: PayPeriod::Year, months_e2: Some(1300) },
            format!("Annuel de {} Euros sur 13 mois", euros(month * 13)),
        ),
    }
}

fn requirements(trade: &Trade, contract: Contract, n: usize) -> Requirements {
    // Learning a trade and insertion ask for no experience.
    let beginner = trade.beginner || contract.is_alternance() || contract.is_insertion() || n % 6 == 4;
    let need = |essential| if essential { Need::Essential } else { Need::Optional };
    let asked =
        |label: &str, essential| Asked { label: label.to_owned(), code: None, level: None, need: need(essential) };
    let permit = trade.permit.and_then(|p| PERMITS.iter().find(|(code, _)| *code == p));
    Requirements {
        beginner_ok: beginner.then_some(true),
        experience: trade
            .months
            .filter(|_| !beginner)
            .map(|months| Experience { need: need(!n.is_multiple_of(3)), months: Some(months) }),
        diplomas: trade
            .diploma
            .filter(|_| n % 3 != 1 || matches!(trade.rome.as_str(), "J1506" | "J1501"))
            .map(|level| DiplomaNeed { level, field: None, need: need(n.is_multiple_of(2)) })
            .into_iter()
            .collect(),
        permits: permit.map(|(_, label)| asked(label, true)).into_iter().collect(),
        languages: trade
            .language
            .filter(|_| n % 2 == 1)
            .map(|l| Asked { level: Some("Notions".to_owned()), ..asked(l, false) })
            .into_iter()
            .collect(),
        skills: trade.skills.iter().map(|(label, essential)| asked(label, *essential)).collect(),
        soft_skills: [n % SOFT.len(), (n + 2) % SOFT.len()].iter().map(|i| SOFT[*i].to_owned()).collect(),
        conditions: trade.conditions.iter().map(|c| (*c).to_owned()).collect(),
    }
}

fn insertion(contract: Contract, n: usize) -> Insertion {
    let structure = match contract {
        Contract::CddInsertion => Some("ACI"),
        Contract::InterimInsertion => Some("ETTI"),
        Contract::CddTremplin => Some("EA"),
        _ => None,
    };
    Insertion {
        structure: structure.map(str::to_owned),
        clause: (n % 31 == 6).then_some(true),
        reserved: (structure.is_some() || n % 31 == 6).then_some(true),
    }
}

/// How to apply: numbers kept for fiction by Arcep, addresses on example domains.
fn channels(n: usize, communes: &[Commune], employer: &DemoEmployer) -> Vec<ApplyChannel> {
    let phone = |prefix: &str| ApplyChannel::Phone(format!("{prefix}{:04}", (n * 73) % 10_000));
    let slug = domain::text::slug(employer.name);
    match n % 4 {
        0 => vec![ApplyChannel::Email(format!("recrutement@{slug}.example"))],
        1 => vec![phone(if employer.zone == "azur" { "046571" } else { "035301" })],
        2 => vec![ApplyChannel::Url(format!("https://{slug}.example/postuler/{n}"))],
        _ => {
            let town = communes.iter().find(|c| c.code == employer.commune);
            let town = town
                .map_or_else(String::new, |c| format!("{} {}", c.postcodes.first().map_or("", String::as_str), c.name));
            vec![
                ApplyChannel::InPerson(format!("{}, {} rue du Progrès, {town}", employer.name, n % 90 + 1)),
                ApplyChannel::Email(format!("accueil@{slug}.example")),
            ]
        }
    }
}
