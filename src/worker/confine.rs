//! What a worker does to itself before it touches a file.

use std::fs::File;
use std::io;

/// Bounds the process and takes standard output for the answers alone: whatever else prints goes nowhere.
#[cfg(unix)]
pub(super) fn confine() -> io::Result<File> {
    use std::os::fd::AsFd;

    use rustix::process::{Resource, Rlimit, setrlimit};

    let limit = |most| Rlimit { current: Some(most), maximum: Some(most) };
    // A system without such a limit still has the other bounds; macOS takes this one and does not keep to it.
    setrlimit(Resource::As, limit(crate::intake::limits::MEMORY)).ok();
    // The picture of a crashed worker's memory would hold the user's file.
    setrlimit(Resource::Core, limit(0)).ok();
    let answers = io::stdout().as_fd().try_clone_to_owned()?;
    rustix::stdio::dup2_stdout(File::options().write(true).open("/dev/null")?)?;
    Ok(answers.into())
}

/// Takes standard output for the answers. No bound on memory here: Windows has it in job objects alone, for which no
/// safe crate sets the bound on committed memory.
#[cfg(windows)]
pub(super) fn confine() -> io::Result<File> {
    use std::os::windows::io::AsHandle;

    Ok(io::stdout().as_handle().try_clone_to_owned()?.into())
}
