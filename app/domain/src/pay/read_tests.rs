//! Ways in which pay is written, and what is read of them.

use super::{Pay, token};
use proptest::prelude::*;

/// "1850-2000/mois x13.5", as the tests write what is read; "-" for nothing.
fn told(text: &str) -> String {
    let Some(pay) = Pay::read(text) else { return "-".to_owned() };
    let euros = |cents: i64| {
        let (whole, rest) = (cents / 100, cents % 100);
        if rest == 0 { format!("{whole}") } else { format!("{whole}.{rest:02}") }
    };
    let max = if pay.max_cents == pay.min_cents { String::new() } else { format!("-{}", euros(pay.max_cents)) };
    let months = pay.months_e2.map(|m| format!(" x{}", euros(i64::from(m)).trim_end_matches('0'))).unwrap_or_default();
    format!("{}{max}/{}{months}", euros(pay.min_cents), pay.period)
}

pub(super) fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| told(text) != *expected)
        .map(|(text, expected)| format!("{text:?}: {expected} expected, {} read", told(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn labels_of_france_travail() {
    check(&[
        ("Mensuel de 1801.8 Euros sur 12.0 mois", "1801.80/mois x12"),
        ("Mensuel de 1833,00 Euros à 2250,00 Euros sur 12 mois", "1833-2250/mois x12"),
        ("Horaire de 12.31 Euros sur 12 mois", "12.31/heure x12"),
        ("Annuel de 35000,00 Euros à 45000,00 Euros", "35000-45000/an"),
        ("Autre de 2100,00 Euros à 2300,00 Euros", "2100-2300/mois"),
        ("De 30000,00 Euros à 36000,00 Euros", "30000-36000/an"),
        ("Mensuel de 35 000 Euros", "-"),
        ("Horaire de 1801 Euros", "-"),
        ("Annuel de 1900 Euros", "-"),
        ("Annuel de 30,0 Euros à 35,0 Euros", "-"),
        ("Mensuel de 1,0 Euros à 2000,0 Euros", "-"),
        ("Annuel de", "-"),
        ("De à EUR par an", "-"),
        ("Selon profil", "-"),
        ("Cachet de 150 Euros", "-"),
        ("Annuel de 28 K€ à 32 K€", "28000-32000/an"),
        ("Mensuel de 1 802,25 Euros sur 13,5 mois", "1802.25/mois x13.5"),
        ("Mensuel de 1802.25 Euros sur 13.5 mois", "1802.25/mois x13.5"),
        ("Mensuel de 1.802,25 Euros", "1802.25/mois"),
        ("Annuel de 30k à 35k sur 13 mois", "30000-35000/an x13"),
        ("Mensuel de 2000 Euros à 2.4 K Euros", "2000-2400/mois"),
        ("Horaire de 11,88 Euros + 10% IFM", "11.88/heure"),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("28 à 32 K€ brut annuel selon profil", "28000-32000/an"),
        ("30-35k€", "30000-35000/an"),
        ("28/32K€", "28000-32000/an"),
        ("24 / 30 KE", "24000-30000/an"),
        ("entre 12 et 14 €/h", "12-14/heure"),
        ("12€-15€/h", "12-15/heure"),
        ("30 à 35 000 € par an", "30000-35000/an"),
        ("30 000 - 36 000 €", "30000-36000/an"),
        ("De 1 900 € brut par mois à 2 200 € brut par mois", "1900-2200/mois"),
        ("12 € de l'heure à 14 € de l'heure", "12-14/heure"),
        ("mini 1900 € maxi 2300 €", "1900-2300/mois"),
        ("minimum : 1900€, maximum : 2300€", "1900-2300/mois"),
        ("1 900 € jusqu'à 2 300 € brut", "1900-2300/mois"),
        ("32 - 28 K€", "28000-32000/an"),
        ("2,1 K€ à 2,4 K€ brut mensuel", "2100-2400/mois"),
        ("150 à 200 € par jour", "150-200/jour"),
        ("Salaire 20 à 24 €/h selon exp. (1 à 3 ans)", "20-24/heure"),
        ("35 K€ à 50 K€ (primes incluses)", "35000-50000/an"),
        ("12,31 € (débutant) à 14 € (confirmé)", "12.31-14/heure"),
        ("1 900 ou 2 100 € brut mensuel", "1900-2100/mois"),
        ("12 €/h - 1 867 €/mois", "12/heure"),
        ("1 900 € - 35h", "1900/mois"),
        ("12 € - 35", "12/heure"),
    ]);
}

#[test]
fn what_is_no_pay() {
    check(&[
        ("Taux horaire : 12,50 € + panier 9,50 €", "12.50/heure"),
        ("11,88 € brut horaire + 10 % IFM + 10 % ICCP", "11.88/heure"),
        ("12,31 € + 10% IFM + 10% CP soit 14,90 €/h", "12.31/heure"),
        ("prime de 150 €", "-"),
        ("Fixe 1 900 € + commissions non plafonnées (environ 800 €/mois)", "1900/mois"),
        ("Package 50 K€ (40 K€ fixe + 10 K€ de variable)", "40000/an"),
        ("50 € la soirée", "-"),
        ("12 € (IFM et CP en plus)", "12/heure"),
        ("9 € tickets restaurant", "-"),
        ("CDI avec mutuelle 1 900 € brut mensuel", "1900/mois"),
        ("1 500 € de prime annuelle", "-"),
        ("1 000 € à 1 500 € de prime", "-"),
        ("1 900 € brut - 150 € de prime", "1900/mois"),
        ("prime annuelle : 2 000 €", "-"),
        ("SMIC + prime de 1 200 € par an", "-"),
        ("1 900 € brut dont 150 € de prime", "1900/mois"),
        ("Panier repas 9,50 €, tickets restaurant 9 €", "-"),
        ("CA annuel 100 K€", "-"),
        ("12,31 € de l'heure, 35 h par semaine", "12.31/heure"),
        ("1 900 € brut mensuel (39 h)", "1900/mois"),
        ("151,67 h - 12,31 € brut/h", "12.31/heure"),
        ("Grille CCN 51 coefficient 376, soit 1 950 € brut mensuel", "1950/mois"),
        ("CCN du 31 octobre 1951, coefficient 479", "-"),
        ("Grille indiciaire 2026", "-"),
        ("Indice majoré 366 à 402", "-"),
        ("Rentrée 2000", "-"),
        ("2026 : 12,02 € brut de l'heure", "12.02/heure"),
        ("01/09/2026", "-"),
        ("juin à août 2026 - 1 867 €", "1867/mois"),
        ("IM 367 - 1 801 €", "1801/mois"),
        ("151,67 h x 12,31 €/h", "12.31/heure"),
        ("78 % du SMIC", "-"),
        ("De 55 % à 100 % du SMIC selon l'âge", "-"),
        ("SMIC horaire (12,31 €)", "12.31/heure"),
        ("55 % du SMIC soit 1 026 €", "1026/mois"),
        ("450 € par semaine", "-"),
        ("25 € la vacation", "-"),
        ("60 € la nuit", "-"),
        ("5 € la pièce", "-"),
        ("120 € / demi-journée", "-"),
        ("35 $ de l'heure", "-"),
        ("100000 CHF brut annuel", "-"),
        ("35", "-"),
        ("3 postes, 59 - Roubaix", "-"),
        ("Agent (F/H) 35", "-"),
        ("", "-"),
    ]);
}

#[test]
fn gross_and_net() {
    check(&[
        ("1 500 € net par mois", "-"),
        ("35h - 1850 euros net", "-"),
        ("2200 à 2400 € Net hors logement", "-"),
        ("1 500 € net (1 900 € brut)", "1900/mois"),
        ("1 900 € brut soit 1 500 € net", "1900/mois"),
        ("brut 1900 net 1500", "1900/mois"),
        ("net 1500 brut 1900", "1900/mois"),
        ("1900 brut 1500 net", "1900/mois"),
        ("1 500 € (net)", "-"),
        ("Net mensuel : 1 500 €", "-"),
    ]);
}

#[test]
fn periods_and_bounds() {
    check(&[
        ("12,31 €/h soit 1 867 € brut mensuel", "12.31/heure"),
        ("1 867 € (taux horaire 12,31 €)", "12.31/heure"),
        ("Mensuel 1900 € horaire 12,53 €", "1900/mois"),
        ("2 000 € BM", "2000/mois"),
        ("30 K€ B/an", "30000/an"),
        ("30 k euros p/an", "30000/an"),
        ("TH : 12,50", "12.50/heure"),
        ("tx horaire 12.50", "12.50/heure"),
        ("12 € h", "12/heure"),
        ("12€50 de l'heure", "12.50/heure"),
        ("12 euros 50 de l'heure", "12.50/heure"),
        ("sal. mens. : 1900", "1900/mois"),
        ("35 000 €uros annuels", "35000/an"),
        ("2000 eur brut/mois", "2000/mois"),
        ("TJM 400 €", "400/jour"),
        ("70?/jour", "70/jour"),
        ("25K", "25000/an"),
        ("15€", "15/heure"),
        ("1900", "1900/mois"),
        ("25000", "25000/an"),
        ("12.50", "12.50/heure"),
        ("12.5", "-"),
        ("A partir de 28000", "28000/an"),
        ("A partir de 1.850,00 € brut mensuel", "1850/mois"),
        ("minimum 12 €/h", "12/heure"),
        ("jusqu'à 2 500 €", "-"),
        ("2 500 € maximum", "-"),
        ("2 000 € brut par mois + 13e mois", "2000/mois x13"),
        ("2 000 € x 13", "2000/mois x13"),
        ("2300/13 mois", "2300/mois x13"),
        ("2 000 € + 13° mois", "2000/mois x13"),
        ("2 000 € + 1/2 13e mois", "2000/mois"),
        ("13 mois de contrat, 2 000 €", "2000/mois"),
        ("24 500,50 brut annuel/13 mois", "24500.50/an x13"),
        ("1 900 € brut, CDD de 13 mois", "1900/mois"),
        ("2 000 € brut, pas de 13e mois", "2000/mois"),
    ]);
}

proptest! {
    #[test]
    fn no_text_panics_and_amounts_are_in_it(text in "\\PC{0,80}") {
        holds(&text)?;
    }

    #[test]
    fn nor_do_texts_of_pay(parts in prop::collection::vec(0usize..PARTS.len(), 0..14)) {
        let text: Vec<&str> = parts.iter().map(|i| PARTS[*i]).collect();
        holds(&text.join(" "))?;
        holds(&text.concat())?;
    }
}

const PARTS: &[&str] = &[
    "12", "12,31", "1 900", "35", "28", "K", "€", "euros", "/h", "par mois", "brut", "net", "à", "-", "/", "+", "13",
    "mois", "sur", "x", "e", "h", "%", "prime de", "soit", "(", ")", ",", ".", "jusqu'à", "annuel", "l'", "horaire",
    "entre", "et", "min", "max", "\u{a0}", "'", "demi", "2026", "1.850,00", "de", "junior", "senior", "2k1", "12e50",
    "//", "[", ";", "]", "CHF", "permis", "aide", "45000", "cts", "an hour", "to", ".-", "6.12.34",
];

/// The digits of an amount stand in the text, and the lowest comes first.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let Some(pay) = Pay::read(text) else { return Ok(()) };
    prop_assert!(0 < pay.min_cents && pay.min_cents <= pay.max_cents);
    // Full-width digits are made plain where a text is HTML.
    let digits: String = token::plain(text).chars().filter(char::is_ascii_digit).collect();
    for cents in [pay.min_cents, pay.max_cents] {
        let written = cents.to_string();
        prop_assert!(digits.contains(written.trim_end_matches('0')), "{cents} is not in {text}");
    }
    Ok(())
}

#[test]
fn long_hostile_texts_take_no_time() {
    for part in [
        "1 ",
        "12 € - ",
        "de ",
        "prime ",
        "((",
        "1 000 ",
        "à l'",
        "jusqu'à 3 €/",
        "junior 1 € ",
        "deux mille ",
        "[1 ; ",
        "06.",
        "1k1",
        "aide ",
    ] {
        let _ = Pay::read(&part.repeat(20_000));
    }
}
