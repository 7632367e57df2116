"""Every write of the staff records: one transaction, one line in the audit chain each. Looks at conduct leave one too."""

from thidua.records.staff.services.changing import correct, strike
from thidua.records.staff.services.conduct import close_matter, end_discipline, enter_discipline, note_matter
from thidua.records.staff.services.covering import state_coverage, withdraw_coverage
from thidua.records.staff.services.looking import read_conduct
from thidua.records.staff.services.many import (
    Line,
    enter_discipline_many,
    enter_leave_many,
    rate_many,
    take_back,
)
from thidua.records.staff.services.rating import rate
from thidua.records.staff.services.time import enter_leave, enter_service, enter_study

__all__ = [
    "Line",
    "close_matter",
    "correct",
    "end_discipline",
    "enter_discipline",
    "enter_discipline_many",
    "enter_leave",
    "enter_leave_many",
    "enter_service",
    "enter_study",
    "note_matter",
    "rate",
    "rate_many",
    "read_conduct",
    "state_coverage",
    "strike",
    "take_back",
    "withdraw_coverage",
]
