"""The records of a person, of a unit, of oneself: pages of their own, and parts of the pages of others."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.respond import respond
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.rights import Right
from thidua.records.staff import permissions, selectors, services, words
from thidua.records.staff.kinds import TABS, is_conduct
from thidua.records.staff.models import Discipline, PendingMatter, Rating
from thidua.records.staff.views.found import OPEN, cover, wants_open

SHOWN = 100
_PART = "staff/of_one.html#records"
_NAME = "Đánh giá, kỷ luật"


@needs(Right.STAFF_READ, Right.DISCIPLINE_READ)
def of_person(request: HttpRequest, person: int) -> HttpResponse:
    card = Person.objects.filter(pk=person).only("merged_into").first()
    if card is not None and card.merged_into_id:
        return redirect("staff:of_person", card.merged_into_id)
    row, actor = _person(request, person), request.actor
    kinds = [tab for tab in TABS if not is_conduct(tab.kind)]
    shown = [tab for tab in kinds if not permissions.why_not_read(actor, tab.kind)]
    may = actor.has(Right.DISCIPLINE_READ)
    return respond(
        request,
        _PART,
        {
            "title": row.full_name,
            "groups": _groups(request, row, shown),
            "held": selectors.is_held(row, on=actor.on),
            "conduct_url": reverse("staff:conduct_of_person", args=[row.pk]) if may else "",
            "open": OPEN,
        },
    )


@needs(Right.DISCIPLINE_READ)
def conduct_of_person(request: HttpRequest, person: int) -> HttpResponse:
    """Discipline and matters about one person: a cover, and what a post opens."""
    row, actor = _person(request, person), request.actor
    crumbs = [(row.full_name, reverse("staff:of_person", args=[row.pk]))]
    if not wants_open(request):
        return cover(request, f"Kỷ luật, việc đang xem xét: {row}", crumbs)
    groups = []
    for kind in (Discipline, PendingMatter):
        found = selectors.of_subject(actor, kind, row)[:SHOWN]
        listed = services.read_conduct(found, of=str(row), by=actor, at=timezone.now())
        tab = next(tab for tab in TABS if tab.kind is kind)
        groups.append((tab, [words.told(each) for each in listed]))
    context = {"title": row.full_name, "groups": groups, "crumbs": crumbs, "sealed": True, "open": OPEN}
    return respond(request, "staff/of_one.html", context)


@needs(Right.STAFF_READ)
def of_unit(request: HttpRequest, unit: int) -> HttpResponse:
    """Ratings of the collective; a superior and the unit's own body see them."""
    row = orgs.units_visible_to(request.actor).filter(pk=unit).first()
    if row is None:
        raise Http404
    shown = [tab for tab in TABS if tab.kind is Rating]
    held = selectors.is_held(row, on=request.actor.on) and row.body_id in request.actor.bodies(
        Right.STAFF_READ
    )
    context = {"title": row.name, "groups": _groups(request, row, shown), "held": held}
    return respond(request, _PART, context)


@needs()
def mine(request: HttpRequest) -> HttpResponse:
    """One's own ratings, for whoever is signed in."""
    person = request.actor.user.person if request.actor.user else None
    shown = [tab for tab in TABS if tab.kind is Rating]
    groups = _groups(request, person, shown) if person else []
    return respond(request, _PART, {"title": "Xếp loại của tôi", "groups": groups})


def _groups(
    request: HttpRequest, about: Person | Unit, shown: list[Any]
) -> list[tuple[Any, list[words.Told]]]:
    return [
        (tab, [words.told(row) for row in selectors.of_subject(request.actor, tab.kind, about)[:SHOWN]])
        for tab in shown
    ]


def _person(request: HttpRequest, pk: int) -> Person:
    row = orgs.people_visible_to(request.actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row
