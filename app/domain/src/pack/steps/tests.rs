//! What must hold of the file of steps.

use super::*;
use crate::gate::{Caces, Licence};
use crate::place::{CommuneCode, Point};
use proptest::prelude::*;

/// A step of which nothing is known but what it is.
pub(crate) fn bare(number: TrainingNumber, kind: Kind, title: String) -> PackStep {
    PackStep {
        number,
        kind,
        title,
        body: String::new(),
        phone: None,
        trades: Vec::new(),
        gives: Vec::new(),
        needs: Vec::new(),
        without: Vec::new(),
        after: Vec::new(),
        skills: Vec::new(),
        rhythm: None,
        check: None,
        hours: None,
        weekly_hours: None,
        remaining: None,
        total: None,
        upfront: None,
        monthly_pay: None,
        payers: Vec::new(),
        promises: Vec::new(),
        results: None,
        sessions: Vec::new(),
    }
}

fn pack() -> StepsPack {
    let day = Day(20_700);
    let own = PackStep {
        gives: vec![Gate::Caces(Caces::R489)],
        ..bare(TrainingNumber::of("hub", "a"), Kind::Caces, "CACES".to_owned())
    };
    let full = PackStep {
        number: TrainingNumber::of("hub", "b"),
        kind: Kind::Poei,
        body: "Atelier".to_owned(),
        phone: Some("0353012026".to_owned()),
        trades: vec![OccupationIx(3), OccupationIx(0)],
        needs: vec![Gate::Licence(Licence::B), Gate::French],
        without: vec![Gate::Diploma(crate::requirement::Diploma::Bac)],
        after: vec![0],
        skills: vec!["Faire une chambre".to_owned()],
        rhythm: Some("Journée".to_owned()),
        check: Some("Être à l’aise à l’oral".to_owned()),
        hours: Some(400),
        weekly_hours: Some(35),
        remaining: Some(0),
        total: Some(5_200),
        upfront: Some(300),
        monthly_pay: Some(685),
        payers: vec![PackPayer { who: Financer::Opco, euros: Some(2_000), condition: None }],
        promises: vec![PackPromise {
            employer: "Hôtel".to_owned(),
            jobs: 8,
            trade: OccupationIx(3),
            signed: Day(20_690),
        }],
        results: Some(PackResults { employed: 22, of: 24, year: 2025, source: "Atelier".to_owned() }),
        sessions: vec![
            PackSession {
                first: Day(20_710),
                last: Some(Day(20_790)),
                open_entry: false,
                month_only: true,
                remote: false,
                places: Some(0),
                commune: Some(0),
            },
            PackSession {
                first: Day(20_690),
                last: None,
                open_entry: true,
                month_only: false,
                remote: true,
                places: None,
                commune: None,
            },
        ],
        ..own.clone()
    };
    let commune = PackCommune {
        code: CommuneCode::parse("59512").unwrap(),
        name: "Roubaix".to_owned(),
        point: Some(Point { lat_e6: 50_690_000, lon_e6: 3_170_000 }),
    };
    StepsPack { rome: 7, day, communes: vec![commune], steps: vec![own, full] }
}

#[test]
fn a_file_goes_there_and_back() {
    let own = pack();
    assert_eq!(StepsPack::decode(&own.encode(), 4), Ok(own.clone()));
    assert!(StepsPack::decode(&own.encode(), 3).is_err(), "an occupation that the file of ROME has not");
}

proptest! {
    #[test]
    fn what_is_damaged_breaks_nothing(at in 0usize..400, byte in any::<u8>(), cut in 0usize..400) {
        let mut bytes = pack().encode();
        let length = bytes.len();
        bytes[at % length] = byte;
        let _ = StepsPack::decode(&bytes, 4);
        prop_assert!(StepsPack::decode(&pack().encode()[..cut % length], 4).is_err());
    }
}
