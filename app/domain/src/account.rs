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
        /// Ask which commune a position lies in. It changes nothing, but a position belongs in no address.
        Locate = "locate",
        /// Tell the hub's staff that something is wrong with an offer.
        ReportOffer = "report-offer",
        /// Ask what follows from answers about oneself: nothing of it is kept, and it belongs in no address.
        AssessSkills = "assess-skills",
        /// Show an adviser what one chose, for two hours; read it and close it with its code.
        HandOver = "hand-over",
        /// Read what came of a partner's board, with the partner's code: it belongs in no address.
        FollowBoard = "follow-board",
        /// Import, publish, back up.
        Operate = "operate",
    }
}

impl Action {
    /// Whether it is asked with GET: it changes nothing and says nothing of the person. All else is POST.
    #[must_use]
    pub const fn is_read(self) -> bool {
        matches!(self, Self::ReadOffers | Self::ReadReference | Self::ReadHealth | Self::ReadMetrics)
    }
}

/// Whether `role` may do `action`.
#[must_use]
pub const fn can(role: Role, action: Action) -> bool {
    match (role, action) {
        (
            _,
            Action::ReadOffers
            | Action::ReadReference
            | Action::ReadHealth
            | Action::Locate
            | Action::ReportOffer
            | Action::AssessSkills
            | Action::HandOver
            | Action::FollowBoard,
        )
        | (Role::Operator, _) => true,
        (Role::Public, Action::ReadMetrics | Action::Operate) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_reads_and_reports() {
        assert!(can(Role::Public, Action::ReadOffers));
        let may: Vec<_> = Action::ALL.iter().filter(|a| !a.is_read() && can(Role::Public, **a)).collect();
        assert_eq!(
            may,
            [&Action::Locate, &Action::ReportOffer, &Action::AssessSkills, &Action::HandOver, &Action::FollowBoard,]
        );
        assert!(!can(Role::Public, Action::Operate));
        assert!(!can(Role::Public, Action::ReadMetrics));
        assert!(Action::ALL.iter().all(|a| can(Role::Operator, *a)));
    }
}
