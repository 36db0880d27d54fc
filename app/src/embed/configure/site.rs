//! « Est-ce que mon site est autorisé ? »: an answer about one key and one site, and what to ask of the hub.

use super::choice::Choice;
use domain::partner::Origin;

/// The answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Allowed {
    /// Yes.
    Yes(String),
    /// No: this is what the hub has to add.
    No(String),
    /// Nobody knows yet: no partner has this key.
    NoKey,
    /// It is no address of a site.
    NotAnAddress,
    /// Only https can be allowed.
    NotSecure,
}

/// Whether the site that is asked about may show the board; `None` when none is.
pub(super) fn allowed(choice: &Choice) -> Option<Allowed> {
    if choice.site.is_empty() {
        return None;
    }
    Some(match origin_of(&choice.site) {
        Err(why) => why,
        Ok(origin) => match &choice.known {
            None => Allowed::NoKey,
            Some(own) if own.origins().contains(&origin) => Allowed::Yes(origin.to_string()),
            Some(_) => Allowed::No(origin.to_string()),
        },
    })
}

/// The site of what was pasted: an address of any of its pages, with or without `https://`.
pub(super) fn origin_of(typed: &str) -> Result<Origin, Allowed> {
    let typed = typed.trim();
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let end = whole.match_indices(['/', '?', '#']).nth(2).map_or(whole.len(), |(at, _)| at);
    let site = &whole[..end];
    match Origin::parse(site) {
        Ok(origin) => Ok(origin),
        Err(_) if Origin::parse(&site.to_ascii_lowercase().replacen("http://", "https://", 1)).is_ok() => {
            Err(Allowed::NotSecure)
        }
        Err(_) => Err(Allowed::NotAnAddress),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_page_of_a_site_names_it() {
        for typed in ["https://asso.example", "asso.example", "https://ASSO.example/emploi/?a=b#c", "asso.example?x"] {
            assert_eq!(origin_of(typed).map(|o| o.to_string()), Ok("https://asso.example".into()), "{typed}");
        }
        assert_eq!(origin_of("http://asso.example/x"), Err(Allowed::NotSecure));
        assert_eq!(origin_of("http://localhost:8080/x").map(|o| o.to_string()), Ok("http://localhost:8080".into()));
        for typed in ["", "mon site", "https://", "javascript:alert(1)", "https://é.example", "ftp://asso.example"] {
            assert_eq!(origin_of(typed), Err(Allowed::NotAnAddress), "{typed}");
        }
    }
}
