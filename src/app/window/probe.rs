//! Whether a window can be opened at all, found out before the toolkit is started: it panics on some of these.

use std::env;
use std::ffi::OsString;

use crate::i18n::Arg;

/// Reads keyboards of X displays; the toolkit panics without it. In two pieces: whole words with hyphens are ids of
/// texts in this folder.
const XKB_X11: &str = concat!("libxkbcommon", "-x11");

/// Why there is no window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoWindow {
    /// Neither `DISPLAY` nor `WAYLAND_DISPLAY` is set.
    NoDisplay,
    /// The display that is named does not answer.
    NoServer {
        /// As the variable names it.
        display: String,
    },
    /// A system library that the toolkit needs is missing.
    NoLibrary {
        /// Its name.
        library: &'static str,
    },
    /// There is no OpenGL, or too little of it.
    NoOpenGl {
        /// The toolkit's words.
        detail: String,
    },
    /// Anything else.
    Other {
        /// The toolkit's words.
        detail: String,
    },
}

impl NoWindow {
    /// The sentence that says it: the id of a text and its arguments.
    pub fn sentence(&self) -> (&'static str, Vec<(&'static str, Arg<'_>)>) {
        match self {
            Self::NoDisplay => ("no-window-display", Vec::new()),
            Self::NoServer { display } => ("no-window-server", vec![("display", display.as_str().into())]),
            Self::NoLibrary { library } => ("no-window-library", vec![("library", (*library).into())]),
            Self::NoOpenGl { detail } => ("no-window-opengl", vec![("detail", detail.as_str().into())]),
            Self::Other { detail } => ("no-window-other", vec![("detail", detail.as_str().into())]),
        }
    }

    /// The reason behind a failure of the toolkit.
    pub(super) fn from_failure(detail: String) -> Self {
        let lower = detail.to_lowercase();
        if lower.contains("xkbcommon") {
            return Self::NoLibrary { library: XKB_X11 };
        }
        // It went away between the probe and the start.
        if lower.contains("connection to x server") {
            let display = env::var_os("DISPLAY").unwrap_or_default();
            return Self::NoServer { display: display.to_string_lossy().into_owned() };
        }
        if ["opengl", "glutin", "egl", "glx", "gl context", "no suitable"].iter().any(|word| lower.contains(word)) {
            return Self::NoOpenGl { detail };
        }
        Self::Other { detail }
    }
}

/// A display that answers, or why there is none.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn display() -> Result<(), NoWindow> {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let wayland = named("WAYLAND_DISPLAY");
    if wayland.as_deref().is_some_and(unix::wayland_answers) {
        return Ok(());
    }
    let Some(x11) = named("DISPLAY") else {
        return Err(wayland.map_or(NoWindow::NoDisplay, |display| no_server(&display)));
    };
    if !unix::x11_answers(&x11) {
        return Err(no_server(&x11));
    }
    unix::libraries()
}

/// Other systems have a window wherever a user is logged in; what fails there fails in the toolkit.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn display() -> Result<(), NoWindow> {
    Ok(())
}

#[cfg(all(unix, not(target_os = "macos")))]
fn no_server(display: &OsString) -> NoWindow {
    NoWindow::NoServer { display: display.to_string_lossy().into_owned() }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod unix {
    use std::env;
    use std::ffi::OsStr;
    use std::os::unix::net::UnixStream;
    use std::path::{Path, PathBuf};

    use super::NoWindow;

    /// Whether something listens on a Wayland socket of that name or path.
    pub fn wayland_answers(display: &OsStr) -> bool {
        let path = Path::new(display);
        let path = match env::var_os("XDG_RUNTIME_DIR") {
            Some(folder) if path.is_relative() => PathBuf::from(folder).join(path),
            _ => path.to_owned(),
        };
        UnixStream::connect(path).is_ok()
    }

    /// Whether something listens on an X display such as `:0` or `unix:1.0`; one on another machine is left to the
    /// toolkit, since nothing here opens a connection to another machine.
    pub fn x11_answers(display: &OsStr) -> bool {
        let Some((host, number)) = display.to_str().and_then(|display| display.rsplit_once(':')) else { return false };
        if !matches!(host, "" | "unix") {
            return true;
        }
        let number = number.split('.').next().unwrap_or_default();
        number.bytes().all(|digit| digit.is_ascii_digit())
            && (UnixStream::connect(format!("/tmp/.X11-unix/X{number}")).is_ok() || abstract_answers(number))
    }

    #[cfg(target_os = "linux")]
    fn abstract_answers(number: &str) -> bool {
        use std::os::linux::net::SocketAddrExt as _;
        use std::os::unix::net::SocketAddr;
        let address = SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}"));
        address.is_ok_and(|address| UnixStream::connect_addr(&address).is_ok())
    }

    #[cfg(not(target_os = "linux"))]
    fn abstract_answers(_: &str) -> bool {
        false
    }

    /// The libraries that the toolkit loads while it starts, and panics without.
    pub fn libraries() -> Result<(), NoWindow> {
        if xkbcommon_dl::xkbcommon_option().is_none() {
            return Err(NoWindow::NoLibrary { library: "libxkbcommon" });
        }
        match xkbcommon_dl::x11::xkbcommon_x11_option() {
            Some(_) => Ok(()),
            None => Err(NoWindow::NoLibrary { library: super::XKB_X11 }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_toolkit_s_words_are_told_apart() {
        let told = |words: &str| NoWindow::from_failure(words.to_owned());
        assert!(matches!(told("Library libxkbcommon-x11.so could not be loaded"), NoWindow::NoLibrary { .. }));
        assert!(matches!(told("Found no glutin configs matching the template"), NoWindow::NoOpenGl { .. }));
        let gone = told("winit EventLoopError: os error at src/mod.rs:788: Failed to open connection to X server");
        assert!(matches!(gone, NoWindow::NoServer { .. }), "{gone:?}");
        assert!(matches!(told("something else"), NoWindow::Other { .. }));
    }
}
