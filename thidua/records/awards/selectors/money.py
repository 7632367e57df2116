"""Reward money of awards by the law of the day of signing: always worked out, never kept; payments belong to the fund."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from thidua.law import wording
from thidua.law.book import Book, Entry
from thidua.law.cases import Case
from thidua.law.facts import Award as Given
from thidua.law.facts import Candidate
from thidua.law.money import Line, Reward, reward
from thidua.law.wording import Cited
from thidua.records.awards.models import Award, field_of
from thidua.records.awards.selectors.visible import under_decision, visible_to
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.actors import Actor
from thidua.records.register.models import Document
from thidua.vn.dates import cited_date
from thidua.vn.fold import fold
from thidua.vn.numbers import grouped

_YEAR = 365.25
_NO_DAY = "Chưa có ngày ký quyết định, nên chưa biết mức lương cơ sở. Ghi ngày ký của quyết định."


@dataclass(frozen=True, slots=True)
class Money:
    """One line of the register. `each`: for one recipient, `total`: times the count; None where `missing` says why."""

    award: Award
    each: int | None
    total: int | None
    formula: str
    """ "4,5 × 2.340.000"; "" where nothing is paid."""
    exact: Decimal | None = None
    """Before rounding, where rounding changed it."""
    entries: tuple[Entry, ...] = ()
    cites: tuple[Cited, ...] = ()
    doubts: tuple[str, ...] = ()
    missing: str = ""
    instead: str = ""
    """Of one that is not paid: what is paid in its place."""

    @property
    def worked_out(self) -> str:
        """ "4,5 × 2.340.000"; "0,3 × 2.530.000 = 759.000, làm tròn lên"."""
        return f"{self.formula} = {grouped(int(self.exact))}, làm tròn lên" if self.exact else self.formula

    @property
    def text(self) -> str:
        """ "4,5 × 2.340.000 = 10.530.000 đồng"."""
        if self.each is None:
            return "chưa tính được"
        if self.instead:
            return "0 đồng"
        head = f"{self.worked_out}{'' if self.exact else ' ='} {grouped(self.each)} đồng"
        return (
            head
            if self.award.count == 1
            else f"{head}; {self.award.count} mức: {grouped(self.total or 0)} đồng"
        )


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one unit."""

    name: str
    lines: tuple[Money, ...]

    @property
    def total(self) -> int:
        return sum(line.total or 0 for line in self.lines)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All money under one decision, by unit."""

    document: Document
    groups: tuple[Group, ...]
    cites: tuple[Cited, ...]
    doubts: tuple[str, ...]

    @property
    def lines(self) -> list[Money]:
        return [line for group in self.groups for line in group.lines]

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)

    @property
    def unknown(self) -> list[Money]:
        return [line for line in self.lines if line.each is None]


def money_of(award: Award, actor: Actor) -> Money | None:
    """The money of one line; None of one that ended. Two queries beside those of the book."""
    if award.ending:
        return None
    together = _by_recipient([award, *_same_period([award], actor)])
    (rows,) = together.values()
    return next(line for line in _worked_out(rows, _Books(actor)) if line.award.pk == award.pk)


def money_under(document: Document, actor: Actor) -> Sheet:
    """The money of every standing award of a decision, a name that a count already holds not twice; few queries whatever
    the size."""
    rows = under_decision(document, actor).standing().select_related("home", "decision", "decided_by")
    mine = list(rows)
    counted = {row.pk for row in mine if row.is_aggregate}
    mine = [row for row in mine if row.part_of_id not in counted]
    books, keys = _Books(actor), {row.pk for row in mine}
    lines = [
        line
        for group in _by_recipient([*mine, *_same_period(mine, actor)]).values()
        for line in _worked_out(group, books)
        if line.award.pk in keys
    ]
    lines.sort(
        key=lambda line: (
            fold(line.award.home.called),
            line.award.sort,
            fold(line.award.recipient),
            line.award.pk,
        )
    )
    homes = dict.fromkeys(line.award.home.called for line in lines)
    groups = tuple(
        Group(name, tuple(line for line in lines if line.award.home.called == name)) for name in homes
    )
    cites = sorted(_once(lines, "cites"), key=lambda cite: (cite.title, cite.text))
    return Sheet(document, groups, tuple(cites), _once(lines, "doubts"))


def _once(lines: Iterable[Money], name: str) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(each for line in lines for each in getattr(line, name)))


def _same_period(rows: Sequence[Award], actor: Actor) -> list[Award]:
    """Other standing titles of the same recipients and merit periods: of several of one period only the highest is paid."""
    named = [row for row in rows if not row.is_aggregate and row.sort == Award.Sort.TITLE]
    if not named:
        return []
    others = visible_to(actor).standing().filter(sort=Award.Sort.TITLE, year__in={row.year for row in named})
    others = others.exclude(pk__in=[row.pk for row in rows]).select_related("home", "decision", "decided_by")
    found: list[Award] = []
    for field in {field_of(row.of_whom) for row in named}:
        keys = {getattr(row, f"{field}_id") for row in named if field_of(row.of_whom) == field}
        found += others.filter(**{f"{field}__in": keys})
    periods = {(_key(row), row.since, row.until) for row in named}
    return [row for row in found if (_key(row), row.since, row.until) in periods]


def _key(row: Award) -> tuple[str, int]:
    """One recipient; a count without names stands for itself."""
    return (
        ("line", row.pk) if row.is_aggregate else (row.of_whom, getattr(row, f"{field_of(row.of_whom)}_id"))
    )


def _by_recipient(rows: Iterable[Award]) -> dict[tuple[str, int], list[Award]]:
    found: dict[tuple[str, int], list[Award]] = {}
    for row in rows:
        found.setdefault(_key(row), []).append(row)
    return found


class _Books:
    """The book of each day as the actor's body has it, and what it answered already: a list asks the same over and over."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self.days: dict[date, Book] = {}
        self.answers: dict[tuple[Any, ...], Reward] = {}
        self.names: dict[date, dict[str, str]] = {}

    def book(self, on: date) -> Book:
        if on not in self.days:
            self.days[on] = catalogue.book(on, self.actor.body)
            self.names[on] = {fold(name): code for code, name in self.days[on].codes.items()}
        return self.days[on]

    def code(self, award: Award, on: date) -> str:
        """Of a body's own title or form, which the register knows by its name only."""
        book = self.book(on)
        return award.code if award.code in book.codes else self.names[on].get(fold(award.name), "")

    def reward(self, on: date, whom: str, given: tuple[Given, ...]) -> Reward:
        key = (on, whom, *((each.code, each.years, each.issuer) for each in given))
        if key not in self.answers:
            first = given[0]
            case = Case(
                "",
                "reward_money",
                on,
                first.code,
                on.year,
                Candidate(whom),
                signed_on=on,
                awards_received=given,
            )
            self.answers[key] = reward(case, self.book(on))
        return self.answers[key]


