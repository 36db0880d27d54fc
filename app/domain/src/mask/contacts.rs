//! E-mails and phone numbers inside texts; used by [`super`], which re-exports it.

mod short;

/// What stands in place of an e-mail address.
pub const ADDRESS_MASK: &str = "[adresse masquée]";
/// What stands in place of a phone number.
pub const NUMBER_MASK: &str = "[numéro masqué]";

/// Masks e-mail addresses and phone numbers, in the ways in which people write them.
#[must_use]
pub fn contacts(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let without = replace(&chars, &emails(&chars), ADDRESS_MASK);
    let chars: Vec<char> = without.chars().collect();
    let without = replace(&chars, &phones(&chars), NUMBER_MASK);
    let chars: Vec<char> = without.chars().collect();
    replace(&chars, &short::numbers(&chars), NUMBER_MASK)
}

/// The first plain e-mail address in a text ("Courriel : rh@exemple.fr").
#[must_use]
pub fn first_email(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let (from, to) = *emails(&chars).first()?;
    let found: String = chars[from..to].iter().collect();
    let plain = found.matches('@').count() == 1 && found.is_ascii() && !found.contains([' ', '(', '[']);
    plain.then_some(found)
}

fn replace(chars: &[char], spans: &[(usize, usize)], with: &str) -> String {
    let mut out = String::with_capacity(chars.len());
    let mut at = 0;
    for &(from, to) in spans {
        out.extend(&chars[at..from]);
        out.push_str(with);
        at = to;
    }
    out.extend(&chars[at..]);
    out
}

fn emails(chars: &[char]) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let floor = spans.last().map_or(0, |s| s.1);
        match email_around(chars, i, floor) {
            Some(span) => {
                i = span.1;
                spans.push(span);
            }
            None => i += 1,
        }
    }
    spans
}

/// An "at" sign at `at` and the address around it.
fn email_around(chars: &[char], at: usize, floor: usize) -> Option<(usize, usize)> {
    let (sign_end, plain) = at_sign(chars, at)?;
    let mut end_of_name = at;
    while end_of_name > floor && chars[end_of_name - 1] == ' ' && at - end_of_name < 2 {
        end_of_name -= 1;
    }
    let mut from = end_of_name;
    while from > floor && is_local(chars[from - 1]) {
        from -= 1;
    }
    while from < end_of_name && matches!(chars[from], '.' | '-' | '\'') {
        from += 1;
    }
    let mut host = sign_end;
    while chars.get(host) == Some(&' ') && host - sign_end < 2 {
        host += 1;
    }
    if from == end_of_name || !chars.get(host).is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    let mut to = label_end(chars, host);
    let mut labels = 1;
    while let Some(next) = dot(chars, to) {
        if !chars.get(next).is_some_and(|c| c.is_alphanumeric()) {
            break;
        }
        to = label_end(chars, next);
        labels += 1;
    }
    // A bare "@" needs a domain with a dot; a written-out one is meant as an address anyway.
    (labels > 1 || !plain).then_some((from, to))
}

/// The end of "@", "(at)", "[arobase]", " arobase "; and whether it is the sign itself.
fn at_sign(chars: &[char], at: usize) -> Option<(usize, bool)> {
    match chars[at] {
        '@' => Some((at + 1, true)),
        '(' | '[' | '{' => {
            let close = (at + 1..(at + 14).min(chars.len())).find(|i| matches!(chars[*i], ')' | ']' | '}'))?;
            let word: String = chars[at + 1..close].iter().collect::<String>().trim().to_lowercase();
            matches!(word.as_str(), "at" | "@" | "arobase" | "arobas" | "a").then_some((close + 1, word == "a"))
        }
        'a' | 'A' if at > 0 && chars[at - 1] == ' ' => {
            let word: String = chars[at..].iter().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
            matches!(word.as_str(), "arobase" | "arobas").then(|| (at + word.chars().count(), false))
        }
        _ => None,
    }
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'')
}

fn label_end(chars: &[char], from: usize) -> usize {
    let mut to = from;
    while chars.get(to).is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_')) {
        to += 1;
    }
    to
}

