"""The records behind a verdict: the places of its facts in words, each with the record that it leads to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thidua.law.facts import Candidate
from thidua.records.awards import selectors as awards
from thidua.records.awards.models import Award
from thidua.records.orgs.actors import Actor
from thidua.records.register.models import Document
from thidua.work.eligibility.conditions import Line
from thidua.work.eligibility.strip import short
from thidua.work.initiatives import selectors as initiatives
from thidua.work.initiatives.models import Recognition

_SUPPOSED = "Giả định, không lưu"
_NAMED = {
    "history": "Sổ khen thưởng",
    "ratings": "Sổ đánh giá, xếp loại",
    "initiatives": "Sổ sáng kiến",
    "leave": "Ngày nghỉ",
    "study": "Học tập",
    "discipline": "Sổ kỷ luật",
    "pending": "Việc đang xem xét",
    "positions": "Quá trình công tác",
    "transfers": "Quá trình công tác",
    "months_worked": "Quá trình công tác",
    "recruited": "Quá trình công tác",
    "founded": "Ngày thành lập",
    "dissolved": "Tình trạng đơn vị",
    "size": "{} người",
    "ldtt_count": "{} lao động tiên tiến",
    "cstdcs_count": "{} chiến sĩ thi đua cơ sở",
    "completed_pct": "Xếp loại của các cá nhân",
}
_BY_KEY = ("leave", "study", "discipline")
"""Kinds whose records are told by their kind alone and opened by their key."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """`kind`: the first part of the place; `pk`: of the record that a page shows; None: the whole list."""

    text: str
    kind: str
    pk: int | None = None

    @property
    def is_supposed(self) -> bool:
        return self.text == _SUPPOSED


def evidence(actor: Actor, lines: Iterable[Line], who: Candidate) -> dict[str, Evidence]:
    """Place → what it is, for all lines and their parts: two queries."""
    places = dict.fromkeys(place for line in lines for place in _places(line))
    won = awards.visible_to(actor).select_related("decision").in_bulk(_keys(places, "history"))
    ideas = Recognition.objects.filter(initiative__in=initiatives.visible_to(actor)).select_related(
        "initiative"
    )
    recognised = ideas.in_bulk(_keys(places, "initiatives"))
    return {place: _evidence(place, who, won, recognised) for place in places}


def _places(line: Line) -> list[str]:
    return [*line.used, *(place for part in line.parts for place in _places(part))]


def _keys(places: Iterable[str], kind: str) -> list[int]:
    split = (place.partition("/") for place in places)
    return [int(key) for name, _, key in split if name == kind and key.isdigit()]


def _evidence(
    place: str, who: Candidate, won: Mapping[int, Award], ideas: Mapping[int, Recognition]
) -> Evidence:
    kind, _, key = place.partition("/")
    pk = int(key) if key.isdigit() else None
    if kind == "supposed":
        return Evidence(_SUPPOSED, kind)
    if kind == "history" and pk in won:
        return Evidence(_award(won[pk]), kind, pk)
    if kind == "initiatives" and pk in ideas:
        row = ideas[pk]
        return Evidence(f"{row.initiative.title}, {row.year}", kind, row.initiative_id)
    if kind == "ratings" and pk is not None:
        year = next((row.year for row in who.ratings or () if row.place == place), None)
        return Evidence(f"Xếp loại năm {year}", kind, pk)
    told = _NAMED.get(kind, kind)
    text = told.format(getattr(who, kind, "")) if "{}" in told else told
    return Evidence(text, kind, pk if kind in _BY_KEY else None)


def _award(row: Award) -> str:
    decision: Document | None = row.decision
    if decision and decision.number:
        return f"{decision.number} ({row.year})"
    return f"{short(row.code) if row.code else row.name} {row.year}"
