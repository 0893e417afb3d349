"""Makes the PDF files of this folder from one invented report. Needs reportlab, fpdf2, fontTools, python-docx and LibreOffice.

Usage: python3 make.py FONT.ttf    (any TrueType font with the characters of the report)
"""
import subprocess, sys, tempfile, os, zlib
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from fpdf import FPDF
from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table

rl_config.invariant = 1
TITLE = "丁溪县2023年法治政府建设年度报告"
LINES = open("report.txt", encoding="utf-8").read().splitlines()
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
pdfmetrics.registerFont(TTFont("T", sys.argv[1]))


def style(font, size, indent=2, **more):
    return ParagraphStyle("p", fontName=font, fontSize=size, leading=size * 1.6, firstLineIndent=size * indent, wordWrap="CJK", **more)


def report(name, font, columns=1, size=14, edges=True):
    def edge(c, doc):
        if edges:
            c.setFont(font, 9)
            c.drawString(80, 800, "丁溪县人民政府公报")
            c.drawCentredString(297, 40, "— %d —" % doc.page)
    width = (435 - (columns - 1) * 24) / columns
    frames = [Frame(80 + i * (width + 24), 90 if columns == 1 else 500, width, 660 if columns == 1 else 250, 0, 0, 0, 0) for i in range(columns)]
    doc = BaseDocTemplate(name, pagesize=(595, 842), title=TITLE, author="丁溪县司法局", compression=1)
    doc.pageCompression = 1
    doc.addPageTemplates([PageTemplate(frames=frames, onPage=edge)])
    title = style(font, 20 if columns == 1 else 14, 0, alignment=1)
    doc.build([Paragraph(LINES[0], title)] + [Paragraph(line, style(font, size)) for line in LINES[1:]])


def word(name):
    d = Document()
    for i, line in enumerate(LINES):
        p = d.add_paragraph()
        r = p.add_run(line)
        r.font.size = Pt(16)
        r.font.name = "Droid Sans Fallback"
        r._element.rPr.rFonts.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia", "Droid Sans Fallback")
        p.paragraph_format.first_line_indent = Pt(32)
        p.paragraph_format.space_after = Pt(0)
        if i == 0:
            r.font.size = Pt(22)
            p.alignment = WD_ALIGN_PARAGRAPH.CENTER
            p.paragraph_format.first_line_indent = Pt(0)
    with tempfile.TemporaryDirectory() as folder:
        d.save(os.path.join(folder, name + ".docx"))
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", ".", os.path.join(folder, name + ".docx")], check=True, stdout=subprocess.DEVNULL)


def table(name):
    c = canvas.Canvas(name, pagesize=(595, 842))
    c.setFont("STSong-Light", 12)
    c.drawString(104, 760, "丁溪县2023年行政执法情况如下表所示，数据截至年底。")
    rows = [["项目", "2022年", "2023年"], ["行政检查（次）", "1250", "1038"], ["行政处罚（件）", "86", "73"]]
    t = Table(rows, colWidths=[140, 100, 100], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), "STSong-Light", 11)])
    t.wrapOn(c, 400, 400)
    t.drawOn(c, 104, 660)
    c.drawString(104, 620, "以上数据由丁溪县司法局提供。")
    c.save()


def odd(name):
    """Bold type by drawing twice, a clipped line, a radical, a watermark, a turned page and hidden text."""
    c = canvas.Canvas(name, pagesize=(595, 842))
    c.setFont("T", 14)
    for dx in (0, 0.4):
        c.drawString(80 + dx, 700, "重点工作")
    c.saveState()
    p = c.beginPath()
    p.rect(80, 500, 300, 30)
    c.clipPath(p, stroke=0)
    c.drawString(80, 300, "被裁掉的文字不显示")
    c.restoreState()
    c.drawString(80, 660, "\u2f00、全年办结案件12件")
    c.saveState()
    c.translate(300, 400)
    c.rotate(45)
    c.drawString(0, 0, "内部资料")
    c.restoreState()
    c.showPage()
    c.setPageSize((842, 595))
    c.setFont("T", 14)
    c.translate(842, 0)
    c.rotate(90)
    c.drawString(80, 700, "此页横向排版，文字自下而上")
    c.save()


def scan(name, layer, pages=1, text_page=False):
    from reportlab.lib.utils import ImageReader
    from PIL import Image
    c = canvas.Canvas(name, pagesize=(595, 842))
    for _ in range(pages):
        c.drawImage(ImageReader(Image.new("L", (8, 8), 230)), 0, 0, 595, 842)
        if layer:
            t = c.beginText(80, 700)
            t.setFont("STSong-Light", 14)
            t.setTextRenderMode(3)
            t.textLine("丁溪县扫描件的识别文字共二十字以上")
            c.drawText(t)
        c.showPage()
    if text_page:
        c.setFont("STSong-Light", 14)
        c.drawString(80, 700, "第二页有文字层，办结案件十二件，其余略。")
        c.showPage()
    c.save()


def gbk(name):
    """By hand: a GBK-EUC-H font that is not embedded and has no ToUnicode map."""
    text = ["丁溪县共办结行政复议案件12件。", "纠错率为8.3%，无一败诉。"]
    body = "BT /F1 14 Tf 100 700 Td " + " 0 -24 Td ".join("<%s> Tj" % line.encode("gbk").hex() for line in text) + " ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 6 0 R>>",
        "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[5 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 7 0 R>>",
        "<</Length %d>>stream\n%s\nendstream" % (len(body), body),
        "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for i, o in enumerate(objects, 1):
        places.append(len(out))
        out += ("%d 0 obj\n%s\nendobj\n" % (i, o)).encode()
    start = len(out)
    out += ("xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)).encode() + b"".join(b"%010d 00000 n \n" % p for p in places)
    out += ("trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)).encode()
    open(name, "wb").write(out)


def plain(name):
    p = FPDF()
    p.set_margin(25)
    p.add_page()
    p.add_font("t", "", sys.argv[1])
    for i, line in enumerate(LINES):
        p.set_font("t", "", 20 if i == 0 else 14)
        p.multi_cell(0, 9, line, align="C" if i == 0 else "J", new_x="LMARGIN", new_y="NEXT")
        p.ln(4)
    p.set_creation_date(__import__("datetime").datetime(2024, 1, 1, tzinfo=__import__("datetime").timezone.utc))
    p.output(name)


def locked(name):
    from reportlab.lib.pdfencrypt import StandardEncryption
    c = canvas.Canvas(name, encrypt=StandardEncryption("secret", "owner"))
    c.drawString(80, 700, "locked")
    c.save()


report("reportlab-ttf.pdf", "T")
report("reportlab-unigb.pdf", "STSong-Light")
report("two-columns.pdf", "STSong-Light", 2, 10.5, False)
word("libreoffice")
plain("fpdf2.pdf")
table("table.pdf")
odd("odd.pdf")
gbk("gbk-euc-h.pdf")
scan("scan.pdf", False, 2)
scan("scan-with-layer.pdf", True)
scan("scan-in-part.pdf", False, 1, True)
locked("password.pdf")
