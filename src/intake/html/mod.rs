//! Web page → blocks: the report's own lines as body, all the rest kept as chrome.

mod content;
mod input;
mod line;
mod tags;
mod tokens;
mod tree;

use super::chrome::{self, Verdict};
use super::document::{Block, BlockKind, Cell, MetaItem, Role, Warning};
use super::text::{Layout, Line};
use super::traced::Traced;
use tree::{Leaf, Tree};

/// Bytes of hidden text that may be the report.
const HIDDEN: usize = 600;

/// What a page gives.
pub(super) struct Page {
    /// Its lines.
    pub(super) blocks: Vec<Block>,
    /// Title and `meta` elements.
    pub(super) facts: Vec<MetaItem>,
    /// What was odd.
    pub(super) warnings: Vec<Warning>,
}

/// Reads a page.
pub(super) fn read(original: &str) -> Page {
    let mut tree = tree(original, false);
    // Some pages hide the report until a script has cut it into pages.
    if tree.hidden >= HIDDEN && !content::has_report(&tree) {
        tree = self::tree(original, true);
    }
    for leaf in &tree.leaves {
        tree.grid.count(leaf.place, leaf.shown);
    }
    let numbers = tree.grid.numbers();
    let mut content = content::choose(&tree, &numbers);
    if content::is_stub(&tree, &content) {
        content.inside.fill(false);
        content.title = None;
    }
    let verdicts = verdicts(&tree.leaves, &content.inside);
    let joined = joined(&tree.leaves, &verdicts);
    let mut blocks = Vec::new();
    let mut lines = tree.leaves.into_iter().zip(verdicts).enumerate().peekable();
    while let Some((at, (mut leaf, verdict))) = lines.next() {
        let kind = kind(&leaf, &numbers, content.title == Some(at));
        while let Some((_, (next, _))) = lines.next_if(|(next, _)| joined[*next]) {
            leaf.traced.append(next.traced);
        }
        emit(&mut blocks, leaf.traced, kind, verdict);
    }
    let warnings = if tree.truncated { vec![Warning::Truncated] } else { Vec::new() };
    Page { blocks, facts: tree.facts, warnings }
}

fn tree(original: &str, shows_hidden: bool) -> Tree {
    let mut tree = Tree::new(shows_hidden);
    tokens::read(original, &mut tree);
    tree.finish();
    tree
}

/// Judges the lines of the container by the grammar of chrome; lines outside are chrome.
fn verdicts(leaves: &[Leaf], inside: &[bool]) -> Vec<Verdict> {
    let lines: Vec<&str> =
        leaves.iter().zip(inside).filter(|(_, inside)| **inside).map(|(leaf, _)| leaf.traced.text()).collect();
    let mut judged = chrome::judge(&lines).into_iter();
    inside.iter().map(|inside| if *inside { judged.next().unwrap_or(Verdict::Body) } else { Verdict::Chrome }).collect()
}

/// For each line whether it goes on with the sentence of the line before, from which a `br` parts it.
fn joined(leaves: &[Leaf], verdicts: &[Verdict]) -> Vec<bool> {
    let lines: Vec<Option<Line<'_>>> =
        leaves.iter().map(|leaf| Line::new(leaf.traced.text(), 0, leaf.breaks != 1)).collect();
    let soft = |at: &usize| leaves[*at].breaks > 0 && verdicts[*at] == Verdict::Body;
    let layout = Layout::of((0..leaves.len()).filter(soft).filter_map(|at| lines[at].as_ref()));
    let mut joined = vec![false; leaves.len()];
    for at in (1..leaves.len()).filter(soft) {
        let beside = leaves[at - 1].element == leaves[at].element && verdicts[at - 1] == Verdict::Body;
        if let (true, Some(last), Some(next)) = (beside && leaves[at].breaks == 1, &lines[at - 1], &lines[at]) {
            joined[at] = layout.continues(last, next);
        }
    }
    joined
}

fn kind(leaf: &Leaf, numbers: &[Option<u32>], title: bool) -> BlockKind {
    if title {
        return BlockKind::Heading(0);
    }
    if let Some(place) = leaf.place
        && place.cell
        && let Some(table) = numbers.get(place.table).copied().flatten()
    {
        return BlockKind::Cell(Cell { table, row: place.row, column: place.column });
    }
    leaf.heading.map_or(BlockKind::Paragraph, BlockKind::Heading)
}

