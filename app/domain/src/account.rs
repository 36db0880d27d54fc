//! Who may do what: the one table of rights. A test walks every route and server function
//! and checks that each is named here.

use crate::coded_enum;

coded_enum! {
    /// Who is asking.
    pub enum Role {
        /// Anyone, not signed in.
        Public = "public",
        /// The operator of the server, on its command line.
        Operator = "operator",
    }
}

coded_enum! {
    /// What can be done.
    pub enum Action {
        /// Read open offers: pages, API, feeds.
        ReadOffers = "read-offers",
        /// Read the reference data behind suggestions.
        ReadReference = "read-reference",
        /// Ask whether the server is well.
        ReadHealth = "read-health",
        /// Read metrics (on their own address only).
        ReadMetrics = "read-metrics",
        /// Import, publish, back up.
        Operate = "operate",
    }
}

/// Whether `role` may do `action`.
#[must_use]
pub const fn can(role: Role, action: Action) -> bool {
    match (role, action) {
        (_, Action::ReadOffers | Action::ReadReference | Action::ReadHealth) | (Role::Operator, _) => true,
        (Role::Public, Action::ReadMetrics | Action::Operate) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_only_reads() {
        assert!(can(Role::Public, Action::ReadOffers));
        assert!(!can(Role::Public, Action::Operate));
        assert!(!can(Role::Public, Action::ReadMetrics));
        assert!(Action::ALL.iter().all(|a| can(Role::Operator, *a)));
    }
}
