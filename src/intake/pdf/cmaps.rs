//! The embedded code maps, made to hold together where a file uses a code that they do not know.
//!
//! An unknown code would be read as one byte, and all that follows in the string would be read askew.
//!
//! The maps from Unicode are scattered over ten thousand ranges, and the interpreter looks each code up ten times:
//! where fonts give widths to Latin letters only, all other characters are numbered by their codes instead.

use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use hayro_interpret::hayro_cmap::{CMap, CMapName, load_embedded};

/// Maps whose codes are all two bytes long, or one below 0x80, each with the map that fills its gaps.
static FILLED: LazyLock<Vec<(&'static str, LazyMap)>> = LazyLock::new(|| {
    let names = ["UniGB-UCS2-H", "UniGB-UCS2-V", "UniGB-UTF16-H", "UniGB-UTF16-V", "GBK-EUC-H", "GBK-EUC-V"];
    names.into_iter().map(|name| (name, LazyMap::new(Box::new(move || filled(name).into_bytes())))).collect()
});

/// The maps from Unicode in a few ranges, and the map of the collection that knows its numbers.
static EVEN: LazyLock<Vec<(&'static str, LazyMap)>> = LazyLock::new(|| {
    let names = ["UniGB-UCS2-H", "UniGB-UCS2-V", "UniGB-UTF16-H", "UniGB-UTF16-V"];
    let maps = names.into_iter().map(|name| (name, LazyMap::new(Box::new(move || even(name).into_bytes()))));
    maps.chain([(COLLECTION, LazyMap::new(Box::new(|| collection().into_bytes())))]).collect()
});

type LazyMap = LazyLock<Vec<u8>, Box<dyn FnOnce() -> Vec<u8> + Send>>;

/// What stands before the name of an embedded map when it is asked for from inside a filled one.
const INNER: &str = "Faheng-";

/// From numbers of Adobe-GB1 to Unicode.
const COLLECTION: &str = "Adobe-GB1-UCS2";

/// Numbers of the collection that fonts give widths to: Latin letters, and the half-width forms.
const NARROW: [RangeInclusive<u32>; 3] = [0..=95, 814..=939, 7712..=7716];

/// Codes that have a number; the others are halves of a pair.
const CODES: [RangeInclusive<u32>; 2] = [0..=0xD7FF, 0xE000..=0xFFFF];

/// The number of code 0 in an even map: beyond those of any collection.
const BEYOND: u32 = 0x10_0000;

