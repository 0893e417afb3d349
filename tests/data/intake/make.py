"""Makes the files of this folder from report.txt: see README.md. Needs python-docx, reportlab, fpdf2, pandoc and LibreOffice.

Usage: python3 make.py FONT.ttf    (any TrueType font with the characters of the report)
"""

import datetime
import email.policy
import re
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from fpdf import FPDF
from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

HERE = Path(__file__).parent
REPORT, WORD = HERE / "report", HERE / "word"
LINES = [line for line in (REPORT / "report.txt").read_text("utf-8").splitlines() if line]
CELLS = LINES.index("项目"), LINES.index("15件") + 1
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def level(line):
    if line == LINES[0]:
        return 0
    return 1 if re.match("[一二三四]、", line) else 2 if line.startswith("（") and len(line) < 30 else None


def body(document):
    for i, line in enumerate(LINES):
        if i == CELLS[0]:
            cells = LINES[slice(*CELLS)]
            table = document.add_table(len(cells) // 3, 3)
            for at, text in enumerate(cells):
                table.cell(at // 3, at % 3).text = text
        if CELLS[0] <= i < CELLS[1]:
            continue
        if level(line) is None:
            document.add_paragraph(line)
        else:
            document.add_heading(line, level(line))


def save(document, path):
    document.core_properties.title = LINES[0]
    document.core_properties.author = "云溪市司法局"
    document.save(path)


def office(source, kind, target):
    subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", "/tmp/made", source], check=True,
                   stdout=subprocess.DEVNULL)
    made = Path("/tmp/made") / (source.stem + "." + kind.split(":")[0])
    target.write_bytes(made.read_bytes())


def markdown():
    out = []
    for i, line in enumerate(LINES):
        if CELLS[0] <= i < CELLS[1]:
            row = (i - CELLS[0]) // 3
            if (i - CELLS[0]) % 3 == 0:
                cells = LINES[CELLS[0] + row * 3:CELLS[0] + row * 3 + 3]
                out.append("| " + " | ".join(cells) + " |" + ("\n|---|---|---|" if row == 0 else ""))
            continue
        if i == CELLS[1]:
            out.append("")
        mark = "" if level(line) is None else "#" * (level(line) + 1) + " "
        out.append(mark + line + "\n")
    return "\n".join(out)


def page(charset):
    parts = []
    for i, line in enumerate(LINES):
        if i == CELLS[0]:
            parts.append("<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>" for r in rows()) + "</table>")
        if not CELLS[0] <= i < CELLS[1]:
            tag = "p" if level(line) is None else f"h{level(line) + 1}"
            parts.append(f"<{tag}>{line}</{tag}>")
    return (f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>{LINES[0]}</title></head>\n<body>\n'
            '<div class="nav"><a href="/">首页</a> <a href="/gk">政务公开</a></div>\n<div class="TRS_Editor">\n'
            + "\n".join(parts) + '\n</div>\n<div class="footer">版权所有：云溪市人民政府 网站地图</div>\n</body></html>\n')


def mht(encoding, charset, target):
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = "<Saved by a browser>"
    message["Subject"] = "report"
    message["MIME-Version"] = "1.0"
    message.make_related()
    html = EmailMessage(policy=email.policy.SMTP)
    html.set_content(page(charset).encode(charset), "text", "html", cte=encoding)
    html.replace_header("Content-Type", f'text/html; charset="{charset}"')
    html["Content-Location"] = "http://yunxi.example/report.html"
    message.attach(html)
    message.add_related(b"GIF89a", "image", "gif", cid="<1@yunxi.example>")
    target.write_bytes(message.as_bytes())


def rows():
    cells = LINES[slice(*CELLS)]
    return [cells[at:at + 3] for at in range(0, len(cells), 3)]


def reportlab(target, font):
    rl_config.invariant = 1
    pdfmetrics.registerFont(TTFont("T", font))
    style = lambda **more: ParagraphStyle("p", fontName="T", fontSize=14, leading=24, wordWrap="CJK", **more)
    flow = []
    for i, line in enumerate(LINES):
        if i == CELLS[0]:
            flow.append(Table(rows(), style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), "T", 12)]))
        if CELLS[0] <= i < CELLS[1]:
            continue
        more = dict(alignment=1) if i == 0 else dict(alignment=2) if i + 2 >= len(LINES) else dict(firstLineIndent=28)
        flow.append(Paragraph(line, style(**more)))
    SimpleDocTemplate(str(target), title=LINES[0], leftMargin=80, rightMargin=80).build(flow)


