//! The embedded code maps, made to hold together where a file uses a code that they do not know.
//!
//! An unknown code would be read as one byte, and all that follows in the string would be read askew.

use std::fmt::Write as _;
use std::sync::LazyLock;

use hayro_interpret::hayro_cmap::{CMap, CMapName, load_embedded};

/// Names of the maps whose codes are all two bytes long, or one below 0x80, each with the map that fills its gaps.
static FILLED: LazyLock<Vec<(&'static str, LazyMap)>> = LazyLock::new(|| {
    let names = ["UniGB-UCS2-H", "UniGB-UCS2-V", "UniGB-UTF16-H", "UniGB-UTF16-V", "GBK-EUC-H", "GBK-EUC-V"];
    names.into_iter().map(|name| (name, LazyMap::new(filler(name)))).collect()
});

type LazyMap = LazyLock<Vec<u8>, Box<dyn FnOnce() -> Vec<u8> + Send>>;

/// What stands before the name of an embedded map when it is asked for from inside a filled one.
const INNER: &str = "Faheng-";

/// The data of a map by its name.
pub(super) fn resolve(name: CMapName<'_>) -> Option<&'static [u8]> {
    if let CMapName::Custom(own) = name {
        let inner = own.strip_prefix(INNER.as_bytes())?;
        return load_embedded(CMapName::from_bytes(inner));
    }
    match FILLED.iter().find(|(known, _)| known.as_bytes() == name.to_bytes()) {
        Some((_, map)) => Some(map.as_slice()),
        None => load_embedded(name),
    }
}

fn filler(name: &'static str) -> Box<dyn FnOnce() -> Vec<u8> + Send> {
    Box::new(move || filled(name).into_bytes())
}

/// A map that takes the embedded one and gives every code that it leaves out the glyph for missing ones.
fn filled(name: &str) -> String {
    let known = load_embedded(CMapName::from_bytes(name.as_bytes())).and_then(|data| CMap::parse(data, load_embedded));
    let mode = u8::from(name.ends_with('V'));
    let mut text = format!(
        "/CMapName /{name} def /WMode {mode} def /CIDSystemInfo 3 dict dup begin /Registry (Adobe) def \
         /Ordering (GB1) def /Supplement 5 def end def /{INNER}{name} usecmap\n"
    );
    let Some(known) = known else { return text };
    let codes: Vec<u32> = if name.starts_with("GBK") {
        (0x81..=0xFE).flat_map(|lead| (0x40..=0xFE).map(move |trail| lead << 8 | trail)).collect()
    } else {
        (0..0xD800).chain(0xE000..=0xFFFF).collect()
    };
    let unknown: Vec<u32> = codes.into_iter().filter(|code| known.lookup_cid_code(*code, 2).is_none()).collect();
    let gaps: Vec<&[u32]> = unknown.chunk_by(|a, b| a + 1 == *b && a >> 8 == b >> 8).collect();
    for part in gaps.chunks(100) {
        text.push_str("beginnotdefrange\n");
        for gap in part {
            if let (Some(first), Some(last)) = (gap.first(), gap.last()) {
                // Writing to a string cannot fail.
                writeln!(text, "<{first:04X}> <{last:04X}> 1").unwrap_or_default();
            }
        }
        text.push_str("endnotdefrange\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_codes_keep_their_length() {
        let map = CMap::parse(resolve(CMapName::UniGbUcs2H).unwrap(), resolve).unwrap();
        let plain = CMap::parse(load_embedded(CMapName::UniGbUcs2H).unwrap(), load_embedded).unwrap();
        assert_eq!(plain.lookup_cid_code(0x2022, 2), None);
        assert_eq!(map.lookup_cid_code(0x2022, 2), Some(1));
        assert_eq!(map.lookup_cid_code(0x6CD5, 2), plain.lookup_cid_code(0x6CD5, 2));
        assert_eq!(map.lookup_cid_code(0x41, 2), plain.lookup_cid_code(0x41, 2));
    }
}
