"""What is asked about a candidate: which title or form, for which merit period, on which day, and what is supposed."""

from dataclasses import dataclass
from datetime import date

from thidua.vn.periods import Period


@dataclass(frozen=True, slots=True)
class Supposed:
    """Facts of the merit year that are taken for given to see what would follow; never stored."""

    award: str = ""
    level: str = ""
    scope: str = ""
    months: int | None = None

    def __bool__(self) -> bool:
        return bool(self.award or self.level or self.scope) or self.months is not None


NOTHING = Supposed()


@dataclass(frozen=True, slots=True)
class Asked:
    award: str
    period: Period
    """A calendar year or a school year."""
    on: date
    """The day of consideration: its text is applied."""
    basis: str = ""
    received: date | None = None
    """When the dossier was received: a transition may keep the older text for it."""
    supposed: Supposed = NOTHING
    with_discipline: bool = False

    @property
    def year(self) -> int:
        return self.period.year

    @property
    def is_school_year(self) -> bool:
        return self.period.kind == "school_year"


def day_for(period: Period, today: date) -> date:
    """The day of consideration where nobody says one: the last of the period, or today while it runs."""
    return min(period.last, today)
