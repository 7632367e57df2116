"""Tasks done or to come, opinions given on others' drafts, counts that were stated without names."""

from thidua.outlook.reports.built import Item, Piece, Ref
from thidua.outlook.reports.figures.asking import Asking, Found
from thidua.outlook.reports.figures.documents import speaks_of
from thidua.outlook.reports.figures.printing import address, document_ref, label, lowered, tidy, two_digits
from thidua.records.register import selectors as register
from thidua.records.register.models import Consultation, Statement
from thidua.vn.dates import cited_date
from thidua.work.programme.models import Task

STATES = frozenset({"done", "open"})


def tasks(asking: Asking) -> Found:
    """Done in the window; or still open: due in it, or without a day."""
    words, period = asking.param("words"), asking.period
    open_ones = asking.spec.params.get("state", "open") == "open"
    rows = asking.records.tasks("open" if open_ones else "done", period)
    found = [_task(row) for row in rows if not words or speaks_of(row.action, words)]
    told = "chưa xong, đến hạn hoặc chưa có hạn" if open_ones else "đã xong"
    days = f"từ {cited_date(period.since)} đến {cited_date(period.last)}"
    return Found(found, f"Nhiệm vụ của cơ quan {told}, {days}.")


def _task(row: Task) -> Item:
    ref = Ref(
        f"programme.Task:{row.pk}",
        row.title,
        address("programme:task", row.pk),
        f"giao tại {row.document}" if row.document else "",
    )
    day = row.deadline_text or (f"hạn {cited_date(row.due_on)}" if row.due_on else "")
    told = tidy(row.action)
    text = [Piece(told[:1].upper() + told[1:], ref.key)]
    if day and day not in told and not row.done_on:
        text.append(Piece(f" ({tidy(day)})"))
    return Item(ref.key, tuple(text), (ref,))


def consultations(asking: Asking) -> Found:
    """Opinions that the body gave on others' drafts, by the day of the answer."""
    records = asking.records
    rows = register.consultations_visible_to(records.actor).filter(
        way=Consultation.Way.ANSWERED,
        body=records.body,
        answered_on__gte=asking.period.since,
        answered_on__lt=asking.period.until,
    )
    found = []
    for row in rows.order_by("answered_on", "pk"):
        paper = document_ref(row.document)
        ref = Ref(f"register.Consultation:{row.pk}", f"Góp ý {label(row.document)}", paper.url)
        by = f" (Công văn số {row.answer_number})" if row.answer_number else ""
        title = lowered(row.document.title) or str(row.document)
        told = f"dự thảo {title} của {row.other.called}{by}"
        found.append(Item(ref.key, (Piece("Góp ý "), Piece(told, ref.key)), (ref, paper)))
    return Found(found, "Ý kiến đã gửi về dự thảo của cơ quan khác, ngày trả lời trong kỳ.")


def counts(asking: Asking) -> Found:
    """Counts stated without names, for a stretch within the window."""
    found = []
    for row in asking.records.counts(asking.period):
        if row.what not in asking.param("what"):
            continue
        paper = document_ref(row.document) if row.document else None
        said, detail = _stated(row), f"{row.confirmed_by} xác nhận"
        detail += f": {row.printed}" if row.printed and row.printed != said else ""
        ref = Ref(f"register.Statement:{row.pk}", str(row), paper.url if paper else "", detail)
        found.append(Item(ref.key, (Piece(tidy(said), ref.key),), (ref, paper) if paper else (ref,)))
    return Found(found, "Số liệu đã xác nhận, chưa có danh sách.")


def _stated(row: Statement) -> str:
    """ "12 công chức"; the source's own words where they hold the number."""
    number = two_digits(row.count or 0)
    if row.of_whom:
        return f"{number} {row.of_whom}"
    return row.printed if str(row.count) in row.printed else number
