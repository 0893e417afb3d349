//! Invented outlines in the shapes that reports have. A tag tells part and section from there on:
//! `[-]` preamble, `[A1]` achievements, `[R1]` responsibility, `[X3]` problems, `[N2]` plans, `0` for no section,
//! `[A26]` either section.

use faheng::identity::Kind;

use crate::support::passages;

struct Tag<'t> {
    at: usize,
    part: &'t str,
    sections: &'t str,
}

fn strip(marked: &str) -> (String, Vec<Tag<'_>>) {
    let mut text = String::new();
    let mut tags = Vec::new();
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        text.push_str(&rest[..open]);
        let close = open + rest[open..].find(']').expect("closed tag");
        let tag = &rest[open + 1..close];
        let (part, sections) = tag.split_at(1);
        tags.push(Tag { at: text.len(), part, sections });
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    (text, tags)
}

fn part(letter: &str) -> &'static str {
    match letter {
        "A" => "achievements",
        "R" => "responsibility",
        "X" => "problems",
        "N" => "plans",
        _ => "preamble",
    }
}

/// Compares labels letter by letter; blanks and stops between passages are nobody's.
fn check(kind: Kind, marked: &str) {
    let (text, tags) = strip(marked);
    let passages = passages(&text, kind);
    let mut labels = Vec::new();
    for passage in &passages.items {
        let label = (
            serde_json::to_value(passage.part).unwrap().as_str().unwrap().to_owned(),
            passage.section.map_or(0, |section| section.number()).to_string(),
            passage.reason.clone(),
        );
        labels.extend(passage.text.chars().filter(|c| c.is_alphanumeric()).map(|_| label.clone()));
    }
    let mut wrong: Vec<String> = Vec::new();
    let letters = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
    let mut reported = usize::MAX;
    for ((at, _), (got_part, got_section, reason)) in letters.zip(labels) {
        let Some(index) = tags.iter().rposition(|tag| tag.at <= at) else { continue };
        let tag = &tags[index];
        let right = got_part == part(tag.part) && (tag.part == "-" || tag.sections.contains(&got_section));
        if !right && reported != index {
            reported = index;
            let from: String = text[at..].chars().take(24).collect();
            wrong.push(format!("[{}{}] but {got_part} {got_section} ({reason}): {from}", tag.part, tag.sections));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One test a shape.
macro_rules! shapes {
    ($($name:ident, $kind:ident: $text:expr;)*) => {
        $(#[test]
        fn $name() {
            check(Kind::$kind, $text);
        })*
    };
}

shapes! {
    nested_with_items_inside_paragraphs, GovernmentReport: "[-]东岭市人民政府关于2024年度法治政府建设情况的报告
2024年，东岭市扎实推进依法行政。现将有关情况报告如下：
[A1]一、2024年法治政府建设工作开展情况
（一）坚持高位统筹，压实法治责任
一是坚持理论武装。全年学习5次。二是抓实述法工作，38人现场述法。[A2]（二）提升政务服务，打造一流环境
一是精简审批事项15项。二是推行“一业一证”。
[A3]（三）健全决策机制，提升执法质效
一是严格决策程序。审查合同80件。二是推进柔性执法。三是开展执法人员轮训。
[X0]二、存在的问题及原因
总体上看，我市法治建设与群众期待还有差距。
[X3]一是基层执法力量不足；[X5]二是诉源治理合力不够；[X1]三是少数领导干部法治思维有待提升。
[N0]三、2025年工作打算
2025年，我市将重点抓好以下工作：
[N1]（一）持续深化示范创建。对照指标补短板。
[N6]（二）加快数字政府建设。推动数据共享。
[-]".trim_end_matches("[-]");

    run_in_headings_on_one_level, GovernmentReport: "[-]2023年，西川县坚持依法行政，现报告如下：
[A1]一、主要工作及成效
（一）强化组织领导。县委常委会专题研究3次。[A2]（二）深化放管服改革。下放事项20项。
[A5]（三）做优公共法律服务。办理法律援助220件。
[A6]（四）自觉接受监督。办理建议提案60件。
[X3]二、存在的主要问题
（一）执法规范化水平不高。[X5]（二）普法实效性不强。
[N5]三、下步工作思路
（一）加大普法力度。[N3]（二）规范涉企执法。";

    flat_themes_of_the_newer_outline, GovernmentReport: "[-]临海区2022年法治政府建设年度报告
2022年，临海区围绕中心、服务大局，扎实推进依法行政。现将情况报告如下。
[A1]一、加强党的领导，完善法治政府建设推进机制
区委常委会听取汇报2次，区长主持专题会议3次。
[A2]二、健全政府机构职能体系，推动更好发挥政府作用
新增网办事项120项，平均办理时限压缩六成。
[A4]三、健全依法行政制度体系，加快推进政府治理规范化
制定规范性文件4件，清理32件。
[A3]四、健全行政决策制度体系，不断提升行政决策公信力
公布决策目录6项。
[A3]五、健全行政执法工作体系，全面推进严格规范公正文明执法
行政执法人员参训率100%。
[A4]六、健全突发事件应对体系，依法预防处置重大突发事件
演练40场。
[A5]七、健全社会矛盾纠纷行政预防调处化解体系，不断促进社会公平正义
收到申请150件。
[A6]八、健全行政权力制约和监督体系，促进行政权力规范透明运行
公开信息3000条。
[A6]九、健全法治政府建设科技保障体系，全面建设数字法治政府
归集数据20万条。
[X1]十、存在的不足
一是部分干部运用法治思维能力不强；[X3]二是执法队伍专业化程度不高。
[N0]十一、下一步工作计划
下一年，我区将继续努力。";

    flat_themes_of_the_older_outline, GovernmentReport: "[-]南屏市2018年度依法行政工作报告
2018年，市政府认真履职。现报告如下：
[A2]一、依法全面履行政府职能
取消事项30项。
[A4]二、完善依法行政制度体系
出台规章2件。
[A3]三、推进行政决策科学化、民主化、法治化
论证12次。
[A3]四、坚持严格规范公正文明执法
培训500人。
[A6]五、强化对行政权力的制约和监督
审计40项。
[A5]六、依法有效化解社会矛盾纠纷
收案60件。
[A1]七、全面提高政府工作人员法治思维和依法行政能力
培训班3期。
[A1]八、强化组织保障和落实机制
召开会议2次。
[X0]一年来，虽然我市依法行政取得了进展，但与上级要求相比，仍存在一些不足，主要是工作发展不平衡。
[N2]九、2019年工作计划
（一）持续优化营商环境。[N4]（二）完善重点领域立法。";

    responsibility_first, GovernmentReport: "[-]2024年，北原区深入推进依法治区，现将有关情况报告如下：
[R1]一、党政主要负责人履行推进法治建设第一责任人职责情况
区委书记主持召开会议，对执法工作、复议应诉工作作出部署。
[A2]二、法治政府建设主要举措和成效
（一）优化营商环境
新设企业2000户。
[A3]（二）规范行政执法
办案300件。
[X5]三、存在的问题和不足
（一）行政争议实质性化解率不高
[N5]四、2025年工作安排
（一）加强行政复议规范化建设";

    responsibility_as_item_stays_in_achievements, GovernmentReport: "[-]现将情况报告如下：
[A1]一、主要做法
（一）党政主要负责人履行推进法治建设第一责任人职责情况
主要负责人带头学法。
[A5]（二）深化矛盾纠纷多元化解
调解600件。
[N1]二、下一步工作打算
（一）压实法治建设第一责任人职责";

    township_themes, DepartmentReport: "[-]柳河镇2023年法治政府建设工作总结
2023年，我镇认真落实上级部署，现将工作总结如下：
[A5]一、抓宣传，浓厚法治氛围
开展宣传20场。
[A5]二、抓调解，筑牢平安防线
调解纠纷55起。
[A3]三、抓规范，推进综合行政执法
检查80次。
[A6]四、抓公开，打造阳光政府
公开信息200条。
[A4]五、抓安全，守牢发展底线
排查隐患45处。
[X3]六、存在问题
一是执法人员业务不精。[X5]二是部分群众法治观念淡薄，信访不信法。
[N1]七、下步打算
一是持续强化学法用法。[N5]二是深化普法宣传。";

    department_trade_chapters, DepartmentReport: "[-]市生态环境局2022年法治政府建设情况报告
2022年，我局依法治污，现报告如下。
[A1]一、工作开展情况
（一）加强法治建设组织领导
局党组会议研究4次。
[A2]（二）深入打好污染防治攻坚战
优良天数比例88%。
[A2]（三）推进蓝天碧水净土保卫
断面达标率100%。
[A3]（四）严格环境执法
办案66件。
[A4]（五）做好规范性文件清理
废止2件。
[A5]（六）落实“谁执法谁普法”
举办活动12场。
[X3]二、存在问题
执法人员数量偏少。";

    numbered_through_without_restart, GovernmentReport: "[-]现将有关情况报告如下：
[A1]一、主要举措
（一）提高政治站位
1.深学习近平法治思想。学习8次。
2.落实法治督察。反馈问题12个。
[A2]（二）转变政府职能
3.推进证照分离。覆盖520项。
4.优化热线服务。12345办结率98%。
[A3]（三）规范权力运行
5.完善重大行政决策程序。目录8项。
6.推行三项制度。审核120件。
[A6]7.强化执法监督。评查300宗。
[A5]8.畅通复议渠道。收案90件。
[N4]二、2025年工作安排
（一）加强规范性文件备案审查。";

    arabic_with_ideographic_comma, DepartmentReport: "[-]现将我局情况汇报如下：
[A1]一、基本情况
1、强化组织领导。成立领导小组。
2、组织学法考试。合格率100%。
[A3]3、规范行政执法。开展检查1、2、3级分类。
[A5]4、开展法治宣传。发放资料500份。
[X0]二、存在的困难
目前主要是人手紧张。";

    whole_report_on_one_line, GovernmentReport: "[-]2024年，河东区认真履行职责，现将有关情况报告如下：[A1]一、主要工作情况（一）加强组织领导。召开会议4次，学习1、3、5章内容。[A2]（二）优化营商环境。1.压减时限。平均2.5个工作日。2.推进一件事改革。上线12项。[A4]（三）完善应急管理。修订预案30件。[X5]二、存在的问题。一是调解力量薄弱；[X6]二是数据壁垒仍未打通。[N1]三、下一步工作。一是深化示范创建。[N3]二是规范执法行为。";

    lost_bracket_and_lost_point, GovernmentReport: "[-]现将情况汇报如下。
[A1]一、主要举措和成效
一)学习贯彻习近平法治思想
组织学习6次。
[A2]二)依法履行政府职能
1.推进简政放权。取消8项。2优化政务服务。网办率90%。
[A3]三)规范行政执法
全年办案70件。
[N5]二、下一步安排
一)化解矛盾纠纷";

    point_after_bracket_and_wrong_numbers, GovernmentReport: "[-]现将情况汇报如下。
