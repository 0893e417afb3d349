//! A hostile file and what is to become of it.

/// What is to become of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Refused with a sentence.
    Refused,
    /// Read, the sentence of the report with it.
    Read,
    /// Refused, or read with something in it.
    Either,
}

/// A file that hurts those who read it without care.
pub struct Case {
    /// Its name, with the ending.
    pub name: String,
    pub bytes: Vec<u8>,
    pub wanted: Wanted,
}

impl Case {
    fn new(name: &str, bytes: impl Into<Vec<u8>>, wanted: Wanted) -> Self {
        Self { name: name.to_owned(), bytes: bytes.into(), wanted }
    }

    pub fn refused(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(name, bytes, Wanted::Refused)
    }

    pub fn read(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(name, bytes, Wanted::Read)
    }

    pub fn either(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(name, bytes, Wanted::Either)
    }
}

/// A good file cut at every tenth of its length.
pub fn cuts(ending: &str, bytes: &[u8]) -> Vec<Case> {
    let cut = |tenth: usize| {
        let end = bytes.len() * tenth / 10;
        Case::either(&format!("cut {tenth}0%.{ending}"), &bytes[..end])
    };
    (1..10).map(cut).collect()
}

/// The sentence that a report must give up, wherever it stands.
pub const SENTENCE: &str = "全年收到行政复议申请974件，依法维护群众合法权益。";

/// The paragraphs of an invented report.
pub const PARAGRAPHS: [&str; 6] = [
    "营口市2021年法治政府建设情况报告",
    "本文为测试虚构。现将2021年法治政府建设情况报告如下。",
    "一、主要举措和成效",
    SENTENCE,
    "二、存在的问题",
    "一是部分单位执法规范化水平有待提升，需要继续努力改进工作作风。",
];
