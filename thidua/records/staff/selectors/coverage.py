"""From when the records of one kind are whole: without such a statement an absent row is unknown, not "no"."""

from datetime import date

from django.db.models import QuerySet

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors as register
from thidua.records.register.models import Statement
from thidua.records.staff.models import Discipline, Kept, Leave, PendingMatter, Rating, Service, Study

WHAT: dict[type[Kept], str] = {
    Rating: "staff:rating",
    Discipline: "staff:discipline",
    PendingMatter: "staff:matter",
    Leave: "staff:leave",
    Study: "staff:study",
    Service: "staff:service",
}
"""What a statement is about."""
WORDS = {
    "staff:rating": "Sổ đánh giá, xếp loại",
    "staff:discipline": "Sổ kỷ luật",
    "staff:matter": "Sổ việc đang xem xét",
    "staff:leave": "Sổ theo dõi nghỉ",
    "staff:study": "Sổ theo dõi học tập",
    "staff:service": "Sổ quá trình công tác",
}


def coverages(actor: Actor, body: Unit) -> QuerySet[Statement]:
    """Running statements on the body's staff records."""
    return register.coverages(actor, body).filter(what__in=WORDS)


def covered(actor: Actor, kind: type[Kept], since: date, until: date, *, body: Unit) -> Statement | None:
    """The statement by which the records of this kind are whole for all of [since, until)."""
    return register.covering(actor, WHAT[kind], since, until, body=body)


def covered_since(actor: Actor, kind: type[Kept], *, body: Unit) -> date | None:
    """The first day from which, up to now, the records of this kind are whole; None: nothing says so."""
    rows = coverages(actor, body).filter(what=WHAT[kind], period_until=None, period_since__isnull=False)
    return rows.order_by("period_since").values_list("period_since", flat=True).first()