[A1]一、主要工作
(一).强化统筹推进
召开会议。
[A5](二) 深化普法宣传
活动30场。
[A5](二) 推进多元解纷
调解90件。
[A6](四)推进政务公开
公开800条。
[X3]三、存在的不足
(一).执法人员培训不足";

    problems_and_plans_in_one_heading_with_subheadings, GovernmentReport: "[-]现报告如下：
[A2]一、主要成效
（一）政务服务提质增效
办件2万件。
[X5]二、存在问题及下步打算
（一）存在的问题
一是普法形式单一。[X3]二是执法协作不够。
[N5]（二）下一步打算
一是创新普法形式。[N3]二是加强执法协作。";

    problems_and_plans_in_one_heading_by_cue, GovernmentReport: "[-]现报告如下：
[A3]一、主要做法及成效
（一）严格规范公正文明执法
办案200件。
[X0]二、存在的问题和下一步工作打算
我县法治建设还有差距，主要是工作推进不够平衡。
[N0]下一步，我县将认真抓好各项任务的落实。";

    same_time_there_remain, GovernmentReport: "[-]现报告如下：
[A1]一、主要做法
（一）加强党的领导
召开会议5次。
[A5]（二）化解矛盾纠纷
调解纠纷800件。
[X0]同时，我们也清醒地认识到，工作中还存在一些短板：[X3]一是行政执法规范化水平不高；[X5]二是应诉能力有待提升。
[N0]二、明年工作安排
明年，我们将认真贯彻上级部署。[N3]一是强化执法队伍建设。[N2]二是优化营商环境。";

    plans_without_heading, GovernmentReport: "[-]现报告如下：
