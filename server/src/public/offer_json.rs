//! An offer as outsiders read it. Never a contact, never an anonymous employer.

use app::i18n::Lang;
use domain::answer::{ConditionFound, Hit, Relax, Relaxation, SearchAnswer};
use domain::offer::{OfferCard, StoredOffer};
use domain::pay::Pay;
use domain::requirement::Asked;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The answer of `GET /api/v1/offers`.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OfferList {
    /// All offers found: they have all that was asked.
    pub total: u32,
    /// Offers that do not say whether they pass a filter; among `items`, after the others, with `wider=1`.
    pub silent: u32,
    /// Offers of the trade that lack another word; looked for, and among `items`, with `wider=1`.
    pub partial: u32,
    /// The search that was answered, as parameters: conditions that stood in `q` are filters.
    pub search: String,
    /// The page, from 1.
    pub page: u32,
    /// Offers a page.
    pub page_size: u32,
    /// The page's offers.
    pub items: Vec<OfferItem>,
    /// Counts: facet, then value, then offers. Each with all other filters, its own choice aside.
    pub facets: BTreeMap<String, BTreeMap<String, u32>>,
    /// What to relax when little is found.
    pub relax: Vec<RelaxItem>,
    /// What was understood of the words.
    pub understood: UnderstoodItem,
    /// Non-salaried offers that were left out (`non_salaried=1` takes them in).
    pub non_salaried_hidden: u32,
}

/// An offer in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OfferItem {
    /// Public number: 12 characters, stable.
    pub id: String,
    /// Page of the offer.
    pub url: String,
    /// Title.
    pub title: String,
    /// Employer, when it may be named.
    pub employer: Option<String>,
    /// Place in words; null: to be checked with the source.
    pub place: Option<String>,
    /// INSEE code of the commune.
    pub commune: Option<String>,
    /// Kilometres from the searched commune, one decimal.
    pub distance_km: Option<f64>,
    /// Known only by its département.
    pub wide_place: bool,
    /// Filters of the search of which it says nothing.
    pub unsaid: Vec<&'static str>,
    /// Words of the search that it lacks.
    pub lacks: Vec<String>,
    /// Contract code.
    pub contract: Option<&'static str>,
    /// Length of the contract in days.
    pub contract_days: Option<u16>,
    /// Hours a week.
    pub weekly_hours: Option<f64>,
    /// Full or part time.
    pub work_time: Option<&'static str>,
    /// Gross pay.
    pub pay: Option<PayItem>,
    /// ROME 4 code.
    pub rome_code: Option<String>,
    /// "Débutant accepté" is said.
    pub beginner_accepted: bool,
    /// Reachable without a car is said.
    pub no_car: bool,
    /// Insertion par l'activité économique, or a clause.
    pub insertion: bool,
    /// First day of work.
    pub starts_at: Option<String>,
    /// Day of publication at the source.
    pub posted_at: Option<String>,
    /// Source.
    pub source: String,
}

/// Gross pay, in euros.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PayItem {
    /// Lowest.
    pub min: f64,
    /// Highest.
    pub max: f64,
    /// heure, mois, an or jour.
    pub period: &'static str,
}

/// One thing to relax.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RelaxItem {
    /// What changes: radius, anywhere, drop_filter, drop_filters, drop_text, non_salaried, drop_employer,
    /// only_text, only_place, everything.
    pub change: &'static str,
    /// The new radius, or the facet that is dropped.
    pub value: Option<String>,
    /// Offers that it gives.
    pub total: u32,
    /// The search to go to.
    pub url: String,
}

/// What was understood.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnderstoodItem {
    /// Words searched, the place taken out.
    pub text: String,
    /// INSEE code of the place.
    pub commune: Option<String>,
    /// Its name.
    pub place: Option<String>,
    /// The name of the place where it is no commune: a département, a région, a labour basin, a part of the country.
    pub area: Option<String>,
    /// What was typed, where the place is only what was probably meant by it.
    pub guessed_place: Option<String>,
    /// What was typed, where it is a former commune or a part of the place.
    pub former_place: Option<String>,
    /// The radius in which was searched, where nothing of the trade is within the one that was asked; with `wider=1`.
    pub widened_km: Option<u16>,
    /// INSEE codes of other communes that were named or may be meant.
    pub other_communes: Vec<String>,
    /// A place that is not known.
    pub unknown_place: Option<String>,
    /// The words as corrected.
    pub corrected: Option<String>,
    /// The text that searches exactly what was typed, when a word was corrected.
    pub exact: Option<String>,
    /// ROME codes that the words name.
    pub rome_codes: Vec<String>,
    /// Words that became filters.
    pub conditions: Vec<ConditionItem>,
    /// Conditions that exclude each other: either will do.
    pub either: bool,
    /// An internship was asked for: there are none here.
    pub internship: bool,
    /// Words that were left out, because few offers have all; with `wider=1`.
    pub left_out: Vec<String>,
    /// Other spellings that were also searched: a rare one was typed.
    pub also_searched: Vec<String>,
}

