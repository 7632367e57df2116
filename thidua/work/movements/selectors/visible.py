"""Who sees which movements. Fetching is the access check."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.kit.audit.chain import subject_key
from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import Told, told
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register.models import Entry
from thidua.work.movements.models import Following, Movement, MovementDocument, Response

_TOLD = 60


@dataclass(frozen=True)
class Reach:
    """Ids of the bodies (with what ended in them), of those above them, and the paths of their subtrees."""

    own: frozenset[int]
    above: frozenset[int]
    paths: tuple[str, ...]


def reach_of(actor: Actor) -> Reach:
    """Two queries."""
    own = orgs.lineage_ids(actor.bodies(Right.MOVEMENTS_READ), actor.on)
    return _reach(Unit.objects.filter(pk__in=own)) if own else Reach(frozenset(), frozenset(), ())


def _reach(units: Iterable[Unit]) -> Reach:
    units = list(units)
    own = {unit.pk for unit in units}
    above = {int(part) for unit in units for part in unit.path.split("/") if part} - own
    return Reach(frozenset(own), frozenset(above), tuple(unit.path for unit in units))


def visible_to(actor: Actor) -> QuerySet[Movement]:
    """Movements that the actor's bodies keep or follow, those of the bodies above (launched or answered by them), those that
    papers in their register belong to or that they answer, and, once launched, those of the bodies below."""
    movements = Movement.objects.filter(merged_into__isnull=True)
    if actor.is_system:
        return movements
    reach = reach_of(actor)
    return movements.filter(_within(reach)) if reach.own else movements.none()


def seen_by_body(body: Unit) -> QuerySet[Movement]:
    """What `visible_to` shows of one body, whoever looks."""
    return Movement.objects.filter(_within(_reach([body])), merged_into__isnull=True)


def responses_visible_to(actor: Actor) -> QuerySet[Response]:
    """Answers of the own bodies, of those above and of those below; not those of peers."""
    responses = Response.objects.select_related(
        "superior__launcher", "superior__body", "ours__launcher", "body", "document"
    ).prefetch_related("ours__papers__document")
    if actor.is_system:
        return responses
    reach = reach_of(actor)
    if not reach.own:
        return responses.none()
    return responses.filter(Q(body__in=reach.own | reach.above) | _below("body", reach.paths))


def history_of(movement: Movement, actor: Actor) -> list[Told]:
    """What happened to it, newest first: in the bodies whose movements the actor reads, or by the installation."""
    lines = AuditLine.objects.filter(subject=subject_key(movement))
    if not actor.is_system:
        lines = lines.filter(body__in=[*(str(pk) for pk in actor.bodies(Right.MOVEMENTS_READ)), ""])
    return [told(line) for line in lines.order_by("-seq")[:_TOLD]]


def _within(reach: Reach) -> Q:
    own, above = reach.own, reach.above
    followed = Following.objects.filter(movement=OuterRef("pk"), body__in=own)
    answered = Response.objects.filter(superior=OuterRef("pk"), body__in=own | above)
    papers = MovementDocument.objects.filter(
        movement=OuterRef("pk"),
        document__entries__body__in=own,
        document__entries__direction=Entry.Direction.IN,
    )
    launched = Q(is_launched=True)
    from_above = Q(launcher__body__in=above) | Q(Exists(answered)) | Q(Exists(papers))
    kept = Q(body__in=own) | Q(launcher__body__in=own) | Q(Exists(followed))
    return kept | launched & (from_above | _below("launcher", reach.paths))


def _below(field: str, paths: Iterable[str]) -> Q:
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(**{f"{field}__path__startswith": path})
    return found
