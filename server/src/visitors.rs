//! Where a request comes from, without keeping it: HMAC-SHA-256 of the address with a secret that is
//! made anew each day, lives in memory only and is never written. And how much one place may write.
//!
//! A hall, a school or a phone operator has one address for many people: the burst for an address is
//! generous, and only the one for an address and an offer is tight. The buckets are in this process's
//! memory: they protect the staff's time and the disk, they decide nothing that must be true. With `n`
//! instances a place may write at most `n` times as much; a shared table would write a line about
//! every visitor to disk to prevent that.

use crate::state::AppState;
use app::context::{Limits, Visitor};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use domain::number::OfferNumber;
use domain::time::{Day, Timestamp};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Mutex, PoisonError};

/// Reports of everybody together: a burst, and seconds for one more.
const EVERYBODY: Bucket = Bucket { burst: 300, refill: 10 };
/// Reports from one address.
const ADDRESS: Bucket = Bucket { burst: 30, refill: 120 };
/// Reports from one address on one offer: other people there may have other things to tell.
const ADDRESS_AND_OFFER: Bucket = Bucket { burst: 3, refill: 6 * 3_600 };
/// Profiles shown to advisers, from one address: a hall in which a workshop ends.
const SHOWN: Bucket = Bucket { burst: 40, refill: 60 };
/// Looks at what is shown, from one address; a code cannot be guessed, and trying is limited as well.
const LOOKS: Bucket = Bucket { burst: 60, refill: 30 };
/// The same from everybody together.
const ALL_LOOKS: Bucket = Bucket { burst: 1_200, refill: 1 };
/// Codes of partners, from one address: who has one types it once or twice.
const CODES: Bucket = Bucket { burst: 12, refill: 60 };
/// The same from everybody together.
const ALL_CODES: Bucket = Bucket { burst: 300, refill: 2 };
/// Buckets kept at most; beyond, nobody new is served until the day ends.
const MAX_BUCKETS: usize = 200_000;

/// A token bucket: holds `burst` turns, gains one every `refill` seconds.
struct Bucket {
    burst: i64,
    refill: i64,
}

impl Bucket {
    /// Takes a turn: the new state, or `None` when there is none. The state is the instant at which the
    /// bucket would be full again.
    fn take(&self, full_at: i64, now: i64) -> Option<i64> {
        let next = full_at.max(now) + self.refill;
        (next - now <= self.burst * self.refill).then_some(next)
    }
}

/// What a bucket is for.
#[derive(PartialEq, Eq, Hash)]
enum Whose {
    Everybody,
    Address(Visitor),
    AddressAndOffer(Visitor, OfferNumber),
    Shown(Visitor),
    Looks(Visitor),
    AllLooks,
    Codes(Visitor),
    AllCodes,
}

/// The visitors of the day.
#[derive(Default)]
pub struct Visitors {
    today: Mutex<Today>,
}

struct Today {
    day: Option<Day>,
    secret: [u8; 64],
    buckets: HashMap<Whose, i64>,
}

impl Default for Today {
    fn default() -> Self {
        Self { day: None, secret: [0; 64], buckets: HashMap::new() }
    }
}

impl Visitors {
    /// Who comes from this address on this day; the same address is another visitor tomorrow.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn visitor(&self, address: IpAddr, today: Day) -> Result<Visitor, getrandom::Error> {
        let mut state = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        if state.day != Some(today) {
            let mut secret = [0; 64];
            getrandom::fill(&mut secret)?;
            *state = Today { day: Some(today), secret, buckets: HashMap::new() };
        }
        let mut mac = Hmac::<Sha256>::new(&state.secret.into());
        mac.update(&network(address));
        Ok(Visitor(mac.finalize().into_bytes().into()))
    }

    /// Whether somebody may show a profile now.
    pub fn take_shown(&self, visitor: Visitor, now: Timestamp) -> bool {
        self.take([(Whose::Shown(visitor), SHOWN)], now)
    }

    /// Whether somebody may ask for a profile that is shown.
    pub fn take_look(&self, visitor: Visitor, now: Timestamp) -> bool {
        self.take([(Whose::AllLooks, ALL_LOOKS), (Whose::Looks(visitor), LOOKS)], now)
    }

    /// Whether somebody may try a partner's code.
    pub fn take_code(&self, visitor: Visitor, now: Timestamp) -> bool {
        self.take([(Whose::AllCodes, ALL_CODES), (Whose::Codes(visitor), CODES)], now)
    }

    /// All turns or none: what is refused costs nothing.
    fn take<const N: usize>(&self, wanted: [(Whose, Bucket); N], now: Timestamp) -> bool {
        let mut state = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        if state.buckets.len() + wanted.len() > MAX_BUCKETS {
            return false;
        }
        let taken: Option<Vec<_>> = wanted
            .into_iter()
            .map(|(whose, bucket)| {
                let full_at = state.buckets.get(&whose).copied().unwrap_or(now.0);
                bucket.take(full_at, now.0).map(|next| (whose, next))
            })
            .collect();
        taken.map(|taken| state.buckets.extend(taken)).is_some()
    }
}

