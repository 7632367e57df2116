"""Thước năm: the working year from end to end, the days that the apps have in it, and today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thidua.kit.ui.waiting import CalendarDay
from thidua.kit.ui.wording import short_day
from thidua.vn.periods import Period, calendar_year

WIDE, NARROW = 1040, 540
"""Pixels for which labels are laid out: on a narrower ruler only those are shown that fit there too."""
GLYPH, GAP, MARGIN = 6.8, 14, 24
WORDS = (20, 13, 8)
"""Letters of a label: as many as there is room for."""
CLOSE = 1.2
"""Days nearer to each other than this part of the ruler, in percent, share one mark."""
TODAY = "Hôm nay"


@dataclass(frozen=True)
class Mark:
    """One dot: its most telling day, where it stands, and words where there is room. `fits`: wide, both or nothing."""

    day: CalendarDay
    at: float
    kind: str
    told: tuple[str, ...]
    rank: int
    words: str = ""
    end: bool = False
    """Written to the left of its dot."""
    fits: str = ""

    @property
    def label(self) -> str:
        return f"{short_day(self.day.on)} {self.words}" if self.words else ""

    @property
    def x(self) -> str:
        return f"{self.at:.2f}%"


@dataclass(frozen=True)
class Ruler:
    year: int
    months: list[tuple[str, int, bool]]
    marks: list[Mark]
    past: str = ""
    """How far the year has gone; today's place where it is this year."""
    today: str = ""
    today_first: bool = False
    """Today's word stands to the right of its line, near the left edge."""


@dataclass
class _Row:
    """The line above the ruler on which labels stand, for one width."""

    width: int
    taken: list[tuple[float, float]] = field(default_factory=list)

    def has_room(self, mark: Mark) -> bool:
        since, until = self._span(mark)
        gap, margin = (pixels / self.width * 100 for pixels in (GAP, MARGIN))
        free = all(since > last + gap or until + gap < first for first, last in self.taken)
        return free and since >= 0 and until <= 100 + margin

    def take(self, mark: Mark) -> None:
        self.taken.append(self._span(mark))

    def _span(self, mark: Mark) -> tuple[float, float]:
        share = _share(mark.label, self.width)
        return (mark.at - share, mark.at) if mark.end else (mark.at, mark.at + share)


def ruler(days: Sequence[tuple[int, CalendarDay]], year: int, on: date) -> Ruler:
    """`days` with the rank of the app that told them: where there is no room for all labels, the lower rank is named."""
    period = calendar_year(year)
    marks = _marks([each for each in days if period.contains(each[1].on)], period, on)
    rows = {"wide": _Row(WIDE), "both": _Row(NARROW)}
    is_now = period.contains(on)
    here = _place(on, period) if is_now else 0.0
    today_first = here < _share(TODAY, NARROW)
    if is_now:
        for row in rows.values():
            share, line = _share(TODAY, row.width), (GAP - 6) / row.width * 100
            row.taken.append((here, here + share) if today_first else (here - share, here - line))
    return Ruler(
        year=year,
        months=[
            (f"{_place(date(year, month, 1), period):.2f}%", month, is_now and month == on.month)
            for month in range(1, 13)
        ],
        marks=_labelled(marks, rows, on),
        past=f"{here:.2f}%" if is_now else "100%" if on >= period.until else "",
        today=f"{here:.2f}%" if is_now else "",
        today_first=today_first,
    )


def _marks(days: Sequence[tuple[int, CalendarDay]], period: Period, on: date) -> list[Mark]:
    found: list[list[tuple[int, CalendarDay]]] = []
    for rank, day in sorted(days, key=lambda each: each[1].on):
        near = found and _place(day.on, period) - _place(found[-1][0][1].on, period) < CLOSE
        # what is over and what is to come never share a dot
        if near and (found[-1][0][1].on < on) == (day.on < on):
            found[-1].append((rank, day))
        else:
            found.append([(rank, day)])
    return [_mark(group, period, on) for group in found]


def _mark(group: list[tuple[int, CalendarDay]], period: Period, on: date) -> Mark:
    rank, named = min(group, key=lambda each: (each[0], each[1].on))
    past = named.on < on
    late = past and any(day.is_done is False for _, day in group)
    return Mark(
        day=named,
        at=_place(named.on, period),
        kind="late" if late else "done" if past else "next",
        told=tuple(f"{short_day(day.on)} {day.title}" for _, day in group),
        rank=rank,
    )


def _labelled(marks: list[Mark], rows: dict[str, _Row], on: date) -> list[Mark]:
    """What comes next is named first, then what is late, then the rest; among them by rank, then the nearest."""
    order = ("next", "late", "done")
    by_need = sorted(
        marks, key=lambda mark: (order.index(mark.kind), mark.rank, abs((mark.day.on - on).days))
    )
    found = {}
    for mark in by_need:
        named = next((each for each in _ways(mark) if rows["wide"].has_room(each)), None)
        if named is None:
            continue
        both = rows["both"].has_room(named)
        for name in ("wide", "both") if both else ("wide",):
            rows[name].take(named)
        found[mark] = replace(named, fits="both" if both else "wide")
    return [found.get(mark, mark) for mark in marks]


def _ways(mark: Mark) -> Iterator[Mark]:
    """The ways to name it: with more words before fewer, to the right before the left."""
    for letters in WORDS:
        words = _few_words(mark.day.title, letters)
        yield replace(mark, words=words)
        yield replace(mark, words=words, end=True)


def _few_words(title: str, letters: int) -> str:
    """The title, or what stands before its colon, or its first words."""
    title = title.partition(":")[0] if len(title) > letters else title
    if len(title) <= letters:
        return title
    return title[: letters + 1].rpartition(" ")[0].rstrip(" ,:;") + "…"


def _place(day: date, period: Period) -> float:
    return (day - period.since).days / (period.until - period.since).days * 100


def _share(text: str, width: int) -> float:
    return len(text) * GLYPH / width * 100
