"""An entry compared with its text: the text brought, its passage beside the form, every part confirmed or put right."""

from datetime import date, timedelta
from itertools import takewhile
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.kit.files import services as files
from thidua.kit.refused import Refused
from thidua.kit.ui import asked
from thidua.law import wording
from thidua.law.book import Book, Entry
from thidua.law.citations import bare
from thidua.records.catalogue import permissions, selectors, services, stated
from thidua.records.catalogue.forms import TextForm, verify_form
from thidua.records.catalogue.views.found import LIST, asked_of, beside, entry_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.records.register import permissions as register_permissions
from thidua.records.register import selectors as register
from thidua.records.register.models import Document

_DAY = timedelta(days=1)


@needs(Right.LAW_VERIFY)
def verify(request: HttpRequest, entry: str) -> HttpResponse:
    """`?van_ban=`: the document in the register whose passage stands beside the form."""
    page, actor = asked_of(request), request.actor
    found = entry_of(page.book, entry)
    shut(permissions.why_not_verify(actor, actor.body))
    told, back = selectors.tell(found, page.book, page.on), reverse("catalogue:entry", args=[entry])
    document = _document(request, found)
    made = verify_form(stated.parts(found, page.book))
    form = made(request.POST or None, actor=actor, initial=_first(found, document))

    def write(_typed: dict[str, Any]) -> str:
        with beside(form):
            services.verify_entry(entry, body=actor.body, **form.facts(), by=actor, at=timezone.now())
        return back

    return form_page(
        request,
        form,
        title="Đối chiếu với văn bản",
        act="Xác nhận đã đối chiếu",
        back=back,
        crumbs=[(LIST[0], reverse(LIST[1])), (told.name, back)],
        under=f"Đang ghi: {found.cite_text}, hiệu lực {told.days}. Áp dụng cho cơ quan mình và cấp dưới.",
        write=write,
        said="Đã ghi kết quả đối chiếu.",
        template="catalogue/verify.html",
        extra={
            "told": told,
            "entry": found,
            "contents": wording.told(found, page.book),
            "document": document,
            "passage": document and selectors.passage(document, found.cites),
            "why_not_bring": register_permissions.why_not_write(actor, actor.body),
        },
    )


def _document(request: HttpRequest, entry: Entry) -> Document | None:
    """The one asked for, else the newest in the register that the entry cites."""
    rows = register.visible_to(request.actor).filter(is_stub=False)  # type: ignore[attr-defined]
    if key := asked.key(request.GET, "van_ban"):
        return rows.filter(pk=key).first()
    numbers = {bare(cite.doc) for cite in entry.cites}
    return rows.filter(number__in=numbers).order_by("-ordered_on", "-pk").first() if numbers else None


def _first(entry: Entry, document: Document | None) -> dict[str, Any]:
    until: date | None = entry.until - _DAY if entry.until else None
    return {
        "document": document,
        "place": _place(entry, document) if document else "",
        "since": entry.since,
        "until": until,
        "name": entry.name,
        "note": entry.note,
    }


def _place(entry: Entry, document: Document) -> str:
    """What the book cites of this document, up to where it goes on to another."""
    _, number, after = entry.cite_text.partition(document.number)
    others = {bare(cite.doc) for cite in entry.cites} - {document.number}
    mine = takewhile(lambda part: not any(other in part for other in others), after.split("; "))
    return "; ".join(mine).strip(", ") if number else ""


@needs(Right.LAW_VERIFY)
def bring(request: HttpRequest, entry: str) -> HttpResponse:
    """The text itself into the register, then on to the comparison."""
    page, actor = asked_of(request), request.actor
    found = entry_of(page.book, entry)
    shut(permissions.why_not_verify(actor, actor.body))
    shut(register_permissions.why_not_write(actor, actor.body))
    form = TextForm(
        request.POST or None, request.FILES or None, actor=actor, initial=_cited(found, page.book)
    )
    back = reverse("catalogue:verify", args=[entry])

    def write(facts: dict[str, Any]) -> str:
        received = files.receive(facts["file"].name, facts["file"])
        try:
            document = services.bring_text(
                form.identity(), received=received, body=actor.body, by=actor, at=timezone.now()
            )
        except Refused:
            files.discard(received)
            raise
        return f"{back}?van_ban={document.pk}"

    return form_page(
        request,
        form,
        title="Nạp văn bản để đối chiếu",
        act="Nạp văn bản",
        back=back,
        crumbs=[
            (LIST[0], reverse(LIST[1])),
            (selectors.name_of(found, page.book), reverse("catalogue:entry", args=[entry])),
            ("Đối chiếu", back),
        ],
        under="Văn bản vào sổ của cơ quan kèm tệp; đã có trong sổ thì chỉ thêm tệp.",
        write=write,
        said="Đã nạp văn bản. Đối chiếu từng phần dưới đây.",
        template="catalogue/bring.html",
    )


def _cited(entry: Entry, book: Book) -> dict[str, Any]:
    """What the book says of the document that the entry cites first."""
    source = book.source(entry.cites[0].doc) if entry.cites else None
    if source is None:
        return {}
    issued = source.data.get("issued_on")
    return {
        "number": bare(str(source.data["number"])),
        "issued_on": date.fromisoformat(str(issued)) if issued else None,
        "title": source.name,
    }