impl Limits for Visitors {
    fn take_report(&self, visitor: Visitor, number: OfferNumber, now: Timestamp) -> bool {
        let wanted = [
            (Whose::Everybody, EVERYBODY),
            (Whose::Address(visitor), ADDRESS),
            (Whose::AddressAndOffer(visitor, number), ADDRESS_AND_OFFER),
        ];
        self.take(wanted, now)
    }
}

/// One household or hall: an IPv4 address, or the network of an IPv6 address (its first 64 bits).
fn network(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.octets().to_vec(),
        IpAddr::V6(v6) => v6.octets()[..8].to_vec(),
    }
}

/// The client's address: the connection's, or, when that is a proxy of ours, the last of
/// `X-Forwarded-For` that is none.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let told: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    let mut client = peer.to_canonical();
    for address in told.iter().rev() {
        let known = trusted.iter().any(|proxy| proxy.to_canonical() == client);
        match address.trim().parse::<IpAddr>() {
            Ok(before) if known => client = before.to_canonical(),
            _ => break,
        }
    }
    client
}

/// Puts the [`Visitor`] into every request that writes.
pub async fn recognise(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if !request.method().is_safe() {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        // Only tests have no connection.
        let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let address = client(peer, request.headers(), &state.config.trusted_proxies);
        let visitor = state.visitors.visitor(address, state.clock.today()).unwrap_or_else(|error| {
            tracing::error!(%error, "no randomness: all visitors are one");
            Visitor::default()
        });
        request.extensions_mut().insert(visitor);
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn number(n: u64) -> OfferNumber {
        OfferNumber::from_u64(n).unwrap()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "6.6.6.6, 1.2.3.4".parse().unwrap());
        headers.append("x-forwarded-for", "10.0.0.2".parse().unwrap());
        let trusted = [ip("10.0.0.1"), ip("10.0.0.2")];
        assert_eq!(client(ip("9.9.9.9"), &headers, &trusted), ip("9.9.9.9"), "not a proxy of ours");
        assert_eq!(client(ip("10.0.0.1"), &headers, &[]), ip("10.0.0.1"));
        assert_eq!(client(ip("10.0.0.1"), &headers, &trusted), ip("1.2.3.4"));
        assert_eq!(client(ip("::ffff:10.0.0.1"), &headers, &trusted), ip("1.2.3.4"));
        assert_eq!(client(ip("10.0.0.1"), &headers, &trusted[..1]), ip("10.0.0.2"));
        headers.insert("x-forwarded-for", "nobody".parse().unwrap());
        assert_eq!(client(ip("10.0.0.1"), &headers, &trusted), ip("10.0.0.1"));
    }

    #[test]
    fn a_visitor_is_one_of_a_day_and_of_a_network() {
        let visitors = Visitors::default();
        let who = |address: &str, day| visitors.visitor(ip(address), Day(day)).unwrap();
        let one = who("1.2.3.4", 1);
        assert_eq!(one, who("::ffff:1.2.3.4", 1));
        assert_ne!(one, who("1.2.3.5", 1));
        assert_eq!(who("2001:db8:1:1::1", 1), who("2001:db8:1:1:ffff::9", 1));
        assert_ne!(who("2001:db8:1:1::1", 1), who("2001:db8:1:2::1", 1));
        assert_ne!(one, who("1.2.3.4", 2), "another secret");
        assert_ne!(one, Visitors::default().visitor(ip("1.2.3.4"), Day(1)).unwrap(), "of another process");
    }

    #[test]
    fn a_hall_behind_one_address_is_not_locked_out() {
        let visitors = Visitors::default();
        let hall = visitors.visitor(ip("1.2.3.4"), Day(1)).unwrap();
        let take = |visitor, offer, at| visitors.take_report(visitor, number(offer), Timestamp(at));
        // Thirty people with thirty offers, at once.
        assert!((0..30).all(|offer| take(hall, offer, 0)));
        assert!(!take(hall, 30, 0) && !take(hall, 30, 119));
        assert!(take(hall, 30, 120), "one more every two minutes");
        assert!(!take(hall, 31, 120));
        // The neighbours do not notice.
        let other = visitors.visitor(ip("1.2.3.5"), Day(1)).unwrap();
        assert!((0..3).all(|_| take(other, 1, 0)), "three on one offer");
        assert!(!take(other, 1, 0) && take(other, 2, 0), "and no fourth, but on another");
        assert!(!take(other, 1, 6 * 3_600 - 1) && take(other, 1, 6 * 3_600));
        assert!(take(hall, 1, 86_400 * 2), "and a day later all is as before");
    }

    #[test]
    fn a_thousand_addresses_together_are_limited() {
        let visitors = Visitors::default();
        let visit = |i: u32| visitors.visitor(IpAddr::V4(Ipv4Addr::from(i)), Day(1)).unwrap();
        let kept = (0..1_000).filter(|i| visitors.take_report(visit(*i), number(1), Timestamp(0))).count();
        assert_eq!(kept, 300);
    }
}
