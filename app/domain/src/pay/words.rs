//! The vocabulary of pay, folded: what a word says by itself.

use super::PayPeriod;
use super::sense::Sense;

/// What an amount is for: a period that [`super::Pay`] knows, or `None` for any other (a week, a piece, a night).
pub(super) type Per = Option<PayPeriod>;

/// Whether a word is one of a list, whose words stand between spaces.
fn is_in(word: &str, list: &str) -> bool {
    // The words are too short for `str::split`, which sets up a search for each.
    list.as_bytes().split(|byte| *byte == b' ').any(|known| known == word.as_bytes())
}

/// Words after which a number is a step of a grid, a rule or a reference.
pub(super) fn announces_a_code(word: &str) -> bool {
    const CODED: &str = "\
        age annexe ape art article avenant bac bareme bp cat categorie cc ccn ccnt cct classe classification code \
        coef coeff coefficient coefficients convention departement dept dpt echelon echelons grade grille groupe ib \
        id idcc im indice indices inm loi matricule naf niv niveau niveaux num numero palier pos position postal ref \
        reference references rome siren siret tel telephone";
    is_in(word, CODED)
}

/// Words that a number directly after is the name of: a telephone extension, a building, a town's code.
pub(super) fn names_by_number(word: &str) -> bool {
    is_in(word, "annonce bat batiment bureau cedex dossier lot offre poste postes rue salle secteur site zone")
}

/// Words that may stand after an amount without a unit: "28000 selon profil".
pub(super) fn follows_pay(word: &str) -> bool {
    const AFTER: &str = "avec dans env environ evolutif fonction hors negociable par per plus sans selon suivant sur";
    is_in(word, AFTER) || extra(word).is_some() || adjective(word).is_some() || sense(word) != Sense::Other
}

/// Words that a contract's length stands after.
pub(super) fn is_contract(word: &str) -> bool {
    const CONTRACT: &str = "\
        alternance apprentissage cdd contrat contrats duree formation interim mission periode stage";
    is_in(word, CONTRACT)
}

/// Names of months.
pub(super) fn is_month(word: &str) -> bool {
    const MONTHS: &str = "\
        janvier janv fevrier fev mars avril mai juin juillet juil aout septembre sept octobre oct novembre nov \
        decembre dec";
    is_in(word, MONTHS)
}

/// Units of time at work.
pub(super) fn is_hours(word: &str) -> bool {
    matches!(word, "h" | "hs" | "hr" | "hrs" | "hre" | "hres" | "heure" | "heures" | "hebdo" | "hebdomadaire")
}

/// Units that make of a number anything but money.
pub(super) fn is_count(word: &str) -> bool {
    const COUNTS: &str = "\
        an ans annee annees collaborateurs conges cp employes enfant enfants etp j jour jours jrs kg km lits minutes \
        mn mois personnes place places point points postes pourcent pts repas rtt salaries sem semaine \
        semaines ticket tickets tr";
    is_hours(word) || is_month(word) || is_in(word, COUNTS)
}

/// Endings of ordinals: "13e", "13ème".
pub(super) fn is_ordinal(word: &str) -> bool {
    matches!(word, "e" | "eme" | "em" | "ieme" | "er" | "ere" | "me" | "nd" | "nde" | "ᵉ")
}

/// "incluses", "compris": what stands before is in the amount.
pub(super) fn is_included(word: &str) -> bool {
    word.starts_with("inclu") || matches!(word, "incl" | "compris" | "comprise" | "comprises" | "comprenant")
}

/// Units that "a" may stand before in English.
pub(super) fn is_english_unit(word: &str) -> bool {
    matches!(word, "hour" | "day" | "week" | "month" | "year")
}

/// What an amount may be "per".
pub(super) fn unit(word: &str) -> Option<Per> {
    const OTHERS: &str = "\
        acte annonce article caisse chambre chantier client colis contrat course cours demi dossier enfant fois garde heb hebdo \
        hebdomadaire intervention kg kilo km livraison match matinee mission nuit nuitee nuits page palette panier personne \
        piece pieces point prise prestation quinzaine repas sem semaine semaines saison seance seau semestre service soiree spectacle tache \
        tonne tour tournee trimestre unite vacation vacations vente visite we week weekend";
    match word {
        "h" | "hr" | "hre" | "hrs" | "heur" | "heure" | "heures" | "hour" => Some(Some(PayPeriod::Hour)),
        "m" | "mois" | "moi" | "month" => Some(Some(PayPeriod::Month)),
        "a" | "an" | "ans" | "annee" | "anne" | "year" | "annum" => Some(Some(PayPeriod::Year)),
        "j" | "jr" | "jour" | "jours" | "journee" | "day" => Some(Some(PayPeriod::Day)),
        other => is_in(other, OTHERS).then_some(None),
    }
}

/// The period that an adjective tells: "mensuel", "brute annuelle", "hor.".
pub(super) fn adjective(word: &str) -> Option<Per> {
    let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if begins(&["mensu", "menseu", "mesuel", "mensel", "monthly"]) || word == "mens" {
        Some(Some(PayPeriod::Month))
    } else if begins(&["annuel", "anuel", "annual", "yearly"]) || word == "ann" {
        Some(Some(PayPeriod::Year))
    } else if begins(&["horair", "horraire", "hourly"]) || matches!(word, "hor" | "th") {
        Some(Some(PayPeriod::Hour))
    } else if begins(&["journali", "quotidien", "daily"]) || matches!(word, "tjm" | "tj") {
        Some(Some(PayPeriod::Day))
    } else {
        (begins(&["hebdo", "trimestriel", "semestriel", "bimensuel", "weekly"]) || word == "cachet").then_some(None)
    }
}

