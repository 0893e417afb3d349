//! The running or last import: how far it is, and what became of each file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::error::{Error, FileProblem};
use crate::jobs::{FileResult, Message, Outcome, Summary};
use crate::progress::Progress;

/// Below this no rate is told: the first files say little.
const SETTLED: Duration = Duration::from_secs(1);

/// What a file's outcome is listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// 导入.
    Imported,
    /// 近似: those of the imported that differ from an earlier version in next to nothing.
    Near,
    /// 已有.
    Already,
    /// 跳过.
    Skipped,
    /// 失败.
    Failed,
    /// 扫描件: those of the failed that have pictures of pages and no text.
    Scanned,
    /// 名称不符: those of the imported whose names do not follow the user's pattern.
    Misnamed,
}

impl Fate {
    /// All, in the order in which they are counted.
    pub const ALL: [Self; 7] =
        [Self::Imported, Self::Near, Self::Misnamed, Self::Already, Self::Skipped, Self::Failed, Self::Scanned];

    /// The fate of an outcome.
    pub fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Imported { .. } => Self::Imported,
            Outcome::Already { .. } => Self::Already,
            Outcome::Skipped(_) => Self::Skipped,
            Outcome::Failed(_) => Self::Failed,
        }
    }

    /// What an outcome is listed under besides.
    fn besides(outcome: &Outcome) -> [Option<Self>; 2] {
        match outcome {
            Outcome::Imported { near, mismatch, .. } => {
                [near.as_ref().map(|_| Self::Near), mismatch.as_ref().map(|_| Self::Misnamed)]
            }
            Outcome::Failed(Error::File { problem: FileProblem::Scanned, .. }) => [Some(Self::Scanned), None],
            _ => [None, None],
        }
    }

    /// Whether its files are listed under another fate too.
    pub fn is_part(self) -> bool {
        matches!(self, Self::Near | Self::Misnamed | Self::Scanned)
    }
}

/// How an import stands.
#[derive(Debug)]
pub enum Standing {
    /// It goes on.
    Running,
    /// All was worked through.
    Done(Summary),
    /// It was stopped.
    Cancelled(Summary),
    /// The library failed.
    Failed(Error),
}

/// The running or last import. Its results stay until the next one.
#[derive(Debug)]
pub struct Import {
    paths: Vec<PathBuf>,
    began: Instant,
    progress: Progress,
    /// Files a second, once that can be told.
    rate: Option<f64>,
    results: Vec<FileResult>,
    /// Indices of the results of each fate: 34,000 files are filtered by looking one list up.
    by_fate: [Vec<u32>; Fate::ALL.len()],
    standing: Standing,
}

impl Import {
    /// An import of these files and folders that begins now.
    pub fn new(paths: &[PathBuf]) -> Self {
        Self {
            paths: paths.to_vec(),
            began: Instant::now(),
            progress: Progress::default(),
            rate: None,
            results: Vec::new(),
            by_fate: Default::default(),
            standing: Standing::Running,
        }
    }

    /// Takes a message of the job.
    pub fn take(&mut self, message: Message) {
        match message {
            Message::Progress(progress) => {
                let elapsed = self.began.elapsed();
                self.rate = (elapsed >= SETTLED).then(|| progress.done as f64 / elapsed.as_secs_f64());
                self.progress = progress;
            }
            Message::File(result) => self.keep(result),
            Message::Done(summary) => self.standing = Standing::Done(summary),
            Message::Cancelled(summary) => self.standing = Standing::Cancelled(summary),
            Message::Failed(error) => self.standing = Standing::Failed(error),
        }
    }

    fn keep(&mut self, mut result: FileResult) {
        if let Outcome::Imported { identity, .. } = &mut result.outcome {
            // Only who, when and what is told here; words of evidence for 34,000 files would fill the memory.
            identity.evidence = BTreeMap::new();
            (identity.title, identity.issuer, identity.doc_number) = (None, None, None);
        }
        let index = u32::try_from(self.results.len()).unwrap_or(u32::MAX);
        let besides = Fate::besides(&result.outcome).into_iter().flatten();
        for fate in std::iter::once(Fate::of(&result.outcome)).chain(besides) {
            self.by_fate[fate as usize].push(index);
        }
        self.results.push(result);
    }

    /// When it began, which tells one import from another.
    pub fn began(&self) -> Instant {
        self.began
    }

    /// Whether it goes on.
    pub fn running(&self) -> bool {
        matches!(self.standing, Standing::Running)
    }

    /// Files done, files in all as far as they are counted, and the name of the one in hand.
    pub fn progress(&self) -> (usize, usize, &str) {
        let item = Path::new(&self.progress.item);
        let name = item.file_name().and_then(|name| name.to_str()).unwrap_or(&self.progress.item);
        (self.progress.done, self.progress.total, name)
    }

