"""One row: its page, put right, struck out; a discipline served, a matter concluded."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thidua.kit.audit.sentences import history
from thidua.kit.ui.respond import respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.records.staff import permissions, selectors, services, words
from thidua.records.staff import rows as rules
from thidua.records.staff.forms import FORMS, CloseForm, EndForm, StrikeForm
from thidua.records.staff.kinds import BY_KIND, is_conduct
from thidua.records.staff.models import Discipline, Kept, PendingMatter
from thidua.records.staff.views.found import (
    FORM,
    OPEN,
    called,
    cover,
    crumbs_to,
    list_of,
    look_at,
    page_of,
    row_of,
    wants_open,
)


@needs(Right.STAFF_READ, Right.DISCIPLINE_READ)
def show(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    row = row_of(request, slug, pk)
    tab = BY_KIND[type(row)]
    if is_conduct(tab.kind) and not wants_open(request):
        return cover(request, called(row), crumbs_to(tab))
    look_at(request, row)
    runs, runs_act = _end_of(row)
    context = {
        "row": row,
        "tab": tab,
        "told": words.told(row),
        "facts": words.facts(row),
        "back": list_of(tab),
        "why_not": permissions.why_not_change(request.actor, row),
        "doubles": _doubles(request, row),
        "follower": type(row)._default_manager.filter(corrects=row).first(),
        "runs": runs,
        "runs_act": runs_act,
        "sealed": is_conduct(tab.kind),
        "open": OPEN,
        "history": history(row, limit=30),
    }
    return respond(request, "staff/row.html", context)


def _doubles(request: HttpRequest, row: Kept) -> list[words.Told]:
    """Others that tell of the same: two cards of one person were merged, each with its own row."""
    if row.ending:
        return []
    others = selectors.of_subject(request.actor, type(row), row.about).exclude(pk=row.pk)
    if isinstance(row.about, Unit):
        others = others.filter(unit=row.about)
    return [words.told(other) for other in others if rules.is_same(row, other)]


def _end_of(row: Kept) -> tuple[str, str]:
    """The name of the address that ends what runs, and its act; empty where nothing does."""
    if isinstance(row, Discipline) and row.until is None:
        return "staff:end", "Ghi hết hiệu lực"
    if isinstance(row, PendingMatter) and row.until is None:
        return "staff:close", "Ghi kết luận"
    return "", ""


@needs(Right.STAFF_WRITE, Right.DISCIPLINE_WRITE)
def correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    row, actor = row_of(request, slug, pk), request.actor
    tab = BY_KIND[type(row)]
    shut(permissions.why_not_change(actor, row))
    if is_conduct(tab.kind) and request.method != "POST":
        return cover(request, f"Sửa {called(row).lower()}", crumbs_to(tab, row))
    if wants_open(request):
        look_at(request, row)
    form = FORMS[tab.kind](None if wants_open(request) else request.POST or None, actor=actor, row=row)

    def write(_typed: dict[str, Any]) -> str:
        new = services.correct(row, of=form.of(), **form.facts(), by=actor, at=timezone.now())
        return page_of(new)

    return form_page(
        request,
        form,
        title=f"Sửa {tab.one}",
        act="Ghi lại",
        back=page_of(row),
        crumbs=crumbs_to(tab, row),
        under="Dòng cũ vẫn đọc được; dòng mới thay nó.",
        write=write,
        said="Đã sửa. Dòng cũ được giữ lại.",
        template=FORM,
    )


@needs(Right.STAFF_WRITE, Right.DISCIPLINE_WRITE)
def strike(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    row, actor = row_of(request, slug, pk), request.actor
    tab = BY_KIND[type(row)]
    shut(permissions.why_not_change(actor, row))
    form = StrikeForm(request.POST or None)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.strike(row, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Bỏ dòng ghi nhầm",
        act="Bỏ dòng này",
        back=page_of(row),
        crumbs=crumbs_to(tab, row),
        under="Dùng khi dòng này đáng lẽ không có.",
        write=write,
        said="Đã bỏ dòng này.",
        template=FORM,
    )


@needs(Right.DISCIPLINE_WRITE)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = row_of(request, "ky-luat", pk), request.actor
    shut(permissions.why_not_change(actor, row))
    form = EndForm(request.POST or None)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.end_discipline(row, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Ghi hết hiệu lực kỷ luật",
        act="Ghi hết hiệu lực",
        back=page_of(row),
        crumbs=crumbs_to(BY_KIND[Discipline], row),
        write=write,
        said="Đã ghi hết hiệu lực.",
        template=FORM,
    )


@needs(Right.DISCIPLINE_WRITE)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = row_of(request, "dang-xem-xet", pk), request.actor
    shut(permissions.why_not_change(actor, row))
    form = CloseForm(request.POST or None)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.close_matter(row, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Ghi kết luận",
        act="Ghi kết luận",
        back=page_of(row),
        crumbs=crumbs_to(BY_KIND[PendingMatter], row),
        under="Có kết luận thì việc xét khen tiếp tục từ ngày kết thúc.",
        write=write,
        said="Đã ghi kết luận.",
        template=FORM,
    )
