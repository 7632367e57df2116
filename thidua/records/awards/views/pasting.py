"""A pasted list: first shows who each line is, then, confirmed, writes those ticked."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.respond import draft_taken, is_confirmed, respond
from thidua.records.awards import permissions, selectors, services
from thidua.records.awards.forms import ManyForm, NamesForm
from thidua.records.awards.forms.pasting import Pasted
from thidua.records.awards.models import Award
from thidua.records.awards.selectors import Named
from thidua.records.awards.views.found import award_of, body_of, crumbs_to, page_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import shut

Pairs = Sequence[tuple[Pasted, Named]]


@needs(Right.AWARDS_WRITE)
def many(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body))
    form = ManyForm(request.POST or None, actor=actor, initial={"period": str(actor.on.year - 1)})
    context: dict[str, Any] = {"form": form, "title": "Dán danh sách khen thưởng", "crumbs": crumbs_to()}
    context |= {"back": reverse("awards:list"), "draft": "awards-many"}
    if request.method == "POST" and form.is_valid():
        lines = form.cleaned_data["lines"]
        names = [line.name for line in lines]
        matched = selectors.match_recipients(names, form.cleaned_data["of_whom"], body, actor)
        pairs = list(zip(lines, matched, strict=True))
        if is_confirmed(request):
            with refusals_on(form, "lines"):
                made = services.enter_many(
                    _kept(request, pairs), body=body, **form.facts(), by=actor, at=timezone.now()
                )
                draft_taken(request, "awards-many")
                messages.success(request, f"Đã ghi {len(made.of(Award))} dòng vào sổ khen thưởng.")
                return redirect("awards:list")
        context["pairs"] = pairs
    return respond(request, "awards/paste.html", context, status=422 if form.errors else 200)


@needs(Right.AWARDS_WRITE)
def names(request: HttpRequest, pk: int) -> HttpResponse:
    award, actor = award_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, award))
    form = NamesForm(request.POST or None)
    draft = f"awards-names-{pk}"
    context: dict[str, Any] = {"form": form, "title": "Ghi tên vào con số", "crumbs": crumbs_to(award)}
    context |= {"back": page_of(award), "under": str(award), "draft": draft}
    if request.method == "POST" and form.is_valid():
        lines = form.cleaned_data["lines"]
        typed = [line.name for line in lines]
        matched = selectors.match_recipients(typed, award.of_whom, award.home, actor)
        pairs = list(zip(lines, matched, strict=True))
        if is_confirmed(request):
            with refusals_on(form, "lines"):
                made = services.fill_aggregate(award, _kept(request, pairs), by=actor, at=timezone.now())
                draft_taken(request, draft)
                messages.success(request, f"Đã ghi {len(made)} tên.")
                return redirect(page_of(award))
        context["pairs"] = pairs
    return respond(request, "awards/paste.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, pairs: Pairs) -> list[services.Line]:
    """Lines that are ticked and whose recipient is known, or was chosen among several."""
    ticked = set(request.POST.getlist("giu"))
    found = []
    for line, named in pairs:
        chosen = request.POST.get(f"la_{line.place}", "")
        recipient = named.recipient or next((one for one in named.others if str(one.pk) == chosen), None)
        if recipient is None or str(line.place) not in ticked:
            continue
        facts = {"kind": line.kind} if line.kind else {}
        found.append(services.Line(line.place, recipient, facts | {"certificate": line.certificate}))
    return found
