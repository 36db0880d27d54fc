//! Kinds of texts that were misread once, and their relatives.

use super::read_tests::check;

#[test]
fn money_for_something_else() {
    check(&[
        ("Formation FIMO financée (3 500 €)", "-"),
        ("permis B : 1 500 €", "-"),
        ("1 200 € d'aide au permis", "-"),
        ("Aide à la mobilité de 5 000 € à 8 000 €", "-"),
        ("2 000 € de formation", "-"),
        ("remboursement des études 3 000 €", "-"),
        ("budget annuel de 200 000 €", "-"),
        ("CA de 45 000 €", "-"),
        ("prêt de 2 000 €", "-"),
        ("poste prêt à pourvoir 1 900 €", "1900/mois"),
        ("caution 1 200 €", "-"),
        ("frais de scolarité : 5 000 €", "-"),
        ("prime de formation 1 500 € brut par an", "-"),
        ("Permis C, formation de 3 500 € offerte, 2 100 € brut mensuel", "2100/mois"),
        ("formation rémunérée 1 850 € brut/mois", "1850/mois"),
        ("2 000 € brut mensuel, formation assurée", "2000/mois"),
        ("1 950 € en formation", "1950/mois"),
        ("12,50 €/h permis exigé", "12.50/heure"),
        ("Aide-soignante 2 050 €", "2050/mois"),
        ("aide à domicile : 12,50 € de l'heure", "12.50/heure"),
        ("1 900 € brut, ça dépend de l'expérience", "1900/mois"),
    ]);
}

#[test]
fn other_currencies() {
    check(&[
        ("CHF 4'800.- à 5'200.- / mois", "-"),
        ("Fr. 4'800.- par mois", "-"),
        ("4800 frs par mois", "-"),
        ("salaire mensuel (CHF) : 4 800", "-"),
        ("$14 to $16 an hour", "-"),
        ("£2,000 per month", "-"),
        ("250 000 F CFA par mois", "-"),
        ("80K CHF annuel", "-"),
        ("CHF 4'800.- (4 900 € brut par mois)", "4900/mois"),
        ("majoration de 50 centimes de l'heure", "-"),
        ("12 euros et 50 centimes de l'heure", "12.50/heure"),
    ]);
}

#[test]
fn units_inside_numbers() {
    check(&[
        ("2k3 brut", "2300/mois"),
        ("2k1 à 2k35 brut mensuel", "2100-2350/mois"),
        ("32k5 brut annuel", "32500/an"),
        ("28 à 32K500", "28000-32500/an"),
        ("12e80 de l'heure", "12.80/heure"),
        ("13E-16E50/H", "13-16.50/heure"),
        ("11euros88/h", "11.88/heure"),
        ("30k€ 13 mois", "30000/an x13"),
    ]);
}

#[test]
fn english() {
    check(&[
        ("€2,100 to €2,400 monthly", "2100-2400/mois"),
        ("between 30,000 and 34,000 euros a year", "30000-34000/an"),
        ("from 28,000 EUR per annum", "28000/an"),
        ("hourly rate: 13.50 EUR", "13.50/heure"),
        ("€350 daily", "350/jour"),
        ("up to 40,000 EUR annually", "-"),
        ("€500 weekly", "-"),
        ("annual salary 45,000 EUR gross", "45000/an"),
    ]);
}

#[test]
fn links() {
    check(&[
        ("1 900 € // 2 300 € brut mensuel", "1900-2300/mois"),
        ("12€ -> 14€/h", "12-14/heure"),
        ("1 900 € --- 2 100 €", "1900-2100/mois"),
        ("28~32 K€", "28000-32000/an"),
        ("[1 900 € ; 2 300 €]", "1900-2300/mois"),
        ("(28-32) K€", "28000-32000/an"),
        ("[30 ; 35] K€ brut annuel", "30000-35000/an"),
        ("1 900 € brut ; 39 h", "1900/mois"),
    ]);
}

#[test]
fn names_and_places() {
    check(&[
        ("référence : 2150", "-"),
        ("Réf. AB-28500", "-"),
        ("poste 2145, 59000 Lille", "-"),
        ("Tél. 06.12.34.56.78", "-"),
        ("0612345678", "-"),
        ("01000 Bourg-en-Bresse", "-"),
        ("45000 Orléans", "-"),
        ("Lieu : 75011", "-"),
        ("28000 selon profil", "28000/an"),
        ("Salaire annuel CDI 28000", "28000/an"),
        ("salaire 2000-2500 poste basé à 69000 Lyon", "2000-2500/mois"),
        ("salaire fixé à 28000", "28000/an"),
        ("réf. 2150 salaire 1900", "1900/mois"),
        ("réf. 28500, 1 900 € brut par mois", "1900/mois"),
        ("35000 Rennes, 2 000 € brut", "2000/mois"),
        ("poste de 28000 à 32000", "28000-32000/an"),
    ]);
}

