"""The register as a list, and the same as an Excel file."""

from functools import partial
from tempfile import TemporaryFile

from django.http import FileResponse, HttpRequest, HttpResponse

from thidua.kit.ui.filters import Choice, Filter, Flag, Sort, Span, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.work.initiatives import permissions, selectors, sheets
from thidua.work.initiatives.models import Initiative, Scope

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def listing_of(request: HttpRequest) -> Listing[Initiative]:
    """The list that the address asks for: of the own bodies unless all are wanted, of what stands unless ended lines are."""
    return Listing(
        request.GET,
        lambda: selectors.listed(request.actor, request.GET.get("tat_ca"), request.GET.get("het")),
        noun="sáng kiến",
        filters=_filters(request.actor),
        sorts=[
            Sort("nam", "Công nhận", ("year", "pk"), falling_first=True),
            Sort("ten", "Tên", ("folded", "pk")),
        ],
        first="-nam",
    )


def _filters(actor: Actor) -> list[Filter]:
    return [
        Words("q", "Tìm", selectors.in_words, hint="tên sáng kiến, tác giả"),
        Span("nam", "Năm công nhận", selectors.in_years),
        Choice("pv", "Phạm vi", selectors.in_scope, choices=Scope.choices),
        Choice("loai", "Loại", lambda rows, code: rows.filter(kind=code), choices=Initiative.Kind.choices),
        Choice(
            "dv", "Đơn vị của tác giả", selectors.of_unit, choices=partial(selectors.units_of_authors, actor)
        ),
        Flag("het", "Đã bỏ", lambda rows, on: rows),
        Flag("tat_ca", "Cả cơ quan khác", lambda rows, on: rows),
    ]


@needs(Right.INITIATIVES_READ)
def show(request: HttpRequest) -> HttpResponse:
    actor = request.actor
    context = {
        "listing": listing_of(request),
        "why_not": permissions.why_not_write(actor, actor.body),
    }
    return respond(request, "initiatives/list.html", context)


@needs(Right.INITIATIVES_READ)
def excel(request: HttpRequest) -> FileResponse:
    # Not kept in memory: the file closes, and with it goes, when the answer has been sent.
    stream = TemporaryFile()  # noqa: SIM115
    sheets.write(listing_of(request).found, stream)
    stream.seek(0)
    name = f"sang-kien-{request.actor.on:%Y-%m-%d}.xlsx"
    return FileResponse(stream, as_attachment=True, filename=name, content_type=_XLSX)
