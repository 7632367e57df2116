"""Statements: a count without names, "không phát sinh", how far back a register is whole; withdrawn, never erased."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register import permissions, selectors
from thidua.records.register.models import Document, Statement
from thidua.vn.dates import cited_date
from thidua.vn.periods import Period

_COUNT, _NIL, _COVERAGE = Statement.Kind.COUNT, Statement.Kind.NIL, Statement.Kind.COVERAGE


@transaction.atomic
def state_count(
    what: str,
    count: int,
    *,
    body: Unit,
    by: Actor,
    at: datetime,
    period: Period | None = None,
    of_whom: str = "",
    document: Document | None = None,
    printed: str = "",
    note: str = "",
) -> Statement:
    """So many of `what` (a code), nobody named: with the document that says so, or the words as printed.

    The same figure from the same source again gives the statement that is there.
    """
    _begin(by, body, what)
    said = _period(period) | {"of_whom": tidy(of_whom)[:160], "document": document}
    if count < 0 or not (document or tidy(printed)):
        raise Refused("Con số cần nguồn: chọn văn bản, hoặc chép lại cách ghi.")
    if count and period and selectors.nil_in(by, what, period, body=body):
        raise Refused(
            f"Kỳ {period.printed} đã xác nhận không phát sinh. Thu hồi lời xác nhận đó trước khi ghi số."
        )
    there = Statement.objects.filter(
        body=body, kind=_COUNT, what=what, count=count, withdrawn_at=None, **said
    ).first()
    if there is not None:
        return there
    return _stated(body, _COUNT, what, by, at, printed, note, count=count, **said)


@transaction.atomic
def state_nil(
    what: str,
    *,
    body: Unit,
    period: Period,
    by: Actor,
    at: datetime,
    document: Document | None = None,
    printed: str = "",
    note: str = "",
) -> Statement:
    """Nothing of `what` happened in the period: somebody says so, by name. A second time gives the first statement."""
    _begin(by, body, what)
    if period.last > by.on and period.contains(by.on):
        raise Refused(
            f"Kỳ {period.printed} chưa hết (đến {cited_date(period.last)}). Xác nhận cho khoảng đã qua."
        )
    if period.since > by.on:
        raise Refused(f"Kỳ {period.printed} chưa bắt đầu nên chưa xác nhận được.")
    counted = [row for row in selectors.counts_in(by, what, period, body=body) if row.count]
    if counted:
        raise Refused(f"Kỳ {period.printed} đã ghi: {counted[0]}. Kiểm tra lại trước khi xác nhận.")
    said = _period(period)
    there = Statement.objects.filter(body=body, kind=_NIL, what=what, withdrawn_at=None, **said).first()
    if there is not None:
        return there
    return _stated(body, _NIL, what, by, at, printed, note, document=document, **said)


@transaction.atomic
def state_coverage(
    what: str,
    *,
    body: Unit,
    since: date,
    by: Actor,
    at: datetime,
    until: date | None = None,
    label: str = "",
    document: Document | None = None,
    printed: str = "",
    note: str = "",
) -> Statement:
    """The register of `what` is whole from `since` on ([since, until), open end: to this day). A second time gives the first."""
    _begin(by, body, what)
    if since > by.on or (until is not None and until <= since):
        raise Refused("Khoảng ghi đủ phải bắt đầu trước hôm nay và kết thúc sau khi bắt đầu.")
    said: dict[str, Any] = {"period_since": since, "period_until": until}
    there = Statement.objects.filter(body=body, kind=_COVERAGE, what=what, withdrawn_at=None, **said).first()
    if there is not None:
        return there
    named = tidy(label)[:60] or f"từ {cited_date(since)}"
    return _stated(
        body, _COVERAGE, what, by, at, printed, note, document=document, period_label=named, **said
    )


@transaction.atomic
def withdraw_statement(statement: Statement, *, reason: str, by: Actor, at: datetime) -> Statement:
    """It was wrong, or holds no more: it stays readable with the reason."""
    chain.hold()
    row = Statement.objects.select_for_update(of=("self",)).select_related("body").get(pk=statement.pk)
    refuse_if(permissions.why_not_write(by, row.body))
    if row.withdrawn_at:
        raise Refused("Lời xác nhận này đã được thu hồi.")
    if not tidy(reason):
        raise Refused("Nhập lý do thu hồi.")
    row.withdrawn_at, row.withdrawn_reason = at, tidy(reason)[:300]
    row.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    chain.record("register.withdraw_statement", row, by=by, at=at, text=str(row), note=row.withdrawn_reason)
    return row


def _begin(by: Actor, body: Unit, what: str) -> None:
    refuse_if(permissions.why_not_write(by, body))
    if not what.strip():
        raise Refused("Chọn nội dung được xác nhận.")
    chain.hold()


def _period(period: Period | None) -> dict[str, Any]:
    if period is None:
        return {"period_since": None, "period_until": None, "period_label": ""}
    return {
        "period_since": period.since,
        "period_until": period.until,
        "period_label": period.printed[:60],
    }


def _stated(
    body: Unit, kind: str, what: str, by: Actor, at: datetime, printed: str, note: str, **said: Any
) -> Statement:
    row = Statement.objects.create(
        body=body,
        kind=kind,
        what=what.strip()[:60],
        printed=tidy(printed)[:400],
        note=tidy(note)[:400],
        confirmed_by=by.name[:120],
        at=at,
        **said,
    )
    changes = {
        "said": ["", kind],
        "count": [None, row.count],
        "of_whom": ["", row.of_whom],
        "period": ["", row.period_label],
        "source": ["", str(row.document) if row.document else row.printed],
    }
    chain.record("register.state", row, by=by, at=at, text=str(row), changes=changes, note=row.note)
    return row
