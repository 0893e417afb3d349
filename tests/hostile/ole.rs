//! The compound files of old Office: chains in circles, and Word documents that lie about themselves.

use crate::case::{Case, PARAGRAPHS, cuts};

const SECTOR: usize = 512;
const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const FAT: u32 = 0xFFFF_FFFD;

/// A compound file with these streams, each of 4,096 bytes at least, so that none goes into the short one.
fn file(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut sectors: Vec<u8> = Vec::new();
    let mut table: Vec<u32> = Vec::new();
    let mut entries = entry("Root Entry", 5, 1, END, 0);
    for (number, (name, bytes)) in streams.iter().enumerate() {
        let start = table.len();
        let count = bytes.len().div_ceil(SECTOR);
        table.extend((start + 1..start + count).map(|next| next as u32).chain([END]));
        sectors.extend(bytes);
        sectors.resize(table.len() * SECTOR, 0);
        entries.extend(entry(name, 2, 0, start as u32, bytes.len()));
        let right = if number + 1 < streams.len() { number as u32 + 2 } else { FREE };
        let at = (number + 1) * 128 + 72;
        entries[at..at + 4].copy_from_slice(&right.to_le_bytes());
    }
    let folder = table.len() as u32;
    let count = entries.len().div_ceil(SECTOR);
    table.extend((1..count).map(|next| folder + next as u32).chain([END]));
    sectors.extend(entries);
    sectors.resize(table.len() * SECTOR, 0);
    let place = table.len() as u32;
    table.push(FAT);
    table.resize(SECTOR / 4, FREE);
    sectors.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    [head(folder, place), sectors].concat()
}

fn head(folder: u32, table: u32) -> Vec<u8> {
    let mut head = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    head.extend([0; 16]);
    head.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
    for number in [0, 1, folder, 0, 4096, END, 0, END, 0, table] {
        head.extend(number.to_le_bytes());
    }
    head.resize(SECTOR, 0xFF);
    head
}

fn entry(name: &str, kind: u8, child: u32, start: u32, size: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = entry.len() as u16 + 2;
    entry.resize(64, 0);
    entry.extend(length.to_le_bytes());
    entry.extend([kind, 1]);
    let child = if child == 0 { FREE } else { child };
    [FREE, FREE, child].iter().for_each(|number| entry.extend(number.to_le_bytes()));
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend((size as u64).to_le_bytes());
    entry
}

/// A Word document of one piece. `change` may alter its head and its table.
fn word(change: impl Fn(&mut Vec<u8>, &mut Vec<u8>)) -> Vec<u8> {
    let (main, table) = streams(change);
    file(&[("WordDocument", main), ("1Table", table)])
}

/// The same in a container that keeps all of the standard.
pub fn readable() -> Vec<u8> {
    use std::io::{Cursor, Write as _};
    let (main, table) = streams(|_, _| {});
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("WordDocument").unwrap().write_all(&main).unwrap();
    file.create_stream("1Table").unwrap().write_all(&table).unwrap();
    file.into_inner().into_inner()
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
    let table = whole.len() - SECTOR;
    let folder = table - SECTOR;
    let number = |number: u32| number.to_le_bytes();
    let circle: Vec<u8> = (0..128_u32).flat_map(|_| number(0)).collect();
    let package = file(&[("EncryptedPackage", vec![7; 4096]), ("EncryptionInfo", vec![4; 4096])]);
    let piece = |at: usize, value: u32| word(move |_, table| table[at..at + 4].copy_from_slice(&number(value)));
    let fact = |at: usize, value: u32| word(move |main, _| main[at..at + 4].copy_from_slice(&number(value)));
    let mut cases = cuts("doc", &whole);
    cases.extend(cuts("wps", &whole));
    cases.extend([
        Case::either("a chain in a circle.doc", changed(table, &circle)),
        Case::either("a chain that leads outside.doc", changed(table, &number(0x7FFF_FFFF))),
        Case::either("no table of sectors.doc", changed(table, &[0xAA; SECTOR])),
        Case::refused("sectors without number.doc", changed(0x2C, &number(0x7FFF_FFFF))),
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
