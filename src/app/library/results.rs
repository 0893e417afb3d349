//! What became of imported files: how far the import is, and a list that stays.

use eframe::egui::{
    Align, Align2, FontId, Label, Layout, Rect, RichText, Role, ScrollArea, Sense, TextStyle, TextWrapMode, Ui,
    WidgetInfo, WidgetText, pos2, vec2,
};

use super::choose;
use super::import::{Fate, Import, Standing};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::{self, size, space};
use crate::i18n::{numbers, path_text};
use crate::identity::Mismatch;
use crate::jobs::{FileResult, Outcome, words};
use crate::store::ReportId;

/// Height of a file.
const ROW: f32 = 26.0;
/// Width of the outcomes.
const FATE: f32 = 72.0;
/// Lines that are put into words for the clipboard within a frame: a millisecond or two.
const COPIED: usize = 400;

/// The pane's own state.
#[derive(Debug, Default)]
pub struct State {
    fate: Option<Fate>,
    /// Lines copied so far and how many there are of them, while a copy is under way.
    copy: Option<(usize, String)>,
}

/// Paints the pane.
pub fn ui(ui: &mut Ui, state: &mut State, job: &Import, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::right_to_left(Align::Center), |ui| {
        buttons(ui, state, job, cx, actions);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| head(ui, job, cx));
    });
    ui.horizontal(|ui| tabs(ui, state, job, cx));
    copying(ui, state, job, cx, actions);
    let count = job.count(state.fate);
    if count == 0 {
        let id = if job.running() { "results-waiting" } else { "results-none" };
        ui.label(theme::note(cx.text(id), cx.tokens));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    // Each list begins at its top, and stays where its reader left it.
    let name = ("import_results_rows", job.began(), state.fate.map(|fate| fate as usize));
    let area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
    area.show_rows(ui, ROW, count, |ui, lines| {
        for line in lines {
            if let Some(result) = job.result(state.fate, line) {
                file(ui, line, result, opens(result, job, cx), cx, actions);
            }
        }
    });
}

fn head(ui: &mut Ui, job: &Import, cx: &Cx<'_>) {
    let (done, total, name) = job.progress();
    let sentence = match job.standing() {
        Standing::Running if total == 0 => cx.text("results-listing"),
        Standing::Running => {
            let share = done as f32 / total as f32;
            ui.add(theme::progress(share, 140.0, cx.tokens));
            let arguments = [
                ("done", numbers::number(done as f64).into()),
                ("total", numbers::number(total as f64).into()),
                ("rate", job.rate().map_or_else(String::new, |rate| format!("{rate:.0}")).into()),
                ("name", name.into()),
            ];
            cx.format(if job.rate().is_some() { "results-progress" } else { "results-begun" }, &arguments)
        }
        Standing::Done(_) => cx.format("results-done", &summary(job)),
        Standing::Cancelled(_) => {
            let left = numbers::number(job.left() as f64);
            let counts = summary(job).into_iter().chain([("left", left.into())]);
            cx.format("results-cancelled", &counts.collect::<Vec<_>>())
        }
        Standing::Failed(error) => {
            let sentence = RichText::new(cx.texts.error(error)).color(cx.tokens.error);
            ui.add(Label::new(sentence).truncate());
            return;
        }
    };
    ui.add(Label::new(theme::bold(sentence)).truncate());
    let scanned = job.count(Some(Fate::Scanned));
    if scanned > 0 && !job.running() {
        let words = cx.format("results-scanned", &[("count", scanned.into())]);
        ui.add(Label::new(theme::note(words, cx.tokens)).truncate());
    }
}

fn summary(job: &Import) -> [(&'static str, crate::i18n::Arg<'static>); 4] {
    let (Standing::Done(summary) | Standing::Cancelled(summary)) = job.standing() else {
        return ["imported", "already", "skipped", "failed"].map(|name| (name, 0.into()));
    };
    [
        ("imported", summary.imported.into()),
        ("already", summary.already.into()),
        ("skipped", summary.skipped.into()),
        ("failed", summary.failed.into()),
    ]
}

