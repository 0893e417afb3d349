//! The grammar of one line of page chrome: keys with their values, buttons, breadcrumbs.

use std::ops::Range;

use super::vocabulary::{VOCABULARY, Word};
use crate::intake::sniff::head;

/// Bytes of a line that are looked at: chrome stands at the front of whatever a line holds.
const FRONT: usize = 1200;

/// Longest line, in characters, whose free values may run to its end.
const SHORT: usize = 160;

/// What the grammar makes of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// Stretches of chrome in order; neighbours are joined.
    pub(super) chrome: Vec<Range<usize>>,
    /// The line is chrome and nothing else.
    pub(super) whole: bool,
    /// The line is a key whose value must stand on the next line.
    pub(super) expects_value: bool,
    /// The line has words that only the tail of a page has.
    pub(super) tail: bool,
}

/// Reads one line.
pub(super) fn read(line: &str) -> Reading {
    if is_breadcrumb(line) {
        return Reading { chrome: std::iter::once(0..line.len()).collect(), whole: true, ..Reading::default() };
    }
    let front = head(line, FRONT);
    let short = front.len() == line.len() && front.chars().nth(SHORT).is_none();
    let marks = marks(front);
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut open_key = false;
    for (i, mark) in marks.iter().enumerate() {
        let next = marks.get(i + 1).map_or(front.len(), |m| m.start);
        let value = value(&front[mark.value..next], mark.word, short);
        open_key = mark.takes_value() && !visible(&front[mark.value..mark.value + value]);
        items.push(mark.start..mark.value + value);
    }
    let tail = short && marks.iter().any(|mark| matches!(mark.word, Word::Tail | Word::Label));
    let chrome = join(front, items);
    let whole = tail || (front.len() == line.len() && !chrome.is_empty() && !uncovered(front, &chrome));
    Reading { chrome, whole, expects_value: whole && open_key && marks.len() == 1, tail }
}

/// A word of chrome that stands where chrome stands.
struct Mark {
    word: Word,
    start: usize,
    /// Where its value would start.
    value: usize,
}

impl Mark {
    fn takes_value(&self) -> bool {
        matches!(self.word, Word::Date | Word::Text | Word::Info)
    }
}

/// The words of the line that a colon, a bar or their neighbours confirm.
fn marks(line: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let sentence = line.contains(['。', '；']);
    for (word, start, end) in VOCABULARY.find(line) {
        let before = line[..start].chars().next_back();
        let after = &line[end..];
        let starts = before.is_none_or(is_mark);
        let follows = marks.last().is_some_and(|last| last.value == start);
        let mark = match word {
            Word::Trail => Some(end),
            // 推行“扫一扫”投诉。 is a sentence of the report.
            Word::Tail => (!sentence || !visible(&line[..start])).then_some(end),
            Word::Label => {
                let set_apart = after.chars().next().is_none_or(|c| c.is_whitespace() || "|｜】]".contains(c));
                colon(after).map(|length| end + length).or(set_apart.then_some(end)).filter(|_| starts || follows)
            }
            Word::Button => {
                let closed =
                    after.chars().next().is_none_or(is_mark) || VOCABULARY.find(after).next().is_some_and(|m| m.1 == 0);
                let alone = end - start > '大'.len_utf8() || size_beside(&line[..start], after);
                (closed && alone && (starts || follows)).then_some(end)
            }
            // 字号、许可 is what a firm has; 字号 大 中 小 is what a page has.
            Word::Size => colon(after).map(|length| end + length).or_else(|| {
                let chrome = || VOCABULARY.find(after.trim_start()).next().is_some_and(|next| next.1 == 0);
                let chosen = after.trim().is_empty() || size_beside("", after) || chrome();
                ((starts || follows) && chosen).then_some(end)
            }),
            _ => colon(after).map(|length| end + length).or_else(|| {
                let cell = starts && (after.trim().is_empty() || after.trim_start().starts_with(['|', '｜']));
                (cell && word == Word::Info).then_some(end)
            }),
        };
        if let Some(value) = mark {
            marks.push(Mark { word, start, value });
        }
    }
    marks
}

