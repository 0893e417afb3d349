//! Rows of text painted: grounds, marks, what is chosen, and what can be clicked.

use std::ops::Range;

use eframe::egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontId, Id, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::laid::Laid;
use super::sheet::Sheet;
use crate::app::cx::Cx;
use crate::app::theme::{self, Tokens, size, space};
use crate::i18n::{labels, numbers};
use crate::jobs::desk::{ReportPage, RowKind, TextMark, TextRow};

/// Width of the bar beside page chrome.
const BAR: f32 = 3.0;

/// Words found in a row of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The row.
    pub row: usize,
    /// Its bytes.
    pub bytes: Range<usize>,
}

/// What stands out in the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Emphasis<'a> {
    /// The figure that is chosen.
    pub figure: Option<usize>,
    /// Words that were searched for, in the order of rows.
    pub found: &'a [Hit],
    /// Which of them is looked at.
    pub current: Option<usize>,
}

/// What was done to the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touch {
    /// A figure was clicked.
    Figure(usize),
    /// This is to be copied.
    Copy(String),
    /// This is to be copied with where it comes from.
    Cite(String),
}

/// A row as it was painted.
pub struct Seen {
    pub place: usize,
    pub rect: Rect,
    pub laid: Laid,
}

/// Where rows are painted, and what the rows of one text share.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What is seen of them.
    pub view: Rect,
    /// Their left edge.
    pub left: f32,
    /// Width of a line.
    pub width: f32,
    /// What stands out.
    pub emphasis: Emphasis<'a>,
    /// The surroundings.
    pub cx: &'a Cx<'a>,
}

impl Sheet {
    /// Paints some rows, the first one of them at height `top` of the screen, as far as they are seen.
    pub fn show(&mut self, ui: &Ui, rows: Range<usize>, top: f64, scene: &Scene<'_>, touches: &mut Vec<Touch>) {
        let origin = self.heights().top(rows.start);
        let mut place = self.heights().at(origin + f64::from(scene.view.top()) - top).max(rows.start);
        let mut y = top + self.heights().top(place) - origin;
        while place < rows.end && y < f64::from(scene.view.bottom()) {
            y += f64::from(self.row(ui, place, pos2(scene.left, y as f32), scene, touches));
            place += 1;
        }
    }

    /// Paints one row; gives its height.
    fn row(&mut self, ui: &Ui, place: usize, at: Pos2, scene: &Scene<'_>, touches: &mut Vec<Touch>) -> f32 {
        let (Some(page), Some(number)) = (self.page().cloned(), self.row_at(place)) else { return 0.0 };
        let chosen = scene.emphasis.figure.and_then(|figure| page.figures.get(figure));
        let bold = chosen.filter(|figure| figure.row == number).map(|figure| figure.at.clone());
        let Some(laid) = self.lay(ui, place, bold.as_ref()) else { return 0.0 };
        let Some(row) = page.rows.get(number) else { return 0.0 };
        let rect = Rect::from_min_size(at, vec2(scene.width, laid.height));
        let painter = ui.painter().with_clip_rect(scene.view);
        let tokens = scene.cx.tokens;
        let brush = Brush { painter: &painter, laid: &laid, row, rect, tokens };
        brush.table();
        brush.chrome(scene.cx);
        let sentence = chosen.into_iter().flat_map(|figure| &figure.sentence).filter(|(own, _)| *own == number);
        sentence.for_each(|(_, bytes)| brush.fill(bytes, tokens.sentence));
        row.marks.iter().for_each(|mark| brush.tint(mark));
        brush.fill(&self.selection.of(place, row.text.len()), ui.visuals().selection.bg_fill);
        brush.text();
        brush.found(number, &scene.emphasis);
        row.marks.iter().for_each(|mark| brush.underline(mark, &page));
        if let Some(bold) = &bold {
            brush.frame(bold, Stroke::new(1.5, tokens.accent));
        }
        let whole =
            ui.interact(rect.intersect(scene.view), ui.scope_id().with(("row", number)), Sense::CLICK | Sense::DRAG);
        whole.widget_info(|| match row.kind {
            RowKind::Chrome(_) => {
                let said = scene.cx.format("report-chrome-row", &[("text", row.text.as_str().into())]);
                WidgetInfo::labeled(Role::Label, true, said)
            }
            _ => WidgetInfo::labeled(Role::Label, true, &row.text),
        });
        for (at, mark) in row.marks.iter().enumerate() {
            let id = ui.scope_id().with(("mark", number, at));
            touches.extend(brush.click(ui, id, mark, &page, scene).map(Touch::Figure));
        }
        let height = laid.height;
        self.seen.push(Seen { place, rect, laid });
        self.respond(&whole, scene.cx, touches);
        height
    }

