"""The columns of a movement that follow from others."""

from thidua.work.movements import naming, selectors
from thidua.work.movements.models import Movement


def settle(movement: Movement) -> None:
    """Bring the derived columns in step. Does not save."""
    movement.name = naming.tidy(movement.name)
    movement.folded = naming.key(movement.name)
    movement.period_key = selectors.lasting_of(movement).key[:80]
    if not movement.level and movement.launcher:
        movement.level = movement.launcher.level