/// Words that became a filter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConditionItem {
    /// As typed.
    pub typed: String,
    /// Name of the filter.
    pub filter: &'static str,
    /// Its value.
    pub value: String,
}

/// The answer of `GET /api/v1/offers/{id}`.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OfferDetail {
    /// What a list says of it.
    #[serde(flatten)]
    pub item: OfferItem,
    /// The text, in French, plain; null when the source gives none.
    pub text: Option<String>,
    /// ROME appellation.
    pub appellation: Option<String>,
    /// All places.
    pub places: Vec<PlaceItem>,
    /// NAF code.
    pub naf: Option<String>,
    /// Pay in the source's words.
    pub pay_text: Option<String>,
    /// Schedule codes.
    pub schedule: Vec<&'static str>,
    /// Skills asked for.
    pub skills: Vec<AskedItem>,
    /// Driving licences.
    pub permits: Vec<AskedItem>,
    /// Languages.
    pub languages: Vec<AskedItem>,
    /// Soft skills.
    pub soft_skills: Vec<String>,
    /// Lowest diploma asked for.
    pub diploma: Option<&'static str>,
    /// Months of experience asked for.
    pub experience_months: Option<u16>,
    /// Number of posts.
    pub posts: Option<u16>,
    /// Last day to apply.
    pub closes_at: Option<String>,
    /// Last update at the source.
    pub updated_at: Option<String>,
    /// Address at the source.
    pub origin_url: Option<String>,
    /// Licence of the source.
    pub licence: Option<String>,
}

/// One place.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PlaceItem {
    /// In words.
    pub label: String,
    /// commune, departement, region, a-verifier or etranger.
    pub precision: &'static str,
    /// INSEE code.
    pub commune: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
}

/// Something asked for.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AskedItem {
    /// Label.
    pub label: String,
    /// exige or souhaite.
    pub need: &'static str,
}

/// A list from a search's answer.
#[must_use]
pub fn list(answer: &SearchAnswer, page: u32, site: &str) -> OfferList {
    let mut facets: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for count in &answer.facets {
        facets.entry(count.facet.code().to_owned()).or_default().insert(count.value.clone(), count.count);
    }
    let understood = &answer.understood;
    OfferList {
        total: answer.total,
        silent: answer.silent,
        partial: answer.partial,
        search: app::url::search_of(&answer.query),
        page,
        page_size: domain::query::PAGE_SIZE,
        items: answer.hits.iter().map(|hit| hit_item(hit, site)).collect(),
        facets,
        relax: answer.relax.iter().map(|r| relax_item(r, site)).collect(),
        understood: UnderstoodItem {
            text: understood.text.clone(),
            commune: understood.place.as_ref().map(|p| p.commune.to_string()),
            place: understood.place.as_ref().map(|p| p.name.clone()),
            area: understood.area.clone(),
            guessed_place: understood.guessed_place.clone(),
            former_place: understood.former_place.clone(),
            widened_km: understood.widened_km,
            other_communes: understood.other_places.iter().map(|p| p.commune.to_string()).collect(),
            unknown_place: understood.unknown_place.clone(),
            corrected: understood.corrected.clone(),
            exact: understood.exact.clone(),
            rome_codes: understood.occupations.iter().map(|o| o.code.to_string()).collect(),
            conditions: understood.conditions.iter().map(condition).collect(),
            either: understood.either,
            internship: understood.internship,
            left_out: understood.left_out.iter().map(|left| left.word.clone()).collect(),
            also_searched: understood.spellings.iter().map(|spelling| spelling.also.clone()).collect(),
        },
        non_salaried_hidden: answer.non_salaried_hidden,
    }
}

