"""Parts for other pages: htmx fills a link with them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.work.movements import permissions, selectors
from thidua.work.movements.selectors import lists
from thidua.work.movements.views.drawing import badge_of

SHOWN = 4


@needs(Right.MOVEMENTS_READ)
def idle(request: HttpRequest) -> HttpResponse:
    """For the right column of "Việc của tôi": the few that have been quiet longest."""
    actor = request.actor
    rows = selectors.idle(actor.body, actor.on) if actor.body else []
    context = {
        "quiet": rows[:SHOWN],
        "quiet_count": len(rows),
        "may_write": not permissions.why_not_write(actor, actor.body),
    }
    return render(request, "movements/idle_slot.html", context)


@needs(Right.MOVEMENTS_READ)
def of_document(request: HttpRequest, document: int) -> HttpResponse:
    """For the page of a document: the movements that it belongs to."""
    actor = request.actor
    found = lists.listed(actor).filter(papers__document=document).distinct().order_by("pk")
    rows = [(row, badge_of(selectors.state_of(row, actor.on))) for row in found]
    may_write = not permissions.why_not_write(actor, actor.body)
    return render(
        request, "movements/document_slot.html", {"rows": rows, "document": document, "may_write": may_write}
    )
