"""The board: open tasks by day, or by who does them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.models import Unit
from thidua.work.programme.models import Task
from thidua.work.programme.selectors.visible import MONTH, OPEN, WEEK

READ = 600
"""Open tasks that one board reads; beyond them the list is the place."""
SHOWN = 40


@dataclass(frozen=True)
class Section:
    """One stretch of the board by day; `code` is that of the list's filter."""

    code: str
    title: str
    count: int
    rows: list[Task]

    @property
    def has_more(self) -> bool:
        return self.count > len(self.rows)


@dataclass
class Group:
    """What one unit, person or role has to do."""

    name: str
    key: str
    """Of the list's filter; empty where it cannot be filtered for."""
    rows: list[Task] = field(default_factory=list)
    late: int = 0
    undated: int = 0

    @property
    def count(self) -> int:
        return len(self.rows)


@dataclass(frozen=True)
class Board:
    sections: list[Section]
    groups: list[Group]
    count: int

    @property
    def has_more(self) -> bool:
        return self.count > READ


def by_date(rows: QuerySet[Task], on: date) -> Board:
    """Overdue, this week, this month, later, undated; what was asked for courteously stands apart. Two queries."""
    given, asked = Q(kind=Task.Kind.BINDING), Q(kind=Task.Kind.COURTEOUS)
    stretches = {
        "qua": ("Quá hạn", given & Q(due_on__lt=on)),
        "tuan": ("Đến hạn trong 7 ngày", given & Q(due_on__gte=on, due_on__lte=on + WEEK)),
        "thang": ("Đến hạn trong 30 ngày", given & Q(due_on__gt=on + WEEK, due_on__lte=on + MONTH)),
        "sau": ("Sau 30 ngày", given & Q(due_on__gt=on + MONTH)),
        "chua": ("Chưa có ngày", given & Q(due_on__isnull=True)),
        "de_nghi": ("Đề nghị phối hợp", asked),
    }
    open_ones = rows.filter(OPEN)
    counts = open_ones.order_by().aggregate(
        **{code: Count("pk", filter=within) for code, (_, within) in stretches.items()}
    )
    read = list(open_ones.order_by(F("due_on").asc(nulls_last=True), "pk")[:READ])
    placed: dict[str, list[Task]] = {code: [] for code in stretches}
    for task in read:
        placed[_stretch(task, on)].append(task)
    sections = [
        Section(code, title, counts[code], placed[code][:SHOWN])
        for code, (title, _) in stretches.items()
        if counts[code]
    ]
    return Board(sections, [], sum(counts.values()))


def _stretch(task: Task, on: date) -> str:
    if task.kind == Task.Kind.COURTEOUS:
        return "de_nghi"
    if task.due_on is None:
        return "chua"
    if task.due_on < on:
        return "qua"
    return "tuan" if task.due_on <= on + WEEK else "thang" if task.due_on <= on + MONTH else "sau"


def by_unit(rows: QuerySet[Task], on: date) -> Board:
    """Units in their order, then people without a unit, roles and what is only printed, all staff last. Two queries."""
    open_ones = rows.filter(OPEN)
    count = open_ones.order_by().count()
    read = list(open_ones.order_by(F("due_on").asc(nulls_last=True), "pk")[:READ])
    groups: dict[str, Group] = {}
    units: dict[str, Unit] = {}
    for task in read:
        key, name = _doer(task)
        group = groups.setdefault(key, Group(name, key if key[0] in "up" else ""))
        if task.unit:
            units[key] = task.unit
        group.rows.append(task)
        group.late += task.is_late(on)
        group.undated += task.due_on is None
    places = {unit.pk: place for place, unit in enumerate(_in_order(units.values()))}
    ordered = sorted(groups.items(), key=lambda item: (_rank(item[0], units, places), item[1].name))
    return Board([], [group for _, group in ordered], count)


def _doer(task: Task) -> tuple[str, str]:
    if task.all_staff:
        return "z", "Toàn thể cơ quan"
    if task.unit:
        return f"u{task.unit_id}", task.unit.short_name or task.unit.name
    if task.person:
        return f"p{task.person_id}", task.person.full_name
    name = task.assignee
    return (f"t{name}", name) if name else ("y", "Chưa giao ai")


def _rank(key: str, units: dict[str, Unit], places: dict[int, int]) -> tuple[int, int]:
    kind = "uptyz".index(key[0])
    return kind, places[units[key].pk] if key in units and kind == 0 else 0


def _in_order(units: Iterable[Unit]) -> list[Unit]:
    return orgs.in_order({unit.pk: unit for unit in units}.values())
