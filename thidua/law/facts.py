"""What is known of a candidate. Everything is optional: None is "not known", an empty tuple is "known to be none".

A list that is given is whole: an award that does not stand in `history` was not given, unless `whole_from` says from which
merit year the list is whole. Ratings are the exception: a year that does not stand there was rated, one only does not know
how.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

LEVELS = ("KHTNV", "HTNV", "HTTNV", "HTXSNV")
"""Levels of completing one's duties, from low to high."""
SCOPES = ("co_so", "tinh", "toan_quoc")
"""How far an initiative reaches; "bo" counts as "tinh"."""
DISCIPLINE = ("khien_trach", "canh_cao", "ha_bac_luong", "giang_chuc", "cach_chuc", "buoc_thoi_viec")
"""From light to heavy."""
ANNUAL_BASE = ("LDTT", "CSTT", "CSTDCS", "CSTDBT", "CSTDTQ")
"""Titles that nobody gets for a year in which duties were not done well."""
LISTS = ("history", "ratings", "initiatives", "leave", "study", "discipline", "members")
"""Lists of which `whole_from` may speak; "members": the titles of the people of a collective, told by their counts."""
NEVER_WHOLE = 9999
"""In `whole_from`: the list is whole for no year."""

YEARLY = ("LDTT", "CSTT", "CSTDCS", "TTLDTT", "DVTT", "TTLDXS", "DVQT", "GDVH", "TVH", "XPTB")
"""Titles given year by year: a span of years is that many of them. Anything else is one award at the end of its span."""


@dataclass(frozen=True, slots=True)
class Award:
    place: str
    """ "history/0": where it stands in the facts."""
    code: str
    years: tuple[int, ...] = ()
    """Merit years, each the one that its period ends in."""
    basis: str = ""
    issuer: str = ""
    decided_on: date | None = None

    @property
    def last_year(self) -> int | None:
        return self.years[-1] if self.years else None

    @property
    def times(self) -> tuple[int, ...]:
        """The merit year of each time that it was given."""
        return self.years if self.code in YEARLY else self.years[-1:]


@dataclass(frozen=True, slots=True)
class Rating:
    place: str
    year: int
    level: str


@dataclass(frozen=True, slots=True)
class Initiative:
    place: str
    scope: str
    year: int | None = None
    is_recognized: bool | None = None
    recognized_by: str = ""
    used_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leave:
    place: str
    kind: str
    days: Decimal | None = None
    working_days: Decimal | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Study:
    place: str
    months: Decimal | None = None
    sent_by_agency: bool | None = None
    complied: bool | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """Other time of work: probation, military service, a contract before recruitment."""

    place: str
    kind: str
    months: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Discipline:
    place: str
    form: str
    year: int | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    place: str
    old_unit_months: Decimal | None = None
    new_unit_months: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    kind: str
    """ca_nhan, tap_the, ho_gia_dinh."""
    occupation: str | None = None
    sector: str | None = None
    labour: str | None = None
    gender: str | None = None
    retired: bool | None = None
    history: tuple[Award, ...] | None = None
    proposed: tuple[Award, ...] | None = None
    ratings: tuple[Rating, ...] | None = None
    initiatives: tuple[Initiative, ...] | None = None
    months_worked: tuple[tuple[int, Decimal], ...] | None = None
    recruited: date | None = None
    service: tuple[Service, ...] | None = None
    leave: tuple[Leave, ...] | None = None
    study: tuple[Study, ...] | None = None
    transfers: tuple[Transfer, ...] | None = None
    discipline: tuple[Discipline, ...] | None = None
    pending: tuple[str, ...] | None = None
    registered: bool | None = None
    founded: date | None = None
    dissolved: bool | None = None
    size: int | None = None
    completed_pct: Decimal | None = None
    unit_rating: str | None = None
    ldtt_count: int | None = None
    ldtt_pct: Decimal | None = None
    cstdcs_count: int | None = None
    ttldtt_units: int | None = None
    cluster_rank: int | None = None
    movement_rank: int | None = None
    movement_years: Decimal | None = None
    contribution_years: Decimal | None = None
    complies_law: bool | None = None
    tax_obligation_met: bool | None = None
    contribution_vnd: Decimal | None = None
    whole_from: tuple[tuple[str, int], ...] = ()
    """(name of a list, first merit year from which it is whole): what is absent before that year is not known, what stands
    there counts all the same. A list that is not named is whole."""

    def whole_since(self, name: str) -> int | None:
        """The first merit year from which a list is whole; None: it is whole."""
        return next((year for each, year in self.whole_from if each == name), None)

    def is_whole(self, name: str, year: int) -> bool:
        """Whether what does not stand in the list for that merit year was not."""
        since = self.whole_since(name)
        return since is None or since <= year

    def held(self, code: str) -> Iterator[Award]:
        """Awards of one code in `history`, the earliest first; undated ones first of all."""
        rows = [award for award in self.history or () if award.code == code]
        return iter(sorted(rows, key=_ended))

    def years_of(self, code: str) -> dict[int, str]:
        """Merit year → where it stands, of all awards of that code."""
        return {year: award.place for award in self.held(code) for year in award.years}

    def rated(self, year: int) -> tuple[str, str] | None:
        """(level, where it stands) of a year; None where it is not known. A collective's is `unit_rating` for its own year."""
        found = next((row for row in self.ratings or () if row.year == year), None)
        return (found.level, found.place) if found else None

    def at_least(self, year: int, level: str) -> tuple[bool | None, str]:
        """Whether the year was rated at least so, and what shows it; None where nothing tells.

        A title that asks for good work shows good work where the rating itself is not given.
        """
        rated = self.rated(year)
        if rated is not None:
            return LEVELS.index(rated[0]) >= LEVELS.index(level), rated[1]
        if LEVELS.index(level) <= LEVELS.index("HTTNV"):
            for code in ANNUAL_BASE:
                place = self.years_of(code).get(year)
                if place:
                    return True, place
        return None, ""


def _ended(award: Award) -> tuple[int, ...]:
    """By the year in which its period ended, else that of the decision; () where neither is known."""
    if award.years:
        return (award.years[-1], award.years[0])
    return (award.decided_on.year,) if award.decided_on else ()
