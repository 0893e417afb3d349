//! What the user says of the files: their encoding, the pattern of their names.

use super::{Misuse, bad};
use crate::identity::NameTemplate;
use crate::intake::Encoding;

/// The encoding of that name.
pub(super) fn encoding(value: &str) -> Result<Encoding, Misuse> {
    Encoding::named(value).ok_or_else(|| bad("--encoding", value))
}

/// The pattern that file names follow.
pub(super) fn template(value: &str) -> Result<NameTemplate, Misuse> {
    NameTemplate::parse(value).map_err(Misuse::BadTemplate)
}
