//! Identity on invented openings of the shapes that real reports have.

use std::path::PathBuf;

use faheng::identity::{Divisions, Identity, Kind, Level, identify};
use faheng::intake::{Block, BlockKind, Document, Format, MetaItem, Role, Source};

/// A document from lines: `#` chrome, `=` heading, `@name value` metadata, `!` the file name, else a paragraph.
fn document(text: &str) -> Document {
    let mut path = PathBuf::from("a.txt");
    let (mut blocks, mut metadata) = (Vec::new(), Vec::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (mark, rest) = line.split_at(line.chars().next().map_or(0, char::len_utf8));
        let (role, kind, words) = match mark {
            "#" => (Role::Chrome, BlockKind::Paragraph, rest),
            "=" => (Role::Body, BlockKind::Heading(1), rest),
            "@" => {
                let (name, value) = rest.split_once(' ').unwrap();
                metadata.push(MetaItem { name: name.into(), value: value.into() });
                continue;
            }
            "!" => {
                path = PathBuf::from(rest);
                continue;
            }
            _ => (Role::Body, BlockKind::Paragraph, line),
        };
        blocks.push(Block { text: words.trim().into(), role, kind, runs: Vec::new(), paragraph: None });
    }
    let source = Source { path, sha256: String::new(), format: Format::Txt, encoding: "utf-8" };
    Document { source, original: text.into(), blocks, metadata, warnings: Vec::new() }
}

fn read(text: &str) -> Identity {
    identify(&document(text), Divisions::built_in())
}

const GOV: Kind = Kind::GovernmentReport;
const DEP: Kind = Kind::DepartmentReport;
const PLAN: Kind = Kind::WorkPlan;

