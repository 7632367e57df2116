"""Administrative procedures: those of a day, one with its papers and a calculator of its deadlines."""

from django.http import Http404, HttpRequest, HttpResponse

from thidua.kit.ui import asked
from thidua.kit.ui.respond import respond
from thidua.law.procedures import SHELF
from thidua.records.catalogue import selectors
from thidua.records.catalogue.views.found import asked_of, day_of, entry_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right


@needs(Right.LAW_READ)
def show(request: HttpRequest) -> HttpResponse:
    page = asked_of(request)
    context = {"page": page, "rows": selectors.procedures(page.book, page.on)}
    return respond(request, "catalogue/procedures.html", context)


@needs(Right.LAW_READ)
def one(request: HttpRequest, entry: str) -> HttpResponse:
    """`?nhan=`: the day on which the dossier was received; the clocks are run from it."""
    page = asked_of(request)
    found = entry_of(page.book, entry)
    if found.shelf != SHELF:
        raise Http404
    typed = asked.words(request.GET, "nhan")
    begins = day_of(typed)
    context = {
        "page": page,
        "shown": selectors.procedure(found, page.book, page.on, begins),
        "begins": begins,
        "wrong": typed if typed and not begins else "",
    }
    return respond(request, "catalogue/procedure.html", context)
