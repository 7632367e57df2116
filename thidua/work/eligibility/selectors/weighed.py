"""How many may be proposed: those who are eligible, or chosen among them, against the ceilings that the book names."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from thidua.records.catalogue import selectors as catalogue
from thidua.records.catalogue.selectors import Ceiling
from thidua.work.eligibility.models import Screening, ScreeningRow
from thidua.work.eligibility.selectors.screenings import Group, rows_of, where

_ALL = ("nguoi", "tap_the")
_FIRST = ("LDTT", "CSTT")
"""Of these together a share is where the text names no single title."""


@dataclass(frozen=True, slots=True)
class Light:
    """`most` and `whole` None: the title that the share is of was not screened."""

    ceiling: Ceiling
    chosen: int
    whole: int | None
    most: int | None

    @property
    def is_kept(self) -> bool | None:
        return None if self.most is None else self.chosen <= self.most

    @property
    def share(self) -> str:
        """ "12,5%"; empty where there is nothing to be a share of."""
        if not self.whole:
            return ""
        tenths = round(Fraction(self.chosen * 1000, self.whole))
        return f"{tenths // 10},{tenths % 10}%".replace(",0%", "%")


def lights(screening: Screening, groups: Sequence[Group], title: str, chosen: int) -> list[Light]:
    """One a ceiling; none where neither the law nor a body sets one. `chosen`: how many are to be proposed."""
    found = catalogue.ceilings(screening.on, screening.body, title)
    return [_light(each, groups, screening, chosen) for each in found]


def _light(ceiling: Ceiling, groups: Sequence[Group], screening: Screening, chosen: int) -> Light:
    if ceiling.percent is None:
        return Light(ceiling, chosen, None, ceiling.count)
    whole = _whole(ceiling.base, groups, screening)
    most = None if whole is None else int(Fraction(ceiling.percent) * whole / 100)
    return Light(ceiling, chosen, whole, most)


def _whole(base: str, groups: Sequence[Group], screening: Screening) -> int | None:
    if base in _ALL:
        return sum(group.count for group in groups)
    titles = [code for code in ((base,) if base else _FIRST) if code in screening.titles]
    if not titles:
        return None
    return sum(
        group.count for group in groups if any(group.of[code].verdict == "eligible" for code in titles)
    )


def eligible(screening: Screening, groups: Sequence[Group], title: str) -> QuerySet[ScreeningRow]:
    """Those who could be given the title, in the order of the list."""
    return where(groups, title, lambda found: found.verdict == "eligible")(rows_of(screening)).order_by("pk")


def kept(rows: Collection[ScreeningRow], left_out: Collection[int]) -> int:
    """How many are left when the rows of these keys are not proposed."""
    return sum(row.pk not in left_out for row in rows)
