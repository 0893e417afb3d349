//! What is painted is what the spec says: a mark for each value, no line where there is none.

mod ticks;

use eframe::egui::{Color32, Rect, Shape};
use egui_kittest::Harness;

use crate::app::load::Load;
use crate::app::trend::marker::{RADIUS, hue, ink};
use crate::app::trend::tests::{SIZE, SMALL, Window, harness, page, painted, selection, window};
use crate::chart::ChartKind;
use crate::chart::palette::Ink;

const YEARS: [i32; 6] = [2019, 2020, 2021, 2022, 2023, 2024];

fn shown(kind: ChartKind, places: &[&str], size: eframe::egui::Vec2) -> Harness<'static, Window> {
    let mut selection = selection(places, true);
    selection.kind = kind;
    let years: &[i32] = if kind == ChartKind::Bars { &[2022] } else { &YEARS };
    let mut harness = harness(window(Load::Ready(page(kind, places, true, years)), selection), size);
    harness.run();
    harness
}

fn shapes<'a>(harness: &'a Harness<'_, Window>) -> Vec<&'a Shape> {
    let mut todo: Vec<&Shape> = harness.output().shapes.iter().map(|clipped| &clipped.shape).collect();
    let mut found = Vec::new();
    while let Some(shape) = todo.pop() {
        match shape {
            Shape::Vec(shapes) => todo.extend(shapes),
            shape => found.push(shape),
        }
    }
    found
}

/// The ends of each piece of line in the colour of a style.
fn pieces(harness: &Harness<'_, Window>, colour: Color32) -> Vec<(f32, f32)> {
    let mut found = Vec::new();
    for shape in shapes(harness) {
        match shape {
            Shape::LineSegment { points, stroke } if stroke.color == colour => {
                found.push((points[0].x, points[1].x));
            }
            Shape::Path(path) if !path.closed && path.stroke.color == eframe::epaint::ColorMode::Solid(colour) => {
                found.extend(path.points.windows(2).map(|pair| (pair[0].x, pair[1].x)));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn no_line_crosses_a_year_without_a_value() {
    let harness = shown(ChartKind::Line, &["墨岭市", "澜江市"], SIZE);
    let texts = painted(&harness);
    let x = |year: &str| texts.iter().find(|(text, _)| text == year).unwrap().1.center().x;
    let (before, missing, after) = (x("2020"), x("2021"), x("2022"));
    for style in 0..2 {
        let pieces = pieces(&harness, hue(style, false));
        let within = |(a, b): &(f32, f32)| a.max(*b) > before + 8.0 && a.min(*b) < after - 8.0;
        assert!(!pieces.iter().any(within), "style {style} near {missing}: {pieces:?}");
        let first = x("2019");
        let drawn = |(a, b): &(f32, f32)| a.min(*b) >= first - 1.0 && a.max(*b) <= before + 1.0;
        assert!(pieces.iter().any(drawn), "style {style} from 2019 to 2020");
    }
}

#[test]
fn a_mark_for_each_value_hollow_where_nobody_has_reviewed_it() {
    let harness = shown(ChartKind::Line, &["墨岭市"], SIZE);
    let ground = ink(Ink::Ground, false);
    let marks = || {
        shapes(&harness).into_iter().filter_map(|shape| match shape {
            Shape::Circle(circle) if circle.radius == RADIUS => Some(circle.fill),
            _ => None,
        })
    };
    // Two panels with five values each; a sample stands before each name and in the list of places.
    assert_eq!(marks().count(), 2 * 5 + 2 + 1);
    assert_eq!(marks().filter(|fill| *fill == ground).count(), 2 * 2, "2019 and 2023");
}

#[test]
fn bars_stand_from_zero_and_lie_where_names_are_long() {
    let long = ["墨岭土家族苗族自治县人民政府办公室", "澜江土家族苗族自治县人民政府办公室", "绥湖市"];
    for (places, lying) in [(&["墨岭市", "澜江市", "绥湖市"], false), (&long, true)] {
        let harness = shown(ChartKind::Bars, places, SMALL);
        let fills: Vec<Color32> = (0..3).flat_map(|style| [hue(style, false), ink(Ink::Pale(style), false)]).collect();
        let bars: Vec<Rect> = shapes(&harness)
            .into_iter()
            .filter_map(|shape| match shape {
                Shape::Rect(rect) if fills.contains(&rect.fill) => Some(rect.rect),
                _ => None,
            })
            .collect();
        assert_eq!(bars.len(), 6, "{places:?}");
        assert!(bars.iter().all(|bar| (bar.width() > bar.height()) == lying), "{bars:?}");
    }
}

#[test]
fn names_neither_meet_nor_leave_the_window() {
    let places = ["墨岭市", "澜江市", "绥湖市", "澄港市", "槐安县", "北安市", "东平区", "南岗区"];
    for size in [SIZE, SMALL] {
        let harness = shown(ChartKind::Line, &places, size);
        let left = (size.x * 0.23).min(260.0);
        let rooms: Vec<(String, Rect)> = painted(&harness)
            .into_iter()
            .filter(|(text, rect)| places.contains(&text.as_str()) && rect.left() > left)
            .collect();
        assert!(rooms.len() >= places.len());
        for (at, (name, rect)) in rooms.iter().enumerate() {
            assert!(rect.right() <= size.x, "{name} at {rect:?}");
            let meets = |(_, other): &(String, Rect)| other.shrink(2.0).intersects(rect.shrink(2.0));
            assert!(!rooms.iter().skip(at + 1).any(meets), "{name} at {rect:?}");
        }
    }
}
