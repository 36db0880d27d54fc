//! Hours a week and when they are worked. What the source does not say stays unsaid.

use crate::coded_enum;
use crate::mask;
use crate::text::fold;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// Full time or part time.
    pub enum WorkTime {
        /// Temps plein.
        Full = "temps-plein",
        /// Temps partiel.
        Part = "temps-partiel",
    }
}

coded_enum! {
    /// When the work is done.
    pub enum Schedule {
        /// En journée.
        Day = "journee",
        /// De nuit.
        Night = "nuit",
        /// Le week-end ou les jours fériés.
        Weekend = "week-end",
        /// En équipes (2x8, 3x8, 5x8).
        Shifts = "equipes",
        /// Horaires décalés ou coupés.
        Staggered = "decale",
        /// Le matin.
        Morning = "matin",
        /// Le soir.
        Evening = "soir",
    }
}

/// Working time of an offer. Times of day in minutes after midnight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hours {
    /// Minutes a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekly_min: Option<u16>,
    /// Full or part time, as said, or from the weekly hours (35 h and more is full time).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_time: Option<WorkTime>,
    /// When the work is done; empty when not said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub schedule: Vec<Schedule>,
    /// Days of work, 0 is Monday; empty when not said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<u8>,
    /// Start of the working day, minutes after midnight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_min: Option<u16>,
    /// End of the working day, minutes after midnight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_min: Option<u16>,
    /// The source's own words, kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Hours {
    /// Whether nothing at all is known.
    #[must_use]
    pub fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }
}

impl Hours {
    /// Reads what is certain in the source's words on working time, several texts together:
    /// "35H/semaine\nTravail en journée", "Temps partiel - 17H30/semaine", "24h évolutif",
    /// "Travail posté (2x8, 3x8)", "De 11h30 à 15h30", "du lundi au vendredi".
    /// Two texts that contradict each other leave the point unsaid. The words are kept in `text`.
    #[must_use]
    pub fn parse(texts: &[&str]) -> Self {
        let mut lines: Vec<String> = Vec::new();
        for line in texts.iter().flat_map(|t| t.lines()) {
            let line = mask::contacts(&mask::line(line));
            let line = line.trim_end_matches("...").trim_end_matches([' ', '-', '.', ',', ';']);
            if line.chars().any(char::is_alphanumeric) && !lines.iter().any(|l| l.eq_ignore_ascii_case(line)) {
                lines.push(line.to_owned());
            }
        }
        let folded: Vec<String> = lines.iter().map(|l| fold(l)).collect();
        let weekly_min = certain(folded.iter().filter_map(|l| weekly(l)));
        let said = certain(folded.iter().filter_map(|l| work_time(l)));
        let by_hours = weekly_min.map(|m| if m >= FULL_TIME_MIN { WorkTime::Full } else { WorkTime::Part });
        let span = certain(folded.iter().filter_map(|l| day_span(l)));
        lines.retain(|l| !l.eq_ignore_ascii_case("autre"));
        Self {
            weekly_min,
            work_time: said.or(by_hours),
            schedule: Schedule::ALL.iter().copied().filter(|s| folded.iter().any(|l| mentions(l, *s))).collect(),
            days: certain(folded.iter().filter_map(|l| days(l))).unwrap_or_default(),
            start_min: span.map(|(start, _)| start),
            end_min: span.map(|(_, end)| end),
            text: (!lines.is_empty()).then(|| crate::text::shorten(&lines.join("\n"), 500)),
        }
    }
}

/// Minutes of a full-time week.
const FULL_TIME_MIN: u16 = 35 * 60;

/// The one value on which all agree.
fn certain<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|v| v == first).then_some(first)
}

