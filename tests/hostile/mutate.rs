//! Good files of each format, damaged at random over and over: every outcome is an answer, in time, and true.
//!
//! `FAHENG_MUTATIONS` is the number of files for each format. A fault names format and number; the same number makes
//! the same file again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use faheng::intake;

use crate::{archive, docx, html, mail, ofd, ole, pdf, rtf, text};

/// Files of each format without a word on it. All nine make 200,000 where the program is optimised.
const COUNT: usize = if cfg!(debug_assertions) { 1_500 } else { 23_000 };

/// Stack of a thread that parses, as a worker's.
const STACK: usize = 64 << 20;

/// Makes a good file, or one of the damaged file inside it, from how to damage.
type Make = fn(&mut Chance) -> Vec<u8>;

const FORMATS: [(&str, Make); 9] = [
    ("txt", |chance| chance.damage(text::good())),
    ("html", |chance| chance.damage(html::good())),
    ("docx", |chance| chance.package(docx::good())),
    ("doc", |chance| chance.damage(ole::good())),
    ("rtf", |chance| chance.damage(rtf::good())),
    ("pdf", |chance| chance.damage(pdf::good())),
    ("ofd", |chance| chance.package(ofd::good())),
    ("mht", |chance| chance.damage(mail::good())),
    ("zip", |chance| chance.package(archive::good())),
];

#[test]
fn damaged_files_are_refused_or_read_and_nothing_else() {
    let count = std::env::var("FAHENG_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(COUNT);
    let began = Instant::now();
    let (next, faults) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    // What a panic says is in the list of faults.
    std::panic::set_hook(Box::new(|_| {}));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            let work = || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count * FORMATS.len() {
                        return;
                    }
                    let (format, make) = FORMATS[number % FORMATS.len()];
                    let bytes = make(&mut Chance(number as u64 + 1));
                    let fault = fault(&format!("x.{format}"), &bytes);
                    faults.lock().unwrap().extend(fault.map(|fault| format!("{format} {number}: {fault}")));
                }
            };
            std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).unwrap();
        }
    });
    drop(std::panic::take_hook());
    let faults = faults.into_inner().unwrap();
    println!("{} damaged files in {:?}", count * FORMATS.len(), began.elapsed());
    assert!(faults.is_empty(), "{}:\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
}

/// What is wrong with what became of a file.
fn fault(name: &str, bytes: &[u8]) -> Option<String> {
    let began = Instant::now();
    let parse = || catch_unwind(AssertUnwindSafe(|| intake::parse(Path::new(name), bytes)));
    let Ok(parsed) = parse() else { return Some("panic".to_owned()) };
    let spent = began.elapsed();
    if spent > Duration::from_secs(3) {
        return Some(format!("took {spent:?}"));
    }
    let content = parsed.as_ref().ok()?;
    let room = bytes.len() * 64 + (64 << 10);
    let text: usize = content.blocks.iter().map(|block| block.text.len()).sum();
    if text > room || content.original.len() > room {
        return Some(format!("{} bytes gave {text}", bytes.len()));
    }
    if content.blocks.is_empty() {
        return Some("nothing, and no refusal".to_owned());
    }
    let astray = content
        .blocks
        .iter()
        .flat_map(|block| &block.runs)
        .any(|run| run.from > run.to || content.original.get(run.from..run.to).is_none());
    if astray {
        return Some("a run outside the original".to_owned());
    }
    (parse().ok().as_ref() != Some(&parsed)).then(|| "another answer the second time".to_owned())
}

/// Numbers by chance that are the same for the same start.
pub struct Chance(u64);

impl Chance {
    /// The next number below `bound`.
    fn below(&mut self, bound: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % bound.max(1) as u64) as usize
    }

    /// A stretch of up to so many bytes.
    fn stretch(&mut self, length: usize, most: usize) -> std::ops::Range<usize> {
        let start = self.below(length);
        start..(start + 1 + self.below(most)).min(length)
    }

    fn damage(&mut self, mut bytes: Vec<u8>) -> Vec<u8> {
        for _ in 0..1 + self.below(4) {
            if bytes.is_empty() {
                break;
            }
            let at = self.below(bytes.len());
            match self.below(8) {
                0 => bytes[at] ^= 1 << self.below(8),
                1 => bytes[at] = self.below(256) as u8,
                2 => bytes.truncate(at),
                3 => drop(bytes.drain(self.stretch(bytes.len(), 64))),
                4 => {
                    let piece = bytes[self.stretch(bytes.len(), 200)].to_vec();
                    bytes.splice(at..at, piece.repeat(1 + self.below(20)));
                }
                5 => {
                    let (piece, end) = (bytes[self.stretch(bytes.len(), 64)].to_vec(), bytes.len());
                    bytes.splice(at..(at + piece.len()).min(end), piece);
                }
                6 => {
                    let word = WORDS[self.below(WORDS.len())];
                    bytes.splice(at..(at + word.len()).min(bytes.len()), word.iter().copied());
                }
                _ => drop(bytes.splice(at..at, WORDS[self.below(WORDS.len())].iter().copied())),
            }
        }
        bytes
    }

    /// Damages a package, or what is inside of it, which its sums would hide otherwise.
    fn package(&mut self, bytes: Vec<u8>) -> Vec<u8> {
        if self.below(3) == 0 {
            return self.damage(bytes);
        }
        let mut parts = docx::parts(&bytes);
        let at = self.below(parts.len());
        parts[at].1 = self.damage(std::mem::take(&mut parts[at].1));
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        docx::package(&parts)
    }
}

/// What readers of numbers and marks stumble over.
const WORDS: [&[u8]; 16] = [
    b"\xFF\xFF\xFF\xFF",
    b"\xFF\xFF\xFF\x7F",
    b"\0\0\0\0",
    b"\x80",
    b"99999999999",
    b"-1",
    b"NaN",
    b"<",
    b">",
    b"</",
    b"&#x110000;",
    b"{\\",
    b"}",
    b"[",
    b"]]>",
    b"\r\n\r\n--",
];
