//! How far a word stands from its number, words that carry no meaning left out.

/// Words that may stand between a noun and its number without parting them, longest first.
const FILLER: &[&str] = &[
    "分别达到",
    "稳定在",
    "保持在",
    "控制在",
    "维持在",
    "达到了",
    "总数达",
    "提高到",
    "提升到",
    "提升至",
    "提高至",
    "压减至",
    "压减到",
    "压缩至",
    "压缩到",
    "下降到",
    "下降至",
    "上升到",
    "上升至",
    "合计达",
    "全部",
    "案件",
    "事项",
    "工作",
    "活动",
    "各类",
    "达到",
    "分别",
    "累计",
    "总计",
    "合计",
    "共计",
    "高达",
    "均达",
    "均为",
    "保持",
    "稳定",
    "总数",
    "数量",
    "数为",
    "人数",
    "件数",
    "次数",
    "总量",
    "降至",
    "降到",
    "升至",
    "升到",
    "增至",
    "增加到",
    "已达",
    "实现",
    "完成",
    "金额",
    "总额",
    "比例",
    "比率",
    "平均",
    "总共",
    "约为",
    "共有",
    "目前",
    "超过",
    "突破",
    "为",
    "达",
    "共",
    "计",
    "有",
    "约",
    "至",
    "到",
    "已",
    "了",
    "均",
    "数",
    "等",
    "的",
    "是",
    "在",
    "于",
    "率",
    "都",
    "各",
    "“",
    "”",
    "\"",
    "并",
    "其",
    "(",
    ")",
    " ",
    ":",
    "：",
    "、",
    "个",
    "件",
    "项",
    "次",
    "超",
    "近",
    "逾",
    "又",
    "也",
    "就",
    "仅",
    "只",
];

/// Characters of `text` that are neither filler nor inside 《…》.
pub(crate) fn width(text: &str) -> usize {
    let mut rest = text;
    let mut count = 0;
    let mut titles = 0_u32;
    while let Some(c) = rest.chars().next() {
        let step = match c {
            '《' => {
                titles += 1;
                c.len_utf8()
            }
            '》' => {
                titles = titles.saturating_sub(1);
                c.len_utf8()
            }
            _ if titles > 0 => c.len_utf8(),
            _ => match FILLER.iter().find(|word| rest.starts_with(**word)) {
                Some(word) => word.len(),
                None => {
                    count += 1;
                    c.len_utf8()
                }
            },
        };
        rest = &rest[step..];
    }
    count
}

/// Whether nothing but filler stands there.
pub(crate) fn is_filler(text: &str) -> bool {
    width(text) == 0
}