def fpdf2(target, font):
    p = FPDF()
    p.set_margin(25)
    p.add_page()
    p.add_font("t", "", font)
    for i, line in enumerate(LINES):
        p.set_font("t", "", 20 if i == 0 else 14)
        if i == CELLS[0]:
            with p.table(first_row_as_headings=False) as table:
                for row in rows():
                    table.row(row)
            p.ln(4)
        if CELLS[0] <= i < CELLS[1]:
            continue
        align = "C" if i == 0 else "R" if i + 2 >= len(LINES) else "J"
        p.multi_cell(0, 9, line, align=align, new_x="LMARGIN", new_y="NEXT")
        p.ln(4)
    p.set_creation_date(datetime.datetime(2025, 1, 16, tzinfo=datetime.timezone.utc))
    p.output(target)


NUMBERING = f"""<w:abstractNum {W} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>"""


def numbered(document):
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING))
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for at, text in [(0, "主要工作"), (1, "加强领导"), (2, "压实责任。"), (2, "考核述法。"), (1, "严格执法"), (0, "存在问题"), (1, "队伍不足")]:
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{at}"/><w:numId w:val="77"/></w:numPr>'))


def tracked(document):
    paragraph = document.add_paragraph("全年办结案件")
    for xml in [
        f'<w:del {W} w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>45</w:delText></w:r></w:del>',
        f'<w:ins {W} w:id="2" w:author="a" w:date="2025-01-01T00:00:00Z"><w:r><w:t>54</w:t></w:r></w:ins>',
        f'<w:r {W}><w:t>件</w:t></w:r>',
        f'<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>此句隐藏</w:t></w:r>',
        f'<w:r {W}><w:t>，见</w:t></w:r>',
        f'<w:r {W}><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r {W}><w:instrText xml:space="preserve"> HYPERLINK "http://yunxi.example" </w:instrText></w:r>',
        f'<w:r {W}><w:fldChar w:fldCharType="separate"/></w:r>',
        f'<w:r {W}><w:t>附表</w:t></w:r>',
        f'<w:r {W}><w:fldChar w:fldCharType="end"/></w:r>',
        f'<w:r {W}><w:t>。</w:t><w:br/><w:t>另起一行。</w:t></w:r>',
    ]:
        paragraph._p.append(parse_xml(xml))
    table = document.add_table(2, 3)
    table.cell(0, 0).text = "项目"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "两年"
    for at, text in enumerate(["收案", "甲", "乙"]):
        table.cell(1, at).text = text


def main():
    report = docx.Document()
    body(report)
    save(report, REPORT / "python-docx.docx")
    office(REPORT / "python-docx.docx", "doc", REPORT / "libreoffice.doc")
    office(REPORT / "python-docx.docx", "rtf", REPORT / "libreoffice.rtf")
    office(REPORT / "libreoffice.doc", "docx", REPORT / "libreoffice.docx")
    office(REPORT / "python-docx.docx", "pdf", REPORT / "libreoffice.pdf")
    reportlab(REPORT / "reportlab.pdf", sys.argv[1])
    fpdf2(REPORT / "fpdf2.pdf", sys.argv[1])
    (REPORT / "hand.md").write_text(markdown(), "utf-8")
    (REPORT / "hand.html").write_text(page("utf-8"), "utf-8")
    (REPORT / "hand-gbk.html").write_bytes(page("gb2312").encode("gbk"))
    mht("quoted-printable", "gb2312", REPORT / "python-quoted.mht")
    mht("base64", "utf-8", REPORT / "python-base64.mhtml")
    for kind, flag in [("docx", []), ("rtf", ["-s"]), ("html", ["-s"])]:
        subprocess.run(["pandoc", *flag, "-f", "markdown-auto_identifiers-fancy_lists", "-t", kind, "-o",
                        REPORT / f"pandoc.{kind}", REPORT / "hand.md"], check=True)
    for name, make in [("numbered", numbered), ("tracked", tracked)]:
        made = docx.Document()
        make(made)
        made.save(WORD / f"{name}.docx")
        office(WORD / f"{name}.docx", "doc", WORD / f"{name}.doc")
        office(WORD / f"{name}.docx", "rtf", WORD / f"{name}.rtf")


if __name__ == "__main__":
    sys.exit(main())