[A1]一、强化组织领导
召开会议3次。
[A5]二、深化依法治理
调解纠纷60件。
[A6]三、强化权力监督
公开信息90条。
[N0]下一步，我们将认真总结经验，推动各项工作再上新台阶。";

    solving_problems_is_no_problems_part, GovernmentReport: "[-]现报告如下：
[A1]一、主要举措和成效
（一）强化督察整改，推动解决突出问题
开展法治督察，整改问题46个。
[A2]（二）聚焦企业反映问题，优化营商环境
建立问题清单，解决问题30个。
[A5]（三）信访突出问题有效化解
化解积案20件。
[N3]二、2025年工作计划
（一）推进综合执法改革";

    theme_words_inside_plans, GovernmentReport: "[-]现报告如下：
[A2]一、主要工作情况
（一）政府职能加快转变
办结事项。
[N1]二、2025年推进法治政府建设的工作思路和重点安排
（一）强化党建引领。
[N2]（二）提升服务效能。持续优化营商环境。
[N4]（三）完善应急预案体系。
[N5]（四）做实人民调解。
[N6]（五）强化审计监督。";

    work_plan_flat, WorkPlan: "[-]关于印发《安平县2024年法治政府建设工作要点》的通知
各乡镇人民政府：
安平县2024年法治政府建设工作要点
2024年工作的总体要求是：坚持依法行政。
[N1]一、强化组织保障
1.深入学习习近平法治思想。（责任单位：县司法局）
2.抓好学法考试。（责任单位：县人社局）
[N2]二、优化法治化营商环境
3.推行告知承诺制。（责任单位：县审批局）
[N4]4.开展公平竞争审查。（责任单位：县市场监管局）
[N3]三、提升执法质量
5.落实三项制度。（责任单位：各执法部门）
[N6]6.加强执法监督。（责任单位：县司法局）
[N5]四、依法化解矛盾
7.推进复议体制改革。（责任单位：县司法局）
[N5]8.加强普法。（责任单位：县司法局）";

    work_plan_with_bracketed_items, WorkPlan: "[-]东湖区2020年法治政府建设工作安排
