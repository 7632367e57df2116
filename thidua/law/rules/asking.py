"""What is asked of a rule: one candidate, one title or form, one merit year, one day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from thidua.law.book import Book, Entry
from thidua.law.facts import Award, Candidate
from thidua.law.findings import Finding

Parameters = Mapping[str, Any]
THEMATIC = ("chuyen_de", "phong_trao", "dot_xuat")
"""Reasons of an award that are not merit over time."""


@dataclass(frozen=True)
class Question:
    candidate: Candidate
    code: str
    year: int
    """The merit year, that in which its period ends."""
    on: date
    """The day whose law is asked."""
    book: Book
    standards: Callable[[str], Finding] = field(repr=False)
    """Whether the candidate meets the standards of another title in the same year."""
    is_school_year: bool = False

    def name(self, code: str) -> str:
        return self.book.codes.get(code, code)

    def decided(self, kind: str) -> Entry | None:
        """The verified principle of that type in force."""
        rows = self.book.in_force("principles", self.on)
        found = (row for row in rows if row.data.get("rule", {}).get("type") == kind)
        return next((row for row in found if not row.draft_on(self.on)), None)

    def priors(self, code: str) -> list[Award]:
        """Awards of a form before this one that count for merit, the latest last."""
        return [
            award
            for award in self.candidate.held(code)
            if award.basis not in THEMATIC and (award.last_year is None or award.last_year <= self.year)
        ]

    def prior(self, code: str) -> Award | None:
        rows = self.priors(code)
        return rows[-1] if rows else None

    def undated(self, code: str) -> bool:
        """A form was given before, one does not know when."""
        prior = self.prior(code)
        return prior is not None and prior.last_year is None and prior.decided_on is None

    def years_after(self, code: str, count: int) -> tuple[int, int | None]:
        """(first year that counts after a prior form, the doubtful year before it) – `count` years up to the merit year
        where no prior form is dated."""
        prior = self.prior(code)
        if prior is not None and prior.last_year is not None:
            return prior.last_year + 1, None
        if prior is not None and prior.decided_on is not None:
            return prior.decided_on.year + 1, prior.decided_on.year
        return self.year - count + 1, None


def share(part: int, whole: int) -> Fraction:
    """Exact, in hundredths."""
    return Fraction(part * 100, whole)


def years_text(years: list[int]) -> str:
    return ", ".join(str(year) for year in sorted(years))
