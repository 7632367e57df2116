"""The list of movements; beside it what has been quiet and what superiors wait for."""

from functools import partial

from django.http import HttpRequest, HttpResponse

from thidua.kit.ui.filters import Choice, Flag, Sort, Span, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.work.movements import permissions, selectors
from thidua.work.movements.models import Movement, State
from thidua.work.movements.selectors import lists
from thidua.work.movements.views.drawing import badge_of, standing_badge

SHOWN = 4


def listing_of(request: HttpRequest) -> Listing[Movement]:
    """The list that the address asks for: the page, the export and the print have the same."""
    actor = request.actor
    return Listing(
        request.GET,
        lambda: lists.listed(actor),
        noun="phong trào",
        filters=[
            Words("ten", "Tìm", lists.in_words),
            Span("nam", "Năm", lists.in_years),
            Choice("cap", "Cấp phát động", partial(lists.of_level, body=actor.body), choices=lists.LEVELS),
            Choice(
                "hinh_thuc",
                "Hình thức",
                lambda rows, code: rows.filter(form=code),
                choices=Movement.Form.choices,
            ),
            Choice(
                "trang_thai",
                "Trạng thái",
                lambda rows, code: selectors.in_state(rows, code, actor.on),
                choices=State.choices,
            ),
            Choice(
                "huong_ung",
                "Hưởng ứng",
                partial(lists.of_standing, body=actor.body, on=actor.on),
                choices=lists.STANDINGS,
            ),
            Flag("lang", "Chưa có hoạt động", partial(_quiet, actor=actor)),
        ],
        sorts=[
            Sort("ngay", "Phát động", ("launched_on", "pk"), falling_first=True),
            Sort("ten", "Phong trào", ("folded", "pk")),
            Sort("het", "Hết thời kỳ", ("until", "pk")),
        ],
        first="-ngay",
    )


def _quiet(rows, on, *, actor):
    ids = [each.movement.pk for each in selectors.idle(actor.body, actor.on)] if actor.body else []
    return rows.filter(pk__in=ids)


@needs(Right.MOVEMENTS_READ)
def show(request: HttpRequest) -> HttpResponse:
    actor = request.actor
    listing = listing_of(request)
    body = actor.body
    quiet = selectors.idle(body, actor.on) if body else []
    rows = [
        (row, badge_of(row.state), standing_badge(row.standing))
        for row in lists.noted(listing.rows, actor, quiet)
    ]
    everything = selectors.coverage(body, actor.on, guess=False) if body else []
    asked = [row for row in everything if row.standing == "chua"]
    context = {
        "listing": listing,
        "rows": rows,
        "may_write": not permissions.why_not_write(actor, body),
        "quiet": quiet[:SHOWN],
        "quiet_count": len(quiet),
        "asked": asked[:SHOWN],
        "asked_count": len(asked),
        "pairs": selectors.overlap(body, actor.on) if body else [],
    }
    return respond(request, "movements/list.html", context)
