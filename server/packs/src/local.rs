//! Local packs: the open offers within reach of a labour basin (CLPE), with what they ask for.

use super::rome::RomeFile;
use super::steps::Steps;
use super::{MadeOf, PackFile, compress};
use domain::gate;
use domain::hours::Schedule;
use domain::matching::Market;
use domain::number::OfferNumber;
use domain::offer::{Offer, StoredOffer};
use domain::pack::local::{PackCommune, PackOffer, PackTrade};
use domain::pack::{LocalPack, StepsPack};
use domain::place::{Commune, Point};
use domain::profile::Avoid;
use domain::requirement::Need;
use domain::skill::{ItemIx, OccupationIx};
use domain::training::Training;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// How far from the middle of a basin its neighbours' offers are taken, in metres.
const REACH_M: u32 = 45_000;
/// Offers of one pack, at most: the nearest.
const MOST: usize = 2_500;
/// Close occupations that are kept for each.
const NEAR: usize = 8;

/// Code of the pack of invented offers, for those who practise in a group.
pub(super) const PRACTICE: &str = "EXERCICE";
/// Where the invented offers lie: Roubaix.
const PRACTICE_MIDDLE: Point = Point { lat_e6: 50_690_000, lon_e6: 3_174_000 };

/// A labour basin with offers.
pub struct Basin {
    /// Its code, `CLPE59004`.
    pub code: String,
    /// Its largest communes, by which people know it.
    pub name: String,
    /// Open offers in it (its neighbours' not counted).
    pub offers: usize,
    /// Where its file is served.
    pub path: String,
    /// Where its steps are served.
    pub steps_path: String,
    middle: Point,
    made: OnceLock<Made>,
    made_steps: OnceLock<(StepsPack, PackFile)>,
    of: Arc<Offers>,
    ways: Arc<Steps>,
}

struct Made {
    market: Market,
    file: PackFile,
}

impl Basin {
    /// Its offers, ready to be matched; made when first asked for.
    #[must_use]
    pub fn market(&self) -> &Market {
        &self.made().market
    }

    /// Whether an offer stands in its pack.
    #[must_use]
    pub fn has(&self, number: OfferNumber) -> bool {
        // The pack holds them by number.
        self.market().pack.offers.binary_search_by_key(&number, |offer| offer.number).is_ok()
    }

    /// The file of its pack.
    #[must_use]
    pub fn file(&self) -> &PackFile {
        &self.made().file
    }

    /// Trainings and other steps in it and around it; made when first asked for.
    #[must_use]
    pub fn steps(&self) -> &StepsPack {
        &self.made_steps().0
    }

    /// The file of its steps.
    #[must_use]
    pub fn steps_file(&self) -> &PackFile {
        &self.made_steps().1
    }

    fn made_steps(&self) -> &(StepsPack, PackFile) {
        self.made_steps.get_or_init(|| {
            let pack = self.ways.around(&self.of.rome, &self.of.communes, self.of.made_of.day, self.middle);
            let file = PackFile { path: self.steps_path.clone(), brotli: compress(&pack.encode(), 11) };
            (pack, file)
        })
    }

    fn made(&self) -> &Made {
        self.made.get_or_init(|| {
            let mut market = Market::new(&self.of.rome.referential, self.of.around(self.middle));
            // Words only for what a sentence can name: all that local trades ask for is twice the file.
            let labels = &self.of.rome.labels;
            market.pack.labels =
                market.nameable().into_iter().filter_map(|item| Some((item, labels.get(&item)?.clone()))).collect();
            let file = PackFile { path: self.path.clone(), brotli: compress(&market.pack.encode(), 11) };
            Made { market, file }
        })
    }
}

/// Every open offer, as small as it can be, and the communes of all.
pub(super) struct Offers {
    rome: Arc<RomeFile>,
    made_of: MadeOf,
    offers: Vec<Known>,
    communes: BTreeMap<String, Commune>,
    steps: Arc<Steps>,
}

struct Known {
    offer: PackOffer,
    occupation: Option<OccupationIx>,
    commune: Option<String>,
}

