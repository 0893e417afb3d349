//! A report that was read in a wrong encoding: looked at in others, read again in one, and back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use encoding_rs::GB18030;
use faheng::error::Error;
use faheng::figures::Catalogue;
use faheng::identity::NameTemplate;
use faheng::intake::{Encoding, Options, from_bytes_with};
use faheng::jobs::desk::{Answer, Command, Desk, EncodingPage, ToldBy};
use faheng::jobs::{Message, Summary, import, read_anew, start_read_as};
use faheng::reading::{Manner, Reading, Rules, read_by};
use faheng::store::{Access, Action, Library, ReportId};

use super::decisions::decide;
use super::library::{ask, open, report, uncut};

const TEXT: &str = "柳湾市2023年法治政府建设情况报告\n\n本文为测试虚构。现将2023年法治政府建设情况报告如下。\n\n一、主要举措和成效\n\n\
    认真办理行政复议案件，全年收到行政复议申请311件，行政机关负责人出庭应诉率达96%，各项工作都有进展。\n";

fn named(name: &str) -> Option<Encoding> {
    Some(Encoding::named(name).unwrap())
}

fn again(path: &Path, bytes: Vec<u8>, manner: &Manner) -> Result<Reading, Error> {
    let document = from_bytes_with(path, &bytes, manner.options)?;
    Ok(read_by(document, Rules::built_in()?, manner))
}

/// A library with a report in GB18030 that was imported as what `encoding` says.
fn library(folder: &Path, encoding: Option<Encoding>) -> (PathBuf, ReportId) {
    library_of(folder, TEXT, "柳湾市2023.txt", encoding)
}

fn library_of(folder: &Path, text: &str, name: &str, encoding: Option<Encoding>) -> (PathBuf, ReportId) {
    let (file, place) = (folder.join(name), folder.join("库.faheng"));
    std::fs::write(&file, GB18030.encode(text).0).unwrap();
    let manner = Manner { options: Options { encoding }, ..Manner::default() };
    let read = move |path: &Path, bytes: Vec<u8>| again(path, bytes, &manner);
    let handle = import(&place, vec![file], Arc::new(read), Arc::new(|| {}));
    assert!(matches!(handle.messages().last(), Some(Message::Done(Summary { imported: 1, .. }))));
    (place, ReportId::new(1))
}

fn looked_at(desk: &Desk, id: ReportId, encoding: Option<Encoding>) -> Arc<EncodingPage> {
    match ask(desk, Command::Encoding(id, encoding)) {
        Ok(Answer::Encoding(page)) => page,
        other => panic!("{other:?}"),
    }
}

