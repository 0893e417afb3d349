//! Texts with tags that tell part and section, and the check against them.
//!
//! A tag counts from where it stands: `[-]` preamble, `[A1]` achievements, `[R1]` responsibility, `[X3]` problems,
//! `[N2]` plans, `0` for no section, `[A26]` either section.

use faheng::identity::Kind;

use crate::support::passages;

struct Tag<'t> {
    at: usize,
    part: &'t str,
    sections: &'t str,
}

fn strip(marked: &str) -> (String, Vec<Tag<'_>>) {
    let mut text = String::new();
    let mut tags = Vec::new();
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        text.push_str(&rest[..open]);
        let close = open + rest[open..].find(']').expect("closed tag");
        let tag = &rest[open + 1..close];
        let (part, sections) = tag.split_at(1);
        tags.push(Tag { at: text.len(), part, sections });
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    (text, tags)
}

fn part(letter: &str) -> &'static str {
    match letter {
        "A" => "achievements",
        "R" => "responsibility",
        "X" => "problems",
        "N" => "plans",
        _ => "preamble",
    }
}

/// Compares labels letter by letter; blanks and stops between passages are nobody's.
pub fn check(kind: Kind, marked: &str) {
    let (text, tags) = strip(marked);
    let passages = passages(&text, kind);
    let mut labels = Vec::new();
    for passage in &passages.items {
        let label = (
            serde_json::to_value(passage.part).unwrap().as_str().unwrap().to_owned(),
            passage.section.map_or(0, |section| section.number()).to_string(),
            passage.reason.clone(),
        );
        labels.extend(passage.text.chars().filter(|c| c.is_alphanumeric()).map(|_| label.clone()));
    }
    let mut wrong: Vec<String> = Vec::new();
    let letters = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
    let mut reported = usize::MAX;
    for ((at, _), (got_part, got_section, reason)) in letters.zip(labels) {
        let Some(index) = tags.iter().rposition(|tag| tag.at <= at) else { continue };
        let tag = &tags[index];
        let right = got_part == part(tag.part) && (tag.part == "-" || tag.sections.contains(&got_section));
        if !right && reported != index {
            reported = index;
            let from: String = text[at..].chars().take(24).collect();
            wrong.push(format!("[{}{}] but {got_part} {got_section} ({reason}): {from}", tag.part, tag.sections));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
