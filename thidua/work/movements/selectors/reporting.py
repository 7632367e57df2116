"""Named queries for reports. Each has its own time window, and gives its rows with their documents at hand (`papers`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document
from thidua.vn.periods import Period
from thidua.work.movements.models import Assessment, Milestone, Movement, MovementDocument, Response, Result
from thidua.work.movements.selectors.coverage import reached_from, with_papers

Window = Literal["issued", "in_force"]
"""issued: launched (or the paper issued) in the period. in_force: holds on some day of the period."""
PLANS = (MovementDocument.Part.LAUNCH, MovementDocument.Part.PLAN)


def _lasting(period: Period) -> Q:
    """Shares a day with the period; one that names no end holds on."""
    starts = Q(since=None) | Q(since__lt=period.until)
    launched = Q(launched_on=None) | Q(launched_on__lt=period.until)
    ends = (Q(until=None) | Q(until__gt=period.since)) & (Q(closed_on=None) | Q(closed_on__gte=period.since))
    return starts & launched & ends


def _issued(period: Period) -> Q:
    papers = MovementDocument.objects.filter(
        movement=OuterRef("pk"),
        part__in=PLANS,
        document__issued_on__gte=period.since,
        document__issued_on__lt=period.until,
    )
    launched = Q(launched_on__gte=period.since, launched_on__lt=period.until)
    return launched | Q(Exists(papers))


def _in(period: Period, window: Window) -> Q:
    return _issued(period) if window == "issued" else _lasting(period)


def _rows(rows: QuerySet[Movement]) -> QuerySet[Movement]:
    return with_papers(rows.select_related("launcher", "body")).order_by(
        F("launched_on").asc(nulls_last=True), "pk"
    )


def launched_in(body: Unit, period: Period, form: str = "", window: Window = "issued") -> QuerySet[Movement]:
    """What the body launched in the period (a plan dated just before counts where `window="in_force"`)."""
    rows = Movement.objects.filter(
        _in(period, window), launcher__body=body, is_launched=True, merged_into=None
    )
    return _rows(rows.filter(form=form) if form else rows)


def running_in(body: Unit, period: Period, form: str = "") -> QuerySet[Movement]:
    """The body's own movements that went on in the period."""
    return launched_in(body, period, form, "in_force")


def superiors_in(
    body: Unit,
    period: Period,
    *,
    launcher: Unit | None = None,
    levels: Sequence[str] = (),
    window: Window = "in_force",
) -> QuerySet[Movement]:
    """Others' movements that the body knows of (keeps, follows, answers, holds papers of), by launcher or level."""
    holds = MovementDocument.objects.filter(movement=OuterRef("pk"), document__entries__body=body)
    cites = MovementDocument.objects.filter(
        movement=OuterRef("pk"), document__cited_by__source__entries__body=body
    )
    known = (
        Q(body=body)
        | Q(followings__body=body)
        | Q(responses__body=body)
        | Q(Exists(holds))
        | Q(Exists(cites))
    )
    rows = Movement.objects.filter(_in(period, window), is_launched=True, merged_into=None)
    rows = rows.exclude(launcher__body=body).filter(known)
    if launcher is not None:
        rows = rows.filter(launcher=launcher)
    if levels:
        rows = rows.filter(level__in=levels)
    return _rows(rows.distinct())


@dataclass(frozen=True)
class Answered:
    """One answer of the body: to `superior` itself, or to one that answers it (`through`)."""

    response: Response
    superior: Movement
    documents: tuple[Document, ...]
    through: Movement | None = None

    @property
    def ours(self) -> Movement | None:
        return self.response.ours


def answered(
    body: Unit,
    period: Period,
    *,
    launcher: Unit | None = None,
    levels: Sequence[str] = (),
    kinds: Sequence[str] = (),
    window: Window = "in_force",
    transitive: bool = True,
) -> list[Answered]:
    """Answers to superiors' movements, by launcher or level of the superior; one answer may reach several superiors.

    window="in_force": our movement (or, without one, the superior's) holds in the period; "issued": our paper or our
    launch falls into it, an undated answer where the superior's launch does. In order of our papers' days.
    """
    rows = _responses(body)
    if kinds:
        rows = rows.filter(kind__in=kinds)
    listed = [row for row in rows.order_by("on", "pk") if _falls(row, period, window)]
    reached = reached_from({row.superior_id for row in listed}) if transitive else {}
    wanted = {pk for pks in reached.values() for pk in pks} | {row.superior_id for row in listed}
    superiors = {
        row.pk: row
        for row in Movement.objects.filter(pk__in=wanted)
        .select_related("launcher")
        .prefetch_related("papers")
        if (launcher is None or row.launcher_id == launcher.pk) and (not levels or row.level in levels)
    }
    found = []
    for row in listed:
        for pk in sorted(reached.get(row.superior_id, {row.superior_id}) & superiors.keys()):
            through = row.superior if pk != row.superior_id else None
            found.append(Answered(row, superiors[pk], _documents(row), through))
    return found


