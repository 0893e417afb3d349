//! What a group is for, by the control word that opens it.

/// Where the text of a group goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The text of the document.
    Body,
    /// Nowhere: pictures, instructions of fields, headers.
    Nowhere,
    /// Nowhere but for the text inside the shape.
    Shape,
    /// The font table.
    Fonts,
    /// The style sheet.
    Styles,
    /// The properties of the document, in which each group is one.
    Info,
    /// One of them, by its name in the files of later versions.
    Fact(&'static str),
    /// The automatic number of the paragraph.
    Number,
}

/// What holds inside a group; a copy of what holds around it until it changes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) target: Target,
    /// Characters after a Unicode character that say the same for old programs.
    pub(super) fallback: u32,
    pub(super) font: Option<i32>,
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    /// It opened the text of a shape, which is no part of the paragraph around.
    pub(super) boxed: bool,
}

impl Group {
    /// What holds at the start of a file.
    pub(super) const START: Self =
        Self { target: Target::Body, fallback: 1, font: None, hidden: false, deleted: false, boxed: false };
}

/// The target of a group that opens with `word`, and what to say is not read; `None` where the word opens none.
pub(super) fn opened(word: &[u8], within: Target) -> Option<(Target, Option<&'static str>)> {
    let target = match (word, within) {
        (b"shptxt", Target::Shape) => Target::Body,
        (_, Target::Nowhere | Target::Shape) => return None,
        (b"title", Target::Info) => Target::Fact("dc:title"),
        (b"author", Target::Info) => Target::Fact("dc:creator"),
        (b"creatim", Target::Info) => Target::Fact("dcterms:created"),
        (b"revtim", Target::Info) => Target::Fact("dcterms:modified"),
        // The same once more, in Unicode.
        (b"ud", _) => within,
        (b"fonttbl", _) => Target::Fonts,
        (b"stylesheet", _) => Target::Styles,
        (b"info", _) => Target::Info,
        (b"listtext" | b"pntext", _) => Target::Number,
        (b"shpinst", _) => Target::Shape,
        (b"footnote", _) => return Some((Target::Nowhere, Some("footnotes"))),
        (b"pict" | b"shppict", _) => return Some((Target::Nowhere, Some("pictures"))),
        (b"objdata" | b"objclass" | b"objname", _) => return Some((Target::Nowhere, Some("objects"))),
        (word, _) if is_unshown(word) => Target::Nowhere,
        _ => return None,
    };
    Some((target, None))
}

/// Groups without an asterisk whose text is not of the document.
fn is_unshown(word: &[u8]) -> bool {
    matches!(
        word,
        b"colortbl"
            | b"header"
            | b"headerl"
            | b"headerr"
            | b"headerf"
            | b"footer"
            | b"footerl"
            | b"footerr"
            | b"footerf"
            | b"fldinst"
            | b"listtable"
            | b"listoverridetable"
            | b"filetbl"
            | b"revtbl"
            | b"annotation"
            | b"atnid"
            | b"atnauthor"
            | b"atrfstart"
            | b"atrfend"
            | b"bkmkstart"
            | b"bkmkend"
            | b"nonshppict"
            | b"nonesttables"
            | b"shprslt"
            | b"shpgrp"
            | b"pnseclvl"
            | b"pntxta"
            | b"pntxtb"
            | b"xe"
            | b"tc"
            | b"rxe"
            | b"operator"
            | b"subject"
            | b"keywords"
            | b"comment"
            | b"doccomm"
            | b"company"
    )
}
