//! The drawings of the pictograms, from the open set Lucide through `icondata`.

use guide::Picto;
use icondata_lu as lu;

fn drawing(one: Picto) -> &'static str {
    match one {
        Picto::Person => lu::LuUser.data,
        Picto::Helped => lu::LuUsers.data,
        Picto::Group => lu::LuPresentation.data,
        Picto::Plant => lu::LuSprout.data,
        Picto::Craft => lu::LuBrush.data,
        Picto::Bank => lu::LuLandmark.data,
        Picto::Shop => lu::LuShoppingBasket.data,
        Picto::Media => lu::LuMegaphone.data,
        Picto::Site => lu::LuHardHat.data,
        Picto::Meal => lu::LuUtensils.data,
        Picto::Factory => lu::LuFactory.data,
        Picto::Repair => lu::LuWrench.data,
        Picto::Health => lu::LuStethoscope.data,
        Picto::Care => lu::LuHandHeart.data,
        Picto::Stage => lu::LuMusic.data,
        Picto::Office => lu::LuMonitor.data,
        Picto::Truck => lu::LuTruck.data,
        Picto::Home => lu::LuHouse.data,
        Picto::Heart => lu::LuHeartHandshake.data,
        Picto::Hands => lu::LuHandshake.data,
        Picto::Tools => lu::LuHammer.data,
        Picto::World => lu::LuGlobe.data,
        Picto::Short => lu::LuSignalLow.data,
        Picto::Middle => lu::LuSignalMedium.data,
        Picto::Long => lu::LuSignalHigh.data,
        Picto::Now => lu::LuSun.data,
        Picto::Recent => lu::LuCalendarDays.data,
        Picto::Ago => lu::LuHistory.data,
        Picto::Star => lu::LuStar.data,
        Picto::Speaker => lu::LuVolume2.data,
        Picto::Check => lu::LuCheck.data,
        Picto::Question => lu::LuCircleHelp.data,
        Picto::Place => lu::LuMapPin.data,
        Picto::Paper => lu::LuFileText.data,
        Picto::Tested => lu::LuBadgeCheck.data,
        Picto::Foot => lu::LuFootprints.data,
        Picto::Bike => lu::LuBike.data,
        Picto::Bus => lu::LuBus.data,
        Picto::Car => lu::LuCar.data,
        Picto::Course => lu::LuGraduationCap.data,
        Picto::Euro => lu::LuEuro.data,
    }
}

/// The sprite: every pictogram once.
pub(super) fn sprite() -> String {
    sprite_of(Picto::ALL)
}

/// Some pictograms, each once.
pub(crate) fn sprite_of(some: &[Picto]) -> String {
    let symbol = |one: &Picto| {
        let lines: String = drawing(*one).lines().map(str::trim).collect();
        format!("<symbol id=\"{}\" viewBox=\"0 0 24 24\">{lines}</symbol>", &one.id()[1..])
    };
    some.iter().map(symbol).collect()
}
