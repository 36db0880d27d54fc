//! Which offers stand on a poster: the newest, of different trades and employers first.

use crate::offers::CardView;
use std::collections::HashMap;

/// Chooses at most `most` cards of a list that begins with the newest. First each trade and employer has its turn; the
/// rest is filled up. They stay in their order.
pub(super) fn choose(cards: Vec<CardView>, most: usize) -> Vec<CardView> {
    let mut taken = vec![false; cards.len()];
    let mut turns: HashMap<String, usize> = HashMap::new();
    let mut chosen = 0;
    for allowed in [1, 2, usize::MAX] {
        for (card, taken) in cards.iter().zip(&mut taken) {
            let whose = marks(card);
            let free = whose.iter().all(|mark| turns.get(mark).is_none_or(|had| *had < allowed));
            if chosen == most || *taken || !free {
                continue;
            }
            *taken = true;
            chosen += 1;
            for mark in whose {
                *turns.entry(mark).or_default() += 1;
            }
        }
    }
    cards.into_iter().zip(taken).filter_map(|(card, taken)| taken.then_some(card)).collect()
}

/// What takes turns: the trade, and the employer where it is named.
fn marks(card: &CardView) -> Vec<String> {
    let trade = format!("trade {}", domain::text::slug(&card.title));
    let employer = card.employer.as_ref().map(|name| format!("employer {name}"));
    [Some(trade), employer].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(title: &str, employer: Option<&str>) -> CardView {
        CardView { title: title.into(), employer: employer.map(str::to_owned), ..CardView::default() }
    }

    fn titles(cards: &[CardView]) -> Vec<&str> {
        cards.iter().map(|card| card.title.as_str()).collect()
    }

    #[test]
    fn a_large_employer_leaves_room_for_others() {
        let mut all: Vec<CardView> = (0..20).map(|i| card(&format!("Caissier {i}"), Some("Grand"))).collect();
        all.extend(["Cariste", "Cuisinier", "Cariste"].map(|title| card(title, None)));
        assert_eq!(titles(&choose(all.clone(), 3)), ["Caissier 0", "Cariste", "Cuisinier"]);
        assert_eq!(titles(&choose(all.clone(), 5)), ["Caissier 0", "Caissier 1", "Cariste", "Cuisinier", "Cariste"]);
        assert_eq!(choose(all.clone(), 10).len(), 10);
        assert_eq!(choose(all, 100).len(), 23);
        assert!(choose(Vec::new(), 5).is_empty());
    }
}
