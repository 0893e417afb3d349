//! The rail: the six sections and the other parts, how many figures each has, and which of them is being read.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{cite, pane::Pane};
use crate::app::cx::Cx;
use crate::app::theme::{self, RADIUS, size, space};
use crate::i18n::labels;
use crate::jobs::desk::{RailEntry, ReportPage};
use crate::outline::Part;

/// Height of an entry.
const HEIGHT: f32 = 34.0;

/// Paints the rail; a click scrolls the pane there.
pub fn ui(ui: &mut Ui, page: &ReportPage, reading: Option<usize>, narrow: bool, pane: &mut Pane, cx: &Cx<'_>) {
    ui.spacing_mut().item_spacing.y = space::XS;
    let read = reading.and_then(|row| page.rows.get(row)).map(|row| (row.part, row.section));
    let sections = page.rail.iter().find(|entry| entry.section.is_some()).map(|entry| entry.part);
    let mut apart = false;
    for entry in &page.rail {
        let other = entry.section.is_none();
        if std::mem::replace(&mut apart, other) != other && !std::ptr::eq(entry, &page.rail[0]) {
            ui.add_space(space::XS);
            ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top() - space::XS, cx.tokens.hairline());
        }
        let is_read = read.is_some_and(|(part, section)| {
            part == entry.part && (section == entry.section || (other && Some(part) != sections))
        });
        self::entry(ui, entry, is_read, narrow, pane, cx);
    }
}

fn entry(ui: &mut Ui, entry: &RailEntry, read: bool, narrow: bool, pane: &mut Pane, cx: &Cx<'_>) {
    let sense = if entry.row.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), sense);
    let full = if entry.section.is_some() || entry.part == Part::Achievements {
        cx.text(labels::section(entry.section))
    } else {
        cx.text(labels::part(entry.part))
    };
    let said = match entry.row {
        Some(_) => cx.format("report-rail-entry", &[("name", full.into()), ("count", entry.figures.into())]),
        None => cx.format("report-rail-none", &[("name", full.into())]),
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, entry.row.is_some(), read, &said));
    paint(ui, rect, entry, (read, response.hovered() && entry.row.is_some(), narrow), cx);
    if response.has_focus() {
        let focus = Stroke::new(2.0, cx.tokens.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(RADIUS), focus, StrokeKind::Inside);
    }
    if let Some(row) = entry.row.filter(|_| response.clicked()) {
        pane.scroll_to(row);
    }
    let response = if entry.row.is_some() { response.on_hover_cursor(CursorIcon::PointingHand) } else { response };
    response.on_hover_text(said);
}

fn paint(ui: &Ui, rect: Rect, entry: &RailEntry, (read, hovered, narrow): (bool, bool, bool), cx: &Cx<'_>) {
    let painter = ui.painter();
    let tokens = cx.tokens;
    if read || hovered {
        let ground = if read { tokens.chosen } else { tokens.hover };
        painter.rect_filled(rect, CornerRadius::same(RADIUS), ground);
    }
    let ink = if entry.row.is_some() { tokens.text } else { tokens.weak };
    let points = if narrow { size::NOTE } else { size::BODY };
    let (regular, bold) = (FontId::proportional(points), FontId::new(points, theme::bold_family()));
    let name = cx.text(cite::short(entry.part, entry.section));
    let font = if read { bold.clone() } else { regular };
    let mut x = rect.left() + space::S;
    let middle = rect.center().y;
    if entry.section.is_some() {
        let colour = if entry.row.is_some() && !read { tokens.section(entry.section) } else { ink };
        painter.text(pos2(x, middle), Align2::LEFT_CENTER, cite::numeral(entry.section), bold, colour);
        x += size::BODY + space::XS + 2.0;
    }
    let note = FontId::proportional(size::NOTE);
    let count = if entry.row.is_some() { entry.figures.to_string() } else { cx.text("value-none") };
    let count = painter.layout_no_wrap(count, note, tokens.weak);
    let right = rect.right() - space::XS - 2.0 - count.size().x;
    if !narrow || entry.section.is_none() {
        let room = if narrow { rect.right() - x } else { right - x - space::XS };
        painter.galley(pos2(x, middle) - vec2(0.0, points * 0.72), cut(ui, name, font, ink, room), ink);
    }
    if !narrow || entry.section.is_some() {
        painter.galley(pos2(right, middle - count.size().y / 2.0), count, tokens.weak);
    }
}

/// A line that ends in an ellipsis where there is no room; the tooltip says it whole.
fn cut(
    ui: &Ui,
    text: String,
    font: FontId,
    ink: eframe::egui::Color32,
    room: f32,
) -> std::sync::Arc<eframe::egui::Galley> {
    let mut job = eframe::egui::text::LayoutJob::simple_singleline(text, font, ink);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(room);
    ui.painter().layout_job(job)
}
