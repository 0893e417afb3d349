//! A writer of OFD files: lines set on pages as word processors set them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

/// Size of the text, its lines' pitch, the left and upper margin, and the width of a line in characters; millimetres.
const SIZE: f32 = 5.6;
const PITCH: f32 = 10.2;
const LEFT: f32 = 28.0;
const TOP: f32 = 37.0;
const COLUMNS: f32 = 28.0;

/// Lines on a page.
const ROWS: usize = 12;

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Centred, larger.
    Title,
    /// Two blanks before its first line.
    Indented,
    /// From the margin.
    Flush,
    /// At the right margin.
    Right,
}

/// A line on a page: where it starts, its size, its text.
struct Set {
    x: f32,
    size: f32,
    text: String,
}

/// An OFD file of paragraphs and, where a paragraph is empty, of the table.
pub fn write(paragraphs: &[(&str, Setting)], table: &[&[&str]]) -> Vec<u8> {
    let mut pages: Vec<String> = vec![String::new()];
    let mut row = 0;
    for (text, setting) in paragraphs {
        if text.is_empty() {
            grid(pages.last_mut().unwrap(), table, row);
            row += table.len();
            continue;
        }
        for line in lines(text, *setting) {
            if row >= ROWS {
                pages.push(String::new());
                row = 0;
            }
            // Programs do not keep to the order of reading.
            let page = pages.last_mut().unwrap();
            let object = object(&line, TOP + row as f32 * PITCH);
            page.insert_str(if row % 2 == 0 { 0 } else { page.len() }, &object);
            row += 1;
        }
    }
    package(&pages)
}

fn width(c: char) -> f32 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

fn lines(text: &str, setting: Setting) -> Vec<Set> {
    let size = if setting == Setting::Title { SIZE * 1.4 } else { SIZE };
    let all: f32 = text.chars().map(width).sum();
    let indent = match setting {
        Setting::Title => (COLUMNS - all * size / SIZE) / 2.0,
        Setting::Indented => 2.0,
        Setting::Flush => 0.0,
        Setting::Right => COLUMNS - all - 4.0,
    };
    let mut lines = vec![Set { x: LEFT + indent * SIZE, size, text: String::new() }];
    let mut used = indent;
    for c in text.chars() {
        let hangs = "，。；：、”）》！？".contains(c);
        if used + width(c) > COLUMNS && !hangs && setting != Setting::Title {
            lines.push(Set { x: LEFT, size, text: String::new() });
            used = 0.0;
        }
        used += width(c);
        lines.last_mut().unwrap().text.push(c);
    }
    lines
}

/// A text object whose steps are written one by one and in a group.
fn object(line: &Set, y: f32) -> String {
    let widths: Vec<f32> = line.text.chars().map(|c| width(c) * line.size).collect();
    let mut steps = String::new();
    for run in widths[..widths.len() - 1].chunk_by(|a, b| a == b) {
        if run.len() > 2 {
            write!(steps, "g {} {:.3} ", run.len(), run[0]).unwrap();
        } else {
            run.iter().for_each(|step| write!(steps, "{step:.3} ").unwrap());
        }
    }
    let text = line.text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<ofd:TextObject ID=\"9\" Font=\"1\" Size=\"{:.3}\" Boundary=\"{:.3} {:.3} {:.3} {:.3}\" CTM=\"1 0 0 1 0 0\">\
         <ofd:CGTransform CodePosition=\"0\" CodeCount=\"1\" GlyphCount=\"1\"><ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform>\
         <ofd:TextCode X=\"0\" Y=\"{:.3}\" DeltaX=\"{}\">{text}</ofd:TextCode></ofd:TextObject>\n",
        line.size,
        line.x,
        y,
        widths.iter().sum::<f32>(),
        line.size * 1.2,
        line.size,
        steps.trim(),
    )
}

/// A table with drawn lines.
fn grid(page: &mut String, table: &[&[&str]], row: usize) {
    let top = TOP + row as f32 * PITCH - 1.0;
    let columns = table[0].len();
    let (wide, high) = (40.0, table.len() as f32 * PITCH);
    let mut path = String::new();
    for i in 0..=table.len() {
        let y = i as f32 * PITCH;
        write!(path, "M 0 {y} L {} {y} ", wide * columns as f32).unwrap();
    }
    for i in 0..=columns {
        let x = i as f32 * wide;
        write!(path, "M {x} 0 L {x} {high} ").unwrap();
    }
    write!(
        page,
        "<ofd:PathObject ID=\"8\" Boundary=\"{LEFT} {top} {} {high}\" LineWidth=\"0.3\"><ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:PathObject>",
        wide * columns as f32
    )
    .unwrap();
    for (i, cells) in table.iter().enumerate() {
        for (j, text) in cells.iter().enumerate() {
            let x = LEFT + 2.0 + j as f32 * wide;
            let line = Set { x, size: SIZE, text: (*text).to_owned() };
            page.push_str(&object(&line, TOP + (row + i) as f32 * PITCH));
        }
    }
}

/// Of the file's own words none names a place: other reports are set with it too.
fn package(pages: &[String]) -> Vec<u8> {
    const NAME: &str = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    let mut list = String::new();
    // The names of the parts do not follow the order of the pages.
    let part = |i: usize| format!("Pages/Page_{}/Content.xml", pages.len() - i);
    for i in 0..pages.len() {
        write!(list, "<ofd:Page ID=\"{}\" BaseLoc=\"{}\"/>", i + 100, part(i)).unwrap();
    }
    let mut parts = vec![
        (
            "OFD.xml".to_owned(),
            format!(
                "<ofd:OFD {NAME} Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:Title>工作报告</ofd:Title>\
                 <ofd:Author>办公室</ofd:Author><ofd:CreationDate>2025-01-16</ofd:CreationDate></ofd:DocInfo>\
                 <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
            ),
        ),
        (
            "Doc_0/Document.xml".to_owned(),
            format!(
                "<ofd:Document {NAME}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>\
                 <ofd:TemplatePage ID=\"2\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData><ofd:Pages>{list}</ofd:Pages></ofd:Document>"
            ),
        ),
        (
            "Doc_0/Tpls/Tpl_0/Content.xml".to_owned(),
            format!(
                "<ofd:Page {NAME}><ofd:Content><ofd:Layer Type=\"Background\">{}</ofd:Layer></ofd:Content></ofd:Page>",
                object(&Set { x: 80.0, size: 3.5, text: "人民政府公报".to_owned() }, 12.0)
            ),
        ),
    ];
    for (i, page) in pages.iter().enumerate() {
        let number = object(&Set { x: 98.0, size: 4.9, text: format!("— {} —", i + 1) }, 275.0);
        parts.push((
            format!("Doc_0/{}", part(i)),
            format!(
                "<ofd:Page {NAME}><ofd:Template TemplateID=\"2\" ZOrder=\"Background\"/><ofd:Content><ofd:Layer ID=\"3\">{page}{number}</ofd:Layer></ofd:Content></ofd:Page>"
            ),
        ));
    }
    zipped(&parts)
}

/// A ZIP archive of text parts.
pub fn zipped(parts: &[(String, String)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
