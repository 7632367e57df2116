"""Every write of the register: one transaction, one line in the audit chain each."""

from thidua.records.register.services.citing import cite, dismiss, link, merge, unlink
from thidua.records.register.services.consulting import ask_opinion, be_asked, record_opinion, send_opinion
from thidua.records.register.services.correcting import (
    correct,
    correct_entry,
    exempt,
    replace,
    set_validity,
    withdraw_exemption,
)
from thidua.records.register.services.drafting import advance, draft, issue
from thidua.records.register.services.entering import attach, enter
from thidua.records.register.services.noting import note_paper, note_papers
from thidua.records.register.services.series import open_series, open_year, set_numbering
from thidua.records.register.services.stating import (
    state_count,
    state_coverage,
    state_nil,
    withdraw_statement,
)

__all__ = [
    "advance",
    "ask_opinion",
    "attach",
    "be_asked",
    "cite",
    "correct",
    "correct_entry",
    "dismiss",
    "draft",
    "enter",
    "exempt",
    "issue",
    "link",
    "merge",
    "note_paper",
    "note_papers",
    "open_series",
    "open_year",
    "record_opinion",
    "replace",
    "send_opinion",
    "set_numbering",
    "set_validity",
    "state_count",
    "state_coverage",
    "state_nil",
    "unlink",
    "withdraw_exemption",
    "withdraw_statement",
]