/// "35h", "37h30", "35,5 h" at the start of a text, in minutes; and what follows.
fn clock(text: &str) -> Option<(u16, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 2 {
        return None;
    }
    let whole: u16 = text[..digits].parse().ok()?;
    let mut rest = &text[digits..];
    let mut half = 0;
    for decimal in [",5", ".5", ",50", ".50"] {
        if let Some(after) = rest.strip_prefix(decimal)
            && after.trim_start().starts_with('h')
        {
            (half, rest) = (30, after);
        }
    }
    let rest = rest.trim_start();
    let rest = rest.strip_prefix("heures").or_else(|| rest.strip_prefix('h'))?;
    let minutes = rest.bytes().take_while(u8::is_ascii_digit).count();
    match minutes {
        0 if rest.starts_with(char::is_alphabetic) => None,
        0 => Some((whole * 60 + half, rest)),
        2 if half == 0 => {
            let m: u16 = rest[..2].parse().ok()?;
            (m < 60).then(|| (whole * 60 + m, &rest[2..]))
        }
        _ => None,
    }
}

/// Minutes a week, when the text begins with them and goes on with nothing that makes them doubtful.
fn weekly(line: &str) -> Option<u16> {
    let mut text = line.trim();
    for prefix in ["temps partiel", "temps plein", "temps complet"] {
        text = text.strip_prefix(prefix).map_or(text, |t| t.trim_start_matches([' ', '-', ':', ',', '(']));
    }
    let (minutes, rest) = clock(text)?;
    let rest = rest.trim().trim_start_matches(['/', ')']).trim_start();
    let goes_on = ["sem", "hebdo", "par sem", "travail", "autre", "horaire", "possibilite", "evolutif", "annuali"];
    let certain = rest.is_empty() || goes_on.iter().any(|g| rest.starts_with(g));
    (certain && (60..=60 * 60).contains(&minutes)).then_some(minutes)
}

fn work_time(line: &str) -> Option<WorkTime> {
    if ["possibilite", "ou temps", "possible", "/temps", "/ temps"].iter().any(|w| line.contains(w)) {
        return None;
    }
    match (line.contains("temps plein") || line.contains("temps complet"), line.contains("temps partiel")) {
        (true, false) => Some(WorkTime::Full),
        (false, true) => Some(WorkTime::Part),
        _ => None,
    }
}

fn mentions(line: &str, schedule: Schedule) -> bool {
    let signs: &[&str] = match schedule {
        Schedule::Day => &["en journee"],
        Schedule::Night => &["de nuit", "la nuit"],
        Schedule::Weekend => &["week-end", "weekend", "week end", "samedi", "dimanche", "jours feries"],
        Schedule::Shifts => &["2x8", "3x8", "4x8", "5x8", "travail poste", "en equipe"],
        Schedule::Staggered => &["decale", "fractionne", "decoupe", "coupes", "coupure"],
        Schedule::Morning => &["le matin", "du matin", "en matinee", "tot le matin"],
        Schedule::Evening => &["le soir", "du soir", "en soiree"],
    };
    signs.iter().any(|sign| {
        line.match_indices(sign).any(|(at, _)| {
            let before = &line[..at];
            let denied = ["pas de ", "pas le ", "sans ", "aucun ", "hors ", "ni "];
            let repos = line.contains("repos") || line.contains("ferme");
            // "du lundi au samedi" is read as days; that Saturday is worked is certain all the same.
            !repos && !denied.iter().any(|d| before.contains(d))
        })
    })
}

const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// "du lundi au vendredi" as days, 0 is Monday.
fn days(line: &str) -> Option<Vec<u8>> {
    let position = |text: &str| DAYS.iter().position(|d| text.starts_with(d));
    let (at, from) = DAYS.iter().enumerate().find_map(|(i, d)| line.find(&format!("{d} au ")).map(|at| (at, i)))?;
    let to = position(&line[at + DAYS[from].len() + " au ".len()..])?;
    (from < to).then(|| (from..=to).filter_map(|d| u8::try_from(d).ok()).collect())
}

/// One span "de 11h30 à 15h30" or "9h-17h"; two spans are a cut day and stay unsaid.
fn day_span(line: &str) -> Option<(u16, u16)> {
    let mut found = None;
    let mut i = 0;
    while i < line.len() {
        let starts = line.is_char_boundary(i)
            && line.as_bytes()[i].is_ascii_digit()
            && !line[..i].ends_with(|c: char| c.is_alphanumeric());
        let span = if starts { span_at(&line[i..]) } else { None };
        match span {
            Some((start, end, len)) => {
                if found.is_some() {
                    return None;
                }
                found = Some((start, end));
                i += len;
            }
            None => i += 1,
        }
    }
    found
}

