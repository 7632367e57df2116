"""What is filtered to, as an Excel file and as a printed list in the order of rank."""

from tempfile import TemporaryFile

from django.http import FileResponse, HttpRequest, HttpResponse

from thidua.kit.ui.respond import respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import sheets
from thidua.records.register.selectors import lists
from thidua.records.register.views.listing import listing_of
from thidua.records.register.views.showing import badge_of

PRINTED = 2000
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(Right.REGISTER_READ)
def excel(request: HttpRequest) -> FileResponse:
    # Not kept in memory: the file closes, and with it goes, when the answer has been sent.
    stream = TemporaryFile()  # noqa: SIM115
    sheets.write(listing_of(request).found, stream, actor=request.actor)
    stream.seek(0)
    name = f"van-ban-{request.actor.on:%Y-%m-%d}.xlsx"
    return FileResponse(stream, as_attachment=True, filename=name, content_type=_XLSX)


@needs(Right.REGISTER_READ)
def printed(request: HttpRequest) -> HttpResponse:
    """By rank (Party, law, decree, circular, province …), then by day; the first PRINTED rows."""
    listing = listing_of(request)
    rows = list(listing.found.order_by("rank", "ordered_on", "pk")[: PRINTED + 1])
    noted = [(row, badge_of(row.validity)) for row in lists.noted(rows[:PRINTED], request.actor)]
    words = [f"{chip.filter.label}: {chip.words}".rstrip(": ") for chip in listing.chips if chip.on]
    context = {
        "rows": noted,
        "listing": listing,
        "words": words,
        "more": len(rows) > PRINTED,
        "most": PRINTED,
    }
    return respond(request, "register/print.html", context)
