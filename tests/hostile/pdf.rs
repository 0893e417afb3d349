//! PDF files: objects in circles, streams that swell, nesting, and tables that lie.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::case::{Case, PARAGRAPHS, cuts};

/// A file of objects, numbered from 1, the first the catalogue, with a true table of where they stand.
fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", number + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    let size = objects.len() + 1;
    bytes.extend(format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n").bytes());
    bytes
}

fn stream(facts: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<<{facts}/Length {}>>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut to = ZlibEncoder::new(Vec::new(), Compression::new(1));
    to.write_all(bytes).unwrap();
    to.finish().unwrap()
}

/// Objects of one page with this content, in a font of Chinese characters that is in no file.
fn page(content: Vec<u8>) -> Vec<Vec<u8>> {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 8 0 R>>>>>>";
    let font = "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>";
    let below = "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 7 0 R\
                 /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>";
    let facts = "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0\
                 /Ascent 800/Descent -200/CapHeight 700/StemV 80>>";
    let form = stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"");
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        text("<</Type/Catalog/Pages 2 0 R>>"),
        text("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        text(page),
        content,
        text(font),
        text(below),
        text(facts),
        form,
    ]
}

fn lines() -> Vec<u8> {
    let line = |(number, text): (usize, &&str)| {
        let hex: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        format!("BT /F 12 Tf 1 0 0 1 72 {} Tm <{hex}> Tj ET\n", 780 - 24 * number)
    };
    PARAGRAPHS.iter().enumerate().map(line).collect::<String>().into_bytes()
}

pub fn good() -> Vec<u8> {
    file(&page(stream("", &lines())), "")
}

fn with(content: &[u8]) -> Vec<u8> {
    file(&page(stream("/Filter/FlateDecode", &packed(content))), "")
}

fn changed(change: impl Fn(&mut Vec<Vec<u8>>)) -> Vec<u8> {
    let mut objects = page(stream("", &lines()));
    change(&mut objects);
    file(&objects, "")
}

fn replaced(number: usize, object: &str) -> Vec<u8> {
    changed(|objects| objects[number - 1] = object.as_bytes().to_vec())
}

pub fn cases() -> Vec<Case> {
    let mut cases = cuts("pdf", &good());
    cases.extend(circles());
    cases.extend(sizes());
    cases.extend(structure());
    cases
}

fn circles() -> Vec<Case> {
    let form = |other: usize| {
        let facts = format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {other} 0 R>>>>");
        stream(&facts, b"/X Do ")
    };
    let drawn = |last: &dyn Fn(&mut Vec<Vec<u8>>)| {
        changed(|objects| {
            objects[3] = stream("", b"/X Do");
            last(objects);
        })
    };
    let prev = file(&page(stream("", &lines())), "/Prev 9");
    let itself = format!("/Prev {}", good().windows(4).position(|window| window == b"xref").unwrap());
    vec![
        Case::either("kids in a circle.pdf", replaced(2, "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>")),
        Case::either("a parent of itself.pdf", replaced(2, "<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1>>")),
        Case::either(
            "a page that is its own child.pdf",
            replaced(3, "<</Type/Pages/Parent 3 0 R/Kids[3 0 R]/Count 1>>"),
        ),
        Case::either("a form that draws itself.pdf", drawn(&|objects| objects[7] = form(8))),
        Case::either(
            "forms that draw each other.pdf",
            drawn(&|objects| {
                objects[7] = form(9);
                objects.push(form(8));
            }),
        ),
        Case::either("a font of itself.pdf", replaced(6, "6 0 R")),
        Case::either(
            "a font whose parts are itself.pdf",
            replaced(5, "<</Type/Font/Subtype/Type0/Encoding 5 0 R/DescendantFonts[5 0 R]>>"),
        ),
        Case::either("a length of itself.pdf", replaced(4, "<</Length 4 0 R>>\nstream\nBT ET\nendstream")),
        Case::either("tables in a circle.pdf", file(&page(stream("", &lines())), &itself)),
        Case::either("a table that is none.pdf", prev),
    ]
}