/// From right to left.
fn buttons(ui: &mut Ui, state: &mut State, job: &Import, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    if ui.button(cx.text("results-close")).on_hover_text(cx.text("results-close-hint")).clicked() {
        actions.push(Action::ShowResults(false));
    }
    let copy = ui.add_enabled(job.count(state.fate) > 0, eframe::egui::Button::new(cx.text("results-copy")));
    if copy.on_hover_text(cx.text("results-copy-hint")).clicked() {
        state.copy = Some((0, String::new()));
    }
    let (id, action) = match job.standing() {
        Standing::Running => ("results-cancel", Action::CancelJob),
        Standing::Cancelled(_) => ("results-resume", Action::ImportAgain),
        Standing::Done(_) if job.count(Some(Fate::Failed)) == 0 => return,
        Standing::Done(_) | Standing::Failed(_) => ("results-retry", Action::ImportAgain),
    };
    let mut button = ui.button(cx.text(id));
    if matches!(job.standing(), Standing::Cancelled(_)) {
        button = button.on_hover_text(cx.text("results-resume-hint"));
    }
    if button.clicked() {
        actions.push(action);
    }
}

/// Which outcomes are listed, with how many there are of each.
fn tabs(ui: &mut Ui, state: &mut State, job: &Import, cx: &Cx<'_>) {
    ui.spacing_mut().item_spacing.x = space::XS;
    for fate in [None].into_iter().chain(Fate::ALL.map(Some)) {
        // What is listed elsewhere too has a tab where there is some of it.
        if fate.is_some_and(|fate| fate.is_part() && job.count(Some(fate)) == 0) {
            continue;
        }
        let count = numbers::number(job.count(fate) as f64);
        let arguments = [("name", cx.text(name(fate)).into()), ("count", count.into())];
        let tab = ui.selectable_label(state.fate == fate, cx.format("results-tab", &arguments));
        let tab = match fate {
            Some(Fate::Near) => tab.on_hover_text(cx.text("fate-near-hint")),
            Some(Fate::Scanned) => tab.on_hover_text(cx.text("fate-scanned-hint")),
            Some(Fate::Misnamed) => tab.on_hover_text(cx.text("fate-misnamed-hint")),
            _ => tab,
        };
        if tab.clicked() {
            state.fate = fate;
            state.copy = None;
        }
    }
}

fn name(fate: Option<Fate>) -> &'static str {
    match fate {
        None => "filter-all",
        Some(Fate::Imported) => "fate-imported",
        Some(Fate::Near) => "fate-near",
        Some(Fate::Already) => "fate-already",
        Some(Fate::Skipped) => "fate-skipped",
        Some(Fate::Failed) => "fate-failed",
        Some(Fate::Scanned) => "fate-scanned",
        Some(Fate::Misnamed) => "fate-misnamed",
    }
}

/// Goes on putting the list into words; when all are there, they go to the clipboard.
fn copying(ui: &Ui, state: &mut State, job: &Import, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let Some((done, mut text)) = state.copy.take() else { return };
    let end = (done + COPIED).min(job.count(state.fate));
    for result in (done..end).filter_map(|at| job.result(state.fate, at)) {
        let mismatch = match &result.outcome {
            Outcome::Imported { mismatch, .. } => mismatch.as_deref(),
            _ => None,
        };
        text.push_str(&misnamed(words::line(result, cx.texts), mismatch, cx));
        text.push('\n');
    }
    if end == job.count(state.fate) {
        actions.push(Action::Copy(text));
    } else {
        state.copy = Some((end, text));
        ui.ctx().request_repaint();
    }
}

/// The report to open for a file, once the library shown holds it.
fn opens(result: &FileResult, job: &Import, cx: &Cx<'_>) -> Option<ReportId> {
    let (Outcome::Imported { id, .. } | Outcome::Already { id }) = &result.outcome else { return None };
    // A library made anew takes its place only at the end; until then the number may be another report's.
    (!job.running() && cx.overview.is_some()).then_some(*id)
}

