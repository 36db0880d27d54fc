//! Rules of the house that a line of code can be checked against. A failure names the file and the rule.

use std::fs;
use std::path::{Path, PathBuf};

const MAX_LINES: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Every Rust file of the workspace, as (path from the root, text).
fn rust_files() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for top in ["app", "server"] {
        walk(&root().join(top), &mut out);
    }
    assert!(out.len() > 40, "the walk finds the workspace");
    out
}

fn walk(dir: &Path, out: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(dir).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if !path.ends_with("target") && !path.ends_with("node_modules") {
                walk(&path, out);
            }
        } else if path.extension().is_some_and(|e| e == "rs") {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            out.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

fn complain(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The text before the tests at the end of a file.
fn outside_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut problems = Vec::new();
    for (name, text) in rust_files() {
        let lines = outside_tests(&text).lines().count();
        if !name.contains("/tests/") && lines > MAX_LINES {
            problems.push(format!("{name}: {lines} lines outside tests (at most {MAX_LINES}): split it by concept"));
        }
        if !text.starts_with("//!") {
            problems.push(format!("{name}: must open with //! (what lives here, who may call it)"));
        }
    }
    complain(&problems);
}

#[test]
fn nothing_is_left_undone_or_allowed_without_a_reason() {
    let mut problems = Vec::new();
    for (name, text) in rust_files().into_iter().filter(|(n, _)| !n.ends_with("tidy.rs")) {
        for (i, line) in text.lines().enumerate() {
            let at = format!("{name}:{}", i + 1);
            if line.contains("TODO") && !line.contains('#') {
                problems.push(format!("{at}: a TODO names an issue"));
            }
            if line.contains("#[allow(") || line.contains("#![allow(") {
                problems.push(format!("{at}: #[expect(…, reason = …)], not #[allow]"));
            }
            if line.contains("#[ignore") || line.contains("#[should_panic") {
                problems.push(format!("{at}: no ignored test, no should_panic"));
            }
            if line.contains("thread::sleep") || (name.contains("/tests/") && line.contains("time::sleep")) {
                problems.push(format!("{at}: wait for a condition, do not sleep"));
            }
        }
    }
    complain(&problems);
}

/// Which workspace crates and which outsiders a crate may name in its manifest.
#[test]
fn the_crate_graph_is_the_architecture() {
    let rules: &[(&str, &[&str])] = &[
        ("app/domain/Cargo.toml", &["leptos", "axum", "sqlx", "tokio", "tantivy", "app", "store", "search"]),
        ("app/Cargo.toml", &["sqlx", "axum ", "tantivy", "tokio", "server"]),
        ("server/import/Cargo.toml", &["leptos", "axum", "app", "store", "search", "sqlx", "tokio", "tantivy", "clap"]),
        ("server/demo/Cargo.toml", &["leptos", "axum", "app", "store", "search", "sqlx", "tokio", "tantivy"]),
        ("server/packs/Cargo.toml", &["leptos", "axum", "app", "demo", "import", "search", "sqlx", "tantivy"]),
        ("server/store/Cargo.toml", &["leptos", "axum", "app", "search", "tantivy"]),
        ("server/search/Cargo.toml", &["leptos", "axum", "app", "store", "sqlx", "tokio"]),
    ];
    let mut problems = Vec::new();
    for (manifest, forbidden) in rules {
        let text = fs::read_to_string(root().join(manifest)).unwrap();
        let dependencies = text.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap().to_owned();
        for line in dependencies.lines() {
            let name = line.split(['=', '.']).next().unwrap_or_default().trim();
            if forbidden.iter().any(|f| f.trim() == name) {
                problems.push(format!("{manifest}: must not depend on {name}"));
            }
        }
    }
    let client = fs::read_to_string(root().join("app/client/Cargo.toml")).unwrap();
    if !client.contains("crate-type = [\"cdylib\"]") {
        problems.push("app/client/Cargo.toml: cdylib only, a second crate type drops LTO".to_owned());
    }
    complain(&problems);
}

/// A crate of ours that the quick build forgets would be built as the release is: slowly, and the tests would miss its
/// overflows.
#[test]
fn the_quick_build_knows_every_native_crate() {
    let quick = fs::read_to_string(root().join("scripts/quick.toml")).unwrap();
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    // Those for the phone, and what only builds use.
    const OTHERS: &[&str] = &["app/client", "app/offline", "app/measured", "app/handover/web", "scripts/bindgen"];
    let members = workspace.split("members = [").nth(1).unwrap().split(']').next().unwrap();
    let members: Vec<&str> = members.split(',').map(|member| member.trim().trim_matches('"')).collect();
    assert!(members.len() > 10, "{members:?}");
    let mut problems = Vec::new();
    for member in members.iter().filter(|member| !OTHERS.contains(member)) {
        let manifest = fs::read_to_string(root().join(member).join("Cargo.toml")).unwrap();
        let name = manifest.split("name = \"").nth(1).unwrap().split('"').next().unwrap();
        if !quick.lines().any(|line| line.starts_with(&format!("{name} = {{ opt-level"))) {
            problems.push(format!("scripts/quick.toml: has no line for {name}"));
        }
    }
    complain(&problems);
}

#[test]
fn sql_and_the_environment_stay_where_they_belong() {
    let mut problems = Vec::new();
    for (name, text) in rust_files() {
        let code = outside_tests(&text);
        let in_tests = name.contains("/tests/") || name.contains("/examples/") || name.contains("/build/");
        if !name.starts_with("server/store/") && !in_tests && code.contains("sqlx::") {
            problems.push(format!("{name}: only store knows SQL"));
        }
        if !in_tests && !name.ends_with("server/src/config.rs") && code.contains("env::var") {
            problems.push(format!("{name}: settings are read in config.rs"));
        }
        if name.starts_with("app/src") && (code.contains("std::fs") || code.contains("SystemTime")) {
            problems.push(format!("{name}: pages read no file and no clock"));
        }
        if !in_tests && !name.starts_with("server/src/cli/") && code.contains("stdout()") {
            problems.push(format!("{name}: only commands print"));
        }
    }
    complain(&problems);
}

/// An async function is compiled again in each program and test that awaits it, with both drivers of the database.
#[test]
fn the_store_answers_boxed_futures() {
    let mut problems = Vec::new();
    for (name, text) in rust_files().into_iter().filter(|(n, _)| n.starts_with("server/store/src/")) {
        for (i, line) in outside_tests(&text).lines().enumerate() {
            if line.contains("    pub async fn") && line.contains("StoreError") {
                problems.push(format!("{name}:{}: answer a StoreFuture, not an async fn", i + 1));
            }
        }
    }
    complain(&problems);
}

/// A feature of the app uses another one only through what its `mod.rs` re-exports.
#[test]
fn features_keep_to_themselves() {
    const FEATURES: &[&str] =
        &["home", "offers", "skills", "trades", "trainings", "pathways", "embed", "applications", "account", "hub"];
    const SHARED: &[&str] = &["ui", "i18n", "url.rs", "error.rs"];
    let mut problems = Vec::new();
    for (name, text) in rust_files().into_iter().filter(|(n, _)| n.starts_with("app/src/")) {
        let inside = name.trim_start_matches("app/src/");
        let own = inside.split(['/', '.']).next().unwrap_or_default();
        let shared = SHARED.iter().any(|s| inside.starts_with(s));
        for (i, line) in outside_tests(&text).lines().enumerate() {
            for feature in FEATURES.iter().filter(|f| **f != own) {
                let deep = format!("crate::{feature}::");
                let Some(rest) = line.split(&deep).nth(1) else { continue };
                let at = format!("{name}:{}", i + 1);
                if shared {
                    problems.push(format!("{at}: knows no feature, but uses {feature}"));
                } else if rest.split([';', ',', '}', '(', ' ']).next().unwrap_or_default().contains("::") {
                    problems.push(format!("{at}: uses {feature} only through what its mod.rs re-exports"));
                }
            }
        }
    }
    complain(&problems);
}

#[test]
fn styles_are_logical_and_inline_styles_absent() {
    let mut problems = Vec::new();
    for (name, text) in rust_files().into_iter().filter(|(n, _)| n.starts_with("app/src/")) {
        if outside_tests(&text).contains(" style=") {
            problems.push(format!("{name}: no style attribute (the CSP forbids it)"));
        }
    }
    let mut sheets = Vec::new();
    css(&root().join("style"), &mut sheets);
    assert!(!sheets.is_empty());
    for (name, text) in sheets {
        for (i, line) in text.lines().enumerate() {
            let line = line.trim();
            let physical = [
                "margin-left",
                "margin-right",
                "padding-left",
                "padding-right",
                "border-left",
                "border-right",
                "left:",
                "right:",
                "text-align: left",
                "text-align: right",
                "float:",
            ];
            // Of four lengths the second and the last are right and left.
            let four = ["margin: ", "padding: ", "inset: "].iter().find_map(|p| line.strip_prefix(p));
            let sides = four.map_or_else(Vec::new, |value| lengths(value.trim_end_matches(';')));
            let lopsided = sides.len() == 4 && sides[1] != sides[3];
            if lopsided || physical.iter().any(|p| line.starts_with(p)) {
                problems.push(format!("{name}:{}: logical properties only ({line})", i + 1));
            }
            if line.contains("@import") || line.contains("@font-face") || line.contains("url(http") {
                problems.push(format!("{name}:{}: nothing is fetched from a style sheet", i + 1));
            }
        }
    }
    complain(&problems);
}

/// The lengths of a value; a function's arguments are one with it.
fn lengths(value: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = value.split(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == ' ' && depth == 0
    });
    parts.collect()
}

fn css(dir: &Path, out: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(dir).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            css(&path, out);
        } else if path.extension().is_some_and(|e| e == "css") {
            out.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}
