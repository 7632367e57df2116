"""What every page begins with: the day asked for, and the book of that day for the body that one works in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.forms import BaseForm
from django.http import Http404, HttpRequest

from thidua.kit.refused import Refused
from thidua.kit.ui import asked
from thidua.law.book import Book, Entry
from thidua.records.catalogue import selectors
from thidua.records.catalogue.refusals import WrongFields
from thidua.vn.dates import cited_date, parse_day

LIST = ("Sách luật", "catalogue:list")


@dataclass(frozen=True)
class Asked:
    """`wrong`: what was typed and is no date; then the page is that of today."""

    on: date
    book: Book
    is_today: bool
    wrong: str = ""

    @property
    def query(self) -> str:
        """Carries the day along to the next page."""
        return "" if self.is_today else "?" + urlencode({"ngay": cited_date(self.on)})


def asked_of(request: HttpRequest) -> Asked:
    today = request.actor.on  # type: ignore[attr-defined]
    typed = asked.words(request.GET, "ngay")
    day = day_of(typed)
    on = day or today
    return Asked(on, selectors.book(on, request.actor.body), on == today, typed if typed and not day else "")  # type: ignore[attr-defined]


def day_of(typed: str) -> date | None:
    """A day in any spelling, within the years that papers are about."""
    try:
        day = parse_day(typed) or date.fromisoformat(typed)
    except ValueError:
        return None
    return day if asked.is_sensible(day) else None


def entry_of(book: Book, key: str) -> Entry:
    found = book.by_id.get(key)
    if found is None:
        raise Http404
    return found


@contextmanager
def beside(form: BaseForm) -> Iterator[None]:
    """Reasons that belong to a field stand beside it; then the form is drawn again."""
    try:
        yield
    except WrongFields as wrong:
        for field, reason in wrong.fields:
            form.add_error(field if field in form.fields else None, reason)
        raise Refused([]) from wrong
