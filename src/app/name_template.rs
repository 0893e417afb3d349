//! 文件名模板: the pattern that names of files follow, tried on a name while it is typed.

use std::path::Path;

use eframe::egui::{Align, Button, Grid, Key, Label, Layout, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::action::Action;
use super::cx::Cx;
use super::keyboard;
use super::theme::{self, size, space};
use crate::identity::{Mismatch, NameField, NameTemplate, Named, TemplateProblem};
use crate::reading::stem;

/// Width of the dialog, where the window has it.
const WIDTH: f32 = 640.0;
/// Most characters of a name or a pattern: names of files are no longer.
const LONG: usize = 255;
/// Height kept for the sentence on what was typed: two lines.
const SENTENCE: f32 = 2.0 * size::BODY * 1.45;
/// Height of all that is not the table of fields, and of the table at least.
const AROUND: f32 = 352.0;
const LEAST: f32 = 100.0;
/// Width of what a field means.
const NOTE: f32 = 300.0;

/// The fields, with the ids of their words and of what they say.
const FIELDS: [(NameField, &str, &str); 6] = [
    (NameField::Place, "template-place", "template-place-note"),
    (NameField::Year, "template-year", "template-year-note"),
    (NameField::Body, "template-body", "template-body-note"),
    (NameField::Title, "template-title", "template-title-note"),
    (NameField::Date, "template-date", "template-date-note"),
    (NameField::Any, "template-any", "template-any-note"),
];

/// What a pattern makes of a name.
#[derive(Clone, Debug, PartialEq)]
enum Found {
    /// There is no pattern.
    Nothing,
    /// It is none.
    Problem(TemplateProblem),
    /// There is no name to try it on.
    Untried,
    /// The name does not follow it.
    Mismatch(Mismatch),
    /// The fields.
    Fields(Named),
}

/// The dialog while it is open.
#[derive(Debug)]
pub struct Dialog {
    text: String,
    name: String,
    found: Found,
    fresh: bool,
}

impl Dialog {
    /// A dialog on the pattern in use, with the name of a file to try it on.
    pub fn new(text: &str, name: &str) -> Self {
        let (text, name) = (text.to_owned(), name.to_owned());
        Self { found: found(&text, &name), text, name, fresh: true }
    }

    /// Whether the pattern can be kept.
    fn is_sound(&self) -> bool {
        !matches!(self.found, Found::Problem(_))
    }
}

fn found(text: &str, name: &str) -> Found {
    if text.trim().is_empty() {
        return Found::Nothing;
    }
    let template = match NameTemplate::parse(text.trim()) {
        Ok(template) => template,
        Err(problem) => return Found::Problem(problem),
    };
    let name = stem(Path::new(name.trim()));
    match template.read(&name) {
        _ if name.is_empty() => Found::Untried,
        Ok(named) => Found::Fields(named),
        Err(mismatch) => Found::Mismatch(mismatch),
    }
}

/// Paints the dialog over the window.
pub fn ui(ui: &mut Ui, dialog: &mut Dialog, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let modal = theme::modal(ui, "template_dialog").show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 2.0 * space::XL));
        ui.label(theme::title(cx.text("template-heading")));
        ui.add(Label::new(cx.text("template-about")).wrap());
        ui.add_space(space::S);
        let entered = fields(ui, dialog, cx);
        verdict(ui, dialog, cx);
        ui.add_space(space::S);
        let room = (ui.ctx().content_rect().height() - AROUND).max(LEAST);
        let area = ScrollArea::vertical().id_salt("template_known").max_height(room).auto_shrink([false, true]);
        area.show(ui, |ui| {
            fields_known(ui, dialog, cx);
            keyboard::follow(ui);
        });
        ui.add_space(space::S);
        ui.add(Label::new(theme::note(cx.text("template-note"), cx.tokens)).wrap());
        end(ui, dialog, entered, cx, actions);
    });
    if modal.should_close() {
        actions.push(Action::ShowTemplate(false));
    }
}

