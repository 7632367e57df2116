"""The chain of response: from the highest movement down to the one on the page, then who answers it, then who has not."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.work.movements.models import Movement, Response
from thidua.work.movements.selectors.coverage import unanswered_below
from thidua.work.movements.selectors.visible import responses_visible_to, visible_to

_UP, _DOWN, _WIDE = 5, 3, 200


@dataclass(frozen=True)
class Branch:
    """One line of the tree: a movement, an answer without a movement of its own, or a body whose answer is missing."""

    depth: int
    place: Literal["above", "here", "below", "missing"]
    movement: Movement | None = None
    response: Response | None = None
    unit: Unit | None = None
    days: int | None = None


def response_tree(movement: Movement, actor: Actor) -> list[Branch]:
    """Depth first; a constant number of queries for each generation."""
    above = _above(movement, actor)
    depth = max((branch.depth for branch in above), default=-1) + 1
    lines = [*above, Branch(depth, "here", movement)]
    lines += _below(movement, actor, depth + 1)
    body = movement.launcher.body if movement.launcher else None
    if body and actor.body and body.pk == actor.body.pk and movement.is_launched and not movement.closed_on:
        for twin in unanswered_below(body, actor.on, [movement]):
            lines += [Branch(depth + 1, "missing", unit=unit, days=twin.days) for unit in twin.missing]
    return lines


def _above(movement: Movement, actor: Actor) -> list[Branch]:
    generations: list[list[Movement]] = []
    seen, latest = {movement.pk}, [movement.pk]
    for _ in range(_UP):
        rows = visible_to(actor).filter(responses__ours__in=latest).select_related("launcher")
        found = [row for row in rows.distinct().order_by("launched_on", "pk")[:_WIDE] if row.pk not in seen]
        if not found:
            break
        generations.append(found)
        latest = [row.pk for row in found]
        seen.update(latest)
    generations.reverse()
    return [Branch(depth, "above", row) for depth, rows in enumerate(generations) for row in rows]


def _below(movement: Movement, actor: Actor, depth: int) -> list[Branch]:
    children: dict[int, list[Response]] = defaultdict(list)
    seen, latest = {movement.pk}, {movement.pk}
    responses = responses_visible_to(actor)
    for _ in range(_DOWN):
        rows = list(responses.filter(superior__in=latest).order_by("on", "pk")[:_WIDE])
        latest = set()
        for row in rows:
            if row.ours_id in seen:
                continue
            children[row.superior_id].append(row)
            if row.ours_id:
                seen.add(row.ours_id)
                latest.add(row.ours_id)
        if not latest:
            break
    return _walk(movement.pk, children, depth)


def _walk(pk: int, children: dict[int, list[Response]], depth: int) -> list[Branch]:
    lines = []
    for row in children.get(pk, []):
        lines.append(Branch(depth, "below", row.ours, row))
        if row.ours_id:
            lines += _walk(row.ours_id, children, depth + 1)
    return lines