fn span_at(text: &str) -> Option<(u16, u16, usize)> {
    let (start, rest) = clock(text)?;
    let rest = rest.trim_start();
    let rest = ["a ", "-", "/", "jusqu'a "].iter().find_map(|s| rest.strip_prefix(s))?;
    let (end, rest) = clock(rest.trim_start())?;
    let day = 24 * 60;
    (start < day && end <= day && start != end).then_some((start, end, text.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parsed(texts: &[&str]) -> (Option<u16>, Option<WorkTime>, Vec<Schedule>) {
        let hours = Hours::parse(texts);
        (hours.weekly_min, hours.work_time, hours.schedule)
    }

    #[test]
    fn reads_what_the_feed_writes() {
        use Schedule::{Day, Night, Shifts, Staggered, Weekend};
        use WorkTime::{Full, Part};
        type Case<'a> = (&'a [&'a str], Option<u16>, Option<WorkTime>, &'a [Schedule]);
        let cases: &[Case] = &[
            (&["35H/semaine\nTravail en journée"], Some(2100), Some(Full), &[Day]),
            (&["35 H  Travail en journée"], Some(2100), Some(Full), &[Day]),
            (&["37H30 Autre", "Temps plein"], Some(2250), Some(Full), &[]),
            (&["39 H"], Some(2340), Some(Full), &[]),
            (&["\nTravail en journée"], None, None, &[Day]),
            (&["temps partiel\nTravail le samedi"], None, Some(Part), &[Weekend]),
            (&["Temps partiel - 17H30/semaine\nTravail en journée..."], Some(1050), Some(Part), &[Day]),
            (&["24h  évolutif"], Some(1440), Some(Part), &[]),
            (&["35H/semaine\nTravail posté (2x8, 3x8, 5x8, etc.)"], Some(2100), Some(Full), &[Shifts]),
            (&["40H/semaine\nTravail de nuit"], Some(2400), Some(Full), &[Night]),
            (
                &["35H", " Travail les week-ends et jours fériés", "Travail en horaires fractionnés"],
                Some(2100),
                Some(Full),
                &[Weekend, Staggered],
            ),
            (&["37h ou 39 h"], None, None, &[]),
            (&["35H", "39H"], None, None, &[]),
            (&["Possibilité temps partiel"], None, None, &[]),
            (&["Durée contrat : 60 heures"], None, None, &[]),
            (&["4h/12h ou 13h/21h -lundi au vendredi"], None, None, &[]),
            (&["Pas de travail de nuit"], None, None, &[]),
            (&["37H4\nTravail en journée"], None, None, &[Day]),
            (&["35,5h/semaine"], Some(2130), Some(Full), &[]),
            (&["150h"], None, None, &[]),
        ];
        for (texts, weekly, time, schedule) in cases {
            assert_eq!(parsed(texts), (*weekly, *time, schedule.to_vec()), "{texts:?}");
        }
    }

    #[test]
    fn days_and_times_only_when_certain() {
        let hours = Hours::parse(&["De 11h30 à 15h30, du lundi au vendredi", "."]);
        assert_eq!((hours.start_min, hours.end_min), (Some(690), Some(930)));
        assert_eq!(hours.days, [0, 1, 2, 3, 4]);
        assert_eq!(hours.weekly_min, None);
        let cut = Hours::parse(&[" 9h-12h / 14h-18h."]);
        assert_eq!((cut.start_min, cut.end_min, cut.weekly_min), (None, None, None));
        assert_eq!(Hours::parse(&["", " . ", "Autre"]), Hours::default());
    }

    proptest! {
        #[test]
        fn no_text_panics_and_times_are_times(text in "([0-9]{1,3} ?h|H|[0-9]|de | à |-|/|temps partiel|lundi au |\\PC){0,20}") {
            let hours = Hours::parse(&[&text]);
            prop_assert!(hours.weekly_min.is_none_or(|m| (60..=3600).contains(&m)));
            prop_assert!(hours.start_min.is_none_or(|m| m < 1440) && hours.end_min.is_none_or(|m| m <= 1440));
        }
    }
}
