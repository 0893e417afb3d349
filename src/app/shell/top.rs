//! The top bar: the library, importing, the way back, and how the window looks.

use std::path::Path;

use eframe::egui::{Align, Button, Layout, Role, Ui, WidgetInfo};

use super::divider;
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::state::App;
use crate::app::theme;
use crate::i18n::{Locale, path_text};
use crate::settings::Shade;

/// The name of Chinese in Chinese, for those who do not read the language that is shown. Escaped, for no other word of
/// this folder stands in the code.
const CHINESE: &str = "\u{4E2D}\u{6587}";
/// Most characters of a library's name.
const NAME: usize = 16;

pub fn ui(ui: &mut Ui, app: &App, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.horizontal_centered(|ui| {
        ui.label(theme::title(cx.text("app-name")));
        divider(ui);
        library(ui, app, cx, actions);
        ui.menu_button(cx.text("menu-import"), |ui| {
            item(ui, cx, "menu-import-files", Action::ChooseFiles, actions);
            item(ui, cx, "menu-import-folder", Action::ChooseFolder, actions);
            ui.separator();
            item(ui, cx, "menu-template", Action::ShowTemplate(true), actions);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            look(ui, app, cx, actions);
            divider(ui);
            way(ui, app, cx, actions);
        });
    });
}

/// The open library's name, and the menu of libraries.
fn library(ui: &mut Ui, app: &App, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let own = app.opened.path == app.start.paths.library && !app.opened.trial && !app.start.named;
    let file = app.opened.path.file_stem().map(|name| path_text(Path::new(name))).unwrap_or_default();
    let name = match (app.opened.trial, own) {
        (true, _) => cx.text("library-trial"),
        (_, true) => cx.text("library-own"),
        _ => file,
    };
    let shown = cx.format("library-name", &[("name", shortened(&name).into())]);
    let menu = ui.menu_button(shown, |ui| {
        // A running import keeps its library open.
        ui.add_enabled_ui(!cx.busy, |ui| {
            item(ui, cx, "menu-open-library", Action::ChooseLibrary, actions);
            ui.add_enabled_ui(!own, |ui| item(ui, cx, "menu-open-own", Action::OpenOwn, actions));
            item(ui, cx, "menu-open-sample", Action::OpenSample, actions);
            ui.separator();
            item(ui, cx, "menu-keep-as", Action::ChooseKeep, actions);
        });
    });
    let path = path_text(&app.opened.path);
    let hint = if app.opened.trial { "library-trial-hint" } else { "library-path" };
    menu.response.on_hover_text(cx.format(hint, &[("path", path.into())]));
}

/// A name cut to the room that the bar has for it; the whole stands in the tooltip.
fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME { name.to_owned() } else { name.chars().take(NAME - 1).chain(['…']).collect() }
}

fn item(ui: &mut Ui, cx: &Cx<'_>, id: &str, action: Action, actions: &mut Vec<Action>) {
    if ui.button(cx.text(id)).clicked() {
        actions.push(action);
        ui.close();
    }
}

/// Language, theme and help, from the right edge inwards.
fn look(ui: &mut Ui, app: &App, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.menu_button(cx.text("menu-help"), |ui| {
        for (id, hint, action) in [
            ("menu-keys", "menu-keys-hint", Action::ShowKeys(true)),
            ("menu-quality", "menu-quality-hint", Action::ShowQuality(true)),
        ] {
            if ui.button(cx.text(id)).on_hover_text(cx.text(hint)).clicked() {
                actions.push(action);
                ui.close();
            }
        }
    });
    let (other, name) = match cx.locale() {
        Locale::ZhHans => (Locale::En, cx.text("language-to-en")),
        Locale::En => (Locale::ZhHans, CHINESE.to_owned()),
    };
    if ui.button(name).on_hover_text(cx.text("language-hint")).clicked() {
        actions.push(Action::SetLocale(other));
    }
    ui.menu_button(cx.text("menu-theme"), |ui| {
        for (shade, id) in [(Shade::System, "theme-system"), (Shade::Light, "theme-light"), (Shade::Dark, "theme-dark")]
        {
            if theme::radio(ui, app.settings.shade == shade, cx.text(id)).clicked() {
                actions.push(Action::SetShade(shade));
                ui.close();
            }
        }
    });
}

/// Forward and back.
fn way(ui: &mut Ui, app: &App, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    for (able, mark, hint, action) in [
        (app.history.can_forward(), "→", "way-forward", Action::Forward),
        (app.history.can_back(), "←", "way-back", Action::Back),
    ] {
        let response = ui.add_enabled(able, Button::new(mark));
        let name = cx.text(hint);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, able, name.clone()));
        if response.on_hover_text(&name).on_disabled_hover_text(&name).clicked() {
            actions.push(action);
        }
    }
}
