"""The lines of a verdict as a page draws them: with the addresses of clause, records and forms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right
from thidua.vn.dates import cited_date
from thidua.work.eligibility.conditions import Line
from thidua.work.eligibility.selectors.evidence import Evidence, evidence
from thidua.work.eligibility.selectors.verdicts import Verdict
from thidua.work.eligibility.views.found import HOUSEHOLD, PERSON, Whom

SHOWN = 5
"""Records that one line names."""
Link = tuple[str, str]
"""(words, address); without an address the words alone."""
_RECORDS: dict[str, tuple[Right, str, tuple[str, ...]]] = {
    "history": (Right.AWARDS_READ, "awards:award", ()),
    "initiatives": (Right.INITIATIVES_READ, "initiatives:initiative", ()),
    "ratings": (Right.STAFF_READ, "staff:row", ("xep-loai",)),
    "leave": (Right.STAFF_READ, "staff:row", ("nghi",)),
    "study": (Right.STAFF_READ, "staff:row", ("hoc-tap",)),
    "discipline": (Right.DISCIPLINE_READ, "staff:row", ("ky-luat",)),
}
"""Kind of fact → the right to open its record, the name of the page, what stands before the key."""
_COUNTED = {"ldtt_count": "LDTT", "cstdcs_count": "CSTDCS"}
"""Counts of people → the title that they hold."""
_WHOLE = "Xác nhận sổ đủ từ năm nào"
_Mend = tuple[str, Right, str, tuple[str, ...]]
_HISTORY: tuple[_Mend, ...] = (
    ("Ghi khen thưởng", Right.AWARDS_WRITE, "awards:enter", ()),
    (_WHOLE, Right.AWARDS_WRITE, "awards:coverage", ()),
)
_RATINGS: tuple[_Mend, ...] = (("Ghi xếp loại", Right.STAFF_WRITE, "staff:enter", ("xep-loai",)),)
_INITIATIVES: tuple[_Mend, ...] = (
    ("Ghi sáng kiến", Right.INITIATIVES_WRITE, "initiatives:enter", ()),
    (_WHOLE, Right.INITIATIVES_WRITE, "initiatives:coverage", ()),
)
_TIME: tuple[_Mend, ...] = (("Ghi nghỉ", Right.STAFF_WRITE, "staff:enter", ("nghi",)),)
_OWN: tuple[_Mend, ...] = (("Ghi quy định của cơ quan", Right.LAW_VERIFY, "catalogue:state", ()),)
_MENDS: dict[str, tuple[_Mend, ...]] = {
    "titles_in_a_row": _HISTORY,
    "title_times": _HISTORY,
    "prior_form": _HISTORY,
    "qualifies": _HISTORY,
    "members_ldtt": _HISTORY,
    "member_title": _HISTORY,
    "task_level": _RATINGS,
    "years_in_a_row": _RATINGS,
    "excellent_years": _RATINGS,
    "members_completed": _RATINGS,
    "initiative": _INITIATIVES,
    "min_months": _TIME,
    "nobody_disciplined": (("Sổ kỷ luật", Right.DISCIPLINE_WRITE, "staff:coverage", ()),),
    "local": _OWN,
}
"""Where to enter what a rule misses."""


@dataclass(frozen=True, slots=True)
class Drawn:
    line: Line
    law: str
    proofs: tuple[Link, ...]
    more: int
    """Records beyond those shown."""
    mends: tuple[Link, ...]
    parts: tuple["Drawn", ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every line of one page is drawn with."""

    known: Mapping[str, Evidence]
    whom: Whom
    actor: Actor
    year: int
    day: str


def drawn(found: Verdict, whom: Whom, actor: Actor) -> list[Drawn]:
    """A fixed number of queries."""
    day = urlencode({"ngay": cited_date(found.judged.on or found.asked.on)})
    page = _Page(evidence(actor, found.lines, found.candidate), whom, actor, found.asked.year, day)
    return [_drawn(line, page) for line in found.lines]


def _drawn(line: Line, page: _Page) -> Drawn:
    proofs = dict.fromkeys(_proof(page.known[place], page.whom, page.actor, page.year) for place in line.used)
    lacks = line.outcome in ("unknown", "unmet") and not line.parts
    return Drawn(
        line,
        f"{reverse('catalogue:entry', args=[line.entry])}?{page.day}" if line.entry else "",
        tuple(proofs)[:SHOWN],
        max(len(proofs) - SHOWN, 0),
        tuple(_mends(line, page.actor)) if lacks else (),
        tuple(_drawn(part, page) for part in line.parts),
    )


def _proof(found: Evidence, whom: Whom, actor: Actor, year: int) -> Link:
    if found.pk is not None and found.kind in _RECORDS:
        right, name, before = _RECORDS[found.kind]
        if actor.has(right):
            return found.text, reverse(name, args=[*before, found.pk])
    if found.kind == "history":
        return found.text, whom.awards_url
    if found.kind == "supposed" or whom.kind == HOUSEHOLD:
        return found.text, ""
    if whom.kind == PERSON:
        return found.text, reverse("orgs:person", args=[whom.record.pk])
    return found.text, _of_unit(found.kind, whom.record.pk, year, actor)


def _of_unit(kind: str, unit: int, year: int, actor: Actor) -> str:
    """The list in which the people of a unit were counted; else the page of the unit."""
    if kind in _COUNTED and actor.has(Right.AWARDS_READ):
        asked = {"nam_tu": year, "nam_den": year, "ma": _COUNTED[kind]}
        return f"{reverse('awards:list')}?{urlencode(asked)}"
    if kind == "size":
        return f"{reverse('orgs:people')}?{urlencode({'tt': 'dang', 'don_vi': unit})}"
    return reverse("orgs:unit", args=[unit])


def _mends(line: Line, actor: Actor) -> Iterable[Link]:
    for words, right, name, keys in _MENDS.get(line.rule, ()):
        if actor.has(right) and (words != _WHOLE or line.outcome == "unknown"):
            yield words, reverse(name, args=keys)
    if line.is_draft and line.entry and actor.has(Right.LAW_VERIFY):
        yield "Đối chiếu quy định này với văn bản", reverse("catalogue:verify", args=[line.entry])