impl Offers {
    pub(super) fn new(
        rome: Arc<RomeFile>,
        made_of: MadeOf,
        open: &[StoredOffer],
        trainings: Vec<Training>,
        communes: Vec<Commune>,
    ) -> Self {
        let by_label: BTreeMap<String, ItemIx> =
            rome.labels.iter().map(|(at, label)| (domain::text::fold(label), *at)).collect();
        let offers = open.iter().map(|stored| known(&rome, &by_label, stored)).collect();
        let communes = communes.into_iter().map(|own| (own.code.to_string(), own)).collect();
        Self { rome, made_of, offers, communes, steps: Arc::new(Steps(trainings)) }
    }

    /// The basins that have offers, those with most first.
    pub(super) fn basins(self: &Arc<Self>) -> Vec<Basin> {
        let mut counts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        for commune in self.offers.iter().filter_map(|known| self.communes.get(known.commune.as_deref()?)) {
            let basin = commune.clpe.as_deref().unwrap_or_else(|| &commune.code.as_str()[..2]);
            *counts.entry(basin).or_default().entry(commune.code.as_str()).or_default() += 1;
        }
        let mut basins: Vec<Basin> = counts.iter().filter_map(|(code, own)| self.basin(code, own)).collect();
        basins.sort_by(|a, b| b.offers.cmp(&a.offers).then(a.code.cmp(&b.code)));
        basins
    }

    fn basin(self: &Arc<Self>, code: &str, own: &BTreeMap<&str, usize>) -> Option<Basin> {
        let mut all: Vec<(&Commune, usize)> =
            own.iter().filter_map(|(code, count)| Some((self.communes.get(*code)?, *count))).collect();
        all.sort_by(|a, b| b.0.population.cmp(&a.0.population).then(a.0.code.cmp(&b.0.code)));
        let names: Vec<&str> = all.iter().take(2).map(|(commune, _)| commune.name.as_str()).collect();
        let points = all.iter().filter_map(|(commune, count)| Some((commune.point?, *count as i64)));
        let (mut lat, mut lon, mut weight) = (0i64, 0i64, 0i64);
        for (point, count) in points {
            lat += i64::from(point.lat_e6) * count;
            lon += i64::from(point.lon_e6) * count;
            weight += count;
        }
        let part = |sum: i64| i32::try_from(sum.checked_div(weight)?).ok();
        let middle = Point { lat_e6: part(lat)?, lon_e6: part(lon)? };
        Some(self.named(code, names.join(", "), own.values().sum(), middle))
    }

    /// Everything as one basin to practise with.
    pub(super) fn practice(self: &Arc<Self>) -> Basin {
        self.named(PRACTICE, String::new(), self.offers.len(), PRACTICE_MIDDLE)
    }

    fn named(self: &Arc<Self>, code: &str, name: String, offers: usize, middle: Point) -> Basin {
        let MadeOf { reference, offers: rev, trainings, day } = self.made_of;
        let (mark, low) = (self.rome.mark, code.to_lowercase());
        Basin {
            path: format!("/packs/local-{low}.{mark:x}-{reference:x}-{rev:x}-{:x}.bin", day.0),
            steps_path: format!("/packs/steps-{low}.{mark:x}-{reference:x}-{trainings:x}-{:x}.bin", day.0),
            code: code.to_owned(),
            name,
            offers,
            middle,
            made: OnceLock::new(),
            made_steps: OnceLock::new(),
            of: self.clone(),
            ways: self.steps.clone(),
        }
    }

