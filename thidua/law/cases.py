"""A case as asked: which title, form or money, on which day, for whom."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Literal, cast, get_args

from thidua.law import reading_facts
from thidua.law.book import KINDS, Book, subjects_of
from thidua.law.facts import Award, Candidate
from thidua.law.reading_facts import CaseError

MOVEMENT = ("chuyen_de", "phong_trao")
"""Reasons of an award that belong to a movement."""
Kind = Literal["eligibility", "reward_money", "authority", "papers"]


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    kind: Kind
    on: date
    award: str
    year: int
    candidate: Candidate
    signed_on: date | None = None
    received_on: date | None = None
    basis: str = ""
    other_criteria_met: bool = False
    awards_received: tuple[Award, ...] = ()
    base_salary: Decimal | None = None
    is_school_year: bool = False


def read(given: Any, book: Book, *, fallback_id: str = "") -> Case:
    """CaseError names the key that is missing or wrong."""
    if not isinstance(given, Mapping):
        raise CaseError("", "mỗi trường hợp cần ở dạng {khóa: giá trị}")
    kind = str(given.get("kind") or "eligibility")
    if kind not in get_args(Kind):
        raise CaseError("kind", f"“{kind}” không có trong danh sách: {', '.join(get_args(Kind))}")
    signed = _day(given, "signed_on") or _day(given, "decision_date")
    received = _day(given, "received_on")
    on = _day(given, "on") or signed or received
    if on is None:
        raise CaseError("on", "thiếu ngày xét (dạng 2024-12-31)")
    received_awards = _awards(given)
    award = _award(given, book, needed=not (kind == "reward_money" and received_awards))
    named = [award] if award else [each.code for each in received_awards]
    kind_of = _only_kind(named, book) or ("ca_nhan" if kind in ("authority", "papers") else "")
    year = given.get("year")
    is_school = year is not None and reading_facts.is_school_year(year)
    who = reading_facts.candidate(given.get("candidate"), kind=kind_of, is_school=is_school)
    basis = reading_facts.basis(given["basis"], "basis") if given.get("basis") else ""
    salary = _fact(given, "base_salary_vnd")
    return Case(
        id=str(given.get("id") or fallback_id),
        kind=cast(Kind, kind),
        on=on,
        award=award,
        year=reading_facts.year(year, "year") if year is not None else _year_of(who, on.year),
        candidate=_of_movement(_with_codes(who, book), basis, year),
        signed_on=signed,
        received_on=received,
        basis=basis,
        other_criteria_met=_other(given),
        awards_received=received_awards,
        base_salary=reading_facts.number(salary, "base_salary_vnd") if salary is not None else None,
        is_school_year=is_school,
    )


def _with_codes(who: Candidate, book: Book) -> Candidate:
    """Awards by the codes of the book, also where their names are written; a code that is nearly one of the book's is a fault:
    passed over, it would deny what was given."""

    def coded(rows: tuple[Award, ...] | None) -> tuple[Award, ...] | None:
        return rows and tuple(replace(row, code=_coded(row, book)) for row in rows)

    return replace(who, history=coded(who.history), proposed=coded(who.proposed))


def _coded(row: Award, book: Book) -> str:
    found = _code_of(row.code, book)
    near = [] if found in book.codes else get_close_matches(found, book.codes, 1, _NEARLY)
    if near:
        raise CaseError(
            f"candidate/{row.place}/award", f"“{row.code}” không có trong sách luật; có phải {near[0]}?"
        )
    return found


_NEARLY = 0.85


def _code_of(code: str, book: Book) -> str:
    """ "CHIENSITHIDUACOSO" → "CSTDCS"."""
    if code in book.codes:
        return code
    return next((each for each, name in book.codes.items() if reading_facts.code(name, "") == code), code)


def _of_movement(who: Candidate, basis: str, year: Any) -> Candidate:
    """Of a movement, the merit period is its length, and the rank is that in it, where nothing else is said."""
    if basis not in MOVEMENT:
        return who
    span = reading_facts.years(year, "year") if year is not None else ()
    length = Decimal(len(span)) if len(span) > 1 and who.movement_years is None else who.movement_years
    rank = who.cluster_rank if who.movement_rank is None else who.movement_rank
    return replace(who, movement_years=length, movement_rank=rank)


def _year_of(who: Candidate, year: int) -> int:
    """The merit year where the case does not say it: that of the day, or the one before where the facts speak only of it."""
    told = {rating.year for rating in who.ratings or ()}
    told |= {each for award in who.history or () for each in award.years}
    told |= {each for each, _ in who.months_worked or ()}
    return year - 1 if year not in told and year - 1 in told else year


def _fact(given: Mapping[str, Any], name: str) -> Any:
    """Some facts stand beside the candidate or among their facts."""
    inside = given.get("candidate")
    return given.get(name, inside.get(name) if isinstance(inside, Mapping) else None)


def _other(given: Mapping[str, Any]) -> bool:
    value = _fact(given, "other_criteria_met")
    return reading_facts.truth(value, "other_criteria_met") if value is not None else False


def _day(given: Mapping[str, Any], name: str) -> date | None:
    value = _fact(given, name)
    return reading_facts.day(value, name) if value is not None else None


def _awards(given: Mapping[str, Any]) -> tuple[Award, ...]:
    rows = _fact(given, "awards_received")
    if rows is None:
        return ()
    if not isinstance(rows, list):
        raise CaseError("awards_received", "cần một danh sách")
    found = []
    for at, row in enumerate(rows):
        if not isinstance(row, Mapping):
            raise CaseError(f"awards_received/{at}", "mỗi dòng cần ở dạng {award: …, year: …}")
        found.append(reading_facts.award(row, f"awards_received/{at}"))
    return tuple(found)


def _award(given: Mapping[str, Any], book: Book, *, needed: bool) -> str:
    if given.get("award") is None and not needed:
        return ""
    code = _code_of(reading_facts.code(given.get("award"), "award"), book)
    if code not in book.codes:
        raise CaseError("award", f"“{given['award']}” không có trong sách luật")
    return code


def _only_kind(awards: list[str], book: Book) -> str:
    """Where a title is for one kind of recipient only, the case need not say it."""
    kinds = {
        subject
        for entry in book.shelf(KINDS)
        if entry.code in awards and not entry.is_example
        for subject in subjects_of(entry)
    }
    return kinds.pop() if len(kinds) == 1 else ""
