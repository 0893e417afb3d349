//! What became of a file, in words.

use crate::compare::Near;
use crate::error::{Error, FileProblem};
use crate::i18n::{Texts, labels, path_text};
use crate::identity::{Identity, Kind};

use super::message::{FileResult, Outcome, SkipReason};

/// A file's fate in one line.
pub fn line(result: &FileResult, texts: &Texts) -> String {
    let path = path_text(&result.path);
    match &result.outcome {
        Outcome::Imported { identity, observations, version_of, near, .. } => {
            let id = match (near, version_of) {
                (Some(_), _) => "import-near",
                (None, Some(_)) => "import-new-version",
                (None, None) => "import-done",
            };
            let line = texts.format(
                id,
                &[
                    ("path", path.into()),
                    ("report", described(identity, texts).into()),
                    ("count", (*observations).into()),
                    ("digits", near.as_ref().map_or_else(String::new, |near| digits(near, texts)).into()),
                ],
            );
            if is_unsure(identity) { texts.format("import-unsure", &[("line", line.into())]) } else { line }
        }
        Outcome::Already { .. } => texts.format("import-already", &[("path", path.into())]),
        Outcome::Skipped(reason) => {
            texts.format("import-skipped", &[("path", path.into()), ("why", skipped(reason, texts).into())])
        }
        Outcome::Failed(error) => {
            texts.format("import-failed", &[("path", path.into()), ("why", problem(error, texts).into())])
        }
    }
}

/// Numbers of a list that are told one by one.
const TOLD: usize = 5;

/// Which digits a report has otherwise than the version before it, which is nearly the same.
pub fn digits(near: &Near, texts: &Texts) -> String {
    if near.digits.is_empty() {
        return texts.get("near-no-digits");
    }
    let one = |number: &str| if number.is_empty() { texts.get("value-none") } else { number.to_owned() };
    let pair = |(before, after): &(String, String)| {
        texts.format("near-pair", &[("before", one(before).into()), ("after", one(after).into())])
    };
    let list = near.digits.iter().take(TOLD).map(pair).collect::<Vec<_>>().join(&texts.get("near-and"));
    let id = if near.digits.len() > TOLD { "near-digits-more" } else { "near-digits" };
    texts.format(id, &[("list", list.into()), ("count", near.digits.len().into())])
}

/// Whether neither place nor year could be told, so that it may be no report at all.
pub fn is_unsure(identity: &Identity) -> bool {
    identity.kind == Kind::Other && identity.jurisdiction.is_none() && identity.year.is_none()
}

/// A report in a few words: who, when, what.
pub fn described(identity: &Identity, texts: &Texts) -> String {
    let unknown = || texts.get("value-unknown");
    let place = || identity.jurisdiction.as_ref().map(|place| place.name.clone());
    let body = identity.body.name.clone().or_else(place).unwrap_or_else(unknown);
    let year = identity.year.map_or_else(unknown, |year| year.to_string());
    let kind = texts.get(labels::kind(identity.kind));
    texts.format("import-report", &[("body", body.into()), ("year", year.into()), ("kind", kind.into())])
}

/// A file's problem without its path, which the line names already.
pub fn problem(error: &Error, texts: &Texts) -> String {
    match error {
        Error::File { problem: FileProblem::NotAFile, .. } => texts.get("import-not-a-file"),
        Error::File { problem, path } => texts.file_problem(problem, path),
        other => texts.error(other),
    }
}

/// Why something was passed over.
pub fn skipped(reason: &SkipReason, texts: &Texts) -> String {
    match reason {
        SkipReason::UnknownType(ending) if ending.is_empty() => texts.get("skip-no-ending"),
        SkipReason::UnknownType(ending) => texts.format("skip-unknown-type", &[("ending", ending.as_str().into())]),
        SkipReason::Notes => texts.get("skip-notes"),
        SkipReason::Hidden => texts.get("skip-hidden"),
        SkipReason::Link => texts.get("skip-link"),
        SkipReason::NotAFile => texts.get("skip-not-a-file"),
        SkipReason::EmptyFolder => texts.get("skip-empty-folder"),
    }
}
