//! Markdown → blocks: headings, list items and cells, with the marks left out and the places kept.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::chrome::{self, Verdict};
use super::document::{Block, BlockKind, Cell, Role};
use super::text::{Layout, Line};
use super::traced::Traced;

/// A line of the text, as far as the file breaks lines.
#[derive(Debug, Default)]
struct Written {
    traced: Traced,
    heading: Option<u8>,
    cell: Option<Cell>,
    /// A single line break parts it from the line before: it may go on with the sentence.
    soft: bool,
}

/// The blocks of a text in Markdown.
pub(super) fn blocks(original: &str) -> Vec<Block> {
    let mut reader = Reader { original, ..Reader::default() };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(original, options).into_offset_iter() {
        reader.event(&event, range);
    }
    reader.end_line(false);
    laid_out(reader.lines)
}

/// Lines that go on with a sentence joined, page chrome told apart.
fn laid_out(lines: Vec<Written>) -> Vec<Block> {
    let texts: Vec<&str> = lines.iter().map(|line| line.traced.text()).collect();
    let verdicts = chrome::judge(&texts);
    let plain: Vec<Option<Line<'_>>> = lines.iter().map(|line| Line::new(line.traced.text(), 0, !line.soft)).collect();
    let running =
        |at: &usize| lines[*at].heading.is_none() && lines[*at].cell.is_none() && verdicts[*at] == Verdict::Body;
    let layout = Layout::of((0..lines.len()).filter(running).filter_map(|at| plain[at].as_ref()));
    let joined: Vec<bool> = (0..lines.len())
        .map(|at| match at.checked_sub(1).map(|before| (before, &plain[before], &plain[at])) {
            Some((before, Some(last), Some(next))) if lines[at].soft && running(&at) && running(&before) => {
                layout.continues(last, next)
            }
            _ => false,
        })
        .collect();
    let mut blocks = Vec::new();
    let mut rest = lines.into_iter().zip(verdicts).zip(joined).peekable();
    while let Some(((mut line, verdict), _)) = rest.next() {
        while let Some(((next, _), _)) = rest.next_if(|(_, joined)| *joined) {
            line.traced.append(next.traced);
        }
        let kind = match (line.cell, line.heading) {
            (Some(cell), _) => BlockKind::Cell(cell),
            (None, Some(level)) => BlockKind::Heading(level),
            (None, None) => BlockKind::Paragraph,
        };
        match verdict {
            Verdict::Body => blocks.extend(line.traced.into_block(Role::Body, kind)),
            Verdict::Chrome => blocks.extend(line.traced.into_block(Role::Chrome, kind)),
            Verdict::Mixed(parts) => {
                blocks.extend(parts.into_iter().filter_map(|(range, role)| line.traced.part(range, role, kind)));
            }
        }
    }
    blocks
}

