"""Every write of reports: one transaction, one line in the audit chain each."""

from thidua.outlook.reports.services.closing import ask, confirm_nil, state_figure, withdraw_nil
from thidua.outlook.reports.services.freezing import freeze, thaw
from thidua.outlook.reports.services.moving import advance, issue
from thidua.outlook.reports.services.outlining import correct_outline, hide_outline, save_outline
from thidua.outlook.reports.services.starting import correct, start
from thidua.outlook.reports.services.writing import leave_out, skip, take_back, write

__all__ = [
    "advance",
    "ask",
    "confirm_nil",
    "correct",
    "correct_outline",
    "freeze",
    "hide_outline",
    "issue",
    "leave_out",
    "save_outline",
    "skip",
    "start",
    "state_figure",
    "take_back",
    "thaw",
    "withdraw_nil",
    "write",
]
