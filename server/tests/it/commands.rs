//! The command line as an operator uses it: the real binary, killed half-way where that matters.

use crate::helpers::shared_data;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Kills in the middle of an import (issue 2, must show 3).
const KILLS: usize = 50;

fn passerelle(dir: &Path, args: &[&str]) -> Output {
    command(dir, args).output().unwrap()
}

fn command(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.args(args).env_clear().env("DATA_DIR", dir.join("data")).env("RUST_LOG", "warn").current_dir(dir);
    command
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn well(output: &Output) -> String {
    let text = text(output);
    assert!(output.status.success(), "{text}");
    text
}

/// A feed in our CSV format: `n` offers, each with `word` in its title.
fn feed(path: &Path, n: usize, word: &str) {
    let mut out = std::fs::File::create(path).unwrap();
    writeln!(out, "reference;titre;lieu;contrat;texte").unwrap();
    for i in 0..n {
        writeln!(out, "R{i};Cariste {word} {i};Roubaix;CDI;Vous déplacez des palettes dans notre entrepôt.").unwrap();
    }
}

#[test]
fn an_operator_can_fill_the_demo_twice_and_check_it() {
    let dir = tempfile::tempdir().unwrap();
    assert!(well(&passerelle(dir.path(), &["demo"])).contains("new offers"));
    assert!(well(&passerelle(dir.path(), &["demo"])).contains("already of today"));
    let checked = well(&passerelle(dir.path(), &["check"]));
    assert!(checked.contains("database    well") && checked.contains("demo"), "{checked}");
    assert!(checked.contains("reports     0 waiting"), "{checked}");
}

#[test]
fn trainings_are_imported_whole_or_not_at_all() {
    let dir = tempfile::tempdir().unwrap();
    well(&passerelle(dir.path(), &["demo"]));
    let file = dir.path().join("formations.csv");
    let import = ["import", "trainings", "--source", "maison", "--format", "csv", "formations.csv"];
    let header = "identifiant;intitule;organisme;debut;commune;code_postal\n";
    std::fs::write(&file, format!("{header}a;Cariste;Atelier;2027-01-04;Roubaix;59100\nb;;Atelier;;;\n")).unwrap();
    let first = well(&passerelle(dir.path(), &import));
    assert!(first.contains("read 2 · new 1 ") && first.contains("rejected 1"), "{first}");
    assert!(first.contains("line 3 (b), intitule: "), "{first}");
    let again = well(&passerelle(dir.path(), &import));
    assert!(again.contains("new 0 · changed 0 · unchanged 1 · closed 0"), "{again}");
    // LHEO that is cut changes nothing.
    std::fs::write(dir.path().join("coupe.xml"), "<lheo><offres><formation numero=\"1\"><intitule").unwrap();
    let cut = passerelle(dir.path(), &["import", "trainings", "--source", "maison", "--format", "lheo", "coupe.xml"]);
    assert!(!cut.status.success() && text(&cut).contains("s'arrête au milieu"), "{}", text(&cut));
    let again = well(&passerelle(dir.path(), &import));
    assert!(again.contains("unchanged 1"), "{again}");
    let bad =
        passerelle(dir.path(), &["import", "trainings", "--source", "Ma Source", "--format", "csv", "formations.csv"]);
    assert!(!bad.status.success(), "a source's name is a word");
    let certifications = "Code_Diplome;Libelle_Diplome;Code_Rome_1;Code_Rome_2;Code_Rome_3;Code_Rome_4;Code_Rome_5\n\
        1;Cariste;N1101;;;;\n2;Secr\u{e9}taire;K1404;;;;\nx;Faux;;;;;\n";
    std::fs::write(dir.path().join("certif.csv"), certifications).unwrap();
    let told = well(&passerelle(dir.path(), &["import", "certifications", "certif.csv"]));
    assert!(
        told.contains("new 2") && told.contains("rejected 1") && told.contains("line 4 (x), Code_Diplome"),
        "{told}"
    );
    assert!(told.contains("occupations with a certification: 2 of"), "K1406 comes from K1404: {told}");
    assert!(well(&passerelle(dir.path(), &["check"])).contains("database    well"));
}

#[test]
fn the_demo_refuses_a_database_that_holds_real_offers() {
    let dir = tempfile::tempdir().unwrap();
    feed(&dir.path().join("offres.csv"), 3, "a");
    well(&passerelle(dir.path(), &["import", "offers", "--source", "mairies", "--format", "csv", "offres.csv"]));
    let output = passerelle(dir.path(), &["demo"]);
    assert!(!output.status.success());
    assert!(text(&output).contains("only fills an empty database"), "{}", text(&output));
}

#[test]
fn bad_settings_say_what_is_wrong() {
    let dir = tempfile::tempdir().unwrap();
    for (name, value, says) in [
        ("PUBLIC_URL", "hub.example", "expected https://host"),
        ("HUB_TIMEZONE", "Paris", "Europe/Paris"),
        ("HUB_SMIC", "12.20", "2027-01-01=12.20"),
        ("DATABASE_URL", "mysql://x", "sqlite: or postgres://"),
    ] {
        let output = command(dir.path(), &["check"]).env(name, value).output().unwrap();
        assert!(!output.status.success() && text(&output).contains(says), "{name}: {}", text(&output));
    }
    let help = well(&passerelle(dir.path(), &["--help"]));
    for name in ["DATABASE_URL", "DATA_DIR", "PORT", "PUBLIC_URL", "METRICS_ADDR", "TRUSTED_PROXIES", "HUB_NAME"] {
        assert!(help.contains(name), "{name}");
    }
}

#[test]
fn a_wrong_feed_changes_nothing_and_says_why() {
    let dir = tempfile::tempdir().unwrap();
    let import = |file: &str, more: &[&str]| {
        let mut args = vec!["import", "offers", "--source", "mairies", "--format", "csv"];
        args.extend(more);
        args.push(file);
        passerelle(dir.path(), &args)
    };
    feed(&dir.path().join("full.csv"), 100, "a");
    feed(&dir.path().join("broken.csv"), 20, "a");
    let first = well(&import("full.csv", &[]));
    assert!(first.contains("new 100"), "{first}");
    let again = well(&import("full.csv", &[]));
    assert!(again.contains("new 0 · changed 0 · unchanged 100 · closed 0"), "{again}");
    let refused = import("broken.csv", &[]);
    assert!(!refused.status.success());
    assert!(text(&refused).contains("20 valid offers and 100 are live"), "{}", text(&refused));
    assert!(well(&passerelle(dir.path(), &["check"])).contains("open offers 100"));
    assert!(well(&import("broken.csv", &["--partial"])).contains("closed 0"));
    assert!(well(&import("broken.csv", &["--force"])).contains("closed 80"));
    // A header that is not ours, a file that is not there, a source that is no slug.
    std::fs::write(dir.path().join("odd.csv"), "a;b\n1;2\n").unwrap();
    assert!(text(&import("odd.csv", &[])).contains("titre"), "{}", text(&import("odd.csv", &[])));
    assert!(text(&import("absent.csv", &[])).contains("absent.csv"));
    assert!(well(&passerelle(dir.path(), &["check"])).contains("open offers 20"));
}

/// Old state or new state, never a mixture; the next run completes.
#[test]
fn an_import_killed_at_any_moment_leaves_old_or_new() {
    let dir = tempfile::tempdir().unwrap();
    let n = 2_000;
    feed(&dir.path().join("old.csv"), n, "ancien");
    feed(&dir.path().join("new.csv"), n, "nouveau");
    let args = |file: &'static str| ["import", "offers", "--source", "s", "--format", "csv", file];
    let started = std::time::Instant::now();
    well(&passerelle(dir.path(), &args("old.csv")));
    let mut whole = started.elapsed();
    let state = || {
        let out = dir.path().join("state.jsonl");
        well(&passerelle(dir.path(), &["backup", out.to_str().unwrap()]));
        let text = std::fs::read_to_string(out).unwrap();
        (text.matches("Cariste ancien").count(), text.matches("Cariste nouveau").count())
    };
    let mut files = ["new.csv", "old.csv"].into_iter().cycle();
    let (mut olds, mut news) = (0, 0);
    for i in 0..KILLS {
        let file = files.next().unwrap();
        let mut child = command(dir.path(), &args(file)).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let started = std::time::Instant::now();
        if i % 7 == 6 {
            // Left to its end: on a busy machine the others may all be killed before theirs. It also says
            // how long an import takes now.
            child.wait().unwrap();
            whole = started.elapsed();
        } else {
            // From the first moment to a little past the usual end.
            let wait = whole.mul_f64(1.1 * i as f64 / KILLS as f64);
            while started.elapsed() < wait && child.try_wait().unwrap().is_none() {
                std::thread::yield_now();
            }
            // Already ended is one of the moments, too.
            drop(child.kill());
            child.wait().unwrap();
        }
        match state() {
            (o, 0) if o == n => olds += 1,
            (0, w) if w == n => news += 1,
            mixture => panic!("kill {i}: a mixture: {mixture:?}"),
        }
    }
    assert!(olds > 0 && news > 0, "the kills fell on both sides: {olds} old, {news} new");
    well(&passerelle(dir.path(), &args("new.csv")));
    assert_eq!(state(), (0, n));
    well(&passerelle(dir.path(), &["check"]));
}

#[test]
fn a_backup_comes_back_the_same() {
    let dir = tempfile::tempdir().unwrap();
    well(&passerelle(dir.path(), &["demo"]));
    well(&passerelle(dir.path(), &["backup", "one.jsonl"]));
    let other = tempfile::tempdir().unwrap();
    let file = dir.path().join("one.jsonl");
    well(&passerelle(other.path(), &["restore", file.to_str().unwrap()]));
    well(&passerelle(other.path(), &["backup", "two.jsonl"]));
    let body = |path: &Path| {
        let text = std::fs::read_to_string(path).unwrap();
        let (_, rest) = text.split_once('\n').unwrap();
        rest.to_owned()
    };
    assert_eq!(body(&file), body(&other.path().join("two.jsonl")));
    let refused = passerelle(other.path(), &["restore", file.to_str().unwrap()]);
    assert!(!refused.status.success(), "a database that is not empty is never overwritten");
}

#[test]
fn the_official_files_are_read_as_published() {
    let Some(data) = shared_data() else { return };
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str| data.join(name).to_str().unwrap().to_owned();
    let (communes, laposte, clpe) =
        (file("places/communes_cog.csv.gz"), file("places/laposte_hexasmal.csv.gz"), file("places/clpe.csv.gz"));
    let places = well(&passerelle(dir.path(), &["import", "places", &communes, &laposte, &clpe]));
    assert!(places.contains("35014 communes"), "{places}");
    let again = well(&passerelle(dir.path(), &["import", "places", &communes, &laposte, &clpe]));
    assert!(again.contains("0 rows changed"), "{again}");
    let rome = well(&passerelle(dir.path(), &["import", "rome", &file("rome/rome_v460_utf8.zip")]));
    assert!(rome.contains("1584 occupations, 13120 appellations"), "{rome}");
}