def _worked_out(rows: Sequence[Award], books: _Books) -> Iterator[Money]:
    """Lines of one recipient, each by the law of its own day of signing."""
    for row in rows:
        on = row.decision.issued_on if row.decision else None
        if on is None:
            yield Money(row, None, None, "", missing=_NO_DAY)
            continue
        code = books.code(row, on)
        if not code:
            said = f"Sách luật không có {row.name}. Cán bộ pháp chế ghi vào danh mục của cơ quan kèm hệ số."
            yield Money(row, None, None, "", missing=said)
            continue
        beside = [each for each in rows if each is not row and _competes(each, row) and books.code(each, on)]
        yield _line(row, on, beside, books)


def _competes(other: Award, row: Award) -> bool:
    """Titles of one period: only the highest is paid. Forms, and what other periods brought, are paid beside it."""
    titles = other.sort == row.sort == Award.Sort.TITLE
    return titles and (other.since, other.until) == (row.since, row.until)


def given(award: Award, code: str) -> Given:
    """As the law is asked: merit years by the one that each ends in."""
    years = max(1, round((award.until - award.since).days / _YEAR))
    period = tuple(range(award.year - years + 1, award.year + 1))
    return Given(f"history/{award.pk}", code, period, award.category, award.decider)


def _line(row: Award, on: date, beside: Sequence[Award], books: _Books) -> Money:
    asked = (given(row, books.code(row, on)), *(given(each, books.code(each, on)) for each in beside))
    found = books.reward(on, row.of_whom, asked)
    book = books.book(on)
    if found.amount_vnd is None:
        return Money(row, None, None, "", missing=f"{found.findings[0].reason}.")
    mine = found.lines[0]
    doubts = [finding.reason for finding in found.findings]
    doubts += [_other_day(each) for each in beside if each.decision_id != row.decision_id]
    alone = books.reward(on, row.of_whom, asked[:1])
    entries = tuple(dict.fromkeys([*alone.cites, *(found.cites if beside else ())]))
    return Money(
        row,
        mine.amount if mine.is_paid else 0,
        (mine.amount if mine.is_paid else 0) * row.count,
        alone.formula if mine.is_paid else "",
        _exact(mine, book, on) if mine.is_paid else None,
        entries,
        tuple(cite for entry in entries for cite in wording.citations(entry, book)),
        tuple(dict.fromkeys(doubts)),
        instead="" if mine.is_paid else _paid_instead(found.lines, book),
    )


def _exact(mine: Line, book: Book, on: date) -> Decimal | None:
    """The product, where rounding changed it."""
    exact = mine.coefficient * int(book.in_force("base_salary", on)[0].data["amount_vnd"])
    return None if exact == mine.amount else exact


def _paid_instead(lines: Sequence[Line], book: Book) -> str:
    paid = next(line for line in lines if line.is_paid)
    return f"Cùng kỳ thành tích đã có mức cao hơn: {book.codes[paid.code]}."


def _other_day(other: Award) -> str:
    by = f"theo {other.decision}" if other.decision else "chưa ghi quyết định"
    day = other.decision.issued_on if other.decision else None
    signed = f", ký ngày {cited_date(day)}" if day else ""
    return f"Cùng kỳ còn {other.name} {by}{signed}: kiểm tra đã chi mức nào"
