//! Archives of reports.

use std::io::{Cursor, Write as _};
use std::path::Path;

use faheng::error::FileProblem;
use faheng::intake::Archive;
use zip::write::SimpleFileOptions;

use crate::ofd::zipped;
use crate::same::report_ofd;

/// An archive whose names are the bytes given.
fn archive(members: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (i, (_, bytes)) in members.iter().enumerate() {
        writer.start_file(format!("@{i:03}"), SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    let mut made = writer.finish().unwrap().into_inner();
    for (i, (name, _)) in members.iter().enumerate() {
        // The names are put in as they stand, padded with blanks that no one sees.
        rename(&mut made, format!("@{i:03}").as_bytes(), name);
    }
    made
}

/// Puts another name of the same length in both places where it stands.
fn rename(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> =
        bytes.windows(from.len()).enumerate().filter(|(_, w)| *w == from).map(|(at, _)| at).collect();
    assert_eq!(places.len(), 2);
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
}

fn open(bytes: &[u8]) -> Archive<Cursor<&[u8]>> {
    Archive::open(Path::new("报告/全市.zip"), bytes).unwrap().unwrap()
}

fn paths(archive: &Archive<Cursor<&[u8]>>) -> Vec<String> {
    archive.members().iter().map(|member| member.path.to_string_lossy().into_owned()).collect()
}

#[test]
fn names_in_gbk_and_in_utf8() {
    let gbk = encoding_rs::GB18030.encode("云溪").0.into_owned();
    let bytes = archive(&[(&gbk, b"one"), ("溪a".as_bytes(), b"two"), (b"b\\.1", b"three")]);
    let mut archive = open(&bytes);
    assert_eq!(paths(&archive), ["报告/全市.zip/云溪", "报告/全市.zip/溪a"]);
    let member = archive.members()[0].clone();
    assert_eq!((archive.bytes(&member).unwrap(), member.size), (b"one".to_vec(), 3));
}

#[test]
fn unsafe_and_hidden_names_are_left_out() {
    let names: [&[u8]; 7] = [b"../a", b"/etc", b"C:\\a", b"a/..", b".DS_", b"~$ab", b"good"];
    let members: Vec<(&[u8], &[u8])> = names.iter().map(|name| (*name, &b"x"[..])).collect();
    let members: Vec<(Vec<u8>, &[u8])> =
        members.into_iter().map(|(name, bytes)| ([name, b"    "].concat()[..4].to_vec(), bytes)).collect();
    let members: Vec<(&[u8], &[u8])> = members.iter().map(|(name, bytes)| (name.as_slice(), *bytes)).collect();
    assert_eq!(paths(&open(&archive(&members))), ["报告/全市.zip/good"]);
}

#[test]
fn a_document_is_no_archive() {
    let docx = std::fs::read(crate::data("report/python-docx.docx")).unwrap();
    for bytes in [docx, report_ofd(), b"text".to_vec()] {
        assert!(Archive::open(Path::new("x.zip"), &bytes).is_none());
    }
    assert!(matches!(Archive::open(Path::new("x.zip"), b"PK\x03\x04...."), Some(Err(FileProblem::Damaged(_)))));
}

#[test]
fn what_one_opening_leaves_is_what_another_may_unpack() {
    let bytes = archive(&[(b"a.md", b"four"), (b"b.md", b"five!")]);
    let mut first = open(&bytes);
    let members = first.members().to_vec();
    let whole = first.left();
    first.bytes(&members[0]).unwrap();
    assert_eq!(first.left(), whole - 4);
    let mut second = open(&bytes);
    second.allow(4);
    assert!(matches!(second.bytes(&members[1]), Err(FileProblem::Swollen { .. })));
    assert!(second.bytes(&members[0]).is_ok());
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let zeros = vec![b' '; 12 << 20];
    let bomb = archive(&[(b"a.md", &zeros)]);
    let mut bomb = open(&bomb);
    let member = bomb.members()[0].clone();
    assert!(matches!(bomb.bytes(&member), Err(FileProblem::Swollen { .. })));
    // What counts is the sum over all members.
    let noise: Vec<u8> = (0..20_u32 << 20).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let many: Vec<(String, &[u8])> = (0..14).map(|i| (format!("{i:02}.t"), noise.as_slice())).collect();
    let many: Vec<(&[u8], &[u8])> = many.iter().map(|(name, bytes)| (name.as_bytes(), *bytes)).collect();
    let many = archive(&many);
    let mut many = open(&many);
    let members = many.members().to_vec();
    let read = members.iter().filter(|member| many.bytes(member).is_ok()).count();
    assert_eq!(read, 12);
    let entries: Vec<(String, String)> = (0..2_001).map(|i| (format!("{i}.txt"), String::new())).collect();
    let entries = zipped(&entries);
    assert!(matches!(Archive::open(Path::new("x.zip"), &entries), Some(Err(FileProblem::Crowded { .. }))));
}
