//! How well real titles find real offers: `cargo run --release -p search --example eval_rome`.
//!
//! The real offers that lie beside the checkout are indexed; a sample of ROME's appellations is typed
//! in the masculine, the feminine, the plural, without accents and with one typing error. Offers of the
//! appellation's occupation must come first. Prints figures, and what failed by class.
#![expect(clippy::print_stdout, reason = "it prints its figures")]

mod support;

use domain::answer::SearchAnswer;
use domain::occupation::RomeCode;
use domain::offer::StoredOffer;
use domain::query::OfferQuery;
use search::{Lexicon, SearchIndex, Stamp, Trades, forms_of};
use std::collections::{BTreeMap, BTreeSet};

/// Appellations that are typed for the ranking figures.
const SAMPLE: usize = 600;
/// What commit 9674746 gave on the same offers.
const BEFORE: &str = "0.918, 0.951, 0.989";
const BEFORE_MISTYPED: &str = "0.901, 0.933, 0.970";
/// Pages that are read for the recall and the sets: 20 offers each.
const PAGES: u32 = 3;

struct Eval {
    index: SearchIndex,
    /// Offers of each occupation.
    gold: BTreeMap<RomeCode, BTreeSet<String>>,
    vocabulary: BTreeSet<String>,
}

#[derive(Default)]
struct Figures {
    queries: u32,
    first: u32,
    ndcg: f64,
    recall: f64,
    failures: Vec<String>,
}

fn main() {
    let Some(dir) = support::folder() else {
        println!("the real data is not beside the checkout: nothing to evaluate");
        return;
    };
    let occupations = support::occupations(&dir);
    let appellations = support::appellations(&dir);
    // What is old is shown last, however well it fits: that is not what is measured.
    let offers: Vec<StoredOffer> =
        support::offers(&dir).into_iter().map(|offer| StoredOffer { text_since: support::TODAY, ..offer }).collect();
    let index = SearchIndex::in_memory().expect("an index");
    index.set_lexicon(Lexicon::build(
        &support::communes(&dir),
        &support::basins(&dir),
        Trades { occupations: &occupations, appellations: &appellations, ..Trades::default() },
    ));
    let mut writer = index.try_writer(60_000_000).expect("a writer").expect("the lock");
    let mut gold: BTreeMap<RomeCode, BTreeSet<String>> = BTreeMap::new();
    for offer in &offers {
        writer.upsert(offer).expect("written");
        if let Some(code) = &offer.offer.rome {
            gold.entry(code.clone()).or_default().insert(offer.number.to_string());
        }
    }
    writer.commit(&Stamp { database_id: "eval".into(), rev: 1 }).expect("committed");
    index.reload().expect("reloaded");
    let vocabulary = appellations.iter().flat_map(|a| domain::text::words(&a.label)).collect();
    let eval = Eval { index, gold, vocabulary };
    println!(
        "{} offers, {} appellations, {} occupations with offers",
        offers.len(),
        appellations.len(),
        eval.gold.len()
    );

    // Appellations of occupations that have offers, evenly over all of them.
    let with_offers: Vec<_> = appellations.iter().filter(|a| eval.gold.contains_key(&a.rome)).collect();
    let step = (with_offers.len() / SAMPLE).max(1);
    let mut by_class: BTreeMap<&str, Figures> = BTreeMap::new();
    let mut typo_recall = (0.0, 0u32, Vec::new());
    for appellation in with_offers.iter().step_by(step) {
        let form = forms_of(&appellation.label);
        let feminine = form.feminine.clone().unwrap_or_else(|| form.masculine.clone());
        let classes = [
            ("1 masculine", form.masculine.clone()),
            ("2 feminine", feminine),
            ("3 plural", plural(&form.masculine)),
            ("4 no accents", domain::text::fold(&form.masculine)),
        ];
        for (class, text) in classes {
            eval.measure(&text, &appellation.rome, by_class.entry(class).or_default());
        }
        let right = eval.found(&form.masculine.to_lowercase());
        for (kind, mistyped) in eval.typos(&form.masculine).into_iter().enumerate() {
            eval.measure(&mistyped, &appellation.rome, by_class.entry("5 one typo").or_default());
            let wrong = eval.found(&mistyped);
            let kept =
                if right.is_empty() { 1.0 } else { right.intersection(&wrong).count() as f64 / right.len() as f64 };
            typo_recall.0 += kept;
            typo_recall.1 += 1;
            if kept < 0.9 {
                let asked = eval.ask(&mistyped, 1).understood.corrected;
                typo_recall
                    .2
                    .push(format!("{} → {mistyped} (kind {kind}) → {asked:?} keeps {kept:.2}", form.masculine));
            }
        }
    }
    for (class, figures) in &by_class {
        let n = f64::from(figures.queries.max(1));
        println!(
            "{class:14} {:5} queries: success@1 {:.3}, nDCG@10 {:.3}, recall@20 {:.3} (before {})",
            figures.queries,
            f64::from(figures.first) / n,
            figures.ndcg / n,
            figures.recall / n,
            if class.starts_with('5') { BEFORE_MISTYPED } else { BEFORE }
        );
        for failure in figures.failures.iter().take(if class.starts_with('1') { 25 } else { 8 }) {
            println!("    {failure}");
        }
    }
    println!(
        "typos: {} queries keep {:.3} of what the right word finds (before 0.981)",
        typo_recall.1,
        typo_recall.0 / f64::from(typo_recall.1.max(1))
    );
    for failure in typo_recall.2.iter().take(25) {
        println!("    {failure}");
    }
    eval.same_sets(&appellations);
}

