//! The binary: hands the arguments to the command line and leaves with its status.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(faheng::cli::main() as u8)
}
