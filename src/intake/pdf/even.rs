//! Whether the even maps of [`cmaps`](super::cmaps) can stand for the embedded ones in a file.

use hayro_interpret::hayro_syntax::object::dict::keys::{
    DESCENDANT_FONTS, FONT_DESC, FONT_FILE, FONT_FILE2, FONT_FILE3, W, W2,
};
use hayro_interpret::hayro_syntax::object::{Array, Dict, Object};

use super::cmaps::are_narrow;

/// Whether a font leaves the numbers of wide characters unused: none has a width, and none chooses a glyph of its own.
pub(super) fn fits(font: &Dict<'_>) -> bool {
    let descendants = font.get::<Array<'_>>(DESCENDANT_FONTS);
    let Some(descendant) = descendants.and_then(|fonts| fonts.iter::<Dict<'_>>().next()) else { return true };
    let embedded = descendant.get::<Dict<'_>>(FONT_DESC).is_some_and(|descriptor| {
        [FONT_FILE, FONT_FILE2, FONT_FILE3].into_iter().any(|key| descriptor.contains_key(key))
    });
    // A group of the lists has one value for each glyph, or as many for all of a range.
    let lists = [(W, 1), (W2, 3)];
    let widens = |(key, values)| descendant.get::<Array<'_>>(key).is_some_and(|list| widens(&list, values));
    !embedded && !lists.into_iter().any(widens)
}

/// Whether a list of widths names a wide character.
fn widens(list: &Array<'_>, values: usize) -> bool {
    let mut items = list.iter::<Object<'_>>();
    while let Some(first) = items.next().and_then(number) {
        let last = match items.next() {
            Some(Object::Array(own)) => {
                let count = own.raw_iter().count() / values;
                first.saturating_add(count.saturating_sub(1) as u32)
            }
            Some(last) => {
                items.by_ref().take(values).for_each(drop);
                number(last).unwrap_or(u32::MAX)
            }
            None => first,
        };
        if !are_narrow(&(first..=last)) {
            return true;
        }
    }
    false
}

fn number(object: Object<'_>) -> Option<u32> {
    match object {
        Object::Number(number) => u32::try_from(number.as_i64()).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hayro_interpret::hayro_syntax::Pdf;

    /// Whether a font fits whose descendant holds these entries beside its name.
    fn fit(entries: &str) -> bool {
        let file = format!(
            "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
             2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n\
             3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F1 4 0 R>>>>>>\nendobj\n\
             4 0 obj\n<</Type/Font/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[<<{entries}>>]>>\nendobj\n\
             trailer\n<</Root 1 0 R>>\n%%EOF\n"
        );
        let pdf = Pdf::new(file.into_bytes()).unwrap();
        fits(&pdf.pages()[0].resources().fonts.get::<Dict<'_>>(b"F1".as_slice()).unwrap())
    }

    #[test]
    fn widths_of_latin_letters_fit() {
        assert!(fit("/DW 1000"));
        assert!(fit("/W[1[207 270 342]10 31 462 95[500]814 939 500 7712[500]]"));
        assert!(fit("/W2[1 95 -500 250 880]"));
    }

    #[test]
    fn widths_of_ideographs_and_fonts_with_glyphs_do_not() {
        assert!(!fit("/W[1 95 500 4559[1000 980]]"));
        assert!(!fit("/W[95[500 500]]"));
        assert!(!fit("/W[1 30000 1000]"));
        assert!(!fit("/W2[1[-500 250 880]4559 4600 -1000 500 880]"));
        assert!(!fit("/FontDescriptor<</FontFile2 9 0 R>>"));
    }
}
