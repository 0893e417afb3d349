//! Lines → panels: one for each unit, with its axes and the names of its lines.

use std::collections::BTreeSet;

use crate::compare::{Entry, rounded};
use crate::figures::IndicatorKind;
use crate::i18n::{Texts, labels, numbers};

use crate::chart::scale::{Rule, scale};
use crate::chart::spec::{Axis, ChartKind, Line, Panel, Scale};

use super::Request;
use super::points::{Drawn, empty, silence, words};
use super::units::{axis, bounded, is_money};

/// The years that a chart shows: all, the last for bars, the first and last with a value for slopes.
pub fn shown_years(request: &Request<'_>) -> Vec<i32> {
    let entries = || request.series.iter().flat_map(|series| &series.entries);
    let all: BTreeSet<i32> = entries().map(|(year, _)| *year).collect();
    let valued = || entries().filter(|(_, entry)| !matches!(entry, Entry::Gap(_))).map(|(year, _)| *year);
    let ends = match request.kind {
        ChartKind::Line => return all.into_iter().collect(),
        ChartKind::Bars => [all.last().copied(), None],
        ChartKind::Slope => [valued().min().or(all.first().copied()), valued().max().or(all.last().copied())],
    };
    let ends: BTreeSet<i32> = ends.into_iter().flatten().collect();
    ends.into_iter().collect()
}

/// A panel for each unit, in the order in which the indicators were chosen.
pub fn panels(request: &Request<'_>, drawn: &[Drawn], years: &[i32], texts: &Texts) -> Vec<Panel> {
    let mut units: Vec<&str> = Vec::new();
    for indicator in &request.indicators {
        if !units.contains(&indicator.unit.as_str()) {
            units.push(&indicator.unit);
        }
    }
    let of = |unit: &&str| {
        let here =
            drawn.iter().filter(|drawn| request.indicators.get(drawn.indicator).is_some_and(|own| own.unit == *unit));
        panel(request, here.collect(), unit, years, texts)
    };
    let mut panels: Vec<Panel> = if years.is_empty() { Vec::new() } else { units.iter().map(of).collect() };
    if panels.len() < 2 {
        panels.iter_mut().for_each(|panel| panel.heading = None);
    }
    panels
}

fn panel(request: &Request<'_>, here: Vec<&Drawn>, unit: &str, years: &[i32], texts: &Texts) -> Panel {
    let x = match request.kind {
        ChartKind::Bars => Axis::Places(place_names(request)),
        ChartKind::Line | ChartKind::Slope => Axis::Years { years: years.to_vec(), empty: Vec::new() },
    };
    let own: Vec<_> = request.indicators.iter().filter(|indicator| indicator.unit == unit).collect();
    let mut lines: Vec<Line> =
        here.iter().map(|drawn| Line { name: name(request, drawn, own.len(), texts), ..drawn.line.clone() }).collect();
    let y = value_axis(request, &lines, unit);
    for mark in lines.iter_mut().flat_map(|line| &mut line.marks) {
        let number = numbers::number(rounded(mark.value / y.power, 9));
        mark.short = bounded(&number, mark.proof.bound, texts);
    }
    let heading = texts.list(own.iter().map(|indicator| labels::indicator(indicator, texts.locale())));
    let title = axis(unit, y.power, texts);
    let silence = silence(&lines, texts);
    let mut panel = Panel { heading: Some(heading), unit: title, x, y, lines, words: Vec::new(), silence };
    if panel.silence.is_none() {
        panel.words = words(&panel, texts);
    }
    let without = empty(&panel.x, &panel.lines);
    if let Axis::Years { empty, .. } = &mut panel.x {
        *empty = without;
    }
    panel
}

fn value_axis(request: &Request<'_>, lines: &[Line], unit: &str) -> Scale {
    let values = || lines.iter().flat_map(|line| &line.marks).map(|mark| mark.value);
    let share = request.indicators.iter().filter(|own| own.unit == unit).all(|own| own.kind == IndicatorKind::Rate);
    let rule = Rule {
        from_zero: request.kind == ChartKind::Bars,
        ceiling: (share && unit == "%").then_some(100.0),
        whole: unit != "%" && !is_money(unit) && values().all(|value| value.fract() == 0.0),
        wan_from: match unit {
            "%" => 0.0,
            _ if is_money(unit) => 1e4,
            _ => 1e5,
        },
    };
    scale(values(), rule)
}

/// Names of the places in the order of choosing, long where the short one stands for two.
pub fn place_names(request: &Request<'_>) -> Vec<String> {
    (0..request.subjects.len()).map(|at| place_name(request, at)).collect()
}

/// The name of a subject: its own, with its parents where another has the same.
pub fn place_name(request: &Request<'_>, subject: usize) -> String {
    let Some(own) = request.subjects.get(subject).map(|subject| &subject.body) else { return String::new() };
    let same = request.subjects.iter().filter(|other| other.body.name == own.name).count();
    if same < 2 || own.place.is_empty() {
        return own.name.clone();
    }
    own.full_name()
}

/// The name of a line: the place, the indicator, or both where both differ.
fn name(request: &Request<'_>, drawn: &Drawn, indicators: usize, texts: &Texts) -> String {
    let place = place_name(request, drawn.subject);
    let indicator = request.indicators.get(drawn.indicator);
    let indicator = indicator.map_or_else(String::new, |own| labels::indicator(own, texts.locale()).to_owned());
    match (indicators > 1, request.subjects.len() > 1 && request.kind != ChartKind::Bars) {
        (false, _) => place,
        (true, false) => indicator,
        (true, true) => texts.format("chart-name", &[("place", place.into()), ("indicator", indicator.into())]),
    }
}