    fn respond(&mut self, whole: &Response, cx: &Cx<'_>, touches: &mut Vec<Touch>) {
        if whole.hovered() {
            whole.ctx.set_cursor_icon(CursorIcon::Text);
        }
        let spot = whole.interact_pointer_pos().and_then(|point| self.spot_at(point));
        if let Some(spot) = spot.filter(|_| whole.double_clicked() || whole.triple_clicked()) {
            self.choose(spot, whole.triple_clicked());
        }
        if whole.secondary_clicked() {
            self.asked = spot;
        }
        whole.context_menu(|ui| {
            let Some(text) = self.asked_for() else {
                ui.close();
                return;
            };
            if ui.button(cx.text("report-copy")).clicked() {
                touches.push(Touch::Copy(text.clone()));
                ui.close();
            }
            if ui.button(cx.text("report-copy-cited")).clicked() {
                touches.push(Touch::Cite(text));
                ui.close();
            }
        });
    }
}

/// A row on the screen, and what it is painted with.
struct Brush<'a> {
    painter: &'a Painter,
    laid: &'a Laid,
    row: &'a TextRow,
    rect: Rect,
    tokens: &'static Tokens,
}

impl Brush<'_> {
    /// The rectangles of some bytes, as high as the characters are.
    fn rects(&self, bytes: &Range<usize>) -> Vec<Rect> {
        let lines = self.laid.rects(&self.row.text, bytes).into_iter();
        lines.map(|line| line.translate(self.rect.min.to_vec2()).shrink2(vec2(0.0, line.height() * 0.13))).collect()
    }

    fn fill(&self, bytes: &Range<usize>, colour: Color32) {
        for rect in self.rects(bytes) {
            self.painter.rect_filled(rect, CornerRadius::ZERO, colour);
        }
    }

    fn tint(&self, mark: &TextMark) {
        self.fill(&mark.range, self.tokens.chosen);
    }

    fn frame(&self, bytes: &Range<usize>, stroke: Stroke) {
        for rect in self.rects(bytes) {
            self.painter.rect_stroke(rect.expand2(vec2(1.0, 0.0)), CornerRadius::same(3), stroke, StrokeKind::Outside);
        }
    }

    /// The ground of a row of a table, and the lines between its cells.
    fn table(&self) {
        if self.row.kind != RowKind::Table {
            return;
        }
        self.painter.rect_filled(self.rect, CornerRadius::ZERO, self.tokens.panel);
        self.painter.hline(self.rect.x_range(), self.rect.bottom(), self.tokens.hairline());
        for cell in self.laid.cells().iter().skip(1) {
            let x = self.rect.left() + cell.at.x - space::S;
            self.painter.vline(x, self.rect.y_range(), self.tokens.hairline());
        }
    }

    /// The bar beside page chrome, and the words above the first of it.
    fn chrome(&self, cx: &Cx<'_>) {
        let RowKind::Chrome(first) = self.row.kind else { return };
        let top = if first { self.rect.top() + space::M } else { self.rect.top() };
        let bar = Rect::from_min_max(pos2(self.rect.left(), top), pos2(self.rect.left() + BAR, self.rect.bottom()));
        self.painter.rect_filled(bar, CornerRadius::ZERO, self.tokens.weak);
        if first {
            let at = pos2(self.rect.left() + space::M, top);
            let font = FontId::new(size::NOTE, theme::bold_family());
            self.painter.text(at, Align2::LEFT_TOP, cx.text("report-chrome"), font, self.tokens.weak);
        }
    }

    fn text(&self) {
        for cell in self.laid.cells() {
            self.painter.galley(self.rect.min + cell.at, cell.galley.clone(), self.tokens.text);
        }
    }

    fn found(&self, number: usize, emphasis: &Emphasis<'_>) {
        let first = emphasis.found.partition_point(|hit| hit.row < number);
        let own = emphasis.found.iter().enumerate().skip(first).take_while(|(_, hit)| hit.row == number);
        for (at, hit) in own {
            let width = if emphasis.current == Some(at) { 2.5 } else { 1.0 };
            self.frame(&hit.bytes, Stroke::new(width, self.tokens.warn));
        }
    }

    /// Dotted until a person has decided about the value, unbroken from then on.
    fn underline(&self, mark: &TextMark, page: &ReportPage) {
        let stroke = Stroke::new(1.5, self.tokens.accent);
        for rect in self.rects(&mark.range) {
            let ends = [pos2(rect.left(), rect.bottom()), pos2(rect.right(), rect.bottom())];
            if is_reviewed(mark, page) {
                self.painter.line_segment(ends, stroke);
            } else {
                self.painter.extend(Shape::dotted_line(&ends, self.tokens.accent, 3.5, 1.0));
            }
        }
    }

    /// Lets a mark be clicked; gives the figure to show.
    fn click(&self, ui: &Ui, id: Id, mark: &TextMark, page: &ReportPage, scene: &Scene<'_>) -> Option<usize> {
        let cx = scene.cx;
        let mut clicked = false;
        for (line, rect) in self.rects(&mark.range).into_iter().enumerate() {
            let rect = rect.intersect(scene.view);
            if !rect.is_positive() {
                continue;
            }
            // The first line stands for all of them with keys and screen readers.
            let sense = if line == 0 { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(rect, id.with(line), sense).on_hover_cursor(CursorIcon::PointingHand);
            if line == 0 {
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, mark_name(mark, self.row, page, cx)));
            }
            if response.has_focus() {
                let focus = Stroke::new(2.0, self.tokens.accent);
                self.painter.rect_stroke(rect.expand(2.0), CornerRadius::same(3), focus, StrokeKind::Outside);
            }
            clicked |= response.clicked();
            response.on_hover_ui(|ui| tooltip(ui, mark, page, cx));
        }
        clicked.then(|| next(mark, scene.emphasis.figure)).flatten()
    }
}

