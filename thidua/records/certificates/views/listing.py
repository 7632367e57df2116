"""All numbers of the own books as a list, and the same as an Excel file."""

from functools import partial
from tempfile import TemporaryFile
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse

from thidua.kit.ui.filters import Choice, Filter, Sort, Span, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.certificates import permissions, selectors, sheets
from thidua.records.certificates.models import Artefact, Certificate
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_STANDS = "con"
_STATES = [(_STANDS, "Còn hiệu lực"), *Certificate.Ending.choices]
RECALLS_SHOWN = 20


def listing_of(request: HttpRequest) -> Listing[Certificate]:
    return Listing(
        request.GET,
        lambda: selectors.listed(request.actor),
        noun="số",
        filters=_filters(request.actor),
        sorts=[
            Sort("so", "Số", ("book", "seq", "pk")),
            Sort("nguoi", "Người nhận", ("recipient", "pk")),
            Sort("ngay", "Ngày cấp", ("given_on", "pk"), falling_first=True),
        ],
        first="-ngay",
    )


def _filters(actor: Actor) -> list[Filter]:
    return [
        Words("q", "Tìm", selectors.in_words, hint="số, người nhận, quyết định"),
        Span("nam", "Năm của sổ", _in_years),
        Choice("loai", "Loại", lambda rows, code: rows.filter(book__artefact=code), choices=Artefact.choices),
        Choice("so_nao", "Sổ", lambda rows, pk: rows.filter(book=pk), choices=partial(_books, actor)),
        Choice("tt", "Tình trạng", _in_state, choices=_STATES),
    ]


def _in_years(rows: Any, years: tuple[int | None, int | None]) -> Any:
    first, last = years
    rows = rows.filter(book__year__gte=first) if first is not None else rows
    return rows.filter(book__year__lte=last) if last is not None else rows


def _in_state(rows: Any, state: str) -> Any:
    return rows.standing() if state == _STANDS else rows.filter(ending=state)


def _books(actor: Actor) -> list[tuple[str, str]]:
    rows = selectors.books_visible_to(actor).order_by("-year", "artefact")[:60]
    return [(str(book.pk), str(book)) for book in rows]


@needs(Right.CERTIFICATES_READ)
def show(request: HttpRequest) -> HttpResponse:
    actor = request.actor
    recalls = selectors.to_recall(actor, actor.body) if actor.body else []
    context = {
        "listing": listing_of(request),
        "why_not": permissions.why_not_write(actor, actor.body),
        "recalls": recalls[:RECALLS_SHOWN],
        "more": max(0, len(recalls) - RECALLS_SHOWN),
    }
    return respond(request, "certificates/list.html", context)


@needs(Right.CERTIFICATES_READ)
def excel(request: HttpRequest) -> FileResponse:
    return as_excel(listing_of(request).found, f"so-cap-bang-{request.actor.on:%Y-%m-%d}")


def as_excel(rows: QuerySet[Certificate], name: str) -> FileResponse:
    # Not kept in memory: the file closes, and with it goes, when the answer has been sent.
    stream = TemporaryFile()  # noqa: SIM115
    sheets.write(rows, stream)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename=f"{name}.xlsx", content_type=_XLSX)
