#!/usr/bin/env python3
"""Cuts the two bundled weights out of Noto Sans CJK.

Needs fonttools, and Debian's `fonts-noto-cjk` and `unicode-data` (or their files elsewhere):

    python3 assets/fonts/cut.py [--noto DIR] [--unihan DIR]

Same sources, same bytes: nothing of the day of cutting goes in.
"""

import argparse
import bz2
import pathlib
import unicodedata

from fontTools import subset
from fontTools.ttLib import TTCollection

HERE = pathlib.Path(__file__).resolve().parent
ASSETS = HERE.parent
FACE = "Noto Sans CJK SC"

# What a window and a chart draw beside text. A mark that the font lacks is printed at the end.
MARKS = (
    "●○◐◑◇◆▲△▼▽◀◁▶▷■□▪▫◼◻▾▸▴◂▼◎★☆✓✔✕✖✗×÷±⇄⇅⇆↶↷↺↻←↑→↓↔↕↖↗↘↙⌕☾☀⚙🔒🔓🔍"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ"
    "≥≤≠≈≡∞∶∑∏√∝∠∥∩∪∴∵⊕⊙−–—―…⋯·•‧∙・°′″‰‱℃℉№℡㎡㎏㎜㎝㎞㏄€£¥￥$¢§¶†‡©®™¹²³⁴⁰½¼¾⅓⅔"
    "─│┌┐└┘├┤┬┴┼━┃╱╲█▓▒░▁▂▃▄▅▆▇␣⏎⌫⇧⌘⌥⊞⚠⚑⚐⛔⬅➡⬆⬇�"
)
# Letters of pinyin with tones, in both cases.
PINYIN = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêḿńňǹĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙǕǗǙǛÜÊ"
# Whole blocks: Latin, CJK punctuation, full and half widths. GB 2312 brings Greek, Cyrillic, kana and bopomofo.
BLOCKS = [(0x20, 0x7E), (0xA0, 0xFF), (0x3000, 0x303F), (0xFE30, 0xFE4F), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6)]
# Layout that nothing here asks for is left out: only positions of marks on letters stay.
FEATURES = ["ccmp", "mark", "mkmk"]


def gb2312():
    """All characters of GB 2312: 6,763 Chinese ones and the signs before them."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row, cell]).decode("gb2312")
            except UnicodeDecodeError:
                continue


def unihan(folder, file, key):
    """(character, value) for each line of a Unihan file that has `key`."""
    with bz2.open(folder / f"{file}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3 and fields[1] == key:
                yield chr(int(fields[0][2:], 16)), fields[2]


def wanted(folder):
    """Every character to keep."""
    common = set(gb2312())
    table = {character for character, value in unihan(folder, "Unihan_OtherMappings", "kTGH") if value.startswith("2013:")}
    assert len(table) == 8105, len(table)
    keep = common | table
    for character, value in unihan(folder, "Unihan_Variants", "kTraditionalVariant"):
        if character in keep:
            keep.update(chr(int(code[2:], 16)) for code in value.split())
    for line in (ASSETS / "chinese/ts_characters.tsv").read_text(encoding="utf-8").splitlines():
        traditional, simplified = line.split("\t")
        if simplified in keep:
            keep.add(traditional)
    for text in [*ASSETS.glob("divisions/*.csv"), *ASSETS.glob("i18n/*/*.ftl"), *ASSETS.glob("catalogue/**/*.t*")]:
        keep.update(text.read_text(encoding="utf-8"))
    for first, last in BLOCKS:
        keep.update(map(chr, range(first, last + 1)))
    keep.update(MARKS, PINYIN)
    return {c for c in keep if unicodedata.category(c)[0] != "C"}


def cut(source, characters, target):
    """Writes one weight; returns the characters that it does not have."""
    faces = TTCollection(source, lazy=True)
    font = next(face for face in faces.fonts if face["name"].getDebugName(1) == FACE and face["OS/2"].usWeightClass in (400, 700))
    font.recalcTimestamp = False
    cmap = font.getBestCmap()
    options = subset.Options()
    options.hinting = False
    options.desubroutinize = False
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx", "DSIG", "GPOS", "GSUB"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=map(ord, characters))
    subsetter.subset(font)
    # The font has no sign for bytes that were no text; the printers' sign for a missing letter stands for it.
    for table in font["cmap"].tables:
        if ord("〓") in table.cmap:
            table.cmap[0xFFFD] = table.cmap[ord("〓")]
    font.save(target, reorderTables=False)
    return sorted(c for c in characters - {"\uFFFD"} if ord(c) not in cmap)


def main():
    """Cuts both weights and says what is not in them."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--noto", type=pathlib.Path, default="/usr/share/fonts/opentype/noto")
    args.add_argument("--unihan", type=pathlib.Path, default="/usr/share/unicode")
    args = args.parse_args()
    characters = wanted(args.unihan)
    for weight in ("Regular", "Bold"):
        target = HERE / f"NotoSansCJKsc-{weight}.otf"
        missing = cut(args.noto / f"NotoSansCJK-{weight}.ttc", characters, target)
        print(f"{target.name}: {target.stat().st_size:,} bytes, {len(characters) - len(missing):,} characters")
        print("not in it:", " ".join(f"{c} U+{ord(c):04X}" for c in missing))


if __name__ == "__main__":
    main()