fn file(
    ui: &mut Ui,
    line: usize,
    result: &FileResult,
    report: Option<ReportId>,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    let tokens = cx.tokens;
    let sense = if report.is_some() { Sense::click() } else { Sense::hover() };
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, ui.scope_id().with(("file", line)), sense);
    let fate = Fate::of(&result.outcome);
    let (path, reason) = (path_text(&result.path), reason(result, cx));
    let shown = result.path.file_name().map_or_else(|| path.clone(), |name| path_text(name.as_ref()));
    response.widget_info(|| {
        let role = if report.is_some() { Role::Link } else { Role::Label };
        WidgetInfo::labeled(role, true, format!("{shown} {} {reason}", cx.text(name(Some(fate)))))
    });
    if response.hovered() && report.is_some() || response.has_focus() {
        ui.painter().rect_filled(rect, theme::RADIUS, tokens.hover);
    }
    let names = (rect.width() * 0.36).min(420.0);
    let ink = match fate {
        Fate::Imported | Fate::Near | Fate::Misnamed => tokens.text,
        Fate::Already | Fate::Skipped => tokens.weak,
        Fate::Failed | Fate::Scanned => tokens.error,
    };
    let accent = if report.is_some() { tokens.accent } else { tokens.text };
    let cut = piece(ui, rect.with_max_x(rect.left() + names), &shown, accent);
    let at = pos2(rect.left() + names + space::M, rect.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, cx.text(name(Some(fate))), FontId::proportional(size::BODY), ink);
    let rest = rect.with_min_x(rect.left() + names + space::M + FATE);
    let cut = piece(ui, rest, &reason, if fate == Fate::Failed { tokens.text } else { tokens.weak }) || cut;
    let response = response.on_hover_ui(|ui| {
        ui.add(Label::new(&path).wrap());
        if cut {
            ui.add(Label::new(theme::note(&reason, tokens)).wrap());
        }
    });
    if response.clicked() {
        actions.extend(report.map(choose::open));
    }
}

/// A text in a row; whether it was cut.
fn piece(ui: &Ui, rect: Rect, text: &str, colour: eframe::egui::Color32) -> bool {
    let text = WidgetText::from(RichText::new(text).color(colour));
    let galley = text.into_galley(ui, Some(TextWrapMode::Truncate), rect.width() - space::XS, TextStyle::Body);
    let (at, cut) = (pos2(rect.left() + space::XS, rect.center().y - galley.size().y / 2.0), galley.elided);
    ui.painter().galley(at, galley, colour);
    cut
}

/// What is told of a file, and that its name does not follow the pattern where it does not.
fn misnamed(told: String, mismatch: Option<&Mismatch>, cx: &Cx<'_>) -> String {
    let Some(mismatch) = mismatch else { return told };
    cx.format("result-misnamed", &[("told", told.into()), ("why", cx.texts.name_mismatch(mismatch).into())])
}

/// What is to be said about an outcome besides its name.
fn reason(result: &FileResult, cx: &Cx<'_>) -> String {
    match &result.outcome {
        Outcome::Imported { identity, observations, version_of, near, mismatch, .. } => {
            let id = match (words::is_unsure(identity), near, version_of) {
                (true, ..) => "result-unsure",
                (false, Some(_), _) => "result-near",
                (false, None, Some(_)) => "result-version",
                (false, None, None) => "result-imported",
            };
            let report = words::described(identity, cx.texts);
            let digits = near.as_ref().map_or_else(String::new, |near| words::digits(near, cx.texts));
            let arguments = [("report", report.into()), ("count", (*observations).into()), ("digits", digits.into())];
            misnamed(cx.format(id, &arguments), mismatch.as_deref(), cx)
        }
        Outcome::Already { .. } => cx.text("result-already"),
        Outcome::Skipped(why) => words::skipped(why, cx.texts),
        Outcome::Failed(error) => words::problem(error, cx.texts),
    }
}