/// Gives the data of a map by its name.
pub(super) type Resolve = fn(CMapName<'_>) -> Option<&'static [u8]>;

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

/// As [`resolve`], for a file in which only narrow characters have widths of their own.
pub(super) fn resolve_even(name: CMapName<'_>) -> Option<&'static [u8]> {
    let even = EVEN.iter().find(|(known, _)| known.as_bytes() == name.to_bytes());
    even.map_or_else(|| resolve(name), |(_, map)| Some(map.as_slice()))
}

/// Whether these numbers are all of narrow characters.
pub(super) fn are_narrow(cids: &RangeInclusive<u32>) -> bool {
    NARROW.iter().any(|narrow| narrow.contains(cids.start()) && narrow.contains(cids.end()))
}

fn embedded(name: &str) -> Option<CMap> {
    CMap::parse(load_embedded(CMapName::from_bytes(name.as_bytes()))?, load_embedded)
}

fn head(name: &str) -> String {
    let mode = u8::from(name.ends_with('V'));
    format!(
        "/CMapName /{name} def /WMode {mode} def /CIDSystemInfo 3 dict dup begin /Registry (Adobe) def \
         /Ordering (GB1) def /Supplement 5 def end def\n"
    )
}

/// A map that takes the embedded one and gives every code that it leaves out the glyph for missing ones.
fn filled(name: &str) -> String {
    let mut text = format!("{}/{INNER}{name} usecmap\n", head(name));
    let Some(known) = embedded(name) else { return text };
    let codes: Vec<u32> = if name.starts_with("GBK") {
        (0x81..=0xFE).flat_map(|lead| (0x40..=0xFE).map(move |trail| lead << 8 | trail)).collect()
    } else {
        CODES.into_iter().flatten().collect()
    };
    let unknown = codes.into_iter().filter(|code| known.lookup_cid_code(*code, 2).is_none());
    let unknown: Vec<(u32, u32)> = unknown.map(|code| (code, MISSING)).collect();
    ranges(&mut text, "notdef", &unknown, 0);
    text
}

/// A map from Unicode that takes the narrow characters from the embedded one and numbers all others by their codes.
fn even(name: &str) -> String {
    let mut text = head(name);
    let known = embedded(name);
    let number = |code: u32| {
        let cid = known.as_ref()?.lookup_cid_code(code, 2)?;
        Some(if are_narrow(&(cid..=cid)) { cid } else { BEYOND + code })
    };
    let (mut numbered, mut unknown) = (Vec::new(), Vec::new());
    for code in CODES.into_iter().flatten() {
        match number(code) {
            Some(number) => numbered.push((code, number)),
            None => unknown.push((code, MISSING)),
        }
    }
    ranges(&mut text, "cid", &numbered, 1);
    ranges(&mut text, "notdef", &unknown, 0);
    if name.contains("UTF16") {
        // The planes of ideographs, as two surrogates each.
        let number = 2 * BEYOND;
        text.push_str(&format!("begincidrange\n<D840DC00> <D8BFDFFF> {number}\nendcidrange\n"));
    }
    text
}

/// The map from numbers to Unicode, with the numbers of even maps in it.
fn collection() -> String {
    let range = |codes: RangeInclusive<u32>| {
        let (first, last) = (codes.start(), codes.end());
        format!("<{:06X}> <{:06X}> <{first:04X}>\n", BEYOND + first, BEYOND + last)
    };
    let ranges = CODES.map(range).concat();
    format!("/CMapName /{COLLECTION} def\n/{INNER}{COLLECTION} usecmap\nbeginbfrange\n{ranges}endbfrange\n")
}

/// The number of the glyph that stands for missing ones.
const MISSING: u32 = 1;

/// Writes codes of two bytes, which rise, with their numbers; those of a range rise by `step`.
fn ranges(text: &mut String, kind: &str, codes: &[(u32, u32)], step: u32) {
    let ranges: Vec<&[(u32, u32)]> = codes.chunk_by(|a, b| a.0 + 1 == b.0 && a.1 + step == b.1).collect();
    for part in ranges.chunks(100) {
        // Writing to a string cannot fail.
        writeln!(text, "begin{kind}range").unwrap_or_default();
        for range in part {
            if let (Some((first, cid)), Some((last, _))) = (range.first(), range.last()) {
                writeln!(text, "<{first:04X}> <{last:04X}> {cid}").unwrap_or_default();
            }
        }
        writeln!(text, "end{kind}range").unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hayro_interpret::hayro_cmap::BfString;

    #[test]
    fn unknown_codes_keep_their_length() {
        let map = CMap::parse(resolve(CMapName::UniGbUcs2H).unwrap(), resolve).unwrap();
        let plain = CMap::parse(load_embedded(CMapName::UniGbUcs2H).unwrap(), load_embedded).unwrap();
        assert_eq!(plain.lookup_cid_code(0x2022, 2), None);
        assert_eq!(map.lookup_cid_code(0x2022, 2), Some(1));
        assert_eq!(map.lookup_cid_code(0x6CD5, 2), plain.lookup_cid_code(0x6CD5, 2));
        assert_eq!(map.lookup_cid_code(0x41, 2), plain.lookup_cid_code(0x41, 2));
    }

    #[test]
    fn even_maps_keep_what_has_widths_and_number_the_others_by_their_codes() {
        let collection = CMap::parse(resolve_even(CMapName::AdobeGb1Ucs2).unwrap(), resolve_even).unwrap();
        for name in [CMapName::UniGbUcs2H, CMapName::UniGbUcs2V, CMapName::UniGbUtf16H, CMapName::UniGbUtf16V] {
            let even = CMap::parse(resolve_even(name).unwrap(), resolve_even).unwrap();
            let filled = CMap::parse(resolve(name).unwrap(), resolve).unwrap();
            assert_eq!(even.metadata().writing_mode, filled.metadata().writing_mode);
            assert_eq!(even.metadata().character_collection, filled.metadata().character_collection);
            for code in 0..=0xFFFF {
                let (new, old) = (even.lookup_cid_code(code, 2), filled.lookup_cid_code(code, 2));
                let narrow = old.is_none_or(|cid| are_narrow(&(cid..=cid)));
                let own = if narrow { old } else { Some(BEYOND + code) };
                assert_eq!(new, own, "{code:04X}");
            }
            assert!((0..=0xFF).all(|code| even.lookup_cid_code(code, 1) == filled.lookup_cid_code(code, 1)));
            for c in ['法', '，', '“'] {
                let cid = even.lookup_cid_code(c as u32, 2).unwrap();
                assert_eq!(collection.lookup_bf_string(cid), Some(BfString::Char(c)));
            }
        }
        let pairs = CMap::parse(resolve_even(CMapName::UniGbUtf16H).unwrap(), resolve_even).unwrap();
        assert!([0xD840_DC00, 0xD869_DED6].iter().all(|pair| pairs.lookup_cid_code(*pair, 4).is_some()));
        let plain = CMap::parse(load_embedded(CMapName::UniGbUcs2H).unwrap(), load_embedded).unwrap();
        let cid = plain.lookup_cid_code(0x6CD5, 2).unwrap();
        assert_eq!(collection.lookup_bf_string(cid), Some(BfString::Char('法')));
        assert!(!are_narrow(&(cid..=cid)) && !are_narrow(&(90..=96)));
    }
}
