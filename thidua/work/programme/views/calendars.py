"""The calendar of the body, and the account's own days for a calendar program."""

from calendar import monthrange
from datetime import date, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from thidua.kit.ui.respond import refusals_said, respond
from thidua.kit.ui.waiting import CalendarDay
from thidua.law import holidays
from thidua.records.meetings import selectors as meetings
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors as register
from thidua.vn import periods
from thidua.work.programme import ics, selectors, services, tokens
from thidua.work.programme.models import CalendarToken

BEFORE, AFTER = timedelta(days=60), timedelta(days=400)
TOKEN = "calendar_token"  # noqa: S105 - the name of a place in the session, not a secret


@needs(Right.TASKS_READ)
def show(request: HttpRequest) -> HttpResponse:
    """`?thang=09/2026`: one month, day by day; days off are named."""
    actor = request.actor
    month = periods.parse(request.GET.get("thang", "")) or periods.month_of(actor.on)
    if month.kind != "month":
        month = periods.month_of(month.since)
    gathered = {
        *selectors.calendar(actor, month.since, month.until),
        *meetings.calendar(actor, month.since, month.until),
        *register.calendar(actor, month.since, month.until),
    }
    row = CalendarToken.objects.filter(user=actor.user).first()
    fresh = request.session.pop(TOKEN, "")
    context = {
        "month": month,
        "weeks": _weeks(month, gathered, actor.on),
        "previous": month.previous().label,
        "next": periods.month_of(month.until).label,
        "count": len(gathered),
        "row": row,
        "address": request.build_absolute_uri(reverse("programme:ics", args=[fresh])) if fresh else "",
    }
    return respond(request, "programme/calendar.html", context)


def _weeks(
    month: periods.Period, days: set[CalendarDay], today: date
) -> list[list[dict[str, object] | None]]:
    """Monday to Sunday; None outside the month."""
    last = monthrange(month.since.year, month.since.month)[1]
    cells: list[dict[str, object] | None] = [None] * month.since.weekday()
    for number in range(1, last + 1):
        on = date(month.since.year, month.since.month, number)
        lines = sorted((day for day in days if day.on == on), key=lambda day: day.title)
        off = holidays.official(on)
        cells.append(
            {
                "on": on,
                "lines": lines,
                "off": off.name if off else "",
                "works": holidays.is_working_day(on),
                "is_today": on == today,
            }
        )
    cells += [None] * (-len(cells) % 7)
    return [cells[start : start + 7] for start in range(0, len(cells), 7)]


@require_POST
@needs(Right.TASKS_READ)
def issue(request: HttpRequest) -> HttpResponse:
    with refusals_said(request):
        request.session[TOKEN] = services.issue_calendar(by=request.actor, at=timezone.now())
        messages.success(request, "Đã lập địa chỉ lịch. Chép ngay: địa chỉ chỉ hiện một lần.")
    return redirect(f"{reverse('programme:calendar')}#dia-chi")


@require_POST
@needs(Right.TASKS_READ)
def revoke(request: HttpRequest) -> HttpResponse:
    services.revoke_calendar(by=request.actor, at=timezone.now())
    messages.success(request, "Đã thu hồi địa chỉ lịch.")
    return redirect("programme:calendar")


@login_not_required
@require_GET
@needs()
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """For calendar programs, which cannot sign in: whoever knows the secret reads this one account's days."""
    now = timezone.now()
    actor = tokens.actor_of(token, timezone.localdate(now))
    if actor is None or actor.body is None:
        raise Http404
    days = selectors.agenda(actor, actor.on - BEFORE, actor.on + AFTER)
    site = request.build_absolute_uri("/").rstrip("/")
    name = f"Thidua, {actor.body.short_name or actor.body.name}"
    answer = HttpResponse(
        ics.written(days, name=name, address=site, at=now), content_type="text/calendar; charset=utf-8"
    )
    answer["Content-Disposition"] = 'inline; filename="thidua.ics"'
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
