"""Books: opened, looked through, printed as on paper; a blank spoiled before use."""

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.kit.audit.sentences import history
from thidua.kit.ui.respond import respond
from thidua.records.certificates import permissions, selectors, services
from thidua.records.certificates.forms import BookForm, OpenBookForm, SpoilBlankForm
from thidua.records.certificates.models import Book
from thidua.records.certificates.views.found import FORM, body_of, book_of, crumbs_to, page_of
from thidua.records.certificates.views.listing import as_excel
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut

PRINTED = 2000


@needs(Right.CERTIFICATES_READ)
def show_all(request: HttpRequest) -> HttpResponse:
    body = body_of(request)
    context = {
        "books": selectors.books_for(body, request.actor),
        "why_not": permissions.why_not_write(request.actor, body),
    }
    return respond(request, "certificates/books.html", context)


@needs(Right.CERTIFICATES_WRITE)
def start(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body))
    form = OpenBookForm(request.POST or None, initial={"year": actor.on.year, "start": 1, "width": 1})

    def write(facts: dict[str, Any]) -> str:
        artefact, year = facts.pop("artefact"), facts.pop("year")
        return page_of(services.open_book(artefact, year, body=body, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Mở sổ cấp bằng",
        act="Mở sổ",
        back=reverse("certificates:books"),
        crumbs=crumbs_to(),
        under="Mỗi loại bằng, giấy một sổ một năm. Đang dùng dở sổ giấy thì ghi số tiếp theo vào “Số đầu tiên”.",
        write=write,
        said="Đã mở sổ.",
        template=FORM,
    )


@needs(Right.CERTIFICATES_READ)
def show(request: HttpRequest, book: int) -> HttpResponse:
    row, actor = book_of(request, book), request.actor
    context = {
        "book": row,
        "title": f"Sổ cấp {row.get_artefact_display().lower()} năm {row.year}",
        "facts": _facts(row),
        "rows": selectors.of_book(row, actor)[:PRINTED],
        "count": row.certificates.count(),
        "most": PRINTED,
        "why_not": permissions.why_not_write(actor, row.body),
        "why_not_correct": permissions.why_not_correct_book(actor, row),
        "history": history(row, limit=20),
    }
    return respond(request, "certificates/book.html", context)


def _facts(book: Book) -> list[tuple[str, Any]]:
    running = [("Mẫu số", book.pattern), ("Số tiếp theo", book.number(book.next_seq))]
    kept = [("Phôi", "in sẵn số, gõ theo phôi")] if book.is_preprinted else running
    return [("Cơ quan cấp", book.body.called), *kept]


@needs(Right.CERTIFICATES_READ)
def excel(request: HttpRequest, book: int) -> FileResponse:
    row = book_of(request, book)
    return as_excel(selectors.of_book(row, request.actor), f"so-{row.artefact.replace('_', '-')}-{row.year}")


@needs(Right.CERTIFICATES_WRITE)
def correct(request: HttpRequest, book: int) -> HttpResponse:
    row, actor = book_of(request, book), request.actor
    shut(permissions.why_not_correct_book(actor, row))
    form = BookForm(request.POST or None, book=row)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.correct_book(row, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Sửa mẫu số",
        act="Ghi lại",
        back=page_of(row),
        crumbs=crumbs_to(row),
        write=write,
        said="Đã sửa mẫu số.",
        template=FORM,
    )


@needs(Right.CERTIFICATES_WRITE)
def spoil_blank(request: HttpRequest, book: int) -> HttpResponse:
    row, actor = book_of(request, book), request.actor
    shut(permissions.why_not_write(actor, row.body))
    form = SpoilBlankForm(request.POST or None)

    def write(facts: dict[str, Any]) -> str:
        services.spoil_blank(row, facts["number"], reason=facts["reason"], by=actor, at=timezone.now())
        return page_of(row)

    return form_page(
        request,
        form,
        title="Ghi phôi hỏng",
        act="Ghi hỏng",
        back=page_of(row),
        crumbs=crumbs_to(row),
        under="Phôi hỏng trước khi dùng: số của nó ở lại trong sổ và không cấp cho ai nữa.",
        write=write,
        said="Đã ghi phôi hỏng.",
        template=FORM,
    )
