"""What every page begins with: the kind asked for, the row, as far as the actor may see them; and the seal of conduct.

A page that would show discipline or a matter under consideration answers a GET with a cover and a button. The button
posts, and only that post shows, leaving its line in the log: looking is an act.
"""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.respond import respond
from thidua.records.orgs.models import Unit
from thidua.records.orgs.views.answers import shut
from thidua.records.staff import permissions, selectors, services
from thidua.records.staff.kinds import BY_KIND, BY_SLUG, Tab, is_conduct
from thidua.records.staff.models import Kept

FORM = "staff/form.html"
OPEN = "mo"
"""What the button of a cover posts."""
Crumbs = list[tuple[str, str]]


def tab_of(request: HttpRequest, slug: str) -> Tab:
    """404 for a kind that does not exist, 403 for one that the actor may not read."""
    tab = BY_SLUG.get(slug)
    if tab is None:
        raise Http404
    shut(permissions.why_not_read(request.actor, tab.kind))
    return tab


def row_of(request: HttpRequest, slug: str, pk: int) -> Kept:
    """404 for what the actor may not see, as for what does not exist. What it says is shown by `opened` only."""
    tab = tab_of(request, slug)
    known = {field.name for field in tab.kind._meta.fields}
    related = [name for name in ("body", "person", "unit", "document", "corrects") if name in known]
    row = selectors.visible_to(request.actor, tab.kind).select_related(*related).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def body_of(request: HttpRequest) -> Unit:
    """The body that the actor works in; 404 for an account without any."""
    if request.actor.body is None:
        raise Http404
    return request.actor.body


def wants_open(request: HttpRequest) -> bool:
    return request.method == "POST" and OPEN in request.POST


def look_at(request: HttpRequest, row: Kept) -> None:
    """The line that a look at one row of conduct leaves."""
    if is_conduct(type(row)):
        found = selectors.visible_to(request.actor, type(row)).filter(pk=row.pk)
        services.read_conduct(found, of=called(row), by=request.actor, at=timezone.now())


def cover(
    request: HttpRequest, title: str, crumbs: Sequence[tuple[str, str]], more: dict[str, Any] | None = None
) -> HttpResponse:
    context = {"title": title, "crumbs": crumbs, "open": OPEN}
    return respond(request, "staff/cover.html", context | (more or {}))


def called(row: Kept) -> str:
    """How a page names the row before it shows it: of conduct by its number only."""
    tab = BY_KIND[type(row)]
    return f"{tab.one.capitalize()} số {row.pk}" if is_conduct(type(row)) else str(row)


def page_of(row: Kept) -> str:
    return reverse("staff:row", args=[BY_KIND[type(row)].slug, row.pk])


def list_of(tab: Tab) -> str:
    return reverse("staff:tab", args=[tab.slug])


def crumbs_to(tab: Tab, row: Kept | None = None) -> Crumbs:
    steps = [(tab.label, list_of(tab))]
    return [*steps, (called(row), page_of(row))] if row else steps
