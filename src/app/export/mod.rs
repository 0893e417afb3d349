//! The dialog that exports a chart: size, formats, place, and a preview that the desk draws.

mod choices;
mod preview;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Button, ComboBox, Grid, Key, Layout, Modifiers, RichText, ScrollArea, TextEdit, Ui, Vec2};

use super::action::Action;
use super::cx::Cx;
use super::keyboard;
use super::load::Load;
use super::theme::{self, size, space};
use crate::chart::PRESETS;
use crate::i18n::Texts;
use crate::jobs::desk::{Preview, Ticket, TrendPage};
pub use choices::Choices;
use choices::Problem;

/// Width of the fields.
const FIELDS: f32 = 424.0;
/// Width of a field for a number.
const NUMBER: f32 = 64.0;
/// Resolutions that are offered.
const DPIS: [u32; 3] = [300, 600, 1000];
/// Wider windows have fields and preview side by side.
const WIDE: f32 = 900.0;

/// The dialog while it is open.
pub struct Dialog {
    page: Arc<TrendPage>,
    /// What the fields hold.
    pub choices: Choices,
    preview: preview::State,
    begun: bool,
    /// Why the last order could not be carried out.
    failure: Option<String>,
    /// Its own order, once given.
    ordered: Option<Ticket>,
}

impl Dialog {
    /// A dialog for the chart of a page; orders are in the window's language at their time.
    pub fn new(page: &Arc<TrendPage>, texts: &Texts) -> Self {
        let choices = Choices::new(&page.spec, texts);
        Self {
            page: Arc::clone(page),
            choices,
            preview: preview::State::default(),
            begun: false,
            failure: None,
            ordered: None,
        }
    }

    /// The folder that was chosen in the system's dialog.
    pub fn set_folder(&mut self, folder: PathBuf) {
        self.choices.folder = folder.display().to_string();
    }

    /// Holds the order that was just given.
    pub fn wait_for(&mut self, ticket: Ticket) {
        self.ordered = Some(ticket);
    }

    /// Whether an answer is for this dialog, not for one that was closed.
    pub fn waits_for(&self, ticket: Ticket) -> bool {
        self.ordered == Some(ticket)
    }

    /// Says why nothing was written, where the user looks.
    pub fn fail(&mut self, sentence: String) {
        self.failure = Some(sentence);
    }
}

/// Paints the dialog over the window.
pub fn ui(ui: &mut Ui, dialog: &mut Dialog, load: &Load<Preview>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let room = ui.ctx().content_rect().size();
    let modal = theme::modal(ui, "export_dialog").show(ui.ctx(), |ui| {
        let wide = room.x >= WIDE;
        ui.set_width((room.x * 0.86).min(if wide { FIELDS + preview::WIDTH + space::XL } else { FIELDS }));
        ui.label(theme::title(cx.text("export-title")));
        ui.separator();
        let height = room.y * 0.86 - 140.0;
        if wide {
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| fields(ui, dialog, height, cx, actions));
                ui.add_space(space::L);
                ui.vertical(|ui| preview::ui(ui, &mut dialog.preview, load, height, cx));
            });
        } else {
            preview::ui(ui, &mut dialog.preview, load, height * 0.34, cx);
            fields(ui, dialog, height * 0.62, cx, actions);
        }
        ui.separator();
        end(ui, dialog, cx, actions);
    });
    let Dialog { page, choices, preview, .. } = dialog;
    preview.ask(ui, choices, &page.spec, cx, actions);
    let close = modal.should_close();
    if close {
        actions.push(Action::ShowExport(false));
    }
}

fn fields(ui: &mut Ui, dialog: &mut Dialog, height: f32, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let area = ScrollArea::vertical().id_salt("export_fields").max_height(height).auto_shrink([false, true]);
    ui.set_width(FIELDS);
    area.show(ui, |ui| {
        // Beside the bar that scrolls, where the window is low.
        ui.set_max_width(ui.available_width() - space::S);
        Grid::new("export_grid").num_columns(2).spacing([space::M, space::S]).show(ui, |ui| {
            words(ui, dialog, cx);
            sizes(ui, dialog, cx);
            formats(ui, &mut dialog.choices, cx);
            place(ui, dialog, cx, actions);
        });
        keyboard::follow(ui);
    });
}

/// A line of text with its name before it; whether it was changed.
fn line(ui: &mut Ui, name: &str, text: &mut String, width: f32) -> eframe::egui::Response {
    let label = ui.label(name);
    ui.add(TextEdit::singleline(text).desired_width(width)).labelled_by(label.id)
}

fn words(ui: &mut Ui, dialog: &mut Dialog, cx: &Cx<'_>) {
    let choices = &mut dialog.choices;
    let title = line(ui, &cx.text("export-chart-title"), &mut choices.title, f32::INFINITY);
    if !dialog.begun {
        dialog.begun = true;
        title.request_focus();
    }
    ui.end_row();
    line(ui, &cx.text("export-chart-subtitle"), &mut choices.subtitle, f32::INFINITY);
    ui.end_row();
}

