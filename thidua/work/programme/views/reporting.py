"""The report-back sheet: on the page as it will be printed, with what is still missing; as Word, PDF, text."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.kit.papers import official
from thidua.kit.ui.respond import respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.work.programme import papers, selectors
from thidua.work.programme.views.found import asked_document, body_of
from thidua.work.programme.views.listing import listing_of

MOST = 300
PATIENCE = 60.0
"""Seconds that a PDF may take."""
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
}


@needs(Right.TASKS_READ)
def show(request: HttpRequest) -> HttpResponse:
    """The tasks of one document (`?van_ban=`), or those that the filters leave; the first MOST."""
    report, more = _report(request)
    query = request.GET.urlencode()
    context = {
        "report": report,
        "sheets": official.to_html(papers.as_paper(report), links=_links),
        "more": more,
        "most": MOST,
        "files": [(kind, f"{reverse('programme:report_file', args=[kind])}?{query}") for kind in TYPES],
        "back": f"{reverse('programme:board')}?{query}",
    }
    return respond(request, "programme/report.html", context)


def _links(ref: str) -> Mapping[str, str] | None:
    """A task's words lead to the task."""
    kind, _, pk = ref.partition("-")
    return {"href": reverse("programme:task", args=[int(pk)])} if kind == "task" else None


@needs(Right.TASKS_READ)
def download(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in TYPES:
        raise Http404
    report, _ = _report(request)
    paper, now = papers.as_paper(report), timezone.now()
    if kind == "docx":
        content = official.to_docx(paper, at=now)
    elif kind == "pdf":
        content = official.to_pdf(paper, at=now, timeout=PATIENCE)
    else:
        content = official.to_text(paper).encode()
    answer = HttpResponse(content, content_type=TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="bao-cao-nhiem-vu-{report.on:%Y-%m-%d}.{kind}"'
    return answer


def _report(request: HttpRequest) -> tuple[papers.ReportBack, bool]:
    actor = request.actor
    document = asked_document(request)
    found = listing_of(request).found
    if document is not None:
        found = found.order_by("pk")  # as the document lists them
    rows = list(selectors.results_of(found, actor)[: MOST + 1])
    report = papers.report_back(rows[:MOST], body=body_of(request), on=actor.on, document=document)
    return report, len(rows) > MOST
