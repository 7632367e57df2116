"""The register as a list, with the chosen document beside it."""

from functools import partial

from django.http import HttpRequest, HttpResponse

from thidua.kit.ui import asked
from thidua.kit.ui.columns import Column, Columns
from thidua.kit.ui.filters import Choice, Sort, Span, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import permissions, selectors
from thidua.records.register.kinds import FILTER_CHOICES
from thidua.records.register.models import Document, Topic
from thidua.records.register.selectors import lists
from thidua.records.register.views.showing import badge_of, panel_of, wanted_of

COLUMNS = (
    Column("so", "Số, ký hiệu, ngày", always=True),
    Column("trich_yeu", "Trích yếu, nơi ban hành", always=True),
    Column("so_den", "Số đến, ngày đến", shown=False),
    Column("chu_de", "Chủ đề", shown=False),
    Column("hieu_luc", "Hiệu lực"),
)


def listing_of(request: HttpRequest) -> Listing[Document]:
    """The list that the address asks for: the page, the export and the print have the same."""
    actor = request.actor
    return Listing(
        request.GET,
        lambda: lists.listed(actor),
        noun="văn bản",
        filters=[
            *_words(request),
            Span("nam", "Năm", lists.in_years),
            Choice("chu_de", "Chủ đề", lambda rows, code: rows.filter(topic=code), choices=Topic.choices),
            Choice("loai", "Loại", lambda rows, code: rows.filter(type=code), choices=FILTER_CHOICES),
            Choice(
                "noi",
                "Nơi ban hành",
                lambda rows, pk: rows.filter(issuer=pk),
                choices=partial(lists.issuers_for, actor),
            ),
            Choice(
                "hieu_luc",
                "Hiệu lực",
                partial(lists.of_validity, body=actor.body, on=actor.on),
                choices=lists.VALIDITIES,
            ),
            Choice("so", "Sổ", partial(lists.in_place, body=actor.body), choices=lists.PLACES),
        ],
        sorts=[
            Sort("ngay", "Số, ký hiệu, ngày", ("ordered_on", "pk"), falling_first=True),
            Sort("hang", "Trích yếu, nơi ban hành", ("rank", "ordered_on", "pk")),
        ],
        first="-ngay",
    )


def _words(request: HttpRequest) -> list[Words]:
    """The box at the top of every page searches here: a chip only stands for what was searched."""
    return [Words("q", "Tìm", lists.in_words)] if request.GET.get("q", "").strip() else []


@needs(Right.REGISTER_READ)
def show(request: HttpRequest) -> HttpResponse:
    """`?chon=` names the document beside the list; htmx asks for the panel alone."""
    actor = request.actor
    seen = selectors.visible_to(actor).select_related("issuer__body")
    key = asked.key(request.GET, "chon")
    chosen = seen.filter(pk=key).first() if key else None
    panel = (panel_of(chosen, actor) if chosen else {}) | wanted_of(actor)
    if getattr(request, "htmx", None) and request.htmx.target == "panel":
        return respond(request, "register/list.html#panel_of_one", panel)
    listing = listing_of(request)
    columns = Columns(request, "register", COLUMNS)
    page = str(listing.page)
    rows = [
        (row, badge_of(row.validity), listing.url_with(chon=str(row.document.pk), trang=page))
        for row in lists.noted(listing.rows, actor, entries="so_den" in columns)
    ]
    context = {
        "listing": listing,
        "rows": rows,
        "columns": columns,
        "may_enter": not permissions.why_not_write(actor, actor.body),
    }
    return respond(request, "register/list.html", context | panel)
