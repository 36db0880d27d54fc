//! A pictogram for each family of work (the first letters of ROME codes), from the open set Lucide
//! (server only).

use domain::occupation::RomeCode;
use icondata_lu as lu;

/// Beginnings of ROME codes (version 4), the longer before the shorter.
fn families() -> [(&'static str, &'static str); 39] {
    [
        ("A12", lu::LuTrees.data),
        ("A", lu::LuSprout.data),
        ("B", lu::LuPalette.data),
        ("C15", lu::LuKeyRound.data),
        ("C", lu::LuLandmark.data),
        ("D11", lu::LuCroissant.data),
        ("D12", lu::LuShirt.data),
        ("D", lu::LuShoppingCart.data),
        ("E", lu::LuCamera.data),
        ("F13", lu::LuTractor.data),
        ("F16", lu::LuPaintRoller.data),
        ("F", lu::LuHardHat.data),
        ("G12", lu::LuTent.data),
        ("G15", lu::LuBedDouble.data),
        ("G16", lu::LuChefHat.data),
        ("G17", lu::LuBellRing.data),
        ("G18", lu::LuUtensils.data),
        ("G", lu::LuMapPinned.data),
        ("H", lu::LuFactory.data),
        ("I13", lu::LuWrench.data),
        ("I14", lu::LuHeadset.data),
        ("I16", lu::LuCar.data),
        ("I", lu::LuWrench.data),
        ("J", lu::LuStethoscope.data),
        ("K12", lu::LuUsers.data),
        ("K13", lu::LuHeartHandshake.data),
        ("K14", lu::LuLandmark.data),
        ("K21", lu::LuGraduationCap.data),
        ("K22", lu::LuSprayCan.data),
        ("K23", lu::LuRecycle.data),
        ("K25", lu::LuShieldCheck.data),
        ("K", lu::LuHandshake.data),
        ("L", lu::LuMusic.data),
        ("M18", lu::LuLaptop.data),
        ("M16", lu::LuClipboardList.data),
        ("M", lu::LuCalculator.data),
        ("N11", lu::LuForklift.data),
        ("N42", lu::LuBus.data),
        ("N", lu::LuTruck.data),
    ]
}

/// The drawing for an occupation: what stands inside an `<svg viewBox="0 0 24 24">`.
pub(crate) fn of(rome: &RomeCode) -> String {
    let family = families().into_iter().find(|(start, _)| rome.as_str().starts_with(start));
    let drawing = family.map_or(lu::LuBriefcase.data, |(_, drawing)| drawing);
    drawing.lines().map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_of_rome_has_its_own_drawing() {
        let other = lu::LuBriefcase.data;
        for letter in 'A'..='N' {
            let rome = RomeCode::parse(&format!("{letter}9999")).unwrap();
            assert!(!of(&rome).is_empty() && of(&rome) != other, "{letter}");
        }
        let of = |code: &str| of(&RomeCode::parse(code).unwrap());
        assert_ne!(of("N1101"), of("N4101"));
    }
}
