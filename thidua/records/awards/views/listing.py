"""The register as a list, and the same as an Excel file."""

from functools import partial
from tempfile import TemporaryFile

from django.http import FileResponse, HttpRequest, HttpResponse

from thidua.kit.ui.filters import Choice, Filter, Flag, Sort, Span, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.awards import kinds, permissions, selectors, sheets
from thidua.records.awards.models import Award
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.vn.codes import AWARD_CATEGORIES, RECIPIENT_KINDS

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def listing_of(request: HttpRequest) -> Listing[Award]:
    """The list that the address asks for: of the own bodies unless all are wanted, of what stands unless ended lines are."""
    return Listing(
        request.GET,
        lambda: selectors.listed(request.actor, request.GET.get("tat_ca"), request.GET.get("het")),
        noun="dòng khen thưởng",
        filters=_filters(request.actor),
        sorts=[
            Sort("ky", "Kỳ thành tích", ("year", "until", "pk"), falling_first=True),
            Sort("ten", "Người nhận", ("recipient", "pk")),
            Sort("loai_khen", "Danh hiệu, hình thức", ("sort", "name", "pk")),
        ],
        first="-ky",
    )


def _filters(actor: Actor) -> list[Filter]:
    return [
        Words("q", "Tìm", selectors.in_words),
        Span("nam", "Năm thành tích", selectors.in_years),
        Choice("ds", "Danh sách", lambda rows, code: rows.filter(sort=code), choices=Award.Sort.choices),
        Choice(
            "ma",
            "Danh hiệu, hình thức",
            lambda rows, code: rows.filter(code=code),
            choices=lambda: list(kinds.names().items()),
        ),
        Choice(
            "ai",
            "Đối tượng",
            lambda rows, code: rows.filter(of_whom=code),
            choices=list(RECIPIENT_KINDS.items()),
        ),
        Choice(
            "loai",
            "Loại khen",
            lambda rows, code: rows.filter(category=code),
            choices=list(AWARD_CATEGORIES.items()),
        ),
        Choice(
            "noi",
            "Nơi khen",
            lambda rows, pk: rows.filter(decided_by=pk),
            choices=partial(selectors.deciders, actor),
        ),
        Flag("chua_ten", "Chưa có danh sách", lambda rows, on: selectors.without_names(rows)),
        Flag("het", "Đã bỏ, thu hồi", lambda rows, on: rows),
        Flag("tat_ca", "Cả cơ quan khác", lambda rows, on: rows),
    ]


@needs(Right.AWARDS_READ)
def show(request: HttpRequest) -> HttpResponse:
    actor = request.actor
    context = {
        "listing": listing_of(request),
        "why_not": permissions.why_not_write(actor, actor.body),
    }
    return respond(request, "awards/list.html", context)


@needs(Right.AWARDS_READ)
def excel(request: HttpRequest) -> FileResponse:
    # Not kept in memory: the file closes, and with it goes, when the answer has been sent.
    stream = TemporaryFile()  # noqa: SIM115
    sheets.write(listing_of(request).found, stream)
    stream.seek(0)
    name = f"khen-thuong-{request.actor.on:%Y-%m-%d}.xlsx"
    return FileResponse(stream, as_attachment=True, filename=name, content_type=_XLSX)
