//! The steps pack: trainings and other steps that can be taken in and around a labour basin, in the numbers of a
//! [`super::RomePack`]. A file of its own: who looks for an offer today need not fetch it.

use super::bytes::{PackError, Reader, Writer};
use super::local::{PackCommune, commune, put_commune};
use crate::gate::Gate;
use crate::skill::OccupationIx;
use crate::time::Day;
use crate::training::{Financer, Kind, TrainingNumber};

/// How the file begins; the digit is its shape.
const KIND: &[u8] = b"PST1";

/// A part of the cost that somebody pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackPayer {
    /// Who.
    pub who: Financer,
    /// Euros, where they are said.
    pub euros: Option<u32>,
    /// On which condition, in the source's words.
    pub condition: Option<String>,
}

/// A signed promise to hire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackPromise {
    /// Who signed.
    pub employer: String,
    /// How many jobs.
    pub jobs: u16,
    /// The occupation.
    pub trade: OccupationIx,
    /// The day of the signature.
    pub signed: Day,
}

/// What became of those who took it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackResults {
    /// How many work six months after.
    pub employed: u32,
    /// Of how many.
    pub of: u32,
    /// The year of the end.
    pub year: u16,
    /// Who counted.
    pub source: String,
}

/// When and where a step can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackSession {
    /// The first day; with open entry the first on which one can begin.
    pub first: Day,
    /// The last day; with open entry the last on which one can begin.
    pub last: Option<Day>,
    /// Whether one can begin on any day.
    pub open_entry: bool,
    /// Whether only the month is known.
    pub month_only: bool,
    /// Whether all of it is at a distance.
    pub remote: bool,
    /// Places left.
    pub places: Option<u16>,
    /// Where, in [`StepsPack::communes`].
    pub commune: Option<u16>,
}

/// A training, or another step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackStep {
    /// Its number.
    pub number: TrainingNumber,
    /// What kind of step it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Who gives it.
    pub body: String,
    /// Phone, as it is to be dialled.
    pub phone: Option<String>,
    /// Occupations that it leads to.
    pub trades: Vec<OccupationIx>,
    /// Licences, certificates, diplomas that one has after it.
    pub gives: Vec<Gate>,
    /// Those that must be there before.
    pub needs: Vec<Gate>,
    /// Those that close it: « sans diplôme de niveau 4 ».
    pub without: Vec<Gate>,
    /// Steps that come before it, in [`StepsPack::steps`].
    pub after: Vec<u16>,
    /// What one can do after it, in the source's words.
    pub skills: Vec<String>,
    /// When in the day or week, in the source's words.
    pub rhythm: Option<String>,
    /// What is asked for in words: « à vérifier ».
    pub check: Option<String>,
    /// Hours in all.
    pub hours: Option<u16>,
    /// Hours a week.
    pub weekly_hours: Option<u8>,
    /// What remains to be paid, in euros; `None` where that is not known.
    pub remaining: Option<u32>,
    /// What it costs in all, in euros.
    pub total: Option<u32>,
    /// What must be paid before it begins, in euros.
    pub upfront: Option<u32>,
    /// Pay during it, euros a month.
    pub monthly_pay: Option<u32>,
    /// Who pays what.
    pub payers: Vec<PackPayer>,
    /// Promises to hire.
    pub promises: Vec<PackPromise>,
    /// What became of those who took it.
    pub results: Option<PackResults>,
    /// Sessions, by first day.
    pub sessions: Vec<PackSession>,
}

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepsPack {
    /// Mark of the file of ROME whose numbers it uses.
    pub rome: u32,
    /// The day that it is of.
    pub day: Day,
    /// Communes, by code.
    pub communes: Vec<PackCommune>,
    /// Steps, by number.
    pub steps: Vec<PackStep>,
}

