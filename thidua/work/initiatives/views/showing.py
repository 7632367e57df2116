"""One initiative: its page; what reads nearly the same and a person's initiatives, as parts of pages."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from thidua.kit.audit.sentences import Told, history
from thidua.kit.ui.respond import respond
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Person
from thidua.records.orgs.rights import Right
from thidua.work.initiatives import permissions, selectors
from thidua.work.initiatives.models import Ending, Initiative
from thidua.work.initiatives.views.found import initiative_of

SHOWN = 200
_LINES = 30


@needs(Right.INITIATIVES_READ)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Others than those whose register it is see what is public: what, whose, recognised by whom for when."""
    row, actor = initiative_of(request, pk), request.actor
    own = selectors.keeps(actor, row)
    acts = row.recognitions.select_related("document", "decided_by").order_by("year", "pk")
    acts = acts.exclude(ending=Ending.CORRECTED) if own else acts.standing()
    context = {
        "initiative": row,
        "own": own,
        "facts": _facts(row, own),
        "authors": list(row.authors.all()),
        "acts": acts,
        "used": selectors.same_years(row, actor) if actor.has(Right.AWARDS_READ) else [],
        "sees_awards": actor.has(Right.AWARDS_READ),
        "follower": Initiative.objects.filter(corrects=row).first() if own else None,
        "why_not": permissions.why_not_change(actor, row),
        "history": _history(row) if own else [],
    }
    return respond(request, "initiatives/initiative.html", context)


def _facts(row: Initiative, own: bool) -> list[tuple[str, Any]]:
    public = [
        ("Loại", row.get_kind_display()),
        ("Thuộc cơ quan", row.body.called),
        ("Tác giả ngoài danh bạ", row.others),
        ("Nội dung, hiệu quả áp dụng", row.summary),
    ]
    return [*public, ("Sổ của", row.kept_by.called)] if own else public


def _history(row: Initiative) -> list[Told]:
    """Of the line and of those that it came to stand for."""
    lines = [line for each in selectors.chain_of(row) for line in history(each, limit=_LINES)]
    return sorted(lines, key=lambda line: line.at, reverse=True)[:_LINES]


@needs(Right.INITIATIVES_READ)
def alike(request: HttpRequest, pk: int) -> HttpResponse:
    row = initiative_of(request, pk)
    context = {"initiative": row, "near": selectors.alike(row.title, request.actor, but=row.pk)}
    return respond(request, "initiatives/alike.html#near", context)


@needs(Right.INITIATIVES_READ)
def of_person(request: HttpRequest, person: int) -> HttpResponse:
    """Only of people whom the actor sees anyway: all of somebody's work is more than one public decision."""
    card = Person.objects.filter(pk=person).only("merged_into").first()
    if card is not None and card.merged_into_id:
        return redirect("initiatives:of_person", card.merged_into_id)
    row = orgs.people_visible_to(request.actor).filter(pk=person).first()
    if row is None:
        raise Http404
    parts = selectors.of_person(row, request.actor)[:SHOWN]
    return respond(request, "initiatives/of_person.html#initiatives", {"person": row, "parts": parts})
