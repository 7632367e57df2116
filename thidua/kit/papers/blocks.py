"""An official paper as a structure: what stands in it, not how it looks. `official` makes the four forms of it.

    paper = Paper(
        letterhead=Letterhead("Sở Văn hóa", parent="UBND tỉnh Tân Giang", symbol="BC-SVH", place="Tân Giang", year=2026),
        kind="Báo cáo",
        abstract="Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2026",
        blocks=(
            Heading(1, "Kết quả thực hiện", "I"),
            Paragraph(("Sở đã ban hành ", Span("07", ref="figure-3"), " văn bản.")),
        ),
        recipients=("Sở Nội vụ", "Lưu: VT"),
        signature=Signature("Giám đốc", "Nguyễn Văn An"),
    )

Words are given as people write them in a sentence; capitals, numbers' dots, semicolons and the closing mark are added
here, so that all forms agree.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from thidua.kit.papers import form
from thidua.vn.dates import long_date
from thidua.vn.fold import nfc

BLANK = "\u00a0" * 6
"""Room to write a number or a day by hand."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a sentence. `ref` names what they stand on; on the page they become a link to it."""

    text: str
    bold: bool = False
    italic: bool = False
    ref: str = ""


Text = str | Span | tuple["str | Span", ...]


def spans(text: Text) -> tuple[Span, ...]:
    """Any text as spans: NFC, without signs that no paper can hold."""
    parts = text if isinstance(text, tuple) else (text,)
    found = (Span(part) if isinstance(part, str) else part for part in parts)
    return tuple(replace(part, text=clean(part.text)) for part in found if part.text)


def plain(text: Text) -> str:
    return "".join(span.text for span in spans(text))


