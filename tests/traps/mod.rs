//! One test a trap: its rows of the table, and the traps that lie before the figures.

use std::path::Path;

use faheng::outline::Section;
use faheng::reading::{Rules, read_bytes};

use super::{Case, Stands, figures, found, report};

/// Every row of the table that stands for a trap is read as it should be, and there is one.
fn holds(trap: &str) {
    let rows: Vec<Case<'_>> = super::cases().filter(|case| case.name.starts_with(trap)).collect();
    assert!(!rows.is_empty(), "{trap} has no row");
    let faults = super::faults(&rows);
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

macro_rules! traps {
    ($($name:ident: $trap:literal,)*) => { $(#[test] fn $name() { holds($trap); })* };
}

traps! {
    d_01_a_rise_is_no_level: "D-01",
    d_02_points_and_per_cent: "D-02",
    d_03_a_change_without_a_level: "D-03",
    d_04_from_and_to: "D-04",
    d_05_the_year_before_in_brackets: "D-05",
    d_06_carried_over: "D-06",
    d_07_cumulative: "D-07",
    d_08_stock_and_flow: "D-08",
    d_09_part_of_a_year: "D-09",
    d_10_targets_in_plans: "D-10",
    d_11_an_event_of_the_year_before: "D-11",
    d_12_two_totals_of_one_name: "D-12",
    d_13_a_subordinate_unit: "D-13",
    d_14_the_own_level_and_the_whole: "D-14",
    d_15_a_higher_level_quoted: "D-15",
    d_16_another_actor: "D-16",
    d_17_measures_repeated_in_a_sentence: "D-17",
    d_18_a_bare_rate: "D-18",
    d_19_parts_in_brackets: "D-19",
    d_20_rates_of_another_base: "D-20",
    d_21_commas: "D-21",
    d_22_respectively: "D-22",
    d_23_all_of_them: "D-23",
    d_24_two_quantities_on_a_verb: "D-24",
    d_25_the_verb_before_and_others: "D-25",
    d_26_coordinate_units: "D-26",
    d_27_each_of_them: "D-27",
    d_28_verbs_in_a_row: "D-28",
    d_29_one_word_of_many_trades: "D-29",
    d_30_a_number_without_its_unit: "D-30",
    d_31_approximations: "D-31",
    d_32_magnitudes: "D-32",
    d_33_chinese_numerals: "D-33",
    d_34_full_width_and_per_mille: "D-34",
    d_35_blanks_inside_numbers: "D-35",
    d_36_a_line_that_breaks_inside: "D-36",
    d_37_characters_lost: "D-37",
    d_38_masked_digits: "D-38",
    d_39_zero: "D-39",
    d_40_ratios: "D-40",
    d_41_ranges: "D-41",
    d_42_all_of_it_in_words: "D-42",
    d_43_amounts: "D-43",
    d_44_hotlines: "D-44",
    d_45_slogans: "D-45",
    d_46_days_of_the_calendar: "D-46",
    d_47_ordinals: "D-47",
    d_48_articles_and_document_numbers: "D-48",
    d_49_numbers_of_items: "D-49",
    d_50_names_with_digits: "D-50",
    d_51_limits: "D-51",
    d_52_scores: "D-52",
    d_53_the_page_around: "D-53",
    d_54_negation_and_thresholds: "D-54",
    d_55_figures_among_the_problems: "D-55",
    d_56_honours: "D-56",
    d_57_the_same_twice: "D-57",
    d_58_repeats_that_differ: "D-58",
    d_59_traditional_characters: "D-59",
    d_62_files_in_batches: "D-62",
}

#[test]
fn d_57_one_fact_has_two_spans() {
    let said = "市政府常务会议会前学法10次。全年坚持领导干部带头学法，市政府常务会议会前学法10次。";
    let figures = figures(&report(Stands::Achievements, "加强组织领导", said));
    let [only] = figures.observations.as_slice() else { panic!("{:?}", found(&figures)) };
    assert_eq!(only.also.len(), 1);
}

#[test]
fn d_60_wrong_characters_in_a_heading() {
    let text = "柳湾市2024年法治政府建设情况报告\n2024年，柳湾市坚持依法行政，现将有关情况报告如下。\n一、主要举措和成效\n\
                （一）规范行正执法\n组织评查行政执法案卷126宗。\n（二）依法化解矛盾纠汾\n人民调解组织调解矛盾纠纷318件。\n";
    let reading = read_bytes(Path::new("x.txt"), text.as_bytes(), Rules::built_in().unwrap()).unwrap();
    let section = |words: &str| reading.passages.items.iter().find(|own| own.text.contains(words)).unwrap().section;
    assert_eq!(section("评查行政执法案卷"), Some(Section::Enforcement));
    assert_eq!(section("人民调解组织"), Some(Section::Disputes));
    let values: Vec<f64> = reading.figures.observations.iter().map(|own| own.value).collect();
    assert_eq!(values, [126.0, 318.0], "figures are matched exactly");
}

#[test]
fn d_61_a_law_misquoted_is_no_year_of_the_report() {
    let text = "关于法治政府建设情况的报告\n2024年，柳湾市深入贯彻《法制政府建设实施纲要（2022—2026年）》，现将情况报告如下。\n\
                一、主要举措和成效\n（一）加强组织领导\n落实《法制政府建设实施方案（2022—2026年）》，会前学法6次。\n";
    let reading = read_bytes(Path::new("x.txt"), text.as_bytes(), Rules::built_in().unwrap()).unwrap();
    assert_eq!(reading.identity.year, Some(2024));
    let values: Vec<f64> = reading.figures.observations.iter().map(|own| own.value).collect();
    assert_eq!(values, [6.0]);
}

#[test]
fn every_trap_has_its_test() {
    let own = include_str!("mod.rs");
    for number in 1..=62 {
        assert!(own.contains(&format!("d_{number:02}_")), "no test of D-{number:02}");
    }
}
