//! Names that look like a mistyped one.

/// Most names that a message offers.
const MOST: usize = 5;

/// How alike a word and a name are, from 0 to 1: strsim's Jaro–Winkler. A name that holds the word, or that the word
/// holds, counts as alike; so does one that has all its characters in order, as people shorten names.
pub fn likeness(word: &str, name: &str) -> f64 {
    let (word, name) = (word.to_lowercase(), name.to_lowercase());
    let length = word.chars().count();
    let inside = length > 1 && (name.contains(&word) || name.chars().count() > 1 && word.contains(&name));
    let mut rest = name.chars();
    let shortened = length > 2 && !word.is_ascii() && word.chars().all(|wanted| rest.any(|c| c == wanted));
    let least = if inside {
        0.9
    } else if shortened {
        0.85
    } else {
        0.0
    };
    strsim::jaro_winkler(&word, &name).max(least)
}

/// The candidates that resemble `word`, the most alike first, ties in the order of the candidates.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut scored: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (likeness(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.72)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.dedup_by(|later, first| later.1 == first.1);
    scored.into_iter().take(MOST).map(|(_, candidate)| candidate.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn offers_what_looks_alike_and_nothing_else() {
        let commands = ["import", "extract", "list", "series", "compare", "where", "help"];
        assert_eq!(nearest("compar", commands), ["compare"]);
        assert_eq!(nearest("imprt", commands)[0], "import");
        assert!(nearest("zzzz", commands).is_empty());
        assert_eq!(nearest("received", ["reconsideration.received", "legis.opinions"]), ["reconsideration.received"]);
    }
}
