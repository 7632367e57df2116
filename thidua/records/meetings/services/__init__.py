"""Every write of meetings: one transaction, one line in the audit chain each."""

from thidua.records.meetings.services.attending import (
    RollRow,
    add_roll,
    mark_present,
    mark_roll,
    record_turnout,
    strike_line,
)
from thidua.records.meetings.services.recording import (
    cancel,
    correct_meeting,
    disseminate,
    record_meeting,
    withdraw_document,
)

__all__ = [
    "RollRow",
    "add_roll",
    "cancel",
    "correct_meeting",
    "disseminate",
    "mark_present",
    "mark_roll",
    "record_meeting",
    "record_turnout",
    "strike_line",
    "withdraw_document",
]
