"""The law book that holds for a body."""

from datetime import date

from thidua.law.book import Book, load
from thidua.records.orgs.models import Unit


def book(on: date, body: Unit | None) -> Book:
    """The book of the installation."""
    return load()
