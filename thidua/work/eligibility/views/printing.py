"""The verdict as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from thidua.kit.papers import official
from thidua.work.eligibility import papers
from thidua.work.eligibility.selectors.verdicts import Verdict
from thidua.work.eligibility.views.found import Whom

NAME = "phieu-doi-chieu"
PATIENCE = 60.0
"""Seconds that a PDF may take."""
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def sheet(request: HttpRequest, whom: Whom, found: Verdict) -> HttpResponse:
    """The sheet of one verdict, as `?tep=` says."""
    kind, body = request.GET["tep"], request.actor.body
    if body is None:
        raise Http404
    paper, now = papers.sheet(found, name=whom.name, under=whom.under, body=body), timezone.now()
    made = (
        official.to_docx(paper, at=now)
        if kind == "docx"
        else official.to_pdf(paper, at=now, timeout=PATIENCE)
    )
    answer = HttpResponse(made, content_type=TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{NAME}.{kind}"'
    return answer
