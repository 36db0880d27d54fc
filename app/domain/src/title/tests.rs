//! Titles as employers and feeds write them, and how they are shown.

use super::*;
use crate::text::fold;
use proptest::prelude::*;

fn shows(cases: &[(&str, &str)]) {
    for (raw, expected) in cases {
        assert_eq!(display(raw), *expected, "{raw}");
    }
}

#[test]
fn titles_are_read_aloud_not_shouted() {
    shows(&[
        ("CARISTE (H/F)", "Cariste (H/F)"),
        ("TUYAUTEUR H/F (H/F)", "Tuyauteur (H/F)"),
        ("FERRAILLEUR  (H/F)", "Ferrailleur (H/F)"),
        ("MECANICIEN PL/SPL (H/F)", "Mecanicien PL/SPL (H/F)"),
        ("AGENT D'ENTRETIEN ET D'HYGIENE H/F", "Agent d'entretien et d'hygiene (H/F)"),
        ("FERRAILLEUR CHANTIER BTP #HOR12479 (H/F)", "Ferrailleur chantier BTP (H/F)"),
        ("SERVEUR EN RESTAURATION EN APPRENTISSAGE(H/F) #ARE8673", "Serveur en restauration en apprentissage (H/F)"),
        ("MAÇON COFFREUR-FERRAILLEUR N3P1 H/F (H/F)", "Maçon coffreur-ferrailleur N3P1 (H/F)"),
        (
            "ASSISTANT(E) ADMINISTRATIF(VE) & ACCUEIL (H/F)",
            "Assistant administratif / Assistante administrative & accueil",
        ),
        ("DIRECTEUR DE MAGASIN ((H/F))", "Directeur de magasin (H/F)"),
        // The article goes, and with it what named both genders.
        ("UN(E)  COMPTABLE AGRICOLE - H /F (H/F)", "Comptable agricole (H/F)"),
        ("Ripeur / Ripeuse (H/F)", "Ripeur / Ripeuse"),
        ("PLONGEUR / PLONGEUSE (H/F)", "Plongeur / Plongeuse"),
        ("APPRENTI SERVEUR / SERVEUSE", "Apprenti serveur / serveuse"),
        ("Consultant Data F/H - Valoway (H/F)", "Consultant Data - Valoway (H/F)"),
        ("Architecte technique  h/f - toulouse h/f", "Architecte technique - toulouse (H/F)"),
        ("\"Agent agricole polyvalent H/F\"", "Agent agricole polyvalent (H/F)"),
        ("Soudeur TIG (f/m/d)", "Soudeur TIG (H/F)"),
        ("Aide à domicile (H (H/F)", "Aide à domicile (H/F)"),
        ("Aide à domicile (h/f/", "Aide à domicile (H/F)"),
        ("Chef d&#039;équipe (H/F)", "Chef d'équipe (H/F)"),
        ("ANIMATEUR DES VENTES (H/F) - YVES ROCHER", "Animateur des ventes - Yves rocher (H/F)"),
        ("Assistant(e) de gestion - Agence / Ref967 #AGE59", "Assistant / Assistante de gestion - Agence"),
        ("Offre - Conseiller - Nord () #OUT (H/F)", "Offre - Conseiller - Nord (H/F)"),
        ("Chauffeur-se de car", "Chauffeur / Chauffeuse de car"),
        ("Directeur.rice adjoint.e", "Directeur adjoint / Directrice adjointe"),
        ("Développeur C# (H/F)", "Développeur C# (H/F)"),
        ("Cariste, appelez le 06 12 34 56 78", "Cariste, appelez le [numéro masqué] (H/F)"),
        ("CDI", "CDI (H/F)"),
        ("   ", ""),
        ("H/F", ""),
    ]);
}

