//! A small world of our own: communes with their true codes, a few occupations, offers.

use domain::answer::SearchAnswer;
use domain::occupation::{Appellation, Occupation, RomeCode};
use domain::offer::{Offer, StoredOffer};
use domain::place::{Commune, CommuneCode, DepartementCode, Place, Point, Precision};
use domain::query::{Filters, OfferQuery};
use domain::time::{Day, Timestamp};
use search::{Lexicon, SearchIndex, Stamp, Trades};

pub(crate) const TODAY: Day = Day(20_000);

/// Code, name, postcodes, inhabitants, latitude, longitude.
pub(crate) type Town = (&'static str, &'static str, &'static [&'static str], u32, f64, f64);

pub(crate) const COMMUNES: &[Town] = &[
    ("59512", "Roubaix", &["59100"], 98_000, 50.6897, 3.1781),
    ("59599", "Tourcoing", &["59200"], 98_000, 50.7235, 3.1591),
    ("59350", "Lille", &["59000", "59800"], 236_000, 50.6311, 3.0468),
    ("59009", "Villeneuve-d'Ascq", &["59491", "59650"], 62_000, 50.6324, 3.1535),
    ("59178", "Douai", &["59500"], 39_000, 50.3714, 3.0833),
    ("62498", "Lens", &["62300"], 32_000, 50.4333, 2.8333),
    ("26166", "Lens-Lestang", &["26210"], 900, 45.2919, 5.0447),
    ("62765", "Saint-Omer", &["62500"], 14_000, 50.7483, 2.2608),
    ("93066", "Saint-Denis", &["93200"], 113_000, 48.9295, 2.3646),
    ("97411", "Saint-Denis", &["97400"], 154_000, -20.9309, 55.4469),
    ("37261", "Tours", &["37000"], 137_000, 47.3986, 0.6963),
    ("41136", "Mer", &["41500"], 6_300, 47.7014, 1.5078),
    ("06083", "Menton", &["06500"], 30_000, 43.7906, 7.4939),
    ("44220", "Vue", &["44640"], 1_600, 47.2042, -1.8778),
    ("80688", "Rue", &["80120"], 3_000, 50.2722, 1.6686),
    ("60057", "Beauvais", &["60000"], 56_000, 49.4425, 2.0877),
    ("62186", "Bully-les-Mines", &["62160"], 12_000, 50.4408, 2.7260),
    ("69032", "Bully", &["69210"], 2_000, 45.8500, 4.5833),
    ("62427", "Hénin-Beaumont", &["62110"], 25_000, 50.4131, 2.9667),
    ("62160", "Boulogne-sur-Mer", &["62200"], 40_000, 50.7276, 1.6003),
    ("62239", "Coulogne", &["62137"], 5_000, 50.9236, 1.8819),
    ("92012", "Boulogne-Billancourt", &["92100"], 119_000, 48.8365, 2.2394),
    ("59410", "Mons-en-Barœul", &["59370"], 21_000, 50.6431, 3.1083),
    ("31355", "Mons", &["31280"], 1_900, 43.6064, 1.5717),
    ("75113", "Paris 13e Arrondissement", &["75013"], 178_000, 48.8303, 2.3656),
];

/// Labour basins, by the beginning of the codes of their communes.
const BASINS: &[(&str, &[&str])] =
    &[("CLPE59004", &["59009", "59350", "59410", "59512", "59599"]), ("CLPE62005", &["62186", "62427", "62498"])];

const OCCUPATIONS: &[(&str, &str)] = &[
    ("D1505", "Hôte / Hôtesse de caisse"),
    ("D1106", "Vendeur / Vendeuse en boulangerie"),
    ("G1501", "Employé / Employée d'étage"),
    ("H2913", "Soudeur / Soudeuse"),
    ("H2903", "Conducteur / Conductrice de tours à métaux"),
    ("K1304", "Employé familial / Employée familiale"),
    ("K1306", "Accompagnant éducatif et social / Accompagnante éducative et sociale (AES)"),
    ("K1406", "Secrétaire de mairie"),
    ("K2204", "Agent / Agente de nettoyage industriel"),
    ("D1102", "Boulanger / Boulangère"),
    ("N1101", "Cariste"),
    ("N3199", "Sauveteur / Sauveteuse en mer"),
    ("J1501", "Aide-soignant / Aide-soignante"),
    ("F1202", "Chef / Cheffe de chantier"),
    ("F1704", "Manœuvre bâtiment"),
];

const APPELLATIONS: &[(u32, &str, &str)] = &[
    (1, "Caissier / Caissière", "D1505"),
    (2, "Hôte / Hôtesse de caisse", "D1505"),
    (3, "Valet / Femme de chambre", "G1501"),
    (4, "Employé / Employée de ménage", "K1304"),
    (5, "Boulanger / Boulangère", "D1102"),
    (6, "Cariste manutentionnaire", "N1101"),
    (7, "Agent / Agente d'entretien", "K2204"),
    (8, "Aide à domicile", "K1304"),
    (9, "Vendeur / Vendeuse de fruits", "D1106"),
];

