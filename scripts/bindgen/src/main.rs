//! `bindgen <web|no-modules> <wasm> <folder>`: what the command `wasm-bindgen` does, without its test runners and
//! its downloads, and of the version in the lock file. Called by `scripts/build-site` and `scripts/build-measured`.

use std::env::args;
use std::path::Path;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

const USAGE: &str = "usage: bindgen <web|no-modules> <wasm> <folder>";

fn main() -> ExitCode {
    let args: Vec<String> = args().skip(1).collect();
    let [target, wasm, folder] = args.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    match write(target, wasm, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bindgen: {wasm}: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Writes `<folder>/<name>.js` and `<folder>/<name>_bg.wasm`, the name being the file's.
fn write(target: &str, wasm: &str, folder: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    // Without causes, an error of the library often says only that something failed.
    let chain = |error| format!("{error:#}");
    match target {
        "web" => bindgen.web(true).map_err(chain)?,
        "no-modules" => bindgen.no_modules(true).map_err(chain)?,
        _ => return Err(USAGE.to_owned()),
    };
    bindgen.input_path(Path::new(wasm)).typescript(false).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(Path::new(folder)).map_err(chain)
}
