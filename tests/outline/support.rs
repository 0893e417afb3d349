//! Small documents to outline.

use std::collections::BTreeMap;

use faheng::identity::{Body, Identity, Kind};
use faheng::intake::{Block, BlockKind, Document, Format, Role, Run, Source};
use faheng::outline::{Passages, Scheme, outline};

/// A document of one paragraph a line, empty lines left out.
pub fn document(text: &str) -> Document {
    let mut blocks = Vec::new();
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end_matches(['\n', '\r']);
        if !words.trim().is_empty() {
            blocks.push(block(words, from, BlockKind::Paragraph));
        }
        from += line.len();
    }
    of_blocks(text, blocks)
}

pub fn block(text: &str, from: usize, kind: BlockKind) -> Block {
    let runs = vec![Run { at: 0, from, to: from + text.len() }];
    Block { text: text.to_owned(), role: Role::Body, kind, runs, paragraph: None, page: None }
}

pub fn of_blocks(original: &str, blocks: Vec<Block>) -> Document {
    Document {
        source: Source { path: "report.txt".into(), sha256: String::new(), format: Format::Txt, encoding: "utf-8" },
        original: original.to_owned(),
        blocks,
        metadata: Vec::new(),
        warnings: Vec::new(),
    }
}

pub fn identity(kind: Kind, year: i32) -> Identity {
    Identity {
        title: None,
        kind,
        year: Some(year),
        body: Body::default(),
        jurisdiction: None,
        issuer: None,
        published: None,
        doc_number: None,
        evidence: BTreeMap::new(),
    }
}

pub fn passages(text: &str, kind: Kind) -> Passages {
    outline(&document(text), &identity(kind, 2024), Scheme::built_in())
}
