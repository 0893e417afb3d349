//! Names that look like a mistyped one.

/// Most names that a message offers.
const MOST: usize = 5;

/// The candidates that resemble `word`, the most alike first, ties in the order of the candidates.
///
/// Likeness is that of strsim's Jaro–Winkler; a candidate that holds the word counts as alike.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let word = word.to_lowercase();
    let likeness = |candidate: &str| {
        let candidate = candidate.to_lowercase();
        let inside = word.chars().count() > 1 && (candidate.contains(&word) || word.contains(&candidate));
        strsim::jaro_winkler(&word, &candidate).max(if inside { 0.9 } else { 0.0 })
    };
    let mut scored: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (likeness(candidate), candidate))
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
