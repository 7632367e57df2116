"""The standing central bodies, kept as outside units. Run with each `thidua sync`; what stands already is left alone."""

from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.records.orgs import permissions, reference, unit_rows
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Succession, Unit, UnitCode, UnitName
from thidua.vn.fold import fold


@transaction.atomic
def sync_outside_bodies(*, by: Actor, at: datetime) -> int:
    """Add the bodies of `reference` that are missing (by any name they bear or bore); how many were added.

    Names, symbols and dates that officers have corrected are never overwritten.
    """
    refuse_if(permissions.why_not_add_outside_unit(by))
    standing = _standing()
    added = []
    for body in reference.BODIES:
        if fold(body.name) not in standing:
            unit = _add(body, standing.get(fold(body.under)), by)
            standing[fold(body.name)] = unit
            added.append(unit)
    edges = _link(standing, {unit.pk for unit in added})
    if added or edges:
        changes = {"added": [None, [unit.name for unit in added]], "edges": [None, edges]}
        chain.record(
            "orgs.sync_outside_bodies", "orgs.Unit:", by=by, at=at, text="Cơ quan trung ương", changes=changes
        )
    return len(added)


def _standing() -> dict[str, Unit]:
    """Central units by each folded name, present or former; inside the installation they count too."""
    rows = UnitName.objects.filter(unit__level=Unit.Level.CENTRAL).select_related("unit").order_by("pk")
    return {row.folded: row.unit for row in rows}


def _add(body: reference.Body, parent: Unit | None, by: Actor) -> Unit:
    unit = Unit(
        kind=body.kind,
        level=Unit.Level.CENTRAL,
        is_legal_person=True,
        is_outside=True,
        founded_on=body.founded_on,
        dissolved_on=body.dissolved_on,
        dissolved_by=reference.REFORM_DOCUMENT if body.dissolved_on else "",
    )
    unit_rows.begin(unit, body.name, code=body.symbols[0] if body.symbols else "", parent=parent, on=by.on)
    for symbol in body.symbols[1:]:
        UnitCode.objects.create(unit=unit, scheme=UnitCode.Scheme.ALIAS, code=symbol)
    return unit


def _link(standing: dict[str, Unit], new: set[int]) -> int:
    """Edges of bodies that were added just now; a body that officers wrote keeps what they entered."""
    made = 0
    for edge in reference.EDGES:
        ended, heir = standing[fold(edge.predecessor)], standing[fold(edge.successor)]
        if ended.pk in new:
            _, created = Succession.objects.get_or_create(
                predecessor=ended,
                successor=heir,
                defaults={"kind": edge.kind, "on": edge.on, "by_document": edge.by_document},
            )
            made += created
    return made
