"""Verdicts on many candidates: those of `judging.judge`, found once for all candidates that the rules cannot tell apart.

    screener = Screener(("LDTT", "CSTDCS"), year=2024, on=day, book=book)
    for candidate in candidates:
        screener.outcomes(candidate)  # one Outcome a title, in their order

Why it is equal to `judge`: `judge` reads a candidate only through its rules, and what decides a verdict never depends on
places (they only lead back to the record). A key holds what each rule that is in force for the title can see of the
candidate (its *view*), so two candidates with the same key give every rule the same, and so the same verdict. A view says
less than the facts only where the rule provably looks at less; a rule that has no view here is given all facts, so that a
new rule costs time and never a verdict. The first candidate of each key is judged by `judge` itself.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from thidua.law import judging
from thidua.law.book import Book
from thidua.law.cases import Case
from thidua.law.facts import ANNUAL_BASE, Candidate
from thidua.law.findings import Finding, Verdict
from thidua.law.rules import principles
from thidua.law.rules.asking import THEMATIC

View = Callable[[Candidate], Hashable]
Look = tuple[Hashable, View]
"""A view and what makes it the same as another."""
DRAFT = "draft"
"""In `lacks`: nothing is open but that the text itself must be compared again."""
_MOST = 200_000
"""Different candidates that are remembered at a time: bounds the memory."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`lacks`: all that stands in the way, by the names of the rules: what denies, then what is open (marked "?" where
    something denies); of a choice all its parts ("task_level/initiative"). Empty where nothing is lacking."""

    verdict: Verdict
    lacks: tuple[str, ...] = ()


class Screener:
    """`outcomes(candidate)`: one Outcome a title, in the order of `awards`. Keep one for as many candidates as there are."""

    def __init__(
        self, awards: Sequence[str], *, year: int, on: date, book: Book, is_school_year: bool = False
    ) -> None:
        self.awards, self.year, self.on, self.book = tuple(awards), year, on, book
        self.is_school_year = is_school_year
        self._kinds: dict[str, _Kind] = {}

    def outcomes(self, candidate: Candidate) -> tuple[Outcome, ...]:
        kind = self._kinds.get(candidate.kind)
        if kind is None:
            kind = self._kinds[candidate.kind] = _Kind(self, candidate.kind)
        return kind.outcomes(candidate)

    def judged(self, award: str, candidate: Candidate) -> Outcome:
        """One by one, as `judge` says; nothing is remembered."""
        case = Case(
            "", "eligibility", self.on, award, self.year, candidate, is_school_year=self.is_school_year
        )
        return outcome_of(judging.judge(case, self.book, looks_ahead=False))


class _Kind:
    """What is known so far of one kind of recipient: by all that any rule can see, and by what each title's rules can."""

    def __init__(self, screener: Screener, kind: str) -> None:
        scope = _Scope(screener.year, screener.on, screener.book, screener.is_school_year)
        looks = [dict(_looks(code, kind, scope, frozenset())) for code in screener.awards]
        views = {key: view for each in reversed(looks) for key, view in each.items()}
        self._views = (_common(scope), *views.values())
        places = {key: place for place, key in enumerate(views, start=1)}
        self._titles = [
            (code, (0, *(places[key] for key in each)), {})
            for code, each in zip(screener.awards, looks, strict=True)
        ]  # type: list[tuple[str, tuple[int, ...], dict[Hashable, Outcome]]]
        self._screener = screener
        self._known: dict[Hashable, tuple[Outcome, ...]] = {}

    def outcomes(self, candidate: Candidate) -> tuple[Outcome, ...]:
        seen = tuple([view(candidate) for view in self._views])
        found = self._known.get(seen)
        if found is None:
            self._forget()
            found = self._known[seen] = tuple([self._one(candidate, seen, *each) for each in self._titles])
        return found

    def _one(
        self,
        candidate: Candidate,
        seen: tuple[Hashable, ...],
        award: str,
        places: tuple[int, ...],
        known: dict[Hashable, Outcome],
    ) -> Outcome:
        key = tuple([seen[place] for place in places])
        found = known.get(key)
        if found is None:
            found = known[key] = self._screener.judged(award, candidate)
        return found

    def _forget(self) -> None:
        if len(self._known) >= _MOST:
            self._known.clear()
            for _, _, known in self._titles:
                known.clear()


