"""Every write of the programme: one transaction, one line in the audit chain each."""

from thidua.work.programme.services.assigning import (
    NewTask,
    add_basis,
    assign,
    assign_many,
    correct_task,
    remove_basis,
)
from thidua.work.programme.services.calendars import issue_calendar, revoke_calendar
from thidua.work.programme.services.dating import extend, set_due
from thidua.work.programme.services.ending import (
    add_evidence,
    cancel,
    complete,
    reopen,
    withdraw_evidence,
)

__all__ = [
    "NewTask",
    "add_basis",
    "add_evidence",
    "assign",
    "assign_many",
    "cancel",
    "complete",
    "correct_task",
    "extend",
    "issue_calendar",
    "remove_basis",
    "reopen",
    "revoke_calendar",
    "set_due",
    "withdraw_evidence",
]
