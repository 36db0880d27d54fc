//! The binary `passerelle`: reads the command line, starts the runtime, leaves the rest to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::main()
}
