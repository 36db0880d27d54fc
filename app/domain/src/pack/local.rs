//! The local pack: what a labour basin and its neighbours offer and ask for, in the numbers of a
//! [`super::RomePack`].

use super::bytes::{PackError, Reader, Writer};
use crate::contract::Contract;
use crate::gate::{AskedGate, Demand, Gate};
use crate::number::OfferNumber;
use crate::place::{CommuneCode, Point};
use crate::profile::Avoid;
use crate::skill::{ItemIx, OccupationIx, Share};
use crate::time::Day;

/// How the file begins; the digit is its shape.
const KIND: &[u8] = b"PLO2";
/// Degrees are kept as hundred-thousandths: a metre.
const DEGREE: i32 = 10;

/// A commune with offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackCommune {
    /// Insee code.
    pub code: CommuneCode,
    /// Name.
    pub name: String,
    /// Where it is, to a few metres.
    pub point: Option<Point>,
}

/// An occupation with offers here, or close to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackTrade {
    /// Which one.
    pub occupation: OccupationIx,
    /// Those of [`LocalPack::trades`] that are close to it, best first.
    pub near: Vec<(u16, Share)>,
}

/// An open offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackOffer {
    /// Its number.
    pub number: OfferNumber,
    /// Its title.
    pub title: String,
    /// Who offers, when he says so.
    pub employer: Option<String>,
    /// Its occupation, in [`LocalPack::trades`].
    pub trade: Option<u16>,
    /// Where, in [`LocalPack::communes`].
    pub commune: Option<u16>,
    /// Contract.
    pub contract: Option<Contract>,
    /// Minutes a week, where the offer says so.
    pub weekly_min: Option<u16>,
    /// What it names itself, by item, each once; `true` where it is required.
    pub named: Vec<(ItemIx, bool)>,
    /// Licences, cards, diplomas.
    pub gates: Vec<AskedGate>,
    /// What is in it that some prefer to avoid.
    pub avoid: Vec<Avoid>,
}

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalPack {
    /// Mark of the file of ROME whose numbers it uses ([`super::RomePack::mark`]).
    pub rome: u32,
    /// The day that it is of.
    pub day: Day,
    /// Communes, by code.
    pub communes: Vec<PackCommune>,
    /// Occupations, in the order of the referential.
    pub trades: Vec<PackTrade>,
    /// Labels of the items that are asked for here, in the order of items.
    pub labels: Vec<(ItemIx, String)>,
    /// Offers, by number.
    pub offers: Vec<PackOffer>,
}

impl LocalPack {
    /// The bytes of the file.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Writer(KIND.to_vec());
        out.0.extend(self.rome.to_le_bytes());
        out.number(self.day.0.unsigned_abs());
        out.number(self.communes.len() as u32);
        self.communes.iter().for_each(|one| put_commune(&mut out, one));
        out.number(self.trades.len() as u32);
        out.growing(self.trades.iter().map(|trade| u32::from(trade.occupation.0)));
        for trade in &self.trades {
            out.number(trade.near.len() as u32);
            for (other, share) in &trade.near {
                out.number(u32::from(*other));
                out.number(share.get() / 1_000);
            }
        }
        out.number(self.labels.len() as u32);
        out.growing(self.labels.iter().map(|(item, _)| u32::from(item.0)));
        self.labels.iter().for_each(|(_, label)| out.text(label));
        self.write_offers(&mut out);
        out.0
    }

    /// By column, each title and employer once.
    fn write_offers(&self, out: &mut Writer) {
        let mut texts: Vec<&str> =
            self.offers.iter().flat_map(|o| [Some(o.title.as_str()), o.employer.as_deref()]).flatten().collect();
        texts.sort_unstable();
        texts.dedup();
        let place = |text: &str| texts.binary_search(&text).unwrap_or_default() as u32;
        out.number(texts.len() as u32);
        texts.iter().for_each(|text| out.text(text));
        out.number(self.offers.len() as u32);
        let maybe = |one: Option<u16>| one.map_or(0, |one| u32::from(one) + 1);
        for offer in &self.offers {
            out.0.extend(offer.number.as_u64().to_le_bytes());
        }
        self.offers.iter().for_each(|o| out.number(place(&o.title)));
        self.offers.iter().for_each(|o| out.number(o.employer.as_deref().map_or(0, |text| place(text) + 1)));
        self.offers.iter().for_each(|o| out.number(maybe(o.trade)));
        self.offers.iter().for_each(|o| out.number(maybe(o.commune)));
        for offer in &self.offers {
            out.0.push(offer.contract.and_then(|c| at(Contract::ALL, &c)).map_or(0, |at| at + 1));
        }
        self.offers.iter().for_each(|o| out.number(maybe(o.weekly_min)));
        for offer in &self.offers {
            out.0.push(offer.avoid.iter().filter_map(|a| at(Avoid::ALL, a)).fold(0, |bits, at| bits | 1 << at));
        }
        for offer in &self.offers {
            out.number(offer.named.len() as u32);
            out.growing(offer.named.iter().map(|(item, required)| u32::from(item.0) * 2 + u32::from(*required)));
        }
        for offer in &self.offers {
            out.number(offer.gates.len() as u32);
            for asked in &offer.gates {
                out.0.push(asked.gate.number());
                out.0.push(at(Demand::ALL, &asked.demand).unwrap_or_default());
            }
        }
    }

    /// Reads the bytes of the file; `items` and `occupations` are how many the file of ROME has.
    ///
    /// # Errors
    /// When they are not exactly such a file.
    pub fn decode(bytes: &[u8], items: usize, occupations: usize) -> Result<Self, PackError> {
        let mut read = Reader::of(bytes, KIND)?;
        let rome = u32::from_le_bytes(read.bytes()?);
        let start = read.at();
        let day = Day(i32::try_from(read.number()?).map_err(|_| PackError::Number(start))?);
        let communes = (0..read.count()?).map(|_| commune(&mut read)).collect::<Result<Vec<_>, _>>()?;
        let trades = trades(&mut read, occupations)?;
        let count = read.count()?;
        let mut before = 0;
        let numbers = (0..count).map(|_| item(&mut read, &mut before, items)).collect::<Result<Vec<_>, _>>()?;
        let labels = numbers
            .into_iter()
            .map(|item| Ok((item, read.text()?.to_owned())))
            .collect::<Result<Vec<_>, PackError>>()?;
        let offers = offers(&mut read, items, trades.len(), communes.len())?;
        read.end()?;
        Ok(Self { rome, day, communes, trades, labels, offers })
    }

    /// The label of an item that is asked for here.
    #[must_use]
    pub fn label(&self, item: ItemIx) -> Option<&str> {
        let at = self.labels.binary_search_by_key(&item, |(item, _)| *item).ok()?;
        self.labels.get(at).map(|(_, label)| label.as_str())
    }

    /// Where an occupation stands among the local ones.
    #[must_use]
    pub fn trade(&self, occupation: OccupationIx) -> Option<u16> {
        let at = self.trades.binary_search_by_key(&occupation, |trade| trade.occupation).ok()?;
        u16::try_from(at).ok()
    }
}

