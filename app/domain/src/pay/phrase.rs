//! Words, and what they mean together.

use super::sense::{Reader, Sense};
use super::token::Token;
use super::words::{self, Extra, Per};

/// How many tokens a word such as "coefficient" reaches.
const CODE_REACH: u8 = 6;

impl<'a> Reader<'a> {
    pub(super) fn word(&mut self, word: &'a str) {
        if words::announces_a_code(word) || (word == "n" && self.sign_at(self.at + 1) == Some('°')) {
            self.coded = CODE_REACH;
            self.begun = true;
            return self.push(Sense::Other, 1);
        }
        if let Some((sense, tokens)) = self.phrase(word) {
            return self.push(sense, tokens);
        }
        if let Some(extra) = words::extra(word) {
            return self.extra(word, extra);
        }
        if let Some(per) = words::adjective(word) {
            return self.adjective(word, per);
        }
        let number = matches!(self.out.last(), Some(Sense::Number(_)));
        let money = number || self.out.last() == Some(&Sense::Euro);
        // "(28-32) K€".
        let listed = matches!(self.out.as_slice(), [.., Sense::Number(_), Sense::Close]);
        match word {
            "e" if money => return self.push(Sense::Euro, 1),
            "k" | "mille" if money || listed => return self.push(Sense::Kilo, 1),
            "ke" | "keur" | "keuro" | "keuros" if money || listed => {
                self.out.push(Sense::Kilo);
                return self.push(Sense::Euro, 1);
            }
            "m" | "md" | "million" | "millions" | "meur" if money => return self.push(Sense::Scale, 1),
            "fr" | "frs" | "sfr" | "franc" if number || self.leads_to_number() => return self.push(Sense::Foreign, 1),
            "b" | "br" if self.after_money() => return self.push(Sense::Gross, 1),
            "bm" | "ba" | "bh" if money || self.after_money() => {
                let per = words::unit(&word[1..]).flatten();
                self.out.push(Sense::Gross);
                return self.push(Sense::Period { per, firm: true }, 1);
            }
            _ => {}
        }
        let sense = words::sense(word);
        if sense == Sense::Pay && (word.starts_with("sal") || word.starts_with("remu")) {
            self.coded = 0;
        }
        self.begun |= matches!(sense, Sense::Other | Sense::Level)
            && !matches!(word, "environ" | "env" | "indicatif" | "mensuel");
        self.push(sense, 1);
    }

    /// "Fr. 4'800".
    fn leads_to_number(&self) -> bool {
        let next = self.at + 1;
        self.number_at(next + usize::from(self.sign_at(next) == Some('.'))).is_some()
    }

    /// Words that mean something together.
    fn phrase(&self, word: &str) -> Option<(Sense, usize)> {
        let next = self.at + 1;
        let skip = usize::from(matches!(self.sign_at(next), Some('\'' | '/' | '.')));
        let full = |w: &str| w.len() > 1 && !matches!(w, "heures" | "jours" | "ans");
        let unit = |at: usize| self.word_at(at).and_then(words::unit);
        match word {
            "par" | "per" | "p" | "l" | "le" | "la" | "au" | "chaque" => {
                let firm = matches!(word, "par" | "per" | "p") || self.word_is(next + skip, full);
                let per = unit(next + skip).filter(|_| firm)?;
                Some((Sense::Period { per, firm: true }, 2 + skip))
            }
            "a" | "an" | "each" | "every" if self.word_is(next, words::is_english_unit) => {
                unit(next).map(|per| (Sense::Period { per, firm: true }, 2))
            }
            "jusqu" | "jusque" | "jusqua" => {
                let skip = skip + usize::from(self.word_is(next + skip, |w| matches!(w, "a" | "au")));
                Some((Sense::UpTo, 1 + skip))
            }
            "up" if self.word_is(next, |w| w == "to") => Some((Sense::UpTo, 2)),
            "moins" | "inferieur" if self.word_is(next, |w| matches!(w, "de" | "a")) => Some((Sense::UpTo, 2)),
            // "3 ans et plus".
            "plus"
                if self.before(1).is_some_and(|at| self.word_is(at, |w| w == "et"))
                    && self.number_at(next).is_none() =>
            {
                Some((Sense::Other, 1))
            }
            "plus" => {
                let more = self.word_is(next, |w| w == "de") && self.number_at(next + 1).is_some();
                Some((if more { Sense::Least } else { Sense::Plus }, 1))
            }
            "avec" | "sans"
                if self.word_is(next, |w| matches!(w, "exp" | "experience" | "experiences" | "diplome")) =>
            {
                Some((Sense::Level, 2))
            }
            "a" if self.word_is(next, |w| w == "partir") => Some((Sense::Least, 2)),
            "pour" if self.word_is(next, |w| w == "cent") => Some((Sense::Count, 2)),
            // "basé à Orléans".
            "base" if self.word_is(next, |w| w == "a") => Some((Sense::Other, 1)),
            "treize" | "treizieme" if self.word_is(next, |w| w == "mois") => Some((Sense::Months(1300), 2)),
            // "12 € h", "2 000 € brut mois".
            bare if self.after_money() && bare != "a" && bare != "m" => {
                unit(self.at).map(|per| (Sense::Period { per, firm: true }, 1))
            }
            _ => None,
        }
    }

