//! Names of lines: at their ends, moved apart where they would collide; in rows over the plot where they are too many.

use eframe::egui::accesskit::Role;
use eframe::egui::{Align2, FontId, Pos2, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::bars;
use super::stage::Stage;
use crate::app::theme::{Tokens, size, space};
use crate::app::trend::marker;
use crate::chart::palette::Ink;
use crate::chart::scene::plain;
use crate::chart::{Axis, ChartKind, ChartSpec, Line, Mark, Panel};

/// Height of a name.
pub const PITCH: f32 = 18.0;
/// The share of the width that names take at most.
const WIDEST: f32 = 0.3;
/// Room of the sample mark before a name.
const SAMPLE: f32 = 24.0;

/// The names of a panel's lines.
pub struct Names {
    /// Line, name as it has room.
    names: Vec<(usize, String)>,
    /// The column that they take.
    pub width: f32,
    /// Whether they can stand beside the plot; bars have theirs below.
    beside: bool,
}

impl Names {
    /// The names of the lines that have a value.
    pub fn of(kind: ChartKind, panel: &Panel, width: f32) -> Self {
        if kind == ChartKind::Bars {
            return Self { names: Vec::new(), width: 0.0, beside: bars::indicators(panel).len() < 2 };
        }
        let note = plain(f64::from(size::NOTE));
        let most = f64::from(width * WIDEST - SAMPLE);
        let named = panel.lines.iter().enumerate().filter(|(_, line)| last(line).is_some());
        let names: Vec<(usize, String)> =
            named.map(|(at, line)| (at, note.cut(&text(kind, line, panel), most))).collect();
        let widest = names.iter().map(|(_, name)| note.width(name)).fold(0.0, f64::max) as f32;
        let width = if names.is_empty() { 0.0 } else { widest + SAMPLE + space::XS };
        Self { names, width, beside: true }
    }

    /// Whether they have room beside a plot of that height.
    pub fn fit(&self, height: f32) -> bool {
        self.beside && self.names.len() as f32 * PITCH <= height + PITCH
    }

    /// Paints each name as near to its line's end as the others let it.
    pub fn paint(&self, ui: &Ui, stage: &Stage<'_>, tokens: &Tokens) {
        let end = |at: usize| stage.panel.lines.get(at).and_then(last).map(|mark| stage.point(mark.x, 0.0, mark.value));
        let mut wanted: Vec<(Pos2, usize)> =
            self.names.iter().enumerate().filter_map(|(at, (line, _))| Some((end(*line)?, at))).collect();
        wanted.sort_by(|a, b| a.0.y.total_cmp(&b.0.y).then(a.1.cmp(&b.1)));
        let heights: Vec<f32> = wanted.iter().map(|(end, _)| end.y).collect();
        let middles = spread(&heights, PITCH, stage.rect.top() - PITCH / 2.0, stage.rect.bottom() + PITCH / 2.0);
        for ((end, at), y) in wanted.into_iter().zip(middles) {
            let Some((line, name)) = self.names.get(at) else { continue };
            let Some(line) = stage.panel.lines.get(*line) else { continue };
            one(ui, stage, line, name, (end, y), tokens);
        }
    }
}

fn one(ui: &Ui, stage: &Stage<'_>, line: &Line, name: &str, (end, y): (Pos2, f32), tokens: &Tokens) {
    let painter = ui.painter();
    let x = stage.rect.right() + space::S;
    let reaches = last(line).is_some_and(|mark| Some(mark.x) == last_year(stage.panel));
    if reaches && (end.y - y).abs() > PITCH / 2.0 {
        // The name had to move: a hairline says where it belongs.
        let from = end + Vec2::new(marker::RADIUS + 2.0, 0.0);
        let stroke = Stroke::new(1.0, marker::ink(Ink::Grid, tokens.dark));
        painter.line_segment([from, Pos2::new(x - 2.0, y)], stroke);
    }
    marker::sample(painter, Pos2::new(x + marker::RADIUS, y), line.style, tokens.dark);
    let font = FontId::proportional(size::NOTE);
    let at = Pos2::new(x + SAMPLE - space::S, y);
    let rect = painter.text(at, Align2::LEFT_CENTER, name, font, tokens.text);
    let full = text(stage.kind, line, stage.panel);
    if full != *name {
        let id = ui.scope_id().with(("trend_name", &line.body.name, &line.indicator, stage.response.id));
        ui.interact(rect, id, Sense::hover()).on_hover_text(full);
    }
}

/// The name of a line; of a slope with the value at its end.
fn text(kind: ChartKind, line: &Line, panel: &Panel) -> String {
    let at_end = last(line).filter(|mark| kind == ChartKind::Slope && Some(mark.x) == last_year(panel));
    at_end.map_or_else(|| line.name.clone(), |mark| format!("{} {}", line.name, mark.short))
}

fn last_year(panel: &Panel) -> Option<i32> {
    match &panel.x {
        Axis::Years { years, .. } => years.last().copied(),
        Axis::Places(_) => None,
    }
}

/// The last single value of a line.
fn last(line: &Line) -> Option<&Mark> {
    let alone = line.marks.iter().filter(|mark| !mark.conflict).max_by_key(|mark| mark.x);
    alone.or_else(|| line.marks.iter().max_by_key(|mark| mark.x))
}

/// The names of all lines in rows, each once.
pub fn legend(ui: &mut Ui, spec: &ChartSpec, tokens: &Tokens) {
    let mut seen: Vec<(&str, usize)> = Vec::new();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(space::M, 0.0);
        for line in spec.panels.iter().flat_map(|panel| &panel.lines) {
            if !seen.contains(&(line.name.as_str(), line.style)) {
                seen.push((&line.name, line.style));
                entry(ui, line, spec.kind == ChartKind::Bars, tokens);
            }
        }
    });
}

