"""How many came, of how many: from the roll where there is one, else from the count with its source."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, Q

from thidua.records.meetings.models import Meeting, RollLine, Turnout
from thidua.records.orgs.models import Unit
from thidua.vn.numbers import grouped


@dataclass(frozen=True)
class Attended:
    """`expected` is None where only those who came were counted; then there is no ratio."""

    present: int
    expected: int | None
    source: Literal["roll", "aggregate"]

    @property
    def figures(self) -> str:
        """ "29/29"; "150" without a base."""
        return grouped(self.present) + (f"/{grouped(self.expected)}" if self.expected is not None else "")

    @property
    def percent(self) -> str:
        """ "100%", "96,6%"; empty without a base."""
        if not self.expected:
            return ""
        tenths = (self.present * 2000 + self.expected) // (2 * self.expected)  # exact, halves upward
        if tenths == 1000 and self.present < self.expected:
            tenths = 999  # "100%" only when all came
        whole, rest = divmod(tenths, 10)
        return f"{whole},{rest}%" if rest else f"{whole}%"

    @property
    def text(self) -> str:
        """ "29/29 (100%)": never a percentage without its two numbers."""
        return f"{self.figures} ({self.percent})" if self.percent else f"{self.figures} người"


def turnout(meeting: Meeting) -> Attended | None:
    """Who came to one meeting; None where nothing was recorded."""
    return turnouts([meeting]).get(meeting.pk)


def turnouts(meetings: Iterable[Meeting]) -> dict[int, Attended]:
    """`turnout` for many, by id; two queries."""
    ids = [meeting.pk for meeting in meetings]
    found = {
        row["meeting"]: Attended(row["came"], row["lines"], "roll")
        for row in RollLine.objects.filter(meeting__in=ids)
        .order_by()
        .values("meeting")
        .annotate(lines=Count("pk"), came=Count("pk", filter=Q(present=True)))
    }
    left: Collection[int] = set(ids) - found.keys()
    for row in Turnout.objects.filter(meeting__in=left) if left else ():
        found[row.meeting_id] = Attended(row.present, row.expected, "aggregate")
    return found


def units_of_roll(meeting: Meeting) -> list[tuple[Unit | None, int, int]]:
    """(unit, came, lines) of the roll, in the order of the units; lines without a unit last. Two queries."""
    rows = list(
        RollLine.objects.filter(meeting=meeting)
        .order_by()
        .values("unit")
        .annotate(lines=Count("pk"), came=Count("pk", filter=Q(present=True)))
    )
    units = Unit.objects.in_bulk([row["unit"] for row in rows if row["unit"]])
    told = [(units.get(row["unit"]), row["came"], row["lines"]) for row in rows]
    return sorted(
        told,
        key=lambda row: (
            row[0] is None,
            row[0].is_legal_person is False if row[0] else True,
            row[0].folded if row[0] else "",
        ),
    )