#[test]
fn levels() {
    check(&[
        ("Débutante : 12 €/h - confirmée : 14 €/h", "12-14/heure"),
        ("1 900 € débutant, 2 300 € confirmé brut mensuel", "1900-2300/mois"),
        ("1 900 € brut mensuel (débutant) / 2 300 € (expérimenté)", "1900-2300/mois"),
        ("junior 28K, confirmé 34K, senior 40K", "28000-40000/an"),
        ("junior 28, senior 35 K€", "28000-35000/an"),
        ("Débutant (0 à 2 ans) : 1 850 €\nConfirmé (3 ans et plus) : 2 150 €", "1850-2150/mois"),
        ("Junior : 30-35 K€, senior : 40-45 K€", "30000-45000/an"),
        ("1900 € sans expérience, 2100 € avec expérience", "1900-2100/mois"),
        ("Non diplômé 12 €, diplômé 13 € de l'heure", "12-13/heure"),
        ("Débutant 1 500 € net, confirmé 1 800 € net", "-"),
        ("Débutant accepté, 1 900 € brut + prime 150 € pour un confirmé", "1900/mois"),
        ("Débutant 12 €/h, confirmé 2 300 €/mois", "12/heure"),
        ("Technicien confirmé 2 300 € brut mensuel, 39h", "2300/mois"),
    ]);
}

#[test]
fn pay_after_something_else() {
    check(&[
        ("Panier 10 €/jour + salaire 1 950 € brut mensuel", "1950/mois"),
        ("prime 150 €/mois + 1 900 € brut mensuel", "1900/mois"),
        ("Commissions 500 €/mois + fixe 1 850 €", "1850/mois"),
        ("Logement 300 €, en plus du salaire de 1 900 € brut", "1900/mois"),
        ("SMIC + 150 € brut par mois", "-"),
        ("1 900 € brut mensuel + 300 € de frais", "1900/mois"),
        ("26 400 € brut annuel (13 mois)", "26400/an x13"),
        ("26 400 € (12 mois)", "26400/an x12"),
        ("1 900 € brut (12 mois)", "1900/mois"),
        ("26 400 € sur 12 mensualités", "26400/an x12"),
        ("2 000 € brut sur 13 mensualités", "2000/mois x13"),
    ]);
}

#[test]
fn html() {
    check(&[
        ("<b>1&#160;900&#8364;</b> brut/mois", "1900/mois"),
        ("1&nbsp;900&nbsp;&euro; &agrave; 2&nbsp;300&nbsp;&euro;", "1900-2300/mois"),
        ("<p>12,50 &euro;/h</p><p>35h</p>", "12.50/heure"),
        ("mutuelle & 1 900 € brut", "1900/mois"),
    ]);
}

#[test]
fn amounts_in_words() {
    check(&[
        ("Deux mille euros brut mensuel", "2000/mois"),
        ("mille neuf cents à deux mille deux cents euros par mois", "1900-2200/mois"),
        ("entre douze et quatorze euros de l'heure", "12-14/heure"),
        ("douze euros cinquante de l'heure", "12.50/heure"),
        ("douze euros et trente et un centimes de l'heure", "12.31/heure"),
        ("onze euros quatre-vingt-huit", "11.88/heure"),
        ("mille huit cent vingt-trois euros et trois centimes", "1823.03/mois"),
        ("12 euros 50", "12.50/heure"),
        ("12 euros 35", "12/heure"),
        ("treize virgule cinq euros de l'heure", "13.50/heure"),
        ("trente-deux mille euros bruts annuels", "32000/an"),
        ("trente mille euros sur treize mois", "30000/an x13"),
        ("30 mille euros par an", "30000/an"),
        ("quatre-vingt-dix euros par jour", "90/jour"),
        ("mille cinq cents euros net", "-"),
        ("dix pour cent de prime", "-"),
        ("deux postes, trois mois", "-"),
        ("mille euros de prime", "-"),
    ]);
}