fn at<T: PartialEq>(all: &[T], one: &T) -> Option<u8> {
    u8::try_from(all.iter().position(|other| other == one)?).ok()
}

/// Writes a commune.
pub(super) fn put_commune(out: &mut Writer, commune: &PackCommune) {
    out.text(commune.code.as_str());
    out.text(&commune.name);
    match commune.point {
        Some(Point { lat_e6, lon_e6 }) => {
            out.signed(lat_e6 / DEGREE);
            out.signed(lon_e6 / DEGREE);
        }
        None => out.signed(i32::MAX),
    }
}

/// Reads a commune.
pub(super) fn commune(read: &mut Reader<'_>) -> Result<PackCommune, PackError> {
    let at = read.at();
    let code = CommuneCode::parse(read.text()?).map_err(|_| PackError::Text(at))?;
    let name = read.text()?.to_owned();
    let at = read.at();
    let point = match read.signed()? {
        i32::MAX => None,
        lat => {
            let whole = |part: i32| part.checked_mul(DEGREE).ok_or(PackError::Number(at));
            let lon = read.signed()?;
            Some(Point { lat_e6: whole(lat)?, lon_e6: whole(lon)? })
        }
    };
    Ok(PackCommune { code, name, point })
}

fn trades(read: &mut Reader<'_>, occupations: usize) -> Result<Vec<PackTrade>, PackError> {
    let count = read.count()?;
    let mut before = 0;
    let all = (0..count).map(|_| item(read, &mut before, occupations)).collect::<Result<Vec<_>, _>>()?;
    all.into_iter()
        .map(|own| {
            let near = (0..read.count()?)
                .map(|_| Ok((read.below(count)?, Share::new(u32::from(read.below(1_001)?) * 1_000))))
                .collect::<Result<Vec<_>, PackError>>()?;
            Ok(PackTrade { occupation: OccupationIx(own.0), near })
        })
        .collect()
}

/// The next of growing numbers, below `end`.
fn item(read: &mut Reader<'_>, before: &mut u32, end: usize) -> Result<ItemIx, PackError> {
    let at = read.at();
    let number = u16::try_from(read.grown(before)?).ok().filter(|n| usize::from(*n) < end);
    number.map(ItemIx).ok_or(PackError::Number(at))
}

