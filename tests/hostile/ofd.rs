//! OFD files (GB/T 33190): the same packages as Word's, with pages that lead astray.

use crate::case::{Case, PARAGRAPHS, SENTENCE, cuts};
use crate::docx::package;

const NAMESPACE: &str = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

/// A file with this list of pages and this content of the first.
fn file(root: &str, pages: &str, content: &str) -> Vec<u8> {
    let start = format!(
        "{HEAD}<ofd:OFD {NAMESPACE} Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID>\
         </ofd:DocInfo><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    );
    let document = format!(
        "{HEAD}<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>\
         </ofd:PageArea></ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
    );
    let page = format!(
        "{HEAD}<ofd:Page {NAMESPACE}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content>\
         <ofd:Layer ID=\"2\">{content}</ofd:Layer></ofd:Content></ofd:Page>"
    );
    package(&[
        ("OFD.xml", start.as_bytes()),
        ("Doc_0/Document.xml", document.as_bytes()),
        ("Doc_0/Pages/Page_0/Content.xml", page.as_bytes()),
    ])
}

fn line(number: usize, text: &str, deltas: &str) -> String {
    format!(
        "<ofd:TextObject ID=\"{}\" Boundary=\"20 {} 170 6\" Font=\"1\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" \
         DeltaX=\"{deltas}\">{text}</ofd:TextCode></ofd:TextObject>",
        number + 10,
        20 + number * 8
    )
}

const PAGE: &str = "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>";
const ROOT: &str = "Doc_0/Document.xml";

fn page(content: &str) -> Vec<u8> {
    file(ROOT, PAGE, content)
}

pub fn good() -> Vec<u8> {
    let lines = PARAGRAPHS.iter().enumerate();
    page(
        &lines
            .map(|(number, text)| line(number, text, &format!("g {} 4", text.chars().count() - 1)))
            .collect::<String>(),
    )
}

pub fn cases() -> Vec<Case> {
    let one = line(0, SENTENCE, "g 20 4");
    let deep = format!("{}{one}{}", "<ofd:PageBlock>".repeat(200_000), "</ofd:PageBlock>".repeat(200_000));
    let astray = |place: &str| file(ROOT, &format!("<ofd:Page ID=\"1\" BaseLoc=\"{place}\"/>"), &one);
    let image = "<ofd:ImageObject ID=\"3\" Boundary=\"0 0 210 297\" ResourceID=\"4\"/>";
    let mut cases = cuts("ofd", &good());
    cases.extend([
        Case::refused("blocks 200,000 deep.ofd", page(&deep)),
        Case::refused("a root of itself.ofd", file("OFD.xml", PAGE, &one)),
        Case::refused("a root from outside.ofd", file("../../../etc/passwd", PAGE, &one)),
        Case::refused("a page from outside.ofd", astray("../../../etc/passwd")),
        Case::refused("a page of the whole system.ofd", astray("/etc/passwd")),
        Case::either("a page that is the document.ofd", astray("Document.xml")),
        Case::refused("no page.ofd", file(ROOT, "", &one)),
        Case::either("200,000 times the same page.ofd", file(ROOT, &PAGE.repeat(200_000), &one)),
        Case::refused("a scan.ofd", page(image)),
        Case::either("steps without number.ofd", page(&line(0, SENTENCE, "g 4294967295 1"))),
        Case::either("steps without end.ofd", page(&line(0, SENTENCE, &"g 99 1e308 ".repeat(50_000)))),
        Case::either("300,000 pieces of text.ofd", page(&line(0, "一", "").repeat(300_000))),
        Case::either("a place beyond all places.ofd", page(&one.replace("20 20 170 6", "1e308 -1e308 NaN inf"))),
        Case::refused(
            "entities.ofd",
            package(&[("OFD.xml", b"<!DOCTYPE x [<!ENTITY a \"&a;&a;\">]><ofd:OFD>&a;</ofd:OFD>")]),
        ),
        Case::refused("200 MB of blanks.ofd", page(&" ".repeat(300 << 20))),
        Case::refused("no text.ofd", page("")),
    ]);
    cases
}