impl Eval {
    fn ask(&self, text: &str, page: u32) -> SearchAnswer {
        let query = OfferQuery { text: text.to_owned(), page, ..OfferQuery::default() };
        let query =
            OfferQuery { filters: domain::query::Filters { non_salaried: true, ..query.filters.clone() }, ..query };
        self.index.search(&query, support::TODAY).expect("an answer")
    }

    /// The first pages as a set.
    fn found(&self, text: &str) -> BTreeSet<String> {
        let pages = (1..=PAGES).flat_map(|page| self.ask(text, page).hits);
        pages.map(|hit| hit.card.number.to_string()).collect()
    }

    fn measure(&self, text: &str, code: &RomeCode, figures: &mut Figures) {
        let gold = &self.gold[code];
        let hits = self.ask(text, 1).hits;
        let good: Vec<bool> = hits.iter().map(|h| gold.contains(&h.card.number.to_string())).collect();
        let gain = |rank: usize| 1.0 / ((rank + 2) as f64).log2();
        let got: f64 = good.iter().take(10).enumerate().map(|(i, g)| if *g { gain(i) } else { 0.0 }).sum();
        let ideal: f64 = (0..gold.len().min(10)).map(gain).sum();
        figures.queries += 1;
        figures.first += u32::from(good.first() == Some(&true));
        figures.ndcg += got / ideal;
        figures.recall += good.iter().filter(|g| **g).count() as f64 / gold.len().min(20) as f64;
        if got / ideal < 0.5 {
            let first =
                hits.first().map(|h| format!("{} {:?}", h.card.title, h.card.rome.as_ref().map(ToString::to_string)));
            figures.failures.push(format!("{text} [{code}, {} offers] → {first:?}", gold.len()));
        }
    }

    /// The text with one edit in its longest word: a letter left out, doubled, exchanged, other. Only where
    /// that gives no known word.
    fn typos(&self, text: &str) -> Vec<String> {
        let folded = domain::text::fold(text);
        let words = domain::text::words(text);
        let Some(word) = words.iter().filter(|w| w.len() >= 5 && w.is_ascii()).max_by_key(|w| w.len()) else {
            return Vec::new();
        };
        let middle = word.len() / 2;
        let mut letters: Vec<char> = word.chars().collect();
        letters.swap(middle - 1, middle);
        let swapped: String = letters.into_iter().collect();
        let edits = [
            format!("{}{}", &word[..middle], &word[middle + 1..]),
            format!("{}{}", &word[..=middle], &word[middle..]),
            swapped,
            format!(
                "{}{}{}",
                &word[..middle],
                if &word[middle..=middle] == "e" { "a" } else { "e" },
                &word[middle + 1..]
            ),
        ];
        let unknown = |edit: &&String| *edit != word && !self.vocabulary.contains(*edit);
        edits.iter().filter(unknown).map(|edit| folded.replacen(word.as_str(), edit, 1)).collect()
    }

    /// Whether masculine, feminine, plural and no accents give the same offers, for every title "X / Y".
    fn same_sets(&self, appellations: &[domain::occupation::Appellation]) {
        let (mut same, mut all, mut failures) = (0u32, 0u32, Vec::new());
        for appellation in appellations {
            let form = forms_of(&appellation.label);
            let Some(feminine) = &form.feminine else { continue };
            all += 1;
            let right = self.set(&form.masculine);
            let forms = [feminine.clone(), plural(&form.masculine), plural(feminine), domain::text::fold(feminine)];
            match forms.iter().find(|f| self.set(f) != right) {
                None => same += 1,
                Some(other) => failures.push(format!("{} ≠ {other}", form.masculine)),
            }
        }
        println!("same set: {same} of {all} titles \"X / Y\" ({:.2} %)", f64::from(same) * 100.0 / f64::from(all));
        for failure in failures.iter().take(60) {
            println!("    {failure}");
        }
    }

    fn set(&self, text: &str) -> (u32, Vec<String>) {
        let answer = self.ask(text, 1);
        (answer.total, answer.hits.iter().map(|h| h.card.number.to_string()).collect())
    }
}

/// Every word that can be has its plural.
fn plural(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let folded = domain::text::fold(word);
        let invariable = folded.len() < 4 || folded.ends_with(['s', 'x', 'z', ')', '-', ',']) || folded.contains('\'');
        match () {
            () if invariable || word.chars().any(|c| !c.is_alphabetic()) => word.to_owned(),
            () if folded.ends_with("al") => format!("{}aux", &word[..word.len() - 2]),
            () if folded.ends_with("eau") => format!("{word}x"),
            () if matches!(folded.as_str(), "pour" | "sous" | "dans" | "avec" | "chez" | "hors" | "entre") => {
                word.to_owned()
            }
            () => format!("{word}s"),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
