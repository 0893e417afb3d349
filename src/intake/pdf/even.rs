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