/// What is paid beside the pay, or what is no pay at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extra {
    /// A small allowance whose word is also a trade's: "restaurant", "transport".
    Trade,
    /// A small allowance: "panier", "ticket".
    Small,
    /// What may be as much as a month's pay: "prime", "commission".
    Bonus,
    /// Several of them or a rate, which no amount before is without "de": "primes", "IFM".
    Loose,
    /// What costs or brings money but is also in titles: "formation", "permis". Only an amount that nothing says is pay
    /// is its.
    Thing,
}

/// The extra that a word names.
pub(super) fn extra(word: &str) -> Option<Extra> {
    const TRADES: &str = "conge cp deplacement logement loyer repas resto restaurant transport vacance";
    const SMALL: &str = "\
        abondement cadeau cheque cse frais gd igd kilometrique mutuelle navigo panier pee point ticket titre tr \
        trajet";
    const BONUSES: &str = "\
        acompte allocation allowance assiduite astreinte bonus budget ca capital caution chiffre cia commission complement cooptation expense \
        ifse indemnite indemnisation interessement nbi objectif parrainage participation prime remboursement rifseep \
        segur supplement turnover variable";
    const LOOSE: &str = "\
        avantage commissionnement dimanche ferie iccp icp ifm majoration pourboire sup supplementaire";
    const THINGS: &str = "\
        aide apport arrhe avance bourse cout cpf credit depot dette dotation emprunt encour facturation facture \
        financee financement formation inscription investissement loan marge opco permi portefeuille pret prix \
        scolarite subvention training valeur";
    let one = word.strip_suffix('s').unwrap_or(word);
    let known = |list: &str| is_in(word, list) || is_in(one, list);
    if known(TRADES) {
        Some(Extra::Trade)
    } else if known(SMALL) {
        Some(Extra::Small)
    } else if known(BONUSES) {
        Some(if word.ends_with('s') && word != "bonus" { Extra::Loose } else { Extra::Bonus })
    } else if known(LOOSE) {
        Some(Extra::Loose)
    } else {
        known(THINGS).then_some(Extra::Thing)
    }
}

/// What aid is given for.
pub(super) fn is_aided(word: &str) -> bool {
    const AIDED: &str = "\
        achat demenagement embauche exceptionnelle financement financiere financieres formation installation logement \
        mobilite permis reprise";
    is_in(word, AIDED)
}

/// What a word says when nothing round it says more.
pub(super) fn sense(word: &str) -> Sense {
    match word {
        "eruo" | "eruos" | "euor" | "euors" | "eu" => Sense::Euro,
        euro if euro.starts_with("eur") && euro.len() <= 7 => Sense::Euro,
        "chf" | "kchf" | "usd" | "gbp" | "fcfa" | "cfa" | "xof" | "xaf" | "xpf" | "cfp" | "francs" | "dollar"
        | "dollars" | "sterling" | "dh" | "dhs" | "dirham" | "dirhams" | "dinar" | "dinars" | "dzd" | "tnd" | "pln"
        | "yen" | "yens" => Sense::Foreign,
        "centime" | "centimes" | "cts" => Sense::Scale,
        "brut" | "bruts" | "brute" | "brutes" | "brt" | "brts" | "burt" | "bruto" | "gross" => Sense::Gross,
        "net" | "nets" | "nette" | "nettes" | "netto" => Sense::Net,
        "min" | "mini" | "minimum" | "minima" | "minimal" | "partir" | "moins" | "least" => Sense::Least,
        "max" | "maxi" | "maximum" | "maximal" | "plafond" | "plafonne" => Sense::Most,
        "salaire" | "salaires" | "sal" | "remuneration" | "remunerations" | "remu" | "remun" | "traitement"
        | "base" | "taux" | "tx" | "smic" | "appointements" | "package" | "salary" | "wage" | "wages" | "pay"
        | "rate" => Sense::Pay,
        "fixe" | "fixes" => Sense::Fixed,
        "de" | "d" | "des" | "du" | "en" | "pour" | "of" | "from" => Sense::Of,
        "entre" | "between" => Sense::Between,
        "et" | "and" => Sense::And,
        "ou" | "or" => Sense::Or,
        "a" | "to" => Sense::To,
        // "c'est-à-dire".
        "soit" | "equivalent" | "cad" | "dire" => Sense::Equals,
        "dont" => Sense::Plus,
        "duree" | "versement" | "paiement" => Sense::Stop,
        level if is_level(level) => Sense::Level,
        _ => Sense::Other,
    }
}

/// Who is paid so much: "débutant", "confirmée".
fn is_level(word: &str) -> bool {
    const LEVELS: &str = "\
        beginner confirme debutant diplome experienced experimente expert intermediaire junior novice qualifie senior \
        stagiaire titulaire";
    let one = word.strip_suffix('s').unwrap_or(word);
    is_in(one, LEVELS) || one.strip_suffix('e').is_some_and(|one| is_in(one, LEVELS))
}