为做好今年工作，制定本安排。
[N2]一、依法全面履行政府职能
（一）深化行政审批制度改革。推进减证便民。
责任单位：区审批局。
（二）加强市场监管。推行双随机抽查。
责任单位：区市场监管局。
[N4]二、完善依法行政制度体系
（三）加强规范性文件管理。严格合法性审核。
责任单位：区司法局。
[N1]三、加强组织保障
（四）落实法治建设责任。";

    unnumbered_theme_lines, GovernmentReport: "[-]2021年，全省各级政府深入推进依法行政，各项工作取得明显成效。现将有关情况报告如下。
[A1]坚持党对法治政府建设的全面领导
全年召开专题会议4次，研究部署法治政府建设重点任务，推动各项工作落地见效，责任体系更加完善。
[A2]持续优化法治化营商环境
全年取消和下放行政许可事项55项，证明事项清理工作基本完成，企业开办时间压缩到1个工作日以内。
[A5]依法有效化解矛盾纠纷
全年收到复议申请3200件，办结3000件，人民调解组织调解纠纷20万件，法律援助案件1.8万件。";

    chapters_in_words, GovernmentReport: "[-]现将年度情况报告如下。
[A1]第一部分 主要工作举措和成效
一、坚持党的领导
召开会议2次。
[A3]二、推进严格执法
办案90件。
[X6]第二部分 存在的问题
一、信息化水平不高
系统较少。
[N6]第三部分 下一步工作安排
一、加强数字政府建设
建设平台。";

    circled_and_bracketed_numbers, GovernmentReport: "[-]现将情况报告如下：
[A1]一、主要措施
（一）坚持统筹谋划
（1）加强党的领导。召开会议。（2）强化述法考核。述法80人。
[A3]（二）提升决策执法水平
①严格决策程序。审查40件。②规范执法行为。办案50件。[A6]③加强执法监督。检查6次。
[N0]二、下一步打算
继续努力。";

    firstly_and_secondly, GovernmentReport: "[-]现将情况报告如下：
[A1]一、工作情况
（一）夯实法治根基
市政府党组带头学法。
[A2]（二）推进惠企便民
为企业减负。
[N1]二、今后工作思路
首先，压实第一责任人职责。[N3]其次，规范行政执法行为。[N5]最后，抓好普法宣传。";

    one_must_two_must, DepartmentReport: "[-]现将情况报告如下：
[A1]一、主要工作
（一）加强领导
局党组学法。
[N0]二、下步工作重点
今后，我局要做到：[N1]一要提升干部法治素养；[N3]二要规范执法程序；[N5]三要加大法治宣传教育力度。";

    hard_cases_as_items, GovernmentReport: "[-]现报告如下：
[A3]一、主要举措和成效
（一）规范行政执法
1.推行包容审慎监管。免罚90件。
[A6]2.加强行政执法监督。评查100宗。
[A5]3.落实“谁执法谁普法”。举办活动40场。
3.1版系统上线。
[A3]4.加强执法人员培训。培训300人次。
[A2]（二）优化营商环境
1.推进“一网通办”。网办率95%。
[A4]2.开展公平竞争审查。审查文件60件。
[A1]3.加强领导干部法治培训。办班2期。
[A6]（三）强化权力监督
1.落实检察建议。办结20份。
2.支持审计监督。审计项目30个。
[A1]3.开展法治督察。督察6家单位。
[A6]4.加强政府督查。督办事项90项。
[N0]二、下一步工作
抓好落实。".trim_start();

    mixed_heading_items_decide, GovernmentReport: "[-]现报告如下：
