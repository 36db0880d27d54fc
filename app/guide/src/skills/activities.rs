//! Unpaid activities, written by us and linked to the macro-compétences of ROME that they train.

use super::families::Unpaid;
use domain::assessment::ActivityLinks;
use domain::skill::Ogr;
use i18n::GuideKey as Key;

/// An activity.
#[derive(Clone, Copy, Debug)]
pub struct Activity {
    /// Stable code.
    pub code: &'static str,
    /// Where it is done.
    pub of: Unpaid,
    /// Its words.
    pub words: Key,
    /// What it trains, by OGR code (ROME 4.0 version 460).
    pub trains: &'static [u32],
}

const fn activity(code: &'static str, of: Unpaid, words: Key, trains: &'static [u32]) -> Activity {
    Activity { code, of, words, trains }
}

/// Every activity, as people are shown them.
pub const ACTIVITIES: &[Activity] = &[
    activity("tenir-maison", Unpaid::Home, Key::ActivityTenirMaison, &[300282, 300177]),
    activity("cuisiner", Unpaid::Home, Key::ActivityCuisiner, &[300090]),
    activity("patisserie", Unpaid::Home, Key::ActivityPatisserie, &[300089]),
    activity("papiers", Unpaid::Home, Key::ActivityPapiers, &[300323, 404516]),
    activity("enfants", Unpaid::Home, Key::ActivityEnfants, &[300031, 404512]),
    activity("devoirs", Unpaid::Home, Key::ActivityDevoirs, &[300017]),
    activity("jardin", Unpaid::Home, Key::ActivityJardin, &[300292, 300294]),
    activity("couture", Unpaid::Home, Key::ActivityCouture, &[300134]),
    activity("bricoler", Unpaid::Home, Key::ActivityBricoler, &[300227, 300228]),
    activity("animaux", Unpaid::Home, Key::ActivityAnimaux, &[404527]),
    activity("parent-age", Unpaid::Care, Key::ActivityParentAge, &[300034, 300044]),
    activity("malade", Unpaid::Care, Key::ActivityMalade, &[300034, 300044]),
    activity("handicap", Unpaid::Care, Key::ActivityHandicap, &[300034, 300035]),
    activity("rendez-vous", Unpaid::Care, Key::ActivityRendezVous, &[300034, 404516]),
    activity("courses", Unpaid::Care, Key::ActivityCourses, &[300034]),
    activity("traduire", Unpaid::Care, Key::ActivityTraduire, &[300409, 300411]),
    activity("ecouter", Unpaid::Care, Key::ActivityEcouter, &[300014]),
    activity("caisse-fete", Unpaid::Association, Key::ActivityCaisseFete, &[118069]),
    activity("organiser-fete", Unpaid::Association, Key::ActivityOrganiserFete, &[300123]),
    activity("accueillir", Unpaid::Association, Key::ActivityAccueillir, &[300361]),
    activity("distribuer", Unpaid::Association, Key::ActivityDistribuer, &[300262, 300265]),
    activity("entrainer", Unpaid::Association, Key::ActivityEntrainer, &[300032, 300440]),
    activity("animer", Unpaid::Association, Key::ActivityAnimer, &[300033, 300031]),
    activity("compte-rendu", Unpaid::Association, Key::ActivityCompteRendu, &[300408]),
    activity("comptes", Unpaid::Association, Key::ActivityComptes, &[300318]),
    activity("cours", Unpaid::Association, Key::ActivityCours, &[300022]),
    activity("reseaux", Unpaid::Association, Key::ActivityReseaux, &[300425]),
    activity("cuisine-groupe", Unpaid::Association, Key::ActivityCuisineGroupe, &[300090]),
    activity("demenager", Unpaid::OddJobs, Key::ActivityDemenager, &[300265, 300266]),
    activity("reparer", Unpaid::OddJobs, Key::ActivityReparer, &[300179, 300185]),
    activity("auto", Unpaid::OddJobs, Key::ActivityAuto, &[404518, 300182]),
    activity("peindre", Unpaid::OddJobs, Key::ActivityPeindre, &[300227, 300131]),
    activity("livrer", Unpaid::OddJobs, Key::ActivityLivrer, &[300269, 300270]),
    activity("menage", Unpaid::OddJobs, Key::ActivityMenage, &[300282]),
    activity("garde", Unpaid::OddJobs, Key::ActivityGarde, &[300031]),
    activity("marche", Unpaid::OddJobs, Key::ActivityMarche, &[300368, 118069]),
    activity("coiffer", Unpaid::OddJobs, Key::ActivityCoiffer, &[300043]),
    activity("chantier", Unpaid::OddJobs, Key::ActivityChantier, &[300236, 300235]),
    activity("recolte", Unpaid::OddJobs, Key::ActivityRecolte, &[300294]),
    activity("ordinateur", Unpaid::OddJobs, Key::ActivityOrdinateur, &[300019, 300426]),
    activity("conduire", Unpaid::OddJobs, Key::ActivityConduire, &[300275, 300270]),
];

/// The activity with this code.
#[must_use]
pub fn of_code(code: &str) -> Option<&'static Activity> {
    ACTIVITIES.iter().find(|activity| activity.code == code)
}

/// What each trains, for [`domain::assessment::Belief`].
#[must_use]
pub fn links() -> ActivityLinks {
    let one = |activity: &Activity| (activity.code.to_owned(), activity.trains.iter().map(|ogr| Ogr(*ogr)).collect());
    ACTIVITIES.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_activity_is_one_and_trains_something() {
        let codes: BTreeSet<&str> = ACTIVITIES.iter().map(|a| a.code).collect();
        assert!(codes.len() == ACTIVITIES.len() && codes.len() >= 40, "{}", codes.len());
        assert!(ACTIVITIES.iter().all(|a| !a.trains.is_empty()));
    }
}
