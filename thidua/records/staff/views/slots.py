"""The records of a person, of a unit, of oneself: pages of their own, and parts of the pages of others."""

from dataclasses import replace

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
from thidua.records.staff.kinds import BY_KIND, CONDUCT, TABS, Tab, is_conduct
from thidua.records.staff.models import Rating
from thidua.records.staff.views.found import OPEN, body_of, cover, wants_open

SHOWN = 100
_PART = "staff/of_one.html#records"
_CRUMB = "Đánh giá, kỷ luật"
Lines = list[tuple[Tab, words.Told]]


@needs(Right.STAFF_READ, Right.DISCIPLINE_READ)
def of_person(request: HttpRequest, person: int) -> HttpResponse:
    card = Person.objects.filter(pk=person).only("merged_into").first()
    if card is not None and card.merged_into_id:
        return redirect("staff:of_person", card.merged_into_id)
    row, actor = _person(request, person), request.actor
    kinds = [tab for tab in TABS if not is_conduct(tab.kind)]
    shown = [tab for tab in kinds if not permissions.why_not_read(actor, tab.kind)]
    may = actor.has(Right.DISCIPLINE_READ)
    context = {
        "title": "Đánh giá, nghỉ, học tập, công tác",
        "who": row.full_name,
        "crumbs": [(_CRUMB, reverse("staff:list"))],
        "lines": _lines(request, row, shown),
        "none": "Chưa ghi xếp loại, nghỉ, học tập nào.",
        "held": selectors.is_held(row, on=actor.on),
        "enter_url": _enter_url(request, row),
        "conduct_url": reverse("staff:conduct_of_person", args=[row.pk]) if may else "",
        "open": OPEN,
    }
    return respond(request, _PART, context)


@needs(Right.DISCIPLINE_READ)
def conduct_of_person(request: HttpRequest, person: int) -> HttpResponse:
    """Discipline and matters about one person: a cover, and what a post opens."""
    row, actor = _person(request, person), request.actor
    title = "Kỷ luật, việc đang xem xét"
    crumbs = [(row.full_name, reverse("staff:of_person", args=[row.pk]))]
    if not wants_open(request):
        return cover(request, title, crumbs)
    lines: Lines = []
    for kind in CONDUCT:
        found = selectors.of_subject(actor, kind, row)[:SHOWN]
        listed = services.read_conduct(found, of=str(row), by=actor, at=timezone.now())
        lines += [(BY_KIND[kind], words.told(each)) for each in listed]
    none = "Không có dòng kỷ luật, việc đang xem xét nào trong sổ."
    context = {"title": title, "who": row.full_name, "crumbs": crumbs, "lines": lines, "none": none}
    return respond(request, "staff/of_one.html", context)


@needs(Right.STAFF_READ)
def of_unit(request: HttpRequest, unit: int) -> HttpResponse:
    """Ratings of the collective: of the own body, its rooms, and what stands below it."""
    actor = request.actor
    row = orgs.units_visible_to(actor).filter(pk=unit).first()
    if row is None or selectors.strangers(body_of(request), [row], actor):
        raise Http404
    context = {
        "title": "Xếp loại tập thể",
        "who": row.name,
        "crumbs": [(_CRUMB, reverse("staff:list"))],
        "lines": _lines(request, row, [BY_KIND[Rating]]),
        "none": "Chưa ghi xếp loại nào.",
        "held": selectors.is_held(row, on=actor.on),
    }
    return respond(request, _PART, context)


@needs()
def mine(request: HttpRequest) -> HttpResponse:
    """One's own ratings, for whoever is signed in."""
    person = request.actor.user.person if request.actor.user else None
    context = {
        "title": "Xếp loại của tôi",
        "who": str(person or ""),
        "lines": _lines(request, person, [BY_KIND[Rating]]) if person else [],
        "none": "Chưa ghi xếp loại nào.",
    }
    return respond(request, _PART, context)


def _lines(request: HttpRequest, about: Person | Unit, shown: list[Tab]) -> Lines:
    """The rows of these kinds, kind by kind; a query a kind. Of a unit that ended in this one it is said whose they are."""
    found: Lines = []
    for tab in shown:
        for row in selectors.of_subject(request.actor, tab.kind, about)[:SHOWN]:
            told = words.told(row)
            if isinstance(about, Unit) and row.about != about:
                told = replace(told, detail=f"của {row.about}")
            found.append((tab, told))
    return found


def _enter_url(request: HttpRequest, person: Person) -> str:
    """Where a rating of the person is typed; empty for those who may not."""
    if permissions.why_not_write(request.actor, request.actor.body, Rating):
        return ""
    return f"{reverse('staff:enter', args=[BY_KIND[Rating].slug])}?nguoi={person.pk}"


def _person(request: HttpRequest, pk: int) -> Person:
    row = orgs.people_visible_to(request.actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row
