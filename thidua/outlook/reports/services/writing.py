"""What the officer decides about one block: words, nothing to say, a record that does not belong here."""

from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.papers.blocks import clean
from thidua.kit.refused import Refused, refuse_if
from thidua.kit.ui.wording import moment
from thidua.outlook.reports import permissions, rows, selectors
from thidua.outlook.reports.models import LeftOut, Narrative, Report
from thidua.outlook.reports.outline import BlockSpec
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy

LONGEST = 20_000


@transaction.atomic
def write(
    report: Report, block: str, text: str, *, by: Actor, at: datetime, seen: datetime | None = None
) -> Narrative | None:
    """The words of a block, paragraphs kept; empty words take them away. `seen`: when the text that was edited was saved."""
    words = "\n".join(line.strip() for line in clean(text).strip().splitlines())
    if len(words) > LONGEST:
        raise Refused(f"Dài quá {LONGEST} chữ. Viết gọn lại, phần chi tiết để ở phụ lục.")
    return _put(report, block, words, False, by, at, seen)


@transaction.atomic
def skip(
    report: Report, block: str, *, by: Actor, at: datetime, seen: datetime | None = None
) -> Narrative | None:
    """Nothing is said here, and nothing is missing."""
    return _put(report, block, "", True, by, at, seen)


def _put(
    report: Report, block: str, text: str, skipped: bool, by: Actor, at: datetime, seen: datetime | None
) -> Narrative | None:
    chain.hold()
    row = rows.locked(report)
    refuse_if(permissions.why_not_write(by, row))
    _spec_of(row, block)
    old = Narrative.objects.filter(report=row, block=block).first()
    before = (old.text, old.is_skipped) if old else ("", False)
    if before == (text, skipped):
        return old
    if old is not None and seen is not None and seen != old.saved_at:
        raise Refused(
            f"{old.saved_by} vừa sửa mục này lúc {moment(old.saved_at).split(',')[0]}. "
            "Xem bản mới bên dưới, sửa tiếp rồi lưu lại."
        )
    if not text and not skipped:
        if old:
            old.delete()
        kept = None
    else:
        said = {"text": text, "is_skipped": skipped, "saved_at": at, "saved_by": by.name[:120]}
        kept, _ = Narrative.objects.update_or_create(report=row, block=block, defaults=said)
    rows.touched(row, by=by, at=at)
    verb = "reports.skip" if skipped else "reports.write"
    changes = {"heading": selectors.heading_of(row, block), "length": [len(before[0]), len(text)]}
    chain.record(verb, row, by=by, at=at, changes=changes)
    return kept


def _spec_of(report: Report, block: str) -> BlockSpec:
    try:
        return selectors.outline_of(report.outline).block(block)
    except KeyError:
        raise Refused("Đề cương không còn mục này. Tải lại trang rồi làm tiếp.") from None


@transaction.atomic
def leave_out(
    report: Report, block: str, record: str, *, label: str, reason: str, by: Actor, at: datetime
) -> LeftOut:
    """Do not tell of a record under this heading; it stays a record, and others may tell of it elsewhere."""
    chain.hold()
    row = rows.locked(report)
    refuse_if(permissions.why_not_choose(by, row))
    _spec_of(row, block)
    if not tidy(reason):
        raise Refused("Nhập lý do bỏ khỏi mục này: người duyệt và kỳ sau cần biết.")
    given = {"reason": tidy(reason)[:300], "at": at, "by_name": by.name[:120]}
    left, made = LeftOut.objects.get_or_create(report=row, block=block, record=record[:60], defaults=given)
    if made:
        rows.touched(row, by=by, at=at)
        changes = {"heading": selectors.heading_of(row, block), "record": label[:200]}
        chain.record("reports.leave_out", row, by=by, at=at, changes=changes, note=left.reason)
    return left


@transaction.atomic
def take_back(report: Report, block: str, record: str, *, label: str, by: Actor, at: datetime) -> None:
    """Tell of it again."""
    chain.hold()
    row = rows.locked(report)
    refuse_if(permissions.why_not_choose(by, row))
    if LeftOut.objects.filter(report=row, block=block, record=record).delete()[0]:
        rows.touched(row, by=by, at=at)
        changes = {"heading": selectors.heading_of(row, block), "record": label[:200]}
        chain.record("reports.take_back", row, by=by, at=at, changes=changes)