pub(crate) fn lexicon() -> Lexicon {
    let code = |c: &str| RomeCode::parse(c).unwrap();
    let communes: Vec<Commune> = COMMUNES
        .iter()
        .map(|(c, name, postcodes, population, lat, lon)| Commune {
            code: CommuneCode::parse(c).unwrap(),
            name: (*name).into(),
            region: "32".into(),
            postcodes: postcodes.iter().map(|p| (*p).into()).collect(),
            population: *population,
            point: Point::from_degrees(*lat, *lon),
            clpe: BASINS.iter().find(|(_, own)| own.contains(c)).map(|(code, _)| (*code).to_owned()),
            former: if *c == "59350" { vec!["Hellemmes Lille".into(), "Lomme".into()] } else { Vec::new() },
        })
        .collect();
    let occupations: Vec<Occupation> = OCCUPATIONS
        .iter()
        .map(|(c, label)| Occupation {
            code: code(c),
            label: (*label).into(),
            parent: Some(code(c)),
            definition: String::new(),
        })
        .collect();
    let appellations: Vec<Appellation> = APPELLATIONS
        .iter()
        .map(|(ogr, label, c)| Appellation { ogr: *ogr, label: (*label).into(), rome: code(c) })
        .collect();
    let trades = Trades { occupations: &occupations, appellations: &appellations, ..Trades::default() };
    Lexicon::build(&communes, &[], trades)
}

pub(crate) fn offer(id: &str, title: &str) -> Offer {
    let mut offer = Offer::new("test", id, title);
    offer.posted = Some(TODAY.plus(-10));
    offer
}

pub(crate) fn with_rome(id: &str, title: &str, code: &str) -> Offer {
    Offer { rome: Some(RomeCode::parse(code).unwrap()), ..offer(id, title) }
}

/// In a commune of the small world.
pub(crate) fn at(mut offer: Offer, code: &str) -> Offer {
    let (.., lat, lon) = COMMUNES.iter().find(|c| c.0 == code).unwrap();
    offer.places.push(place(Precision::Commune, Some(code), &code[..2], Point::from_degrees(*lat, *lon)));
    offer
}

/// Known only by its département.
pub(crate) fn somewhere_in(mut offer: Offer, departement: &str) -> Offer {
    offer.places.push(place(Precision::Departement, None, departement, None));
    offer
}

pub(crate) fn place(precision: Precision, commune: Option<&str>, departement: &str, point: Option<Point>) -> Place {
    Place {
        precision,
        label: commune.unwrap_or(departement).to_owned(),
        commune: commune.map(|c| CommuneCode::parse(c).unwrap()),
        departement: DepartementCode::parse(departement).ok(),
        postcode: None,
        point,
    }
}

pub(crate) fn stored(offer: Offer) -> StoredOffer {
    let now = Timestamp(i64::from(TODAY.0) * 86_400);
    let (number, text_since) = (offer.number(), offer.posted.unwrap_or(TODAY));
    StoredOffer { number, offer, first_seen: now, confirmed: now, changed: now, closed: None, rev: 1, text_since }
}

pub(crate) fn stamp(rev: i64) -> Stamp {
    Stamp { database_id: "test".into(), rev }
}

/// An index in memory with these offers and the small world's lexicon.
pub(crate) fn index(offers: impl IntoIterator<Item = Offer>) -> SearchIndex {
    let index = SearchIndex::in_memory().unwrap();
    index.set_lexicon(lexicon());
    let mut writer = index.try_writer(20_000_000).unwrap().unwrap();
    for offer in offers {
        writer.upsert(&stored(offer)).unwrap();
    }
    writer.commit(&stamp(1)).unwrap();
    index.reload().unwrap();
    index
}

pub(crate) fn ask(index: &SearchIndex, text: &str) -> SearchAnswer {
    index.search(&typed(text), TODAY).unwrap()
}

pub(crate) fn typed(text: &str) -> OfferQuery {
    OfferQuery { text: text.to_owned(), ..OfferQuery::default() }
}

pub(crate) fn filtered(text: &str, filters: Filters) -> OfferQuery {
    OfferQuery { filters, ..typed(text) }
}

/// The source's ids of the offers of a page, in order.
pub(crate) fn titles(answer: &SearchAnswer) -> Vec<&str> {
    answer.hits.iter().map(|h| h.card.title.as_str()).collect()
}

/// The commune that was understood.
pub(crate) fn commune(answer: &SearchAnswer) -> Option<&str> {
    answer.understood.place.as_ref().map(|p| p.commune.as_str())
}
