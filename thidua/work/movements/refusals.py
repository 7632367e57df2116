"""Refusals that point to the movement in the way, so that a page can offer to open it."""

from thidua.kit.refused import Refused
from thidua.work.movements.models import Movement


class InTheWay(Refused):
    def __init__(self, reason: str, movement: Movement) -> None:
        super().__init__(reason)
        self.movement = movement
