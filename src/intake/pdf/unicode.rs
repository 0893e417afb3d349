//! Characters of glyphs whose fonts have no `ToUnicode` map: by the font's encoding, its collection or its own table.

use std::cell::RefCell;
use std::collections::BTreeMap;

use encoding_rs::GB18030;
use hayro_interpret::font::{Glyph, OutlineFontData};
use hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::dict::keys::{
    BASE_FONT, CIDSYSTEMINFO, DESCENDANT_FONTS, ENCODING, ORDERING, REGISTRY, SUBTYPE, TO_UNICODE, TYPE0,
};
use hayro_interpret::hayro_syntax::object::{self, Array, Dict, Name};
use skrifa::{FontRef, MetadataProvider as _};

use super::even;
use crate::intake::layout::is_variant;
use crate::intake::limits;

/// How the codes of a font are to be understood.
#[derive(Clone, Debug)]
enum Codes {
    /// UTF-16, big-endian.
    Utf16,
    /// GB 18030 or what it grew out of.
    Gb,
    /// Numbers in a character collection that the embedded tables know.
    Collection(CidFamily),
    /// Glyph numbers of the font itself.
    Glyphs,
}

/// What is known of the fonts of a file that have no `ToUnicode` map.
#[derive(Default)]
pub(super) struct Characters {
    codes: BTreeMap<String, Codes>,
    collections: RefCell<BTreeMap<String, Option<CMap>>>,
    tables: RefCell<BTreeMap<u128, BTreeMap<u32, char>>>,
    uneven: bool,
}

/// The font of a run, where its map is not the last word.
#[derive(Default)]
pub(super) struct Face {
    codes: Option<Codes>,
    font: Option<OutlineFontData>,
}

impl Characters {
    /// Looks through the fonts of the pages.
    pub(super) fn of_file(pdf: &Pdf) -> Self {
        let mut characters = Self::default();
        let mut seen = std::collections::BTreeSet::new();
        for page in pdf.pages().iter().take(limits::PAGES) {
            let fonts = &page.resources().fonts;
            if fonts.obj_id().is_some_and(|id| !seen.insert((id.obj_number, id.gen_number))) {
                continue;
            }
            for name in fonts.keys() {
                let fresh = fonts.get_ref(&name).is_none_or(|font| seen.insert((font.obj_number, font.gen_number)));
                if let Some(font) = fresh.then(|| fonts.get::<Dict<'_>>(&name)).flatten() {
                    characters.add(&font);
                }
            }
        }
        characters
    }

    /// Whether wide characters can be numbered by their codes in maps from Unicode.
    pub(super) fn are_even(&self) -> bool {
        !self.uneven
    }

