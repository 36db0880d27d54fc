//! Which views of an occupation make « métiers proches », and how much each weighs. The weights are those
//! that come nearest to ROME's own lists of mobility (`make eval`).

use super::similar::View;
use crate::skill::{OccupationIx, Referential, SkillKind};
use std::collections::BTreeSet;

/// What is known of an occupation beside what it asks for.
#[derive(Clone, Debug, Default)]
pub struct Traits {
    /// Its code in ROME 3 (`code_rome_parent`).
    pub parent: String,
    /// What one does there.
    pub text: String,
    /// Its titles.
    pub titles: Vec<String>,
    /// Where ROME's other trees put it, as `tree:code`.
    pub tags: BTreeSet<String>,
    /// RIASEC letters.
    pub riasec: String,
}

/// Words of a text by their first six letters, folded.
fn stems(text: &str) -> impl Iterator<Item = u32> {
    let words = crate::text::words(text);
    let long = words.into_iter().filter(|word| word.chars().count() > 2);
    long.map(|word| number(&word.chars().take(6).collect::<String>()))
}

/// FNV-1a: a feature's number.
fn number(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// An occupation's features, handed over one by one.
type Features<'a> = dyn Fn(OccupationIx, &mut dyn FnMut(u32)) + 'a;

/// Makes views of a referential, its items' labels and its occupations' traits, both in its order.
#[derive(Clone, Copy, Debug)]
pub struct Views<'a> {
    /// All that is asked for, contexts too.
    pub rome: &'a Referential,
    /// Labels of items.
    pub labels: &'a [String],
    /// Traits of occupations.
    pub traits: &'a [Traits],
}

impl Views<'_> {
    fn each(&self, weight: f64, features: &Features<'_>) -> View {
        let mut view = View::new(weight, self.rome.occupations().len());
        for (occupation, _) in self.rome.occupations() {
            features(occupation, &mut |feature| view.add(occupation, feature, 1.0));
        }
        view
    }

    fn of_traits(&self, weight: f64, features: impl Fn(&Traits, &mut dyn FnMut(u32))) -> View {
        self.each(weight, &|o, add| {
            if let Some(own) = self.traits.get(usize::from(o.0)) {
                features(own, add);
            }
        })
    }

    /// Items of these kinds.
    #[must_use]
    pub fn items(&self, weight: f64, kinds: &[SkillKind]) -> View {
        self.each(weight, &|o, add| {
            for link in self.rome.links(o) {
                if self.rome.item(link.item).is_some_and(|item| kinds.contains(&item.kind)) {
                    add(u32::from(link.item.0));
                }
            }
        })
    }

    /// Macro-compétences, each as often as an item below it is asked for.
    #[must_use]
    pub fn macros(&self, weight: f64) -> View {
        self.each(weight, &|o, add| {
            let above = |link: &crate::skill::Link| self.rome.item(link.item)?.parent;
            self.rome.links(o).iter().filter_map(above).for_each(|parent| add(u32::from(parent.0)));
        })
    }

    /// Words of the labels of items.
    #[must_use]
    pub fn label_words(&self, weight: f64) -> View {
        self.each(weight, &|o, add| {
            for link in self.rome.links(o) {
                if self.rome.item(link.item).is_some_and(|item| item.kind.counts()) {
                    self.labels.get(usize::from(link.item.0)).into_iter().flat_map(|l| stems(l)).for_each(&mut *add);
                }
            }
        })
    }

    /// Where it stands in ROME's tree, and what it was in ROME 3.
    #[must_use]
    pub fn tree(&self, weight: f64) -> View {
        self.each(weight, &|o, add| {
            let code = self.rome.code(o).map(ToString::to_string).unwrap_or_default();
            let parent = self.traits.get(usize::from(o.0)).map_or("", |own| own.parent.as_str());
            let (first, third) = (code.get(..1).unwrap_or_default(), code.get(..3).unwrap_or_default());
            for part in [first, third, parent, parent.get(..3).unwrap_or_default()] {
                add(number(part));
            }
        })
    }

    fn tags(&self, weight: f64, tree: &str) -> View {
        self.of_traits(weight, |own, add| {
            own.tags.iter().filter(|tag| tag.starts_with(tree)).for_each(|tag| add(number(tag)));
        })
    }

    /// The views that the product uses.
    #[must_use]
    pub fn all(&self) -> Vec<View> {
        vec![
            self.items(1.0, &[SkillKind::KnowHow]),
            self.items(1.0, &[SkillKind::Knowledge]),
            self.macros(0.5),
            self.label_words(1.2),
            self.items(0.3, &[SkillKind::Context]),
            self.tree(0.5),
            self.of_traits(0.6, |own, add| stems(&own.text).for_each(add)),
            self.of_traits(0.8, |own, add| own.titles.iter().flat_map(|title| stems(title)).for_each(add)),
            self.tags(0.3, "secteur:"),
            self.tags(0.2, "theme:"),
            self.tags(0.2, "interet:"),
            self.tags(0.2, "naf:"),
            self.of_traits(0.1, |own, add| {
                add(number(&own.riasec));
                add(number(own.riasec.get(..1).unwrap_or_default()));
            }),
        ]
    }
}
