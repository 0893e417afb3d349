//! Choosing by pointer, by keys and by search.

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::action::Action;
use crate::app::load::Load;
use crate::app::trend::tests::{SIZE, SMALL, body, harness, selection, window};
use crate::figures::Catalogue;
use crate::jobs::desk::Overview;

fn name(id: &str) -> &'static str {
    &Catalogue::built_in().unwrap().get(id).unwrap().name_zh
}

#[test]
fn what_no_report_has_cannot_be_chosen() {
    let mut harness = harness(window(Load::Idle, selection(&[], false)), SIZE);
    harness.run();
    let without = harness.get_by_role_and_label(Role::CheckBox, "述法人数");
    assert!(without.accesskit_node().is_disabled());
    without.click();
    harness.run();
    assert!(harness.state().actions.is_empty());
}

#[test]
fn a_search_finds_aliases_and_ids_and_a_click_adds() {
    for query in ["应述尽述", "leadership.shufa_coverage", "述法覆盖"] {
        let mut chosen = selection(&["墨岭市"], true);
        chosen.indicators.remove(0);
        let mut harness = harness(window(Load::Idle, chosen.clone()), SMALL);
        harness.run();
        harness.get_all_by_role(Role::TextInput).next().unwrap().focus();
        harness.run();
        harness.event(eframe::egui::Event::Text(query.into()));
        harness.run();
        harness.get_by_role_and_label(Role::CheckBox, name("leadership.shufa_coverage")).click();
        harness.run();
        let added = vec![chosen.indicators[0].clone(), "leadership.shufa_coverage".to_owned()];
        assert_eq!(harness.state().actions, [Action::SetIndicators(added)], "{query}");
    }
}

#[test]
fn places_are_found_by_name_short_name_and_code_and_departments_on_request() {
    for (query, found) in [("澜江", true), ("210200", true), ("澜江市", true), ("墨岭", false), ("zzz", false)] {
        let mut harness = harness(window(Load::Idle, selection(&[], false)), SIZE);
        harness.run();
        assert!(harness.query_by_role_and_label(Role::CheckBox, "墨岭市数据局").is_none());
        harness.get_all_by_role(Role::TextInput).nth(1).unwrap().focus();
        harness.run();
        harness.event(eframe::egui::Event::Text(query.into()));
        harness.run();
        assert_eq!(harness.query_by_role_and_label(Role::CheckBox, "澜江市").is_some(), found, "{query}");
    }
    let mut harness = harness(window(Load::Idle, selection(&[], false)), SIZE);
    harness.run();
    harness.get_by_label("显示部门").click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "墨岭市数据局").click();
    harness.run();
    assert_eq!(harness.state().actions, [Action::SetBodies(vec![body("墨岭市数据局")])]);
}

#[test]
fn keys_tick_and_untick_and_what_is_chosen_is_told() {
    let mut harness = harness(window(Load::Idle, selection(&["澜江市"], false)), SIZE);
    harness.run();
    let chosen = harness.get_by_role_and_label(Role::CheckBox, "澜江市");
    assert_eq!(chosen.accesskit_node().toggled(), Some(Toggled::True));
    chosen.focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().actions, [Action::SetBodies(vec![])]);
}

#[test]
fn keys_search_take_what_is_found_first_and_go_into_the_list() {
    let mut chosen = selection(&[], true);
    chosen.indicators.clear();
    let mut harness = harness(window(Load::Idle, chosen), SIZE);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    harness.event(eframe::egui::Event::Text("leadership.shufa_coverage".into()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(
        harness.state_mut().actions.pop(),
        Some(Action::SetIndicators(vec!["leadership.shufa_coverage".into()]))
    );
    assert!(harness.get_all_by_role(Role::TextInput).next().unwrap().is_focused(), "for the next search");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    for key in [Key::ArrowDown, Key::Space] {
        harness.key_press(key);
        harness.run();
    }
    assert!(matches!(&harness.state().actions[..], [Action::SetBodies(bodies)] if bodies.len() == 1));
}

#[test]
fn rows_stay_under_the_pointer_and_move_when_it_leaves() {
    let mut harness = harness(window(Load::Idle, selection(&[], false)), SIZE);
    harness.run();
    let place = |harness: &egui_kittest::Harness<'_, _>| {
        harness.get_by_role_and_label(Role::CheckBox, "墨岭市").rect().center().y
    };
    let before = place(&harness);
    harness.get_by_role_and_label(Role::CheckBox, "墨岭市").hover();
    harness.run();
    harness.state_mut().selection = selection(&["墨岭市"], false);
    harness.run();
    assert_eq!(place(&harness), before);
    harness.hover_at(eframe::egui::Pos2::new(900.0, 400.0));
    harness.run_steps(3);
    assert_ne!(place(&harness), before, "chosen ones stand first");
}

#[test]
fn a_library_not_yet_known_waits() {
    let mut window = window(Load::Idle, selection(&[], false));
    window.overview = None;
    let mut harness = harness(window, SIZE);
    harness.run();
    assert!(harness.get_all_by_label("正在读取…").count() >= 1);
    harness.state_mut().overview = Some(std::sync::Arc::new(Overview::default()));
    harness.run();
    harness.get_by_label("库中还没有报告，请先在“库”中导入");
}
