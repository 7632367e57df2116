"""Every write and every look that leaves a line: one transaction, one line in the audit chain each."""

from thidua.work.eligibility.services.looking import look_at_discipline
from thidua.work.eligibility.services.screening import (
    delete_screening,
    go_on_with_screening,
    screen_again,
    start_screening,
)

__all__ = [
    "delete_screening",
    "go_on_with_screening",
    "look_at_discipline",
    "screen_again",
    "start_screening",
]
