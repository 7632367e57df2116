"""What the places of a movement say of it, in words: which plan launches it, whom it answers, by which heading. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.kit.ui.wording import day
from thidua.outlook.intake import offices
from thidua.outlook.intake.identities import Fact, day_of

Place = Mapping[str, Any]
_HOW = {"registered": "bằng văn bản đăng ký", "answered": "không có văn bản riêng"}


def is_answer(place: Place) -> bool:
    return bool(place["under"] and (place["own"] or place["way"]))


def answer(place: Place) -> str:
    """ "Mục 2.4.1: hưởng ứng phong trào do Ủy ban nhân dân tỉnh phát động, bằng 48/KH-SVH ngày 31/5/2024"."""
    printed = str(place["under"])
    one = offices.the_one(printed)
    who = (
        printed if one == printed else f"{one} (in: “{printed}”)" if one else f"“{printed}”, chưa rõ nơi nào,"
    )
    by = f"bằng {_paper(place)}" if place["own"] else _HOW[place["way"]]
    return f"{_where(place)}hưởng ứng phong trào do {who} phát động, {by}"


def answers_told(fact: Fact) -> Iterator[str]:
    for place in fact.get("places") or ():
        if is_answer(place):
            yield answer(place)
        elif place["own"]:
            yield f"{_where(place)}phong trào của cơ quan theo {_paper(place)}"


def without(places: list[dict[str, Any]], kept: set[int]) -> list[dict[str, Any]]:
    """The places with only those answers that an officer kept; a plan stays a plan."""
    return [
        place if at in kept or not is_answer(place) else {**place, "under": None, "way": None}
        for at, place in enumerate(places)
    ]


def _where(place: Place) -> str:
    return f"Mục {place['section']}: " if place["section"] else ""


def _paper(place: Place) -> str:
    return f"{place['number']} ngày {day(day_of(place))}" if place["date"] else str(place["number"] or "")