    /// A bonus, unless the amount has it in ("primes incluses") or leaves it out ("hors primes").
    fn extra(&mut self, word: &str, extra: Extra) {
        let near = |w: &str| words::is_included(w) || matches!(w, "hors" | "sans" | "selon");
        let included = (1..=4)
            .map_while(|ahead| self.word_at(self.at + ahead))
            .take_while(|w| words::extra(w).is_none())
            .any(words::is_included);
        let last = self.before(1).and_then(|at| self.word_at(at));
        // "2 000 € en formation".
        let told = last.is_some_and(|w| near(w) || (extra == Extra::Thing && matches!(w, "en" | "pour")));
        // "variable selon profil" is an adjective, "chèque emploi service" a way to pay, "ça dépend" no turnover.
        let other = self.word_is(self.at + 1, |w| matches!(w, "selon" | "suivant" | "entre" | "emploi" | "depend"))
            || last.is_some_and(|w| w.starts_with("horaire"))
            || (word.starts_with("aide") && !self.is_aid(last))
            || (word == "pret" && self.word_is(self.at + 1, |w| w == "a"));
        // "prime annuelle": the adjective is the bonus's.
        let whose = usize::from(self.word_is(self.at + 1, |w| words::adjective(w).is_some()));
        self.begun = true;
        self.push(if included || told || other { Sense::Other } else { Sense::Extra(extra) }, 1 + whose);
    }

    /// Whether "aide" is money ("aide de 500 €", "500 € d'aide", "aide à la mobilité") and no trade ("aide à domicile").
    fn is_aid(&self, last: Option<&str>) -> bool {
        let next = self.at + 1;
        // "aide : 500 €", "aide de 500 €", "aide jusqu'à 500 €".
        let ends =
            |at: usize| matches!(self.spots.get(at).map(|s| s.token), Some(Token::Number(_) | Token::Sign(':' | '(')));
        last == Some("d")
            || ends(next)
            || self.word_is(next, |w| w.starts_with("jusqu") || (w == "de" && ends(next + 1)))
            || (next..next + 4).map_while(|at| self.spots.get(at)).any(|spot| match spot.token {
                Token::Word(word) => words::is_aided(word),
                _ => false,
            })
    }

    /// "mensuel", unless it tells of time at work.
    fn adjective(&mut self, word: &str, per: Per) {
        let last = self.out.last();
        let close =
            matches!(last, Some(Sense::Euro | Sense::Gross | Sense::Net | Sense::Pay | Sense::Kilo | Sense::Number(_)));
        let schedule = (per.is_none() || word.ends_with("res")) && !close;
        let volume =
            self.before(1).is_some_and(|at| self.word_is(at, |w| matches!(w, "volume" | "temps" | "amplitude")));
        self.push(
            if schedule && word != "cachet" || volume { Sense::Other } else { Sense::Period { per, firm: false } },
            1,
        );
    }
}
