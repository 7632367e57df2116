"""One entry of the book: what it says, where it stands, who compared it with the text and what was put right."""

from django.http import HttpRequest, HttpResponse

from thidua.kit.ui.respond import respond
from thidua.law import wording
from thidua.records.catalogue import permissions, selectors
from thidua.records.catalogue.views.found import asked_of, entry_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors as register


@needs(Right.LAW_READ)
def show(request: HttpRequest, entry: str) -> HttpResponse:
    page, actor = asked_of(request), request.actor
    found = entry_of(page.book, entry)
    laid = selectors.overlay_of(entry, page.on, actor.body)
    context = {
        "laid": laid,
        "differences": selectors.differences(laid, page.on) if laid else [],
        "laid_seen": laid and register.visible_to(actor).filter(pk=laid.document_id).exists(),
        "why_not": permissions.why_not_verify(actor, actor.body),
        "why_not_withdraw": permissions.why_not_withdraw(actor, laid) if laid else ["–"],
        "page": page,
        "entry": found,
        "told": selectors.tell(found, page.book, page.on),
        "contents": [pair for pair in wording.told(found, page.book) if pair[0] != "Ghi chú"],
        "shelf": wording.SHELF_NAMES[found.shelf],
        "source": found.data.get("source_url") or found.data.get("related_url"),
        "holds": found.holds(page.on),
        "may_judge": actor.has(Right.ELIGIBILITY),
        "kind": found.code if selectors.is_known(found.code, page.book) else "",
        "others": [
            (other, wording.days(other.since, other.until)) for other in selectors.siblings(found, page.book)
        ],
    }
    return respond(request, "catalogue/entry.html", context)