def screen(
    candidates: Iterable[Candidate], award: str, *, year: int, on: date, book: Book
) -> Iterator[Outcome]:
    """One title for many candidates, in their order."""
    screener = Screener((award,), year=year, on=on, book=book)
    return (screener.outcomes(candidate)[0] for candidate in candidates)


def outcome_of(judged: judging.Judged) -> Outcome:
    """The verdict with what decides it."""
    if judged.verdict == "eligible":
        return Outcome("eligible")
    open_ones = [code_of(each) for each in judged.findings if _is_open(each)]
    if judged.verdict == "needs_review":
        return Outcome("needs_review", tuple(dict.fromkeys(open_ones)) or (DRAFT,))
    denies = [code_of(each) for each in judged.findings if _denies(each)]
    return Outcome("not_eligible", tuple(dict.fromkeys([*denies, *(f"?{code}" for code in open_ones)])))


def _denies(found: Finding) -> bool:
    return found.outcome == "unmet" and not found.is_draft


def _is_open(found: Finding) -> bool:
    return found.outcome == ("unmet" if found.is_draft else "unknown")


def code_of(found: Finding) -> str:
    """The rule by its name; of a choice or a whole the parts that are not met."""
    if found.rule not in ("any_of", "all_of"):
        return found.rule
    parts = dict.fromkeys(code_of(part) for part in found.parts if part.outcome in ("unmet", "unknown"))
    return ("/" if found.rule == "any_of" else "+").join(parts)


# What the rules of a title can see


@dataclass(frozen=True, slots=True)
class _Scope:
    year: int
    on: date
    book: Book
    is_school_year: bool


def _looks(code: str, kind: str, scope: _Scope, above: frozenset[str]) -> Iterator[Look]:
    """Of all ways to the title, what a bill would ask, and the titles whose standards must be met."""
    entries = (
        *scope.book.versions(code, kind, scope.on),
        *scope.book.bills(code, kind, scope.on),
    )
    for condition in _leaves(part for entry in entries for part in entry.data["conditions"]):
        name = str(condition["rule"])
        yield from _LOOKS.get(name, _whole)(condition, scope)
        if name == "qualifies":
            for other in (str(each) for each in condition["for"] if each not in above):
                yield from _looks(other, kind, scope, above | {code})
    if not _PRINCIPLES.issuperset(principles.RULES):
        yield from _whole({}, scope)


