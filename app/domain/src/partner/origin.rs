//! A site that may frame a partner's board. Browsers drop a whole list of sites when they cannot read one of
//! them, so nothing malformed is ever kept.

use super::Refused;
use core::fmt;
use serde::{Deserialize, Serialize};

/// Scheme, host and port of a site, as `frame-ancestors` writes them: `https`, or `http` on this machine only.
/// Small letters; the scheme's own port is left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Origin(String);

impl Origin {
    /// Reads an origin, as people type it: a slash at its end and capitals are no fault.
    ///
    /// # Errors
    /// When it is none, with the reason.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let refuse = |why: &str| Err(Refused::new("origin", text, why));
        let typed = text.trim().to_ascii_lowercase();
        let Some((scheme, rest)) = typed.split_once("://") else {
            return refuse("the beginning of an address expected, such as https://www.association.example");
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        if rest.contains(['/', '?', '#']) {
            return refuse("a whole site is allowed, not one page of it: nothing may follow the host");
        }
        if rest.contains('@') {
            return refuse("no user name or password may stand in it");
        }
        let (host, port) = match rest.rsplit_once(':') {
            None => (rest, None),
            Some((host, port)) => match port.parse::<u16>() {
                Ok(number) if number > 0 && port.bytes().all(|b| b.is_ascii_digit()) => (host, Some(number)),
                _ => return refuse("its port is no number from 1 to 65535"),
            },
        };
        if host.contains('*') {
            return refuse("each site is named: no * (write one origin a host)");
        }
        if !host.is_ascii() {
            return refuse("its host has letters beyond a-z: write it as browsers send it (xn--…)");
        }
        if !is_host(host) {
            return refuse("its host is no name such as www.association.example");
        }
        let local = host == "localhost" || host == "127.0.0.1" || host.ends_with(".localhost");
        let own_port = match scheme {
            "https" => 443,
            "http" if local => 80,
            "http" => return refuse("https expected (http is for this machine alone: localhost, 127.0.0.1)"),
            _ => return refuse("https expected"),
        };
        Ok(Self(match port.filter(|port| *port != own_port) {
            Some(port) => format!("{scheme}://{host}:{port}"),
            None => format!("{scheme}://{host}"),
        }))
    }

    /// As browsers and policies write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an address (a `Referer`, say) is of this site.
    #[must_use]
    pub fn holds(&self, address: &str) -> bool {
        let end = address.match_indices('/').nth(2).map_or(address.len(), |(at, _)| at);
        Self::parse(&address[..end]).is_ok_and(|origin| origin == *self)
    }
}

/// Labels of letters, digits and hyphens. What ends in a number is an address of a machine: it is written whole.
fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let labels: Vec<&str> = host.split('.').collect();
    let number = |label: &&str| label.bytes().all(|b| b.is_ascii_digit()) || label.starts_with("0x");
    let machine = labels.last().is_some_and(number);
    let whole = labels.len() == 4 && labels.iter().all(|part| part.parse::<u8>().is_ok_and(|n| n.to_string() == *part));
    let named = labels.len() > 1 || host == "localhost";
    host.len() <= 253 && labels.iter().all(|part| label(part)) && named && (!machine || whole)
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Origin {
    type Error = Refused;
    fn try_from(text: String) -> Result<Self, Refused> {
        Self::parse(&text)
    }
}

impl From<Origin> for String {
    fn from(origin: Origin) -> Self {
        origin.0
    }
}