fn is_reviewed(mark: &TextMark, page: &ReportPage) -> bool {
    mark.figures.iter().all(|figure| page.figures.get(*figure).is_some_and(|figure| figure.reviewed))
}

/// The figure that a click chooses: the first one of the number, or the one after that which is chosen.
fn next(mark: &TextMark, chosen: Option<usize>) -> Option<usize> {
    let own = chosen.and_then(|chosen| mark.figures.iter().position(|figure| *figure == chosen));
    let at = own.map_or(0, |at| (at + 1) % mark.figures.len());
    mark.figures.get(at).copied()
}

fn mark_name(mark: &TextMark, row: &TextRow, page: &ReportPage, cx: &Cx<'_>) -> String {
    let number = row.text.get(mark.range.clone()).unwrap_or_default();
    let found = mark.figures.iter().filter_map(|figure| page.loaded.observations().get(*figure));
    let names = cx.texts.list(found.map(|found| cx.indicator(&found.indicator)));
    cx.format("report-mark", &[("number", number.into()), ("name", names.into())])
}

fn tooltip(ui: &mut Ui, mark: &TextMark, page: &ReportPage, cx: &Cx<'_>) {
    for figure in &mark.figures {
        let Some(found) = page.loaded.observations().get(*figure) else { continue };
        let reviewed = page.figures.get(*figure).is_some_and(|figure| figure.reviewed);
        let status = cx.text(if reviewed { "report-reviewed" } else { "report-pending" });
        ui.label(theme::bold(cx.indicator(&found.indicator)));
        let nature = cx.text(labels::nature(found.nature));
        let about = [numbers::value(found, cx.texts), nature, status].join(" · ");
        ui.label(about);
    }
    ui.label(theme::note(cx.text("report-mark-hint"), cx.tokens));
}