def _responses(body: Unit) -> QuerySet[Response]:
    papers = MovementDocument.objects.filter(part__in=PLANS).select_related("document__issuer")
    return (
        Response.objects.filter(body=body, superior__merged_into=None)
        .select_related("superior__launcher", "ours__launcher", "document__issuer", "body")
        .prefetch_related(Prefetch("ours__papers", papers))
    )


def _documents(row: Response) -> tuple[Document, ...]:
    ours = [paper.document for paper in row.ours.papers.all()] if row.ours else []
    own = [row.document] if row.document else []
    return tuple({document.pk: document for document in [*own, *ours]}.values())


def _falls(row: Response, period: Period, window: Window) -> bool:
    lasting = row.ours or row.superior
    if window == "in_force":
        began = lasting.launched_on or lasting.since or row.on
        ends = lasting.until
        return period.overlaps(began, ends) if ends is None or began is None or began < ends else False
    days = [document.issued_on for document in _documents(row)]
    known = [day for day in (row.on, row.ours.launched_on if row.ours else None, *days) if day]
    return any(period.contains(day) for day in known or _launch(row))


def _launch(row: Response) -> list[date]:
    return [row.superior.launched_on] if row.superior.launched_on else []


def milestones_planned(body: Unit, period: Period, kinds: Sequence[str] = ()) -> QuerySet[Milestone]:
    """Milestones of the body's own movements that are planned for the period and not done; an open day comes last."""
    due = Q(latest_on__gte=period.since, latest_on__lt=period.until)
    rows = Milestone.objects.filter(due, done_on=None)
    return _milestones(rows, body, kinds).order_by("latest_on", "pk")


def milestones_open(body: Unit, period: Period, kinds: Sequence[str] = ()) -> QuerySet[Milestone]:
    """Planned without a day, of movements that hold in the period."""
    running = running_in(body, period).order_by().values("pk")
    rows = Milestone.objects.filter(latest_on=None, done_on=None, movement__in=running)
    return _milestones(rows, body, kinds).order_by("pk")


def milestones_done(body: Unit, period: Period, kinds: Sequence[str] = ()) -> QuerySet[Milestone]:
    """Milestones that were reached in the period, with the document that proves it."""
    rows = Milestone.objects.filter(done_on__gte=period.since, done_on__lt=period.until)
    return _milestones(rows, body, kinds).order_by("done_on", "pk")


def _milestones(rows: QuerySet[Milestone], body: Unit, kinds: Sequence[str]) -> QuerySet[Milestone]:
    own = rows.filter(movement__launcher__body=body, movement__merged_into=None)
    if kinds:
        own = own.filter(kind__in=kinds)
    papers = MovementDocument.objects.select_related("document__issuer")
    return own.select_related("movement__launcher", "document__issuer").prefetch_related(
        Prefetch("movement__papers", papers)
    )


def results_in(body: Unit, period: Period) -> QuerySet[Result]:
    """What was done and reached in the body's own movements in the period."""
    rows = Result.objects.filter(on__gte=period.since, on__lt=period.until)
    return (
        rows.filter(movement__launcher__body=body, movement__merged_into=None)
        .select_related("movement__launcher", "criterion", "document__issuer")
        .order_by("movement", "on", "pk")
    )


def assessments_in(body: Unit, period: Period) -> QuerySet[Assessment]:
    """Assessments of the body's own movements whose period shares a day with this one."""
    shares = (Q(since=None) | Q(since__lt=period.until)) & (Q(until=None) | Q(until__gt=period.since))
    rows = Assessment.objects.filter(shares, movement__launcher__body=body, movement__merged_into=None)
    return rows.select_related("movement__launcher").order_by("movement", "since", "pk")
