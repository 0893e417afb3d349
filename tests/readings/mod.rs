//! Readings made up for tests of the store and of the jobs: no step before them is needed.

use std::collections::BTreeMap;
use std::path::PathBuf;

use faheng::figures::{Bound, Figures, Nature, Observation, Scope, Span};
use faheng::identity::{Body, Identity, Jurisdiction, Kind, Level};
use faheng::intake::{Document, Format, Source};
use faheng::outline::{Part, Passage, Passages, Piece, Section};
use faheng::reading::{Manner, Reading};
use sha2::{Digest, Sha256};

/// A report of the `city`-th invented city.
pub struct Sample {
    pub city: u32,
    pub year: i32,
    pub kind: Kind,
    /// Told apart from others of the same city, year and kind by its bytes alone.
    pub edition: u32,
    pub passages: u32,
    pub figures_each: u32,
    /// Characters of each passage besides, drawn so unevenly that the text shrinks as a real one does, 2.2 times.
    pub filler: u32,
}

impl Default for Sample {
    fn default() -> Self {
        Self { city: 1, year: 2024, kind: Kind::GovernmentReport, edition: 1, passages: 3, figures_each: 2, filler: 0 }
    }
}

impl Sample {
    fn name(&self) -> String {
        format!("示例{}市", self.city)
    }

    /// The file's text: one paragraph a passage, its figures one to a sentence.
    pub fn text(&self) -> String {
        let paragraphs: Vec<String> = (0..self.passages).map(|passage| self.paragraph(passage)).collect();
        paragraphs.join("\n")
    }

    fn paragraph(&self, passage: u32) -> String {
        let mut text = format!("({})第{}版虚构内容\u{20000}。", passage + 1, self.edition);
        for figure in 0..self.figures_each {
            text += &format!("全年办结第{figure}类案件{}件。", self.value(passage, figure));
        }
        self.fill(&mut text, passage);
        text
    }

    fn fill(&self, text: &mut String, passage: u32) {
        let mut state =
            u64::from(self.city) << 40 | u64::from(self.edition + passage) << 8 | u64::from(self.year as u8);
        let mut chance = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64 / f64::from(1_u32 << 31)
        };
        for _ in 0..self.filler {
            let rank = (1000.0 * chance() * chance() * chance() * chance() * chance()) as u32;
            text.extend(char::from_u32(0x4E00 + rank * 7919 % 20_000));
        }
    }

    fn value(&self, passage: u32, figure: u32) -> u32 {
        100 + self.city * 31 + passage * 7 + figure + self.year.unsigned_abs() % 10
    }

    pub fn reading(&self) -> Reading {
        let text = self.text();
        let mut passages = Vec::new();
        let mut observations = Vec::new();
        let mut from = 0;
        for (id, paragraph) in (0..).zip(text.split('\n')) {
            let to = from + paragraph.len();
            passages.push(self.passage(id, paragraph, from, to));
            observations.extend(self.observations(id, paragraph));
            from = to + 1;
        }
        let sha256 = hash(text.as_bytes());
        let passages = Passages {
            items: passages,
            sha256: sha256.clone(),
            kind: self.kind,
            level: Some(Level::Prefecture),
            year: Some(self.year),
            places: vec!["示例省".to_owned(), self.name()],
        };
        let source = Source {
            path: PathBuf::from(format!("reports/{}-{}.txt", self.name(), self.year)),
            sha256,
            format: Format::Txt,
            encoding: "utf-8",
        };
        let document =
            Document { source, original: text, blocks: Vec::new(), metadata: Vec::new(), warnings: Vec::new() };
        let figures = Figures { observations, ..Figures::default() };
        let manner = Manner::default();
        Reading { document, identity: self.identity(), passages, figures, manner, mismatch: None }
    }

    fn identity(&self) -> Identity {
        Identity {
            title: Some(format!("{}{}年法治政府建设年度报告", self.name(), self.year)),
            kind: self.kind,
            year: Some(self.year),
            body: Body { name: Some(self.name()), level: Some(Level::Prefecture) },
            jurisdiction: Some(Jurisdiction {
                code: Some(format!("99{:02}00", self.city)),
                name: self.name(),
                path: Some(vec!["示例省".to_owned(), self.name()]),
            }),
            issuer: None,
            published: None,
            doc_number: None,
            evidence: BTreeMap::new(),
        }
    }

    fn passage(&self, id: u32, text: &str, from: usize, to: usize) -> Passage {
        Passage {
            id,
            part: Part::Achievements,
            section: Section::from_number((id % 7) as u8),
            outline_part: id.is_multiple_of(2).then_some(5),
            headings: vec!["一、主要举措".to_owned(), format!("({})", id + 1)],
            text: text.to_owned(),
            reason: "heading".to_owned(),
            pieces: vec![Piece { at: 0, from, to, paragraph: None, cell: None, page: None }],
            cells: Vec::new(),
        }
    }

    fn observations(&self, passage: u32, text: &str) -> Vec<Observation> {
        let mut found = Vec::new();
        let mut start = text.chars().take_while(|&c| c != '。').count() as u32 + 1;
        for figure in 0..self.figures_each {
            let raw = format!("{}件", self.value(passage, figure));
            let before = format!("全年办结第{figure}类案件").chars().count() as u32;
            let length = raw.chars().count() as u32;
            let span = Span { passage, start: start + before, end: start + before + length };
            let sentence = Span { passage, start, end: span.end + 1 };
            let indicator = format!("sample.indicator_{}", (passage * self.figures_each + figure) % 200);
            found.push(Observation {
                id: hash(format!("{passage} {start} {indicator}").as_bytes())[..16].to_owned(),
                indicator,
                label: None,
                value: f64::from(self.value(passage, figure)),
                unit: "件".to_owned(),
                bound: Bound::Exact,
                year: Some(self.year),
                nature: Nature::Actual,
                scope: Scope::Whole,
                raw,
                span,
                sentence,
                rule: "count".to_owned(),
                confidence: 0.97,
                flags: Vec::new(),
                also: Vec::new(),
            });
            start = sentence.end;
        }
        found
    }
}

/// SHA-256 in hex.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
