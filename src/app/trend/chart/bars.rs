//! Bars across places, standing, or lying where names are long; several side by side for several indicators.

use eframe::egui::{Align2, FontId, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2};

use super::stage::Stage;
use crate::app::theme::{Tokens, size, space};
use crate::app::trend::marker::{self, RADIUS, SMALL};
use crate::app::trend::pick::Pick;
use crate::chart::scene::plain;
use crate::chart::{Fill, Mark, Panel};

/// The share of a place's room that its bars take.
const SHARE: f32 = 0.72;
/// The widest bar.
const WIDEST: f32 = 40.0;

/// The indicators of a panel in the order of its lines.
pub fn indicators(panel: &Panel) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for line in &panel.lines {
        if !found.contains(&line.indicator.as_str()) {
            found.push(&line.indicator);
        }
    }
    found
}

/// Paints the bars from zero. Returns line, mark and room of each value.
pub fn paint(painter: &Painter, stage: &Stage<'_>, pick: Option<Pick>, tokens: &Tokens) -> Vec<(usize, usize, Rect)> {
    let indicators = indicators(stage.panel);
    let count = indicators.len().max(1) as f32;
    let width = (stage.step() * SHARE / count).min(WIDEST);
    let mut spots = Vec::new();
    let mut taken = Vec::new();
    for (at, line) in stage.panel.lines.iter().enumerate() {
        let own = indicators.iter().position(|id| *id == line.indicator).unwrap_or(0) as f32;
        let shift = f64::from((own - (count - 1.0) / 2.0) * width / stage.step().max(1.0));
        for (number, mark) in line.marks.iter().enumerate() {
            let rect = bar(stage, mark, shift, width);
            if mark.conflict {
                // Several different values of one place: a bar would choose among them.
                let end = stage.point(mark.x, shift, mark.value);
                marker::mark(painter, end, RADIUS * SMALL, line.style, Fill::Hollow, tokens.dark);
                spots.push((at, number, Rect::from_center_size(end, Vec2::ZERO)));
                continue;
            }
            marker::bar(painter, rect, line.style, mark.fill, tokens.dark);
            if pick.is_some_and(|pick| (pick.line, pick.mark) == (at, number)) {
                painter.rect_stroke(rect.expand(2.0), 0.0, Stroke::new(2.0, tokens.accent), StrokeKind::Outside);
            }
            value(painter, stage, mark, rect, &mut taken, tokens);
            spots.push((at, number, rect));
        }
    }
    words(painter, stage, tokens);
    spots
}

fn bar(stage: &Stage<'_>, mark: &Mark, shift: f64, width: f32) -> Rect {
    let foot = stage.point(mark.x, shift, 0.0);
    let end = stage.point(mark.x, shift, mark.value);
    let half = width * 0.46;
    let aside = if stage.lying { Vec2::new(0.0, half) } else { Vec2::new(half, 0.0) };
    Rect::from_two_pos(foot - aside, end + aside)
}

/// The value at the end of its bar; left out where another's stands or the plot ends.
fn value(painter: &Painter, stage: &Stage<'_>, mark: &Mark, bar: Rect, taken: &mut Vec<Rect>, tokens: &Tokens) {
    let width = plain(f64::from(size::NOTE)).width(&mark.short) as f32;
    let (at, align) = if stage.lying {
        (Pos2::new(bar.right() + space::XS, bar.center().y), Align2::LEFT_CENTER)
    } else {
        (Pos2::new(bar.center().x, bar.top() - space::XS / 2.0), Align2::CENTER_BOTTOM)
    };
    let room = align.anchor_size(at, Vec2::new(width, size::NOTE * 1.3));
    // At the end of the axis it stands within, on the ground that all bars leave light enough: the pale ones.
    let beyond = if stage.lying { room.right() > stage.rect.right() } else { room.top() < stage.rect.top() };
    let room = match (beyond, mark.fill, stage.lying) {
        (false, _, _) => room,
        (true, Fill::Hollow, true) => room.translate(Vec2::new(-width - space::S, 0.0)),
        (true, Fill::Hollow, false) => room.translate(Vec2::new(0.0, room.height() + space::XS)),
        (true, Fill::Solid, _) => return,
    };
    if taken.iter().any(|other: &Rect| other.intersects(room)) {
        return;
    }
    let font = FontId::proportional(size::NOTE);
    painter.text(room.center(), Align2::CENTER_CENTER, &mark.short, font, tokens.text);
    taken.push(room);
}

/// Why a place has no bar.
fn words(painter: &Painter, stage: &Stage<'_>, tokens: &Tokens) {
    for (position, word) in &stage.panel.words {
        let foot = stage.point(*position, 0.0, stage.panel.y.min);
        let width = plain(f64::from(size::NOTE)).width(word) as f32;
        let font = FontId::proportional(size::NOTE);
        if stage.lying {
            painter.text(foot + Vec2::new(space::XS, 0.0), Align2::LEFT_CENTER, word, font, tokens.weak);
        } else if width < stage.step() {
            painter.text(foot - Vec2::new(0.0, space::XS), Align2::CENTER_BOTTOM, word, font, tokens.weak);
        }
    }
}
