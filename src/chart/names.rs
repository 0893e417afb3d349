//! Names of files for a chart: what, where, when, which size; safe on every system.

use super::spec::ChartSpec;

/// Most characters of a name without its ending: systems take 255 bytes, a Chinese character has three.
const MOST: usize = 60;
/// Most indicators and most places that are named.
const NAMED: usize = 3;
/// Names that Windows keeps for devices.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A file's name without its ending: 指标_地区_起止年_版式.
pub fn file_stem(spec: &ChartSpec, layout: &str) -> String {
    let lines = || spec.panels.iter().flat_map(|panel| &panel.lines);
    let indicators = distinct(lines().map(|line| line.indicator_name.as_str()));
    let places = distinct(lines().map(|line| line.body.name.as_str()));
    let years = match spec.years.as_slice() {
        [] => String::new(),
        [only] => only.to_string(),
        [first, .., last] => format!("{first}-{last}"),
    };
    let tail: String =
        [years.as_str(), layout].iter().filter(|part| !part.is_empty()).map(|part| format!("_{part}")).collect();
    let room = MOST.saturating_sub(tail.chars().count() + 1);
    // Long names of indicators leave half of the room to the places.
    let kept = places.chars().count().min(room / 2);
    let indicators: String = indicators.chars().take(room - kept).collect();
    let places: String = places.chars().take(room - indicators.chars().count()).collect();
    let head = safe(&format!("{indicators}_{places}"));
    // A name cut at a space would end in one.
    safe(&format!("{}{tail}", head.trim_end()))
}

/// The first names that differ, joined.
fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut found: Vec<&str> = Vec::new();
    for name in names {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    let more = if found.len() > NAMED { format!("+{}", found.len() - NAMED) } else { String::new() };
    found.truncate(NAMED);
    found.join("-") + &more
}

/// Whether every system takes `name` as a file's name.
pub fn is_file_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(forbidden) && !name.ends_with(['.', ' ']) && !is_device(name)
}

fn forbidden(c: char) -> bool {
    c.is_control() || "<>:\"/\\|?*".contains(c)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit());
    DEVICES.contains(&stem.to_ascii_lowercase().as_str())
}

/// A text as a file's name: without what Windows forbids, and none of its devices.
fn safe(text: &str) -> String {
    let name: String = text.chars().map(|c| if forbidden(c) || c.is_whitespace() { '-' } else { c }).collect();
    let name = name.trim_matches(['.', '-', ' ']);
    if name.is_empty() || is_device(name) { format!("chart-{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_on_windows() {
        assert_eq!(safe("出庭率_a/b:c?.png"), "出庭率_a-b-c-.png");
        assert_eq!(safe("con"), "chart-con");
        assert_eq!(safe("COM1.x"), "chart-COM1.x");
        assert_eq!(safe(" .. "), "chart-");
        assert_eq!(safe("a\u{7}b. "), "a-b");
        for name in ["出庭率_a/b:c?.png", "con", "COM1.x", " .. ", "a\u{7}b", "a. ", ""] {
            assert!(!is_file_name(name), "{name}");
            assert!(is_file_name(&safe(name)), "{name}");
        }
        assert!(is_file_name("出庭 应诉率_2024"));
    }

    #[test]
    fn long_lists_of_names_are_counted() {
        assert_eq!(distinct(["甲", "乙", "甲", "丙", "丁", "戊"].into_iter()), "甲-乙-丙+2");
    }

    #[test]
    fn long_names_of_indicators_leave_room_for_places() {
        use crate::chart::spec::tests::{line, mark};
        use crate::chart::{Axis, ChartKind, Panel, Scale};
        let mut own = line("甲市", 0, vec![mark(2020, 1.0)]);
        own.indicator_name = "Head of agency appearance rate ".repeat(4);
        let y = Scale { min: 0.0, max: 1.0, ticks: Vec::new(), power: 1.0 };
        let x = Axis::Years { years: vec![2020], empty: Vec::new() };
        let (heading, words, silence) = (None, Vec::new(), None);
        let panel = Panel { heading, unit: String::new(), x, y, lines: vec![own], words, silence };
        let text = String::new;
        let (kind, years, notes, stamp) = (ChartKind::Line, vec![2020], Vec::new(), None);
        let (title, subtitle, more, source, alt) = (text(), text(), text(), text(), text());
        let panels = vec![panel];
        let spec = ChartSpec { kind, title, subtitle, years, panels, notes, more, source, stamp, alt };
        let name = file_stem(&spec, "公文版心");
        assert!(name.ends_with("_甲市_2020_公文版心") && name.chars().count() <= MOST, "{name}");
    }
}
