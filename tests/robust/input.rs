//! Made-up and damaged input.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Numbers of every form, units, marks, cue words, nouns: whatever the rules look for.
#[rustfmt::skip]
const FRAGMENTS: [&str; 184] = [
    "1", "20", "300", "1,204", "88,120,300", "1.2万", "3.18", "98.5%", "１２３４", "９８．５％", "1 285", "98. 5", "0", "00", "007",
    "99999999999999999999", "1.2.3", "1..2", "-5", "+3", "0.8‰", "3/4", "1/0", "9:1", "63%~68%", "2—3", "50—80", "2021—2025年", "1—11月",
    "一", "两", "十余", "数十", "百余", "三千余", "近百", "六成", "百分之九十八点五", "百分之", "千分之三", "一千一百多", "二〇二三年",
    "半数", "翻番", "三分之一", "一万亿", "万", "亿", "千", "百", "点", "零", "廿", "①", "Ⅳ", "½", "٣", "𝟙", "x", "**", "XX",
    "2024年", "2023年", "20256月", "202312月28日", "2024年1至9月", "1月", "12·4", "12345", "8890", "5G", "7×24", "1+6+42", "第3次", "第五十条",
    "〔2024〕17号", "(2)", "1.", "2、", "（一）", "一、", "一是", "二是",
    "件", "起", "次", "场次", "人", "人次", "名", "户", "家", "项", "个", "份", "条", "宗", "%", "％", "个百分点", "倍", "元", "万元", "亿元",
    "工作日", "小时", "天",
    "余", "多", "近", "约", "超", "以上", "以下", "以内", "左右", "不少于", "不超过", "达到", "突破", "仅",
    "同比", "较上年", "上升", "下降", "增长", "提高", "由", "从", "到", "至", "升至", "减少", "比", "其中", "分别", "分别为", "均为", "均达", "各",
    "每", "累计", "近三年", "截至9月底", "上半年", "2018年以来", "上年结转", "力争", "确保", "总数达", "全省", "市本级", "青屏县", "某分局", "法院",
    "行政复议申请", "受理", "审结", "纠错率", "负责人出庭应诉率", "败诉率", "调解纠纷", "12345热线", "办结率", "满意率", "法律顾问", "审查合同",
    "行政规范性文件", "法律援助案件", "全覆盖", "全部办结", "未发生", "无", "共",
    "，", ",", "。", "；", "、", "：", "(", ")", "（", "）",
];

/// Marks and blanks that stand anywhere.
const MARKS: [&str; 22] = [
    "“", "”", "《", "》", "【", "】", "\n", "\n\n", "\r\n", "\t", " ", "\u{3000}", "\u{A0}", "\u{FEFF}", "\u{200B}",
    "·", "—", "～", "…", "(jié)", "議", "e\u{301}",
];

/// Tags and entities of a page.
const TAGS: [&str; 14] =
    ["", "", "", "", "</p><p>", "<br>", "<b>", "</b>", "&nbsp;", "&#49;", "<td>", "<h2>", "<!---->", "<span></span>"];

/// Up to so many words in any order.
pub fn fragments(most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    let word = prop_oneof![8 => prop::sample::select(&FRAGMENTS[..]), 1 => prop::sample::select(&MARKS[..])];
    prop::collection::vec(word, 0..most)
}

/// Bytes as in texts of old encodings, with some that fit none.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![40 => b' '..=b'~', 40 => 0xA1_u8..=0xF7, 2 => Just(b'\n'), 1 => any::<u8>()];
    prop::collection::vec(byte, 0..1000)
}

/// Up to so many clauses that say something.
pub fn clauses(most: usize) -> impl Strategy<Value = String> {
    let pick = |words: &'static [&'static str]| prop::sample::select(words);
    let number = prop_oneof![
        3 => (1_u32..2000).prop_map(|n| n.to_string()),
        1 => (0_u32..1000).prop_map(|n| format!("{}.{}", n / 10, n % 10)),
        1 => pick(&["1,204", "1.2万", "３４", "三十二", "近百", "百余", "1 285", "98. 5", "30\n5", "0", "1.2.3", "2—3", "百分之六十"])
            .prop_map(str::to_owned),
    ];
    let said = (pick(&TIMES), pick(&NOUNS), pick(&CUES), number, pick(&UNITS));
    let clause = (said, pick(&CHANGES), pick(&ENDS)).prop_map(|((time, noun, cue, number, unit), change, end)| {
        [time, noun, cue, &number, unit, change, end].concat()
    });
    prop::collection::vec(clause, 1..most).prop_map(|clauses| clauses.concat())
}