/// The place after ".", "(point)", "[dot]" or " point " in an address.
fn dot(chars: &[char], at: usize) -> Option<usize> {
    match chars.get(at)? {
        '.' => Some(at + 1),
        '(' | '[' | ' ' => {
            let word: String = chars[at..].iter().take(10).collect::<String>().to_lowercase();
            ["(point)", "[point]", "(dot)", "[dot]", " point ", " (point) ", " [dot] "]
                .iter()
                .find(|w| word.starts_with(**w))
                .map(|w| at + w.chars().count())
        }
        _ => None,
    }
}

/// Digits that stand together, and what separates them from the group before.
struct Group {
    from: usize,
    to: usize,
    digits: String,
    separator: String,
}

fn phones(chars: &[char]) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        if !chars[i].is_ascii_digit() {
            i += 1;
            continue;
        }
        let groups = run(chars, i);
        let last = groups.last().map_or(i + 1, |g| g.to);
        let mut g = 0;
        while g < groups.len() {
            match phone(chars, &groups[g..]) {
                Some(n) => {
                    let mut from = groups[g].from;
                    while from > 0 && matches!(chars[from - 1], '+' | '(') {
                        from -= 1;
                    }
                    spans.push((from, groups[g + n - 1].to));
                    g += n;
                }
                None => g += 1,
            }
        }
        i = last;
    }
    spans
}

/// Groups of digits from `start`, as long as only what separates the parts of a number is between them.
fn run(chars: &[char], start: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut i = start;
    let mut separator = String::new();
    loop {
        let from = i;
        while chars.get(i).is_some_and(char::is_ascii_digit) {
            i += 1;
        }
        groups.push(Group { from, to: i, digits: chars[from..i].iter().collect(), separator });
        separator = String::new();
        let mut next = i;
        while next - i < 4 && chars.get(next).is_some_and(|c| is_separator(*c)) {
            separator.push(chars[next]);
            next += 1;
        }
        let comma = separator.contains(',') && separator != ",";
        if next - i > 3 || comma || !chars.get(next).is_some_and(char::is_ascii_digit) {
            return groups;
        }
        i = next;
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '.' | '-' | '/' | '(' | ')' | ',' | '_' | '–' | '—' | '‑' | '‐' | '·' | '•')
}

/// How many groups from the first on are a phone number; `None` when they are not.
fn phone(chars: &[char], groups: &[Group]) -> Option<usize> {
    let first = groups.first()?;
    let plus = first.from > 0
        && (chars[first.from - 1] == '+'
            || (first.from > 1 && chars[first.from - 1] == '(' && chars[first.from - 2] == '+'));
    if plus && !first.digits.starts_with('0') {
        return international(groups, 0);
    }
    if first.digits.starts_with("00") && first.digits.chars().nth(2).is_none_or(|c| c != '0') {
        let rest: String = groups.iter().flat_map(|g| g.digits.chars()).skip(2).take(3).collect();
        if ["33", "32", "352", "377", "41", "262", "590", "594", "596", "44", "49", "34", "39"]
            .iter()
            .any(|c| rest.starts_with(c))
        {
            return international(groups, 2);
        }
    }
    if first.digits == "33" && lengths(groups, 6) == [2, 1, 2, 2, 2, 2] {
        return Some(6);
    }
    let mut total = 0;
    for (n, group) in groups.iter().enumerate() {
        total += group.digits.len();
        if total >= 10 {
            return (total == 10 && is_national(&groups[..=n])).then_some(n + 1);
        }
    }
    None
}

/// A number with its country: 9 to 14 digits; a longer run ends with the group that makes it one.
fn international(groups: &[Group], skip: usize) -> Option<usize> {
    // 16 groups are more digits than any number has.
    let total: usize = groups.iter().take(16).map(|g| g.digits.len()).sum::<usize>().saturating_sub(skip);
    if (9..=14).contains(&total) {
        return Some(groups.len());
    }
    let mut sum = 0;
    for (n, group) in groups.iter().enumerate() {
        sum += group.digits.len();
        if sum >= 11 + skip {
            return (sum <= 14 + skip).then_some(n + 1);
        }
    }
    None
}

fn lengths(groups: &[Group], n: usize) -> Vec<usize> {
    groups.iter().take(n).map(|g| g.digits.len()).collect()
}

