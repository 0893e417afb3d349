//! The compound files of old Office: chains in circles, and Word documents that lie about themselves.

use std::io::{Cursor, Write as _};

use crate::case::{Case, PARAGRAPHS, cuts};

const SECTOR: usize = 512;

/// A compound file with these streams, each of 4,096 bytes at least, so that none goes into the short one.
fn file(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
    }
    file.into_inner().into_inner()
}

/// Where the sector with this number, that stands in the head of the file at `at`, begins.
fn sector(file: &[u8], at: usize) -> usize {
    let number = u32::from_le_bytes(file[at..at + 4].try_into().unwrap());
    (number as usize + 1) * SECTOR
}

/// The first table of sectors.
fn table(file: &[u8]) -> usize {
    sector(file, 0x4C)
}

/// The entry of the folder with this number; the root is the first.
fn entry(file: &[u8], number: usize) -> usize {
    assert!(number < SECTOR / 128, "in the first sector of the folder");
    sector(file, 0x30) + number * 128
}

/// A Word document of one piece. `change` may alter its head and its table.
fn word(change: impl Fn(&mut Vec<u8>, &mut Vec<u8>)) -> Vec<u8> {
    let (main, table) = streams(change);
    file(&[("WordDocument", main), ("1Table", table)])
}

fn streams(change: impl Fn(&mut Vec<u8>, &mut Vec<u8>)) -> (Vec<u8>, Vec<u8>) {
    let text: Vec<u16> = PARAGRAPHS.iter().flat_map(|text| text.encode_utf16().chain([13])).collect();
    let characters = text.len() as u32;
    let mut main = vec![0; 2048];
    main[..4].copy_from_slice(&[0xEC, 0xA5, 0xC1, 0]);
    main[0x0A..0x0C].copy_from_slice(&0x1200_u16.to_le_bytes());
    main[0x20..0x22].copy_from_slice(&14_u16.to_le_bytes());
    main[0x3E..0x40].copy_from_slice(&22_u16.to_le_bytes());
    main[0x4C..0x50].copy_from_slice(&characters.to_le_bytes());
    main[0x98..0x9A].copy_from_slice(&93_u16.to_le_bytes());
    // Where the pieces stand in the table: the 33rd pair.
    main[0x9A + 33 * 8 + 4..0x9A + 34 * 8].copy_from_slice(&21_u32.to_le_bytes());
    main.extend(text.iter().flat_map(|unit| unit.to_le_bytes()));
    let mut table = vec![2];
    table.extend(16_u32.to_le_bytes());
    table.extend([0_u32, characters].iter().flat_map(|at| at.to_le_bytes()));
    table.extend([0, 0]);
    table.extend(2048_u32.to_le_bytes());
    table.extend([0, 0]);
    change(&mut main, &mut table);
    main.resize(main.len().max(4096), 0);
    table.resize(table.len().max(4096), 0);
    (main, table)
}

pub fn good() -> Vec<u8> {
    word(|_, _| {})
}

fn changed(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut file = good();
    file[at..at + bytes.len()].copy_from_slice(bytes);
    file
}

pub fn cases() -> Vec<Case> {
    let whole = good();
    let (table, folder) = (table(&whole), entry(&whole, 0));
    // The chain of the text's stream, which is the first after the root.
    let start = u32::from_le_bytes(whole[folder + 128 + 116..][..4].try_into().unwrap());
    let chain = table + start as usize * 4;
    let number = |number: u32| number.to_le_bytes();
    let circle: Vec<u8> = (0..128_u32).flat_map(|_| number(0)).collect();
    let package = file(&[("EncryptedPackage", vec![7; 4096]), ("EncryptionInfo", vec![4; 4096])]);
    let piece = |at: usize, value: u32| word(move |_, table| table[at..at + 4].copy_from_slice(&number(value)));
    let fact = |at: usize, value: u32| word(move |main, _| main[at..at + 4].copy_from_slice(&number(value)));
    let mut cases = cuts("doc", &whole);
    cases.extend(cuts("wps", &whole));
    cases.extend([
        Case::refused("a chain of itself.doc", changed(chain, &number(start))),
        Case::refused("a chain that leads outside.doc", changed(chain, &number(0x7FFF_FFFF))),
        Case::refused("a chain that ends too soon.doc", changed(chain, &number(0xFFFF_FFFE))),
        Case::refused("all chains in a circle.doc", changed(table, &circle)),
        Case::either("no table of sectors.doc", changed(table, &[0xAA; SECTOR])),
        Case::read("sectors without number.doc", changed(0x2C, &number(0x7FFF_FFFF))),
        Case::either("tables in a circle.doc", changed(0x44, &[number(0), number(0x7FFF_FFFF)].concat())),
        Case::either(
            "entries in a circle.doc",
            changed(folder + 128 + 68, &[number(1), number(1), number(1)].concat()),
        ),
        Case::either("a root of itself.doc", changed(folder + 76, &number(0))),
        Case::either("a stream of all the world.doc", changed(folder + 128 + 120, &[0xFF; 8])),
        Case::either("sectors of no size.doc", changed(0x1E, &[0xFF, 0xFF])),
        Case::refused("only a head.doc", &whole[..8]),
        Case::refused("no document.doc", file(&[("Workbook", vec![9; 4096])])),
        Case::refused("behind a password.docx", package),
        Case::refused("behind an old password.doc", fact(0x0A, 0x1300)),
        Case::refused("Word 95.doc", fact(0, 0x0068_A5DC)),
        Case::either("pieces that overlap.doc", piece(5, 0x7FFF_FFFF)),
        Case::either("a piece from outside.doc", piece(15, 0x3FFF_FFFF)),
        Case::either("pieces without end.doc", piece(1, 0x7FFF_FFFF)),
        Case::either("characters without number.doc", fact(0x4C, 0x7FFF_FFFF)),
        Case::either("characters below zero.doc", fact(0x4C, 0x8000_0000)),
        Case::either("pieces nowhere.doc", fact(0x9A + 33 * 8, 0x7FFF_FFFF)),
    ]);
    cases
}