fn offers(read: &mut Reader<'_>, items: usize, trades: usize, communes: usize) -> Result<Vec<PackOffer>, PackError> {
    let texts = (0..read.count()?).map(|_| Ok(read.text()?.to_owned())).collect::<Result<Vec<_>, PackError>>()?;
    let count = read.count()?;
    let numbers = (0..count)
        .map(|_| {
            let at = read.at();
            OfferNumber::from_u64(u64::from_le_bytes(read.bytes()?)).ok_or(PackError::Number(at))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let titles = read.column(count, texts.len())?;
    let employers = read.column(count, texts.len() + 1)?;
    let own_trades = read.column(count, trades + 1)?;
    let places = read.column(count, communes + 1)?;
    let contracts = read.column(count, Contract::ALL.len() + 1)?;
    let weekly = read.column(count, usize::from(u16::MAX) + 1)?;
    let avoid = read.column(count, 1 << Avoid::ALL.len())?;
    let mut out: Vec<PackOffer> = Vec::with_capacity(count);
    for at in 0..count {
        let text = |place: u16| texts.get(usize::from(place)).cloned();
        let bits = avoid[at];
        out.push(PackOffer {
            number: numbers[at],
            title: text(titles[at]).unwrap_or_default(),
            employer: employers[at].checked_sub(1).and_then(text),
            trade: own_trades[at].checked_sub(1),
            commune: places[at].checked_sub(1),
            contract: contracts[at].checked_sub(1).and_then(|at| Contract::ALL.get(usize::from(at)).copied()),
            weekly_min: weekly[at].checked_sub(1),
            avoid: (0..).zip(Avoid::ALL).filter(|(bit, _)| bits >> bit & 1 == 1).map(|(_, one)| *one).collect(),
            named: Vec::new(),
            gates: Vec::new(),
        });
    }
    for offer in &mut out {
        let mut before = 0;
        offer.named = (0..read.count()?)
            .map(|_| {
                let at = read.at();
                let both = read.grown(&mut before)?;
                let item = u16::try_from(both / 2).ok().filter(|n| usize::from(*n) < items);
                Ok((ItemIx(item.ok_or(PackError::Number(at))?), both % 2 == 1))
            })
            .collect::<Result<Vec<_>, PackError>>()?;
    }
    for offer in &mut out {
        offer.gates = (0..read.count()?)
            .map(|_| {
                let at = read.at();
                let gate = Gate::of_number(read.below(256)?).ok_or(PackError::Number(at))?;
                Ok(AskedGate { gate, demand: Demand::ALL[usize::from(read.below(Demand::ALL.len())?)] })
            })
            .collect::<Result<Vec<_>, PackError>>()?;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::{Caces, Licence};
    use proptest::prelude::*;

    fn sample() -> LocalPack {
        let offer = |id: &str, trade| PackOffer {
            number: OfferNumber::of("test", id),
            title: "Cariste (H/F)".into(),
            employer: (id == "1").then(|| "Logistique du Canal".into()),
            trade,
            commune: trade,
            contract: Some(Contract::Cdi),
            weekly_min: (id == "1").then_some(35 * 60),
            named: vec![(ItemIx(1), true), (ItemIx(3), false)],
            gates: vec![
                AskedGate::new(Gate::Caces(Caces::R489), Demand::Employer),
                AskedGate::new(Gate::Licence(Licence::B), Demand::Usual),
            ],
            avoid: vec![Avoid::Loads],
        };
        LocalPack {
            rome: 7,
            day: Day(20_000),
            communes: vec![
                PackCommune {
                    code: CommuneCode::parse("59512").unwrap(),
                    name: "Roubaix".into(),
                    point: Some(Point { lat_e6: 50_690_100, lon_e6: -3_174_450 }),
                },
                PackCommune { code: CommuneCode::parse("62427").unwrap(), name: "Hénin".into(), point: None },
            ],
            trades: vec![
                PackTrade { occupation: OccupationIx(2), near: vec![(1, Share::new(412_000))] },
                PackTrade { occupation: OccupationIx(5), near: vec![] },
            ],
            labels: vec![(ItemIx(1), "Conduire".into()), (ItemIx(3), "Ranger".into())],
            offers: vec![offer("1", Some(0)), offer("2", None)],
        }
    }

    #[test]
    fn a_pack_goes_there_and_back() {
        let pack = sample();
        assert_eq!(LocalPack::decode(&pack.encode(), 4, 6), Ok(pack.clone()));
        assert_eq!((pack.label(ItemIx(3)), pack.label(ItemIx(2))), (Some("Ranger"), None));
        assert_eq!((pack.trade(OccupationIx(5)), pack.trade(OccupationIx(4))), (Some(1), None));
    }

    #[test]
    fn what_is_cut_or_belongs_to_another_rome_is_refused() {
        let whole = sample().encode();
        for end in 0..whole.len() {
            assert!(LocalPack::decode(&whole[..end], 4, 6).is_err(), "{end} bytes");
        }
        assert!(LocalPack::decode(&whole, 3, 6).is_err(), "an item that is not there");
        assert!(LocalPack::decode(&whole, 4, 5).is_err(), "an occupation that is not there");
    }

    proptest! {
        #[test]
        fn a_wrong_byte_breaks_nothing(at in any::<proptest::sample::Index>(), byte: u8) {
            let mut bytes = sample().encode();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(pack) = LocalPack::decode(&bytes, 4, 6) {
                prop_assert!(pack.offers.iter().all(|o| o.trade.is_none_or(|t| usize::from(t) < pack.trades.len())));
            }
        }
    }
}
