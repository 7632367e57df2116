"""Reads of the programme. Every list starts at `visible_to(actor)`."""

from thidua.work.programme.selectors.assignees import Assignee, assignee_of, assignees_of, unit_of
from thidua.work.programme.selectors.boards import Board, Group, Section, by_date, by_unit
from thidua.work.programme.selectors.home import (
    agenda,
    calendar,
    is_mine,
    mine,
    sits_in,
    waiting_for,
)
from thidua.work.programme.selectors.visible import (
    Notice,
    done_in,
    due_in,
    listed,
    notices,
    of_document,
    results_of,
    visible_to,
)

__all__ = [
    "Assignee",
    "Board",
    "Group",
    "Notice",
    "Section",
    "agenda",
    "assignee_of",
    "assignees_of",
    "by_date",
    "by_unit",
    "calendar",
    "done_in",
    "due_in",
    "is_mine",
    "listed",
    "mine",
    "notices",
    "of_document",
    "results_of",
    "sits_in",
    "unit_of",
    "visible_to",
    "waiting_for",
]