fn condition(found: &ConditionFound) -> ConditionItem {
    ConditionItem { typed: found.typed.clone(), filter: found.facet.code(), value: found.value.clone() }
}

fn hit_item(hit: &Hit, site: &str) -> OfferItem {
    let mut item = item(&hit.card, site);
    item.distance_km = hit.distance_m.map(|m| (f64::from(m) / 100.0).round() / 10.0);
    item.wide_place = hit.wide_place;
    item.unsaid = hit.unsaid.iter().map(|facet| facet.code()).collect();
    item.lacks.clone_from(&hit.lacks);
    item
}

fn item(card: &OfferCard, site: &str) -> OfferItem {
    OfferItem {
        id: card.number.to_string(),
        url: format!("{site}{}", app::url::offer(Lang::Fr, &domain::text::slug(&card.title), card.number)),
        title: card.title.clone(),
        employer: card.employer.clone(),
        place: card.place.clone(),
        commune: card.commune.clone(),
        distance_km: None,
        wide_place: false,
        unsaid: Vec::new(),
        lacks: Vec::new(),
        contract: card.contract.map(domain::contract::Contract::code),
        contract_days: card.contract_days,
        weekly_hours: card.weekly_min.map(|m| f64::from(m) / 60.0),
        work_time: card.work_time.map(domain::hours::WorkTime::code),
        pay: card.pay.as_ref().map(pay),
        rome_code: card.rome.as_ref().map(ToString::to_string),
        beginner_accepted: card.beginner_ok,
        no_car: card.no_car,
        insertion: card.insertion,
        starts_at: card.start.map(|d| d.to_string()),
        posted_at: card.posted.map(|d| d.to_string()),
        source: card.source.clone(),
    }
}

fn pay(pay: &Pay) -> PayItem {
    let euros = |cents: i64| cents as f64 / 100.0;
    PayItem { min: euros(pay.min_cents), max: euros(pay.max_cents), period: pay.period.code() }
}

fn relax_item(relax: &Relaxation, site: &str) -> RelaxItem {
    let (change, value) = match &relax.change {
        Relax::Radius { km } => ("radius", Some(km.to_string())),
        Relax::Anywhere => ("anywhere", None),
        Relax::DropFilter { facet } => ("drop_filter", Some(facet.code().to_owned())),
        Relax::DropFilters => ("drop_filters", None),
        Relax::DropText => ("drop_text", None),
        Relax::OnlyText => ("only_text", None),
        Relax::OnlyPlace => ("only_place", None),
        Relax::Everything => ("everything", None),
        Relax::NonSalaried => ("non_salaried", None),
        Relax::DropEmployer => ("drop_employer", None),
    };
    RelaxItem { change, value, total: relax.total, url: format!("{site}{}", app::url::offers(Lang::Fr, &relax.query)) }
}

/// One offer whole.
#[must_use]
pub fn detail(stored: &StoredOffer, site: &str) -> OfferDetail {
    let offer = &stored.offer;
    let asked =
        |list: &[Asked]| list.iter().map(|a| AskedItem { label: a.label.clone(), need: a.need.code() }).collect();
    OfferDetail {
        item: item(&stored.card(), site),
        text: offer.text.clone(),
        appellation: offer.appellation.clone(),
        places: offer
            .places
            .iter()
            .map(|p| PlaceItem {
                label: p.label.clone(),
                precision: p.precision.code(),
                commune: p.commune.as_ref().map(ToString::to_string),
                postcode: p.postcode.clone(),
            })
            .collect(),
        naf: if offer.employer.anonymous { None } else { offer.employer.naf.clone() },
        pay_text: offer.pay_text.clone(),
        schedule: offer.hours.schedule.iter().map(|s| s.code()).collect(),
        skills: asked(&offer.requirements.skills),
        permits: asked(&offer.requirements.permits),
        languages: asked(&offer.requirements.languages),
        soft_skills: offer.requirements.soft_skills.clone(),
        diploma: offer.requirements.diploma().map(domain::requirement::Diploma::code),
        experience_months: offer.requirements.experience.as_ref().and_then(|e| e.months),
        posts: offer.posts,
        closes_at: offer.closes.map(|d| d.to_string()),
        updated_at: offer.updated.map(domain::time::Timestamp::to_rfc3339),
        origin_url: offer.origin_url.clone(),
        licence: offer.licence.clone(),
    }
}
