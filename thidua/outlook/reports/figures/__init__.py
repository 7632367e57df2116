"""The named questions that blocks of an outline ask: each answers with lines, their records, and how it looked for them."""

from thidua.outlook.reports.figures import answers, awards, documents, meetings, movements, themes, work
from thidua.outlook.reports.figures.asking import Asking, Found, Query
from thidua.outlook.reports.figures.records import Records
from thidua.outlook.reports.figures.sides import SIDES
from thidua.records.meetings.models import Meeting
from thidua.records.register.models import Topic
from thidua.vn.documents import DOCUMENT_TYPES

_TOPICS = frozenset(Topic.values)
_TYPES = frozenset(kind.code for kind in DOCUMENT_TYPES)
_FILTERS = frozenset(
    {"of", "but_of", "topics", "but_topics", "types", "but_types", "words", "through", "issuer"}
)
_SAYS = {
    "of": SIDES,
    "but_of": SIDES,
    "topics": _TOPICS,
    "but_topics": _TOPICS,
    "types": _TYPES,
    "but_types": _TYPES,
}
_MILESTONES = {"kinds": movements.MILESTONES}

QUERIES: dict[str, Query] = {
    "request": Query(
        documents.request, "văn bản", gives=frozenset({"request"}), tally=documents.tell_request
    ),
    "documents": Query(documents.documents, "văn bản", _FILTERS, choices=_SAYS),
    "documents_by_type": Query(
        documents.documents,
        "văn bản",
        _FILTERS,
        gives=frozenset({"by_type"}),
        tally=documents.by_type,
        choices=_SAYS,
    ),
    "drafts": Query(documents.drafts, "dự thảo", _FILTERS, choices=_SAYS),
    "jubilees": Query(documents.jubilees, "văn bản", _FILTERS | {"every"}, choices=_SAYS),
    "answers": Query(
        answers.answers,
        "hình thức hưởng ứng",
        frozenset({"launchers", "but_words"}),
        choices={"launchers": answers.LAUNCHERS},
    ),
    "movements": Query(
        movements.movements,
        "phong trào",
        frozenset({"forms", "initiative"}),
        choices={"forms": movements.FORMS, "initiative": frozenset({"own"})},
    ),
    "milestones_done": Query(movements.milestones_done, "mốc", frozenset({"kinds"}), choices=_MILESTONES),
    "milestones_planned": Query(
        movements.milestones_planned, "mốc", frozenset({"kinds"}), choices=_MILESTONES
    ),
    "assessments": Query(movements.assessments, "đánh giá"),
    "meetings": Query(
        meetings.meetings,
        "cuộc họp",
        frozenset({"topics", "kinds", "folded_in"}),
        gives=frozenset({"turnout", "percent"}),
        tally=meetings.attendance,
        choices={"topics": _TOPICS, "kinds": frozenset(Meeting.Kind.values)},
    ),
    "told": Query(
        meetings.told, "văn bản", frozenset({"topics", "kinds", "folded_in"}), choices={"topics": _TOPICS}
    ),
    "awards": Query(awards.awards, "nơi khen"),
    "awards_given": Query(
        awards.given, "nơi khen", frozenset({"but_merit"}), choices={"but_merit": awards.MERIT_YEARS}
    ),
    "tasks": Query(work.tasks, "nhiệm vụ", frozenset({"words", "state"}), choices={"state": work.STATES}),
    "consultations": Query(work.consultations, "văn bản góp ý"),
    "theme": Query(themes.theme, "văn bản", gives=frozenset({"theme"}), tally=themes.tell_theme),
    "carrying_out": Query(
        themes.carrying_out, "văn bản", frozenset({"from"}), choices={"from": themes.SIDES}
    ),
    "counts": Query(work.counts, "số liệu", frozenset({"what"})),
}

__all__ = ["QUERIES", "Asking", "Found", "Query", "Records"]