/// Ten digits of a French number, grouped as people group them; not a date, a year, two postcodes.
fn is_national(groups: &[Group]) -> bool {
    let mut digits = groups.iter().flat_map(|g| g.digits.chars());
    if digits.next() != Some('0') || digits.next().is_none_or(|c| c == '0') {
        return false;
    }
    let year = |g: &Group| g.digits.len() == 4 && (g.digits.starts_with("19") || g.digits.starts_with("20"));
    match lengths(groups, groups.len()).as_slice() {
        [10]
        | [4, 2, 2, 2]
        | [4, 3, 3]
        | [4, 6]
        | [2, 8]
        | [1, 9]
        | [1, 3, 3, 3]
        | [3, 3, 4]
        | [2, 2, 3, 3]
        | [2, 3, 3, 2]
        | [1, 1, 2, 2, 2, 2]
        | [2, 2, 6]
        | [6, 4]
        | [3, 7]
        | [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] => true,
        [2, 4, 4] | [2, 2, 2, 4] => !groups.iter().any(year),
        [2, 2, 2, 2, 2] => !is_date(groups),
        _ => false,
    }
}

/// "08/12/24 14/12": the first three pairs are a day, a month and a year, written with one sign
/// that the rest does not go on with.
fn is_date(groups: &[Group]) -> bool {
    let sign = |i: usize| groups[i].separator.trim_matches([' ', '(', ')']);
    let number = |i: usize| groups[i].digits.parse::<u8>().unwrap_or(0);
    !sign(1).is_empty()
        && sign(1) == sign(2)
        && sign(2) != sign(3)
        && (1..=31).contains(&number(0))
        && (1..=12).contains(&number(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_contacts_in_many_ways() {
        for text in [
            "Écrire à rh.nord@exemple.fr svp",
            "Écrire à rh @ exemple.fr svp",
            "Écrire à rh (at) exemple.fr svp",
            "Écrire à rh[arobase]exemple.fr svp",
            "Écrire à rh arobase exemple point fr svp",
        ] {
            assert_eq!(contacts(text), format!("Écrire à {ADDRESS_MASK} svp"), "{text}");
        }
        for text in [
            "Tél 03 20 12 34 56 merci",
            "Tél 03.20.12.34.56 merci",
            "Tél 0320123456 merci",
            "Tél 03-20-12-34-56 merci",
            "Tél +33 (0)3 20 12 34 56 merci",
            "Tél +33320123456 merci",
            "Tél 0033 3 20 12 34 56 merci",
            "Tél 0 320 123 456 merci",
            "Tél 03.20 12 34 56 merci",
            "Tél (03) 20 12 34 56 merci",
            "Tél +32 2 123 45 67 merci",
            "Tél 03 / 20 / 12 / 34 / 56 merci",
            "Tél 03,20,12,34,56 merci",
        ] {
            assert_eq!(contacts(text), format!("Tél {NUMBER_MASK} merci"), "{text}");
        }
        assert_eq!(contacts("au 59 100 03 20 12 34 56"), format!("au 59 100 {NUMBER_MASK}"));
        assert_eq!(first_email("Courriel : rh@exemple.fr.").as_deref(), Some("rh@exemple.fr"));
        assert_eq!(first_email("voir le site"), None);
    }

    #[test]
    fn other_numbers_and_signs_stay() {
        for text in [
            "de 2016/2019/2022",
            "SIRET 732 829 320 00074",
            "SIRET 73282932000074",
            "30 000 - 36 000 Euros",
            "le 02.10.2023 à 9h",
            "du 02/09/2025 au 13/09/2025",
            "du 08/12/24 14/12/24",
            "01/02/2025 03/04/2025",
            "01750 02100 Saint-Quentin",
            "59100 Roubaix",
            "code FR0000050809",
            "2 100,00 / 2 500 € sur 12",
            "ISO 20000/27001",
            "appelez le 3949",
            "Référence Spin@ est une structure",
            "poste @ Lyon",
            "bac +2 / +3",
            "de 8h30 à 17h",
            "31 920 - 38 570 €",
            "CACES 1 3 5",
            "suivez @exemple",
            "rentrée 01 2025-2026",
            "Vous travaillez (a) seul",
        ] {
            assert_eq!(contacts(text), text);
        }
    }
}
