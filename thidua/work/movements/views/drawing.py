"""How a movement is drawn: badges, steps, the tree of answers, the ruler of planned and done days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from thidua.kit.ui.parts import Node, Step
from thidua.kit.ui.wording import day, short_day
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right
from thidua.work.movements import selectors
from thidua.work.movements.models import Milestone, Movement, Response, State, Wave
from thidua.work.movements.selectors import Branch

_STATES = {
    State.DRAFT: ("info", "pencil"),
    State.LAUNCHED: ("unknown", "clock"),
    State.RUNNING: ("info", "player-play"),
    State.REVIEWED: ("met", "flag"),
    State.CONCLUDED: ("met", "check"),
    State.CLOSED: ("council", "archive"),
}
_STANDINGS = {
    "roi": ("met", "check", "Đã hưởng ứng"),
    "chua": ("gap", "alert-triangle", "Chưa hưởng ứng"),
    "mien": ("unknown", "minus", "Có lý do"),
}


@dataclass(frozen=True)
class Badge:
    kind: str
    icon: str
    text: str


def badge_of(state: State) -> Badge:
    kind, icon = _STATES[state]
    return Badge(kind, icon, state.label)


def standing_badge(code: str) -> Badge | None:
    return Badge(*_STANDINGS[code]) if code else None


def steps_of(movement: Movement, on: date) -> list[Step]:
    """Its life as a stepper, each step with its day."""
    state = selectors.state_of(movement, on)
    order = list(State)
    days = {
        State.LAUNCHED: movement.launched_on,
        State.RUNNING: max(filter(None, (movement.since, movement.launched_on)), default=None),
        State.REVIEWED: movement.reviewed_on,  # type: ignore[attr-defined]
        State.CONCLUDED: movement.concluded_on,  # type: ignore[attr-defined]
        State.CLOSED: movement.closed_on,
    }
    labels = {State.LAUNCHED: "Phát động", State.RUNNING: "Thực hiện", State.REVIEWED: "Sơ kết"}
    labels |= {State.CONCLUDED: "Tổng kết", State.CLOSED: "Kết thúc"}
    here = order.index(state)
    steps = []
    for place, each in enumerate(order):
        reached = place <= here and (days.get(each) is not None or each in (State.DRAFT, state))
        if each in (State.REVIEWED, State.CONCLUDED) and place < here:
            reached = days[each] is not None
        kind = "now" if place == here else "done" if reached else "next" if place > here else "stopped"
        if kind == "stopped" and each in (State.LAUNCHED, State.RUNNING):
            kind = "done"
        passed = "không ghi" if kind == "stopped" else ""
        steps.append(
            Step(labels.get(each, each.label), kind, passed, days.get(each) if place <= here else None)
        )
    return steps


def nodes_of(branches: Sequence[Branch], actor: Actor) -> list[Node]:
    """The flat tree as boxes within boxes; of several superiors' movements the last one holds what follows."""
    may_write = actor.can(Right.REGISTER_WRITE, actor.body)

    def within(start: int, depth: int) -> tuple[list[Node], int]:
        nodes: list[Node] = []
        place = start
        while place < len(branches) and branches[place].depth >= depth:
            below, after = within(place + 1, depth + 1)
            nodes.append(_node(branches[place], below, may_write))
            place = after
        return nodes, place

    return within(0, 0)[0]


def _node(branch: Branch, below: list[Node], may_write: bool) -> Node:
    if branch.unit is not None:
        waited = f"{branch.days} ngày, chưa hưởng ứng" if branch.days is not None else "chưa hưởng ứng"
        return Node(branch.unit.short_name or branch.unit.name, waited, kind="wanting")
    if branch.movement is None:
        response = branch.response
        assert response is not None
        url = reverse("register:document", args=[response.document_id]) if response.document_id else ""
        return Node(response.body.short_name or response.body.name, how_of(response), url=url)
    movement = branch.movement
    detail = ", ".join(part for part in (day(movement.launched_on), selectors.launcher_of(movement)) if part)
    kind = "chosen" if branch.place == "here" else ""
    return Node(
        movement.name, detail, "", reverse("movements:movement", args=[movement.pk]), kind, below=below
    )


