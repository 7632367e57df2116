"""Meetings as a list."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse

from thidua.kit.ui.filters import Choice, Days, Flag, Sort, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.meetings import permissions, selectors
from thidua.records.meetings.models import Meeting
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register.models import Topic


@needs(Right.MEETINGS_READ)
def show(request: HttpRequest) -> HttpResponse:
    actor = request.actor
    listing = Listing(
        request.GET,
        lambda: selectors.with_day(selectors.visible_to(actor)).annotate(documents=Count("told")),
        noun="cuộc họp",
        filters=[
            Words("q", "Tìm", selectors.in_words),
            Days("ngay", "Ngày", _between),
            Choice("chu_de", "Chủ đề", selectors.about, choices=Topic.choices),
            Choice("loai", "Loại", lambda rows, code: rows.filter(kind=code), choices=Meeting.Kind.choices),
            Flag("long_ghep", "Lồng ghép", lambda rows, on: rows.filter(is_folded_into=True)),
            Flag("chua_dem", "Chưa ghi người dự", lambda rows, on: _uncounted(rows, actor)),
        ],
        sorts=[
            Sort("ngay", "Ngày", ("day", "pk"), falling_first=True),
            Sort("ten", "Cuộc họp", ("folded", "pk")),
        ],
        first="-ngay",
    )
    came = selectors.turnouts(listing.rows)
    context = {
        "listing": listing,
        "rows": [(row, came.get(row.pk), row.is_to_come(actor.on)) for row in listing.rows],
        "why_not": permissions.why_not_write(actor, actor.body),
    }
    return respond(request, "meetings/list.html", context)


def _between(rows, days):
    return selectors.between(rows, *days)


def _uncounted(rows, actor):
    return rows.filter(roll=None, turnout=None, cancelled_at=None, day__lte=actor.on)
