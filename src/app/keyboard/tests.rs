//! The keyboard as people use it, in a window with bars, a view of two panes, a dialog and a menu.

use eframe::egui::accesskit::Role;
use eframe::egui::{Button, CentralPanel, Id, Key, Layout, Modal, Modifiers, Panel, Pos2, Ui, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::*;

/// A window as the shell makes one.
#[derive(Default)]
struct Window {
    keyboard: Keyboard,
    view: Option<Place>,
    dialog: bool,
    menu: bool,
    gone: Vec<usize>,
    pressed: Vec<&'static str>,
}

impl Window {
    fn button(&mut self, ui: &mut Ui, name: &'static str) {
        if ui.button(name).clicked() {
            self.pressed.push(name);
            self.dialog |= name == "ask";
            self.dialog &= name != "no";
        }
    }

    fn paint(&mut self, ui: &mut Ui) {
        let context = ui.ctx().clone();
        self.keyboard.begin(&context, self.view.unwrap_or(Place::Library));
        Panel::top("top").show(ui, |ui| {
            let _pane = pane(ui, Region::Top);
            // Painted from the right end, as bars are.
            ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                self.button(ui, "last");
                self.button(ui, "first");
            });
        });
        Panel::bottom("line").show(ui, |ui| {
            let _pane = pane(ui, Region::Status);
            self.button(ui, "line");
        });
        CentralPanel::default().show(ui, |ui| {
            let _pane = pane(ui, Region::View);
            match self.view {
                Some(Place::Trend) => self.button(ui, "other view"),
                _ => self.library(ui),
            }
        });
        if self.dialog {
            let modal = Modal::new(Id::unique("dialog")).show(ui.ctx(), |ui| {
                ui.horizontal(|ui| ["yes", "no"].into_iter().for_each(|name| self.button(ui, name)));
            });
            self.dialog &= !modal.should_close();
        }
        self.keyboard.end(&context);
    }

    fn library(&mut self, ui: &mut Ui) {
        self.button(ui, "ask");
        let menu = ui.menu_button("menu", |ui| {
            self.menu = true;
            for name in ["one", "two"] {
                if ui.button(name).clicked() {
                    self.pressed.push(name);
                    ui.close();
                }
            }
        });
        self.menu = menu.inner.is_some();
        let _pane = pane(ui, Region::View);
        for (at, name) in ["row 0", "row 1", "row 2"].into_iter().enumerate() {
            if !self.gone.contains(&at) && ui.push_id(at, |ui| ui.add(wide(ui, name))).inner.clicked() {
                self.gone.push(at);
            }
        }
    }
}

/// A button that reaches below the middle of the window.
fn wide(ui: &Ui, name: &'static str) -> Button<'static> {
    Button::new(name).min_size(Vec2::new(ui.available_width(), 0.0))
}

fn setup(context: &Context) {
    crate::app::install_fonts(context);
    crate::app::theme::install(context);
}

fn window() -> Harness<'static, Window> {
    let builder = Harness::builder().with_size(Vec2::new(300.0, 200.0)).with_max_steps(16).with_context_setup(setup);
    let mut harness = builder.build_ui_state(|ui, window: &mut Window| window.paint(ui), Window::default());
    harness.run();
    harness
}

#[test]
fn panes_follow_each_other_from_left_to_right_however_they_are_painted() {
    let paint = |ui: &mut Ui, keyboard: &mut Keyboard| {
        let context = ui.ctx().clone();
        keyboard.begin(&context, Place::Report);
        Panel::bottom("below").show(ui, |ui| {
            let _pane = pane(ui, Region::View);
            ui.button("below").clicked()
        });
        Panel::left("left").show(ui, |ui| {
            let _pane = pane(ui, Region::View);
            ui.button("left").clicked()
        });
        Panel::right("right").show(ui, |ui| {
            let _pane = pane(ui, Region::View);
            ui.button("right").clicked()
        });
        let _pane = pane(ui, Region::View);
        ui.button("middle").clicked();
    };
    let builder = Harness::builder().with_size(Vec2::new(600.0, 400.0)).with_context_setup(setup);
    let mut harness = builder.build_ui_state(paint, Keyboard::default());
    harness.run();
    for name in ["left", "middle", "right", "below", "left"] {
        harness.key_press(Key::F6);
        harness.run();
        assert!(harness.get_by_label(name).is_focused(), "{name}");
    }
}