fn entry(ui: &mut Ui, line: &Line, bar: bool, tokens: &Tokens) {
    let note = plain(f64::from(size::NOTE));
    let most = f64::from(ui.max_rect().width() - SAMPLE - space::M);
    let name = note.cut(&line.name, most);
    let width = SAMPLE + space::XS + note.width(&name) as f32;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, PITCH), Sense::hover());
    let sample = Rect::from_min_size(rect.min, Vec2::new(SAMPLE, PITCH));
    if bar {
        let bar = Rect::from_center_size(sample.center(), Vec2::splat(space::M));
        marker::bar(ui.painter(), bar, line.style, crate::chart::Fill::Solid, tokens.dark);
    } else {
        let ends = [sample.left_center(), sample.right_center()];
        marker::line(ui.painter(), &ends, line.style, marker::WIDTH[0], tokens.dark);
        marker::sample(ui.painter(), sample.center(), line.style, tokens.dark);
    }
    let at = Pos2::new(sample.right() + space::XS, rect.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, &name, FontId::proportional(size::NOTE), tokens.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &line.name));
    if name != line.name {
        response.on_hover_text(&line.name);
    }
}

/// Middles as near as can be to where they want to be, `pitch` apart at least, between `top` and `bottom`.
fn spread(wanted: &[f32], pitch: f32, top: f32, bottom: f32) -> Vec<f32> {
    let mut middles = Vec::with_capacity(wanted.len());
    let mut edge = top;
    for wanted in wanted {
        let middle = wanted.max(edge + pitch / 2.0);
        edge = middle + pitch / 2.0;
        middles.push(middle);
    }
    let mut edge = bottom;
    for middle in middles.iter_mut().rev() {
        *middle = middle.min(edge - pitch / 2.0);
        edge = *middle - pitch / 2.0;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn names_are_moved_apart_and_stay_inside() {
        assert_eq!(spread(&[10.0, 50.0], 8.0, 0.0, 100.0), [10.0, 50.0]);
        assert_eq!(spread(&[10.0, 12.0], 8.0, 0.0, 100.0), [10.0, 18.0]);
        assert_eq!(spread(&[98.0, 99.0], 8.0, 0.0, 100.0), [88.0, 96.0]);
    }
}
