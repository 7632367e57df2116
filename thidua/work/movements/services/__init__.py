"""Writes of movements."""

from thidua.work.movements.services.answering import (
    not_for_us,
    respond,
    withdraw_exemption,
    withdraw_response,
)
from thidua.work.movements.services.content import (
    add_criterion,
    add_wave,
    attach_document,
    close_wave,
    detach,
    remove_criterion,
    set_target,
)
from thidua.work.movements.services.ending import close, merge_movements, reopen
from thidua.work.movements.services.opening import (
    copy_from_last_year,
    correct,
    drop_draft,
    follow,
    launch,
    open_movement,
)
from thidua.work.movements.services.progress import (
    assess,
    drop_milestone,
    plan_milestone,
    reach_milestone,
    record_result,
    remove_result,
    unreach_milestone,
)
from thidua.work.movements.services.taking import Told, Took, take

__all__ = [
    "Told",
    "Took",
    "add_criterion",
    "add_wave",
    "assess",
    "attach_document",
    "close",
    "close_wave",
    "copy_from_last_year",
    "correct",
    "detach",
    "drop_draft",
    "drop_milestone",
    "follow",
    "launch",
    "merge_movements",
    "not_for_us",
    "open_movement",
    "plan_milestone",
    "reach_milestone",
    "record_result",
    "remove_criterion",
    "remove_result",
    "reopen",
    "respond",
    "set_target",
    "take",
    "unreach_milestone",
    "withdraw_exemption",
    "withdraw_response",
]
