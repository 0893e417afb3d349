//! Sentences of the command line itself: misuse of arguments, help.

use std::path::Path;

use crate::i18n::Texts;

use super::args::{Misuse, Topic};

/// The help text of a subcommand, or of all.
pub fn help(topic: Option<Topic>) -> &'static str {
    match topic {
        None | Some(Topic::Help) => "help-all",
        Some(Topic::Import) => "help-import",
        Some(Topic::Extract) => "help-extract",
        Some(Topic::List) => "help-list",
        Some(Topic::Indicators) => "help-indicators",
        Some(Topic::Catalogue) => "help-catalogue",
        Some(Topic::Series) => "help-series",
        Some(Topic::Compare) => "help-compare",
        Some(Topic::Chart) => "help-chart",
        Some(Topic::Where) => "help-where",
    }
}

/// Why the arguments make no sense, and what to write instead.
pub fn misuse(misuse: &Misuse, texts: &Texts) -> String {
    let one = |id: &str, name: &'static str, value: &str| texts.format(id, &[(name, value.into())]);
    match misuse {
        Misuse::UnknownWord { word, near } if near.is_empty() => one("misuse-unknown-word", "word", word),
        Misuse::UnknownWord { word, near } => {
            let near = texts.list(near);
            texts.format("misuse-unknown-word-near", &[("word", word.as_str().into()), ("near", near.into())])
        }
        Misuse::UnknownOption(option) if option.contains('.') || Path::new(option).exists() => {
            one("misuse-option-or-file", "option", option)
        }
        Misuse::UnknownOption(option) => one("misuse-unknown-option", "option", option),
        Misuse::MissingValue(option) => one("misuse-missing-value", "option", option),
        Misuse::BadValue { option, value } => {
            let allowed = texts.get(allowed(option));
            let (option, value) = (option.as_str().into(), value.as_str().into());
            texts.format("misuse-bad-value", &[("option", option), ("value", value), ("allowed", allowed.into())])
        }
        Misuse::NoFiles(command) => one("misuse-no-files", "command", command),
        Misuse::NoIndicator(command) => one("misuse-no-indicator", "command", command),
        Misuse::NoTask => texts.get("misuse-no-task"),
        Misuse::NoOut => texts.get("misuse-no-out"),
        Misuse::UnknownPicture(path) => one("misuse-unknown-picture", "path", path),
        Misuse::NoPlace(command) => one("misuse-no-place", "command", command),
        Misuse::TooManySides => texts.get("misuse-too-many-sides"),
        Misuse::OneSide => texts.get("misuse-one-side"),
        Misuse::TwiceYears => texts.get("misuse-twice-years"),
        Misuse::BadTemplate(problem) => texts.template_problem(problem),
        Misuse::Unexpected(word) => one("misuse-unexpected", "word", word),
        Misuse::NotUnicode(word) => one("misuse-not-unicode", "word", word),
    }
}

/// What an option takes.
fn allowed(option: &str) -> &'static str {
    match option {
        "--lang" => "allowed-lang",
        "--encoding" => "allowed-encoding",
        "--nature" => "allowed-nature",
        "--years" => "allowed-years",
        "--kind" => "allowed-kind",
        "--preset" => "allowed-preset",
        "--width-mm" | "--height-mm" => "allowed-length",
        "--dpi" => "allowed-dpi",
        _ => "allowed-nothing",
    }
}
