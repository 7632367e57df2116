"""What a real report says under which heading, taken from its own text by the reader; and the same of a report that is
worked out from records. Nothing here is typed from a document."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from thidua.outlook.reports.built import Built
from thidua.reading import read
from thidua.reading.facts import Spans
from thidua.reading.text import Text
from thidua.records.awards.models import Award
from thidua.records.register.models import Document
from thidua.vn.documents import number_key
from thidua.vn.fold import fold
from thidua.vn.periods import Period, parse
from thidua.work.movements import naming

Paper = tuple[str, date | int | None]
"""(number or kind, day or year): what two writings of one document have in common."""
Given = tuple[int, str, str]
"""(count, code of the award, for whom)."""
_NUMBERED = re.compile(r"[IVXLC]+|\d{1,2}(?:\.\d{1,2})*")
_TURNOUT = re.compile(r"[\d.]+/[\d.]+")
_ASIDE = re.compile(r"\([^()]*\)")
OPENING = ""


@dataclass(frozen=True)
class Told:
    """What stands under the headings: {(heading, thing)}. The opening has no heading."""

    papers: frozenset[tuple[str, Paper]]
    movements: frozenset[tuple[str, str]]
    turnouts: frozenset[tuple[str, str]]
    awards: frozenset[tuple[str, Given]]


class Headings:
    """Under which heading a place of the text stands; a footnote under the one before it."""

    def __init__(self, text: Text) -> None:
        self.text = text
        pieces = [
            (span[0], index)
            for index, block in enumerate(text.blocks)
            for span in text.spans(block.start, block.end)
        ]
        self.starts, self.blocks = zip(*sorted(pieces), strict=True)

    def of(self, place: int) -> str:
        index = self.blocks[max(0, bisect_right(self.starts, place) - 1)]
        if self.text.blocks[index].kind == "footnote":
            index -= 1
        return self._key(index)

    def _key(self, index: int | None) -> str:
        """ "I.2.1.1"; a paragraph that closes the text has none."""
        numbers: list[str] = []
        while index is not None:
            block = self.text.blocks[index]
            if block.number and _NUMBERED.fullmatch(block.number) and block.kind in ("heading", "item"):
                numbers.append(block.number)
            index = block.parent
        top = numbers[-1] if numbers else OPENING
        return top if len(numbers) < 2 else f"{top}.{numbers[0]}"


def said_in(raw: str) -> Told:
    """Documents, movements and turnouts of a report's text, by heading."""
    facts = read(raw)
    headings = Headings(Text.of(raw))

    def at(spans: Spans) -> set[str]:
        return {headings.of(start) for start, _ in spans}

    return Told(
        papers=frozenset(
            (heading, _paper(item.number or "", item.type or "", item.date, item.year))
            for item in facts.citations
            for heading in at(item.spans)
        ),
        movements=frozenset(
            (heading, naming.key(item.name)) for item in facts.movements for heading in at(item.spans)
        ),
        turnouts=frozenset(
            (heading, f"{item.present}/{item.expected}")
            for item in facts.attendance
            for heading in at(item.spans)
        ),
        awards=frozenset(
            (heading, (item.count, item.award_code or item.award, item.recipient_kind or ""))
            for item in facts.awards
            if item.state == "granted"
            for heading in at(item.spans)
        ),
    )


def period_of(raw: str) -> Period:
    """The half year that the title names."""
    title = " ".join((read(raw).meta.title or "").split())
    found = re.search(r"(6 tháng đầu năm)\b.*?\b(20\d\d)\b", title)
    assert found, title
    period = parse(f"{found[1]} {found[2]}")
    assert period is not None
    return period


def said_by(built: Built, raw: str = "") -> Told:
    """The same of a report worked out, by the records that its lines carry. A paper without number that the text `raw`
    names in so many words is not looked for: the reader takes no citation from it."""
    words = fold(raw)
    records = {
        int(ref.key.rpartition(":")[2])
        for _, block in built.blocks()
        for line in (*block.items, *block.figures)
        for ref in line.refs
        if ref.key.startswith("register.Document:")
    }
    known = Document.objects.in_bulk(records)
    papers, movements, turnouts, awards = set(), set(), set(), set()
    for section, block in built.blocks():
        heading = section.key if section else OPENING
        for line in (*block.items, *block.figures):
            for ref in line.refs:
                kind, _, pk = ref.key.rpartition(":")
                if kind == "register.Document":
                    row = known[int(pk)]
                    if not (row.number or row.year) and fold(row.title) in words:
                        continue
                    papers.add((heading, paper_of(row)))
                if kind == "movements.Movement":
                    movements.add((heading, ref.key))
                if kind == "awards.Award":
                    given = Award.objects.get(pk=pk)
                    awards.add((heading, (given.count, given.code or given.name, given.of_whom)))
        turnouts |= {(heading, each.text) for each in block.figures if _TURNOUT.fullmatch(each.text)}
    return Told(frozenset(papers), frozenset(movements), frozenset(turnouts), frozenset(awards))


def words_by_heading(built: Built) -> dict[str, str]:
    """All that is printed under each heading, folded, without what stands in brackets, as names of movements are."""
    found: dict[str, list[str]] = {}
    for section, block in built.blocks():
        lines = [*(item.plain for item in block.items), "".join(piece.text for piece in block.lead)]
        found.setdefault(section.key if section else OPENING, []).extend(lines)
    return {heading: fold(_ASIDE.sub(" ", " ".join(lines))) for heading, lines in found.items()}


def missing_movements(told: Told, built: Built) -> set[tuple[str, str]]:
    words = words_by_heading(built)
    return {(heading, name) for heading, name in told.movements if name not in words.get(heading, "")}


def paper_of(row: Document) -> Paper:
    return _paper(row.number, row.type_name, row.issued_on, row.year)


def _paper(number: str, kind: str, day: date | None, year: int | None) -> Paper:
    return (number_key(number), day) if number else (fold(kind), day or year)
