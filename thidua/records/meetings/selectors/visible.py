"""Who sees which meetings. Fetching is the access check."""

from datetime import date

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, Coalesce

from thidua.records.meetings.models import Meeting, MeetingDocument
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors as register
from thidua.records.register.models import Document
from thidua.vn.fold import fold
from thidua.vn.periods import Period


def visible_to(actor: Actor) -> QuerySet[Meeting]:
    """Meetings of the actor's bodies and of those that ended in them."""
    meetings = Meeting.objects.all()
    if actor.is_system:
        return meetings
    bodies = actor.bodies(Right.MEETINGS_READ)
    return meetings.filter(body__in=orgs.lineage_ids(bodies, actor.on)) if bodies else meetings.none()


def meetings_in(
    actor: Actor, period: Period, topic: str = "", *, body: Unit | None = None
) -> QuerySet[Meeting]:
    """Meetings held in the period (cancelled ones left out), about one topic, of one body; the earliest first.

    A body stands for those that ended in it too. One whose day is not known counts where all its period lies inside.
    """
    rows = visible_to(actor).filter(_held_in(period), cancelled_at__isnull=True)
    if body is not None:
        rows = rows.filter(body__in=orgs.lineage(body, actor.on))
    return (about(rows, topic) if topic else rows).order_by(Coalesce("held_on", "since"), "pk")


def _held_in(period: Period) -> Q:
    dated = Q(held_on__gte=period.since, held_on__lt=period.until)
    return dated | Q(held_on=None, since__gte=period.since, until__lte=period.until)


def between(rows: QuerySet[Meeting], since: date | None, until: date | None) -> QuerySet[Meeting]:
    """Held, or perhaps held, from one day to another, both included; either may be open."""
    if since:
        rows = rows.filter(Q(held_on__gte=since) | Q(until__gt=since))
    return rows.filter(Q(held_on__lte=until) | Q(since__lte=until)) if until else rows


def with_day(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Adds `day`, by which lists are sorted: the first of its period where the day is not known."""
    return rows.annotate(day=Coalesce("held_on", "since"))


def about(rows: QuerySet[Meeting], topic: str) -> QuerySet[Meeting]:
    """Meetings that serve one topic (a code of `register.Topic`)."""
    return rows.annotate(topics_text=Cast("topics", TextField())).filter(topics_text__contains=f'"{topic}"')


def in_words(rows: QuerySet[Meeting], text: str) -> QuerySet[Meeting]:
    """Meetings whose name, place or note hold all the words, marks or not."""
    for word in fold(text).split():
        rows = rows.filter(folded__contains=word)
    return rows


def documents_of(meeting: Meeting, actor: Actor) -> list[Document]:
    """What was told of, as far as the actor sees it, by rank; a stub that was merged is the document it became."""
    ids: set[int] = set()
    for row in MeetingDocument.objects.filter(meeting=meeting).select_related("document"):
        ids.add(row.document.merged_into_id or row.document_id)
    seen = register.visible_to(actor).filter(pk__in=ids).select_related("issuer")
    return list(seen.order_by("rank", "ordered_on", "pk"))


def telling_of(document: Document, actor: Actor) -> QuerySet[Meeting]:
    """Meetings at which a document was told of, the latest first."""
    ids = [document.pk, *document.merged_from.values_list("pk", flat=True)]
    told = MeetingDocument.objects.filter(document__in=ids).values("meeting")
    return (
        visible_to(actor)
        .filter(pk__in=told, cancelled_at__isnull=True)
        .order_by(Coalesce("held_on", "since").desc(), "-pk")
    )