/// Lines, kind, year, body, its level, jurisdiction.
type Shape = (&'static str, Kind, Option<i32>, Option<&'static str>, Option<Level>, Option<&'static str>);

fn check(shapes: &[Shape]) {
    let mut wrong = Vec::new();
    for (text, kind, year, body, level, place) in shapes {
        let got = read(text);
        let found = got.jurisdiction.as_ref().map(|place| place.name.as_str());
        let right = got.kind == *kind
            && got.year == *year
            && got.body.name.as_deref() == *body
            && got.body.level == *level
            && found == *place;
        if !right {
            wrong.push(format!(
                "{text}\n  => {:?} {:?} {:?} {:?} at {found:?}, title {:?}",
                got.kind, got.year, got.body.name, got.body.level, got.title
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), shapes.len(), wrong.join("\n"));
}

#[test]
fn titles_of_governments() {
    use Level::{County, Prefecture, Province, Zone};
    check(&[
        (
            "青川市人民政府关于2022年度法治政府建设情况的报告\n2022年,青川市各县区扎实工作。现将情况报告如下。",
            GOV,
            Some(2022),
            Some("青川市"),
            Some(Prefecture),
            Some("青川市"),
        ),
        (
            "青川市2020年法治政府建设情况报告\n2020年,我市各县稳步推进法治建设。现报告如下。",
            GOV,
            Some(2020),
            Some("青川市"),
            Some(Prefecture),
            Some("青川市"),
        ),
        (
            "2021年度柳湾县法治政府建设情况报告\n2021年,柳湾县依法行政取得进展,有关情况如下。",
            GOV,
            Some(2021),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "柳湾县2019年度法治政府建设年度报告\n一、主要举措和成效",
            GOV,
            Some(2019),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "关于柳湾县2023年法治政府建设工作情况的报告\n2023年,全县上下团结一心。现将情况报告如下。",
            GOV,
            Some(2023),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "柳湾县人民政府关于柳湾县2023年度法治政府建设工作总结的报告\n市人民政府:\n2023年,柳湾县推进依法行政。现报告如下。",
            GOV,
            Some(2023),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "中共青川市委青川市人民政府关于2023年度法治政府建设工作情况的报告\n省委、省政府:\n2023年,在省委、省政府的坚强领导下,青川市委、市政府坚持依法行政。",
            GOV,
            Some(2023),
            Some("青川市"),
            Some(Prefecture),
            Some("青川市"),
        ),
        (
            "中共柳湾县委\n柳湾县人民政府\n关于2024年度法治政府建设情况的报告\n市委、市政府:\n2024年,柳湾县认真落实部署,现将情况报告如下。",
            GOV,
            Some(2024),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "柳湾县人民政府\n关于2024年度法治政府建设工作的报告\n2024年,柳湾县认真落实部署,现将情况报告如下。",
            GOV,
            Some(2024),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "青川市柳湾区人民政府2022年法治政府建设工作报告\n2022年,柳湾区依法履职尽责。现将情况报告如下。",
            GOV,
            Some(2022),
            Some("柳湾区"),
            Some(County),
            Some("柳湾区"),
        ),
        (
            "天津市静海区2023年度法治政府建设情况报告\n2023年,静海区推进依法行政,取得实效。",
            GOV,
            Some(2023),
            Some("静海区"),
            Some(County),
            Some("静海区"),
        ),
        (
            "新疆维吾尔自治区人民政府关于2017年法治政府建设工作的报告\n在党中央领导下,自治区认真落实各项任务。现将2017年自治区法治政府建设情况报告如下:",
            GOV,
            Some(2017),
            Some("新疆维吾尔自治区"),
            Some(Province),
            Some("新疆维吾尔自治区"),
        ),
        (
            "延边朝鲜族自治州人民政府2021年度法治政府建设报告\n2021年,全州依法行政水平得到提升,现报告如下。",
            GOV,
            Some(2021),
            Some("延边朝鲜族自治州"),
            Some(Prefecture),
            Some("延边朝鲜族自治州"),
        ),
        (
            "望川高新技术产业开发区管委会2022年法治政府建设年度报告\n2022年,高新区管委会坚持依法行政。现将情况报告如下。",
            GOV,
            Some(2022),
            Some("望川高新技术产业开发区"),
            Some(Zone),
            Some("望川高新技术产业开发区"),
        ),
        (
            "青川经济技术开发区2021年法治政府建设情况的报告\n2021年,经开区聚焦企业需求。现将情况报告如下。",
            GOV,
            Some(2021),
            Some("青川经济技术开发区"),
            Some(Zone),
            Some("青川经济技术开发区"),
        ),
        (
            "示例省人民政府2014年依法行政工作情况的报告\n国务院:\n二○一四年,示例省推进依法行政。现报告如下。",
            GOV,
            Some(2014),
            Some("示例省"),
            Some(Province),
            Some("示例省"),
        ),
        (
            "青川市二○一四年度依法行政工作报告\n一、各县区工作情况",
            GOV,
            Some(2014),
            Some("青川市"),
            Some(Prefecture),
            Some("青川市"),
        ),
        (
            "青川市2015年依法行政工作情况及2016年工作打算\n省法制办:\n2015年,青川市各县依法行政。现将有关情况报告如下:",
            GOV,
            Some(2015),
            Some("青川市"),
            Some(Prefecture),
            Some("青川市"),
        ),
        (
            "柳湾县2024年法治政府建设工作总结及2025年工作计划\n2024年,柳湾县推进法治建设。现总结如下:",
            GOV,
            Some(2024),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "柳湾县人民政府关于法治政府建设的情况报告\n2019年,柳湾县对照纲要补短板。现将工作情况汇报如下:",
            GOV,
            Some(2019),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "柳湾县法治政府建设年度报告(2022年)\n2022年,柳湾县扎实推进。现将情况报告如下:",
            GOV,
            Some(2022),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "青川市全面依法治市委员会办公室关于2023年度法治政府建设情况的报告\n2023年,青川市各县区推进法治建设。现报告如下。",
            GOV,
            Some(2023),
            Some("青川市"),
            Some(Prefecture),
            Some("青川市"),
        ),
        (
            "青川市人民政府办公室关于青川市2023年度法治政府建设情况的报告\n2023年,青川市各县区推进法治建设。现报告如下。",
            GOV,
            Some(2023),
            Some("青川市"),
            Some(Prefecture),
            Some("青川市"),
        ),
        (
            "湖北省人民政府关于2023年度法治政府建设情况的报告2023年,省政府坚持依法行政,推动工作落实。一、主要工作。",
            GOV,
            Some(2023),
            Some("湖北省"),
            Some(Province),
            Some("湖北省"),
        ),
        (
            "柳灣縣2018年度法治政府建設情況報告\n2018年,柳灣縣依法行政。現將情況報告如下:",
            GOV,
            Some(2018),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "大兴安岭地区行署关于2020年法治政府建设情况的报告\n2020年,全区依法行政。现将情况报告如下:",
            GOV,
            Some(2020),
            Some("大兴安岭地区"),
            Some(Prefecture),
            Some("大兴安岭地区"),
        ),
    ]);
}

#[test]
fn titles_of_departments_and_townships() {
    use Level::{Department, Township};
    check(&[
        (
            "青川市生态环境局2022年度法治政府建设工作报告\n2022年,市生态环境局坚持依法行政。现报告如下。",
            DEP,
            Some(2022),
            Some("青川市生态环境局"),
            Some(Department),
            Some("青川市"),
        ),
        (
            "青川市市场监督管理局关于2022年度法治政府建设情况的报告\n2022年,我局认真履职。现报告如下。",
            DEP,
            Some(2022),
            Some("青川市市场监督管理局"),
            Some(Department),
            Some("青川市"),
        ),
        (
            "柳湾县住房和城乡建设局2021年法治政府建设年度报告\n2021年,我局认真履职。现报告如下。",
            DEP,
            Some(2021),
            Some("柳湾县住房和城乡建设局"),
            Some(Department),
            Some("柳湾县"),
        ),
        (
            "柳湾县行政审批服务局2021年法治政府建设情况报告\n2021年,我局认真履职。现报告如下。",
            DEP,
            Some(2021),
            Some("柳湾县行政审批服务局"),
            Some(Department),
            Some("柳湾县"),
        ),
        (
            "柳湾县发展和改革委员会2021年法治政府建设情况报告\n2021年,我委认真履职。现报告如下。",
            DEP,
            Some(2021),
            Some("柳湾县发展和改革委员会"),
            Some(Department),
            Some("柳湾县"),
        ),
        (
            "青川市柳湾区教育局2020年法治政府建设情况报告\n2020年,我局认真履职。现报告如下。",
            DEP,
            Some(2020),
            Some("柳湾区教育局"),
            Some(Department),
            Some("柳湾区"),
        ),
        (
            "示例省生态环境厅关于2021年度法治政府建设工作情况的报告\n2021年,示例省生态环境厅坚持依法治污。现将有关情况报告如下:",
            DEP,
            Some(2021),
            Some("示例省生态环境厅"),
            Some(Department),
            Some("示例省"),
        ),
        (
            "国家税务总局青川市税务局2022年法治政府建设情况报告\n2022年,我局认真履职。现报告如下。",
            DEP,
            Some(2022),
            Some("国家税务总局青川市税务局"),
            Some(Department),
            Some("青川市"),
        ),
        (
            "青川市人民政府办公室2022年度法治政府建设情况报告\n2022年,办公室认真履职,工作取得实效。现报告如下。",
            DEP,
            Some(2022),
            Some("青川市人民政府办公室"),
            Some(Department),
            Some("青川市"),
        ),
        (
            "青川市公安局2023年法治公安建设工作报告\n2023年,市公安局坚持依法履职。现报告如下。",
            DEP,
            Some(2023),
            Some("青川市公安局"),
            Some(Department),
            Some("青川市"),
        ),
        (
            "关于2023年度法治政府建设情况的报告\n# 发布机构: 示例省生态环境厅\n2023年,省生态环境厅坚持以习近平法治思想为指导,推动工作落实。我厅作了发言。",
            DEP,
            Some(2023),
            Some("示例省生态环境厅"),
            Some(Department),
            Some("示例省"),
        ),
        (
            "关于2022年法治政府建设情况的报告\n2022年,市水务局(市河长办)在市委领导下,全面落实《青川市法治政府建设实施方案》,现报告如下。",
            DEP,
            Some(2022),
            Some("青川市水务局"),
            Some(Department),
            Some("青川市"),
        ),
        (
            "2022年法治政府建设工作总结\n# 来源:柳湾县应急管理局\n2022年,我局坚持依法行政,工作取得实效,现总结如下:",
            DEP,
            Some(2022),
            Some("柳湾县应急管理局"),
            Some(Department),
            Some("柳湾县"),
        ),
        (
            "2023年柳湾县法治政府建设情况报告\n# 来源:柳湾县商务局\n2023年,我局坚持依法行政。现将我局法治建设情况报告如下:",
            DEP,
            Some(2023),
            Some("柳湾县商务局"),
            Some(Department),
            Some("柳湾县"),
        ),
        (
            "古溪镇2024年法治政府建设年度报告\n2024年,在镇党委的正确领导下,我镇坚持依法行政。现报告如下:",
            DEP,
            Some(2024),
            Some("古溪镇"),
            Some(Township),
            Some("古溪镇"),
        ),
        (
            "古溪镇人民政府2024年度法治政府建设工作总结\n2024年,古溪镇人民政府坚持依法行政。现总结如下:",
            DEP,
            Some(2024),
            Some("古溪镇"),
            Some(Township),
            Some("古溪镇"),
        ),
        (
            "永安市古溪镇人民政府2024年法治政府建设情况报告\n2024年,我镇坚持依法行政。现报告如下:",
            DEP,
            Some(2024),
            Some("古溪镇"),
            Some(Township),
            Some("古溪镇"),
        ),
        (
            "青川市柳湾区桐子街街道办事处2022年法治政府建设年度报告\n2022年,桐子街街道坚持依法决策。现报告如下:",
            DEP,
            Some(2022),
            Some("桐子街街道"),
            Some(Township),
            Some("桐子街街道"),
        ),
        (
            "柳湾区人民政府金桥街道办事处关于2022年度法治政府建设情况的报告\n2022年,我街道推进法治建设。现报告如下。",
            DEP,
            Some(2022),
            Some("金桥街道"),
            Some(Township),
            Some("金桥街道"),
        ),
        (
            "大河乡关于法治政府建设的情况报告\n2021年,大河乡推进法治建设。现报告如下。",
            DEP,
            Some(2021),
            Some("大河乡"),
            Some(Township),
            Some("大河乡"),
        ),
        (
            "青川市民政局2021年度推进法治政府建设情况报告\n2021年,我局坚持依法行政。现报告如下。",
            DEP,
            Some(2021),
            Some("青川市民政局"),
            Some(Department),
            Some("青川市"),
        ),
    ]);
}

#[test]
fn openings_without_a_title() {
    use Level::{County, Department, Prefecture, Township, Zone};
    check(&[
        (
            "2019年,在省委、省政府和市委、市政府的正确领导下,南昌县全面贯彻部署,各项工作迈上新台阶。\n一、2019年推进法治政府建设情况",
            GOV,
            Some(2019),
            Some("南昌县"),
            Some(County),
            Some("南昌县"),
        ),
        (
            "2023年,柳湾县坚持依法行政,落实《营口市依法行政要点》。现将情况报告如下:",
            GOV,
            Some(2023),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "2024年,古溪镇法治政府建设工作在县委的指导下取得进展。现将古溪镇2024年法治建设工作情况总结如下:",
            DEP,
            Some(2024),
            Some("古溪镇"),
            Some(Township),
            Some("古溪镇"),
        ),
        (
            "中共将乐县委员会,将乐县人民政府:\n2024年,古溪镇法治政府建设工作稳步推进。现将工作情况总结如下:",
            DEP,
            Some(2024),
            Some("古溪镇"),
            Some(Township),
            Some("古溪镇"),
        ),
        (
            "2023年以来,古溪镇坚持依法行政。现将古溪镇人民政府2023年法治政府建设工作汇报如下:",
            DEP,
            Some(2023),
            Some("古溪镇"),
            Some(Township),
            Some("古溪镇"),
        ),
        (
            "2023年,清溪街道在区委区政府的坚强领导下,推进法治政府建设。现将2023年法治政府建设相关工作报告如下:",
            DEP,
            Some(2023),
            Some("清溪街道"),
            Some(Township),
            Some("清溪街道"),
        ),
        (
            "2022年,在区委、区政府的坚强领导下,东桥街道落实法治部署。现将我街道2022年法治政府建设的情况报告如下:",
            DEP,
            Some(2022),
            Some("东桥街道"),
            Some(Township),
            Some("东桥街道"),
        ),
        (
            "市委、市政府:\n2022年,高新区以法治为引领,推进法治政府建设。现将主要情况报告如下:",
            GOV,
            Some(2022),
            Some("高新区"),
            Some(Zone),
            Some("高新区"),
        ),
        (
            "2021年,青川市自然资源局严格依法行政,法治建设成效明显。现将情况报告如下:",
            DEP,
            Some(2021),
            Some("青川市自然资源局"),
            Some(Department),
            Some("青川市"),
        ),
        (
            "今年以来,柳湾县推进法治政府建设。现将情况报告如下:\n柳湾县人民政府\n2022年12月20日",
            GOV,
            Some(2022),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "一年来,柳湾县推进法治政府建设。现将情况报告如下:\n柳湾县人民政府\n2022年3月20日",
            GOV,
            Some(2021),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "根据《法治政府建设与责任落实督察工作规定》,现将法治政府建设工作情况报告如下。\n一、2023年总体情况\n2023年,柳湾县坚持依法行政,成效明显。",
            GOV,
            Some(2023),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "2020年是“十三五”收官之年,青川市各县区推进法治政府建设。现将情况报告如下。",
            GOV,
            Some(2020),
            Some("青川市"),
            Some(Prefecture),
            Some("青川市"),
        ),
        (
            "二〇二三年,柳湾县推进法治政府建设。现将情况报告如下:",
            GOV,
            Some(2023),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "20 23年,柳湾县推进法治政府建设。现将情况报告如下:",
            GOV,
            Some(2023),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "!柳湾县2020年法治政府建设报告.txt\n近期,法治政府建设工作取得进展。现将情况报告如下:",
            GOV,
            Some(2020),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "2019年,我区坚持依法行政,法治政府建设扎实推进。现将情况报告如下:\n《柳湾区法治政府建设方案》已印发。我区成立专班。",
            GOV,
            Some(2019),
            Some("柳湾区"),
            Some(County),
            Some("柳湾区"),
        ),
        (
            "2020年,柳湾縣推進法治政府建設(shè),落實(shí)部署。現(xiàn)將情況報(bào)告如下:",
            GOV,
            Some(2020),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "2023年,自治区推进法治政府建设。现将情况报告如下:\n《内蒙古自治区法治政府建设方案》印发实施。",
            GOV,
            Some(2023),
            Some("内蒙古自治区"),
            Some(Level::Province),
            Some("内蒙古自治区"),
        ),
    ]);
}

#[test]
fn plans_are_told_from_reports() {
    use Level::{County, Prefecture};
    check(&[
        (
            "柳政办〔2023〕8号\n关于印发《柳湾县2023年法治政府建设工作要点》的通知\n各乡镇人民政府:\n现将《柳湾县2023年法治政府建设工作要点》印发给你们,请认真贯彻执行。\n柳湾县2023年法治政府建设工作要点\n一、加强党的领导",
            PLAN,
            Some(2023),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "柳湾县人民政府办公室\n关于印发柳湾县2020年度法治政府建设\n工作安排的通知\n各乡镇人民政府:\n《柳湾县2020年度法治政府建设工作安排》已经县政府同意,现印发给你们,请认真贯彻执行。\n柳湾县2020年度法治政府建设工作安排\n2020年是收官之年,今年工作要坚持以下要求,推进任务落实。",
            PLAN,
            Some(2020),
            Some("柳湾县"),
            Some(County),
            Some("柳湾县"),
        ),
        (
            "青川市2022年法治政府建设重点工作安排\n2022年,青川市各县区要抓好以下工作,落实责任。",
            PLAN,
            Some(2022),
            Some("青川市"),
            Some(Prefecture),
            Some("青川市"),
        ),
        (
            "2022年青川市依法行政工作要点\n一、强化各县区责任",
            PLAN,
            Some(2022),
            Some("青川市"),
            Some(Prefecture),
            Some("青川市"),
        ),
    ]);
}

#[test]
fn neighbours_are_neither() {
    for text in [
        "柳湾县2023年政府信息公开工作年度报告\n一、总体情况\n2023年,柳湾县推进政府信息公开,情况如下。",
        "青川市人民政府关于印发《青川市法治政府建设实施方案(2021—2025年)》的通知\n各县人民政府:\n现将方案印发给你们,请认真贯彻执行。",
        "柳湾县司法局2024年上半年法治政府建设工作总结\n2024年上半年,我局推进工作。现总结如下:",
        "关于《柳湾县2023年度法治政府建设情况报告》的政策解读\n按照要求,现解读如下:",
        "关于2023年法治政府建设情况的报告\n主任、各位副主任、秘书长、各位委员:\n受县人民政府委托,现将2023年法治政府建设情况报告如下。",
        "柳湾县发布法治政府建设情况\n据介绍,2023年柳湾县法治政府建设取得新进展,报告显示满意度提升。",
        "在全县法治政府建设工作会议上的讲话\n同志们:\n今天,我们召开会议,部署工作,下面我讲三点意见。",
        "2022年青川市行政复议应诉工作白皮书\n2022年,青川市办理案件若干,情况如下。",
        "五年来青川市法治政府建设情况报告\n五年来,青川市推进法治政府建设。现报告如下。",
        "中秋放假安排\n根据上级通知,中秋节放假三天,请做好值班工作。",
    ] {
        assert_eq!(read(text).kind, Kind::Other, "{text}");
    }
}

/// Lines, title, issuer, date of publication, document number.
type Facts = (&'static str, Option<&'static str>, Option<&'static str>, Option<&'static str>, Option<&'static str>);

#[test]
fn title_issuer_date_and_number() {
    let shapes: &[Facts] = &[
        (
            "#索 引 号 | 1162030/2025-48086 | 主题分类 | 法治 |\n#发文字号 | 柳政发〔2025〕33号 | 制发机构 | |\n#成文日期 | 2025-06-13 | 发布日期 | 2025-06-30 |\n柳湾县2024年法治政府建设情况报告\n2024年,柳湾县推进工作。现将情况报告如下。",
            Some("柳湾县2024年法治政府建设情况报告"),
            None,
            Some("2025-06-30"),
            Some("柳政发〔2025〕33号"),
        ),
        (
            "#今天是:2019年10月31日 星期三 农历十月初七\n=2020年柳湾区法治政府建设情况报告\n#文章来源:司法局 更新时间:2021/03/29 11:30:01\n2020年,柳湾区推进工作。现将情况报告如下。",
            Some("2020年柳湾区法治政府建设情况报告"),
            Some("司法局"),
            Some("2021-03-29"),
            None,
        ),
        (
            "#柳湾县人民政府 2024年01月08日\n柳湾县2023年法治政府建设情况报告\n2023年,柳湾县推进工作。现将情况报告如下。",
            Some("柳湾县2023年法治政府建设情况报告"),
            None,
            Some("2024-01-08"),
            None,
        ),
        (
            "柳湾县2023年法治政府建设情况报告\n#发布时间 : 2024-01-29 来源:柳湾县司法局 字体大小:\n2023年,柳湾县推进工作。现将情况报告如下。",
            Some("柳湾县2023年法治政府建设情况报告"),
            Some("柳湾县司法局"),
            Some("2024-01-29"),
            None,
        ),
        (
            "#发布机构:\n#柳湾县古溪镇人民政府\n#公文生成日期: 2025-02-07\n#备注/文号: 柳古委〔2025〕5号\n2024年,古溪镇推进法治政府建设。现将情况报告如下。",
            None,
            Some("柳湾县古溪镇人民政府"),
            Some("2025-02-07"),
            Some("柳古委〔2025〕5号"),
        ),
        (
            "@PubDate 2021-03-29 16:20\n@ArticleTitle 柳湾县2020年法治政府建设情况报告\n@ContentSource 柳湾县司法局\n2020年,柳湾县推进工作。现将情况报告如下。",
            Some("柳湾县2020年法治政府建设情况报告"),
            Some("柳湾县司法局"),
            Some("2021-03-29"),
            None,
        ),
        (
            "@title 柳湾县2020年法治政府建设情况报告_法治政府建设_柳湾县人民政府门户网站\n2020年,柳湾县推进工作。现将情况报告如下。",
            Some("柳湾县2020年法治政府建设情况报告"),
            None,
            None,
            None,
        ),
        (
            "@dcterms:created 2013-12-23T23:15:00Z\n柳湾县2020年法治政府建设情况报告\n2020年,柳湾县推进工作。现将情况报告如下。",
            Some("柳湾县2020年法治政府建设情况报告"),
            None,
            None,
            None,
        ),
        (
            "柳湾县2020年法治政府建设情况报告\n2020年,柳湾县推进工作。现将情况报告如下。\n一、举措\n柳湾县人民政府\n二〇二一年三月二日\n(此件公开发布)",
            Some("柳湾县2020年法治政府建设情况报告"),
            Some("柳湾县人民政府"),
            Some("2021-03-02"),
            None,
        ),
        (
            "柳湾县2020年法治政府建设情况报告\n#发布日期:2021-02-30\n2020年,柳湾县推进工作。现将情况报告如下。",
            Some("柳湾县2020年法治政府建设情况报告"),
            None,
            None,
            None,
        ),
        (
            "柳湾县2020年法治政府建设情况报告\n#发布日期:202103月28日 浏览次数:18\n2020年,柳湾县推进工作。现将情况报告如下。",
            Some("柳湾县2020年法治政府建设情况报告"),
            None,
            Some("2021-03-28"),
            None,
        ),
        (
            "柳交发 [2022] 97号\n柳湾县交通局2021年法治政府建设情况报告\n2021年,我局推进工作。根据《办法》(国发〔2021〕33号),现将情况报告如下。",
            Some("柳湾县交通局2021年法治政府建设情况报告"),
            None,
            None,
            Some("柳交发 [2022] 97号"),
        ),
        ("2020年,柳湾县推进工作。根据《办法》(国发〔2021〕33号),现将情况报告如下。", None, None, None, None),
        ("现将柳湾县2020年法治政府建设情况报告如下:\n2020年,柳湾县推进工作,取得成效。", None, None, None, None),
        ("一、2020年法治政府建设工作情况\n2020年,柳湾县推进工作,取得成效,有关情况汇报如下。", None, None, None, None),
        (
            "中共柳湾县委 柳湾县人民政府\n关于2020年度法治政府建设情况的报告\n2020年,柳湾县推进工作。现将情况报告如下。",
            Some("中共柳湾县委 柳湾县人民政府关于2020年度法治政府建设情况的报告"),
            None,
            None,
            None,
        ),
        (
            "2020年度法治政府建设情况报告 发布时间:2021-01-22 浏览次数:1286 【字体:大 中 小】\n2020年,柳湾县推进工作。现将情况报告如下。",
            Some("2020年度法治政府建设情况报告"),
            None,
            Some("2021-01-22"),
            None,
        ),
        (
            "柳湾县2020年法治政府建设情况报告\n#来源:本网  发布日期:2021-01-07 15:15:56\n#【打印】 【字体:\n2020年,柳湾县推进工作。现将情况报告如下。",
            Some("柳湾县2020年法治政府建设情况报告"),
            None,
            Some("2021-01-07"),
            None,
        ),
    ];
    let mut wrong = Vec::new();
    for (text, title, issuer, published, number) in shapes {
        let got = read(text);
        let date = got.published.map(|date| date.to_string());
        let facts = (got.title.as_deref(), got.issuer.as_deref(), date.as_deref(), got.doc_number.as_deref());
        if facts != (*title, *issuer, *published, *number) {
            wrong.push(format!("{text}\n  => {facts:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), shapes.len(), wrong.join("\n"));
}
