"""Reads of the staff records. Every list starts at `visible_to(actor, kind)`.

Conduct (discipline, matters under consideration) is shown only by verbs that leave a line in the log:
`services.read_conduct`. Everybody else asks `is_held`, which tells that awards wait, and never why.
"""

from thidua.records.staff.selectors.about import (
    cards_of,
    of_people,
    of_subject,
    of_units,
    standing_about,
    strangers,
)
from thidua.records.staff.selectors.coverage import WHAT, coverages, covered, covered_since
from thidua.records.staff.selectors.holding import held_people, held_units, is_held
from thidua.records.staff.selectors.listed import (
    as_printed,
    in_words,
    in_years,
    levels_in,
    listed,
    of_room,
    posts_of,
)
from thidua.records.staff.selectors.matching import Named, match_subjects
from thidua.records.staff.selectors.visible import visible_to

__all__ = [
    "WHAT",
    "Named",
    "as_printed",
    "cards_of",
    "coverages",
    "covered",
    "covered_since",
    "held_people",
    "held_units",
    "in_words",
    "in_years",
    "is_held",
    "levels_in",
    "listed",
    "match_subjects",
    "of_people",
    "of_room",
    "of_subject",
    "of_units",
    "posts_of",
    "standing_about",
    "strangers",
    "visible_to",
]
