//! Has the server built again when the site's files change, where they go into the binary: cargo by itself does not
//! see a folder that comes into being. A quick build (`scripts/quick.toml`) reads them from disk and needs none of this.

#![expect(clippy::print_stdout, reason = "this is how a build script speaks to Cargo")]
#![expect(clippy::disallowed_methods, reason = "a build script reads what Cargo sets")]

use std::fs;
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build");
    // A folder that is not there would count as changed at every build.
    fs::create_dir_all("../target/site")?;
    let quick = std::env::var("OPT_LEVEL").is_ok_and(|level| level == "0");
    if !quick {
        println!("cargo::rerun-if-changed=../target/site");
        if Path::new("../public").exists() {
            println!("cargo::rerun-if-changed=../public");
        }
    }
    Ok(())
}
