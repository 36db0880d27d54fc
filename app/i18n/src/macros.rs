//! Our own words for ROME's macro-compétences (`macros.csv`): shorter and plainer than ROME's labels.

use crate::Lang;
use domain::skill::Ogr;
use std::collections::BTreeMap;

/// Number and plain name of every macro-compétence that we have words for, in a language.
#[must_use]
pub fn plain_macros(lang: Lang) -> BTreeMap<Ogr, &'static str> {
    let rows = include_str!("macros.csv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let mut cells = line.split(';');
        let ogr = cells.next()?.parse().ok().map(Ogr)?;
        let (french, english) = (cells.next()?, cells.next()?);
        Some((ogr, if lang == Lang::En { english } else { french }))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_words_are_plain_and_there_in_every_language() {
        for lang in Lang::ALL {
            let all = plain_macros(*lang);
            assert!(all.len() > 120);
            for (ogr, name) in &all {
                let words = name.split_whitespace().count();
                assert!((1..=9).contains(&words) && !name.contains(';'), "{ogr} {name}");
            }
        }
    }
}
