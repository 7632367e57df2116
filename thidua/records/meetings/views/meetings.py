"""One meeting: its page, recorded, corrected, called off."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.kit.audit.sentences import history
from thidua.kit.ui.respond import respond
from thidua.records.meetings import permissions, selectors, services
from thidua.records.meetings.forms import CancelForm, MeetingForm
from thidua.records.meetings.models import Meeting
from thidua.records.meetings.services.recording import FACTS
from thidua.records.meetings.views.found import FORM, body_of, crumbs_to, meeting_of, page_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut

ROLL_SHOWN = 60


@needs(Right.MEETINGS_READ)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, actor = meeting_of(request, pk), request.actor
    came = selectors.turnout(meeting)
    roll = list(meeting.roll.select_related("person", "unit").order_by("present", "pk")[: ROLL_SHOWN + 1])
    context = {
        "meeting": meeting,
        "came": came,
        "stated": getattr(meeting, "turnout", None),
        "roll": roll[:ROLL_SHOWN],
        "more_roll": len(roll) > ROLL_SHOWN,
        "by_unit": selectors.units_of_roll(meeting) if roll else [],
        "documents": selectors.documents_of(meeting, actor),
        "facts": _facts(meeting),
        "to_come": meeting.is_to_come(actor.on),
        "why_not": permissions.why_not_change(actor, meeting),
        "why_not_count": permissions.why_not_count(actor, meeting),
        "why_not_state": permissions.why_not_state_turnout(actor, meeting),
        "history": history(meeting, limit=30),
    }
    return respond(request, "meetings/meeting.html", context)


def _facts(meeting: Meeting) -> list[tuple[str, Any]]:
    return [
        ("Ngày", meeting.held_on or f"Chưa rõ, {meeting.when}"),
        ("Loại", meeting.get_kind_display()),
        ("Lồng ghép", "Nội dung thi đua, khen thưởng được lồng ghép" if meeting.is_folded_into else ""),
        ("Chủ đề", ", ".join(meeting.topic_names) or "Chưa xếp chủ đề"),
        ("Địa điểm", meeting.place),
        ("Cơ quan", meeting.body.short_name or meeting.body.name),
        ("Ghi chú", meeting.note),
    ]


@needs(Right.MEETINGS_WRITE)
def record(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body))
    first = {"held_on": actor.on, "kind": Meeting.Kind.OFFICE}
    form = MeetingForm(request.POST or None, actor=actor, initial=first)

    def write(facts: dict[str, Any]) -> str:
        return page_of(
            services.record_meeting(facts.pop("name"), body=body, **facts, by=actor, at=timezone.now())
        )

    return form_page(
        request,
        form,
        title="Ghi cuộc họp",
        act="Ghi cuộc họp",
        back=reverse("meetings:list"),
        crumbs=crumbs_to(),
        write=write,
        said="Đã ghi cuộc họp. Ghi tiếp người dự và văn bản được triển khai.",
        template=FORM,
    )


@needs(Right.MEETINGS_WRITE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, actor = meeting_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, meeting))
    facts = {name: getattr(meeting, name) for name in FACTS}
    form = MeetingForm(request.POST or None, actor=actor, initial=facts, known=meeting.period_label)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.correct_meeting(meeting, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Sửa cuộc họp",
        act="Ghi lại",
        back=page_of(meeting),
        crumbs=crumbs_to(meeting),
        write=write,
        said="Đã sửa cuộc họp.",
        template=FORM,
    )


@needs(Right.MEETINGS_WRITE)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, actor = meeting_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, meeting))
    form = CancelForm(request.POST or None)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.cancel(meeting, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Hủy cuộc họp",
        act="Hủy cuộc họp",
        back=page_of(meeting),
        crumbs=crumbs_to(meeting),
        under="Cuộc họp đã hủy vẫn đọc được, không tính vào báo cáo.",
        write=write,
        said="Đã hủy cuộc họp.",
        template=FORM,
    )
