//! A library whose reports another catalogue read.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use eframe::egui::Theme;
use faheng::error::Error;
use faheng::figures::Catalogue;
use faheng::jobs::{Message, import};
use faheng::reading::{Reading, Rules, read_bytes};
use faheng::store::{Access, Library};

use crate::files;
use crate::seat::{Home, Seat};

/// A user's own catalogue: the built-in one and an indicator more.
static OWN: LazyLock<Catalogue> = LazyLock::new(|| {
    let own = "\n[[indicator]]\nid = \"own.night_schools\"\nsection = 5\nname = \"法治夜校期数\"\nunit = \"场次\"\n\
               aliases = [\"法治夜校\"]\nverbs = [\"开办\"]\n";
    Catalogue::from_text(&(Catalogue::built_in().unwrap().to_text().unwrap() + own)).unwrap()
});

fn read(path: &Path, bytes: Vec<u8>) -> Result<Reading, Error> {
    read_bytes(path, &bytes, Rules { catalogue: &OWN, ..Rules::built_in()? })
}

fn others(place: &Path) -> usize {
    let library = Library::open(place, Access::ReadOnly).unwrap();
    library.read_by_others(Catalogue::built_in().unwrap().digest()).unwrap().len()
}

#[test]
fn what_another_catalogue_read_is_told_and_read_again() {
    let home = Home::new();
    let place = home.path("库/library.faheng");
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    let handle = import(&place, vec![files::sample()], Arc::new(read), Arc::new(|| {}));
    assert!(matches!(handle.messages().last(), Some(Message::Done(_))));
    assert_eq!(others(&place), 28);

    let mut seat = Seat::new(&home, &[], [1440.0, 900.0], Theme::Light);
    seat.wait_for("库中有 28 份报告");
    seat.click("English");
    assert!(!seat.sees("库中有 28 份报告"), "what waits for an answer speaks the language chosen");
    seat.wait_for("28 reports");
    seat.click("中文");
    seat.click("重新读取");
    assert!(!seat.sees("库中有 28 份报告"), "what is begun is not offered");
    seat.wait_for("已用现在的目录重新读取 28 份报告");
    assert!(!seat.sees("0 份读不出"), "nothing is told of none");
    seat.wait("the library", |seat| !seat.sees("正在打开") && !seat.sees("正在重新读取"));
    assert!(!seat.sees("库中有 28 份报告") && seat.sees("28 份文件"));
    assert_eq!(others(&place), 0);
    drop(seat);
    let mut again = Seat::new(&home, &[], [1440.0, 900.0], Theme::Light);
    again.wait_for("28 份文件");
    assert!(!again.sees("重新读取"));
}

#[test]
fn a_reading_again_that_is_stopped_keeps_what_is_done_and_offers_the_rest() {
    let home = Home::new();
    let place = home.path("库/library.faheng");
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    let handle = import(&place, vec![files::sample()], Arc::new(read), Arc::new(|| {}));
    assert!(matches!(handle.messages().last(), Some(Message::Done(_))));
    let mut seat = Seat::new(&home, &[], [1440.0, 900.0], Theme::Light);
    seat.wait_for("库中有 28 份报告");
    // Both before the next frame, so that the job has not ended.
    seat.wish(faheng::app::action::Action::ReadAnew);
    seat.wish(faheng::app::action::Action::CancelJob);
    seat.wait_for("已取消：");
    let left = others(&place);
    assert!(left > 0, "stopped before the end");
    seat.wait_for(&format!("库中有 {left} 份报告"));
    assert!(seat.sees("28 份文件"), "all reports are there");
}