    /// Files a second, once that can be told.
    pub fn rate(&self) -> Option<f64> {
        self.rate
    }

    /// How it stands.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// How many results there are of a fate, of any where none is named.
    pub fn count(&self, fate: Option<Fate>) -> usize {
        fate.map_or(self.results.len(), |fate| self.by_fate[fate as usize].len())
    }

    /// The `at`-th result of a fate, of any where none is named.
    pub fn result(&self, fate: Option<Fate>, at: usize) -> Option<&FileResult> {
        let index = match fate {
            Some(fate) => *self.by_fate[fate as usize].get(at)? as usize,
            None => at,
        };
        self.results.get(index)
    }

    /// Files counted that a stopped import has left; none where it was stopped while it counted.
    pub fn left(&self) -> usize {
        self.progress.total.saturating_sub(self.results.len())
    }

    /// What is worth another try: the files that failed, or everything where the import did not come to its end. What
    /// is done is then recognised by its bytes.
    pub fn again(&self) -> Vec<PathBuf> {
        if matches!(self.standing, Standing::Failed(_) | Standing::Cancelled(_)) {
            return self.paths.clone();
        }
        let failed = self.by_fate[Fate::Failed as usize].iter();
        failed.filter_map(|&index| Some(self.results.get(index as usize)?.path.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::SkipReason;

    fn file(name: &str, outcome: Outcome) -> Message {
        Message::File(FileResult { path: name.into(), named: false, outcome })
    }

    fn broken(name: &str) -> Message {
        file(name, Outcome::Failed(Error::File { path: name.into(), problem: FileProblem::NoText }))
    }

    #[test]
    fn results_stay_and_are_found_by_fate() {
        let mut import = Import::new(&["a".into()]);
        assert!(import.running());
        import.take(broken("a/x.docx"));
        import.take(file("a/.hidden", Outcome::Skipped(SkipReason::Hidden)));
        import.take(broken("a/y.docx"));
        let progress = Progress { done: 3, total: 7, item: "a/沈阳市 2021.docx".into() };
        import.take(Message::Progress(progress));
        assert_eq!(import.progress(), (3, 7, "沈阳市 2021.docx"));
        assert_eq!((import.count(None), import.count(Some(Fate::Failed))), (3, 2));
        assert_eq!(import.result(Some(Fate::Failed), 1).unwrap().path, Path::new("a/y.docx"));
        assert!(import.result(Some(Fate::Failed), 2).is_none() && import.result(Some(Fate::Imported), 0).is_none());
        import.take(Message::Done(Summary { failed: 2, skipped: 1, ..Summary::default() }));
        assert!(!import.running());
        assert_eq!(import.again(), [PathBuf::from("a/x.docx"), "a/y.docx".into()]);
        assert_eq!(import.results.len(), 3);
    }

    #[test]
    fn near_copies_and_scans_are_listed_besides() {
        use crate::compare::Near;
        use crate::identity::{Body, Identity, Kind};
        use crate::store::ReportId;
        let mut import = Import::new(&["a".into()]);
        let imported = |near: Option<Near>| Outcome::Imported {
            id: ReportId::new(1),
            version_of: Some(ReportId::new(2)),
            near: near.map(Box::new),
            identity: Box::new(Identity {
                title: None,
                kind: Kind::GovernmentReport,
                year: Some(2021),
                body: Body { name: None, level: None },
                jurisdiction: None,
                issuer: None,
                published: None,
                doc_number: None,
                evidence: BTreeMap::new(),
            }),
            observations: 1,
            mismatch: None,
        };
        import.take(file("a.txt", imported(None)));
        import.take(file("b.txt", imported(Some(Near { share: 0.9, digits: vec![("1".into(), "2".into())] }))));
        let scanned = Error::File { path: "c.pdf".into(), problem: FileProblem::Scanned };
        import.take(file("c.pdf", Outcome::Failed(scanned)));
        import.take(broken("d.pdf"));
        assert_eq!(Fate::ALL.map(|fate| import.count(Some(fate))), [2, 1, 0, 0, 0, 2, 1]);
        assert_eq!(import.result(Some(Fate::Near), 0).unwrap().path, Path::new("b.txt"));
        assert_eq!(import.result(Some(Fate::Scanned), 0).unwrap().path, Path::new("c.pdf"));
        assert_eq!(import.count(None), 4, "each file once in the whole list");
    }

    #[test]
    fn all_is_tried_again_where_the_import_did_not_end() {
        for last in [Message::Failed(Error::Data("disk".into())), Message::Cancelled(Summary::default())] {
            let mut import = Import::new(&["b".into(), "c".into()]);
            import.take(broken("b"));
            import.take(Message::Progress(Progress { done: 1, total: 9, item: "c".into() }));
            import.take(last);
            assert_eq!((import.again(), import.left()), (vec![PathBuf::from("b"), "c".into()], 8));
        }
    }
}