#[test]
fn every_marker_is_one_marker() {
    let markers = "H/F; F/H; (H/F); (h/f); [F/H]; H-F; F.H; H·F; H|F; H / F; (HF); FH; H F; (H ou F); H ou F; \
        (H/F/X); (H/F/NB); (F/H/NB); (f/m/d); (M/F); (m/w/d); H/F/N; (h/f/n); (H/F/D/X); Homme/Femme; \
        Homme / Femme; (Femme / Homme); homme ou femme; (femmes et hommes); (tous genres); ((H/F)); \
        (H/F; (F/H/N; (Homme/Fem; H/F); (H/F) (H/F); (F/H/non binaire); (H/F/*); (m/w); {H/F}";
    for marker in markers.split("; ") {
        assert_eq!(display(&format!("Cariste {marker}")), "Cariste (H/F)", "{marker}");
    }
    shows(&[
        ("H/F Cariste", "Cariste (H/F)"),
        ("Cariste - H/F - Lyon", "Cariste - Lyon (H/F)"),
        ("Cariste (H/F - CDI)", "Cariste (CDI) (H/F)"),
        ("Cariste (CDI, H/F)", "Cariste (CDI) (H/F)"),
        ("Cariste (H/F), nuit", "Cariste, nuit (H/F)"),
        ("Cariste (nuit) H/F", "Cariste (nuit) (H/F)"),
        ("Cariste en station serviceH/F de nuit", "Cariste en station service de nuit (H/F)"),
        ("Homme / Femme de ménage", "Homme / Femme de ménage"),
    ]);
}

#[test]
fn what_is_no_gender_marker_stays() {
    let titles = [
        "Chef de rang H",
        "Technicien F-gaz",
        "Pilote de drone D/X",
        "Électricien BF/HF",
        "Agent d'H-F",
        "Cariste à Bar-le-Duc",
        "Conducteur PL/SPL",
        "Cariste 1/3/5",
        "Auxiliaire de vie / Aide ménagère",
        "Secrétaire-comptable",
        "Couvreur-zingueur",
        "Peintre / Plaquiste",
        "Assistant e-commerce",
        "Responsable digital / e-commerce",
        "Garde d'enfant(s)",
        "Responsable CFA/CFO",
        "Agent -SIG-",
        "Agent produits «Brun»",
        "Agente d'accueil",
    ];
    for title in titles {
        assert_eq!(for_index(title), title);
        assert_eq!(display(title), format!("{title} (H/F)"));
    }
    assert_eq!(for_index("Secrétaire de mairie (H/F)"), "Secrétaire de mairie");
}

#[test]
fn references_go() {
    for end in ["#ADE13347", "REF966", "Ref 1234", "- réf. : AB1234", "(Ref 1234)", "| Référence n° 12-B", "ref:AB-12"]
    {
        assert_eq!(display(&format!("Cariste {end}")), "Cariste (H/F)", "{end}");
    }
}

#[test]
fn every_sign_before_an_ending_is_one_sign() {
    let writings = [
        "/euse",
        "(euse)",
        "·euse",
        "·se",
        "•se",
        "⋅se",
        "∙se",
        "‧se",
        "・se",
        ".se",
        "-se",
        "-euse",
        " (-euse)",
        " (se)",
        " / se",
        "/ -euse",
        ", euse",
        "|se",
        "/vendeuse",
        " - vendeuse",
        " ou vendeuse",
        " | Vendeuse",
        " (vendeuse)",
        ", vendeuse",
        " et vendeuse",
    ];
    for writing in writings {
        assert_eq!(display(&format!("vendeur{writing}")), "Vendeur / Vendeuse", "{writing}");
        assert_eq!(for_index(&format!("vendeur{writing} Roubaix")), "Vendeur Roubaix", "{writing}");
    }
}

