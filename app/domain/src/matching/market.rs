//! What is offered around a person, made ready once so that thousands of offers are matched at each tap.

use super::fit::{Fit, Ranked, fit, rank, score};
use super::needs::Needs;
use crate::assessment::{Belief, Here, LocalWeights};
use crate::gate::{AskedGate, Bucket, Gates};
use crate::pack::LocalPack;
use crate::pack::local::PackOffer;
use crate::place::Point;
use crate::profile::Avoid;
use crate::skill::{ItemIx, OccupationIx, Referential};
use std::collections::{BTreeMap, BTreeSet};

/// A local pack with what each of its offers needs. Many ask for the same: that is kept once.
#[derive(Clone, Debug, Default)]
pub struct Market {
    /// The pack.
    pub pack: LocalPack,
    distinct: Vec<Needs>,
    /// For each offer its place in `distinct`.
    needs: Vec<u32>,
    /// For each trade what it asks for.
    trades: Vec<Needs>,
    /// What hangs on each question here.
    here: Here,
}

/// Who looks at a market.
#[derive(Clone, Copy, Debug)]
pub struct Looking<'a> {
    /// What is believed of her.
    pub belief: &'a Belief,
    /// What she has passed.
    pub gates: Gates<'a>,
    /// What she would rather not do.
    pub avoid: &'a BTreeSet<Avoid>,
    /// Where she sets out, and how many metres she goes at most.
    pub from: Option<Point>,
    /// Metres at most.
    pub reach: Option<u32>,
    /// Minutes a week at most.
    pub weekly_min: Option<u16>,
}

impl Looking<'_> {
    /// Whether an offer is within her limits; what it does not say takes nothing away.
    #[must_use]
    pub fn accepts(&self, market: &Market, offer: usize) -> bool {
        let own = market.pack.offers.get(offer);
        own.is_some_and(|own| self.accepts_at(own, market.metres(offer, self.from)))
    }

    fn accepts_at(&self, offer: &PackOffer, metres: Option<u32>) -> bool {
        let avoided = offer.avoid.iter().any(|one| self.avoid.contains(one));
        let long = offer.weekly_min.zip(self.weekly_min).is_some_and(|(asked, most)| asked > most);
        let far = metres.zip(self.reach).is_some_and(|(metres, reach)| metres > reach);
        !avoided && !long && !far
    }
}

/// What makes two offers ask for the same.
type Key = (Option<u16>, Vec<(ItemIx, bool)>, Vec<AskedGate>);

impl Market {
    /// Makes a pack ready.
    #[must_use]
    pub fn new(rome: &Referential, pack: LocalPack) -> Self {
        let mut at: BTreeMap<Key, u32> = BTreeMap::new();
        let mut distinct = Vec::new();
        let needs = pack
            .offers
            .iter()
            .map(|offer| {
                let key = (offer.trade, offer.named.clone(), offer.gates.clone());
                *at.entry(key).or_insert_with(|| {
                    let trade = offer.trade.and_then(|trade| pack.trades.get(usize::from(trade)));
                    let occupation = trade.map(|trade| trade.occupation);
                    distinct.push(Needs::of_offer(rome, occupation, &offer.named, offer.gates.clone()));
                    distinct.len() as u32 - 1
                })
            })
            .collect();
        let trades = pack.trades.iter().map(|trade| Needs::of_occupation(rome, trade.occupation)).collect();
        let here = Here::new(rome, &weights(&pack));
        Self { distinct, needs, trades, here, pack }
    }

    /// What hangs on each question here.
    #[must_use]
    pub const fn here(&self) -> &Here {
        &self.here
    }

    /// Open offers of each occupation: what weighs a question.
    #[must_use]
    pub fn weights(&self) -> LocalWeights {
        weights(&self.pack)
    }

    /// What an offer needs.
    #[must_use]
    pub fn needs(&self, offer: usize) -> Option<&Needs> {
        self.distinct.get(*self.needs.get(offer)? as usize)
    }

    /// Everything that a sentence about an offer or a trade can name.
    #[must_use]
    pub fn nameable(&self) -> BTreeSet<ItemIx> {
        let all = self.distinct.iter().chain(&self.trades);
        all.flat_map(Needs::named).map(|need| need.item).collect()
    }

    /// Metres from `from` to an offer; `None` where one of them is not known.
    #[must_use]
    pub fn metres(&self, offer: usize, from: Option<Point>) -> Option<u32> {
        let commune = self.pack.offers.get(offer)?.commune?;
        Some(self.pack.communes.get(usize::from(commune))?.point?.distance_m(from?))
    }

    /// Every offer within her limits, in the order in which she is shown them.
    #[must_use]
    pub fn ranked(&self, rome: &Referential, who: Looking<'_>) -> Vec<Ranked<u32>> {
        let scores: Vec<_> = self.distinct.iter().map(|needs| score(rome, who.belief, needs)).collect();
        let buckets: Vec<Bucket> = self.distinct.iter().map(|needs| who.gates.bucket(&needs.gates)).collect();
        let mut all: Vec<Ranked<u32>> = Vec::with_capacity(self.needs.len());
        for (at, needs) in self.needs.iter().enumerate() {
            let metres = self.metres(at, who.from);
            if !who.accepts_at(&self.pack.offers[at], metres) {
                continue;
            }
            let (score, bucket) = (scores[*needs as usize], buckets[*needs as usize]);
            all.push(Ranked { id: at as u32, bucket, score, metres });
        }
        rank(&mut all);
        all
    }

    /// How an offer fits.
    #[must_use]
    pub fn fit(&self, rome: &Referential, who: Looking<'_>, offer: usize) -> Option<Fit> {
        Some(fit(rome, who.belief, who.gates, self.needs(offer)?))
    }

    /// Every occupation here: how it fits, and how many offers it has; the best first.
    #[must_use]
    pub fn trades(&self, rome: &Referential, who: Looking<'_>) -> Vec<(OccupationIx, Fit, u32)> {
        let weights = self.weights();
        let trades = self.pack.trades.iter().zip(&self.trades);
        let mut all: Vec<_> = trades
            .map(|(trade, needs)| {
                let count = weights.get(&trade.occupation).copied().unwrap_or_default();
                (trade.occupation, fit(rome, who.belief, who.gates, needs), count)
            })
            .collect();
        all.sort_by(|a, b| b.1.score.cmp(&a.1.score).then(b.2.cmp(&a.2)).then(a.0.cmp(&b.0)));
        all
    }
}

fn weights(pack: &LocalPack) -> LocalWeights {
    let mut weights = LocalWeights::new();
    for trade in pack.offers.iter().filter_map(|offer| pack.trades.get(usize::from(offer.trade?))) {
        *weights.entry(trade.occupation).or_default() += 1;
    }
    weights
}
