//! Partners as an operator keeps them: the real binary, and a start that is refused.

use std::path::Path;
use std::process::{Command, Output};
use store::{Store, testing};

fn passerelle(dir: &Path, args: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.args(args).env_clear().env("DATA_DIR", dir.join("data")).env("RUST_LOG", "warn").current_dir(dir);
    command.env("PORT", "0").env("PUBLIC_URL", "https://hub.example");
    let Output { status, stdout, stderr } = command.output().unwrap();
    (status.success(), String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr))
}

fn add<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["partner", "add", "canal", "--name", "Le Canal"], more].concat()
}

#[test]
fn an_operator_keeps_partners() {
    let dir = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| passerelle(dir.path(), args);
    let full = add(&[
        "--origin",
        "https://canal.example",
        "--origin",
        "https://WWW.canal.example/",
        "--query",
        "commune=59512&radius_km=10",
        "--accent",
        "#7a1f3d",
    ]);
    let (well, told) = run(&full);
    assert!(well, "{told}");
    for part in [
        "canal: Le Canal",
        "https://hub.example/p/canal",
        "https://canal.example https://www.canal.example",
        "commune=59512&radius_km=10",
        "<passerelle-offres partner=\"canal\"><a href=\"https://hub.example/p/canal\">Voir les offres</a></passerelle-offres>\
         <script async src=\"https://hub.example/embed/v1.js\"></script>",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let (well, told) = run(&full);
    assert!(!well && told.contains("--replace"), "{told}");
    let (well, told) = run(&[&full[..], &["--replace"]].concat());
    assert!(well, "{told}");
    let (well, told) = run(&["partner", "list"]);
    assert!(well && told.contains("canal: Le Canal") && told.contains("partners: 1"), "{told}");
    assert_eq!(run(&["partner", "remove", "canal"]), (true, "canal removed\n".to_owned()));
    assert!(!run(&["partner", "remove", "canal"]).0);
    for (more, says) in [
        (&["--origin", "canal.example"][..], "the beginning of an address expected, such as https://"),
        (&["--origin", "https://*.canal.example"], "each site is named"),
        (&["--origin", "http://canal.example"], "https expected"),
        (&["--accent", "#ffcc00"], "contrast 1.31:1 of the accent on a notice (light)"),
        (&["--accent", "yellow"], "#rrggbb expected"),
        (&["--query", "comune=59512"], "comune"),
        (&["--mode", "sepia"], "auto, light or dark expected"),
        (&["--density", "x"], "comfortable or compact expected"),
        (&["--lang", "xx"], "fr or en expected"),
        (&["--radius", "99"], "0 to 24 pixels"),
        (&["--site", "canal"], "https://association.example/"),
    ] {
        let (well, told) = run(&add(more));
        assert!(!well && told.contains(says), "{more:?}: {told}");
    }
    assert!(run(&["partner", "list"]).1.contains("partners: 0"), "what was refused is not kept");
}

#[test]
fn the_demo_brings_three() {
    let dir = tempfile::tempdir().unwrap();
    assert!(passerelle(dir.path(), &["demo"]).0);
    let (well, told) = passerelle(dir.path(), &["partner", "list"]);
    assert!(well && told.contains("partners: 3") && told.contains("Les Ateliers du Canal"), "{told}");
}

/// Somebody wrote into the database by hand: the start says what is wrong, where, and how to mend it.
#[tokio::test(flavor = "multi_thread")]
async fn a_malformed_origin_refuses_the_start() {
    let dir = tempfile::tempdir().unwrap();
    assert!(passerelle(dir.path(), &add(&["--origin", "https://canal.example"])).0);
    let store = Store::open(&format!("sqlite:{}", dir.path().join("data/passerelle.db").display()), 1).await.unwrap();
    testing::raw(
        &store,
        "update partners set facts = replace(facts, 'https://canal.example', 'https://canal.example;')",
    )
    .await
    .unwrap();
    store.close().await;
    let (well, told) = passerelle(dir.path(), &["serve"]);
    assert!(!well);
    for part in ["partner canal", "https://canal.example;", "its host is no name", "passerelle partner remove KEY"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let (well, told) = passerelle(dir.path(), &["partner", "list"]);
    assert!(!well && told.contains("canal: WRONG"), "{told}");
    assert!(passerelle(dir.path(), &["check"]).1.contains("WRONG"));
    assert!(passerelle(dir.path(), &add(&["--origin", "https://canal.example", "--replace"])).0);
    assert!(passerelle(dir.path(), &["partner", "list"]).0, "mended");
}
