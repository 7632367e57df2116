"""One entry of the book."""

from django.http import HttpRequest, HttpResponse

from thidua.kit.ui.respond import respond
from thidua.law import wording
from thidua.records.catalogue import selectors
from thidua.records.catalogue.views.found import asked_of, entry_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right


@needs(Right.LAW_READ)
def show(request: HttpRequest, entry: str) -> HttpResponse:
    page = asked_of(request)
    found = entry_of(page.book, entry)
    context = {
        "page": page,
        "entry": found,
        "told": selectors.tell(found, page.book, page.on),
        "contents": [pair for pair in wording.told(found, page.book) if pair[0] != "Ghi chú"],
        "shelf": wording.SHELF_NAMES[found.shelf],
        "source": found.data.get("source_url") or found.data.get("related_url"),
        "holds": found.holds(page.on),
        "kind": found.code if selectors.is_known(found.code, page.book) else "",
        "others": [
            (other, wording.days(other.since, other.until)) for other in selectors.siblings(found, page.book)
        ],
    }
    return respond(request, "catalogue/entry.html", context)
