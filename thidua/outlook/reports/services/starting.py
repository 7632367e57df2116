"""A report is begun: whose, by which outline, for which period, at whose request; and its facts are put right."""

from datetime import date, datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.outlook.reports import permissions, rows, selectors
from thidua.outlook.reports.models import Report
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document
from thidua.vn.periods import Period


@transaction.atomic
def start(
    outline: str,
    period: Period,
    *,
    body: Unit,
    by: Actor,
    at: datetime,
    request: Document | None = None,
    send_to: Unit | None = None,
    due_on: date | None = None,
) -> Report:
    """Begin a report: one a body, outline and period. Nothing is counted yet; the page does that, live."""
    refuse_if(permissions.why_not_start(by, body))
    chain.hold()
    title = _title(outline, period, body)
    _refuse_second(body, outline, period)
    if period.since > by.on:
        raise Refused(f"Kỳ {period.printed} chưa bắt đầu. Chọn kỳ đang diễn ra hoặc đã qua.")
    _refuse_own_body(body, send_to)
    facts = {"request": request, "send_to": send_to, "due_on": due_on}
    span = {"period": period.label, "since": period.since, "until": period.until}
    saved = {"created_at": at, "saved_at": at, "saved_by": by.name[:120]}
    report = Report.objects.create(body=body, outline=outline, title=title, **span, **facts, **saved)
    changes = {
        "period": ["", period.printed],
        "request": ["", str(request or "")],
        "send_to": ["", send_to.name if send_to else ""],
        "due_on": [None, due_on],
    }
    chain.record("reports.start", report, by=by, at=at, changes=changes)
    return report


def _title(outline: str, period: Period, body: Unit) -> str:
    try:
        known = selectors.outline_of(outline)
    except KeyError:
        raise Refused("Đề cương này không còn. Chọn đề cương khác.") from None
    return selectors.abstract_of(known, period, body)[:400]


def _refuse_second(body: Unit, outline: str, period: Period) -> None:
    there = Report.objects.filter(body=body, outline=outline, period=period.label)
    if there.exclude(state=Report.State.DROPPED).exists():
        raise Refused(f"Đã có báo cáo {period.printed} theo đề cương này. Mở báo cáo đó để soạn tiếp.")


def _refuse_own_body(body: Unit, send_to: Unit | None) -> None:
    if send_to is not None and send_to.body_id == body.pk:
        raise Refused("Nơi nhận là chính cơ quan báo cáo. Chọn cơ quan cấp trên, hoặc để trống.")


@transaction.atomic
def correct(
    report: Report,
    *,
    title: str,
    request: Document | None,
    send_to: Unit | None,
    due_on: date | None,
    by: Actor,
    at: datetime,
) -> Report:
    """Put its facts right while it is being written; period and outline stay, they are what it is."""
    chain.hold()
    row = rows.locked(report)
    refuse_if(permissions.why_not_write(by, row))
    if not tidy(title):
        raise Refused("Nhập trích yếu của báo cáo.")
    _refuse_own_body(row.body, send_to)
    new = {"title": tidy(title)[:400], "request": request, "send_to": send_to, "due_on": due_on}
    changes = {name: [_said(getattr(row, name)), _said(value)] for name, value in new.items()}
    changes = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    if changes:
        for name, value in new.items():
            setattr(row, name, value)
        rows.touched(row, by=by, at=at)
        chain.record("reports.correct", row, by=by, at=at, changes=changes)
    return row


def _said(value: object) -> object:
    return str(value) if isinstance(value, (Document, Unit)) else value