/// Where the reader stands.
#[derive(Default)]
struct Reader<'a> {
    original: &'a str,
    lines: Vec<Written>,
    open: Written,
    heading: Option<u8>,
    cell: Option<Cell>,
    tables: u32,
    /// Where the item starts whose number is still to be written.
    item: Option<usize>,
    /// Open lists, each with whether it counts.
    counts: Vec<bool>,
    /// Inside what is no text: the head of the file.
    unread: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Text(_) if !self.unread => self.text(range),
            Event::Code(_) => self.code(range),
            Event::SoftBreak => self.end_line(true),
            Event::HardBreak => self.end_line(false),
            Event::InlineHtml(tag) if tag.trim_start_matches('<').to_ascii_lowercase().starts_with("br") => {
                self.end_line(false);
            }
            Event::Html(html) if !html.contains('<') => self.text(range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.heading = Some(number(*level)),
            Tag::Item => self.item = self.counts.last().is_some_and(|counts| *counts).then_some(range.start),
            Tag::List(first) => {
                self.end_line(false);
                self.counts.push(first.is_some());
            }
            Tag::Table(_) => {
                self.cell = Some(Cell { table: self.tables, row: 0, column: 0 });
                self.tables = self.tables.saturating_add(1);
            }
            Tag::MetadataBlock(_) => self.unread = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.end_line(false);
                self.heading = None;
            }
            TagEnd::TableCell => {
                self.end_line(false);
                if let Some(cell) = &mut self.cell {
                    cell.column = cell.column.saturating_add(1);
                }
            }
            TagEnd::TableRow | TagEnd::TableHead => {
                if let Some(cell) = &mut self.cell {
                    (cell.row, cell.column) = (cell.row.saturating_add(1), 0);
                }
            }
            TagEnd::Table => self.cell = None,
            TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.end_line(false),
            TagEnd::List(_) => {
                self.counts.pop();
            }
            TagEnd::MetadataBlock(_) => self.unread = false,
            _ => {}
        }
    }

    /// Characters that stand in the file, in code over several lines.
    fn text(&mut self, range: Range<usize>) {
        let original = self.original;
        if let Some(start) = self.item.take() {
            // The number of an item is the file's own: 1. stands before the text.
            let mark = original.get(start..range.start).unwrap_or_default();
            self.open.traced.push(mark.split(['\n', '\r']).next().unwrap_or_default(), start);
        }
        let mut at = range.start;
        for line in original.get(range).unwrap_or_default().split_inclusive('\n') {
            self.open.traced.push(line.trim_end_matches(['\n', '\r']), at);
            at += line.len();
            if line.ends_with('\n') {
                self.end_line(true);
            }
        }
    }

    /// Code inside a line, without its marks.
    fn code(&mut self, range: Range<usize>) {
        let whole = self.original.get(range.clone()).unwrap_or_default();
        let marks = whole.len() - whole.trim_start_matches('`').len();
        if marks * 2 < whole.len() {
            self.text(range.start + marks..range.end - marks);
        }
    }

    /// The line ends; the next one may go on with it where the break is `soft`.
    fn end_line(&mut self, soft: bool) {
        let next = Written { soft, ..Written::default() };
        let mut line = std::mem::replace(&mut self.open, next);
        if super::traced::inked(line.traced.text()).is_none() {
            self.open.soft &= line.soft;
            return;
        }
        (line.heading, line.cell) = (self.heading, self.cell);
        self.lines.push(line);
    }
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAGRAPH: &str = "2024年，甲市坚持依法行政，全年办结行政复议案件45件，纠错率为8.1%，各项任务按期完成。";

    fn read(original: &str) -> Vec<(String, BlockKind)> {
        let blocks = blocks(original);
        for block in &blocks {
            for (i, run) in block.runs.iter().enumerate() {
                let until = block.runs.get(i + 1).map_or(block.text.len(), |next| next.at);
                assert_eq!(&original[run.from..run.to], &block.text[run.at..until]);
            }
        }
        blocks.into_iter().map(|block| (block.text, block.kind)).collect()
    }

    fn texts(original: &str) -> Vec<String> {
        read(original).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn headings_and_emphasis_without_their_marks() {
        let text = format!(
            "---\ntitle: 甲\n---\n# 甲市2024年法治政府建设情况报告\n\n**{PARAGRAPH}**\n\n## 一、主要工作\n\n`办结`*45*件 &amp; 其他。\n"
        );
        let all = read(&text);
        assert_eq!(all[0], ("甲市2024年法治政府建设情况报告".to_owned(), BlockKind::Heading(1)));
        assert_eq!(all[1], (PARAGRAPH.to_owned(), BlockKind::Paragraph));
        assert_eq!(all[2], ("一、主要工作".to_owned(), BlockKind::Heading(2)));
        assert!(all[3].0.starts_with("办结45件 "));
    }

    #[test]
    fn lines_in_one_paragraph_are_those_of_a_plain_text() {
        let text = format!("一、主要工作\n{PARAGRAPH}\n全年审查合同12份，败诉\n率为9%。\n");
        assert_eq!(texts(&text), ["一、主要工作", PARAGRAPH, "全年审查合同12份，败诉率为9%。"]);
    }

    #[test]
    fn numbers_of_items_stay_and_bullets_go() {
        let text = format!("1. 加强领导\n2. 压实责任\n\n- {PARAGRAPH}\n- 其他。\n");
        assert_eq!(texts(&text), ["1. 加强领导", "2. 压实责任", PARAGRAPH, "其他。"]);
    }

    #[test]
    fn tables_are_read_cell_by_cell() {
        let text = format!("{PARAGRAPH}\n\n| 项目 | 2024年 |\n|---|---|\n| 收案 | 12 |\n");
        let cell = |row, column| BlockKind::Cell(Cell { table: 0, row, column });
        let all = read(&text);
        assert_eq!(all[1], ("项目".to_owned(), cell(0, 0)));
        assert_eq!(all[4], ("12".to_owned(), cell(1, 1)));
    }
}
