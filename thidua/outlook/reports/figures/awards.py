"""Awards of the body: how many of each title and form, by whom they were given; every count with the lines behind it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua.outlook.reports.built import Item, Piece, Ref
from thidua.outlook.reports.figures.asking import Asking, Found
from thidua.outlook.reports.figures.printing import address, two_digits
from thidua.records.awards import selectors
from thidua.records.awards.models import Award
from thidua.records.awards.selectors import Counted
from thidua.records.orgs.models import Unit

MERIT_YEARS = frozenset({"last_year", "this_year"})
_LEVELS = {level: place for place, level in enumerate(Unit.Level.values)}
_BELOW_A_YEAR = ("half", "quarter", "month")


def awards(asking: Asking) -> Found:
    """Of the merit year; of less than a year, those decided in it."""
    period, records = asking.period, asking.records
    about = {"body": records.body}
    if period.kind in _BELOW_A_YEAR:
        rows = selectors.counts_given_in(records.actor, period, **about)
        return Found(_items(rows), f"Khen thưởng trong sổ, quyết định trong {period.printed}.")
    rows = selectors.counts_in(records.actor, period, **about)
    return Found(_items(rows), f"Khen thưởng trong sổ, thành tích {period.printed}.")


def given(asking: Asking) -> Found:
    """Decided in the period, for other merit years than the one that is told of already."""
    period, records = asking.period, asking.records
    told = {"last_year": period.year - 1, "this_year": period.year}
    but = next((told[each] for each in asking.param("but_merit")), None)
    rows = selectors.counts_given_in(records.actor, period, body=records.body, but_year=but)
    words = f"Khen thưởng trong sổ, quyết định trong {period.printed}"
    return Found(_items(rows), f"{words}, trừ thành tích năm {but}." if but else f"{words}.")


def _items(rows: Sequence[Counted]) -> list[Item]:
    """A line an authority, the highest first."""
    ordered = sorted(rows, key=_place)
    return [_item(list(of_one)) for _, of_one in groupby(ordered, key=_place)]


def _place(row: Counted) -> tuple[int, str, int]:
    office = row.decided_by
    return (
        _LEVELS[office.level] if office else len(_LEVELS),
        office.name if office else row.decider,
        office.pk if office else 0,
    )


def _item(rows: Sequence[Counted]) -> Item:
    refs = tuple(_ref(line) for row in rows for line in row.lines)
    who = rows[0].decided_by.called if rows[0].decided_by else rows[0].decider
    pieces = [Piece(f"{who}: " if who else "Chưa rõ nơi khen: ")]
    for place, (name, of_one) in enumerate(groupby(rows, key=lambda row: (row.sort, row.name))):
        pieces.append(Piece("; " if place else ""))
        pieces += _told(name, list(of_one), bool(who))
    return Item(f"awards.decider:{_key(rows[0])}", tuple(piece for piece in pieces if piece.text), refs)


def _key(row: Counted) -> str:
    return str(row.decided_by.pk) if row.decided_by else row.decider


def _told(kind: tuple[str, str], rows: Sequence[Counted], named: bool) -> Iterator[Piece]:
    """ "29 Lao động tiên tiến"; "Giấy khen cho 12 cá nhân, 03 tập thể"."""
    sort, name = kind
    if sort == Award.Sort.TITLE and len(rows) == 1:
        yield _count(rows[0], name)
        return
    yield Piece(f"{name.partition(' của ')[0] if named else name} cho ")
    for place, row in enumerate(rows):
        if place:
            yield Piece(", ")
        yield _count(row, row.of_whom_label.lower())


def _count(row: Counted, word: str) -> Piece:
    """The number with its word, leading to the lines behind it."""
    return Piece(f"{two_digits(row.count)} {word}", _award_key(row.lines[0]))


def _ref(line: Award) -> Ref:
    said = "đọc từ báo cáo" if line.source == Award.Source.REPORTED else ""
    if line.is_aggregate and line.unnamed:  # type: ignore[attr-defined]
        said = "; ".join(part for part in ("chưa có danh sách", said) if part)
    return Ref(_award_key(line), str(line), address("awards:award", line.pk), said)


def _award_key(line: Award) -> str:
    return f"awards.Award:{line.pk}"
