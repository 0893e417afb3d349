//! Texts → lines of a given width, broken where Chinese may be broken.

use super::face::{Face, Weight};

/// Marks that no line starts with.
const CLOSING: &str = "。，、；：？！）》」』】〉〕”’…％%·—～,.;:?!)]}–-′″℃‰";
/// Marks that no line ends with.
const OPENING: &str = "（《「『【〈〔“‘([{¥￥$#№≥≤";

/// Marks at which a reader pauses.
const PAUSES: &str = "：、；，。:;,";

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// In points.
    pub size: f64,
    /// Its weight.
    pub weight: Weight,
}

impl Setting {
    /// Width of a text, in points.
    pub fn width(self, text: &str) -> f64 {
        Face::of(self.weight).width(text, self.size)
    }

    /// Lines no wider than `width`; an empty text has none.
    ///
    /// A piece that may not be broken and is wider all the same is broken anywhere.
    pub fn wrap(self, text: &str, width: f64) -> Vec<String> {
        self.fill(&pieces(text, breaks), width)
    }

    fn fill(self, pieces: &[&str], width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for piece in pieces {
            if self.width(&line) + self.width(piece.trim_end()) > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if self.width(piece.trim_end()) <= width {
                line.push_str(piece);
                continue;
            }
            for c in piece.chars() {
                if !line.is_empty() && self.width(&line) + self.width(c.encode_utf8(&mut [0; 4])) > width {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        lines.push(line);
        lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    }

    /// As [`Setting::wrap`], broken behind marks where that makes no more lines.
    pub fn wrap_at_pauses(self, text: &str, width: f64) -> Vec<String> {
        self.fill(&self.pieces_for(text, width), width)
    }

    fn widest(self, pieces: &[&str]) -> f64 {
        pieces.iter().map(|piece| self.width(piece.trim_end())).fold(0.0, f64::max)
    }

    fn pieces_for(self, text: &str, width: f64) -> Vec<&str> {
        let fine = pieces(text, breaks);
        let coarse = pieces(text, |before, after| PAUSES.contains(before) && breaks(before, after));
        let whole = self.widest(&coarse) <= width;
        if whole && self.fill(&coarse, width).len() <= self.fill(&fine, width).len() { coarse } else { fine }
    }

    /// As [`Setting::wrap`], with lines of about equal length in place of a short last one, and broken behind marks
    /// where that makes no more lines: names stay whole.
    pub fn wrap_evenly(self, text: &str, width: f64) -> Vec<String> {
        let pieces = self.pieces_for(text, width);
        let most = self.fill(&pieces, width).len();
        // No piece is broken for the sake of even lines.
        let (mut low, mut high) = (self.widest(&pieces).clamp(width / 2.0, width), width);
        for _ in 0..8 {
            let middle = f64::midpoint(low, high);
            if self.fill(&pieces, middle).len() <= most { high = middle } else { low = middle }
        }
        self.fill(&pieces, high)
    }

    /// The text, cut with an ellipsis where it is wider than `width`.
    pub fn cut(self, text: &str, width: f64) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut kept = String::new();
        for c in text.chars() {
            if self.width(&kept) + self.width(c.encode_utf8(&mut [0; 4])) + self.width("…") > width {
                break;
            }
            kept.push(c);
        }
        kept.truncate(kept.trim_end().len());
        kept + "…"
    }

    /// At most `most` lines; what does not fit is cut with an ellipsis.
    pub fn wrap_up_to(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let mut lines = self.wrap(text, width);
        if lines.len() > most {
            let rest = lines.split_off(most.saturating_sub(1)).concat();
            lines.extend((most > 0).then(|| self.cut(&format!("{rest}…"), width)));
        }
        lines
    }
}

/// The pieces between which a line may be broken, spaces at their ends.
fn pieces(text: &str, breaks: impl Fn(char, char) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| breaks(before, c)) {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

fn breaks(before: char, after: char) -> bool {
    if after == ' ' || CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    if before == ' ' {
        return true;
    }
    // Words, numbers and ranges of years hold together; a dash belongs to what follows it.
    let joins = |c: char| !is_wide(c) || matches!(c, '—' | '…');
    !(joins(before) && joins(after))
}

/// Whether lines may be broken on either side of a character: Chinese and its marks.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PLAIN: Setting = Setting { size: 10.0, weight: Weight::Regular };

    #[test]
    fn marks_stay_with_what_they_close_and_open() {
        assert_eq!(PLAIN.wrap("依法行政，公开透明。", 40.0), ["依法行", "政，公开", "透明。"]);
        assert_eq!(PLAIN.wrap("报告（摘要）", 30.0), ["报告", "（摘", "要）"]);
        assert_eq!(PLAIN.wrap("年度（2019—2023）", 80.0), ["年度", "（2019—2023）"].map(str::to_owned));
        assert_eq!(PLAIN.wrap("rule of law reports", 60.0), ["rule of law", "reports"]);
        assert_eq!(PLAIN.wrap("约12,000件", 45.0), ["约12,000", "件"]);
        assert!(PLAIN.wrap("  ", 45.0).is_empty());
    }

    #[test]
    fn even_lines_hold_no_orphans() {
        let title = "行政机关负责人出庭应诉率：沈阳市、营口市";
        assert_eq!(PLAIN.wrap(title, 190.0).last().unwrap().chars().count(), 1);
        let even = PLAIN.wrap_evenly(title, 190.0);
        assert_eq!(even, ["行政机关负责人出庭应诉率：", "沈阳市、营口市"]);
        let places = "行政机关负责人出庭应诉率：墨岭市、澄港市、澜州市、绮湖市（2019—2024）";
        let lines = PLAIN.wrap_evenly(places, 300.0);
        assert!(lines.len() == 2 && lines[0].ends_with(['：', '、']), "no name is torn: {lines:?}");
    }

    #[test]
    fn what_does_not_fit_is_cut_with_an_ellipsis() {
        assert_eq!(PLAIN.cut("法治政府建设", 45.0), "法治政…");
        assert_eq!(PLAIN.cut("法治", 45.0), "法治");
        assert_eq!(PLAIN.wrap_up_to("法治政府建设年度报告", 40.0, 2), ["法治政府", "建设年…"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_wider(text in "[法治（）。，a-z0-9—% ]{0,60}", width in 30.0..200.0) {
            let lines = PLAIN.wrap(&text, width);
            let solid = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
            for line in &lines {
                prop_assert!(PLAIN.width(line) <= width + 1e-6, "{} in {}", line, width);
            }
        }
    }

    #[test]
    fn no_word_is_broken_for_the_sake_of_even_lines() {
        let title = "12345 satisfaction rate, Reconsideration applications received: 墨岭市, 槐安县 (2019–2024)";
        for width in [120.0, 200.0, 260.0, 300.0, 360.0] {
            let lines = PLAIN.wrap_evenly(title, width);
            let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
            let split: Vec<String> = lines.iter().flat_map(|line| words(line)).collect();
            let latin = |word: &&String| word.is_ascii();
            let whole = words(title);
            assert!(split.iter().filter(latin).all(|word| whole.contains(word)), "{width}: {lines:?}");
        }
    }
}
