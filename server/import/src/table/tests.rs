//! Tables as programs and people write them, and wrong ones.

use super::*;
use proptest::prelude::*;

fn rows(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
    let mut table = Table::open("essai", bytes).unwrap();
    let mut out = Vec::new();
    while let Some(row) = table.next_row().unwrap() {
        out.push((row.line, row.cells));
    }
    out
}

#[test]
fn separators_encodings_and_line_breaks() {
    let expected = vec![(2, vec!["1".to_owned(), "é\nà".to_owned()]), (5, vec!["2".to_owned(), "b".to_owned()])];
    assert_eq!(rows("\u{feff}id;Texte\n1;\"é\nà\"\n\n2; b \n".as_bytes()), expected);
    assert_eq!(rows("id,Texte\r\n1,\"é\nà\"\r\n\r\n2,b".as_bytes()), expected);
    assert_eq!(rows("id,Texte\r\n1,\"é\nà\"\r\n\r\n2,b\r\n".as_bytes()), expected);
    assert_eq!(rows(b"id\tTexte\n1\t\"\xe9\n\xe0\"\n\n2\tb\n"), expected);
    assert_eq!(rows("id|Texte\r1|\"é\rà\"\r\r2|b\r".as_bytes()), expected);
}

#[test]
fn columns_are_found_whatever_their_case_and_accents() {
    let table = Table::open("essai", "#Code_commune_INSEE;Libellé  du POSTE;\n".as_bytes()).unwrap();
    assert_eq!(table.column(&["code_commune_insee"]), Some(0));
    assert_eq!(table.column(&["nope", "libelle_du_poste"]), Some(1));
    let error = table.require(&["titre"]).unwrap_err().to_string();
    assert!(error.contains("titre") && error.contains("Libellé"), "{error}");
    assert!(Table::open("essai", &b""[..]).is_err());
}

#[test]
fn an_open_quote_does_not_fill_the_memory() {
    let mut bytes = b"id;texte\n1;a\n2;\"".to_vec();
    bytes.resize(12 << 20, b'x');
    let mut table = Table::open("essai", bytes.as_slice()).unwrap();
    assert!(table.next_row().unwrap().is_some());
    let error = table.next_row().map(|_| ()).unwrap_err();
    assert!(matches!(error, ImportError::TooLong { line: 3, .. }), "{error:?}");
}

/// What a feed with the columns `id` and `titre` holds: its rows, and the lines of what is broken.
fn feed(text: &str) -> Result<(Vec<String>, Vec<u64>), ImportError> {
    let mut table = Table::feed("essai", text.as_bytes(), &[&["id"], &["titre"], &["texte"]], &["id", "titre"])?;
    let (mut rows, mut broken) = (Vec::new(), Vec::new());
    while let Some(record) = table.next_record()? {
        match record {
            Record::Row(row) => rows.push(row.cells.join("|")),
            Record::Broken(wrong) => {
                assert!(!wrong.named.is_empty() && !wrong.reason.is_empty(), "{wrong:?}");
                broken.push(wrong.line);
            }
        }
    }
    Ok((rows, broken))
}

#[test]
fn a_broken_row_takes_no_other_row_with_it() {
    for (name, body, rows, broken) in [
        (
            "a quote never closed",
            "A-2;deux;\"b\nA-3;trois;c\nA-4;quatre;d\n",
            vec!["A-3|trois|c", "A-4|quatre|d"],
            vec![3],
        ),
        (
            "closed further down",
            "A-2;\"deux;b\nA-3;trois;c\nA-4;quatre;\"d\"\n",
            vec!["A-3|trois|c", "A-4|quatre|d"],
            vec![3],
        ),
        (
            "closed in the same column of another row",
            "A-2;\"deux;b\nA-3;trois 24\";c\nA-4;quatre;d\n",
            vec!["A-3|trois 24\"|c", "A-4|quatre|d"],
            vec![3],
        ),
        (
            "a quote within a text of several lines",
            "A-2;deux;\"b \"c\"\nla suite; et fin; ici\n\"\nA-3;trois;\"d\ne\"\n",
            vec!["A-3|trois|d\ne"],
            vec![3],
        ),
        (
            "names in quotes are no fault",
            "A-2;\"Le Bistrot\" de Lille;b\nA-3;Chez \"Tonton\";\"la \"\"grosse\"\" vaisselle\"\n",
            vec!["A-2|\"Le Bistrot\" de Lille|b", "A-3|Chez \"Tonton\"|la \"grosse\" vaisselle"],
            vec![],
        ),
        (
            "several lines are one row",
            "A-2;deux;\"b\n\nc; d\"\nA-3;trois;e\n",
            vec!["A-2|deux|b\n\nc; d", "A-3|trois|e"],
            vec![],
        ),
        ("too few and too many cells", "A-2;deux\nA-3;trois;c;d\nA-4;quatre;e;;\n", vec!["A-4|quatre|e||"], vec![3, 4]),
        (
            "a line break without quotes",
            "A-2;deux;b\nla suite\nA-3;trois;c\n",
            vec!["A-2|deux|b", "A-3|trois|c"],
            vec![4],
        ),
        ("the last row, with its end", "A-2;deux;\"b\n", vec![], vec![3]),
    ] {
        let (mut found, lines) = feed(&format!("id;titre;texte\nA-1;un;a\n{body}")).unwrap();
        assert_eq!(found.remove(0), "A-1|un|a", "{name}");
        assert_eq!((found, lines), (rows.into_iter().map(str::to_owned).collect(), broken), "{name}");
    }
}

#[test]
fn a_file_without_its_end_is_refused() {
    let head = "id;titre;texte\nA-1;un;a\n";
    for body in ["A-2;deu", "A-2;deux;\"b", "A-2;deux;\"b\nc\nd", "A-2;deux;\"b\nc\n"] {
        assert!(matches!(feed(&format!("{head}{body}")), Err(ImportError::Cut { .. })), "{body}");
    }
    assert_eq!(feed(&format!("{head}Total : 12 offres")).unwrap().1, [3], "no record was cut here");
}

#[test]
fn what_spreadsheets_put_around_the_header() {
    for text in [
        "sep=;\r\nid;titre\r\nA;B\r\n",
        "\"sep=,\"\r\nid,titre\r\nA,B\r\n",
        "\u{feff}sep=;\r\nid;titre\r\nA;B\r\n",
        "Offres de la semaine;\r\n;\r\nid;titre\r\nA;B\r\n",
        "id;titre;;\r\nA;B\r\n",
        "id\ttitre\nA\tB",
        "id|titre\rA|B\r",
    ] {
        assert_eq!(feed(text).unwrap(), (vec!["A|B".to_owned()], vec![]), "{text:?}");
    }
    assert!(matches!(feed("a;b\nA;B\n"), Err(ImportError::MissingColumn { .. })));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(mut table) = Table::open("essai", bytes.as_slice()) {
            while let Ok(Some(row)) = table.next_row() {
                prop_assert!(row.line >= 1);
            }
        }
        let text = [b"id;titre\n".to_vec(), bytes].concat();
        if let Ok(mut table) = Table::feed("essai", text.as_slice(), &[&["id"]], &["id"]) {
            while let Ok(Some(_)) = table.next_record() {}
        }
    }
}