    /// The pack of what lies around a point; it has no words yet.
    fn around(&self, middle: Point) -> LocalPack {
        let metres = |known: &Known| {
            let point = self.communes.get(known.commune.as_deref()?)?.point?;
            Some(point.distance_m(middle)).filter(|metres| *metres <= REACH_M)
        };
        let mut near: Vec<(u32, &Known)> =
            self.offers.iter().filter_map(|known| Some((metres(known)?, known))).collect();
        near.sort_by_key(|(metres, known)| (*metres, known.offer.number));
        near.truncate(MOST);
        near.sort_by_key(|(_, known)| known.offer.number);
        let near: Vec<&Known> = near.into_iter().map(|(_, known)| known).collect();
        let codes: BTreeSet<&str> = near.iter().filter_map(|known| known.commune.as_deref()).collect();
        let trades = self.trades(near.iter().filter_map(|known| known.occupation).collect());
        let trade_at: BTreeMap<OccupationIx, u16> =
            trades.iter().zip(0u16..).map(|(trade, at)| (trade.occupation, at)).collect();
        let commune_at: BTreeMap<&str, u16> = codes.iter().zip(0u16..).map(|(code, at)| (*code, at)).collect();
        let offers: Vec<PackOffer> = near
            .iter()
            .map(|known| PackOffer {
                trade: known.occupation.and_then(|own| trade_at.get(&own).copied()),
                commune: known.commune.as_deref().and_then(|own| commune_at.get(own).copied()),
                ..known.offer.clone()
            })
            .collect();
        LocalPack {
            rome: self.rome.mark,
            day: self.made_of.day,
            communes: codes
                .iter()
                .filter_map(|code| self.communes.get(*code))
                .map(|own| PackCommune {
                    code: own.code.clone(),
                    name: own.name.clone(),
                    point: own.point.map(rounded),
                })
                .collect(),
            labels: Vec::new(),
            trades,
            offers,
        }
    }

    fn trades(&self, here: BTreeSet<OccupationIx>) -> Vec<PackTrade> {
        let rome = &self.rome.referential;
        let at: BTreeMap<&str, u16> =
            here.iter().zip(0u16..).filter_map(|(own, at)| Some((rome.code(*own)?.as_str(), at))).collect();
        let near = |own: &OccupationIx| {
            let list = rome.code(*own).and_then(|code| self.rome.near.get(code.as_str()));
            let local =
                list.into_iter().flatten().filter_map(|(other, share)| Some((*at.get(other.as_str())?, *share)));
            local.take(NEAR).collect()
        };
        here.iter().map(|own| PackTrade { occupation: *own, near: near(own) }).collect()
    }
}

/// As the file keeps it.
pub(super) const fn rounded(point: Point) -> Point {
    Point { lat_e6: point.lat_e6 / 10 * 10, lon_e6: point.lon_e6 / 10 * 10 }
}

fn known(rome: &RomeFile, by_label: &BTreeMap<String, ItemIx>, stored: &StoredOffer) -> Known {
    let offer = &stored.offer;
    let mut named: BTreeMap<ItemIx, bool> = BTreeMap::new();
    for skill in &offer.requirements.skills {
        let by_code = skill.code.as_deref().and_then(|code| code.parse().ok());
        let item = by_code.and_then(|ogr| rome.referential.item_of(domain::skill::Ogr(ogr)));
        if let Some(item) = item.or_else(|| by_label.get(&domain::text::fold(&skill.label)).copied()) {
            *named.entry(item).or_default() |= skill.need == Need::Essential;
        }
    }
    Known {
        occupation: offer.rome.as_ref().and_then(|code| rome.referential.occupation(code)),
        commune: offer.places.iter().find_map(|place| place.commune.as_ref()).map(ToString::to_string),
        offer: PackOffer {
            number: stored.number,
            title: offer.title.clone(),
            employer: offer.employer.name.clone().filter(|_| !offer.employer.anonymous),
            trade: None,
            commune: None,
            contract: offer.contract,
            weekly_min: offer.hours.weekly_min,
            named: named.into_iter().collect(),
            gates: gate::asked(&offer.requirements, offer.rome.as_ref()),
            avoid: avoided(offer),
        },
    }
}

/// What is in an offer that some prefer to avoid; only what it says.
fn avoided(offer: &Offer) -> Vec<Avoid> {
    let conditions: Vec<String> = offer.requirements.conditions.iter().map(|c| domain::text::fold(c)).collect();
    let says = |part: &str| conditions.iter().any(|c| c.contains(part));
    let works = |schedule| offer.hours.schedule.contains(&schedule);
    let is_there = |avoid: &Avoid| match avoid {
        Avoid::Loads => says("charges"),
        Avoid::Heights => says("hauteur"),
        Avoid::Standing => says("debout"),
        Avoid::Nights => works(Schedule::Night),
        Avoid::Weekends => works(Schedule::Weekend),
        Avoid::Evenings => works(Schedule::Evening),
        Avoid::Shifts => works(Schedule::Shifts),
        Avoid::Trips => conditions.iter().any(|c| c.contains("deplacements") && !c.contains("jamais")),
    };
    Avoid::ALL.iter().copied().filter(is_there).collect()
}
