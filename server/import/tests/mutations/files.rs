//! Good files of each format.

use crate::change::Dice;
use import::Format;
use import::trainings::TrainingFormat;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Offers(Format),
    Trainings(TrainingFormat),
    Help,
}

/// One row or record.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) text: String,
}

/// A file: what stands before its rows, its rows, what stands behind them.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) kind: Kind,
    pub(crate) head: String,
    pub(crate) rows: Vec<Row>,
    /// Between two rows.
    pub(crate) between: &'static str,
    pub(crate) tail: &'static str,
    /// What separates cells, in a table.
    pub(crate) delimiter: Option<char>,
}

const TRADES: [&str; 6] = ["Cariste", "Maçon", "Aide à domicile", "Cuisinière", "Soudeur", "Agent d'entretien"];
const PLACES: [(&str, &str); 3] = [("Roubaix", "59100"), ("Lens", "62300"), ("Beauvais", "60000")];

impl File {
    pub(crate) fn any(dice: &mut Dice) -> Self {
        let count = 6 + dice.below(10);
        match dice.below(6) {
            0 | 1 => Self::table_of_offers(count, dice),
            2 => Self::records(count, dice, "", "\n", "\n"),
            3 => Self::records(count, dice, "[", ",\n", "]\n"),
            4 => Self::table_of_trainings(count, dice),
            _ => {
                if dice.below(2) == 0 {
                    Self::document(count, dice)
                } else {
                    Self::table_of_places(count, dice)
                }
            }
        }
    }

    pub(crate) fn text(&self) -> String {
        let rows: Vec<&str> = self.rows.iter().map(|row| row.text.as_str()).collect();
        format!("{}{}{}", self.head, rows.join(self.between), self.tail)
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.text().into_bytes()
    }

    fn table(kind: Kind, head: &[&str], rows: Vec<Vec<String>>, dice: &mut Dice) -> Self {
        let delimiter = [';', ',', '\t'][dice.below(3)];
        let quoted = |cell: &str| {
            let needs = cell.contains([delimiter, '"', '\n']);
            if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
        };
        let line = |cells: &[String]| cells.iter().map(|c| quoted(c)).collect::<Vec<_>>().join(&delimiter.to_string());
        let rows = rows.iter().map(|cells| Row { id: cells[0].clone(), text: line(cells) }).collect();
        let head: Vec<String> = head.iter().map(|name| (*name).to_owned()).collect();
        Self { kind, head: line(&head) + "\n", rows, between: "\n", tail: "\n", delimiter: Some(delimiter) }
    }

    fn table_of_offers(count: usize, dice: &mut Dice) -> Self {
        let head = ["reference", "titre", "employeur", "lieu", "code_postal", "contrat", "texte", "publie"];
        let rows = (0..count).map(|n| {
            let (town, postcode) = PLACES[dice.below(3)];
            let text = match dice.below(4) {
                0 => "Vous rangez, triez, comptez ; puis vous livrez.".to_owned(),
                1 => "Sur plusieurs lignes :\n- ranger, trier\n- livrer ; revenir".to_owned(),
                2 => "Le patron dit \"venez\", et l'on vient.".to_owned(),
                _ => "Travail en équipe.".to_owned(),
            };
            vec![
                format!("REF-{n:03}"),
                format!("{} {n}", TRADES[dice.below(6)]),
                "Dépôt d'été".to_owned(),
                town.to_owned(),
                postcode.to_owned(),
                "cdi".to_owned(),
                text,
                "2026-11-20".to_owned(),
            ]
        });
        let rows = rows.collect();
        Self::table(Kind::Offers(Format::Csv), &head, rows, dice)
    }

    fn table_of_trainings(count: usize, dice: &mut Dice) -> Self {
        let head = ["identifiant", "intitule", "organisme", "objectif", "debut", "fin", "commune", "code_postal"];
        let rows = (0..count).map(|n| {
            let (town, postcode) = PLACES[dice.below(3)];
            vec![
                format!("F-{n:03}"),
                format!("{} : les bases", TRADES[dice.below(6)]),
                "Centre d'été".to_owned(),
                "Apprendre, \"pour de vrai\" ; réussir".to_owned(),
                "2027-01-11".to_owned(),
                "2027-02-12".to_owned(),
                town.to_owned(),
                postcode.to_owned(),
            ]
        });
        let rows = rows.collect();
        Self::table(Kind::Trainings(TrainingFormat::Csv), &head, rows, dice)
    }

    fn table_of_places(count: usize, dice: &mut Dice) -> Self {
        let head = ["nom", "adresse", "commune", "code_postal", "telephone", "aide_pour"];
        let rows = (0..count).map(|n| {
            let (town, postcode) = PLACES[dice.below(3)];
            vec![
                format!("Relais {n:03}"),
                format!("{n} rue de l'Été"),
                town.to_owned(),
                postcode.to_owned(),
                format!("03530120{:02}", n % 100),
                "CV, lettre ; entretien".to_owned(),
            ]
        });
        let rows = rows.collect();
        Self::table(Kind::Help, &head, rows, dice)
    }

    fn records(count: usize, dice: &mut Dice, head: &str, between: &'static str, tail: &'static str) -> Self {
        let row = |n: usize, dice: &mut Dice| Row {
            id: format!("FT{n:04}X"),
            text: format!(
                "{{\"id\":\"FT{n:04}X\",\"intitule\":\"{} {n} (H/F)\",\"description\":\"Vous {{rangez}}, \\\"triez\\\" à l'été.\",\
                 \"dateCreation\":\"2026-11-20T08:00:00.000Z\",\"typeContrat\":\"CDI\",\"lieuTravail\":{{\"libelle\":\"59 - ROUBAIX\",\"commune\":\"59512\"}}}}",
                TRADES[dice.below(6)]
            ),
        };
        let rows = (0..count).map(|n| row(n, dice)).collect();
        Self { kind: Kind::Offers(Format::FranceTravail), head: head.to_owned(), rows, between, tail, delimiter: None }
    }

    fn document(count: usize, dice: &mut Dice) -> Self {
        let row = |n: usize, dice: &mut Dice| Row {
            id: format!("LH{n:04}"),
            text: format!(
                "<formation numero=\"LH{n:04}\"><intitule-formation>{} &amp; Cie {n}</intitule-formation>\
                 <objectif-formation>Apprendre l&apos;été</objectif-formation><action numero=\"A\"><session><periode>\
                 <debut>20270301</debut><fin>20270528</fin></periode></session></action></formation>",
                TRADES[dice.below(6)]
            ),
        };
        let rows = (0..count).map(|n| row(n, dice)).collect();
        let head = "<?xml version=\"1.0\"?>\n<lheo xmlns=\"http://lheo.gouv.fr/2.3\"><offres>\n".to_owned();
        let kind = Kind::Trainings(TrainingFormat::Lheo);
        Self { kind, head, rows, between: "\n", tail: "\n</offres></lheo>\n", delimiter: None }
    }
}
