//! Files as people's programs write them, through the real command, on both databases: what is published, what stays,
//! what the report says. The inputs are ours, after public reports of what goes wrong elsewhere.

use crate::helpers::stores_at;
use domain::offer::StoredOffer;
use domain::time::Timestamp;
use domain::training::Training;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;
use store::Store;
use tempfile::TempDir;

/// A hub with the demo's communes and occupations, and nothing else.
struct Hub {
    store: Store,
    url: String,
    dir: PathBuf,
}

impl Hub {
    /// Runs `passerelle import …` on a file; answers whether it went well, and all that it said.
    fn import(&self, args: &[&str], file: &[u8]) -> (bool, String) {
        std::fs::write(self.dir.join("file"), file).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
        command.arg("import").args(args).arg("file").env_clear().current_dir(&self.dir);
        command.env("DATA_DIR", &self.dir).env("DATABASE_URL", &self.url).env("HUB_TIMEZONE", "Europe/Paris");
        let output = command.env("RUST_LOG", "warn").output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    }

    fn offers(&self, file: impl AsRef<[u8]>) -> String {
        self.well(&["offers", "--source", "s", "--format", "csv"], file.as_ref())
    }

    fn feed(&self, file: impl AsRef<[u8]>) -> String {
        self.well(&["offers", "--source", "s", "--format", "france-travail"], file.as_ref())
    }

    fn trainings(&self, format: &str, file: impl AsRef<[u8]>) -> String {
        self.well(&["trainings", "--source", "s", "--format", format], file.as_ref())
    }

    fn well(&self, args: &[&str], file: &[u8]) -> String {
        let (well, said) = self.import(args, file);
        assert!(well, "{said}");
        said
    }

    /// The open offers, by their ids.
    async fn open(&self) -> Vec<StoredOffer> {
        let today = Timestamp(i64::MAX / 2).min(crate::helpers::now()).utc_day();
        let mut all = self.store.newest_open(today, 10_000, 0).await.unwrap();
        all.sort_by(|a, b| a.offer.source_id.cmp(&b.offer.source_id));
        all
    }

    async fn open_ids(&self) -> Vec<String> {
        self.open().await.into_iter().map(|stored| stored.offer.source_id).collect()
    }

    async fn training(&self, id: &str) -> Training {
        let all = self.store.trainings().await.unwrap();
        all.into_iter().find(|one| one.source_id == id).unwrap_or_else(|| panic!("{id} is not there"))
    }
}

/// A hub on each database.
async fn hubs(dir: &TempDir, name: &str) -> Vec<Hub> {
    let mut all = Vec::new();
    for (at, (store, url)) in stores_at(dir, name).await.into_iter().enumerate() {
        store.replace_places(&demo::communes().unwrap()).await.unwrap();
        store.replace_rome(&demo::rome("test").unwrap()).await.unwrap();
        let dir = dir.path().join(at.to_string());
        std::fs::create_dir(&dir).unwrap();
        all.push(Hub { store, url, dir });
    }
    all
}

const HEAD: &str = "reference;titre;employeur;lieu;code_postal;contrat;cloture;postuler_telephone;texte\n";

/// A row of a warehouse's file.
fn row(n: usize) -> String {
    format!(
        "G-{n:02};Préparateur {n} (H/F);Dépôt Exemple;Roubaix;59100;cdi;31/12/2099;0353012026;Préparer les commandes.\n"
    )
}

