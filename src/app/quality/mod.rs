//! 抽取质量: how right each indicator is read, as measured on annotated reports.

mod rows;

use eframe::egui::{Align, Button, Label, Layout, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use egui_extras::{Column as Width, TableBuilder};

use super::action::Action;
use super::cx::Cx;
use super::theme::{self, space};
use crate::figures::Catalogue;
use crate::i18n::Locale;
use crate::quality::Quality;
use rows::{Column, Group, Row, rows, share};

/// Below so many values the shares say little.
const FEW: usize = 10;
/// Height of a row.
const ROW: f32 = 26.0;
/// Width of the dialog, where the window has it.
const WIDTH: f32 = 760.0;
/// Heights of the table.
const LEAST: f32 = 120.0;
const MOST: f32 = 460.0;
/// Digits of a digest that are told.
const DIGEST: usize = 8;

/// What the rows were made for.
type Made = (Group, Column, bool, Locale);

/// The dialog, open.
#[derive(Default)]
pub struct Dialog {
    quality: Option<&'static Quality>,
    group: Group,
    column: Column,
    down: bool,
    rows: Vec<Row>,
    made: Option<Made>,
    /// Height of all that is not the table, as the last pass had it.
    around: f32,
}

impl Dialog {
    /// Takes up the counts.
    pub fn take(&mut self, quality: &'static Quality) {
        (self.quality, self.made) = (Some(quality), None);
    }

    /// The order after a click on a header: names from the first, figures from the least; the other way round at the
    /// second click.
    fn sort(&mut self, column: Column) {
        (self.column, self.down) = (column, self.column == column && !self.down);
    }

    fn refresh(&mut self, quality: &Quality, cx: &Cx<'_>) {
        let wanted = (self.group, self.column, self.down, cx.locale());
        if self.made != Some(wanted) {
            self.rows = rows(quality, self.group, self.column, self.down, cx);
            self.made = Some(wanted);
        }
    }

    fn table(&self, cx: &Cx<'_>) -> String {
        let head = Column::ALL.map(|column| cx.text(title(column))).join("\t");
        let line = |row: &Row| {
            [
                row.name.clone(),
                row.tally.n().to_string(),
                share(row.tally.precision_or_none(), cx),
                share(row.tally.recall_or_none(), cx),
            ]
            .join("\t")
        };
        let mut text = vec![head];
        text.extend(self.rows.iter().map(line));
        text.join("\n") + "\n"
    }
}

/// Paints the inside of the dialog.
pub fn ui(ui: &mut Ui, dialog: &mut Dialog, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let screen = ui.ctx().content_rect();
    ui.set_width(WIDTH.min(screen.width() - 2.0 * space::XL));
    ui.label(theme::title(cx.text("quality-title")));
    let Some(quality) = dialog.quality else {
        ui.label(cx.text("quality-loading"));
        return;
    };
    about(ui, quality, cx);
    ui.add_space(space::S);
    ui.horizontal(|ui| tabs(ui, dialog, cx));
    dialog.refresh(quality, cx);
    let height = (screen.height() - dialog.around).clamp(LEAST, MOST);
    table(ui, dialog, height, cx);
    ui.add_space(space::S);
    let few = cx.format("quality-note", &[("few", FEW.into())]);
    ui.add(Label::new(theme::note(few, cx.tokens)).wrap());
    let line = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        if ui.button(cx.text("quality-close")).clicked() {
            actions.push(Action::ShowQuality(false));
        }
        if ui.button(cx.text("quality-copy")).clicked() {
            actions.push(Action::Copy(dialog.table(cx)));
        }
    });
    // Texts are longer in one language than in the other: the table takes what they leave.
    let around = ui.min_rect().height() - height + 4.0 * space::L;
    if (around - std::mem::replace(&mut dialog.around, around)).abs() > 1.0 {
        ui.ctx().request_discard("quality");
    }
}

