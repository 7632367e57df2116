"""What is paid under one decision, by unit; on the page and as an Excel file. Nothing is kept: the day of signing decides."""

from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse

from thidua.kit.ui.respond import respond
from thidua.records.awards import money_sheet, selectors
from thidua.records.awards.selectors.money import Sheet
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors as register

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(Right.AWARDS_READ)
def of_document(request: HttpRequest, document: int) -> HttpResponse:
    sheet = _sheet(request, document)
    seen = register.visible_to(request.actor).filter(pk=document).exists()
    return respond(request, "awards/money_of_document.html", {"sheet": sheet, "seen": seen})


@needs(Right.AWARDS_READ)
def excel(request: HttpRequest, document: int) -> FileResponse:
    stream = BytesIO()
    money_sheet.write(_sheet(request, document), stream)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename="tien-thuong.xlsx", content_type=_XLSX)


def _sheet(request: HttpRequest, document: int) -> Sheet:
    """Of a document that the actor sees, or by which their own bodies hold awards: many decisions are only cited here."""
    actor = request.actor  # type: ignore[attr-defined]
    row = register.visible_to(actor).filter(pk=document).first()
    if row is None:
        mine = selectors.of_bodies(actor).filter(decision=document)
        held = mine.select_related("decision__issuer").first()
        row = held.decision if held else None
    if row is None:
        raise Http404
    return selectors.money_under(row, actor)
