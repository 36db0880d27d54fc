//! What a page is made from: the public files, the words, the day.

use domain::assessment::Questions;
use domain::matching::Market;
use domain::occupation::titles::TitleIndex;
use domain::pack::{RomePack, StepsPack};
use domain::skill::{OccupationIx, Referential};
use domain::time::Day;
use i18n::GuideTexts;

/// A labour basin that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasinLine {
    /// Its code.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Open offers.
    pub offers: u32,
}

/// All of ROME, ready: made once, when the file is there.
#[derive(Debug)]
pub struct Rome {
    /// The file.
    pub pack: RomePack,
    /// Its numbers.
    pub referential: Referential,
    /// Its titles, to be searched.
    pub titles: TitleIndex,
    /// What cards can ask.
    pub questions: Questions,
}

impl Rome {
    /// Makes a file ready; `None` when it does not hold together.
    #[must_use]
    pub fn new(pack: RomePack) -> Option<Self> {
        let referential = pack.referential().ok()?;
        Some(Self::of(pack, referential))
    }

    /// The same for whoever made its referential already.
    #[must_use]
    pub fn of(pack: RomePack, referential: Referential) -> Self {
        let titles = TitleIndex::new(
            pack.occupations.iter().map(|own| core::iter::once(&own.label).chain(&own.titles).map(String::as_str)),
        );
        let questions = Questions::new(&referential);
        Self { pack, referential, titles, questions }
    }

    /// The label of an occupation.
    #[must_use]
    pub fn label(&self, occupation: OccupationIx) -> &str {
        self.pack.occupations.get(usize::from(occupation.0)).map_or("", |own| own.label.as_str())
    }
}

/// What a page is made from.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// The words.
    pub t: GuideTexts,
    /// ROME.
    pub rome: &'a Rome,
    /// The offers of the basin that was chosen; `None` while they are not there.
    pub market: Option<&'a Market>,
    /// The steps that can be taken around it; `None` while they are not there, and where nobody asks for them.
    pub steps: Option<&'a StepsPack>,
    /// The basins that can be chosen.
    pub basins: &'a [BasinLine],
    /// Today.
    pub today: Day,
    /// Where the form goes: the page's own address.
    pub action: &'a str,
    /// The hub's own address, without a slash at its end: what is printed leads there. Empty where it is not known.
    pub origin: &'a str,
}