fn read_as(place: &Path, id: ReportId, encoding: Option<Encoding>) -> Summary {
    let messages: Vec<Message> =
        start_read_as(place, id, encoding, Arc::new(again), Arc::new(|| {})).messages().collect();
    match messages.as_slice() {
        [Message::File(_), Message::Done(summary)] => *summary,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_wrong_encoding_is_looked_at_and_changed_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (place, id) = library(folder.path(), named("big5"));
    let (desk, _) = open(&place);
    let page = looked_at(&desk, id, None);
    assert_eq!((page.now.as_str(), page.by, page.named), ("big5", ToldBy::Person, named("big5")));
    let text = page.text.as_ref().unwrap();
    assert_eq!(
        (text.encoding, text.replaced, text.lines[0].as_str()),
        ("gb18030", 0, "柳湾市2023年法治政府建设情况报告")
    );
    let wrong = looked_at(&desk, id, named("utf-8"));
    assert!(wrong.text.as_ref().unwrap().replaced > 50, "{wrong:?}");

    let before = report(&desk, id);
    assert!(!before.rows.iter().any(|row| row.text.contains("柳湾")) && before.figures.is_empty());
    assert_eq!(read_as(&place, id, named("gb18030")).undecided, 0);
    let (desk, overview) = open(&place);
    let page = report(&desk, id);
    assert!(page.rows[0].text.contains("柳湾市") && page.figures.len() == 2);
    assert_eq!((overview.reports.len(), overview.reports[0].year), (1, Some(2023)));
    assert_eq!(page.loaded.stored.summary.encoding, "gb18030");

    // Another catalogue reads it again, and so does the choice to leave it to the bytes.
    read_as(&place, id, named("big5"));
    let all = read_anew(&place, &again, "another").unwrap();
    let (desk, _) = open(&place);
    assert_eq!((all, looked_at(&desk, id, None).named), (1, named("big5")));
    read_as(&place, id, None);
    let (desk, _) = open(&place);
    let page = looked_at(&desk, id, None);
    assert_eq!((page.now.as_str(), page.by, page.named), ("gb18030", ToldBy::File, None));
    let digest = Catalogue::built_in().unwrap().digest();
    assert_eq!(Library::open(&place, Access::ReadOnly).unwrap().read_by_others(digest).unwrap().len(), 0);
}

#[test]
fn the_whole_page_is_decoded_as_its_text_was() {
    let folder = tempfile::tempdir().unwrap();
    let body: String = TEXT.split("\n\n").map(|line| format!("<p>{line}</p>")).collect();
    let page = format!("<html><body><div class=nav><a>网站首页</a> <a>信息公开</a></div>{body}</body></html>");
    let (place, id) = library_of(folder.path(), &page, "页.html", named("big5"));
    let whole = |place: &Path| uncut(&open(place).0, id).rows.iter().any(|row| row.text.contains("网站首页"));
    assert!(!whole(&place), "as wrong as the text");
    read_as(&place, id, named("gb18030"));
    assert!(whole(&place));
}

#[test]
fn a_template_holds_for_later_readings() {
    let folder = tempfile::tempdir().unwrap();
    let (file, place) = (folder.path().join("柳岸2023.txt"), folder.path().join("库.faheng"));
    std::fs::write(&file, "一年来，我们坚持依法行政，收到行政复议申请311件，各项工作取得了新的进展和成效。").unwrap();
    let manner = Manner { template: NameTemplate::parse("{标题}{年份}").ok(), ..Manner::default() };
    let own = manner.clone();
    let handle =
        import(&place, vec![file], Arc::new(move |path: &Path, bytes| again(path, bytes, &own)), Arc::new(|| {}));
    assert!(matches!(handle.messages().last(), Some(Message::Done(_))));
    let told = || {
        let library = Library::open(&place, Access::ReadOnly).unwrap();
        let report = library.reading_of(ReportId::new(1)).unwrap().summary;
        (report.title, report.year, library.manner(report.id).unwrap() == manner)
    };
    let first = told();
    assert_eq!(first, (Some("柳岸".into()), Some(2023), true));
    assert_eq!(read_anew(&place, &again, "another").unwrap(), 1);
    assert_eq!(told(), first);
}

#[test]
fn decisions_whose_place_is_gone_are_counted_and_come_back_with_the_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let (place, id) = library(folder.path(), None);
    decide(&place, id, Action::Confirm, |_, _| true);
    assert_eq!(read_as(&place, id, named("gbk")).undecided, 0, "the same text has the same places");
    assert_eq!(open(&place).1.decided, 2);
    assert_eq!(read_as(&place, id, named("big5")).undecided, 2);
    assert_eq!(read_as(&place, id, None).undecided, 0);
    assert_eq!(open(&place).1.decided, 2, "nothing was lost");
}

#[test]
fn a_report_that_cannot_be_read_so_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (place, id) = library(folder.path(), None);
    let refuse = |path: &Path, _: Vec<u8>, _: &Manner| Err(Error::file(faheng::error::FileProblem::NoText, path));
    let handle = start_read_as(&place, id, named("big5"), Arc::new(refuse), Arc::new(|| {}));
    let messages: Vec<Message> = handle.messages().collect();
    assert!(matches!(messages.as_slice(), [Message::Failed(Error::File { .. })]), "{messages:?}");
    let library = Library::open(&place, Access::ReadOnly).unwrap();
    assert_eq!(library.manner(id).unwrap(), Manner::default());
    assert_eq!(library.reading_of(id).unwrap().observations.len(), 2);
}
