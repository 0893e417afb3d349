//! Plain text → blocks: lines, page chrome, wrapped paragraphs joined.

mod lines;
mod wrap;

pub(super) use lines::Line;
pub(super) use wrap::{Layout, ends_closed, opens_item};

use super::chrome::{self, Verdict};
use super::document::{Block, BlockKind, Role};
use super::traced::Traced;

/// The blocks of a plain text, and whether all its lines were read.
pub(super) fn blocks(original: &str) -> (Vec<Block>, bool) {
    let (lines, whole) = lines::split(original);
    let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
    let pieces = pieces(&lines, chrome::judge(&texts));
    let layout = Layout::of(pieces.iter().filter(|(_, role)| *role == Role::Body).map(|(line, _)| line));
    let mut blocks = Vec::new();
    let mut open: Option<(Traced, Line<'_>)> = None;
    for (line, role) in pieces {
        if role == Role::Body
            && let Some((traced, last)) = &mut open
            && layout.continues(last, &line)
        {
            traced.push(line.text, line.start);
            *last = line;
            continue;
        }
        close(&mut blocks, open.take());
        if role == Role::Chrome {
            close_as(&mut blocks, &line, Role::Chrome);
        } else {
            let mut traced = Traced::default();
            traced.push(line.text, line.start);
            open = Some((traced, line));
        }
    }
    close(&mut blocks, open);
    (blocks, whole)
}

/// The lines with their roles, mixed ones cut.
fn pieces<'a>(lines: &[Line<'a>], verdicts: Vec<Verdict>) -> Vec<(Line<'a>, Role)> {
    let mut pieces = Vec::with_capacity(lines.len());
    for (line, verdict) in lines.iter().zip(verdicts) {
        match verdict {
            Verdict::Body => pieces.push((*line, Role::Body)),
            Verdict::Chrome => pieces.push((*line, Role::Chrome)),
            Verdict::Mixed(parts) => {
                pieces.extend(parts.into_iter().filter_map(|(range, role)| Some((line.part(range)?, role))));
            }
        }
    }
    pieces
}

fn close(blocks: &mut Vec<Block>, open: Option<(Traced, Line<'_>)>) {
    blocks.extend(open.and_then(|(traced, _)| traced.into_block(Role::Body, BlockKind::Paragraph)));
}

fn close_as(blocks: &mut Vec<Block>, line: &Line<'_>, role: Role) {
    let mut traced = Traced::default();
    traced.push(line.text, line.start);
    blocks.extend(traced.into_block(role, BlockKind::Paragraph));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(original: &str) -> Vec<String> {
        let (blocks, _) = blocks(original);
        for block in &blocks {
            for (i, run) in block.runs.iter().enumerate() {
                let until = block.runs.get(i + 1).map_or(block.text.len(), |next| next.at);
                assert_eq!(&original[run.from..run.to], &block.text[run.at..until]);
            }
        }
        blocks.into_iter().filter(|b| b.role == Role::Body).map(|b| b.text).collect()
    }

    #[test]
    fn a_break_inside_a_sentence_becomes_nothing() {
        let text = "一、主要工作\n全年办结行政复议案件1\n20件,直接纠错率\n达15.2%。\n二、存在的问题\n";
        assert_eq!(body(text), ["一、主要工作", "全年办结行政复议案件120件,直接纠错率达15.2%。", "二、存在的问题"]);
    }

    #[test]
    fn titles_headings_and_signatures_stay_apart() {
        let text = "甲市人民政府\n关于2024年法治政府建设情况的报告\n\n省政府：\n\n（一）加强领导，压实责任\n\n2024年，甲市召开会议。\n\n甲市人民政府\n2025年1月3日\n";
        assert_eq!(body(text).len(), 7);
    }

    #[test]
    fn chrome_is_kept_and_marked() {
        let text = "首页 > 公告 > 正文\n甲市2024年法治政府建设情况报告 发布时间:2025-01-22 浏览次数:12\n2024年,甲市依法行政水平稳步提升,现将有关情况报告如下。\n• 附件:\n扫一扫在手机打开当前页";
        assert_eq!(
            body(text),
            ["甲市2024年法治政府建设情况报告", "2024年,甲市依法行政水平稳步提升,现将有关情况报告如下。"]
        );
        assert_eq!(blocks(text).0.len(), 6);
    }

    #[test]
    fn attachments_and_links_at_the_end_are_chrome() {
        let text = "甲市2024年法治政府建设情况报告\n2024年,甲市依法行政水平稳步提升,现将有关情况报告如下。\n甲市人民政府\n2025年1月3日\n附件:1.甲表.xls\n2.乙表.xls\n【打印本页】【关闭窗口】\n上一篇:甲市2023年法治政府建设情况报告\n版权所有:甲市";
        assert_eq!(body(text).len(), 4);
    }

    #[test]
    fn a_title_said_three_times_is_one() {
        let title = "甲市2024年法治政府建设情况报告";
        let text = format!(
            "标题\n{title}\n有效性\n有效\n{title}-甲市政府网\n{title}\n(发布时间:2025-01-10)\n2024年,甲市依法行政水平稳步提升,现将有关情况报告如下。\n"
        );
        assert_eq!(body(&text), [title, "2024年,甲市依法行政水平稳步提升,现将有关情况报告如下。"]);
    }

    #[test]
    fn fixed_width_lines_are_joined() {
        let sentence = "全市各级行政机关坚持依法行政，办理行政复议案件四十五件，调解成功率百分之九十八，群众满意度持续提升，法治政府建设取得新的进展。";
        let paragraph: Vec<char> = sentence.repeat(3).chars().collect();
        let lines: Vec<String> = paragraph.chunks(30).map(|c| c.iter().collect()).collect();
        let text = format!("　　{}\n　　{}\n", lines.join("\n"), lines.join("\n"));
        assert_eq!(body(&text), [sentence.repeat(3), sentence.repeat(3)]);
        let text = format!("　　全年审查合同12份，\n{}\n，另有三份。\n", lines.join("\n"));
        assert_eq!(body(&text).len(), 1);
    }
}
