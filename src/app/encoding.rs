//! 换一种编码重读: in which encoding a report was read, how it reads in others, and reading it again in one of them.

use std::sync::Arc;

use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::action::Action;
use super::cx::Cx;
use super::load::Load;
use super::theme::{self, size, space};
use crate::intake::Encoding;
use crate::jobs::desk::{EncodingPage, Excerpt, ToldBy};
use crate::store::ReportId;

/// Width of the dialog, where the window has it.
const WIDTH: f32 = 760.0;
/// Width of the choices.
const CHOICES: f32 = 240.0;
/// Height of choices and preview.
const HEIGHT: f32 = 280.0;

/// What can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    /// What the bytes show.
    Auto,
    /// One of the usual ones.
    Usual(Encoding),
    /// The one whose name is typed.
    Other,
}

/// The dialog while it is open.
#[derive(Debug)]
pub struct Dialog {
    id: ReportId,
    choice: Choice,
    other: String,
    /// The question asked last.
    asked: Option<Option<Encoding>>,
    /// What a person had named before, once that is known.
    named: Option<Option<Encoding>>,
    /// Whether the choice takes the keyboard in the next frame.
    fresh: bool,
}

impl Dialog {
    /// A dialog for a report.
    pub fn new(id: ReportId) -> Self {
        Self { id, choice: Choice::Auto, other: String::new(), asked: None, named: None, fresh: false }
    }

    /// The encoding chosen; the outer `None` where the name typed is none.
    fn chosen(&self) -> Option<Option<Encoding>> {
        match self.choice {
            Choice::Auto => Some(None),
            Choice::Usual(encoding) => Some(Some(encoding)),
            Choice::Other => Encoding::named(&self.other).map(Some),
        }
    }

    /// Begins with what holds now.
    fn settle(&mut self, page: &EncodingPage) {
        if self.named.is_some() || page.id != self.id {
            return;
        }
        (self.named, self.fresh) = (Some(page.named), true);
        self.choice = match page.named {
            None => Choice::Auto,
            Some(named) if Encoding::usual().contains(&named) => Choice::Usual(named),
            Some(named) => {
                self.other = told(named.name());
                Choice::Other
            }
        };
    }

    /// Asks how the report reads in the encoding chosen, once for each choice.
    fn ask(&mut self, actions: &mut Vec<Action>) {
        let Some(chosen) = self.chosen() else { return };
        if self.asked != Some(chosen) {
            self.asked = Some(chosen);
            actions.push(Action::TryEncoding(self.id, chosen));
        }
    }
}

/// The name of an encoding as people write it.
pub fn told(name: &str) -> String {
    name.to_uppercase()
}

/// Paints the dialog over the window.
pub fn ui(ui: &mut Ui, dialog: &mut Dialog, load: &Load<EncodingPage>, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let page = load.page().filter(|page| page.id == dialog.id);
    if let Some(page) = page {
        dialog.settle(page);
    }
    let modal = theme::modal(ui, "encoding_dialog").show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 2.0 * space::XL));
        ui.label(theme::title(cx.text("encoding-title")));
        ui.label(page.map_or_else(|| cx.text("encoding-loading"), |page| now(page, cx)));
        ui.add_space(space::S);
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(CHOICES, HEIGHT), |ui| ui.vertical(|ui| choices(ui, dialog, cx)));
            ui.vertical(|ui| preview(ui, dialog, page, load, cx));
        });
        ui.add_space(space::S);
        ui.add(Label::new(theme::note(cx.text("encoding-note"), cx.tokens)).wrap());
        end(ui, dialog, page, load, cx, actions);
    });
    dialog.ask(actions);
    if modal.should_close() {
        actions.push(Action::ShowEncoding(None));
    }
}

/// In which encoding the report was read, and who said so.
fn now(page: &EncodingPage, cx: &Cx<'_>) -> String {
    let by = match page.by {
        ToldBy::File => "encoding-by-file",
        ToldBy::Guess => "encoding-by-guess",
        ToldBy::Person => "encoding-by-person",
    };
    cx.format("encoding-now", &[("encoding", told(&page.now).into()), ("by", cx.text(by).into())])
}

