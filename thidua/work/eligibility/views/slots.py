"""Parts for other pages: htmx fills a link with them; from the law book, whom to ask about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from thidua.kit.ui import asked as typed
from thidua.kit.ui.respond import respond
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.vn.periods import calendar_year
from thidua.work.eligibility import conditions
from thidua.work.eligibility.asked import Asked
from thidua.work.eligibility.forms import ChooseForm
from thidua.work.eligibility.selectors.verdicts import known_of, open_awards, verdict
from thidua.work.eligibility.views.found import Whom, page_of, person_of, unit_of


@needs(Right.ELIGIBILITY)
def of_person(request: HttpRequest, person: int) -> HttpResponse:
    return _brief(request, person_of(request, person))


@needs(Right.ELIGIBILITY)
def of_unit(request: HttpRequest, unit: int) -> HttpResponse:
    return _brief(request, unit_of(request, unit))


def _brief(request: HttpRequest, whom: Whom) -> HttpResponse:
    """Each title of this year with its verdict: gathered once, judged once a title."""
    actor = request.actor
    book, period = catalogue.book(actor.on, actor.body), calendar_year(actor.on.year)
    known = known_of(actor, whom.record, Asked("", period, actor.on))
    titles, _ = open_awards(whom.kind, book)
    rows = []
    for code, name in titles if known is not None else ():
        if book.versions(code, whom.kind, actor.on):
            found = verdict(known, Asked(code, period, actor.on), book)
            url = f"{whom.url}?{urlencode({'xet': code, 'nam': period.label})}"
            rows.append((name, url, conditions.worded(found.judged)))
    context = {"whom": whom, "rows": rows, "year": period.year}
    return respond(request, "eligibility/brief.html#brief", context)


@needs(Right.ELIGIBILITY)
def ask(request: HttpRequest) -> HttpResponse:
    """About whom? The title or form comes with the address, from the law book."""
    actor = request.actor
    code = typed.words(request.GET, "xet")
    book = catalogue.book(actor.on, actor.body)
    form = ChooseForm(request.GET if {"nguoi", "don_vi"} & set(request.GET) else None, actor=actor)
    if form.is_bound and form.is_valid():
        subject = form.cleaned_data["nguoi"] or form.cleaned_data["don_vi"]
        asked = {"xet": code, "nam": actor.on.year} if code in book.codes else {}
        return redirect(page_of(subject) + (f"?{urlencode(asked)}" if asked else ""))
    context = {
        "form": form,
        "code": code,
        "name": book.codes.get(code, ""),
        "back": reverse("catalogue:list"),
    }
    return respond(request, "eligibility/ask.html", context, status=422 if form.errors else 200)