const TIMES: [&str; 12] =
    ["", "", "", "全年", "截至9月底，", "2023年", "其中", "市本级", "青屏县", "法院", "近三年累计", "力争"];

#[rustfmt::skip]
const NOUNS: [&str; 24] = [
    "收到行政复议申请", "受理行政复议案件", "审结", "行政复议纠错率", "出庭应诉率", "出庭应诉率、败诉率", "败诉率", "一审行政案件",
    "人民调解纠纷", "调解成功率", "受理、审结行政复议案件", "12345热线受理", "热线办结率、满意率", "聘任法律顾问", "审查合同", "会前学法",
    "审查行政规范性文件", "清理规范性文件", "办理法律援助案件", "开展普法活动", "罚没", "新增市场主体", "公开政府信息", "应急演练",
];

const CUES: [&str; 13] = ["", "", "", "", "达", "为", "约", "近", "超", "分别为5件、", "均达", "由81%提高到", "不少于"];

#[rustfmt::skip]
const UNITS: [&str; 19] = [
    "件", "件", "起", "次", "场次", "人", "%", "%", "％", "万元", "亿元", "户", "余件", "多件", "件以上", "个百分点", "%左右", "万余人次", "",
];

#[rustfmt::skip]
const CHANGES: [&str; 10] = [
    "", "", "", "，同比增长12.5%", "，较上年下降3个百分点", "（上年20件）", "，上升2倍", "，比上年减少４件", "(其中简易程序8件、普通程序9件)",
    "，占总数的三成",
];

const ENDS: [&str; 6] = ["，", "，", "；", "。", "、", "\n"];

/// One tag, or nothing.
pub fn tag() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&TAGS[..])
}

/// One mark or blank.
pub fn mark() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&MARKS[..])
}

/// A report around some words.
pub fn wrapped(words: &str) -> String {
    format!(
        "柳湾市2024年法治政府建设情况报告\n2024年，柳湾市坚持依法行政，现将有关情况报告如下。\n一、主要举措和成效\n\
         （一）依法化解矛盾纠纷\n{words}\n二、下一步工作安排\n持续推进依法行政。\n"
    )
}

/// A text, a page, a text of an old encoding or a Word file of the sample data.
pub fn sample(which: usize) -> (&'static str, Vec<u8>) {
    let (name, path) = [
        ("x.txt", "墨岭市/墨岭市2022年度法治政府建设情况的报告.txt"),
        ("x.html", "绮湖市/2024年绮湖市法治政府建设年度报告.html"),
        ("x.txt", "澜州市/澜州市2019年度法治政府建设情况报告.txt"),
        ("x.docx", "澜州市/澜州市关于2021年法治政府建设情况的报告.docx"),
    ][which];
    (name, std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data").join(path)).unwrap())
}

/// The file with some changes; in a Word file, of the text in it.
pub fn mutated(name: &str, mut bytes: Vec<u8>, changes: &[(u8, Index, u8)]) -> Vec<u8> {
    if name != "x.docx" {
        changes.iter().for_each(|change| mutate(&mut bytes, change));
        return bytes;
    }
    let mut packed = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for index in 0..packed.len() {
        let mut entry = packed.by_index(index).unwrap();
        let mut part = Vec::new();
        entry.read_to_end(&mut part).unwrap();
        let name = entry.name().unwrap().into_owned();
        if name == "word/document.xml" {
            changes.iter().for_each(|change| mutate(&mut part, change));
        }
        writer.start_file(name, plain).unwrap();
        writer.write_all(&part).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// One change: flip, cut off, double, take out, move, or put words in.
fn mutate(bytes: &mut Vec<u8>, (kind, at, value): &(u8, Index, u8)) {
    if bytes.is_empty() {
        return;
    }
    let at = at.index(bytes.len());
    let end = (at + 3 * usize::from(*value)).min(bytes.len());
    match kind % 8 {
        0 => bytes[at] = *value,
        1 => bytes[at] ^= 1 << (value % 8),
        // Seldom, so that something is left for the other changes.
        2 if *value < 64 => bytes.truncate(at),
        3 => {
            let copy = bytes[at..end].to_vec();
            bytes.splice(at..at, copy);
        }
        4 => drop(bytes.drain(at..end)),
        5 => {
            let moved: Vec<u8> = bytes.drain(at..end).collect();
            let to = bytes.len() / 2;
            bytes.splice(to..to, moved);
        }
        _ => {
            let word = FRAGMENTS[(usize::from(*value) * 7 + at) % FRAGMENTS.len()];
            bytes.splice(at..at, word.bytes());
        }
    }
}