fn choices(ui: &mut Ui, dialog: &mut Dialog, cx: &Cx<'_>) {
    ui.set_width(CHOICES);
    let mut choice = |ui: &mut Ui, own: Choice, text: String| {
        let radio = theme::radio(ui, dialog.choice == own, text);
        if dialog.choice == own && std::mem::take(&mut dialog.fresh) {
            radio.request_focus();
        }
        if radio.clicked() {
            dialog.choice = own;
        }
    };
    choice(ui, Choice::Auto, cx.text("encoding-auto"));
    for encoding in Encoding::usual() {
        let name = told(encoding.name());
        let text = if encoding.name() == "gb18030" { cx.text("encoding-gb") } else { name };
        choice(ui, Choice::Usual(encoding), text);
    }
    choice(ui, Choice::Other, cx.text("encoding-other"));
    let field = TextEdit::singleline(&mut dialog.other).hint_text(cx.text("encoding-other-hint"));
    let field = ui.add(field.desired_width(CHOICES - space::XL));
    let field = field.accessible_name(cx.text("encoding-other-name"));
    // Whoever types a name means it.
    if field.changed() {
        dialog.choice = Choice::Other;
    }
    if dialog.choice == Choice::Other && !dialog.other.trim().is_empty() && dialog.chosen().is_none() {
        ui.label(RichText::new(cx.text("encoding-unknown")).size(size::NOTE).color(cx.tokens.error));
    }
}

/// The text in the encoding chosen; the one before while it is read.
fn preview(ui: &mut Ui, dialog: &Dialog, page: Option<&Arc<EncodingPage>>, load: &Load<EncodingPage>, cx: &Cx<'_>) {
    let (sentence, ink) = verdict(dialog, page, load, cx);
    let frame = Frame::new().fill(cx.tokens.panel).corner_radius(theme::RADIUS).inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        let room = vec2(ui.available_width(), HEIGHT - 2.0 * space::M - size::NOTE * 2.0);
        ui.set_min_size(room);
        ui.set_max_height(room.y);
        let lines = page.and_then(|page| page.text.as_ref().ok()).map(|excerpt| excerpt.lines.as_slice());
        let area = ScrollArea::vertical().id_salt("encoding_preview").auto_shrink(false);
        area.show(ui, |ui| {
            for line in lines.unwrap_or_default() {
                ui.add(Label::new(line).wrap());
            }
        });
    });
    ui.add(Label::new(RichText::new(sentence).size(size::NOTE).color(ink)).truncate());
}

/// How well the file can be read so, in one sentence.
fn verdict(
    dialog: &Dialog,
    page: Option<&Arc<EncodingPage>>,
    load: &Load<EncodingPage>,
    cx: &Cx<'_>,
) -> (String, eframe::egui::Color32) {
    let tokens = cx.tokens;
    if let Load::Failed(sentence) = load {
        return (sentence.clone(), tokens.error);
    }
    let Some(page) = page.filter(|page| !load.is_loading() && dialog.asked == Some(page.asked)) else {
        return (cx.text("encoding-loading"), tokens.weak);
    };
    match &page.text {
        Err(error) => (cx.texts.error(error), tokens.error),
        Ok(Excerpt { encoding, replaced, guessed, .. }) => {
            let id = match (*replaced, *guessed) {
                (0, false) => "encoding-clean",
                (0, true) => "encoding-guessed",
                _ => "encoding-replaced",
            };
            let ink = if *replaced > 0 { tokens.warn } else { tokens.weak };
            (cx.format(id, &[("encoding", told(encoding).into()), ("count", (*replaced).into())]), ink)
        }
    }
}

/// The buttons, from the right edge inwards.
fn end(
    ui: &mut Ui,
    dialog: &Dialog,
    page: Option<&Arc<EncodingPage>>,
    load: &Load<EncodingPage>,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    let chosen = dialog.chosen();
    let same = chosen.is_some() && dialog.named == chosen;
    // What was looked at is what is read.
    let seen = page.filter(|page| !load.is_loading() && chosen == Some(page.asked) && page.text.is_ok()).is_some();
    let line = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        let button = ui.add_enabled(seen && !same && !cx.busy, Button::new(cx.text("encoding-read")));
        let button = if same { button.on_disabled_hover_text(cx.text("encoding-same")) } else { button };
        if button.clicked() {
            actions.extend(chosen.map(|chosen| Action::ReadAs(dialog.id, chosen)));
        }
        if ui.button(cx.text("encoding-cancel")).clicked() {
            actions.push(Action::ShowEncoding(None));
        }
    });
}
