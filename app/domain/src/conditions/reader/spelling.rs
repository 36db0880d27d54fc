//! Whether a word is another one with one slip: a letter too many, one missing, another one, or two that changed
//! places.

/// Shorter words are too near to others.
const SHORTEST: usize = 7;

/// Whether a word is `right` with one slip. Both are folded; the first letter is never wrong.
pub(super) fn is_near(word: &str, right: &str) -> bool {
    let (word, right) = (word.as_bytes(), right.as_bytes());
    let shortest = SHORTEST.min(right.len());
    if word.first() != right.first()
        || word.len() < shortest
        || word.len().abs_diff(right.len()) > 1
        || right.len() < SHORTEST
    {
        return false;
    }
    let same = word.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (word, right) = (&word[same..], &right[same..]);
    match (word, right) {
        ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c && rest == others => true,
        ([_, rest @ ..], [_, others @ ..]) if rest == others => true,
        ([_, rest @ ..], _) if rest == right => true,
        (_, [_, others @ ..]) if word == others => true,
        _ => word == right,
    }
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn one_slip_is_near() {
        for word in ["alternence", "alternnce", "alternannce", "altenrance", "alternance"] {
            assert!(is_near(word, "alternance"), "{word}");
        }
        for word in ["alternatif", "balternance", "alternces", "alt", ""] {
            assert!(!is_near(word, "alternance"), "{word}");
        }
        assert!(!is_near("soin", "soir"), "short words are too near to others");
    }
}