/// Presses keys one after the other.
fn press(harness: &mut Harness<'_, Window>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

fn press_with(harness: &mut Harness<'_, Window>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

#[track_caller]
fn at(harness: &Harness<'_, Window>, name: &str) {
    let focused = harness.query_all_by_role(Role::Button).filter(|node| node.is_focused());
    let names: Vec<String> = focused.filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(names, [name]);
}

#[test]
fn tab_begins_in_the_view_and_goes_on_as_one_reads() {
    let mut harness = window();
    for name in ["ask", "menu", "row 0", "row 1", "row 2", "line", "first", "last", "ask"] {
        press(&mut harness, &[Key::Tab]);
        at(&harness, name);
    }
    for name in ["last", "first", "line", "row 2"] {
        press_with(&mut harness, Modifiers::SHIFT, Key::Tab);
        at(&harness, name);
    }
}

#[test]
fn f6_leads_from_pane_to_pane_and_back_to_where_one_was() {
    let mut harness = window();
    for name in ["ask", "row 0", "line", "first", "ask", "row 0"] {
        press(&mut harness, &[Key::F6]);
        at(&harness, name);
    }
    press(&mut harness, &[Key::Tab, Key::F6, Key::Tab]);
    press_with(&mut harness, Modifiers::SHIFT, Key::F6);
    at(&harness, "line");
    press_with(&mut harness, Modifiers::SHIFT, Key::F6);
    at(&harness, "row 1");
}

#[test]
fn a_dialog_takes_the_keyboard_keeps_it_and_gives_it_back() {
    let mut harness = window();
    press(&mut harness, &[Key::Tab, Key::Enter]);
    assert!(harness.state().dialog);
    at(&harness, "yes");
    for name in ["no", "yes", "no"] {
        press(&mut harness, &[Key::Tab]);
        at(&harness, name);
    }
    press(&mut harness, &[Key::F6]);
    at(&harness, "no");
    press(&mut harness, &[Key::Escape]);
    assert!(!harness.state().dialog);
    at(&harness, "ask");
    press(&mut harness, &[Key::Enter, Key::Tab, Key::Enter]);
    assert!(!harness.state().dialog);
    at(&harness, "ask");
}

#[test]
fn a_dialog_that_nothing_led_to_gives_the_keyboard_to_nothing() {
    let mut harness = window();
    harness.state_mut().dialog = true;
    harness.run();
    press(&mut harness, &[Key::Tab, Key::Enter]);
    assert!(!harness.state().dialog);
    assert!(harness.query_all_by_role(Role::Button).all(|node| !node.is_focused()));
}

#[test]
fn a_menu_takes_the_keyboard_and_gives_it_back() {
    let mut harness = window();
    press(&mut harness, &[Key::Tab, Key::Tab, Key::Enter]);
    at(&harness, "one");
    press(&mut harness, &[Key::ArrowDown]);
    at(&harness, "two");
    press(&mut harness, &[Key::Tab]);
    at(&harness, "one");
    press(&mut harness, &[Key::Escape]);
    assert!(!harness.state().menu);
    at(&harness, "menu");
    press(&mut harness, &[Key::Enter, Key::ArrowDown, Key::Enter]);
    assert_eq!(harness.state().pressed, ["two"]);
    at(&harness, "menu");
}

#[test]
fn what_keys_take_from_a_list_of_a_dialog_closes_it() {
    let paint = |ui: &mut Ui, (keyboard, chosen): &mut (Keyboard, usize)| {
        let context = ui.ctx().clone();
        keyboard.begin(&context, Place::Trend);
        {
            let _pane = pane(ui, Region::View);
            ui.button("under").clicked();
        }
        Modal::new(Id::unique("dialog")).show(ui.ctx(), |ui| {
            ui.button("first").clicked();
            let list = eframe::egui::ComboBox::from_id_salt("list").selected_text("list");
            let list = list.show_ui(ui, |ui| {
                for (at, name) in ["nought", "one", "two"].into_iter().enumerate() {
                    ui.selectable_value(chosen, at, name);
                }
            });
            list.response.accessible_name("list");
        });
        keyboard.end(&context);
    };
    let builder = Harness::builder().with_size(Vec2::new(600.0, 400.0)).with_context_setup(setup);
    let mut harness = builder.build_ui_state(paint, (Keyboard::default(), 0));
    harness.run();
    for key in [Key::Tab, Key::Enter, Key::ArrowDown, Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(harness.state().1, 1);
    assert!(harness.query_by_label("two").is_none(), "closed");
    assert!(harness.get_by_role(Role::ComboBox).is_focused());
}

#[test]
fn a_menu_of_the_pointer_leaves_the_keyboard_alone() {
    let mut harness = window();
    harness.get_by_label("menu").click();
    harness.run();
    assert!(harness.state().menu);
    assert!(harness.query_all_by_role(Role::Button).all(|node| !node.is_focused()));
}

#[test]
fn the_next_row_takes_the_place_of_one_that_vanished() {
    let mut harness = window();
    press(&mut harness, &[Key::F6, Key::F6, Key::Enter]);
    assert_eq!(harness.state().gone, [0]);
    at(&harness, "row 1");
}

#[test]
fn a_view_gets_the_keyboard_back_where_it_had_it() {
    let mut harness = window();
    press(&mut harness, &[Key::F6, Key::F6, Key::Tab]);
    at(&harness, "row 1");
    harness.state_mut().view = Some(Place::Trend);
    harness.run();
    assert!(harness.query_all_by_role(Role::Button).all(|node| !node.is_focused()), "no widget near it by chance");
    press(&mut harness, &[Key::Tab]);
    at(&harness, "other view");
    harness.state_mut().view = None;
    harness.run();
    at(&harness, "row 1");
}

#[test]
fn a_row_painted_from_the_right_is_read_from_the_left() {
    let spot = |turn: usize, left: f32, top: f32| order::Spot {
        turn,
        id: Id::unique(turn),
        rect: Rect::from_min_size(Pos2::new(left, top), Vec2::new(30.0, 20.0)),
    };
    let read = order::ids(vec![spot(0, 100.0, 0.0), spot(1, 50.0, 2.0), spot(2, 0.0, 30.0), spot(3, 40.0, 30.0)]);
    assert_eq!(read, [1, 0, 2, 3].map(Id::unique));
}
