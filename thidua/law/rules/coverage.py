"""Lists that are whole only from some year on: what is absent before it is not known, so it denies nothing."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from thidua.law.facts import NEVER_WHOLE, Award, Initiative
from thidua.law.findings import Finding
from thidua.law.rules.asking import Parameters, Question

_BACK = 30
"""Years before the merit year in which a missing award is supposed."""
_HISTORY = ("Sổ khen thưởng", "bổ sung khen thưởng các năm trước, hoặc xác nhận sổ đủ từ năm nào")
_INITIATIVES = ("Sổ sáng kiến", "bổ sung sáng kiến đã được công nhận, hoặc xác nhận sổ đủ từ năm nào")
_LIST_OF = {"initiative": "initiatives", "members_ldtt": "members", "member_title": "members"}
"""The list that a rule looks at, where that is not the history."""


def is_open(asked: Question, rule: str) -> bool:
    """Whether the people of a collective may hold more titles than were counted."""
    return _LIST_OF.get(rule) == "members" and not asked.candidate.is_whole("members", asked.year)


def supposed(asked: Question, rule: str, given: Parameters) -> Question | None:
    """The same question of a candidate who got all that the rule asks for in the years of which the list tells nothing; None
    where no list that the rule looks at has such years."""
    who = asked.candidate
    if rule == "initiative":
        if who.initiatives is None or who.is_whole("initiatives", _first_year(asked, given)):
            return None
        more = _initiatives(asked, given, who.whole_since("initiatives") or 0)
        return replace(asked, candidate=replace(who, initiatives=(*who.initiatives, *more)))
    codes = tuple(_codes(rule, given))
    since = who.whole_since("history")
    if not codes or since is None or who.history is None:
        return None
    years = (max(asked.year - _BACK, 0), min(since, asked.year + 1))
    won = (award for code in codes for award in _awards(code, *years))
    rest = tuple(row for row in who.whole_from if row[0] != "history")
    return replace(asked, candidate=replace(who, history=(*who.history, *won), whole_from=rest))


def in_doubt(asked: Question, found: Finding) -> Finding:
    """The no that the years without a list leave open."""
    name = _LIST_OF.get(found.rule, "history")
    book, mend = _INITIATIVES if name == "initiatives" else _HISTORY
    since = asked.candidate.whole_since(name)
    told = (
        f"{book} đủ từ năm {since}; trước đó chưa rõ"
        if since != NEVER_WHOLE
        else f"{book} chưa rõ đủ từ năm nào"
    )
    reason = f"{found.reason.rstrip('.')}. {told}: {mend}"
    return replace(found, outcome="unknown", reason=reason, used=found.used or (name,))


def _codes(rule: str, given: Parameters) -> Iterator[str]:
    """Awards that a rule counts; that form after which it counts is not among them."""
    if rule in ("titles_in_a_row", "title_times", "prior_form"):
        yield str(given["code"])
    if rule == "qualifies":
        yield from (str(code) for code in given["for"])
    if given.get("or_title"):
        yield str(given["or_title"])


@cache
def _awards(code: str, first: int, end: int) -> tuple[Award, ...]:
    return tuple(Award("history", code, (year,)) for year in range(first, end))


def _first_year(asked: Question, given: Parameters) -> int:
    return asked.year - int(given.get("years", 1)) + 1


def _initiatives(asked: Question, given: Parameters, since: int) -> Iterator[Initiative]:
    for year in range(_first_year(asked, given), min(since, asked.year + 1)):
        for _ in range(int(given.get("count", 1))):
            yield Initiative("initiatives", str(given["scope"]), year, True)