fn rows(count: usize) -> String {
    (1..=count).fold(HEAD.to_owned(), |all, n| all + &row(n))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_swallows_no_row_and_closes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    for hub in hubs(&dir, "quote").await {
        hub.offers(rows(60));
        for line in [3, 45, 60] {
            let broken = rows(60).replace(&row(line), &row(line).replace("Préparer", "\"Préparer"));
            let said = hub.offers(broken);
            assert!(said.contains("closed 0 · rejected 1 ") && said.contains("kept as they were"), "{line}: {said}");
            assert!(said.contains(&format!("line {} (G-{line:02})", line + 1)), "{said}");
            let open = hub.open().await;
            assert_eq!(open.len(), 60);
            let texts = open.iter().filter(|stored| stored.offer.text.as_deref() != Some("Préparer les commandes."));
            assert_eq!(texts.count(), 0, "no row is in another one's text");
        }
        let cut = rows(60);
        let at = cut.find("Préparateur 57").unwrap();
        let (well, said) = hub.import(&["offers", "--source", "s", "--format", "csv"], &cut.as_bytes()[..at]);
        assert!(!well && said.contains("s'arrête au milieu"), "{said}");
        assert_eq!(hub.open().await.len(), 60, "a file without its end changes nothing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_the_file_is_never_closed_by_it() {
    let dir = tempfile::tempdir().unwrap();
    for hub in hubs(&dir, "named").await {
        hub.offers(rows(60));
        let damaged = (1..=60).fold(HEAD.to_owned(), |all, n| match n % 4 {
            0 => all + &row(n).replace("31/12/2099", "fin décembre"),
            1 => all + &row(n).replace("0353012026", "353012026"),
            _ => all + &row(n),
        });
        let said = hub.offers(damaged);
        assert!(said.contains("closed 0 · rejected 15 "), "{said}");
        assert!(said.contains("could not be read: 15") && said.contains("line 5 (G-04), cloture: "), "{said}");
        let open = hub.open().await;
        assert_eq!(open.len(), 60);
        let phones = open.iter().filter(|stored| stored.offer.apply.len() == 1);
        assert_eq!(phones.count(), 60, "a number without its zero is read");
        // What is not named any more is closed as before.
        let said = hub.offers(rows(50));
        assert!(said.contains("closed 10 "), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_sign_and_a_wrong_record_of_the_api_close_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let record = |n: usize, text: &str| {
        format!(
            "{{\"id\":\"SUR{n}\",\"intitule\":\"Agent {n} (H/F)\",\"description\":\"{text}\",\"dateCreation\":\"2026-11-20T08:00:00.000Z\",\"typeContrat\":\"CDI\"}}"
        )
    };
    let list = |first: &str| (1..=4).map(|n| record(n, if n == 1 { first } else { "Texte." })).collect::<Vec<_>>();
    for hub in hubs(&dir, "surrogate").await {
        hub.feed(list("Texte.").join("\n"));
        for file in [list("Rejoignez-nous \\ud83d").join("\n"), format!("[{}]", list("Venez \\ud83d").join(","))] {
            let said = hub.feed(file);
            assert!(said.contains("changed 1 · unchanged 3 · closed 0 · rejected 0 "), "{said}");
        }
        assert_eq!(hub.open().await[0].offer.text.as_deref(), Some("Venez"));
        let lost = list("Texte.").join("\n").replacen("Texte.\"", "Texte.", 1);
        let said = hub.feed(lost);
        assert!(said.contains("closed 0 · rejected 1 ") && said.contains("line 1 (SUR1), json: "), "{said}");
        assert_eq!(hub.open_ids().await, ["SUR1", "SUR2", "SUR3", "SUR4"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_spreadsheets_write_is_one_file() {
    let table = "reference;titre;employeur;siret;lieu;code_postal;contrat;publie;postes;heures_semaine;postuler_telephone;texte\r\n\
        Z-1;Cariste (H/F);Dépôt d’été;73282932000074;Roubaix;59100;cdi;2026-11-20;1;35;0353012026;Éclairer, décharger, étiqueter.\r\n\
        Z-2;Éducateur (H/F);Crèche à côté;;Tourcoing;59200;cdd;2026-11-20;2;24;0353012027;Être là où l'on joue, façon fête.\r\n";
    let utf16 = |text: &str, little: bool, mark: bool| -> Vec<u8> {
        let mark = if mark { "\u{feff}" } else { "" };
        let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
    };
    let tabs = table.replace(';', "\t");
    let in_encoding = |encoding: &'static encoding_rs::Encoding| encoding.encode(table).0.into_owned();
    let changed = table
        .replace("2026-11-20;1;35;0353012026", "46346;1.0;35.0;353012026")
        .replace("2026-11-20;2;24;0353012027", "20/11/26;2,0;24,0;353012027.0")
        .replace(";59100;", ";59100.0;")
        .replace(";59200;", ";F-59200;")
        .replace("73282932000074", "=\"73282932000074\"");
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("sep", format!("sep=;\r\n{table}").into()),
        ("sep in quotes, behind a mark", format!("\u{feff}\"sep=;\"\r\n{table}").into()),
        ("a title above", format!("Offres de la semaine;;;\r\n;;;\r\n{table}").into()),
        ("Unicode text", utf16(&tabs, true, true)),
        ("UTF-16 the other way", utf16(&tabs, false, true)),
        ("UTF-16 without a mark", utf16(table, true, false)),
        ("Windows-1252", in_encoding(encoding_rs::WINDOWS_1252)),
        ("Mac Roman", in_encoding(encoding_rs::MACINTOSH)),
        ("Mac Roman with its line ends", encoding_rs::MACINTOSH.encode(&table.replace("\r\n", "\r")).0.into_owned()),
        ("carriage returns alone", table.replace("\r\n", "\r").into()),
        ("bars", table.replace(';', "|").into()),
        ("zeros, decimals, day numbers", changed.into()),
        ("times behind days", table.replace("2026-11-20", "2026-11-20 00:00:00").into()),
    ];
    let dir = tempfile::tempdir().unwrap();
    for hub in hubs(&dir, "sheets").await {
        hub.offers(table);
        let before: Vec<_> = hub.open().await.into_iter().map(|stored| stored.offer).collect();
        assert_eq!((before.len(), before[0].employer.name.as_deref()), (2, Some("Dépôt d’été")));
        assert_eq!(before[0].places[0].commune.as_ref().map(ToString::to_string).as_deref(), Some("59512"));
        for (name, file) in &files {
            let said = hub.offers(file);
            assert!(said.contains("unchanged 2 · closed 0 · rejected 0 "), "{name}: {said}");
        }
        // ISO-8859-15 has no typographic apostrophe, and has euros and ligatures where others have fractions.
        let latin9 = b"reference;titre;texte\nL-1;Man\xbduvre;12 \xa4 de l'heure, \xe0 B\xe9thune\n";
        hub.offers(latin9);
        let open = hub.open().await;
        assert_eq!(open[0].offer.title, "Manœuvre (H/F)");
        assert_eq!(open[0].offer.text.as_deref(), Some("12 € de l'heure, à Béthune"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_of_a_training_may_stand_anywhere() {
    let head = "identifiant;intitule;organisme;debut;fin;commune;code_postal\n";
    let file = "P-1;Permis B;Auto-école Exemple;2027-01-11;2027-02-12;Roubaix;59100\n\
        P-2;Nettoyage;Centre Exemple;2027-01-18;2027-02-19;Tourcoing;59200\n\
        P-1;Permis B;Auto-école Exemple;2027-03-01;2027-04-02;Roubaix;59100\n\
        p-2;Nettoyage;Centre Exemple;2027-03-08;2027-04-09;Tourcoing;59200\n\
        P-1;;;2027-05-03;2027-06-04;Roubaix;59100\n\
        ;Permis B;Auto-école Exemple;2027-07-05;2027-08-06;Roubaix;59100\n";
    let dir = tempfile::tempdir().unwrap();
    for hub in hubs(&dir, "sessions").await {
        let said = hub.trainings("csv", format!("{head}{file}"));
        assert!(said.contains("new 2 ") && said.contains("rejected 1 · repeated 0"), "{said}");
        assert!(said.contains("line 7 (no id), identifiant: "), "{said}");
        assert_eq!((hub.training("P-1").await.sessions.len(), hub.training("P-2").await.sessions.len()), (3, 2));
        // A quote, a wrong day: each keeps what was there.
        let broken =
            file.replacen("Permis B;", "\"Permis B;", 1).replace("2027-01-18", "bientôt").replace("2027-03-08", "?");
        let said = hub.trainings("csv", format!("{head}{broken}"));
        assert!(said.contains("closed 0 "), "{said}");
        assert_eq!(
            (hub.training("P-1").await.sessions.len(), hub.training("P-2").await.sessions.len()),
            (2, 2),
            "{said}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_is_read_in_the_encoding_that_it_is_in() {
    let document = |declared: &str, body: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"{declared}\"?>\n<!DOCTYPE lheo [<!ENTITY centre \"Centre d&apos;&eacute;t&#233;\">]>\n\
             <lheo xmlns=\"http://lheo.gouv.fr/2.3\"><offres><formation numero=\"F&amp;1\">\
             <intitule-formation>{body}</intitule-formation><action numero=\"A1\"><session><periode><debut>20270301</debut>\
             <fin>20270528</fin></periode></session></action><organisme-formation-responsable><nom-organisme>&centre;\
             </nom-organisme></organisme-formation-responsable></formation></offres></lheo>\n"
        )
    };
    let latin = "Préparateur en pharmacie « été »";
    let euro = "Préparateur en pharmacie « été » œuvre 12 €";
    let bytes = |declared: &str, text: &str, encoding: &'static encoding_rs::Encoding| {
        encoding.encode(&document(declared, text)).0.into_owned()
    };
    let units: Vec<u8> = document("UTF-16", latin).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: Vec<(&str, Vec<u8>, &str)> = vec![
        ("ISO-8859-1", bytes("ISO-8859-1", latin, encoding_rs::WINDOWS_1252), latin),
        ("ISO-8859-15", bytes("ISO-8859-15", euro, encoding_rs::ISO_8859_15), euro),
        ("Windows-1252", bytes("windows-1252", euro, encoding_rs::WINDOWS_1252), euro),
        ("UTF-8", document("UTF-8", euro).into(), euro),
        ("UTF-8 with a mark", format!("\u{feff}{}", document("UTF-8", euro)).into(), euro),
        ("UTF-8, declared another", document("ISO-8859-1", euro).into(), euro),
        ("another, declared UTF-8", bytes("UTF-8", latin, encoding_rs::WINDOWS_1252), latin),
        ("UTF-16", [vec![0xff, 0xfe], units.clone()].concat(), latin),
        ("UTF-16 without a mark", units, latin),
    ];
    let dir = tempfile::tempdir().unwrap();
    for hub in hubs(&dir, "lheo").await {
        for (name, file, title) in &files {
            let said = hub.trainings("lheo", file);
            let training = hub.training("F&1").await;
            assert_eq!((training.title.as_str(), training.body.as_str()), (*title, "Centre d'été"), "{name}: {said}");
        }
        for (file, says) in [
            (document("EBCDIC-FR", "a"), "« EBCDIC-FR »"),
            (document("UTF-8", "&inconnue;"), "&inconnue;"),
            (document("UTF-8", &"<a>".repeat(200)), "éléments les uns dans les autres"),
        ] {
            let (well, said) = hub.import(&["trainings", "--source", "s", "--format", "lheo"], file.as_bytes());
            assert!(!well && said.contains(says), "{said}");
        }
        let damaged =
            [b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><lheo><offres><a>\xc3\xa9t\xe9</a>".to_vec()].concat();
        let (well, said) = hub.import(&["trainings", "--source", "s", "--format", "lheo"], &damaged);
        assert!(!well && said.contains("UTF-8"), "{said}");
        assert_eq!(hub.store.trainings().await.unwrap().len(), 1, "a refused document changes nothing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_of_help_is_lost_by_no_row() {
    let head = "nom;adresse;commune;code_postal;telephone;horaires\n";
    let good = "Le Relais;1 rue du Canal;Roubaix;59100;353012026;lun-ven 9h-12h\nAccueil;2 rue du Canal;Lens;62300;0353012027;lun 9h-12h\n";
    let dir = tempfile::tempdir().unwrap();
    for hub in hubs(&dir, "help").await {
        let import = |file: &str| hub.well(&["help-places"], format!("{head}{file}").as_bytes());
        import(good);
        let said = import(&good.replace("lun 9h-12h", "1er samedi du mois"));
        assert!(said.contains("changed 1 ") && said.contains("comme ils sont écrits"), "{said}");
        let places = hub.store.help_places().await.unwrap();
        assert_eq!(places[1].place.hours_text.as_deref(), Some("1er samedi du mois"));
        let nothing = format!("{head}{}", good.replace("353012026", "bientôt").replace("Accueil;", "\"Accueil;"));
        let (well, said) = hub.import(&["help-places"], nothing.as_bytes());
        assert!(!well && said.contains("REFUSED") && said.contains("rejected 2 "), "{said}");
        let said = import(&good.replace("353012026", "bientôt"));
        assert!(said.contains("closed 0 · rejected 1 ") && said.contains("could not be read: 1"), "{said}");
        assert_eq!(hub.store.help_places().await.unwrap().len(), 2);
        let mut many = String::new();
        writeln!(many, "Maison;3 rue du Canal;Lille;59000;0353012028;").unwrap();
        assert!(import(&many).contains("new 1 ") && hub.store.help_places().await.unwrap().len() == 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pay_titles_and_days_are_what_the_text_says() {
    let pays = [
        ("28 à 32 K€ brut annuel selon profil", Some("28000-32000 an")),
        ("30-35k€", Some("30000-35000 an")),
        ("12,31 € de l'heure, 35 h par semaine", Some("12.31 heure")),
        ("11,88 € brut horaire + 10 % IFM + 10 % ICCP", Some("11.88 heure")),
        ("12€-15€/h", Some("12-15 heure")),
        ("SMIC + primes", None),
        ("Mensuel de 35000 Euros", None),
        ("1 500 € net par mois", None),
        ("A partir de 1.850,00 € brut mensuel", Some("1850 mois")),
    ];
    let titles = [
        ("Vendeur/euse", "Vendeur / Vendeuse"),
        ("Vendeur⋅euse", "Vendeur / Vendeuse"),
        ("Travailleur/euse social/e", "Travailleur social / Travailleuse sociale"),
        ("Cariste (H/F/NB)", "Cariste (H/F)"),
        ("Cariste Homme / Femme", "Cariste (H/F)"),
        ("Cariste [F/H]", "Cariste (H/F)"),
        ("Animateur (-trice)", "Animateur / Animatrice"),
        ("CARISTE H/F (HF)", "Cariste (H/F)"),
        ("Technicien·ne·s", "Techniciens / Techniciennes"),
    ];
    let euros = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100).trim_end_matches(".00").to_owned();
    let mut csv = "reference;titre;salaire_texte\n".to_owned();
    for (n, ((text, _), (title, _))) in pays.iter().zip(titles).enumerate() {
        writeln!(csv, "P-{n};{title};{text}").unwrap();
    }
    let dir = tempfile::tempdir().unwrap();
    for hub in hubs(&dir, "texts").await {
        let said = hub.offers(&csv);
        assert!(said.contains("new 9 ") && said.contains("rejected 0 "), "{said}");
        for ((stored, (text, expected)), (_, title)) in hub.open().await.iter().zip(pays).zip(titles) {
            let pay = stored.offer.pay.as_ref().map(|pay| {
                let max =
                    if pay.max_cents == pay.min_cents { String::new() } else { format!("-{}", euros(pay.max_cents)) };
                format!("{}{max} {}", euros(pay.min_cents), pay.period)
            });
            assert_eq!(pay.as_deref(), expected, "{text}");
            assert_eq!(stored.offer.title, title);
        }
        // The hub's day: half past midnight in Lille.
        let record = r#"{"id":"TZ1","intitule":"Agent","dateCreation":"2026-11-26T23:30:00.000Z"}"#;
        let other = ["offers", "--source", "tz", "--format", "france-travail"];
        hub.well(&other, record.as_bytes());
        let open = hub.open().await;
        let day = open.iter().find(|stored| stored.offer.source_id == "TZ1").and_then(|stored| stored.offer.posted);
        assert_eq!(day.map(|day| day.to_string()).as_deref(), Some("2026-11-27"));
    }
}
