"""One award: its page, corrected, struck out, revoked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thidua.kit.audit.sentences import history
from thidua.kit.ui.respond import respond
from thidua.records.awards import permissions, selectors, services
from thidua.records.awards.forms import AggregateForm, AwardForm, RevokeForm, StrikeForm
from thidua.records.awards.models import Award
from thidua.records.awards.views.found import FORM, award_of, crumbs_to, page_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut

NAMES_SHOWN = 100


@needs(Right.AWARDS_READ)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Others than those whose register it is see what is public: who, what, for when, by which decision."""
    award, actor = award_of(request, pk), request.actor
    own = selectors.keeps(actor, award)
    names = (
        list(award.parts.standing().order_by("recipient", "pk")[:NAMES_SHOWN]) if award.is_aggregate else []
    )
    context = {
        "award": award,
        "own": own,
        "facts": _facts(award, own),
        "money": selectors.money_of(award, actor) if own else None,
        "names": names,
        "unnamed": selectors.with_unnamed(Award.objects.filter(pk=pk)).get().unnamed
        if award.is_aggregate
        else 0,
        "alike": list(selectors.alike(award, actor)[:5]) if own and not award.ending else [],
        "follower": Award.objects.filter(corrects=award).first() if own else None,
        "why_not": permissions.why_not_change(actor, award),
        "why_not_end": permissions.why_not_end(actor, award),
        "history": history(award, limit=30) if own else [],
        "sees_certificates": own and not award.is_aggregate and actor.has(Right.CERTIFICATES_READ),
    }
    return respond(request, "awards/award.html", context)


def _facts(award: Award, own: bool) -> list[tuple[str, Any]]:
    decision = award.decision
    public = [
        ("Danh sách", award.get_sort_display()),
        ("Đối tượng", award.get_of_whom_display()),
        ("Kỳ thành tích", award.period_label),
        ("Loại khen", award.get_category_display()),
        ("Thành tích, dịp khen", award.occasion),
        ("Quyết định", str(decision) if decision else ""),
        ("Ngày ký", decision.issued_on if decision else None),
        ("Nơi khen", award.decider),
        ("Thuộc cơ quan", award.home.called),
    ]
    kept = [
        ("Số bằng", award.certificate),
        ("Nguồn", award.get_source_display()),
        ("Cách ghi trong nguồn", award.printed),
        ("Sổ của", award.body.called),
    ]
    return public + kept if own else public


@needs(Right.AWARDS_WRITE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    award, actor = award_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, award))
    made = AggregateForm if award.is_aggregate else AwardForm
    form = made(request.POST or None, actor=actor, award=award)

    def write(_typed: dict[str, Any]) -> str:
        return page_of(services.correct(award, **form.facts(), by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Sửa dòng khen thưởng",
        act="Ghi lại",
        back=page_of(award),
        crumbs=crumbs_to(award),
        under="Dòng cũ vẫn đọc được; dòng mới thay nó trong mọi số đếm.",
        write=write,
        said="Đã sửa. Dòng cũ được giữ trong lịch sử.",
        template=FORM,
    )


@needs(Right.AWARDS_WRITE)
def strike(request: HttpRequest, pk: int) -> HttpResponse:
    award, actor = award_of(request, pk), request.actor
    shut(permissions.why_not_end(actor, award))
    form = StrikeForm(request.POST or None)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.strike(award, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Bỏ dòng ghi nhầm",
        act="Bỏ dòng này",
        back=page_of(award),
        crumbs=crumbs_to(award),
        under="Dùng khi dòng này đáng lẽ không có. Khen thưởng bị thu hồi thì dùng “Ghi thu hồi”.",
        write=write,
        said="Đã bỏ dòng này khỏi mọi số đếm.",
        template=FORM,
    )


@needs(Right.AWARDS_WRITE)
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    award, actor = award_of(request, pk), request.actor
    shut(permissions.why_not_end(actor, award))
    form = RevokeForm(request.POST or None, actor=actor)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.revoke(award, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Ghi thu hồi khen thưởng",
        act="Ghi thu hồi",
        back=page_of(award),
        crumbs=crumbs_to(award),
        under="Khen thưởng bị thu hồi vẫn đọc được trong quá trình khen thưởng, không tính vào số đếm.",
        write=write,
        said="Đã ghi thu hồi.",
        template=FORM,
    )
