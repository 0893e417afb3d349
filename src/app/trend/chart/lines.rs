//! Lines over years: broken where there is no single value, with a mark for each.

use eframe::egui::{Painter, Pos2, Rect, Stroke, Vec2};

use super::stage::Stage;
use crate::app::theme::Tokens;
use crate::app::trend::marker::{self, RADIUS, SMALL, WIDTH};
use crate::app::trend::pick::Pick;
use crate::chart::{Line, Mark};

/// Paints the lines, the first over the others. Returns line, mark and room of each value.
pub fn paint(painter: &Painter, stage: &Stage<'_>, pick: Option<Pick>, tokens: &Tokens) -> Vec<(usize, usize, Rect)> {
    let place = |mark: &Mark| stage.point(mark.x, 0.0, mark.value);
    let dark = tokens.dark;
    for (at, line) in stage.panel.lines.iter().enumerate().rev() {
        let width = WIDTH[usize::from(pick.is_some_and(|pick| pick.line == at))];
        for run in stretches(line, stage, &place) {
            marker::line(painter, &run, line.style, width, dark);
        }
    }
    let mut spots = Vec::new();
    for (at, line) in stage.panel.lines.iter().enumerate().rev() {
        for (number, mark) in line.marks.iter().enumerate() {
            let radius = if mark.conflict { RADIUS * SMALL } else { RADIUS };
            let middle = place(mark);
            marker::mark(painter, middle, radius, line.style, mark.fill, dark);
            spots.push((at, number, Rect::from_center_size(middle, Vec2::ZERO)));
        }
    }
    if let Some(mark) = pick.and_then(|pick| stage.panel.lines.get(pick.line)?.marks.get(pick.mark)) {
        painter.circle_stroke(place(mark), RADIUS * 2.0, Stroke::new(2.0, tokens.accent));
    }
    spots
}

/// The points of each stretch that is a line and not a mark alone.
fn stretches(line: &Line, stage: &Stage<'_>, place: &impl Fn(&Mark) -> Pos2) -> Vec<Vec<Pos2>> {
    let runs = line.runs(&stage.panel.x).into_iter().filter(|run| run.len() > 1);
    runs.map(|run| run.into_iter().map(place).collect()).collect()
}