fn sizes() -> Vec<Case> {
    let zeros = packed(&vec![b' '; 200 << 20]);
    let twice = packed(&zeros);
    let kids = "3 0 R ".repeat(200_000);
    let map = "begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange \
               1 beginbfrange <00000000> <FFFFFFFF> <4E00> endbfrange endcmap";
    vec![
        Case::either("200 MB of blanks.pdf", file(&page(stream("/Filter/FlateDecode", &zeros)), "")),
        Case::either("packed twice.pdf", file(&page(stream("/Filter[/FlateDecode/FlateDecode]", &twice)), "")),
        Case::either(
            "packed a thousand times.pdf",
            file(&page(stream(&format!("/Filter[{}]", "/ASCIIHexDecode".repeat(1000)), &lines())), ""),
        ),
        Case::either(
            "200,000 times the same page.pdf",
            replaced(2, &format!("<</Type/Pages/Kids[{kids}]/Count 200000>>")),
        ),
        Case::either("a count that lies.pdf", replaced(2, "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>")),
        Case::either(
            "a map of all codes.pdf",
            changed(|objects| {
                objects[4] =
                    b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 9 0 R/DescendantFonts[6 0 R]>>".to_vec();
                objects.push(stream("", map.as_bytes()));
            }),
        ),
        Case::either("a million characters.pdf", with(&lines().repeat(5000))),
        Case::either("a million saved states.pdf", with(&b"q ".repeat(1_000_000))),
        Case::either("a million paths.pdf", with(&b"0 0 m 9 9 l S ".repeat(500_000))),
        Case::either(
            "a page of the size of the world.pdf",
            replaced(
                3,
                "<</Type/Page/Parent 2 0 R/MediaBox[-1e38 -1e38 1e38 1e38]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            ),
        ),
    ]
}

fn structure() -> Vec<Case> {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(200_000), close.repeat(200_000));
    let locked = "/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>\
                  /U<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697B>>>/ID[<01><01>]";
    let image =
        stream("/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray", &[7; 64]);
    let whole = good();
    let table = whole.windows(9).position(|window| window == b"startxref").unwrap();
    let mut headless = whole.clone();
    headless[..5].copy_from_slice(b"%XXX-");
    vec![
        Case::either("arrays 200,000 deep.pdf", replaced(7, &deep("[", "]"))),
        Case::either("dictionaries 200,000 deep.pdf", replaced(7, &deep("<</A", ">>"))),
        Case::either("arrays 200,000 deep in a page.pdf", with(deep("[", "] TJ").as_bytes())),
        Case::either("brackets 200,000 deep.pdf", with(format!("BT {} Tj", deep("(", ")")).as_bytes())),
        Case::refused("behind a password.pdf", file(&page(stream("", &lines())), locked)),
        Case::refused("no pages.pdf", replaced(2, "<</Type/Pages/Kids[]/Count 0>>")),
        Case::refused(
            "a scan.pdf",
            changed(|objects| {
                objects[3] = stream("", b"q 595 0 0 842 0 0 cm /X Do Q");
                objects[7] = image.clone();
            }),
        ),
        Case::refused("an empty page.pdf", with(b"")),
        Case::refused("only a head.pdf", b"%PDF-1.7\n"),
        Case::either("no table.pdf", &whole[..table]),
        Case::either("a head behind a kilobyte.pdf", [&[b' '; 900][..], &whole].concat()),
        Case::either("no head.pdf", headless),
        Case::either("a catalogue that is a number.pdf", replaced(1, "42")),
        Case::either(
            "operators that are none.pdf",
            with(&b"BT /F 1e999 Tf -99999999999999999999 NaN Td <ZZ> Tj ET BI ID EI ".repeat(5000)),
        ),
    ]
}
