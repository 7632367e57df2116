"""What reports have for "Việc của tôi" and for the calendar. Nothing is counted here: a report is worked out on its page."""

from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.waiting import CalendarDay, Waiting
from thidua.outlook.reports.models import Asked, Report
from thidua.outlook.reports.selectors.visible import listed, visible_to
from thidua.outlook.reports.wording import short
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right

State = Report.State
AHEAD = timedelta(days=30)
FEW, FEW_DUE = 20, 3


def waiting_for(actor: Actor) -> list[Waiting]:
    """Reports due or given back for who writes, to approve for the leadership, to number for the clerk. Three queries."""
    wanted = _wanted(actor)
    if wanted is None:
        return []
    rows = listed(actor).filter(wanted).order_by("due_on", "pk")[:FEW]
    return [_waiting(row) for row in rows] + _answered(actor)


def _wanted(actor: Actor) -> Q | None:
    body, found = actor.body, None
    if body is None:
        return None
    if actor.can(Right.REPORTS_WRITE, body):
        near = Q(due_on__lte=actor.on + AHEAD)
        back = Q(last_step__in=("send_back", "turn_down"))
        found = Q(state=State.DRAFT) & (near | back)
    if actor.can(Right.REPORTS_APPROVE, body):
        found = (found or Q()) | Q(state=State.REVIEW)
    if actor.can(Right.REGISTER_ISSUE, body) and actor.can(Right.REPORTS_READ, body):
        found = (found or Q()) | Q(state=State.APPROVED)
    return Q(body=body) & found if found else None


def _waiting(row: Report) -> Waiting:
    to = f"Gửi {row.send_to.short_name or row.send_to.name}" if row.send_to else "Chưa ghi nơi nhận"
    title = short(row.title)
    since = timezone.localdate(row.last_at or row.created_at)
    action = {State.REVIEW: "Duyệt báo cáo", State.APPROVED: "Cho số, phát hành"}.get(row.state, "Mở báo cáo")
    if row.state == State.DRAFT and row.last_step in ("send_back", "turn_down"):
        told = f"{row.last_by} trả lại: {row.last_note}"
    elif row.state == State.DRAFT:
        told = f"{to} · {'đã chốt số liệu, chưa trình' if row.frozen_at else 'chưa chốt số liệu'}"
    else:
        told = f"{to} · {row.last_by} chuyển đến"
    return Waiting(title, told, reverse("reports:report", args=[row.pk]), action, due=row.due_on, since=since)


def _answered(actor: Actor) -> list[Waiting]:
    """Others have done what they were asked for a report that is still being written."""
    if not actor.can(Right.REPORTS_WRITE, actor.body):
        return []
    rows = Asked.objects.filter(
        report__body=actor.body,
        report__state=State.DRAFT,
        task__done_on__isnull=False,
        report__frozen_at=None,
    )
    return [
        Waiting(
            f"{row.task.assignee or 'Nơi được hỏi'} đã cung cấp số liệu báo cáo",
            row.task.done_note or row.task.title,
            f"{reverse('reports:report', args=[row.report_id])}#khoi-{row.block}",
            "Xem và ghi",
            since=row.task.done_on,
        )
        for row in rows.select_related("task__unit", "task__person").order_by("task__done_on", "pk")[:FEW]
    ]


def due_soon(actor: Actor) -> list[Report]:
    """Reports of the body that are being written and due within a month, shown with what they lack. One query."""
    body = actor.body
    if body is None or not actor.can(Right.REPORTS_READ, body):
        return []
    rows = visible_to(actor).filter(body=body, state=State.DRAFT, due_on__lte=actor.on + AHEAD)
    return list(rows.defer("frozen").order_by("due_on", "pk")[:FEW_DUE])


def calendar(actor: Actor, since: date, until: date) -> list[CalendarDay]:
    """Days of [since, until) on which reports of the body are due."""
    body = actor.body
    if body is None or not actor.can(Right.REPORTS_READ, body):
        return []
    rows = visible_to(actor).filter(body=body, due_on__gte=since, due_on__lt=until)
    rows = rows.exclude(state__in=(State.SENT, State.DROPPED)).defer("frozen").order_by("due_on", "pk")
    return [
        CalendarDay(
            row.due_on, f"{short(row.title)}: hạn gửi", reverse("reports:report", args=[row.pk]), False
        )
        for row in rows
        if row.due_on
    ]
