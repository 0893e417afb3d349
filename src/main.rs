//! The binary: arguments → window or command line. Only here the process is left.

use std::process::ExitCode;

use faheng::{cli, intake, worker};

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().skip(1).collect();
    if args.first().is_some_and(|first| first == worker::ARGUMENT) {
        return worker::serve(intake::parse);
    }
    worker::use_program(worker::this_program());
    #[cfg(feature = "gui")]
    if let Some(wish) = cli::window(&args)
        && let Some(status) = window(&wish)
    {
        return ExitCode::from(status as u8);
    }
    ExitCode::from(cli::main(args) as u8)
}

/// Runs the window to its end; `None` where there is none, which has been said then.
#[cfg(feature = "gui")]
fn window(wish: &cli::Wish) -> Option<cli::Status> {
    use faheng::app::{self, Outcome, Start};

    let trouble = cli::use_catalogue(wish);
    let cli::Wish { paths, files, named, locale, .. } = wish.clone();
    match app::run(Start { paths, files, named, locale, system: cli::system_locale(), trouble }) {
        Outcome::Closed => Some(cli::Status::Done),
        Outcome::None(why) => {
            let (id, arguments) = why.sentence();
            cli::say_no_window(id, &arguments, wish);
            None
        }
        Outcome::Crashed(detail) => {
            cli::say_crashed(&detail, wish);
            Some(cli::Status::Failed)
        }
    }
}