fn sizes(ui: &mut Ui, dialog: &mut Dialog, cx: &Cx<'_>) {
    let Dialog { page, choices, .. } = dialog;
    let label = ui.label(cx.text("export-preset"));
    let shown = choices.preset().map_or("export-preset-own", |preset| preset.name);
    let menu = ComboBox::from_id_salt("export_preset").selected_text(cx.text(shown)).width(240.0).show_ui(ui, |ui| {
        for preset in &PRESETS {
            let chosen = choices.preset().is_some_and(|own| own.id == preset.id);
            if ui.selectable_label(chosen, cx.text(preset.name)).clicked() {
                choices.take(preset, &page.spec, cx.texts);
            }
        }
    });
    menu.response.labelled_by(label.id);
    ui.end_row();
    ui.label(cx.text("export-size"));
    ui.horizontal(|ui| {
        number(ui, &mut choices.width, cx.text("export-width"));
        ui.label("×");
        number(ui, &mut choices.height, cx.text("export-height"));
        ui.label("mm");
    });
    ui.end_row();
    resolution(ui, choices, cx);
    ui.label("");
    ui.vertical(|ui| {
        if let Some((width, height)) = choices.pixels() {
            let arguments = [("width", width.to_string().into()), ("height", height.to_string().into())];
            ui.label(theme::note(cx.format("export-pixels", &arguments), cx.tokens));
        }
        for problem in [choices.size_problem(), choices.dpi_problem(), choices.area_problem()].into_iter().flatten() {
            warn(ui, &problem, cx);
        }
    });
    ui.end_row();
}

fn number(ui: &mut Ui, text: &mut String, name: String) {
    // For those who cannot see what stands beside it; a hint names a field only while it is empty.
    ui.add(TextEdit::singleline(text).desired_width(NUMBER)).accessible_name(&name).on_hover_text(name);
}

fn resolution(ui: &mut Ui, choices: &mut Choices, cx: &Cx<'_>) {
    ui.label(cx.text("export-dpi"));
    ui.horizontal(|ui| {
        for dpi in DPIS {
            if ui.selectable_label(choices.dpi.trim() == dpi.to_string(), format!("{dpi} dpi")).clicked() {
                choices.dpi = dpi.to_string();
            }
        }
        number(ui, &mut choices.dpi, cx.text("export-dpi-own"));
    });
    ui.end_row();
}

fn formats(ui: &mut Ui, choices: &mut Choices, cx: &Cx<'_>) {
    ui.label(cx.text("export-formats"));
    ui.vertical(|ui| {
        theme::check(ui, &mut choices.png, cx.text("export-png"));
        ui.horizontal_wrapped(|ui| {
            theme::check(ui, &mut choices.svg, cx.text("export-svg"));
            ui.add_enabled_ui(choices.svg, |ui| {
                for (text, id) in [(false, "export-svg-outlines"), (true, "export-svg-text")] {
                    if theme::radio(ui, choices.svg_text == text, cx.text(id)).clicked() {
                        choices.svg_text = text;
                    }
                }
            });
        });
        theme::check(ui, &mut choices.data, cx.text("export-data"));
        if let Some(problem) = choices.format_problem() {
            warn(ui, &problem, cx);
        }
    });
    ui.end_row();
}

fn place(ui: &mut Ui, dialog: &mut Dialog, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let label = ui.label(cx.text("export-folder"));
    let mut choose = false;
    let row = Vec2::new(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(eframe::egui::Align::Center), |ui| {
        choose = ui.button(cx.text("export-choose")).clicked();
        let width = ui.available_width();
        ui.add(TextEdit::singleline(&mut dialog.choices.folder).desired_width(width)).labelled_by(label.id);
    });
    ui.end_row();
    let choices = &mut dialog.choices;
    if line(ui, &cx.text("export-name"), &mut choices.name, f32::INFINITY).changed() {
        choices.named = true;
    }
    ui.end_row();
    ui.label("");
    ui.vertical(|ui| {
        let files = cx.texts.list(choices.endings());
        ui.label(theme::note(cx.format("export-files", &[("files", files.into())]), cx.tokens));
        theme::check(ui, &mut choices.force, cx.text("export-force"));
        for problem in [choices.folder_problem(), choices.name_problem()].into_iter().flatten() {
            warn(ui, &problem, cx);
        }
    });
    ui.end_row();
    if choose {
        let order = dialog.choices.order(&dialog.page.spec, cx.locale());
        actions.push(Action::ChooseExport(Box::new(order)));
    }
}

fn warn(ui: &mut Ui, problem: &Problem, cx: &Cx<'_>) {
    ui.label(RichText::new(problem.sentence(cx)).size(size::NOTE).color(cx.tokens.warn));
}

/// Cancel and export; Ctrl+Enter exports as well.
fn end(ui: &mut Ui, dialog: &mut Dialog, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    if let Some(failure) = &dialog.failure {
        ui.label(RichText::new(failure).color(cx.tokens.error));
    }
    let problem = dialog.choices.problem();
    let row = Vec2::new(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(eframe::egui::Align::Center), |ui| {
        let text = RichText::new(cx.text("export-do")).color(cx.tokens.on_accent);
        let button = ui.add_enabled(problem.is_none(), Button::new(text).fill(cx.tokens.accent));
        let why = problem.as_ref().map_or_else(String::new, |problem| problem.sentence(cx));
        let button = button.on_disabled_hover_text(why).on_hover_text(cx.text("export-do-hint"));
        let key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if button.clicked() || key && problem.is_none() {
            let order = dialog.choices.order(&dialog.page.spec, cx.locale());
            dialog.failure = None;
            actions.push(Action::Export(Box::new(order)));
        }
        if ui.button(cx.text("export-cancel")).clicked() {
            actions.push(Action::ShowExport(false));
        }
    });
}

#[cfg(test)]
mod tests;
