//! The head line: whose report it is, and the ways to other years and to a comparison.

use eframe::egui::{Align, Button, Label, Layout, RichText, Ui};

use super::cite;
use super::find::Find;
use crate::app::action::{Action, Address};
use crate::app::cx::Cx;
use crate::app::encoding;
use crate::app::theme::{self, size, space};
use crate::i18n::labels;
use crate::jobs::desk::ReportPage;
use crate::store::ReportId;

/// A head narrower than this keeps what is wanted less often in a menu, so that the title has room.
const NARROW: f32 = 840.0;

/// Paints the head. `loading` says that another report is on its way.
pub fn ui(ui: &mut Ui, find: &mut Find, page: &ReportPage, loading: bool, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let wide = ui.available_width();
    ui.allocate_ui_with_layout(eframe::egui::vec2(wide, 32.0), Layout::right_to_left(Align::Center), |ui| {
        if ui.button(cx.text("report-find")).on_hover_text(cx.text("report-find-key")).clicked() {
            find.open();
        }
        if wide < NARROW {
            ui.menu_button(cx.text("report-more"), |ui| {
                uncut(ui, page, cx, actions);
                if encoding(ui, page, cx, actions) {
                    ui.close();
                }
            });
        } else {
            encoding(ui, page, cx, actions);
            uncut(ui, page, cx, actions);
        }
        compare(ui, page, cx, actions);
        beside(ui, page.after, ("report-after", "report-after-none"), cx, actions);
        beside(ui, page.before, ("report-before", "report-before-none"), cx, actions);
        ui.add_space(space::S);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| names(ui, page, loading, cx));
    });
    if let Some(caution) = cite::caution(page.loaded.stored.summary.kind) {
        let words = RichText::new(cx.text(caution)).size(size::NOTE).color(cx.tokens.warn);
        ui.add(Label::new(words).truncate());
    }
    if let Some(count) = page.uncut {
        let words = if count == 0 {
            cx.text("report-uncut-none")
        } else {
            cx.format("report-uncut-count", &[("count", count.into())])
        };
        ui.add(Label::new(theme::note(words, cx.tokens)).truncate());
    }
}

/// The switch between the report alone and the whole page.
fn uncut(ui: &mut Ui, page: &ReportPage, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let mut on = page.uncut.is_some();
    if theme::check(ui, &mut on, cx.text("report-uncut")).on_hover_text(cx.text("report-uncut-hint")).changed() {
        actions.push(Action::SetUncut(on));
    }
}

/// The way to another encoding, where the file's own is open; whether it was taken.
fn encoding(ui: &mut Ui, page: &ReportPage, cx: &Cx<'_>, actions: &mut Vec<Action>) -> bool {
    let report = &page.loaded.stored.summary;
    if !report.format.is_text() {
        return false;
    }
    let hint = cx.format("report-encoding-hint", &[("encoding", encoding::told(&report.encoding).into())]);
    if ui.button(cx.text("report-encoding")).on_hover_text(hint).clicked() {
        actions.push(Action::ShowEncoding(Some(page.id)));
        return true;
    }
    false
}

fn names(ui: &mut Ui, page: &ReportPage, loading: bool, cx: &Cx<'_>) {
    let report = &page.loaded.stored.summary;
    let full = cite::body(report);
    let name = report.body.name.clone().unwrap_or_else(|| full.clone());
    let year = report.year.map_or_else(|| cx.text("value-unknown"), |year| year.to_string());
    let who = cx.format("report-name", &[("name", name.into()), ("year", year.into())]);
    ui.add(Label::new(theme::title(who)).truncate()).on_hover_text(full);
    let mut facts = vec![cx.text(labels::kind(report.kind))];
    facts.extend(report.published.map(|date| date.to_string()));
    if loading {
        facts.push(cx.text("report-loading"));
    }
    let facts = facts.join(" · ");
    let note = theme::note(&facts, cx.tokens);
    // The kind and the date keep their place; the title gives way.
    let wide =
        ui.painter().layout_no_wrap(facts, eframe::egui::FontId::proportional(size::NOTE), cx.tokens.weak).size().x;
    let room = (ui.available_width() - wide - 2.0 * space::M).max(0.0);
    ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(Label::new(cite::title(report, cx)).truncate());
    });
    ui.add(Label::new(note).truncate());
}

fn beside(ui: &mut Ui, id: Option<ReportId>, (name, none): (&str, &str), cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let response = ui.add_enabled(id.is_some(), Button::new(cx.text(name))).on_disabled_hover_text(cx.text(none));
    if response.clicked() {
        actions.push(Action::Go(Address::Report { id, figure: None }));
    }
}

fn compare(ui: &mut Ui, page: &ReportPage, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.menu_button(cx.text("report-compare"), |ui| {
        let own = page.id;
        let name = |id: ReportId| {
            let reports = cx.overview.map(|overview| overview.reports.as_slice()).unwrap_or_default();
            reports.iter().find(|report| report.id == id).map(|report| cite::name(report, cx))
        };
        let mut with = |ui: &mut Ui, other: ReportId, id: &str| {
            let Some(name) = name(other) else { return };
            if ui.button(cx.format(id, &[("name", name.into())])).clicked() {
                actions.push(Action::SetPair([Some(other), Some(own)]));
                actions.push(Action::Go(Address::Compare { left: Some(other), right: Some(own) }));
                ui.close();
            }
        };
        if let Some(before) = page.before {
            with(ui, before, "report-compare-before");
        }
        let marked = cx.selection.pair[0].filter(|marked| *marked != own && Some(*marked) != page.before);
        if let Some(marked) = marked {
            with(ui, marked, "report-compare-marked");
        }
        if cx.selection.pair[0] == Some(own) {
            ui.label(theme::note(cx.text("report-compare-is-marked"), cx.tokens));
        } else if ui.button(cx.text("report-compare-mark")).clicked() {
            actions.push(Action::SetPair([Some(own), None]));
            ui.close();
        }
        if ui.button(cx.text("report-compare-choose")).clicked() {
            actions.push(Action::SetPair([Some(own), None]));
            actions.push(Action::Go(Address::Compare { left: Some(own), right: None }));
            ui.close();
        }
    });
}