[A2]一、主要成效
（一）优化政务服务，深化普法宣传
一是推行综合窗口改革，进驻事项900项。[A5]二是开展宪法宣传周活动，举办讲座20场。
[A6]（二）加强权力监督与法律服务
1.推进政务公开。公开2000条。
[A5]2.做好法律援助。受理300件。
[N0]二、下一步安排
抓好落实。";

    mixed_heading_paragraphs_decide, GovernmentReport: "[-]现报告如下：
[A2]一、主要成效
（一）优化营商环境，化解矛盾纠纷
全年精简审批材料300份，政务服务大厅办件量达到2万件，企业开办时间压缩一半。
[A5]人民调解组织调解纠纷4000件，行政复议机构收到申请120件，法律援助中心受理案件200件。
[N0]二、下一步安排
抓好落实。";

    heading_without_words_body_decides, GovernmentReport: "[-]现报告如下：
[A5]一、主要做法和成效
（一）聚焦急事难事，温暖群众心田
全年调解纠纷3000件，受理法律援助案件400件，开展普法活动200场。
[A3]（二）聚焦刚性约束，守住法治红线
全市办理行政处罚案件5000件，行政执法人员持证率100%，评查案卷600宗。
[N0]二、下一步安排
抓好落实。";

    digital_and_emergency_themes, GovernmentReport: "[-]现报告如下：
[A6]一、工作成效
（一）强化科技赋能，建设智慧政府
归集数据30亿条。
[A4]（二）筑牢安全防线，提升应急处突能力
开展演练500场。
[A4]（三）统筹疫情防控，依法应对突发事件
处置突发事件12起。
[A6]（四）推进一网统管，提升治理智能化水平
接入系统40个。
[N6]二、工作展望
（一）推动数据要素市场化配置";

    items_inside_sentences_are_no_headings, GovernmentReport: "[-]现报告如下：
[A3]一、主要做法
（一）规范行政执法
落实《关于（一）至（三）项处罚的规定》，打造“1、3、5分钟”执法圈，平均用时1.2小时，第（二）类案件占12.4%。
[A5]（二）推进法治宣传
“12.4”期间活动30场，比上年增加3场。5个镇参加，一、二、三产业全覆盖。
[N0]二、下一步安排
抓好落实。";

    leadership_last, GovernmentReport: "[-]现报告如下：
[A2]一、推进法治政府建设的主要举措和成效
（一）依法全面履行政府职能
事项2000项。
[A4]（二）完善依法行政制度体系
文件20件。
[A1]（三）落实法治政府建设主体责任
会议5次。
[X4]二、法治政府建设存在的不足和原因
（一）规范性文件制定程序不够规范
[N4]三、2025年推进法治政府建设的主要安排
（一）提高政府立法质量";

    signature_and_attachment_at_the_end, GovernmentReport: "[-]现报告如下：
[A1]一、主要工作
（一）加强组织领导
会议3次。
[N5]二、下一步打算
（一）深化普法宣传。举办活动。
青川县人民政府
2025年1月10日
附件：统计表";

    headings_with_wrong_characters, GovernmentReport: "[-]现报告如下：
[A1]一、主要工俢及成效
（一）深入学习习菦平法治思想
学习4次。
[A3]（二）规范行正执法行为
办案20件。
[A5]（三）化解矛盾纷争
调解30件。
[N0]二、下步工作
抓好落实。";

    traditional_characters, GovernmentReport: "[-]現將有關情況報告如下：
[A1]一、主要舉措和成效
（一）加強黨的領導
召開會議3次。
[A5]（二）化解矛盾糾紛
調解糾紛90件。
[X3]二、存在的問題
一是執法力量不足。[X5]二是普法宣傳不夠。
[N6]三、下一步工作安排
（一）加快數字政府建設";

    two_headings_numbered_one, DepartmentReport: "[-]现将街道工作报告如下：
[A1]一、2023年法治政府建设主要措施
一、强化领导责任，夯实法治基础
召开会议。
[A3]二、规范行政执法，推进综合执法改革
检查90次。
[A5]三、健全多元解纷机制
调解80件。
[X1]二、存在的不足
法治工作力量薄弱，专职人员少。
[N0]三、下一步计划
抓好落实。";
}