def _leaves(conditions: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for condition in conditions:
        if "rule" in condition:
            yield condition
        yield from _leaves([*condition.get("any", ()), *condition.get("all", ())])


def _single(condition: Mapping[str, Any], scope: _Scope) -> Iterator[Look]:
    """Only facts that stand in every key."""
    return iter(())


def _whole(condition: Mapping[str, Any], scope: _Scope) -> Iterator[Look]:
    """Everything but places."""
    yield (
        "whole",
        lambda candidate: tuple([_told(getattr(candidate, each.name)) for each in fields(candidate)]),
    )


def _task_level(condition: Mapping[str, Any], scope: _Scope) -> Iterator[Look]:
    """The rating of the merit year, and titles of that year."""
    year = scope.year
    yield "rated", lambda candidate: (candidate.rated(year) or ("",))[0]
    yield _given(ANNUAL_BASE, year)


def _qualifies(condition: Mapping[str, Any], scope: _Scope) -> Iterator[Look]:
    """Titles of the merit year, and whether the history of that year is whole."""
    yield _given(tuple(str(code) for code in condition["for"]), scope.year)
    yield ("since", "history", scope.year), _since("history", scope.year, scope.year)


def _given(codes: tuple[str, ...], year: int) -> Look:
    def view(candidate: Candidate) -> Hashable:
        rows = candidate.history
        return rows and frozenset([row.code for row in rows if year in row.years and row.code in codes])

    return ("given", codes), view


def _in_a_row(condition: Mapping[str, Any], scope: _Scope) -> Iterator[Look]:
    """The last `count` merit years of the title: how long the run is that they end, how far apart they stand and when it
    ends are read off them, whatever stood before. And whether some award has no year, or was not for merit over time."""
    code, count, year = str(condition["code"]), int(condition["count"]), scope.year

    def view(candidate: Candidate) -> Hashable:
        if not candidate.history and not candidate.proposed:
            return candidate.history
        years: set[int] = set()
        others: set[tuple[bool, bool]] = set()
        for row in (*(candidate.history or ()), *(candidate.proposed or ())):
            if row.code == code:
                if row.basis in THEMATIC or not row.years:
                    others.add((row.basis in THEMATIC, bool(row.years)))
                else:
                    years.update(row.years)
        last = sorted([each for each in years if each <= year])[-count:]
        return candidate.history is None, tuple(last), frozenset(others)

    yield ("in_a_row", code, count), view
    yield ("since", "history"), _since("history", 0, year)


def _initiative(condition: Mapping[str, Any], scope: _Scope) -> Iterator[Look]:
    """Initiatives in any order; of their years whether they count."""
    year, first = scope.year, scope.year - int(condition.get("years", 1)) + 1

    def view(candidate: Candidate) -> Hashable:
        rows = candidate.initiatives
        return rows and tuple(
            sorted(
                [
                    (
                        row.scope,
                        row.year is None or first <= row.year <= year,
                        row.is_recognized is not False,
                        row.recognized_by,
                        row.used_for,
                    )
                    for row in rows
                ]
            )
        )

    yield ("initiative", first), view
    yield ("since", "initiatives", first), _since("initiatives", first, year)


_LOOKS: Mapping[str, Callable[[Mapping[str, Any], _Scope], Iterator[Look]]] = {
    "task_level": _task_level,
    "qualifies": _qualifies,
    "titles_in_a_row": _in_a_row,
    "initiative": _initiative,
    **dict.fromkeys(
        (
            "council",
            "local",
            "rank",
            "movement_years",
            "contribution_years",
            "members_ldtt",
            "members_completed",
            "member_title",
            "nobody_disciplined",
        ),
        _single,
    ),
}
_PRINCIPLES = frozenset(
    ("min_months", "exclude", "defer", "training_result_min", "count_time", "transfer", "registration")
)
"""Principles that see no more than stands in every key."""


def _since(name: str, first: int, year: int) -> View:
    """From when a list is whole, as far as it tells which years from `first` to the merit year are."""

    def view(candidate: Candidate) -> Hashable:
        since = candidate.whole_since(name)
        return None if since is None else min(max(since, first), year + 1)

    return view


_LISTS = ("history", "proposed", "ratings", "initiatives")
"""Only conditions look at these, and each condition has its view."""
_OF_YEAR = ("months_worked", "recruited", "leave", "study", "transfers", "discipline", "whole_from")
_SINGLE = attrgetter(*(each.name for each in fields(Candidate) if each.name not in (*_LISTS, *_OF_YEAR)))


def _common(scope: _Scope) -> View:
    """Single facts, and lists as principles and facts that speak against a candidate see them: months, leave and discipline
    of the merit year or of no known one, and the day of a recruitment unless it was before the year."""
    year, begins = scope.year, scope.year - scope.is_school_year

    @cache
    def whole_in_year(told: tuple[tuple[str, int], ...]) -> Hashable:
        """Histories and initiatives are asked about other years too, by their own views."""
        return tuple((name, since > year) for name, since in told if name not in ("history", "initiatives"))

    def view(candidate: Candidate) -> Hashable:
        day = candidate.recruited
        return (
            _SINGLE(candidate),
            next((months for each, months in candidate.months_worked or () if each == year), None),
            day if day is None or day.year >= begins else date.min,
            _of_year(candidate.leave, year),
            _told(candidate.study),
            _told(candidate.transfers),
            _of_year(candidate.discipline, year),
            whole_in_year(candidate.whole_from),
        )

    return view


def _of_year(rows: Sequence[Any] | None, year: int) -> Hashable:
    return rows and _told(tuple([row for row in rows if row.year in (None, year)]))


def _told(value: Any) -> Any:
    """The value; of rows all but their places."""
    if not isinstance(value, tuple) or not value or not hasattr(value[0], "place"):
        return value
    return tuple([tuple([getattr(row, each.name) for each in fields(row)[1:]]) for row in value])
