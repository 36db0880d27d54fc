//! Not more requests a second than the API allows.

use std::time::{Duration, Instant};

/// Gives each request its moment: one interval after the one before.
pub(crate) struct Pace {
    interval: Duration,
    next: Option<Instant>,
}

impl Pace {
    pub(crate) const fn new(interval: Duration) -> Self {
        Self { interval, next: None }
    }

    /// How long a request that is ready at `now` waits; its moment is then taken.
    pub(crate) fn take(&mut self, now: Instant) -> Duration {
        let at = self.next.map_or(now, |next| next.max(now));
        self.next = Some(at + self.interval);
        at - now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_second_holds_more_than_ten(gaps in prop::collection::vec(0u64..400, 12..60)) {
            let start = Instant::now();
            let mut pace = Pace::new(crate::pull::INTERVAL);
            let mut now = start;
            let mut sent = Vec::new();
            for gap in gaps {
                now += Duration::from_millis(gap);
                now += pace.take(now);
                sent.push(now);
            }
            for eleven in sent.windows(11) {
                prop_assert!(eleven[10] - eleven[0] >= Duration::from_secs(1));
            }
        }
    }
}
