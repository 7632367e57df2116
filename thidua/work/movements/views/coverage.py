"""Superiors' movements and our answers; ours and who below has not answered; what has been quiet."""

from django.http import HttpRequest, HttpResponse

from thidua.kit.ui.filters import Choice, Sort, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.vn.fold import fold
from thidua.work.movements import permissions, selectors
from thidua.work.movements.selectors import Covered, lists
from thidua.work.movements.views.drawing import how_of
from thidua.work.movements.views.found import body_of


@needs(Right.MOVEMENTS_READ)
def upward(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    everything = selectors.coverage(body, actor.on)
    listing = Listing(
        request.GET,
        everything,
        noun="phong trào",
        filters=[
            Words("ten", "Tìm", _in_words),
            Choice(
                "tinh_trang",
                "Tình trạng",
                lambda rows, code: [row for row in rows if row.standing == code],
                choices=lists.STANDINGS,
            ),
            Choice(
                "cap",
                "Cấp phát động",
                lambda rows, code: [row for row in rows if row.movement.level == code],
                choices=[pair for pair in lists.LEVELS if pair[0] not in (lists.OURS, lists.PARTY)],
            ),
        ],
    )
    rows = [(row, [(each, how_of(each), each.superior) for each in row.answers]) for row in listing.rows]
    context = {
        "listing": listing,
        "rows": rows,
        "body": body,
        "may_write": not permissions.why_not_write(actor, body),
        "waiting": sum(row.standing == "chua" for row in everything),
    }
    return respond(request, "movements/coverage.html", context)


def _in_words(rows: list[Covered], text: str) -> list[Covered]:
    words = fold(text).split()

    def said(row: Covered) -> str:
        return f"{fold(row.movement.name)} {fold(selectors.launcher_of(row.movement))}"

    return [row for row in rows if all(word in said(row) for word in words)]


@needs(Right.MOVEMENTS_READ)
def downward(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    listing = Listing(
        request.GET,
        lambda: selectors.asking_of(body, actor.on),
        noun="phong trào",
        filters=[Words("ten", "Tên", lists.in_words)],
        sorts=[Sort("ngay", "Cơ quan đã phát động", ("launched_on", "pk"), falling_first=True)],
        first="-ngay",
        per_page=20,
    )
    context = {
        "listing": listing,
        "rows": selectors.unanswered_below(body, actor.on, listing.rows),
        "body": body,
    }
    return respond(request, "movements/below.html", context)


@needs(Right.MOVEMENTS_READ)
def idle(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    context = {
        "rows": selectors.idle(body, actor.on),
        "pairs": selectors.overlap(body, actor.on),
        "body": body,
        "may_write": not permissions.why_not_write(actor, body),
    }
    return respond(request, "movements/idle.html", context)
