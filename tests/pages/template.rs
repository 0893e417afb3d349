//! Pages of the kinds that offices publish: templates under `tests/data/pages`, filled with an invented report.

use std::fs;
use std::path::Path;

/// What a page is filled with.
pub struct Report<'a> {
    /// The title, without markup.
    pub title: &'a str,
    /// The paragraphs under it.
    pub paragraphs: Vec<&'a str>,
}

/// A day, an office and a number that the pages give for every report.
pub const DATE: &str = "2025-01-16";
/// The office.
pub const SOURCE: &str = "澜川市司法局";

/// A report of two thousand characters, with what trips readers of pages: digits apart, quotes, brackets, short lines.
pub const REPORT: &str = include_str!("report.txt");

/// The report of [`REPORT`].
pub fn report() -> Report<'static> {
    let mut lines = REPORT.lines();
    Report { title: lines.next().unwrap_or_default(), paragraphs: lines.collect() }
}

/// All templates by name, sorted.
pub fn templates() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pages");
    let mut found: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    found.sort();
    found
}

/// The page that a template makes of a report; `weight` is about how many bytes of menus, scripts and styles it gets.
pub fn filled(template: &str, report: &Report<'_>, weight: usize) -> String {
    let (head, rest) = template.split_once("@EACH@").unwrap();
    let (each, tail) = rest.split_once("@END@").unwrap();
    let mut body = String::new();
    for paragraph in &report.paragraphs {
        body.push_str(&each.replace("@TEXT@", &escaped(paragraph)).replace("@SPANNED@", &spanned(paragraph)));
    }
    let mut page = String::new();
    for part in [head, &body, tail] {
        page.push_str(part);
    }
    let marks = [
        ("@TITLE@", escaped(report.title)),
        ("@DATE@", DATE.to_owned()),
        ("@SOURCE@", SOURCE.to_owned()),
        ("@NUMBER@", "澜政函〔2025〕3号".to_owned()),
        ("@SCRIPTS@", scripts(weight / 2)),
        ("@STYLES@", styles(weight / 4)),
        ("@MENUS@", menus(weight / 4, "<li><a href=\"/channel/", "</a></li>\n")),
        ("@DIVMENUS@", menus(weight / 4, "<div class=\"tab\" data-v-7ba5bd90=\"\"><a href=\"/channel/", "</a></div>")),
        ("@CELLMENUS@", menus(weight / 4, "<td align=center><a href=\"/channel/", "</a></td>")),
    ];
    marks.iter().fold(page, |page, (mark, text)| page.replace(mark, text))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('“', "&ldquo;").replace('”', "&rdquo;")
}

/// Text as word processors export it: every change of script in a span of its own, lines broken anywhere.
fn spanned(text: &str) -> String {
    let mut out = String::new();
    let mut latin = false;
    for (at, c) in text.chars().enumerate() {
        if c.is_ascii_alphanumeric() != latin {
            latin = !latin;
            out.push_str(if latin { "<span lang=EN-US>" } else { "</span>" });
        }
        if !latin && at % 40 == 39 && !c.is_ascii() {
            out.push('\n');
        }
        out.push_str(&escaped(&c.to_string()));
    }
    out + if latin { "</span>" } else { "" }
}

fn scripts(bytes: usize) -> String {
    let mut out = String::from("<script src=\"/js/jquery.min.js\"></script>\n<script type=\"text/javascript\">\n");
    let mut nth = 0;
    while out.len() < bytes {
        nth += 1;
        out += &format!(
            "function show{nth}(e){{ if(e<{nth} && window.menu){{ $('#m{nth}').html('<li><a href=\"/c{nth}/\">栏目</a></li>'); }} // 显示菜单\n  return e.offset+{nth}; }}\n"
        );
    }
    out + "</script>\n<!-- 统计代码 begin <a href=\"#\">首页</a> end -->\n"
}

fn styles(bytes: usize) -> String {
    let mut out = String::from("<link rel=\"stylesheet\" href=\"/css/common.css\"><style type=\"text/css\">\n");
    let mut nth = 0;
    while out.len() < bytes {
        nth += 1;
        out += &format!(
            ".c{nth} > li a:hover {{ color: #c{nth:05}; background: url(/img/{nth}.png) no-repeat; padding: {nth}px }}\n"
        );
    }
    out + "</style>\n"
}

fn menus(bytes: usize, open: &str, close: &str) -> String {
    const NAMES: [&str; 8] = [
        "首页",
        "政务公开",
        "政务服务",
        "互动交流",
        "法治政府建设年度报告",
        "规范性文件",
        "行政复议与应诉",
        "走进澜川",
    ];
    let mut out = String::new();
    for nth in 0.. {
        let name = NAMES[nth % NAMES.len()];
        out += &format!("{open}{nth}/index.html\" title=\"{name}\" target=\"_blank\">{name}{close}");
        if out.len() >= bytes.max(600) {
            break;
        }
    }
    out
}
