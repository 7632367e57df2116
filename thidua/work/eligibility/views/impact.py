"""For the pages of the law book: the screenings that a change touches, and doing them again."""

from django.http import HttpRequest, HttpResponse

from thidua.kit.ui import asked as typed
from thidua.kit.ui.respond import respond
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.work.eligibility.selectors import impact

SHOWN = 20


@needs(Right.ELIGIBILITY)
def show(request: HttpRequest) -> HttpResponse:
    """`?muc=`: only those that asked for the title or form of that entry."""
    actor = request.actor
    book = catalogue.book(actor.on, actor.body)
    entry = typed.words(request.GET, "muc")
    rows = impact.outdated(actor, book, entry)
    context = {"rows": rows[:SHOWN], "count": len(rows), "names": book.codes}
    return respond(request, "eligibility/impact.html#impact", context)
