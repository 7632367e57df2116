"""Reads of movements. Every list starts at `visible_to(actor)`."""

from thidua.work.movements.selectors import lists, reporting
from thidua.work.movements.selectors.coverage import (
    LAUNCHING,
    Covered,
    Likely,
    Twin,
    answers_of,
    asked_of,
    asking_of,
    coverage,
    reached_from,
    unanswered_below,
    with_papers,
)
from thidua.work.movements.selectors.finding import Overlap, find, lasting_of, like, overlap
from thidua.work.movements.selectors.home import calendar, launcher_of, waiting_for
from thidua.work.movements.selectors.idle import (
    Idle,
    idle,
    last_activity,
    overdue,
    overdue_of,
    own_of,
    with_activity,
)
from thidua.work.movements.selectors.states import going_on, in_state, state_of, states_of, with_facts
from thidua.work.movements.selectors.tree import Branch, response_tree
from thidua.work.movements.selectors.visible import (
    history_of,
    responses_visible_to,
    seen_by_body,
    visible_to,
)

__all__ = [
    "LAUNCHING",
    "Branch",
    "Covered",
    "Idle",
    "Likely",
    "Overlap",
    "Twin",
    "answers_of",
    "asked_of",
    "asking_of",
    "calendar",
    "coverage",
    "find",
    "going_on",
    "history_of",
    "idle",
    "in_state",
    "last_activity",
    "lasting_of",
    "launcher_of",
    "like",
    "lists",
    "overdue",
    "overdue_of",
    "overlap",
    "own_of",
    "reached_from",
    "reporting",
    "response_tree",
    "responses_visible_to",
    "seen_by_body",
    "state_of",
    "states_of",
    "unanswered_below",
    "visible_to",
    "waiting_for",
    "with_activity",
    "with_facts",
    "with_papers",
]