/// The pattern and the name that it is tried on; whether Enter was pressed in one of them.
fn fields(ui: &mut Ui, dialog: &mut Dialog, cx: &Cx<'_>) -> bool {
    let (mut changed, mut entered) = (false, false);
    Grid::new("template_fields").num_columns(2).spacing([space::M, space::S]).show(ui, |ui| {
        let mut line = |ui: &mut Ui, id: &str, text: &mut String, hint: String, fresh: bool| {
            let label = ui.label(cx.text(id));
            let field = TextEdit::singleline(text).hint_text(hint).char_limit(LONG).desired_width(f32::INFINITY);
            let field = ui.add(field).labelled_by(label.id);
            if fresh {
                field.request_focus();
            }
            changed |= field.changed();
            entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.end_row();
        };
        let fresh = std::mem::take(&mut dialog.fresh);
        line(ui, "template-field", &mut dialog.text, cx.text("template-field-hint"), fresh);
        line(ui, "template-test", &mut dialog.name, cx.text("template-test-hint"), false);
    });
    if changed {
        dialog.found = found(&dialog.text, &dialog.name);
    }
    entered
}

/// Whether the name follows the pattern, in one sentence.
fn verdict(ui: &mut Ui, dialog: &Dialog, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    let (sentence, ink) = match &dialog.found {
        Found::Nothing => (cx.text("template-none"), tokens.weak),
        Found::Untried => (cx.text("template-untried"), tokens.weak),
        Found::Problem(problem) => (cx.texts.template_problem(problem), tokens.error),
        Found::Mismatch(mismatch) => (cx.texts.name_mismatch(mismatch), tokens.warn),
        Found::Fields(_) => (cx.text("template-fits"), tokens.text),
    };
    // Nothing below moves while the sentence changes.
    ui.allocate_ui_with_layout(vec2(ui.available_width(), SENTENCE), Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(SENTENCE);
        ui.add(Label::new(RichText::new(sentence).color(ink)).wrap());
    });
}

/// What a pattern can hold, a click adds it, and what was found of it in the name.
fn fields_known(ui: &mut Ui, dialog: &mut Dialog, cx: &Cx<'_>) {
    let mut added = None;
    Grid::new("template_fields_known").num_columns(3).spacing([space::M, space::XS]).show(ui, |ui| {
        for head in ["template-legend", "template-meaning", "template-result"] {
            ui.label(theme::note(cx.text(head), cx.tokens));
        }
        ui.end_row();
        for (field, word, note) in FIELDS {
            let word = format!("{{{}}}", cx.text(word));
            let hint = cx.format("template-add", &[("word", word.as_str().into())]);
            if ui.button(&word).on_hover_text(hint).clicked() {
                added = Some(word);
            }
            ui.scope(|ui| {
                ui.set_width(NOTE);
                ui.add(Label::new(theme::note(cx.text(note), cx.tokens)).truncate());
            });
            let found = match &dialog.found {
                Found::Fields(named) => named.get(field),
                _ => None,
            };
            ui.add(Label::new(theme::bold(found.unwrap_or_default())).truncate());
            ui.end_row();
        }
    });
    if let Some(word) = added {
        dialog.text.push_str(&word);
        dialog.found = found(&dialog.text, &dialog.name);
    }
}

/// The buttons, from the right edge inwards.
fn end(ui: &mut Ui, dialog: &Dialog, entered: bool, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let line = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        let save = ui.add_enabled(dialog.is_sound(), Button::new(cx.text("template-save"))).clicked();
        if save || (entered && dialog.is_sound()) {
            actions.push(Action::SetTemplate(dialog.text.trim().to_owned()));
        }
        if ui.button(cx.text("template-cancel")).clicked() {
            actions.push(Action::ShowTemplate(false));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Locale, Texts};

    #[test]
    fn the_words_of_the_legend_are_those_of_patterns() {
        for texts in Locale::ALL.map(Texts::new) {
            for (field, word, _) in FIELDS {
                let text = format!("{{{}}}", texts.get(word));
                let name = match field {
                    NameField::Year => "2024",
                    NameField::Date => "2024-01-16",
                    _ => "甲市",
                };
                let named = NameTemplate::parse(&text).unwrap().read(name).unwrap();
                assert_eq!(named.get(field).is_some(), field != NameField::Any, "{text}");
            }
        }
    }

    #[test]
    fn endings_are_no_part_of_the_name_and_a_pattern_is_tried_once_there_is_a_name() {
        let named = |name: &str| found(" {地区}{年份} ", name);
        let Found::Fields(fields) = named("营口市2024.docx") else { panic!() };
        assert_eq!(fields.get(NameField::Year), Some("2024"));
        assert!(matches!(named("营口市.docx"), Found::Mismatch(_)));
        assert_eq!((named(""), found(" ", "营口市2024.docx")), (Found::Untried, Found::Nothing));
        assert!(matches!(found("{地区", ""), Found::Problem(TemplateProblem::Brace)));
    }
}