impl StepsPack {
    /// The bytes of the file.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Writer(KIND.to_vec());
        out.0.extend(self.rome.to_le_bytes());
        out.number(self.day.0.unsigned_abs());
        out.number(self.communes.len() as u32);
        self.communes.iter().for_each(|one| put_commune(&mut out, one));
        out.number(self.steps.len() as u32);
        self.steps.iter().for_each(|one| put_step(&mut out, self.day, one));
        out.0
    }

    /// Reads the bytes of the file; `occupations` is how many the file of ROME has.
    ///
    /// # Errors
    /// When they are not exactly such a file.
    pub fn decode(bytes: &[u8], occupations: usize) -> Result<Self, PackError> {
        let mut read = Reader::of(bytes, KIND)?;
        let rome = u32::from_le_bytes(read.bytes()?);
        let start = read.at();
        let day = Day(i32::try_from(read.number()?).map_err(|_| PackError::Number(start))?);
        let communes = (0..read.count()?).map(|_| commune(&mut read)).collect::<Result<Vec<_>, _>>()?;
        let count = read.count()?;
        let bounds = Bounds { occupations, communes: communes.len(), steps: count };
        let steps = (0..count).map(|_| step(&mut read, day, bounds)).collect::<Result<Vec<_>, _>>()?;
        read.end()?;
        Ok(Self { rome, day, communes, steps })
    }
}

/// What numbers of the file must stay below.
#[derive(Clone, Copy)]
struct Bounds {
    occupations: usize,
    communes: usize,
    steps: usize,
}

fn put_maybe(out: &mut Writer, one: Option<u32>) {
    out.number(one.map_or(0, |one| one.saturating_add(1)));
}

fn put_words(out: &mut Writer, one: Option<&str>) {
    out.text(one.unwrap_or_default());
}

/// Days as what they are from the file's day on.
fn put_day(out: &mut Writer, from: Day, day: Day) {
    out.signed(day.0.wrapping_sub(from.0));
}

fn put_step(out: &mut Writer, from: Day, step: &PackStep) {
    out.0.extend(step.number.as_u64().to_le_bytes());
    out.0.push(place(Kind::ALL, step.kind));
    out.text(&step.title);
    out.text(&step.body);
    put_words(out, step.phone.as_deref());
    put_words(out, step.check.as_deref());
    out.number(step.trades.len() as u32);
    step.trades.iter().for_each(|one| out.number(u32::from(one.0)));
    for gates in [&step.gives, &step.needs, &step.without] {
        out.number(gates.len() as u32);
        out.0.extend(gates.iter().map(Gate::number));
    }
    out.number(step.after.len() as u32);
    step.after.iter().for_each(|one| out.number(u32::from(*one)));
    out.number(step.skills.len() as u32);
    step.skills.iter().for_each(|one| out.text(one));
    put_words(out, step.rhythm.as_deref());
    put_maybe(out, step.hours.map(u32::from));
    put_maybe(out, step.weekly_hours.map(u32::from));
    for euros in [step.remaining, step.total, step.upfront, step.monthly_pay] {
        put_maybe(out, euros);
    }
    out.number(step.payers.len() as u32);
    for payer in &step.payers {
        out.0.push(place(Financer::ALL, payer.who));
        put_maybe(out, payer.euros);
        put_words(out, payer.condition.as_deref());
    }
    out.number(step.promises.len() as u32);
    for promise in &step.promises {
        out.text(&promise.employer);
        out.number(u32::from(promise.jobs));
        out.number(u32::from(promise.trade.0));
        put_day(out, from, promise.signed);
    }
    out.0.push(u8::from(step.results.is_some()));
    if let Some(results) = &step.results {
        out.number(results.employed);
        out.number(results.of);
        out.number(u32::from(results.year));
        out.text(&results.source);
    }
    out.number(step.sessions.len() as u32);
    for session in &step.sessions {
        put_day(out, from, session.first);
        put_maybe(out, session.last.map(|last| last.0.saturating_sub(session.first.0).unsigned_abs()));
        out.0.push(flags(session));
        put_maybe(out, session.places.map(u32::from));
        put_maybe(out, session.commune.map(u32::from));
    }
}

fn flags(session: &PackSession) -> u8 {
    u8::from(session.open_entry) | u8::from(session.month_only) << 1 | u8::from(session.remote) << 2
}