#[test]
fn feminines_are_french() {
    shows(&[
        ("Employé(e)", "Employé / Employée"),
        ("employé.e de commerce", "Employé / Employée de commerce"),
        ("Chargé·e", "Chargé / Chargée"),
        ("Technicien·ne de maintenance", "Technicien / Technicienne de maintenance"),
        ("Infirmier/ère", "Infirmier / Infirmière"),
        ("Infirmier(e)", "Infirmier / Infirmière"),
        ("Ouvrier-ère", "Ouvrier / Ouvrière"),
        ("Boulanger(ère)", "Boulanger / Boulangère"),
        // No accents in capitals, but those that are written.
        ("INFIRMIER(E)", "Infirmier / Infirmiere"),
        ("INFIRMIER(ÈRE)", "Infirmier / Infirmière"),
        ("EMPLOYE(E)", "Employe / Employee"),
        ("Aide-soignant(e)", "Aide-soignant / Aide-soignante"),
        ("Animateur/trice", "Animateur / Animatrice"),
        ("Acheteur(e)", "Acheteur / Acheteuse"),
        ("Ingénieur(e)", "Ingénieur / Ingénieure"),
        ("directeur.rice", "Directeur / Directrice"),
        ("Agriculteur(rice)", "Agriculteur / Agricultrice"),
        ("Ambassadeur(drice)", "Ambassadeur / Ambassadrice"),
        ("Maçon(ne)", "Maçon / Maçonne"),
        ("Paysan(ne)", "Paysan / Paysanne"),
        ("Actif(ve)", "Actif / Active"),
        ("Ambitieux·se", "Ambitieux / Ambitieuse"),
        ("Coiffeur/se", "Coiffeur / Coiffeuse"),
        ("Maître(sse)", "Maître / Maîtresse"),
        ("Hôt(e)sse", "Hôte / Hôtesse"),
        ("Chef(fe)", "Chef / Cheffe"),
        ("Professionnel-le", "Professionnel / Professionnelle"),
        ("Préfet(e)", "Préfet / Préfète"),
        ("Assistant(te)", "Assistant / Assistante"),
        ("Barman/maid", "Barman / Barmaid"),
        // Nothing that French knows.
        ("Cariste(ne)", "Cariste(ne)"),
    ]);
}

#[test]
fn plurals_stay_plurals() {
    shows(&[
        ("Technicien(ne)s", "Techniciens / Techniciennes"),
        ("Technicien·ne·s", "Techniciens / Techniciennes"),
        ("Technicien(ne)(s)", "Techniciens / Techniciennes"),
        ("Vendeurs/ses", "Vendeurs / Vendeuses"),
        ("Commerciaux/ales", "Commerciaux / Commerciales"),
        ("2 CONSEILLER·ÈREs DE VENTE", "2 conseillers / conseillères de vente"),
        ("Employé(e)s polyvalent(e)s", "Employés polyvalents / Employées polyvalentes"),
    ]);
}

#[test]
fn endings_may_follow_a_stem() {
    shows(&[
        ("Développeu·r·se", "Développeur / Développeuse"),
        ("Infirmi(er/ère)", "Infirmier / Infirmière"),
        ("Conduct.eur.rice", "Conducteur / Conductrice"),
        ("Ingénieur(e)des travaux", "Ingénieur / Ingénieure des travaux"),
    ]);
}

#[test]
fn neighbours_are_written_out_together() {
    shows(&[
        ("Travailleur/euse social/e", "Travailleur social / Travailleuse sociale"),
        ("Directeur.rice adjoint.e de crèche", "Directeur adjoint / Directrice adjointe de crèche"),
        ("Employé(e) de commerce et vendeur(se)", "Employé / Employée de commerce et vendeur / vendeuse"),
        ("Secrétaire médical(e)", "Secrétaire médical / médicale"),
        ("Soudeur / Soudeuse industriel(le)", "Soudeur industriel / Soudeuse industrielle"),
        ("Coffreur(se)-boiseur(se)", "Coffreur-boiseur / Coffreuse-boiseuse"),
        ("Vendeur(se)-conseil", "Vendeur-conseil / Vendeuse-conseil"),
        ("CDD-Chargé(e) d'études", "CDD-Chargé / Chargée d'études"),
        ("Vendeur(se)/Livreur(se)", "Vendeur / Vendeuse / Livreur / Livreuse"),
        ("Un(e) comptable", "Comptable (H/F)"),
        ("Un·e vendeur·se", "Vendeur / Vendeuse"),
        ("un vendeur ou une vendeuse", "Vendeur / Vendeuse"),
        ("Le/la responsable", "Responsable (H/F)"),
        ("Recherche un(e) vendeur(se)", "Recherche un vendeur / une vendeuse"),
    ]);
}

