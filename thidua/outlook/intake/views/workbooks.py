"""Workbooks: the list, templates and upload, the page of one from check to undo."""

from datetime import datetime
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from thidua.kit.files import serve
from thidua.kit.files import services as files
from thidua.kit.jobs import views as jobs
from thidua.kit.sheets.reader import Book
from thidua.kit.sheets.template import write_faulty, write_template
from thidua.kit.ui.filters import Choice, Sort
from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.outlook.intake import loadings, permissions, selectors, services
from thidua.outlook.intake.forms import WorkbookForm
from thidua.outlook.intake.models import CellProblem, Workbook
from thidua.outlook.intake.views.addresses import of_workbook
from thidua.outlook.intake.workbook_page import page_of_workbook
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right

_XLSX = serve.TYPES["xlsx"]


@needs(Right.SHEETS_IMPORT)
@require_GET
def workbooks(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    listing: Listing[Workbook] = Listing(
        request.GET,
        selectors.workbooks_visible_to(actor),
        noun="bảng tính",
        filters=[
            Choice("loai", "Loại", lambda found, code: found.filter(layout=code), loadings.choices),
            Choice(
                "tinh_trang",
                "Tình trạng",
                lambda found, code: found.filter(state=code),
                Workbook.State.choices,
            ),
        ],
        sorts=[
            Sort("luc", "Tải lên", ("uploaded_at", "pk"), falling_first=True),
            Sort("ten", "Tệp", ("name", "pk")),
        ],
        first="-luc",
    )
    labelled = [(row, loadings.label_of(row.layout)) for row in listing.rows]
    return respond(request, "intake/workbooks.html", {"listing": listing, "labelled": labelled})


@needs(Right.SHEETS_IMPORT)
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """Choose what it is, download its template, upload it filled in."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    offered = loadings.open_to(actor, actor.body)
    if not offered or not actor.can(Right.SHEETS_IMPORT, actor.body):
        raise PermissionDenied("Cần quyền ghi một trong các sổ tại cơ quan này để nạp bảng tính vào sổ đó.")
    form = WorkbookForm(request.POST or None, request.FILES or None, offered=offered)
    if request.method == "POST" and form.is_valid():
        assert actor.body is not None
        with refusals_on(form, "file"):
            file = form.cleaned_data["file"]
            workbook = services.take_workbook(
                file.name,
                file,
                layout=form.cleaned_data["layout"],
                body=actor.body,
                by=actor,
                at=timezone.now(),
            )
            return redirect(of_workbook(workbook))
    context = {"form": form, "layouts": [loading.layout for loading in offered]}
    return respond(request, "intake/take_workbook.html", context, status=422 if form.errors else 200)


@needs(Right.SHEETS_IMPORT)
@require_GET
def template(request: HttpRequest, layout: str) -> HttpResponseBase:
    """The empty workbook of a layout."""
    if layout not in loadings.BY_CODE:
        raise Http404
    stream = BytesIO()
    write_template(loadings.of(layout).layout, stream)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename=f"mau-{layout}.xlsx", content_type=_XLSX)


@needs(Right.SHEETS_IMPORT)
@require_GET
def workbook(request: HttpRequest, pk: int) -> HttpResponse:
    return workbook_page(request, found(request, pk))


def workbook_page(
    request: HttpRequest, row: Workbook, *, wrong: dict[int, str] | None = None, status: int = 200
) -> HttpResponse:
    """The page of one workbook; `wrong`: doubts whose answers were not taken."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    listing: Listing[CellProblem] = Listing(
        request.GET,
        selectors.problems_of(row),
        noun="lỗi, lưu ý",
        filters=[Choice("loai", "Loại", lambda rows, code: rows.filter(kind=code), CellProblem.Kind.choices)],
        sorts=[Sort("dong", "Ô", ("row", "pk"))],
        first="dong",
    )
    context: dict[str, Any] = {"workbook": row, "listing": listing, "wrong": wrong or {}}
    context["page"] = page_of_workbook(row, actor=actor)
    return respond(request, "intake/workbook.html", context, status=status)


@needs(Right.SHEETS_IMPORT)
@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows how far its job is, POST stops it."""
    row = found(request, pk)
    job = selectors.workbook_job(row, actor=request.actor)  # type: ignore[attr-defined]
    if job is None:
        raise Http404
    answer = jobs.progress(request, job.key)
    job.refresh_from_db()
    # The box asked for itself and finds its job over: the page around it has other things to say now.
    if request.htmx.target and job.is_over:  # type: ignore[attr-defined]
        answer["HX-Refresh"] = "true"
    return answer


@needs(Right.SHEETS_IMPORT)
@require_GET
def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The workbook as it was uploaded."""
    return serve.respond(found(request, pk).version, request=request)


@needs(Right.SHEETS_IMPORT)
@require_GET
def faulty(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The faulty rows alone, with a column that says what to mend: to mend there and upload again."""
    row = found(request, pk)
    told = selectors.told_by_row(row)
    if not told:
        raise Http404
    stream = BytesIO()
    path, layout = files.location(row.version), loadings.of(row.layout).layout
    with Book(path, layout, sheet=row.sheet, encoding=row.reads_as) as book:
        write_faulty(book.printed_header(), book.printed(), told, stream)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename=f"can-sua-{_stamp()}.xlsx", content_type=_XLSX)


def _stamp() -> str:
    return f"{datetime.now(tz=timezone.get_current_timezone()):%d-%m-%Y-%H%M}"


def found(request: HttpRequest, pk: int) -> Workbook:
    return get_object_or_404(selectors.workbooks_visible_to(request.actor), pk=pk)  # type: ignore[attr-defined]


def said(request: HttpRequest, text: str) -> None:
    messages.success(request, text)


def may(request: HttpRequest, row: Workbook) -> None:
    """Closed to whoever may no longer write the register that it goes into."""
    if reasons := permissions.why_not_handle(request.actor, row):  # type: ignore[attr-defined]
        raise PermissionDenied(" ".join(reasons))