_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """NFC, without control signs, surrogates and non-characters, which would make a broken file."""
    return _UNFIT.sub("", nfc(text).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 "I. KẾT QUẢ", 2 "1. …", 3 "1.1. …", 4 "a) …"; the number comes from the outline, without dot."""

    level: Literal[1, 2, 3, 4]
    text: Text
    number: str = ""
    key: str = ""

    @property
    def label(self) -> str:
        """ "I. ", "a) "; empty without number."""
        if not self.number:
            return ""
        return f"{self.number} " if self.number.endswith((")", ".")) else f"{self.number}. "

    @property
    def words(self) -> tuple[Span, ...]:
        if self.level > 1:
            return spans(self.text)
        return tuple(replace(span, text=span.text.upper()) for span in spans(self.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    key: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: "- …", "+ …"."""

    text: Text
    mark: str = "-"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """ "Căn cứ …", in italics; ends with a semicolon."""

    text: Text
    key: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is still missing; says what. Printed in brackets so that nobody sends it by mistake."""

    text: Text
    key: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    share: float = 1.0
    """Of the width, against the other columns."""
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Table:
    columns: Sequence[Column]
    rows: Sequence[Sequence[Text]]
    title: str = ""
    total: bool = False
    """The last row is a sum, in bold."""
    key: str = ""
    row_keys: Sequence[str] = ()
    """On the page, what a link to a row names; as many as rows, or none."""

    def __post_init__(self) -> None:
        if len(self.row_keys) not in (0, len(self.rows)):
            raise ValueError(f"{len(self.rows)} keys of rows are needed, not {len(self.row_keys)}")
        uneven = [row for row in self.rows if len(row) != len(self.columns)]
        if uneven or not self.columns:
            raise ValueError(f"a row of {len(self.columns)} columns is needed, not {uneven[:1]}")

    @property
    def is_small(self) -> bool:
        """Stays on one page."""
        return len(self.rows) <= 8


Block = Heading | Paragraph | Item | Basis | Gap | Table


@dataclass(frozen=True, slots=True)
class Annex:
    """On a page of its own, with page numbers of its own. `number` ("I") only where there are several."""

    title: str
    blocks: Sequence[Block]
    number: str = ""
    reference: str = ""
    """ "Kèm theo Báo cáo số …"; the brackets are added."""
    landscape: bool = False

    @property
    def label(self) -> str:
        return f"{form.words('annex.label')} {self.number}".strip()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues. Without `day` the line leaves room for it; month and year where they are known."""

    issuer: str
    parent: str = ""
    number: str = ""
    symbol: str = ""
    """ "BC-SVH"; empty for papers without number."""
    place: str = ""
    day: date | None = None
    month: int | None = None
    year: int | None = None

    @property
    def number_line(self) -> str:
        """ "Số: 09/BC-SVH", "Số:       /BC-SVH"."""
        if not self.symbol:
            return ""
        number = self.number.strip()
        if number.isdecimal() and int(number) < form.measure("number.pad_below"):
            number = number.zfill(2)
        return f"{form.words('number.label')} {number or BLANK}/{clean(self.symbol)}"

    @property
    def place_line(self) -> str:
        """ "Tân Giang, ngày 08 tháng 6 năm 2026"."""
        if self.day is not None:
            return f"{clean(self.place)}, {long_date(self.day)}"
        month = BLANK if self.month is None else f"{self.month:02d}" if self.month < 3 else str(self.month)
        return f"{clean(self.place)}, ngày {BLANK} tháng {month} năm {self.year or BLANK}"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs. `Signature("Phó Giám đốc", "…", mode="KT.", of="Giám đốc")`; `behalf`: "Ủy ban nhân dân" → "TM. …"."""

    title: str
    name: str = ""
    mode: str = ""
    of: str = ""
    behalf: str = ""

    def __post_init__(self) -> None:
        if self.mode and (self.mode not in form.prefixes() or not self.of):
            raise ValueError(f"{self.mode!r} {self.of!r}: one of {form.prefixes()} and whose place it is")

    @property
    def lines(self) -> tuple[str, ...]:
        behalf = f"TM. {clean(self.behalf).upper()}" if self.behalf else ""
        place = f"{self.mode} {clean(self.of).upper()}" if self.mode else ""
        return tuple(line for line in (behalf, place, clean(self.title).upper()) if line)


@dataclass(frozen=True, slots=True)
class Paper:
    """`kind` "Báo cáo"; empty for a letter (công văn), whose abstract stands under the number. `to`: "Kính gửi"."""

    letterhead: Letterhead
    blocks: Sequence[Block]
    abstract: str
    kind: str = ""
    to: Sequence[str] = ()
    recipients: Sequence[str] = ()
    signature: Signature | None = None
    annexes: Sequence[Annex] = ()
    has_end_mark: bool = True

    @property
    def title(self) -> str:
        """One line for lists and file properties."""
        return f"{clean(self.kind)} {clean(self.abstract)}".strip()

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks, punctuated: bases end with semicolons, the last sentence with the closing mark."""
        blocks = [replace(b, text=_ended(b.text, ";")) if isinstance(b, Basis) else b for b in self.blocks]
        last = blocks[-1] if blocks else None
        if self.has_end_mark and isinstance(last, Paragraph | Item):
            blocks[-1] = replace(last, text=_ended(last.text, form.words("end.mark")))
        return tuple(blocks)

    @property
    def to_lines(self) -> tuple[str, ...]:
        """One office alone, or each on its line with a dash."""
        if len(self.to) == 1:
            return (clean(self.to[0]),)
        return _listed(self.to)

    @property
    def recipient_lines(self) -> tuple[str, ...]:
        return _listed(self.recipients)


def _listed(offices: Sequence[str]) -> tuple[str, ...]:
    words = [clean(office).strip().rstrip(";.") for office in offices]
    return tuple(f"- {word}{';' if at < len(words) else '.'}" for at, word in enumerate(words, start=1))


def _ended(text: Text, mark: str) -> Text:
    """The text with `mark` in place of its own full stop or semicolon."""
    parts = list(spans(text))
    if not parts:
        return text
    parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip().removesuffix("./.").rstrip(".;,") + mark)
    return tuple(parts)


def refs(blocks: Sequence[Block]) -> Iterator[str]:
    """Every `ref` that the words of some blocks name, in their order."""
    for block in blocks:
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else [block.text]
        yield from (span.ref for cell in cells for span in spans(cell) if span.ref)