#[test]
fn whole_forms_stay() {
    for title in [
        "Serveur / Serveuse",
        "Agent d'entretien / Agente d'entretien",
        "Aide-soignant / Aide-soignante",
        "Conseiller conjugal et familial / Conseillère conjugale et famili",
        "Technicien de maintenance / Technicienne",
        "Accompagnant social (AS) / Accompagnante sociale (AS) à domicile",
        "Valet / Femme de chambre",
        "Chargée / Chargé d'études",
        "Vendeur en pain / Vendeuse en vin",
    ] {
        assert_eq!(display(title), title);
    }
    shows(&[
        ("Serveur/Serveuse", "Serveur / Serveuse"),
        ("Serveur - Serveuse", "Serveur / Serveuse"),
        ("Serveur-Serveuse", "Serveur / Serveuse"),
        ("Vendeuse ou vendeur", "Vendeuse / Vendeur"),
        ("Barman/serveur - Barmaid/Serveuse", "Barman/serveur - Barmaid/Serveuse (H/F)"),
        ("Aide ménager / ménagère à domicile", "Aide ménager / ménagère à domicile"),
        ("Eco-ambassadeur/ambassadrice", "Eco-ambassadeur / Eco-ambassadrice"),
    ]);
}

#[test]
fn one_job_has_one_key() {
    let same = |titles: &[&str], key: &str| {
        for title in titles {
            assert_eq!(fold(&for_index(title)), key, "{title}");
        }
    };
    same(
        &["Vendeur/euse", "Vendeur⋅euse", "Vendeur / Vendeuse (H/F)", "Vendeuse ou vendeur", "VENDEUR H/F", "Vendeur"],
        "vendeur",
    );
    same(
        &["Agent d'entretien / Agente d'entretien", "Agent / Agente d'entretien", "AGENT·E D’ENTRETIEN"],
        "agent d'entretien",
    );
    same(&["Travailleur/euse social/e", "Travailleur social / Travailleuse sociale"], "travailleur social");
    same(&["Vendeuse"], "vendeuse");
    same(&["vendeur⋅euse roubaix", "vendeur / vendeuse roubaix"], "vendeur roubaix");
    same(&["infirmier(e) lille"], "infirmier lille");
}

#[test]
fn long_titles_are_cut_once() {
    for part in ["Employé(e) ", "un.e, ", "sous-aide-vendeur·se / ", "mot "] {
        let raw = part.repeat(80);
        let shown = display(&raw);
        assert!(shown.chars().count() <= MAX_LINE, "{shown}");
        assert_eq!(display(&shown), shown);
        assert_eq!(fold(&for_index(&shown)), fold(&for_index(&raw)));
    }
}

const PARTS: &str = "(Vendeur|VENDEUR|employé|Employe|Infirmier|Secrétaire|chef|Un|technicien|agent|social|médical|aide|soignant|H|F|HF|HOMME|femme|de|d'|et|ou|la|vendeuse|Vendeuses|Directrice|agente|sociale|CDI|Ref 12|#AB12|[A-Za-zéÉ0-9]{1,3}| |  | / |/| - |-|·|⋅|\\.|, |\\(|\\)|\\[|\"|«|»|\\*|\\|euse|se|e|ne|ère|rice|s|(\\()?(e|se|ne|trice|H/F|F/H/NB)(\\))?)";

proptest! {
    #[test]
    fn a_title_shown_twice_is_the_same(raw in "[A-Za-zÉé()/ HF#0-9.-]{0,40}") {
        let once = display(&raw);
        prop_assert_eq!(display(&once), once);
    }

    #[test]
    fn a_title_of_parts_shown_twice_is_the_same(parts in prop::collection::vec(PARTS, 0..14)) {
        let raw = parts.concat();
        let once = display(&raw);
        prop_assert_eq!(display(&once), once);
    }

    #[test]
    fn a_shown_title_has_the_key_of_its_source(parts in prop::collection::vec(PARTS, 0..14)) {
        let raw = parts.concat();
        prop_assert_eq!(fold(&for_index(&display(&raw))), fold(&for_index(&raw)));
    }

    #[test]
    fn no_title_panics(raw in "\\PC{0,80}") {
        let shown = display(&raw);
        prop_assert!(!shown.contains('\n') && shown.trim() == shown);
        prop_assert_eq!(display(&shown), shown.clone());
        prop_assert_eq!(fold(&for_index(&shown)), fold(&for_index(&raw)));
    }
}