/// Whether another size of letters stands beside one: 大 中 小, but not 市(中)直.
fn size_beside(before: &str, after: &str) -> bool {
    let gap = |c: char| c.is_whitespace() || "|｜/+-A".contains(c);
    let sizes = |c: char| "大中小默放缩".contains(c);
    after.trim_start_matches(|c| gap(c) || "【[(（:：".contains(c)).starts_with(sizes)
        || before.trim_end_matches(gap).ends_with(|c: char| sizes(c) || "认体号".contains(c))
}

/// Length of a colon with blanks before it.
fn colon(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches([' ', '\u{A0}', '\u{3000}']);
    let colon = rest.chars().next().filter(|c| matches!(c, ':' | '：' | '﹕'))?;
    Some(text.len() - rest.len() + colon.len_utf8())
}

/// Length of the value at the start of `text`, which ends before the next word of chrome.
fn value(text: &str, word: Word, short: bool) -> usize {
    let lead = text.len() - text.trim_start().len();
    let rest = &text[lead..];
    let length = match word {
        Word::Date if short => text_value(rest, true),
        Word::Date => span(rest, |c| c.is_ascii_digit() || "年月日时分秒-/.:： T星期一二三四五六".contains(c)),
        Word::Count => span(rest, |c| c.is_ascii_digit() || ",，次人 \u{A0}".contains(c)),
        Word::Size => span(rest, |c| "大中小特超默认放缩标准减加 +-AaTt|/【】[]［］()（）、\u{A0}\u{3000}".contains(c)),
        Word::Button => 0,
        Word::Trail => trail_value(rest),
        Word::Text | Word::Info | Word::Tail | Word::Label => text_value(rest, short),
    };
    if length == 0 { 0 } else { lead + length }
}

/// A free value: to the end of a short line, to the first blank in a long one.
fn text_value(rest: &str, short: bool) -> usize {
    if short { rest.len() } else { rest.find(|c: char| c.is_whitespace() || "。;；【[".contains(c)).unwrap_or(0) }
}

/// A breadcrumb in front of other text: to the blank after its last step.
fn trail_value(rest: &str) -> usize {
    let last = rest.rfind(['>', '》', '→', '»']).map_or(0, |at| at + 1);
    let last = rest.ceil_char_boundary(last);
    let step = rest[last..].trim_start();
    let from = rest.len() - step.len();
    from + step.find(char::is_whitespace).unwrap_or(step.len())
}

fn span(text: &str, part: impl Fn(char) -> bool) -> usize {
    text.find(|c| !part(c)).unwrap_or(text.len())
}

/// Joins stretches with nothing but marks and blanks between them, and takes in the marks around them.
fn join(line: &str, items: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for item in items {
        match joined.last_mut() {
            Some(last) if !visible(&line[last.end..item.start]) => last.end = item.end,
            _ => joined.push(item),
        }
    }
    for item in &mut joined {
        let before = line[..item.start].trim_end_matches(|c: char| "【[［(（〔|｜•·●* \u{A0}\u{3000}\t".contains(c));
        item.start = before.len();
        let after = &line[item.end..];
        item.end +=
            after.len() - after.trim_start_matches(|c: char| "】]］)）〕|｜ \u{A0}\u{3000}\t".contains(c)).len();
    }
    joined
}

fn uncovered(line: &str, chrome: &[Range<usize>]) -> bool {
    let mut at = 0;
    for item in chrome {
        if visible(&line[at.min(item.start)..item.start]) {
            return true;
        }
        at = item.end;
    }
    visible(&line[at..])
}

fn visible(text: &str) -> bool {
    text.chars().any(|c| !is_mark(c))
}

/// Characters that part the items of chrome.
fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || (c.is_ascii_punctuation())
        || "【】［］（）〔〕《》，；：、。｜·•●○■□◆—－–→»＞“”\u{FEFF}\u{200B}".contains(c)
}