fn emit(blocks: &mut Vec<Block>, traced: Traced, kind: BlockKind, verdict: Verdict) {
    match verdict {
        Verdict::Body => blocks.extend(traced.into_block(Role::Body, kind)),
        Verdict::Chrome => blocks.extend(traced.into_block(Role::Chrome, kind)),
        Verdict::Mixed(parts) => {
            blocks.extend(parts.into_iter().filter_map(|(range, role)| traced.part(range, role, kind)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAGRAPH: &str = "2024年，甲市坚持依法行政，全年办结行政复议案件45件，纠错率为8.1%，各项任务按期完成。";

    fn body(page: &str) -> Vec<String> {
        read(page).blocks.into_iter().filter(|b| b.role == Role::Body).map(|b| b.text).collect()
    }

    #[test]
    fn menus_and_footers_are_chrome_and_the_title_is_not() {
        let page = format!(
            "<div class=nav><a>首页</a> <a>政务公开</a></div><h1>甲市2024年法治政府建设情况报告</h1>\
             <div class=meta>来源：甲市司法局 发布时间：2025-01-16</div>\
             <div class=TRS_Editor><p>&emsp;&emsp;{PARAGRAPH}<p>一、主要工作<p>{PARAGRAPH}</div>\
             <div class=footer>主办单位：甲市人民政府，地址：甲市一路1号，电话：000-123</div>"
        );
        assert_eq!(body(&page), ["甲市2024年法治政府建设情况报告", PARAGRAPH, "一、主要工作", PARAGRAPH]);
    }

    #[test]
    fn paragraphs_parted_by_line_breaks() {
        let page = format!(
            "<body><div id=zoom>&nbsp;&nbsp;{PARAGRAPH}<br><br>\n&nbsp;&nbsp;一、主要工作<br>{PARAGRAPH}</div>"
        );
        assert_eq!(body(&page), [PARAGRAPH, "一、主要工作", PARAGRAPH]);
    }

    #[test]
    fn lists_of_links_after_the_report_are_chrome_and_its_signature_is_not() {
        let page = format!(
            "<div><h1>甲市人民政府</h1><h1>关于2024年法治政府建设情况的报告</h1><div>{PARAGRAPH}</div><div>甲市人民政府</div>\
             <div>附件：1.<a>甲表.xls</a></div><h3>解读</h3><p><a>关于某项政策的解读</a></p><p>近日，乙市印发文件…<a>[详细]</a></p></div>"
        );
        assert_eq!(body(&page), ["甲市人民政府", "关于2024年法治政府建设情况的报告", PARAGRAPH, "甲市人民政府"]);
    }

    #[test]
    fn lines_broken_inside_a_sentence_are_joined() {
        let page = format!("<div>一、主要工作<br>全年审查合同12份，败诉<br>率为9%。<br>二、打算<p>{PARAGRAPH}</div>");
        assert_eq!(body(&page), ["一、主要工作", "全年审查合同12份，败诉率为9%。", "二、打算", PARAGRAPH]);
    }

    #[test]
    fn a_table_of_data_is_cells_and_a_layout_table_is_not() {
        let page = format!(
            "<table><tr><td><p>{PARAGRAPH}</p><table><tr><th>项目<th>2023年<tr><td>收案<td>12</table><p>{PARAGRAPH}</p></table>"
        );
        let kinds: Vec<_> = read(&page).blocks.into_iter().map(|b| (b.text, b.kind)).collect();
        let cell = |row, column| BlockKind::Cell(Cell { table: 0, row, column });
        assert_eq!(kinds[0].1, BlockKind::Paragraph);
        assert_eq!(kinds[1], ("项目".to_owned(), cell(0, 0)));
        assert_eq!(kinds[4], ("12".to_owned(), cell(1, 1)));
        assert_eq!(kinds[5].1, BlockKind::Paragraph);
    }

    #[test]
    fn a_report_that_a_script_shows_later_is_read() {
        let long = PARAGRAPH.repeat(6);
        for style in ["visibility: hidden; opacity: 0", "display:none"] {
            let page = format!(
                "<div class=nav><a>首页</a></div><h1>甲市2024年法治政府建设情况报告</h1><div style='{style}'><p>{long}</div>"
            );
            assert_eq!(body(&page), ["甲市2024年法治政府建设情况报告", long.as_str()], "{style}");
        }
    }

    #[test]
    fn pages_that_send_on_have_no_body() {
        for page in [
            "<title>跳转</title><body>正在跳转，请稍候……</body>",
            "<body><h1>甲市2024年法治政府建设情况报告</h1><p>附件：<a href=a.pdf>甲市2024年法治政府建设情况报告.pdf</a></p></body>",
            "<body><a>首页</a><h2>甲市2024年法治政府建设情况报告</h2><iframe src=a.pdf></iframe><p>您的浏览器不支持在线预览，请下载后查看。</p></body>",
            "<frameset><frame src=a.html><noframes><body>您的浏览器不支持框架</body></noframes></frameset><p>您的浏览器不支持框架</p>",
        ] {
            assert_eq!(body(page), Vec::<String>::new(), "{page}");
        }
        assert_eq!(body("<p>甲市办结案件45件。</p>").len(), 1);
    }

    #[test]
    fn what_readers_write_under_the_report_is_not_read() {
        let page = format!(
            "<div><div><p>{PARAGRAPH}<p>二、打算<p>{PARAGRAPH}</div><p>扫一扫在手机打开当前页</p>\
             <div><b>网友</b><p>数字清楚，写得很好，希望今后每年都能这样按时向社会公开，方便大家监督。</div></div>"
        );
        assert_eq!(body(&page), [PARAGRAPH, "二、打算", PARAGRAPH]);
    }

    #[test]
    fn hidden_text_scripts_and_controls_are_not_read() {
        let page = format!(
            "<script>var a='<p>1件</p>';</script><p style='display: none'>2件，3件。</p><p>{PARAGRAPH}</p><select><option>4件</select>"
        );
        assert_eq!(body(&page), [PARAGRAPH]);
    }
}
