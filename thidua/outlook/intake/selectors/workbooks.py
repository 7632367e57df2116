"""Reads of workbooks: of the bodies for which the actor loads them. Fetching is the access check."""

from django.db.models import Q, QuerySet

from thidua.kit.jobs import selectors as jobs
from thidua.kit.jobs.models import Job
from thidua.kit.sheets.made import Made
from thidua.outlook.intake import loadings
from thidua.outlook.intake.models import CellProblem, Doubt, Workbook
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right


def workbooks_visible_to(actor: Actor) -> QuerySet[Workbook]:
    """Only those of a kind that the actor may write: a workbook of discipline is as closed as discipline itself."""
    rows = Workbook.objects.select_related("body", "uploaded_by", "version")
    if actor.is_system:
        return rows
    own, seen = actor.bodies(Right.SHEETS_IMPORT), Q(pk__in=[])
    for loading in loadings.LOADINGS:
        seen |= Q(layout=loading.layout.code, body__in=own & actor.bodies(loading.right))
    return rows.filter(seen)


def workbook_once(workbook: Workbook) -> str:
    """What a job of this workbook is known by: one at a time."""
    return f"intake.workbook:{workbook.pk}"


def is_running(workbook: Workbook) -> bool:
    return Job.objects.filter(once=workbook_once(workbook), state__in=Job.OPEN).exists()


def workbook_job(workbook: Workbook, *, actor: Actor) -> Job | None:
    """The last job of this workbook, whatever came of it."""
    return jobs.visible_to(actor.key, str(workbook.body_id)).filter(once=workbook_once(workbook)).first()


def committed_same(body: Unit, layout: str, sha256: str) -> Workbook | None:
    """The same file, loaded as the same, and not taken back."""
    written = (Workbook.State.COMMITTING, Workbook.State.COMMITTED, Workbook.State.UNDOING)
    rows = Workbook.objects.filter(body=body, layout=layout, version__sha256=sha256, state__in=written)
    return rows.exclude(ended_at=None).order_by("-pk").first()


def made_by(workbook: Workbook) -> Made:
    """Everything that its chunks made, in the order of making."""
    made = Made()
    for chunk in workbook.chunks.order_by("number"):
        made.merge(Made.from_json(chunk.made))
    return made


def problems_of(workbook: Workbook) -> QuerySet[CellProblem]:
    return workbook.problems.order_by("row", "pk")


def open_doubts(workbook: Workbook) -> QuerySet[Doubt]:
    """Asked in the last dry run and not answered; the likely ones last, they are answered together."""
    return workbook.doubts.filter(answer="", rows__gt=0).order_by("likely", "row", "pk")


def answered_doubts(workbook: Workbook) -> QuerySet[Doubt]:
    return workbook.doubts.exclude(answer="").order_by("row", "pk")


def told_by_row(workbook: Workbook) -> dict[int, str]:
    """Row → what is wrong with it, cell by cell, for the workbook of faulty rows."""
    found: dict[int, list[str]] = {}
    for row, cell, message in workbook.problems.filter(kind=CellProblem.Kind.ERROR).values_list(
        "row", "cell", "message"
    ):
        found.setdefault(row, []).append(f"{cell}: {message}")
    return {row: "\n".join(told) for row, told in found.items()}
