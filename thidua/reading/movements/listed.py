"""Movements that a report lists without naming them as such: a plan that launches one, a letter that registers for one.

"Kế hoạch số … phát động phong trào thi đua trong công chức năm 2024" has no name to quote; "Văn bản đăng ký thực hiện tốt
các hoạt động …" stands under "hưởng ứng các phong trào thi đua do Tỉnh ủy phát động". Pure; not part of `--json`.
"""

import re
from collections.abc import Sequence

from thidua.reading import meta, movements
from thidua.reading.facts import Citation, Movement
from thidua.reading.movements import Naming
from thidua.reading.movements.places import Place, Places
from thidua.reading.outline import Block
from thidua.reading.text import Text

_LAUNCH_PLAN = re.compile(
    r"\W*(?:ve viec\s|ve\s)?(?:to chuc\s)?phat dong\s(?:phong trao\s)?(?P<name>thi dua\s(?:trong|doi voi|cho|tai)\s[^;:.“”\"]{4,160})"
)
_LETTER = re.compile(
    r"\b(?:van ban|cong van) dang ky\s(?:huong ung\s|tham gia\s)?+(?:phong trao\s)?+(?:thi dua\s)?+(?P<name>[^;:.“”\"]{8,200})"
)
_PERIOD = re.compile(
    r"[\s,]*\b(?:trong\s)?(?:giai doan|nam hoc|nam)\s(?P<first>\d{4})(?:\s?-\s?(?P<last>\d{4}))?(?![\d/]).*$"
)
_OUTSIDE = ("header", "type", "title", "footer", "signature", "footnote")


def find(
    text: Text, citations: tuple[Citation, ...], known: Sequence[Sequence[Naming]]
) -> tuple[tuple[Movement, Place], ...]:
    """In order, each once; `known` are the places of the movements that were found by their names."""
    return _Finder(text, citations, known).found()


class _Finder:
    def __init__(
        self, text: Text, citations: tuple[Citation, ...], known: Sequence[Sequence[Naming]]
    ) -> None:
        self.text, self.citations = text, citations
        self.places = Places(text, citations)
        self.issuer = meta.find(text).issuer
        self.taken = sorted((naming.start, naming.end) for each in known for naming in each)
        self.made: dict[str, tuple[Movement, Place]] = {}

    def found(self) -> tuple[tuple[Movement, Place], ...]:
        for block in self.text.blocks:
            if block.kind in _OUTSIDE:
                continue
            for letter in _LETTER.finditer(self.text.plain, block.body, block.end):
                self._add(block, letter, launches=False)
        for paper in self.citations:
            if self.places.is_own(paper) and (paper.type or "").startswith("Kế hoạch"):
                self._of_plan(paper)
        return tuple(sorted(self.made.values(), key=lambda pair: pair[1].span))

    def _of_plan(self, paper: Citation) -> None:
        for _, end in paper.spans:
            index = self.places.sections.block_at_raw(end - 1)
            if index is None or self.text.blocks[index].kind in _OUTSIDE:
                continue
            block = self.text.blocks[index]
            title = _LAUNCH_PLAN.match(self.text.plain, self.places.sections.flat_at(index, end), block.end)
            if title:
                self._add(block, title, launches=True)

    def _add(self, block: Block, found: re.Match[str], *, launches: bool) -> None:
        start, end = found.span("name")
        period = _PERIOD.search(self.text.plain, start, end)
        end = period.start() if period else end
        if any(first < end and start < last for first, last in self.taken) or end - start < 6:
            return
        clause = max(block.body, self.text.plain.rfind(";", block.body, found.start()) + 1)
        place = self.places.place(Naming(start, start, end, clause, block, None))
        if not launches and place.under is None:
            return
        printed = self.text.flat[start:end].strip(" ,;:")
        name = printed[:1].upper() + printed[1:] if launches else printed
        movement = Movement(
            name=name,
            period=period["first"] + (f"-{period['last']}" if period["last"] else "") if period else None,
            level=movements.level_of(self.issuer if launches else place.under),
            launcher=self.issuer if launches else place.under,
            role="launched" if launches else "answered",
            responds_to=None,
            form=place.form,
            plan=place.number if launches else None,
            spans=self.text.spans(start, end),
        )
        self.made.setdefault(name, (movement, place))