fn step(read: &mut Reader<'_>, from: Day, bounds: Bounds) -> Result<PackStep, PackError> {
    let at = read.at();
    let number = TrainingNumber::from_u64(u64::from_le_bytes(read.bytes()?)).ok_or(PackError::Number(at))?;
    Ok(PackStep {
        number,
        kind: coded(read, Kind::ALL)?,
        title: read.text()?.to_owned(),
        body: read.text()?.to_owned(),
        phone: words(read)?,
        check: words(read)?,
        trades: (0..read.count()?)
            .map(|_| read.below(bounds.occupations).map(OccupationIx))
            .collect::<Result<_, _>>()?,
        gives: gates(read)?,
        needs: gates(read)?,
        without: gates(read)?,
        after: (0..read.count()?).map(|_| read.below(bounds.steps)).collect::<Result<_, _>>()?,
        skills: (0..read.count()?).map(|_| Ok(read.text()?.to_owned())).collect::<Result<_, PackError>>()?,
        rhythm: words(read)?,
        hours: small(read)?,
        weekly_hours: small(read)?,
        remaining: maybe(read)?,
        total: maybe(read)?,
        upfront: maybe(read)?,
        monthly_pay: maybe(read)?,
        payers: (0..read.count()?).map(|_| payer(read)).collect::<Result<_, _>>()?,
        promises: (0..read.count()?).map(|_| promise(read, from, bounds)).collect::<Result<_, _>>()?,
        results: results(read)?,
        sessions: (0..read.count()?).map(|_| session(read, from, bounds)).collect::<Result<_, _>>()?,
    })
}

fn payer(read: &mut Reader<'_>) -> Result<PackPayer, PackError> {
    Ok(PackPayer { who: coded(read, Financer::ALL)?, euros: maybe(read)?, condition: words(read)? })
}

fn promise(read: &mut Reader<'_>, from: Day, bounds: Bounds) -> Result<PackPromise, PackError> {
    Ok(PackPromise {
        employer: read.text()?.to_owned(),
        jobs: read.below(usize::from(u16::MAX) + 1)?,
        trade: OccupationIx(read.below(bounds.occupations)?),
        signed: day(read, from)?,
    })
}

fn results(read: &mut Reader<'_>) -> Result<Option<PackResults>, PackError> {
    if read.bytes::<1>()? == [0] {
        return Ok(None);
    }
    let (employed, of) = (read.number()?, read.number()?);
    let year = read.below(usize::from(u16::MAX) + 1)?;
    Ok(Some(PackResults { employed, of, year, source: read.text()?.to_owned() }))
}

fn session(read: &mut Reader<'_>, from: Day, bounds: Bounds) -> Result<PackSession, PackError> {
    let first = day(read, from)?;
    let at = read.at();
    let end = |days: u32| i32::try_from(days).ok().and_then(|days| first.0.checked_add(days)).map(Day);
    let last = maybe(read)?.map(|days| end(days).ok_or(PackError::Number(at))).transpose()?;
    let [bits] = read.bytes::<1>()?;
    let places = small(read)?;
    let at = read.at();
    let commune: Option<u16> = small(read)?;
    if commune.is_some_and(|own| usize::from(own) >= bounds.communes) {
        return Err(PackError::Number(at));
    }
    let (open_entry, month_only, remote) = (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0);
    Ok(PackSession { first, last, open_entry, month_only, remote, places, commune })
}

fn day(read: &mut Reader<'_>, from: Day) -> Result<Day, PackError> {
    let at = read.at();
    from.0.checked_add(read.signed()?).map(Day).ok_or(PackError::Number(at))
}

fn maybe(read: &mut Reader<'_>) -> Result<Option<u32>, PackError> {
    Ok(read.number()?.checked_sub(1))
}

fn small<T: TryFrom<u32>>(read: &mut Reader<'_>) -> Result<Option<T>, PackError> {
    let at = read.at();
    maybe(read)?.map(|one| T::try_from(one).map_err(|_| PackError::Number(at))).transpose()
}

fn words(read: &mut Reader<'_>) -> Result<Option<String>, PackError> {
    Ok(Some(read.text()?.to_owned()).filter(|text| !text.is_empty()))
}

fn gates(read: &mut Reader<'_>) -> Result<Vec<Gate>, PackError> {
    let gate = |read: &mut Reader<'_>| {
        let at = read.at();
        let [number] = read.bytes::<1>()?;
        Gate::of_number(u16::from(number)).ok_or(PackError::Number(at))
    };
    (0..read.count()?).map(|_| gate(read)).collect()
}

fn place<T: PartialEq>(all: &[T], one: T) -> u8 {
    all.iter().position(|other| *other == one).and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

fn coded<T: Copy>(read: &mut Reader<'_>, all: &[T]) -> Result<T, PackError> {
    let at = read.at();
    let [number] = read.bytes::<1>()?;
    all.get(usize::from(number)).copied().ok_or(PackError::Number(at))
}

#[cfg(test)]
pub(crate) mod tests;