/// What the figures were measured on, and by which catalogue.
fn about(ui: &mut Ui, quality: &Quality, cx: &Cx<'_>) {
    let all = quality.observations;
    let measured = [("date", quality.date.as_str().into()), ("reports", quality.reports.into()), ("n", all.n().into())];
    ui.add(Label::new(cx.format("quality-measured", &measured)).wrap());
    if !quality.unread.is_empty() {
        let unread = cx.format("quality-unread", &[("count", quality.unread.len().into())]);
        ui.add(Label::new(theme::note(unread, cx.tokens)).wrap());
    }
    let (own, digest) = (short(cx.catalogue.digest()), short(&quality.catalogue));
    let arguments = [("own", own.into()), ("digest", digest.into())];
    if cx.catalogue.digest() == quality.catalogue {
        ui.add(Label::new(theme::note(cx.format("quality-catalogue", &arguments), cx.tokens)).wrap());
    } else {
        let built_in = Catalogue::built_in().is_ok_and(|built_in| built_in.digest() == cx.catalogue.digest());
        let id = if built_in { "quality-older" } else { "quality-other" };
        ui.add(Label::new(RichText::new(cx.format(id, &arguments)).color(cx.tokens.warn)).wrap());
    }
    let changes = quality.changes;
    for (id, tally) in [("quality-total", all), ("quality-changes", changes)] {
        let arguments = [
            ("n", tally.n().into()),
            ("precision", share(tally.precision_or_none(), cx).into()),
            ("recall", share(tally.recall_or_none(), cx).into()),
            ("bounds", share(quality.bounds.recall_or_none(), cx).into()),
        ];
        ui.add(Label::new(theme::bold(cx.format(id, &arguments))).wrap());
    }
}

fn short(digest: &str) -> &str {
    digest.get(..DIGEST).unwrap_or(digest)
}

fn tabs(ui: &mut Ui, dialog: &mut Dialog, cx: &Cx<'_>) {
    ui.spacing_mut().item_spacing.x = space::XS;
    for group in Group::ALL {
        let name = match group {
            Group::Indicator => "quality-by-indicator",
            Group::Section => "quality-by-section",
            Group::Nature => "quality-by-nature",
            Group::Trap => "quality-by-trap",
        };
        if ui.selectable_label(dialog.group == group, cx.text(name)).clicked() {
            dialog.group = group;
        }
    }
}

fn title(column: Column) -> &'static str {
    match column {
        Column::Name => "quality-name",
        Column::N => "quality-n",
        Column::Precision => "quality-precision",
        Column::Recall => "quality-recall",
    }
}

fn table(ui: &mut Ui, dialog: &mut Dialog, height: f32, cx: &Cx<'_>) {
    let mut clicked = None;
    ScrollArea::horizontal().id_salt("quality_table").show(ui, |ui| {
        let table = TableBuilder::new(ui)
            .id_salt("quality_rows")
            .striped(false)
            .min_scrolled_height(height)
            .max_scroll_height(height)
            .auto_shrink(false)
            .cell_layout(Layout::right_to_left(Align::Center))
            .column(Width::remainder().at_least(160.0).clip(true))
            .columns(Width::exact(96.0), 3);
        let head = table.header(ROW, |mut row| {
            for column in Column::ALL {
                row.col(|ui| clicked = clicked.or(header(ui, dialog, column, cx)));
            }
        });
        head.body(|body| {
            body.rows(ROW, dialog.rows.len(), |mut row| {
                let Some(own) = dialog.rows.get(row.index()) else { return };
                let ink = if own.tally.n() < FEW { cx.tokens.weak } else { cx.tokens.text };
                row.col(|ui| {
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add(Label::new(RichText::new(&own.name).color(ink)).truncate());
                    });
                });
                let figures = [
                    own.tally.n().to_string(),
                    share(own.tally.precision_or_none(), cx),
                    share(own.tally.recall_or_none(), cx),
                ];
                for figure in figures {
                    row.col(|ui| {
                        ui.add_space(space::S);
                        ui.label(RichText::new(figure).color(ink));
                    });
                }
            });
        });
    });
    clicked.into_iter().for_each(|column| dialog.sort(column));
}

/// The head of a column; gives it where it was clicked.
fn header(ui: &mut Ui, dialog: &Dialog, column: Column, cx: &Cx<'_>) -> Option<Column> {
    let mark = match (dialog.column == column, dialog.down) {
        (true, false) => " ▲",
        (true, true) => " ▼",
        (false, _) => "",
    };
    let name = cx.text(title(column));
    let shown = RichText::new(format!("{name}{mark}")).small().color(cx.tokens.weak);
    let left = column == Column::Name;
    let arrange = if left { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
    let response = ui.with_layout(arrange, |ui| {
        ui.add_space(if left { 0.0 } else { space::S });
        ui.add(Button::new(shown).frame(false).sense(Sense::click()))
    });
    let response = response.inner;
    let said = cx.format("list-sort", &[("column", name.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    let bottom = ui.max_rect().bottom();
    ui.painter().hline(ui.max_rect().x_range().expand(space::S), bottom, cx.tokens.hairline());
    let response = response.on_hover_text(said);
    response.clicked().then_some(column)
}

#[cfg(test)]
mod tests;
