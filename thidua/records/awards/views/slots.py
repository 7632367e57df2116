"""Awards of a person, of a collective, by a decision: pages of their own, and parts of the pages of others."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from thidua.kit.ui.respond import respond
from thidua.records.awards import permissions, selectors
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Person
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors as register

SHOWN = 300
_PART = "awards/of_one.html#awards"


@needs(Right.AWARDS_READ)
def of_person(request: HttpRequest, person: int) -> HttpResponse:
    """Only of people whom the actor sees anyway: the whole course is more than one public decision."""
    card = Person.objects.filter(pk=person).only("merged_into").first()
    if card is not None and card.merged_into_id:
        return redirect("awards:of_person", card.merged_into_id)
    row = orgs.people_visible_to(request.actor).filter(pk=person).first()
    if row is None:
        raise Http404
    found = selectors.history_of(row, request.actor)[:SHOWN]
    may = not permissions.why_not_write(request.actor, request.actor.body)
    return respond(
        request,
        _PART,
        {"title": row.full_name, "rows": found, "of": "person", "person": row, "may_confirm": may},
    )


@needs(Right.AWARDS_READ)
def of_unit(request: HttpRequest, unit: int) -> HttpResponse:
    row = orgs.units_visible_to(request.actor).filter(pk=unit).first()
    if row is None:
        raise Http404
    found = selectors.history_of(row, request.actor)[:SHOWN]
    context = {"title": row.name, "rows": found, "of": "unit", "unit": row}
    return respond(request, _PART, context)


@needs(Right.AWARDS_READ)
def of_document(request: HttpRequest, document: int) -> HttpResponse:
    row = register.visible_to(request.actor).filter(pk=document).first()
    if row is None:
        raise Http404
    found = list(selectors.under_decision(row, request.actor)[:SHOWN])
    money = selectors.money_under(row, request.actor) if 0 < len(found) < SHOWN else None
    context = {"title": str(row), "rows": found, "of": "document", "money": money}
    return respond(request, _PART, context)
