"""Who came: the roll marked line by line, a column of names pasted, or the count with its source."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.ui import asked
from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.respond import draft_taken, is_confirmed, refusals_said, respond
from thidua.records.meetings import permissions, selectors, services
from thidua.records.meetings.forms import PasteRollForm, TurnoutForm
from thidua.records.meetings.forms.attending import Pasted
from thidua.records.meetings.models import Meeting, RollLine
from thidua.records.meetings.selectors import Matched
from thidua.records.meetings.views.found import FORM, crumbs_to, meeting_of, page_of
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut


@needs(Right.MEETINGS_WRITE)
def roll(request: HttpRequest, pk: int) -> HttpResponse:
    """All lines on one page: a tick is a presence, beside it the reason of an absence."""
    meeting, actor = meeting_of(request, pk), request.actor
    shut(permissions.why_not_count(actor, meeting))
    lines = list(meeting.roll.select_related("person", "unit").order_by("pk"))
    if not lines:
        return redirect("meetings:paste", pk)
    if request.method == "POST":
        here = set(request.POST.getlist("co_mat"))
        absent = {
            line.pk: asked.line(request.POST, f"ly_do_{line.pk}")
            for line in lines
            if str(line.pk) not in here
        }
        with refusals_said(request):
            services.mark_roll(meeting, absent=absent, by=actor, at=timezone.now())
            came = selectors.turnout(meeting)
            messages.success(request, f"Đã điểm danh: {came.text if came else ''}.")
            return redirect(page_of(meeting))
    context = {
        "meeting": meeting,
        "lines": lines,
        "came": selectors.turnout(meeting),
        "crumbs": crumbs_to(meeting),
    }
    return respond(request, "meetings/roll.html", context)


@needs(Right.MEETINGS_WRITE)
def paste(request: HttpRequest, pk: int) -> HttpResponse:
    """First shows who each line is, then, confirmed, adds those ticked."""
    meeting, actor = meeting_of(request, pk), request.actor
    shut(permissions.why_not_count(actor, meeting))
    form = PasteRollForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "meeting": meeting, "crumbs": crumbs_to(meeting)}
    if request.method == "POST" and form.is_valid():
        lines = form.cleaned_data["lines"]
        matched = selectors.match_names([line.name for line in lines], meeting.body, actor)
        pairs = list(zip(lines, matched, strict=True))
        if is_confirmed(request):
            with refusals_on(form):
                rows = [_row(request, actor, line, match) for line, match in _kept(request, pairs)]
                added = services.add_roll(meeting, rows, by=actor, at=timezone.now())
                draft_taken(request, f"meeting-roll-{pk}")
                messages.success(request, f"Đã thêm {len(added)} người vào danh sách.")
                return redirect("meetings:roll" if added else "meetings:meeting", pk)
        context["pairs"] = pairs
    return respond(request, "meetings/paste.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, pairs: list[tuple[Pasted, Matched]]) -> list[tuple[Pasted, Matched]]:
    ticked = set(request.POST.getlist("giu"))
    return [pair for pair in pairs if str(pair[0].place) in ticked]


def _row(request: HttpRequest, actor: Actor, line: Pasted, match: Matched) -> services.RollRow:
    """Where several people bear the name, the one that was chosen; none chosen: only the name."""
    person, unit, title = match.person, match.unit, line.title or match.title
    chosen = request.POST.get(f"la_{line.place}", "")
    if person is None and chosen:
        person = next((one for one in match.others if str(one.pk) == chosen), None)
        held = next(iter(person.now), None) if person else None  # type: ignore[attr-defined]
        unit, title = (held.unit, line.title or held.title) if held else (None, line.title)
    return services.RollRow(line.name, person, unit, title, line.present, line.reason)


@require_POST
@needs(Right.MEETINGS_WRITE)
def strike(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    meeting = meeting_of(request, pk)
    row = RollLine.objects.filter(pk=line, meeting=meeting).select_related("meeting").first()
    if row is None:
        raise Http404
    with refusals_said(request):
        services.strike_line(row, by=request.actor, at=timezone.now())
        messages.success(request, f"Đã bỏ {row.name} khỏi danh sách.")
    return redirect("meetings:roll", pk)


@needs(Right.MEETINGS_WRITE)
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """How many came, where there is no list."""
    meeting, actor = meeting_of(request, pk), request.actor
    shut(permissions.why_not_state_turnout(actor, meeting))
    form = TurnoutForm(request.POST or None, actor=actor, initial=_stated(meeting))

    def write(facts: dict[str, Any]) -> str:
        services.record_turnout(meeting, **facts, by=actor, at=timezone.now())
        return page_of(meeting)

    return form_page(
        request,
        form,
        title="Ghi số người dự",
        act="Ghi số người dự",
        back=page_of(meeting),
        crumbs=crumbs_to(meeting),
        under="Dùng khi không có danh sách. Con số luôn kèm nguồn.",
        write=write,
        said="Đã ghi số người dự.",
        template=FORM,
    )


def _stated(meeting: Meeting) -> dict[str, Any]:
    row = getattr(meeting, "turnout", None)
    if row is None:
        return {"document": meeting.minutes}
    return {name: getattr(row, name) for name in ("present", "expected", "document", "printed")}
