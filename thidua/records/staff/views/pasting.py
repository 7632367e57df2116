"""The ratings of a whole room, pasted: first shows who each line is, then, confirmed, writes those ticked."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.respond import draft_taken, is_confirmed, respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import shut
from thidua.records.staff import permissions, selectors, services
from thidua.records.staff.forms import ManyForm
from thidua.records.staff.forms.pasting import Pasted
from thidua.records.staff.kinds import BY_KIND
from thidua.records.staff.models import Rating
from thidua.records.staff.selectors import Named
from thidua.records.staff.views.found import body_of, crumbs_to, list_of

DRAFT = "staff-many"
Pairs = Sequence[tuple[Pasted, Named]]


@needs(Right.STAFF_WRITE)
def many(request: HttpRequest) -> HttpResponse:
    actor, body, tab = request.actor, body_of(request), BY_KIND[Rating]
    shut(permissions.why_not_write(actor, body, Rating))
    form = ManyForm(request.POST or None, actor=actor, initial={"period": str(actor.on.year - 1)})
    context: dict[str, Any] = {"form": form, "title": "Dán xếp loại", "crumbs": crumbs_to(tab)}
    context |= {"back": list_of(tab), "draft": DRAFT}
    if request.method == "POST" and form.is_valid():
        lines = form.cleaned_data["lines"]
        units = form.cleaned_data["of_whom"] == "tap_the"
        matched = selectors.match_subjects([line.name for line in lines], body, actor, units=units)
        pairs = list(zip(lines, matched, strict=True))
        if is_confirmed(request):
            with refusals_on(form, "lines"):
                kept = _kept(request, pairs)
                services.rate_many(kept, body=body, **form.facts(), by=actor, at=timezone.now())
                draft_taken(request, DRAFT)
                messages.success(request, f"Đã ghi xếp loại của {len(kept)} dòng.")
                return redirect(list_of(tab))
        context["pairs"] = pairs
    return respond(request, "staff/paste.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, pairs: Pairs) -> list[services.Line]:
    """Lines that are ticked and whose person is known, or was chosen among several."""
    ticked = set(request.POST.getlist("giu"))
    found = []
    for line, named in pairs:
        chosen = request.POST.get(f"la_{line.place}", "")
        of = named.of or next((one for one in named.others if str(one.pk) == chosen), None)
        if of is not None and str(line.place) in ticked:
            found.append(services.Line(line.place, of, {"level": line.level} if line.level else {}))
    return found