    fn add(&mut self, font: &Dict<'_>) {
        let encoding = font.get::<Name<'_>>(ENCODING);
        let encoding = encoding.as_ref().map_or("", Name::as_str);
        self.uneven |= encoding.starts_with("UniGB-") && !even::fits(font);
        if font.contains_key(TO_UNICODE) || font.get::<Name<'_>>(SUBTYPE).is_none_or(|name| *name != *TYPE0) {
            return;
        }
        let Some(base) = font.get::<Name<'_>>(BASE_FONT) else { return };
        let codes = match encoding.trim_end_matches("-H").trim_end_matches("-V") {
            "UniGB-UCS2" | "UniGB-UTF16" | "UniCNS-UCS2" | "UniCNS-UTF16" | "UniJIS-UCS2" | "UniJIS-UTF16" => {
                Codes::Utf16
            }
            "GBK-EUC" | "GBKp-EUC" | "GBK2K" | "GB-EUC" => Codes::Gb,
            "Identity" => match family(font) {
                Some(family) if family.ucs2_cmap().is_some() => Codes::Collection(family),
                _ => Codes::Glyphs,
            },
            _ => return,
        };
        let name = base.as_str();
        let name = name.split_once('+').filter(|(prefix, _)| prefix.len() == 6).map_or(name, |(_, rest)| rest);
        self.codes.insert(name.to_owned(), codes);
    }

    /// The font of the run that starts with `glyph`.
    pub(super) fn face(&self, glyph: &Glyph<'_>) -> Face {
        let Glyph::Outline(outline) = glyph else { return Face::default() };
        if self.codes.is_empty() {
            return Face::default();
        }
        let Some(font) = outline.font_data() else { return Face::default() };
        let codes = font.postscript_name.as_ref().and_then(|name| self.codes.get(name)).cloned();
        Face { codes, font: Some(font) }
    }

    /// What a glyph of that font stands for.
    pub(super) fn of(&self, glyph: &Glyph<'_>, face: &Face) -> Option<BfString> {
        let code = glyph.char_code();
        let own = match &face.codes {
            // The code is the character: no detour by a table that knows fewer.
            Some(Codes::Utf16) => utf16(code),
            Some(Codes::Gb) => gb(code),
            _ => None,
        };
        let known = own.map(BfString::Char).or_else(|| glyph.as_unicode()).filter(is_character);
        known.or_else(|| match &face.codes {
            Some(Codes::Collection(family)) => self.in_collection(family, code).or_else(|| self.in_font(glyph, face)),
            _ => self.in_font(glyph, face),
        })
    }

    fn in_collection(&self, family: &CidFamily, cid: u32) -> Option<BfString> {
        let name = family.ucs2_cmap()?;
        let mut collections = self.collections.borrow_mut();
        let load = |name: CMapName<'_>| load_embedded(name);
        let parse = || CMap::parse(load_embedded(name)?, load);
        let map = collections.entry(format!("{name:?}")).or_insert_with(parse);
        map.as_ref()?.lookup_bf_string(cid).filter(is_character)
    }

    /// By the embedded font's own table of characters, read the other way round.
    fn in_font(&self, glyph: &Glyph<'_>, face: &Face) -> Option<BfString> {
        let Glyph::Outline(outline) = glyph else { return None };
        face.codes.as_ref()?;
        let font = face.font.as_ref()?;
        let mut tables = self.tables.borrow_mut();
        let table = tables.entry(font.cache_key).or_insert_with(|| table((*font.data).as_ref()));
        table.get(&outline.glyph_id().to_u32()).copied().map(BfString::Char)
    }
}

fn table(font: &[u8]) -> BTreeMap<u32, char> {
    let Ok(font) = FontRef::new(font) else { return BTreeMap::new() };
    let mut table = BTreeMap::new();
    for (code, glyph) in font.charmap().mappings() {
        let Some(c) = char::from_u32(code).filter(|c| !private(*c)) else { continue };
        // Of several characters with one glyph the usual one is meant: no radical, no compatibility form.
        let kept = table.entry(glyph.to_u32()).or_insert(c);
        if is_variant(*kept) && !is_variant(c) {
            *kept = c;
        }
    }
    table
}

fn family(font: &Dict<'_>) -> Option<CidFamily> {
    let descendant = font.get::<Array<'_>>(DESCENDANT_FONTS)?.iter::<Dict<'_>>().next()?;
    let info = descendant.get::<Dict<'_>>(CIDSYSTEMINFO)?;
    let registry = info.get::<object::String<'_>>(REGISTRY)?;
    let ordering = info.get::<object::String<'_>>(ORDERING)?;
    Some(CidFamily::from_registry_ordering(&registry, &ordering))
}

fn utf16(code: u32) -> Option<char> {
    match char::from_u32(code).filter(|_| code <= 0xFFFF) {
        Some(c) => Some(c).filter(|c| *c != '\0'),
        None => char::decode_utf16([(code >> 16) as u16, code as u16]).next()?.ok(),
    }
}

fn gb(code: u32) -> Option<char> {
    let bytes = code.to_be_bytes();
    let start = bytes.iter().position(|byte| *byte != 0)?;
    if code < 0x80 {
        return char::from_u32(code);
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes.get(start..)?)?;
    let mut chars = text.chars();
    chars.next().filter(|c| chars.next().is_none() && !private(*c))
}

fn private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// Maps of bad programs give zeros and replacement characters for what they do not know.
fn is_character(text: &BfString) -> bool {
    match text {
        BfString::Char(c) => !matches!(c, '\0' | '\u{FFFD}' | '\u{FFFF}'),
        BfString::String(text) => !text.is_empty() && !text.contains(['\0', '\u{FFFD}']),
    }
}
