"""What the text tells at each place of a movement: the paper in whose title it stands, and whom it answers there.

A report lists the own plans under headings ("… do Ủy ban nhân dân tỉnh phát động"): the heading says whose movement a
plan answers, and one plan may stand under several. Pure; not part of `--json`.
"""

import re
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812  (as in facts)
from typing import Literal

from thidua.reading import movements
from thidua.reading.cited import Cited
from thidua.reading.facts import Citation, Span
from thidua.reading.movements import Naming
from thidua.reading.sections import Sections
from thidua.reading.text import Text

Way = Literal["registered", "answered"]
_LAUNCHED_BY = re.compile(r"\bdo\s(?P<who>[^;:()]{2,160}?)\s(?:da\s|to chuc\s)?phat dong\b")
_OWN = re.compile(
    r"(?:chinh\s)?(?:co quan|don vi|nganh|so|phong|trung tam|nha truong)(?:\s(?:minh|ta))?(?:\s|$)"
)
_FORM = r"thuong xuyen|theo chuyen de|chuyen de|theo dot|ngan han|dac biet"
_FORM_TITLE = re.compile(rf"^\W*(?:doi voi\s|ve\s)?(?:cac\s)?(?:phong trao\s)?thi dua (?P<form>{_FORM})\W*$")
_FORM_BEFORE = re.compile(rf"\bthi dua (?P<form>{_FORM})\s?:")
_MARKS = re.compile(
    r"\b(?P<registered>van ban dang ky|cong van dang ky|dang ky)\b|\b(?P<answered>huong ung)\b"
)
_LAUNCHES = re.compile(r"\bphat dong\b")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a movement. `under`: who launched, by the heading, what is answered here; `under_number` the directive
    that the heading names. `number`, `date`: the paper in whose title it stands; `own`: it is the issuer's own."""

    span: Span
    section: str | None
    under: str | None = None
    under_number: str | None = None
    under_date: Day | None = None
    form: str | None = None
    way: Way | None = None
    number: str | None = None
    date: Day | None = None
    own: bool = False


def find(text: Text, citations: tuple[Citation, ...]) -> tuple[tuple[Place, ...], ...]:
    """The places of each movement that `movements.find` gives, in the same order."""
    finder = Places(text, citations)
    return tuple(
        tuple(finder.place(naming) for naming in namings) for namings in movements.namings(text, citations)
    )


class Places:
    """Tells of one place after the other."""

    def __init__(self, text: Text, citations: tuple[Citation, ...]) -> None:
        self.text, self.cited = text, Cited(citations)
        self.sections = Sections(text)
        self.symbol = movements.own_symbol(text)

    def place(self, naming: Naming) -> Place:
        paper = self._paper(naming)
        own = paper is not None and self.is_own(paper)
        under, directive = (None, None) if naming.block.kind == "footnote" else self.under(naming)
        if directive is not None and directive == paper:
            under, directive = None, None
        headings = self.sections.of_block(self.text.block_at(naming.at))
        return Place(
            span=self.text.span(naming.start, naming.end),
            section=headings[0].number if headings else None,
            under=under,
            under_number=directive.number if directive else None,
            under_date=directive.date if directive else None,
            form=naming.form or self.form(naming),
            way=None if paper else self.way(naming),
            number=paper.number if paper else None,
            date=paper.date if paper else None,
            own=own,
        )

    def is_own(self, paper: Citation) -> bool:
        return self.symbol is not None and movements.symbol_of(paper.number) == self.symbol

    def _paper(self, naming: Naming) -> Citation | None:
        """The plan or directive named last in the clause; a directive only where it launches."""
        raw_at = self.text.raw_at
        paper = self.cited.last_before(raw_at(naming.clause), raw_at(naming.at))
        if paper is None or paper.number is None:
            return None
        kind = paper.type or ""
        if kind.startswith("Kế hoạch") or "/KH" in paper.number:
            return paper
        named = self.text.plain.rfind(paper.number.lower(), naming.clause, naming.at)
        launches = _LAUNCHES.search(self.text.plain, max(named, naming.clause), naming.start)
        return (
            paper
            if launches and kind.startswith(("Chỉ thị", "Quyết định", "Công văn", "Nghị quyết"))
            else None
        )

    def under(self, naming: Naming) -> tuple[str | None, Citation | None]:
        """Who, by the nearest heading that says so, launched what is answered here; and the directive that it names."""
        for heading in self.sections.of_block(self.text.block_at(naming.at)):
            plain = self.sections.plain(heading)
            said = _LAUNCHED_BY.search(plain)
            if said:
                if _OWN.match(said["who"]):
                    return None, None
                start = heading.start + said.start("who")
                return self.text.flat[start : start + len(said["who"])], None
            directive = self._directive(heading.start, heading.end)
            if directive is not None:
                return directive.issuer, directive
        return None, None

    def _directive(self, start: int, end: int) -> Citation | None:
        """ "… (theo Chỉ thị số 19/CT-TTg … của Thủ tướng Chính phủ về việc phát động thi đua …)"."""
        raw_at, first = self.text.raw_at, self.text.raw_at(start)
        for paper in self.cited.within(first, raw_at(max(start, end - 1))):
            printed = next(span for span in paper.spans if span[0] >= first)
            at = self.sections.flat_at(self.text.block_at(start), printed[1])
            if paper.issuer and not self.is_own(paper) and _LAUNCHES.search(self.text.plain, at, end):
                return paper
        return None

    def form(self, naming: Naming) -> str | None:
        """Told before it ("Thi đua thường xuyên: …"), or by the heading ("Đối với thi đua chuyên đề")."""
        before = self.text.plain[naming.block.start : naming.at]
        said = max(_FORM_BEFORE.finditer(before), key=re.Match.start, default=None)
        if said:
            start = naming.block.start + said.start("form")
            return self.text.flat[start : start + len(said["form"])].lower()
        for heading in self.sections.of_block(self.text.block_at(naming.at))[:1]:
            titled = _FORM_TITLE.match(self.sections.plain(heading))
            if titled:
                start = heading.start + titled.start("form")
                return self.text.flat[start : start + len(titled["form"])].lower()
        return None

    def way(self, naming: Naming) -> Way | None:
        """How it is answered where no plan is named: the last word that says so in its sentence, also of a list that goes on."""
        start = max(naming.block.body, self.text.flat.rfind(". ", naming.block.body, naming.at))
        marks = list(_MARKS.finditer(self.text.plain, start, naming.at))
        if not marks:
            return None
        return "registered" if marks[-1]["registered"] or _registers(marks) else "answered"


def _registers(marks: list[re.Match[str]]) -> bool:
    """ "Văn bản đăng ký hưởng ứng phong trào": the letter registers."""
    return len(marks) > 1 and bool(marks[-2]["registered"]) and marks[-1].start() - marks[-2].end() < 3
