//! What a worker is asked to do, and how it goes through the pipe.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::frame::{self, Tag};
use crate::intake::Slot;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Read the bytes of a file; of its name only the ending counts.
    Parse { name: PathBuf, bytes: Arc<Vec<u8>> },
    /// Tell what lies in the archive at this place.
    List(PathBuf),
    /// Give the bytes of a file in the archive at this place, so many at most.
    Unpack(PathBuf, Slot, u64),
}

impl Order {
    /// Bytes that go to the worker with it.
    pub fn len(&self) -> usize {
        if let Self::Parse { bytes, .. } = self { bytes.len() } else { 0 }
    }

    /// Sends it.
    pub fn write(&self, to: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Parse { name, bytes } => {
                frame::write(to, Tag::Name, &path_bytes(name))?;
                frame::write(to, Tag::Bytes, bytes)
            }
            Self::List(path) => {
                frame::write(to, Tag::Archive, &path_bytes(path))?;
                frame::write(to, Tag::List, &[])
            }
            Self::Unpack(path, slot, left) => {
                frame::write(to, Tag::Archive, &path_bytes(path))?;
                frame::write(to, Tag::Unpack, &postcard::to_stdvec(&(slot, left)).map_err(io::Error::other)?)
            }
        }
    }

    /// Receives one; fails at the end of the pipe, and on anything that is none.
    pub fn read(from: &mut impl Read) -> io::Result<Self> {
        let (kind, name) = frame::read(from)?;
        let (what, payload) = frame::read(from)?;
        let path = path(name);
        match (kind, what) {
            (Tag::Name, Tag::Bytes) => Ok(Self::Parse { name: path, bytes: Arc::new(payload) }),
            (Tag::Archive, Tag::List) => Ok(Self::List(path)),
            (Tag::Archive, Tag::Unpack) => {
                let (slot, left) = postcard::from_bytes(&payload).map_err(io::Error::other)?;
                Ok(Self::Unpack(path, slot, left))
            }
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

/// A path as it is, also where it is no Unicode.
#[cfg(unix)]
fn path_bytes(path: &Path) -> Vec<u8> {
    std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec()
}

/// A path that is no Unicode, which hardly exists here, is told as not found.
#[cfg(not(unix))]
fn path_bytes(path: &Path) -> Vec<u8> {
    path.to_string_lossy().into_owned().into_bytes()
}

#[cfg(unix)]
fn path(bytes: Vec<u8>) -> PathBuf {
    let path: std::ffi::OsString = std::os::unix::ffi::OsStringExt::from_vec(bytes);
    path.into()
}

#[cfg(not(unix))]
fn path(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_come_out_as_they_went_in() {
        let mut pipe = Vec::new();
        // No Unicode where the system allows it.
        let odd = path(b"/\xB1\xA8 \xE5\xB9\xB4/a.zip".to_vec());
        let slot: Slot = postcard::from_bytes(&[1, 3, 7]).unwrap();
        let orders = [
            Order::Parse { name: "甲.docx".into(), bytes: Arc::new(b"x".to_vec()) },
            Order::List(odd.clone()),
            Order::Unpack(odd, slot, 1 << 40),
        ];
        orders.iter().for_each(|order| order.write(&mut pipe).unwrap());
        let mut rest = pipe.as_slice();
        for order in orders {
            assert_eq!(Order::read(&mut rest).unwrap(), order);
        }
        assert!(Order::read(&mut rest).is_err(), "the end");
        let mut mixed = Vec::new();
        frame::write(&mut mixed, Tag::Name, b"a").unwrap();
        frame::write(&mut mixed, Tag::List, b"").unwrap();
        assert!(Order::read(&mut mixed.as_slice()).is_err());
    }
}
