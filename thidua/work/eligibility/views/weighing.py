"""A screening against the ceilings, with names left out to see what follows; and against the one before it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from thidua.kit.ui import asked as typed
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.work.eligibility import outcomes
from thidua.work.eligibility.models import Screening, ScreeningRow
from thidua.work.eligibility.selectors import changed as changes
from thidua.work.eligibility.selectors import screenings, weighed
from thidua.work.eligibility.views.screened import WORDS
from thidua.work.eligibility.views.screenings import screening_of

NAMES = 300
"""Names that can be ticked off on one page; above, only the number is tried."""


@needs(Right.ELIGIBILITY)
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """All who are eligible for one title; `?bo=` leaves a name out, nothing is stored."""
    row = screening_of(request, pk)
    if not row.is_done:
        raise Http404
    groups = screenings.groups_of(row)
    title = request.GET.get("dh", "")
    title = title if title in row.titles else row.titles[0]
    could = screenings.counted(groups, title)["eligible"]
    listed = list(weighed.eligible(row, groups, title)) if could <= NAMES else []
    left_out = {key for text in request.GET.getlist("bo") if (key := typed.as_key(text))}
    tried = typed.key(request.GET, "so")
    chosen = weighed.kept(listed, left_out) if listed else min(tried if tried is not None else could, could)
    names = catalogue.book(request.actor.on, row.body).codes
    context = {
        "screening": row,
        "title": title,
        "name": names.get(title, title),
        "titles": [(code, names.get(code, code)) for code in row.titles],
        "could": could,
        "chosen": chosen,
        "lights": weighed.lights(row, groups, title, chosen),
        "names": [(each, each.pk in left_out) for each in listed],
    }
    return respond(request, "eligibility/share.html", context)


@needs(Right.ELIGIBILITY)
def changed(request: HttpRequest, pk: int) -> HttpResponse:
    """Against the screening that it was done again of."""
    row = screening_of(request, pk)
    before = _before(request, row)
    if before is None or not (row.is_done and before.is_done):
        raise Http404
    names = catalogue.book(request.actor.on, row.body).codes
    listing: Listing[ScreeningRow] = Listing(
        request.GET, lambda: changes.changed(row, before), noun="trường hợp đổi kết luận"
    )
    context = {
        "screening": row,
        "before": before,
        "other_book": row.fingerprint != before.fingerprint,
        "listing": listing,
        "rows": [_drawn(each, row, names) for each in listing.rows],
    }
    return respond(request, "eligibility/changed.html", context)


def _before(request: HttpRequest, row: Screening) -> Screening | None:
    key = row.again_of_id
    return screenings.visible_to(request.actor).filter(pk=key, of_whom=row.of_whom).first() if key else None


def _drawn(row: ScreeningRow, screening: Screening, names: Any) -> dict[str, Any]:
    now, told = outcomes.read(row.outcome.told), row.before
    before = outcomes.read(told) if told else {}
    lines = [
        {
            "name": names.get(code, code),
            "before": WORDS[before[code].verdict] if code in before else "",
            "now": WORDS[now[code].verdict],
            "lacks_before": [outcomes.in_words(lack) for lack in before[code].lacks]
            if code in before
            else [],
            "lacks": [outcomes.in_words(lack) for lack in now[code].lacks],
        }
        for code in screening.titles
        if before.get(code) != now[code]
    ]
    kind, key = ("person", row.person_id) if row.person_id else ("unit", row.unit_id)
    url = reverse(f"eligibility:{kind}", args=[key])
    return {"row": row, "name": row.person or row.unit, "url": url, "lines": lines}
