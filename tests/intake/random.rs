//! Random and mutated files: never a panic, always an end, and spans that hold.

use std::path::Path;

use faheng::intake;
use proptest::prelude::*;

use crate::assert_traced;

const TEXT: &str = "当前位置:首页 > 公告 > 正文\n甲市2024年法治政府建设情况报告\n来源:甲市司法局 发布时间:2025-01-16 【字体:大 中 小】\n\
    2024年，甲市坚持依法行政，现将有关情况报告如下。\n一、主要工作\n（一）加强领导\n办结行政复议案件1\n20件，纠错率８．１％。\n\n甲市人民政府\n2025年1月3日\n• 附件:\n扫一扫在手机打开当前页\n";

const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=utf-8><title>甲市报告_网站</title><meta name=PubDate content='2025-01-16'></head>\
    <body><div class=nav><a href=/>首页</a></div><h1>甲市2024年法治政府建设情况报告</h1><div id=zoom><p>&nbsp;&nbsp;2024年，甲市坚持依法行政，\
    现将有关情况报告如下。<br>一、主要工作<br/>办结案件45件&lt;不含&gt;，纠错率8.1%。</p><table><tr><td>项目<td>2024年<tr><td>收案<td>12</table></div>\
    <script>var a='</p>';</script><!-- 注 --><div class=footer>版权所有：甲市</div></body></html>";

fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let gb = encoding_rs::GB18030.encode(TEXT).0.into_owned();
    let xml = "<w:document><w:body><w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:r><w:t>甲市报告</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>";
    vec![
        ("a.txt", TEXT.as_bytes().to_vec()),
        ("a.txt", gb),
        ("a.html", PAGE.as_bytes().to_vec()),
        ("a.docx", word(xml)),
    ]
}

/// A Word file whose parts are stored, so that changed bytes reach the XML.
fn word(xml: &str) -> Vec<u8> {
    use std::io::Write as _;
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", options).unwrap();
    writer.write_all(xml.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

fn check(name: &str, bytes: &[u8]) {
    let first = intake::from_bytes(Path::new(name), bytes);
    if let Ok(document) = first {
        assert_traced(&document);
        let again = intake::from_bytes(Path::new(name), bytes).unwrap();
        assert_eq!(document, again);
    }
}

/// One change of a file: flip, cut, double, or put in.
fn mutate(bytes: &mut Vec<u8>, kind: u8, at: usize, value: u8) {
    const PIECES: [&[u8]; 8] = [
        b"<div>",
        b"</p>",
        b"&#x110000;",
        b"<!--",
        b"\xEF\xBB\xBF",
        b"<td colspan=9999>",
        b"\r\n",
        "来源：".as_bytes(),
    ];
    let at = at % (bytes.len() + 1);
    match kind % 5 {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = value;
            }
        }
        1 => bytes.truncate(at),
        2 => {
            let end = (at + usize::from(value)).min(bytes.len());
            let copy = bytes[at..end].to_vec();
            bytes.splice(at..at, copy);
        }
        3 => {
            bytes.splice(at..at, PIECES[usize::from(value) % PIECES.len()].iter().copied());
        }
        _ => {
            let end = (at + usize::from(value)).min(bytes.len());
            bytes.drain(at..end);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000), ending in 0_usize..3) {
        check(["a.txt", "a.html", "a.docx"][ending], &bytes);
        check("a.docx", &[b"PK\x03\x04".as_slice(), &bytes].concat());
    }

    #[test]
    fn random_text_keeps_its_spans(text in "[\\PC\n\r \u{A0}\u{3000}<>/&;一、（）0-9。，:：]{0,600}", html in any::<bool>()) {
        check(if html { "a.html" } else { "a.txt" }, text.as_bytes());
    }

    #[test]
    fn random_markup_keeps_its_spans(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<div class=nav>", "</div>", "<br>", "<table>", "<tr>", "<td>", "</table>", "<b>", "</b>", "<a>", "</a>",
        "<title>", "</title>", "<script>", "</script>", "<pre>", "&nbsp;", "&lt", "&acE;", "&#20013;", "甲，乙。", "一、", "\r\n", " ", "1", "<", "&",
        "2024年，甲市办结案件45件，任务按期完成。现将有关情况报告如下。", "<!--x-->", "<h1>", "</h1>", "<li>", "甲市2024年法治政府建设情况报告",
    ]), 0..120)) {
        check("a.html", parts.concat().as_bytes());
    }

    #[test]
    fn mutated_files_never_panic(which in 0_usize..4, changes in prop::collection::vec(any::<(u8, usize, u8)>(), 1..8)) {
        let (name, mut bytes) = samples().swap_remove(which);
        for (kind, at, value) in changes {
            mutate(&mut bytes, kind, at, value);
        }
        check(name, &bytes);
    }
}
