//! Pages that are deep, endless, or all mark-up.

use crate::case::{Case, PARAGRAPHS, SENTENCE, cuts};

pub fn good() -> Vec<u8> {
    page(&PARAGRAPHS.map(|text| format!("<p>{text}</p>")).concat())
}

fn page(body: &str) -> Vec<u8> {
    format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{}</title></head>\n<body>{body}</body></html>\n",
        PARAGRAPHS[0]
    )
    .into_bytes()
}

pub fn cases() -> Vec<Case> {
    let mut cases = cuts("html", &good());
    cases.extend(deep());
    cases.extend(long());
    cases.extend(odd());
    cases
}

fn deep() -> Vec<Case> {
    let nested = |tag: &str, depth: usize| page(&(format!("<{tag}>").repeat(depth) + SENTENCE));
    vec![
        Case::either("divs 1,000 deep.html", nested("div", 1_000)),
        Case::either("divs 100,000 deep.html", nested("div", 100_000)),
        Case::either("divs 2,000,000 deep.html", nested("div", 2_000_000)),
        Case::either("tables 50,000 deep.html", nested("table><tr><td", 50_000)),
        Case::either("lists 100,000 deep.html", nested("ul><li", 100_000)),
        Case::either("bold 500,000 deep.html", nested("b", 500_000)),
        Case::either("templates 100,000 deep.html", nested("template", 100_000)),
        Case::either("forms in selects.html", nested("select><form><option", 50_000)),
        Case::either("closed and never opened.html", page(&("</div></p></table>".repeat(500_000) + SENTENCE))),
        Case::either("crossed.html", page(&("<b><i><p>一</b></i>".repeat(100_000) + SENTENCE))),
    ]
}

fn long() -> Vec<Case> {
    let attributes: String = (0..200_000).map(|n| format!(" a{n}=\"{n}\"")).collect();
    vec![
        Case::either("200,000 attributes.html", page(&format!("<p{attributes}>{SENTENCE}</p>"))),
        Case::either("an attribute of 10 MB.html", page(&format!("<p a=\"{}\">{SENTENCE}", "x".repeat(10 << 20)))),
        Case::either("a tag of 10 MB.html", page(&format!("<{}>{SENTENCE}", "x".repeat(10 << 20)))),
        Case::either("a million breaks.html", page(&("<br>".repeat(1_000_000) + SENTENCE))),
        Case::either("a million lines.html", page(&"<p>行政复议1件</p>".repeat(1_000_000))),
        Case::either("300,000 cells.html", page(&format!("<table>{}</table>", "<tr><td>1<td>2<td>3".repeat(100_000)))),
        Case::either("cells that span all.html", page(&spans())),
        Case::either("20 MB in one line.html", page(&"全年办结行政复议案件1件，".repeat(540_000))),
        Case::either("40 MB of mark-up.html", page(&"<i></i>".repeat(6_000_000))),
        Case::either("less than.html", page(&"<".repeat(5_000_000))),
        Case::either("and.html", page(&"&".repeat(5_000_000))),
        Case::either("entities.html", page(&"&amp;&lt;&nbsp;&#x7532;".repeat(300_000))),
        Case::refused("65 MB.html", page(&"<p>法".repeat(12_000_000))),
    ]
}

fn spans() -> String {
    "<table>".to_owned() + &"<tr><td rowspan=65534 colspan=1000>一</td></tr>".repeat(3000) + "</table>"
}

fn odd() -> Vec<Case> {
    let laughs = "<!DOCTYPE html [<!ENTITY a \"法\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><html><body><p>&b;";
    vec![
        Case::either("a comment without end.html", page(&format!("<!--{}", SENTENCE.repeat(50_000)))),
        Case::either("a script without end.html", page(&format!("<script>{}", SENTENCE.repeat(50_000)))),
        Case::either("a style without end.html", page(&format!("<style>{}", "a{}".repeat(500_000)))),
        Case::either("a title without end.html", format!("<html><head><title>{}", SENTENCE.repeat(50_000))),
        Case::either("plain text without end.html", page(&format!("<plaintext>{}", "</p>".repeat(100_000)))),
        Case::either("comments in comments.html", page(&"<!--<!--".repeat(300_000))),
        Case::either(
            "numbers that are no characters.html",
            page(&"&#x110000;&#xD800;&#0;&#99999999999;".repeat(20_000)),
        ),
        Case::either("entities of its own.html", laughs),
        Case::either("zeros between.html", good().iter().flat_map(|byte| [*byte, 0]).collect::<Vec<u8>>()),
        Case::either(
            "an encoding that lies.html",
            page("<meta charset=utf-16>").into_iter().chain(good()).collect::<Vec<u8>>(),
        ),
        Case::refused(
            "no text.html",
            page("<img src=x><script>1</script>").into_iter().filter(u8::is_ascii).collect::<Vec<u8>>(),
        ),
        Case::either("only a menu.html", page(&"<a href=x>首页</a>".repeat(200_000))),
    ]
}