def how_of(response: Response) -> str:
    """ "Bằng văn bản đăng ký, 15/SVH-VP, 02/4/2024"."""
    papers = [response.document] if response.document else []
    if not papers and response.ours:
        launching = [paper for paper in response.ours.papers.all() if paper.part in selectors.LAUNCHING]
        papers = [paper.document for paper in launching]
    paper = papers[0].number or str(papers[0]) if papers else response.note
    return ", ".join(part for part in (response.get_kind_display(), paper, day(response.on)) if part)


# The ruler

WIDTH, EDGE, BASE = 760, 10, 52
_LABEL = 7.3
"""Average width of a letter of the labels, in units of the drawing."""
_ROWS = 3


@dataclass(frozen=True)
class Point:
    """Coordinates as text: a template would write 12.5 as 12,5."""

    x: str
    text: str
    kind: str
    """done, planned, late."""
    label_x: str
    label_y: int


@dataclass(frozen=True)
class Tick:
    x: str
    text: str
    text_x: str
    is_now: bool = False


@dataclass(frozen=True)
class Ruler:
    """A drawing WIDTH units wide: the line of the period, ticks, points with labels that do not touch, today."""

    ticks: tuple[Tick, ...]
    points: tuple[Point, ...]
    today: str
    words: str
    width: int = WIDTH
    edge: int = EDGE
    end: int = WIDTH - EDGE
    base: int = BASE


def ruler_of(
    movement: Movement, milestones: Sequence[Milestone], waves: Sequence[Wave], on: date
) -> Ruler | None:
    """Planned and done days along the period; None where there are no days to draw."""
    marks = _marks(movement, milestones, waves, on)
    days = [when for when, _, _ in marks] + [d for d in (movement.since, movement.last_day) if d]
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)
    if (last - first).days < 45:
        last = first + timedelta(days=60)

    def x(when: date) -> float:
        share = (when - first).days / (last - first).days
        return EDGE + share * (WIDTH - 2 * EDGE)

    words = "; ".join(f"{text}: {day(when)}" for when, text, _ in marks)
    today = f"{x(on):.1f}" if first <= on <= last else ""
    return Ruler(
        tuple(_ticks(first, last, on, x)), tuple(_placed(marks, x, first.year != last.year)), today, words
    )


def _marks(movement, milestones, waves, on):
    found = []
    if movement.launched_on:
        found.append((movement.launched_on, "Phát động", "done"))
    for row in milestones:
        if row.done_on:
            found.append((row.done_on, row.get_kind_display(), "done"))
        elif row.latest_on:
            kind = "late" if row.latest_on < on else "planned"
            found.append((row.latest_on, row.get_kind_display(), kind))
    found += [
        (row.last_day, f"Hết {row.name}", "done" if row.reviewed_on else "planned")
        for row in waves
        if row.until
    ]
    if movement.closed_on:
        found.append((movement.closed_on, "Kết thúc", "done"))
    return sorted(found, key=lambda mark: (mark[0], mark[1]))


def _placed(marks, x, several_years: bool):
    """Labels in rows above the line, each where it touches none before it."""
    ends = [-99.0] * _ROWS
    for when, text, kind in marks:
        label = f"{day(when) if several_years else short_day(when)} {text}"
        width = len(label) * _LABEL
        at = x(when)
        left = min(max(at - width / 2, 0), WIDTH - width)
        row = next((place for place in range(_ROWS) if ends[place] + 8 < left), None)
        if row is None:
            row = min(range(_ROWS), key=lambda place: ends[place])
            left = min(ends[row] + 8, WIDTH - width)
        ends[row] = left + width
        yield Point(f"{at:.1f}", label, kind, f"{left:.1f}", BASE - 12 - row * 17)


def _ticks(first: date, last: date, on: date, x):
    """Months of a short period, years of a long one."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > 18:
        for year in range(first.year, last.year + 1):
            start, end = max(date(year, 1, 1), first), min(date(year, 12, 31), last)
            yield Tick(f"{x(start):.1f}", str(year), f"{(x(start) + x(end)) / 2:.1f}", year == on.year)
        return
    place = date(first.year, first.month, 1)
    while place <= last:
        following = date(place.year + place.month // 12, place.month % 12 + 1, 1)
        start, end = max(place, first), min(following, last)
        if x(end) - x(start) > 20:
            now = (place.year, place.month) == (on.year, on.month)
            text = f"Tháng {place.month}" if months <= 12 else f"T{place.month}"
            yield Tick(f"{x(start):.1f}", text, f"{(x(start) + x(end)) / 2:.1f}", now)
        place = following