/// 首页 > 政务公开 > 正文, with or without 当前位置 before it.
fn is_breadcrumb(line: &str) -> bool {
    let text = line.trim();
    if text.chars().nth(SHORT).is_some() || text.contains('。') {
        return false;
    }
    let announced = VOCABULARY.find(text).next().is_some_and(|(word, at, _)| word == Word::Trail && at <= 6);
    let steps: Vec<&str> = text
        .split(['>', '＞', '»', '→', '›'])
        .map(|step| step.trim().trim_end_matches('-').trim())
        .filter(|s| !s.is_empty())
        .collect();
    let home = |s: &&str| ["首页", "主页", "网站", "门户"].iter().any(|word| s.contains(word));
    let ended = |s: &&str| matches!(*s, "正文" | "内容" | "详情" | "信息内容" | "文章内容");
    announced || (steps.len() >= 2 && (steps.first().is_some_and(home) || steps.last().is_some_and(ended)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_chrome_are_chrome() {
        for line in [
            "当前位置:首页 > 要闻 > 公告 >  正文",
            "首页 -> 政务公开 -> 工作报告",
            "来源:甲市司法局",
            "作者:",
            "【字号:",
            "分享:",
            "时间:2026-02-03来源:法规科点击:",
            "[字体: ] 打印",
            "打印本页关闭窗口",
            "• 附件:",
            "扫一扫在手机打开当前页",
            "信息来源：乙镇人民政府 发布日期：2025-12-22 42:18 点击数：77 [字体：大 中 小] 语音播报 收藏 打印本页",
            "| 索引号 | 1150/2026-0004 | 主题分类 | 法治 |",
            "字体大小: 放大 缩小",
            "【 大 中 小 】",
            "字号 大 中 小",
            "字体大小 打印",
            "上一篇：乙镇2021年总结　下一篇：没有了",
            "相关文件",
            "相关链接：",
            "主办单位：乙区人民政府 承办单位：乙区大数据局 技术支持：某公司",
            "政府网站标识码：2101020003 辽ICP备05001234号 辽公网安备 21010202000123号",
            "（此件公开发布）",
            "免责声明：本站转载的内容，版权归原作者。",
            "© 2024 乙区人民政府 版权所有",
        ] {
            assert!(read(line).whole, "{line}: {:?}", read(line));
        }
    }

    #[test]
    fn lines_of_a_report_are_not() {
        for line in [
            "甲市2024年法治政府建设情况报告",
            "全区各部门:",
            "一、主要举措和成效",
            "2024年,甲市坚持以习近平新时代中国特色社会主义思想为指导。",
            "甲市人民政府",
            "2025年1月15日",
            "关于印发《甲市2022年法治政府建设工作要点》的通知",
            "12345热线受理诉求38.6万件,来源广泛。",
            "用好用足相关政策，持续优化法治化营商环境。",
            "开展专项清理，梳理相关文件26件，废止6件",
            "为群众提供相关信息 做好技术支持工作",
            "推行“扫一扫”评价，群众满意率达98%。",
            "加大打印设备采购力度,下载量、浏览量逐年提高",
        ] {
            assert!(!read(line).whole, "{line}: {:?}", read(line));
        }
        for line in ["出台《乙市(中)直单位普法责任清单》，全面落实。", "提供一站式变更，字号、许可、信用平移。"]
        {
            assert_eq!(read(line), Reading::default());
        }
    }

    #[test]
    fn a_title_before_chrome_is_cut_off() {
        let line = "2024年度乙区法治政府建设情况报告 发布时间:2025-01-22 浏览次数:1286 【字体:大 中 小】 打印";
        let reading = read(line);
        assert_eq!(reading.chrome.len(), 1);
        assert_eq!(line[..reading.chrome[0].start].trim_end(), "2024年度乙区法治政府建设情况报告");
        assert_eq!(reading.chrome[0].end, line.len());
    }
}
