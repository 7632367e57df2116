"""One candidate against one title or form: what the book of a body says of what is known, and of what is supposed."""

from dataclasses import dataclass

from thidua.law import judging
from thidua.law.book import KINDS, Book
from thidua.law.cases import Case
from thidua.law.facts import Candidate
from thidua.law.judging import Judged
from thidua.law.money import is_title
from thidua.records.awards.models import Household
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.work.eligibility import supposing
from thidua.work.eligibility.asked import Asked
from thidua.work.eligibility.conditions import Line, compared, lines
from thidua.work.eligibility.selectors.collective import gather_household, gather_unit
from thidua.work.eligibility.selectors.gathering import gather

Subject = Person | Unit | Household


@dataclass(frozen=True, slots=True)
class Verdict:
    """`candidate`: with what is supposed; `before`: the verdict without it, where something is supposed."""

    asked: Asked
    candidate: Candidate
    judged: Judged
    book: Book
    lines: tuple[Line, ...]
    before: Judged | None = None


def known_of(actor: Actor, subject: Subject, asked: Asked) -> Candidate | None:
    """What the registers know; None where the actor may not see the person."""
    year, on, more = asked.year, asked.on, asked.with_discipline
    if isinstance(subject, Person):
        found = gather(actor, [subject.pk], year=year, on=on, body=actor.body, with_discipline=more)
        return next((candidate for _, candidate in found), None)
    if isinstance(subject, Unit):
        return gather_unit(actor, subject, year=year, on=on, with_discipline=more)
    return gather_household(actor, subject, year=year)


def verdict(known: Candidate, asked: Asked, book: Book) -> Verdict:
    """By the text of the day; nothing is read or written."""
    who = supposing.laid_over(known, asked.supposed, asked.year)
    found = _judge(who, asked, book)
    told = lines(found, who.kind, book, asked.on)
    before = None
    if asked.supposed:
        before = _judge(known, asked, book)
        told = compared(told, lines(before, who.kind, book, asked.on))
    return Verdict(asked, who, found, book, tuple(told), before)


def verdict_of(actor: Actor, subject: Subject, asked: Asked) -> Verdict | None:
    """A fixed number of queries. The book is that of the body in which the actor works, of today."""
    known = known_of(actor, subject, asked)
    return None if known is None else verdict(known, asked, catalogue.book(actor.on, actor.body))


def _judge(who: Candidate, asked: Asked, book: Book) -> Judged:
    case = Case(
        id="",
        kind="eligibility",
        on=asked.on,
        award=asked.award,
        year=asked.year,
        candidate=who,
        received_on=asked.received,
        basis=asked.basis,
        is_school_year=asked.is_school_year,
    )
    return judging.judge(case, book)


def open_awards(kind: str, book: Book) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Titles and forms, apart, that the book sets conditions of for this kind of candidate on any day."""
    subjects = {"ca_nhan": "individual", "tap_the": "collective", "ho_gia_dinh": "household"}
    codes = dict.fromkeys(
        entry.code
        for entry in book.shelf(KINDS)
        if "conditions" in entry.data
        and not entry.is_example
        and entry.data.get("subject", subjects[kind]) == subjects[kind]
    )
    named = [(code, book.codes[code]) for code in codes if code in book.codes]
    titles = [pair for pair in named if is_title(pair[0], book)]
    return titles, [pair for pair in named if pair not in titles]
