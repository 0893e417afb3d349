//! One line of a page in the making: white space as a browser shows it, every character with its place.

use super::tokens::Piece;
use crate::intake::traced::Traced;

/// Text between two line breaks.
#[derive(Debug, Default)]
pub(super) struct LineBuilder {
    traced: Traced,
    /// White space not yet written.
    pending: Option<Gap>,
    /// Characters that show.
    pub(super) shown: usize,
    /// Of these, characters inside links.
    pub(super) linked: usize,
}

/// White space between two words.
#[derive(Clone, Copy, Debug)]
struct Gap {
    from: usize,
    to: usize,
    /// A line feed is in it.
    broken: bool,
    /// It is one blank, as it is shown.
    plain: bool,
}

impl LineBuilder {
    /// Appends characters, white space collapsed.
    pub(super) fn push(&mut self, piece: Piece<'_>, linked: bool) {
        if !piece.same {
            return self.push_decoded(piece, linked);
        }
        let mut rest = piece.text;
        let mut from = piece.from;
        while !rest.is_empty() {
            let word = rest.find(is_space).unwrap_or(rest.len());
            if word > 0 {
                self.write(&rest[..word], from, from + word, true, linked);
            }
            let after = &rest[word..];
            let gap = after.find(|c| !is_space(c)).unwrap_or(after.len());
            if gap > 0 {
                let (gap_from, broken) = (from + word, after[..gap].contains(['\n', '\r']));
                self.space(Gap { from: gap_from, to: gap_from + gap, broken, plain: &after[..gap] == " " });
            }
            from += word + gap;
            rest = &after[gap..];
        }
    }

    fn push_decoded(&mut self, piece: Piece<'_>, linked: bool) {
        if piece.text.chars().all(is_space) {
            let Piece { text, from, to, .. } = piece;
            self.space(Gap { from, to, broken: text.contains('\n'), plain: false });
        } else {
            self.write(piece.text, piece.from, piece.to, false, linked);
        }
    }

    fn space(&mut self, gap: Gap) {
        self.pending = Some(match self.pending {
            Some(first) => Gap { to: gap.to, broken: first.broken || gap.broken, plain: false, ..first },
            None => gap,
        });
    }

    fn write(&mut self, text: &str, from: usize, to: usize, same: bool, linked: bool) {
        if let Some(gap) = self.pending.take()
            && let Some(before) = self.traced.text().chars().next_back()
        {
            let joins = gap.broken && (is_wide(before) || text.chars().next().is_some_and(is_wide));
            if gap.plain {
                self.traced.push(" ", gap.from);
            } else if !joins {
                self.traced.push_for(" ", gap.from, gap.to);
            }
        }
        if same {
            self.traced.push(text, from);
        } else {
            self.traced.push_for(text, from, to);
        }
        let shown = text.chars().filter(|c| !c.is_whitespace()).count();
        self.shown += shown;
        self.linked += if linked { shown } else { 0 };
    }

    /// The text so far, without white space at its end.
    pub(super) fn finish(&mut self) -> Traced {
        self.pending = None;
        std::mem::take(&mut self.traced)
    }
}

/// White space that collapses; a no-break space does not.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{C}')
}

/// Characters of Chinese text, next to which a line feed in the source shows nothing.
fn is_wide(c: char) -> bool {
    ('\u{2E80}'..='\u{FFEF}').contains(&c) || c >= '\u{20000}' || "“”‘’…—·".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(text: &str) -> String {
        let mut line = LineBuilder::default();
        line.push(Piece { text, from: 0, to: text.len(), same: true }, false);
        line.finish().text().to_owned()
    }

    #[test]
    fn white_space_as_a_browser_shows_it() {
        assert_eq!(built("\n  法治 \n 政府\t建设 a\nb "), "法治政府 建设 a b");
        assert_eq!(built("纠错率\n  达55.6%"), "纠错率达55.6%");
        assert_eq!(built("1 462项"), "1 462项");
    }
}
