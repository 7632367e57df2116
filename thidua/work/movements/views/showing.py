"""One movement: facts, criteria with results, the ruler of its days, papers, answers, history."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse

from thidua.kit.ui.respond import respond
from thidua.kit.ui.wording import day
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.work.movements import permissions, selectors
from thidua.work.movements.models import Criterion, Exemption, Movement, MovementDocument, Result
from thidua.work.movements.views.drawing import badge_of, how_of, nodes_of, ruler_of, steps_of
from thidua.work.movements.views.found import movement_of
from thidua.work.movements.wording import figure, measure

_RESULTS = 30


@dataclass(frozen=True)
class Measured:
    """A criterion with its target and the last figure recorded for it."""

    criterion: Criterion
    target: str
    reached: str
    share: str
    last: Result | None
    is_met: bool = False


def measured(criteria: Sequence[Criterion], results: Sequence[Result]) -> list[Measured]:
    """`results` newest first."""
    last: dict[int, Result] = {}
    for row in results:
        if row.criterion_id and row.number is not None:
            last.setdefault(row.criterion_id, row)
    found = []
    for row in criteria:
        known = last.get(row.pk)
        number = known.number if known else None
        target = row.target_number
        met = number is not None and target is not None and number >= target
        share = ""
        if number is not None and target and row.unit_of_measure != "%":
            share = f"{figure((number / target * 100).quantize(Decimal('0.1')))}%"
        found.append(
            Measured(
                row,
                measure(target, row.unit_of_measure),
                measure(number, row.unit_of_measure),
                share,
                known,
                met,
            )
        )
    return found


@needs(Right.MOVEMENTS_READ)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    state = selectors.state_of(movement, actor.on)
    milestones = list(movement.milestones.select_related("document"))
    waves = list(movement.waves.all())
    results = list(movement.results.select_related("criterion", "document")[: _RESULTS * 4])
    context = {
        "movement": movement,
        "badge": badge_of(state),
        "steps": steps_of(movement, actor.on),
        "facts": facts_of(movement),
        "ruler": ruler_of(movement, milestones, waves, actor.on),
        "milestones": milestones,
        "waves": waves,
        "criteria": measured(list(movement.criteria.all()), results),
        "results": _with_figures(results[:_RESULTS]),
        "assessments": list(movement.assessments.all()),
        "papers": _papers(movement),
        "tree": nodes_of(selectors.response_tree(movement, actor), actor),
        "history": selectors.history_of(movement, actor),
    }
    return respond(
        request, "movements/movement.html", context | _acts(movement, actor) | _answers(movement, actor)
    )


def _with_figures(results: list[Result]) -> list[Result]:
    for row in results:
        row.figure = measure(row.number, row.criterion.unit_of_measure) if row.criterion else ""  # type: ignore[attr-defined]
    return results


def facts_of(movement: Movement) -> list[tuple[str, object]]:
    days = ""
    if movement.since or movement.until:
        days = f"{day(movement.since) or '…'} – {day(movement.last_day) or '…'}"
    launched = day(movement.launched_on) or ("chưa rõ ngày" if movement.is_launched else "chưa phát động")
    return [
        ("Nơi phát động", movement.launcher.name if movement.launcher else "Chưa rõ"),
        ("Ngày phát động", launched),
        ("Hình thức", movement.form_label),
        ("Cấp phát động", movement.get_level_display()),
        ("Thời kỳ", movement.period_label),
        ("Từ ngày – đến ngày", days),
        ("Mục đích", movement.aim),
        ("Chỉ tiêu khen thưởng", movement.quota),
        ("Chép từ", movement.copied_from.title if movement.copied_from else ""),
        ("Kết thúc", " – ".join(filter(None, (day(movement.closed_on), movement.closing_note)))),
    ]


def _papers(movement: Movement) -> list[MovementDocument]:
    rows = movement.papers.select_related("document__issuer")
    return list(rows.order_by("document__ordered_on", "document_id"))


def _acts(movement: Movement, actor: Actor) -> dict[str, object]:
    body = actor.body
    launcher = movement.launcher.body_id if movement.launcher else None
    return {
        "why_not_edit": permissions.why_not_edit(actor, movement),
        "why_not_go_on": permissions.why_not_go_on(actor, movement),
        "why_not_record": permissions.why_not_record(actor, movement),
        "is_ours": body is not None and launcher == body.pk,
        "may_write": not permissions.why_not_write(actor, body),
    }


def _answers(movement: Movement, actor: Actor) -> dict[str, object]:
    """How the own body stands to a superior's movement; how the bodies below stand to an own one."""
    body = actor.body
    if body is None:
        return {}
    launcher = movement.launcher.body_id if movement.launcher else None
    if launcher == body.pk:
        running = movement.is_launched and not movement.closed_on
        twins = selectors.unanswered_below(body, actor.on, [movement]) if running else []
        quiet = [row for row in selectors.idle(body, actor.on) if row.movement.pk == movement.pk]
        return {"twin": _rows_below(twins[0]) if twins else None, "quiet": quiet[0] if quiet else None}
    answers = selectors.answers_of([body.pk], [movement.pk])[body.pk].get(movement.pk, [])
    asked = next((row for row in selectors.coverage(body, actor.on) if row.movement.pk == movement.pk), None)
    return {
        "answers": [(row, how_of(row), row.superior_id != movement.pk) for row in answers],
        "exemption": Exemption.objects.filter(movement=movement, body=body).first(),
        "asked": asked if asked and asked.standing == "chua" else None,
    }


def _rows_below(twin: selectors.Twin) -> dict[str, object]:
    rows = [
        (unit, twin.answers[unit.pk][0] if unit.pk in twin.answers else None, twin.exempted.get(unit.pk, ""))
        for unit in twin.units
    ]
    return {
        "rows": [(unit, row, how_of(row) if row else "", reason) for unit, row, reason in rows],
        "answered": len(twin.answers),
        "units": len(twin.units),
        "days": twin.days,
    }
