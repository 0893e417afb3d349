//! Values beside their marks, where there is room.

use crate::chart::palette::Ink;
use crate::chart::scene::{Frame, Point, plain};

use super::pen::{Align, Pen, room};

/// Between a mark and its value.
const SPACE: f64 = 1.5;

/// A value that wants to stand beside its mark.
pub struct Spot<'a> {
    /// The value as printed.
    pub text: &'a str,
    /// The middle of its mark.
    pub at: Point,
}

/// Writes each value above, below or beside its mark, unless something stands there: then it is left out.
///
/// `taken` are the rooms of the marks, `segments` the lines; no value stands on either, nor outside of `plot`.
pub fn draw<'a>(
    pen: &mut Pen,
    spots: impl Iterator<Item = Spot<'a>>,
    radius: f64,
    (mut taken, segments): (Vec<Frame>, &[(Point, Point)]),
    plot: Frame,
) {
    let setting = plain(pen.kind.label);
    let rise = radius + SPACE + setting.size * 0.5;
    let aside = radius + SPACE + 1.0;
    for Spot { text, at: (x, y) } in spots {
        let ways = [
            ((x, y - rise), Align::Middle),
            ((x, y + rise), Align::Middle),
            ((x + aside, y - rise * 0.6), Align::Start),
            ((x + aside, y + rise * 0.6), Align::Start),
            ((x - aside, y - rise * 0.6), Align::End),
            ((x - aside, y + rise * 0.6), Align::End),
            ((x - aside, y), Align::End),
            ((x + aside, y), Align::Start),
            ((x, y - rise * 1.5), Align::Middle),
            ((x, y + rise * 1.5), Align::Middle),
        ];
        let free = |(at, align): &(Point, Align)| {
            let frame = room(text, *at, *align, setting);
            plot.holds(frame)
                && !taken.iter().any(|other| other.meets(frame))
                && !segments.iter().any(|(from, to)| frame.crossed_by(*from, *to))
        };
        if let Some((at, align)) = ways.into_iter().find(free) {
            taken.push(room(text, at, align, setting));
            pen.beside(text, at, align, (setting, Ink::Text), "value");
        }
    }
}
