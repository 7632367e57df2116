"""One number: its page, and how it ends."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thidua.kit.audit.sentences import Told, history
from thidua.kit.ui.respond import respond
from thidua.records.certificates import permissions, selectors, services
from thidua.records.certificates.forms import ReasonForm, ReissueForm
from thidua.records.certificates.models import Certificate
from thidua.records.certificates.views.found import FORM, certificate_of, crumbs_to, page_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut


@needs(Right.CERTIFICATES_READ)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = certificate_of(request, pk), request.actor
    now = selectors.current_awards([row]).get(row.pk)
    chain = selectors.chain_of(row)
    context = {
        "certificate": row,
        "facts": _facts(row),
        "award": now,
        "is_gone": bool(now and now.ending),
        "chain": chain if len(chain) > 1 else [],
        "why_not": permissions.why_not_end(actor, row),
        "history": _history(chain),
        "sees_award": actor.has(Right.AWARDS_READ),
    }
    return respond(request, "certificates/certificate.html", context)


def _facts(row: Certificate) -> list[tuple[str, Any]]:
    return [
        ("Người nhận", row.recipient),
        ("Hình thức", row.what),
        ("Quyết định", str(row.decision) if row.decision else ""),
        ("Ngày quyết định", row.decision.issued_on if row.decision else None),
        ("Ngày cấp số", row.given_on),
        ("Sổ", str(row.book)),
        ("Cơ quan cấp", row.book.body.called),
    ]


def _history(chain: list[Certificate]) -> list[Told]:
    lines = [line for row in chain for line in history(row, limit=20)]
    return sorted(lines, key=lambda line: line.at, reverse=True)[:30]


@needs(Right.CERTIFICATES_WRITE)
def reissue(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = certificate_of(request, pk), request.actor
    shut(permissions.why_not_end(actor, row))
    books = selectors.books_for(row.book.body, actor).filter(artefact=row.book.artefact)
    form = ReissueForm(request.POST or None, books=books)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.reissue(row, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Cấp lại",
        act="Cấp lại",
        back=page_of(row),
        crumbs=crumbs_to(row.book, row),
        under="Bản cấp lại có số riêng và dẫn về số cũ; số cũ hết hiệu lực.",
        write=write,
        said="Đã cấp lại.",
        template=FORM,
    )


@needs(Right.CERTIFICATES_WRITE)
def spoil(request: HttpRequest, pk: int) -> HttpResponse:
    under = "Bằng viết hoặc in hỏng: số ở lại trong sổ, người nhận chờ cấp số khác."
    return _end(request, pk, services.spoil, "Ghi hỏng", "Đã ghi hỏng.", under)


@needs(Right.CERTIFICATES_WRITE)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    under = "Số cấp nhầm người hoặc nhầm sổ: số ở lại trong sổ và không cấp cho ai nữa."
    return _end(request, pk, services.cancel, "Hủy số cấp nhầm", "Đã hủy số.", under)


@needs(Right.CERTIFICATES_WRITE)
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    under = "Khen thưởng đã bị thu hồi hoặc hủy bỏ: thu hồi cả bằng."
    return _end(request, pk, services.recall, "Thu hồi bằng", "Đã ghi thu hồi.", under)


def _end(
    request: HttpRequest, pk: int, verb: Callable[..., Certificate], title: str, said: str, under: str
) -> HttpResponse:
    row, actor = certificate_of(request, pk), request.actor
    shut(permissions.why_not_end(actor, row))
    form = ReasonForm(request.POST or None)

    def write(facts: dict[str, Any]) -> str:
        return page_of(verb(row, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title=title,
        act=title,
        back=page_of(row),
        crumbs=crumbs_to(row.book, row),
        under=under,
        write=write,
        said=said,
        template=FORM,
    )
