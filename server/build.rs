//! Has the server built again when the site's files change: they go into the binary, and cargo by
//! itself does not see a folder that comes into being.

use std::fs;
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    // A folder that is not there would count as changed at every build.
    fs::create_dir_all("../target/site")?;
    println!("cargo::rerun-if-changed=../target/site");
    if Path::new("../public").exists() {
        println!("cargo::rerun-if-changed=../public");
    }
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}
