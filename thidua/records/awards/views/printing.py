"""Papers from the register: the course of awards, the confirmation of a search; on the page, as Word, as PDF."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from thidua.kit.papers import official
from thidua.kit.papers.blocks import Paper
from thidua.kit.ui.respond import respond
from thidua.records.awards import papers, permissions, selectors
from thidua.records.awards.forms import SearchForm
from thidua.records.awards.views.found import body_of, crumbs_to
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Person
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import shut

MOST = 300
PATIENCE = 60.0
"""Seconds that a PDF may take."""
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@needs(Right.AWARDS_READ)
def course(request: HttpRequest, person: int) -> HttpResponse:
    row, actor = _person(request, person), request.actor
    awards = list(selectors.history_of(row, actor)[:MOST])
    paper = papers.course(row.full_name, awards, body=body_of(request), on=actor.on)
    return _answer(request, paper, "qua-trinh-khen-thuong", row, {})


@needs(Right.AWARDS_WRITE)
def confirmation(request: HttpRequest, person: int) -> HttpResponse:
    """Nothing is written: what is asked stands in the address."""
    row, actor, body = _person(request, person), request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body))
    form = SearchForm(
        request.GET if "since" in request.GET else None, initial={"since": date(actor.on.year - 5, 1, 1)}
    )
    if not form.is_valid():
        context = {"form": form, "person": row, "crumbs": crumbs_to()}
        return respond(request, "awards/printed.html", context, status=422 if form.errors else 200)
    asked = form.cleaned_data
    if asked["since"] > actor.on:
        form.add_error("since", "Chọn ngày đã qua.")
        return respond(
            request, "awards/printed.html", {"form": form, "person": row, "crumbs": crumbs_to()}, status=422
        )
    search = selectors.never_awarded(row, actor, **asked)
    paper = papers.confirmation(search, body=body, on=actor.on)
    return _answer(request, paper, "xac-nhan-khen-thuong", row, {"form": form, "search": search})


def _person(request: HttpRequest, pk: int) -> Person:
    row = orgs.people_visible_to(request.actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _answer(
    request: HttpRequest, paper: Paper, name: str, person: Person, more: dict[str, object]
) -> HttpResponse:
    """The page, or with `?tep=` the file."""
    kind, now = request.GET.get("tep", ""), timezone.now()
    if kind in TYPES:
        make = (
            official.to_docx(paper, at=now)
            if kind == "docx"
            else official.to_pdf(paper, at=now, timeout=PATIENCE)
        )
        answer = HttpResponse(make, content_type=TYPES[kind])
        answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
        return answer
    query = request.GET.copy()
    files = []
    for each in TYPES:
        query["tep"] = each
        files.append((each, f"{request.path}?{query.urlencode()}"))
    context = {
        "person": person,
        "sheets": official.to_html(paper),
        "files": files,
        "crumbs": crumbs_to(),
        "may_judge": request.actor.has(Right.ELIGIBILITY),
    }
    return respond(request, "awards/printed.html", context | more)
