"""Files damaged at random: read, or refused with a sentence; never a fault. The seed is fixed."""

import random
import zipfile
from io import BytesIO

import pytest

from thidua.kit.files.extract import Unreadable, extract
from thidua.kit.files.tests import made
from thidua.kit.files.tests.made import para, table

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
OUTLINE = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
WORD = made.docx(
    table([para("UBND TỈNH TÂN GIANG"), para("CỘNG HÒA")])
    + para("Mục đích", properties=NUMBERED, font=".VnTime"),
    numbering=OUTLINE,
    styles='<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:basedOn w:val="N"/></w:style>',
)
SOUND = {
    "docx": WORD,
    "pdf": made.pdf(made.PLAN, made.PLAN),
    "tcvn3": made.tcvn3("\n".join(made.PLAN).lower()).encode("cp1252"),
    "utf-8": "\n".join(made.PLAN).encode(),
}


def damaged(data, chance):
    """A few bytes changed, taken out, doubled, or the end cut off."""
    data = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        if len(data) < 9:
            break
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randrange(40)]
            case 2:
                data[at:at] = data[at : at + chance.randrange(60)]
            case _:
                data = data[: max(at, len(data) // 2)]
    return bytes(data)


def repacked(package, chance):
    """The same container with one part damaged: what checksums would catch otherwise."""
    with zipfile.ZipFile(BytesIO(package)) as parts:
        files = {name: parts.read(name) for name in parts.namelist()}
    name = chance.choice(sorted(files))
    return made.zipped(files | {name: damaged(files[name], chance)})


@pytest.mark.parametrize("kind", [*SOUND, "parts"])
def test_damaged_files_never_cause_a_fault(kind):
    chance = random.Random(kind)
    outcomes = set()
    for _ in range(150):
        data = repacked(WORD, chance) if kind == "parts" else damaged(SOUND[kind], chance)
        try:
            outcomes.add(extract(data, "a").kind)
        except Unreadable as no:
            outcomes.add(no.message[-1])

    assert "." in outcomes or kind == "tcvn3"
    assert outcomes - {"."}
