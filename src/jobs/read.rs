//! A reader's work on one file: its bytes, the steps, the packing. Whatever happens stays with this file.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::import::Read;
use super::list::Entry;
use super::message::Outcome;
use crate::error::{Error, FileProblem, panic_words};
use crate::intake;
use crate::store::{Packed, ReportId};

/// What a reader hands to the writer.
pub(super) enum Product {
    /// To be added.
    Ready(Box<Packed>),
    /// Nothing to add.
    Settled(Outcome),
}

/// Works on one entry of the list. `known` are the files that the library had at the start.
pub(super) fn produce(entry: &mut Entry, read: &Read, known: &BTreeMap<[u8; 32], ReportId>) -> Product {
    if let Some(outcome) = entry.settled.take() {
        return Product::Settled(outcome);
    }
    let work = || {
        let bytes = match &entry.inside {
            Some(inside) => inside.bytes().map_err(|problem| Error::file(problem, &entry.path))?,
            None => intake::bytes(&entry.path)?,
        };
        let sha256: [u8; 32] = Sha256::digest(&bytes).into();
        if let Some(&id) = known.get(&sha256) {
            return Ok(Product::Settled(Outcome::Already { id }));
        }
        pack(&entry.path, bytes, read)
    };
    // A file that breaks a step costs this file alone.
    let product = catch_unwind(AssertUnwindSafe(work));
    match product.unwrap_or_else(|panic| Err(Error::file(FileProblem::Damaged(panic_words(&*panic)), &entry.path))) {
        Ok(product) => product,
        // Its ending promised a report: content that is something else is no stranger to pass over.
        Err(error) => Product::Settled(Outcome::Failed(error)),
    }
}

fn pack(path: &Path, bytes: Vec<u8>, read: &Read) -> Result<Product, Error> {
    // The steps take the bytes; the copy is a small part of what they make of them.
    let reading = read(path, bytes.clone())?;
    Ok(Product::Ready(Box::new(Packed::new(&reading, &bytes)?)))
}
