"""Ranks, lengths of time, what a council weighs, what a ministry or province sets itself."""

from decimal import Decimal

from thidua.law.findings import Finding, council, met, unknown, unmet
from thidua.law.rules.asking import Parameters, Question


def weighed(asked: Question, given: Parameters) -> Finding:
    """A quality for the council; where `fact` names a fact that denies it, it is unmet."""
    fact = given.get("fact")
    value = getattr(asked.candidate, str(fact)) if fact else None
    if value is False:
        return unmet("council", f"Không đạt: {given['text']}", str(fact))
    return council("council", f"Hội đồng đánh giá: {given['text']}")


def local(asked: Question, given: Parameters) -> Finding:
    """Set by a ministry, a province or the body itself; unknown until its document stands in the book."""
    return unknown("local", f"Cần văn bản của nơi có thẩm quyền: {given['text']}")


def rank(asked: Question, given: Parameters) -> Finding:
    """First in its cluster, or in the movement (`of: movement`)."""
    fact = "movement_rank" if given.get("of") == "movement" else "cluster_rank"
    place = getattr(asked.candidate, fact)
    if place is None:
        return unknown("rank", f"Cần thứ hạng ({given['text']})")
    said = f"Xếp thứ {place}, yêu cầu {given['text']}"
    return met("rank", said, fact) if place <= int(given["place"]) else unmet("rank", said, fact)


def movement_years(asked: Question, given: Parameters) -> Finding:
    """The movement lasted at least `min` years."""
    return _long_enough(
        "movement_years", asked.candidate.movement_years, int(given["min"]), "thời gian phong trào"
    )


def contribution_years(asked: Question, given: Parameters) -> Finding:
    """Outstanding contributions over at least `min` years."""
    return _long_enough(
        "contribution_years", asked.candidate.contribution_years, int(given["min"]), "thời gian có đóng góp"
    )


def _long_enough(fact: str, years: Decimal | None, least: int, what: str) -> Finding:
    if years is None:
        return unknown(fact, f"Cần {what} (yêu cầu từ {least:02d} năm)")
    said = f"{what.capitalize()} {years:f} năm, yêu cầu từ {least:02d} năm".replace(".", ",")
    return met(fact, said, fact) if years >= least else unmet(fact, said, fact)
