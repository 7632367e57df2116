"""Every write of the register of initiatives: one transaction, one line in the audit chain each."""

from thidua.work.initiatives.services.changing import (
    correct,
    correct_recognition,
    revoke,
    strike,
    strike_recognition,
)
from thidua.work.initiatives.services.entering import enter, recognise_scope, state_coverage
from thidua.work.initiatives.services.many import Line, enter_many, take_back

__all__ = [
    "Line",
    "correct",
    "correct_recognition",
    "enter",
    "enter_many",
    "recognise_scope",
    "revoke",
    "state_coverage",
    "strike",
    "strike_recognition",
    "take_back",
]
