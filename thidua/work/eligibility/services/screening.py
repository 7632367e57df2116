"""A screening is started, done again, gone on with, deleted. Few candidates are judged at once, many by a job."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.jobs import services as jobs
from thidua.kit.jobs.models import Job
from thidua.kit.refused import Refused, refuse_if
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.vn.periods import Period
from thidua.work.eligibility import permissions, results
from thidua.work.eligibility.models import COLLECTIVE, PERSON, Screening, ScreeningRow
from thidua.work.eligibility.selectors import screenings

FEW = {PERSON: 300, COLLECTIVE: 12}
"""So many candidates take no longer than a page."""
_TWICE = timedelta(seconds=10)
"""The same asked for again within this time is a double click."""


@transaction.atomic
def start_screening(
    unit: Unit,
    *,
    of_whom: str,
    titles: Sequence[str],
    period: Period,
    on: date,
    by: Actor,
    at: datetime,
    with_discipline: bool = False,
    again_of: Screening | None = None,
) -> Screening:
    """Screen everybody in office in the unit and below on the day `on`, or those units themselves, by the book of today.
    `titles`: codes of the book. The line in the log says where discipline was looked at. A double click gives the first."""
    refuse_if(permissions.why_not_screen(by, unit, with_discipline=with_discipline))
    assert by.body is not None, "who may screen works in a body"
    book = catalogue.book(by.on, by.body)
    refuse_if(_why_not_these(titles, of_whom, period))
    chain.hold()
    facts = {
        "body": by.body,
        "unit": unit,
        "of_whom": of_whom,
        "titles": list(titles),
        "period_label": period.label,
        "on": on,
        "with_discipline": with_discipline,
        "fingerprint": book.fingerprint,
        "made_by": by.user,
    }
    there = Screening.objects.filter(**facts, created_at__gt=at - _TWICE).first()
    if there is not None:
        return there
    wide = screenings.is_wide(unit, by.body)
    row = Screening.objects.create(**facts, is_wide=wide, again_of=again_of, created_at=at)
    verb = "eligibility.start_screening" + ("_with_discipline" if with_discipline else "")
    changes = {"titles": [book.codes.get(code, code) for code in titles], "considered_on": on}
    chain.record(verb, row, by=by, at=at, text=str(row), changes=changes)
    return _run(row, by, at)


def _why_not_these(titles: Sequence[str], of_whom: str, period: Period) -> list[str]:
    reasons = []
    if not titles:
        reasons.append("Chọn ít nhất một danh hiệu.")
    if of_whom not in FEW:
        reasons.append("Chỉ sàng lọc cá nhân hoặc tập thể.")
    if period.kind not in ("year", "school_year"):
        reasons.append("Kỳ sàng lọc là một năm hoặc một năm học, ví dụ 2026 hoặc 2025-2026.")
    return reasons


def _run(row: Screening, by: Actor, at: datetime) -> Screening:
    if len(screenings.candidates_of(row, by)) <= FEW[row.of_whom]:
        return results.fill(row, by=by, at=at)
    jobs.start(
        "eligibility.screen",
        by=by,
        at=at,
        title=str(row),
        args={"screening": row.pk},
        body=str(row.body_id),
        once=screenings.once_of(row),
    )
    return row


@transaction.atomic
def screen_again(screening: Screening, *, by: Actor, at: datetime) -> Screening:
    """The same by the book and the registers of today, beside the old one."""
    return start_screening(
        screening.unit,
        of_whom=screening.of_whom,
        titles=screening.titles,
        period=screening.period,
        on=screening.on,
        with_discipline=screening.with_discipline,
        again_of=screening,
        by=by,
        at=at,
    )


@transaction.atomic
def go_on_with_screening(screening: Screening, *, by: Actor, at: datetime) -> Screening:
    """What was stopped goes on where it stopped."""
    chain.hold()
    row = Screening.objects.select_for_update(of=("self",)).get(pk=screening.pk)
    refuse_if(permissions.why_not_screen(by, row.unit, with_discipline=row.with_discipline))
    if row.is_done:
        raise Refused("Lượt sàng lọc này đã xong.")
    chain.record("eligibility.go_on_with_screening", row, by=by, at=at, text=str(row))
    return _run(row, by, at)


@transaction.atomic
def delete_screening(screening: Screening, *, by: Actor, at: datetime) -> None:
    """With all that it found; the registers are not touched."""
    chain.hold()
    row = (
        Screening.objects.select_for_update(of=("self",))
        .select_related("unit", "made_by")
        .get(pk=screening.pk)
    )
    refuse_if(permissions.why_not_delete(by, row))
    if Job.objects.filter(once=screenings.once_of(row), state__in=Job.OPEN).exists():
        raise Refused("Lượt sàng lọc đang chạy. Dừng việc đang chạy rồi xóa.")
    chain.record("eligibility.delete_screening", row, by=by, at=at, text=str(row))
    ScreeningRow.objects.filter(screening=row).delete()
    row.delete()
