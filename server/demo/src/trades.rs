//! The demo's trades: hand-written texts from which the offers are made.
//!
//! A block a trade. `# CODE sectors` begins it (a sector's letter or the beginning of a NAF code);
//! then lines of a letter and a text: `d` what one does there; `t` titles (`;` between them); `x` a text of an offer; `w` contracts, in turn; `p` lowest and
//! highest gross pay an hour, in euros; `h` hours a week, in turn; `s` schedules; `b` what is asked
//! (`debutant`, `exp=months`, `dip=level`, `permis=B`, `lang=Anglais`); `k` skills, `+` essential, `-` a
//! plus; `c` conditions.

use super::DemoError;
use domain::contract::Contract;
use domain::hours::Schedule;
use domain::occupation::RomeCode;
use domain::requirement::Diploma;

/// A trade of the demo.
pub(crate) struct Trade {
    pub(crate) rome: RomeCode,
    pub(crate) sectors: Vec<&'static str>,
    pub(crate) definition: &'static str,
    pub(crate) titles: Vec<&'static str>,
    pub(crate) texts: Vec<&'static str>,
    pub(crate) contracts: Vec<Contract>,
    pub(crate) pay_cents: (i64, i64),
    pub(crate) hours: Vec<u16>,
    pub(crate) schedules: Vec<Schedule>,
    pub(crate) beginner: bool,
    pub(crate) months: Option<u16>,
    pub(crate) diploma: Option<Diploma>,
    pub(crate) permit: Option<&'static str>,
    pub(crate) language: Option<&'static str>,
    /// Label, and whether it is essential.
    pub(crate) skills: Vec<(&'static str, bool)>,
    pub(crate) conditions: Vec<&'static str>,
}

/// Every trade.
pub(crate) fn all() -> Result<Vec<Trade>, DemoError> {
    let files = [
        ("trades_1.txt", include_str!("data/trades_1.txt")),
        ("trades_2.txt", include_str!("data/trades_2.txt")),
        ("trades_3.txt", include_str!("data/trades_3.txt")),
    ];
    let mut out: Vec<Trade> = Vec::new();
    for (file, text) in files {
        for (i, line) in text.lines().enumerate() {
            let wrong = |problem: &str| DemoError::new(file, i + 1, problem);
            if let Some(head) = line.strip_prefix("# ") {
                let (code, sectors) = head.split_once(' ').unwrap_or((head, ""));
                // Other lines that begin so are remarks.
                if let Ok(rome) = RomeCode::parse(code) {
                    out.push(Trade::new(rome, sectors));
                }
            } else if let Some((letter, value)) = line.split_once(' ') {
                let trade = out.last_mut().ok_or_else(|| wrong("no trade begins before this line"))?;
                trade.set(letter, value).ok_or_else(|| wrong("not understood"))?;
            }
        }
    }
    Ok(out)
}

impl Trade {
    fn new(rome: RomeCode, sectors: &'static str) -> Self {
        Self {
            rome,
            sectors: sectors.split(',').collect(),
            definition: "",
            titles: Vec::new(),
            texts: Vec::new(),
            contracts: Vec::new(),
            pay_cents: (0, 0),
            hours: Vec::new(),
            schedules: Vec::new(),
            beginner: false,
            months: None,
            diploma: None,
            permit: None,
            language: None,
            skills: Vec::new(),
            conditions: Vec::new(),
        }
    }

    fn set(&mut self, letter: &str, value: &'static str) -> Option<()> {
        match letter {
            "d" => self.definition = value,
            "t" => self.titles = value.split(" ; ").collect(),
            "x" => self.texts.push(value),
            "w" => self.contracts = value.split(',').map(Contract::from_code).collect::<Option<_>>()?,
            "p" => {
                let (low, high) = value.split_once('-')?;
                self.pay_cents = (cents(low)?, cents(high)?);
            }
            "h" => self.hours = value.split(',').map(|h| h.parse().ok()).collect::<Option<_>>()?,
            "s" => self.schedules = value.split(',').map(Schedule::from_code).collect::<Option<_>>()?,
            "b" => {
                for asked in value.split(' ') {
                    self.ask(asked)?;
                }
            }
            "k" => {
                for skill in value.split(" ; ") {
                    let essential = skill.starts_with('+');
                    self.skills.push((skill.get(1..)?, essential));
                }
            }
            "c" => self.conditions = value.split(" ; ").collect(),
            _ => return None,
        }
        Some(())
    }

    fn ask(&mut self, asked: &'static str) -> Option<()> {
        match asked.split_once('=') {
            None if asked == "debutant" => self.beginner = true,
            Some(("exp", months)) => self.months = Some(months.parse().ok()?),
            Some(("dip", level)) => self.diploma = Some(Diploma::from_code(level)?),
            Some(("permis", permit)) => self.permit = Some(permit),
            Some(("lang", language)) => self.language = Some(language),
            _ => return None,
        }
        Some(())
    }
}

fn cents(euros: &str) -> Option<i64> {
    let (whole, part) = euros.split_once('.')?;
    Some(whole.parse::<i64>().ok()? * 100 + part.parse::<i64>().ok()?)
}
