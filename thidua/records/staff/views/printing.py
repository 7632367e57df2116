"""The ratings that the list shows, as an official table: on the page, as Word, as PDF."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thidua.kit.papers import official
from thidua.kit.ui.respond import respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.staff import papers, selectors
from thidua.records.staff.kinds import BY_KIND
from thidua.records.staff.models import Rating
from thidua.records.staff.views.found import body_of, crumbs_to
from thidua.records.staff.views.listing import listing_of

MOST = 1_000
"""Rows of one paper."""
PATIENCE = 60.0
"""Seconds that a PDF may take."""
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@needs(Right.STAFF_READ)
def ratings(request: HttpRequest) -> HttpResponse:
    """What the address filters, as the list does; with `?tep=` the file."""
    tab, actor, body = BY_KIND[Rating], request.actor, body_of(request)
    listing = listing_of(request, tab)
    rows = selectors.as_printed(listing.found)[:MOST]
    posts = selectors.posts_of({row.person_id for row in rows if row.person_id}, actor.on)
    years = sorted({row.period_label for row in rows})
    said = years[0] if len(years) == 1 else ""
    paper = papers.ratings(rows, posts, said=said, body=body, on=actor.on)
    kind, now = request.GET.get("tep", ""), timezone.now()
    if kind in TYPES:
        made = (
            official.to_docx(paper, at=now)
            if kind == "docx"
            else official.to_pdf(paper, at=now, timeout=PATIENCE)
        )
        answer = HttpResponse(made, content_type=TYPES[kind])
        answer["Content-Disposition"] = f'attachment; filename="xep-loai.{kind}"'
        return answer
    query = request.GET.copy()
    files = []
    for each in TYPES:
        query["tep"] = each
        files.append((each, f"{request.path}?{query.urlencode()}"))
    context = {"title": "Bản in xếp loại", "crumbs": crumbs_to(tab), "files": files}
    context |= {"sheets": official.to_html(paper), "more": listing.found.count() > MOST, "most": MOST}
    return respond(request, "staff/printed.html", context)
