"""Reads of meetings. Every list starts at `visible_to(actor)`."""

from thidua.records.meetings.selectors.attended import Attended, turnout, turnouts, units_of_roll
from thidua.records.meetings.selectors.home import calendar
from thidua.records.meetings.selectors.people import Matched, match_names
from thidua.records.meetings.selectors.visible import (
    about,
    between,
    documents_of,
    in_words,
    meetings_in,
    telling_of,
    visible_to,
    with_day,
)

__all__ = [
    "Attended",
    "Matched",
    "about",
    "between",
    "calendar",
    "documents_of",
    "in_words",
    "match_names",
    "meetings_in",
    "telling_of",
    "turnout",
    "turnouts",
    "units_of_roll",
    "visible_to",
    "with_day",
]
