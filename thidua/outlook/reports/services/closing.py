"""A gap is closed: by a task to whoever can supply, by a figure with its source, by a word that nothing happened."""

from datetime import date, datetime, timedelta

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.outlook.reports import permissions, rows, selectors
from thidua.outlook.reports.models import Asked, Report
from thidua.outlook.reports.outline import stretch_of
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.register import selectors as register
from thidua.records.register import services as stating
from thidua.records.register.models import Document, Statement
from thidua.vn.periods import Period, wave
from thidua.work.programme import services as programme


@transaction.atomic
def ask(
    report: Report,
    block: str,
    *,
    action: str,
    by: Actor,
    at: datetime,
    unit: Unit | None = None,
    person: Person | None = None,
    assignee_text: str = "",
    due_on: date | None = None,
) -> Asked:
    """Give somebody the task to supply what is missing; the report's page then shows how it stands."""
    chain.hold()
    row = rows.locked(report)
    refuse_if(permissions.why_not_write(by, row))
    if due_on is not None and due_on < by.on:
        raise Refused("Hạn cung cấp đã qua. Chọn ngày từ hôm nay trở đi.")
    with chain.within("reports.ask"):
        task = programme.assign(
            action,
            body=row.body,
            by=by,
            at=at,
            unit=unit,
            person=person,
            assignee_text="" if unit or person else assignee_text,
            due_on=due_on,
            bases=[row.request] if row.request else [],
            source_text=chain.subject_key(row),
        )
    asked = Asked.objects.create(report=row, block=block, task=task, at=at)
    rows.touched(row, by=by, at=at)
    changes = {
        "heading": selectors.heading_of(row, block),
        "assignee": task.assignee or task.assignee_text,
        "due_on": task.due_on,
    }
    chain.record("reports.ask", row, by=by, at=at, changes=changes)
    return asked


@transaction.atomic
def state_figure(
    report: Report,
    block: str,
    count: int,
    *,
    by: Actor,
    at: datetime,
    document: Document | None = None,
    printed: str = "",
    of_whom: str = "",
) -> Statement:
    """Enter the number that no module holds, with the paper or the words that it is taken from."""
    chain.hold()
    row = rows.locked(report)
    refuse_if(permissions.why_not_write(by, row))
    what = selectors.counted_as(row, block)
    if not what:
        raise Refused("Mục này không nhận con số nhập tay. Ghi bản ghi ở sổ tương ứng, hoặc viết lời.")
    with chain.within("reports.state_figure"):
        stated = stating.state_count(
            what,
            count,
            body=row.body,
            period=stretch_of(selectors.spec_of(row, block).window, selectors.period_of(row)),
            document=document,
            printed=printed,
            of_whom=of_whom,
            by=by,
            at=at,
        )
    changes = {"heading": selectors.heading_of(row, block), "count": count}
    chain.record("reports.state_figure", row, by=by, at=at, changes=changes)
    return stated


@transaction.atomic
def confirm_nil(report: Report, block: str, *, note: str = "", by: Actor, at: datetime) -> Statement:
    """Nothing of it happened: of a period that runs still, up to today."""
    chain.hold()
    row = rows.locked(report)
    refuse_if(permissions.why_not_write(by, row))
    what = selectors.nil_code(row, block)
    if not what:
        raise Refused("Mục này không trả lời được bằng “Không phát sinh”. Nhập nội dung hoặc giao việc.")
    with chain.within("reports.confirm_nil"):
        stated = stating.state_nil(
            what,
            body=row.body,
            period=_past(selectors.period_of(row), by.on),
            printed=selectors.heading_of(row, block),
            note=note,
            by=by,
            at=at,
        )
    changes = {"heading": selectors.heading_of(row, block), "period": stated.period_label}
    chain.record("reports.confirm_nil", row, by=by, at=at, changes=changes, note=stated.note)
    return stated


def _past(period: Period, today: date) -> Period:
    """The part of the period that is over."""
    if not period.contains(today) or period.last == today:
        return period
    return wave(period.since, min(today, period.until - timedelta(days=1)))


@transaction.atomic
def withdraw_nil(report: Report, statement: int, *, reason: str, by: Actor, at: datetime) -> None:
    """It was said by mistake: the heading is open again."""
    chain.hold()
    row = rows.locked(report)
    refuse_if(permissions.why_not_write(by, row))
    said = register.statements_visible_to(by).filter(pk=statement, kind=Statement.Kind.NIL).first()
    if said is None:
        raise Refused("Lời xác nhận này không còn. Tải lại trang.")
    with chain.within("reports.withdraw_nil"):
        stating.withdraw_statement(said, reason=reason, by=by, at=at)
    chain.record(
        "reports.withdraw_nil", row, by=by, at=at, changes={"record": str(said)}, note=reason.strip()
    )
