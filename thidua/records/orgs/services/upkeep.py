"""Keeping derived columns in step: changes entered for a coming day take effect on it."""

from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.records.orgs import tree
from thidua.records.orgs.actors import Actor


@transaction.atomic
def rebuild_tree(*, by: Actor, at: datetime) -> int:
    """Recompute names, codes, parents, bodies and paths of all units for `by.on`; how many were out of step.

    Run daily, and after a restore; leaves a line only when something was changed.
    """
    found = tree.out_of_step(by.on)
    if found:
        tree.correct(found)
        changes = {"units": [None, sorted(found)]}
        chain.record("orgs.rebuild_tree", "orgs.Unit:", by=by, at=at, text="Cây tổ chức", changes=changes)
    return len(found)
