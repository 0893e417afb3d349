//! Files that others made: each is read, or refused for the right reason.

use faheng::error::FileProblem;
use faheng::intake::{BlockKind, Document};

use crate::{assert_traced, files, read, shared};

/// All files of a shared folder, read.
fn outcomes(folder: &str) -> Vec<(String, Result<Document, FileProblem>)> {
    let Some(folder) = shared(folder) else { return Vec::new() };
    let outcome = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = read(&name, &std::fs::read(&path).unwrap());
        (name, read)
    };
    files(&folder).into_iter().map(outcome).collect()
}

#[test]
fn old_word_files() {
    for (name, outcome) in outcomes("files/doc") {
        if let Ok(document) = &outcome {
            assert_traced(document);
        }
        let text = outcome.as_ref().map_or(String::new(), |document| {
            document.body().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
        });
        match name.as_str() {
            "61490.doc" => {
                let document = outcome.unwrap();
                assert!(text.contains("1.1.章节1.1\n章节1.1的内容，有点长"), "{text}");
                assert!(document.blocks.iter().any(|block| block.kind == BlockKind::Heading(2)));
                assert_eq!(document.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Cell(_))).count(), 9);
            }
            "Bug47287.doc" => {
                assert!(text.contains("АНКЕТА ДЛЯ ПОЛУЧЕНИЯ") && text.contains("provisastpet@mfa.gov.cy"));
            }
            "simple-table.doc" => assert!(text.contains("Cell 2,3\nThis text is below the table."), "{text}"),
            "empty.doc" => assert_eq!(outcome, Err(FileProblem::NoText)),
            "password_password_cryptoapi.doc" => assert_eq!(outcome, Err(FileProblem::Password)),
            name if name.starts_with("clusterfuzz") => {
                assert!(matches!(outcome, Err(FileProblem::Damaged(_) | FileProblem::NoText)), "{name}");
            }
            name => panic!("{name} has no expected outcome"),
        }
    }
}

#[test]
fn ofd_files_of_several_makers() {
    for (name, outcome) in outcomes("files/ofd") {
        if let Ok(document) = &outcome {
            assert_traced(document);
            assert!(document.blocks.iter().all(|block| block.page.is_some()), "{name}");
        }
        let text = outcome.as_ref().map_or(String::new(), |document| {
            document.body().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
        });
        match name.as_str() {
            "h.ofd" => assert_eq!(outcome, Err(FileProblem::Scanned)),
            "hello.ofd" => {
                assert!(
                    text.starts_with(
                        "拿来主义\n鲁迅\n中国一向是所谓“闭关主义”，自己不去，别人也不许来。自从给枪炮打破"
                    )
                );
                assert!(text.contains("\n所以我们要运用脑髓，放出眼光，自己来拿！\n"), "{text}");
            }
            "n.ofd" => {
                assert!(text.contains("\n路卫发〔2011〕76号\n关于同意张阿三同志辞职的批复\n区中医院：\n"), "{text}");
                assert!(!text.contains("— 1 —"));
            }
            "path_unstd.ofd" => assert!(text.contains("立案决定书") && text.contains("（存根）"), "{text}"),
            "SplitParagraph.ofd" => assert!(text.contains("南判别位*Z目区”)区区较较目”位”南K"), "{text}"),
            "multiKeywordInTextCode.ofd" => assert_eq!(text, "打发打发打发打发打发哈哈打发哈哈哈哈哈哈哈哈哈打发"),
            _ => assert_eq!(text, "你好呀，OFD Reader&Writer！", "{name}"),
        }
    }
}
