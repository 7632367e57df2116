"""Tasks done or to come, opinions given on others' drafts, counts that were stated without names."""

from datetime import date

from django.db.models import F, Q

from thidua.outlook.reports.built import Item, Piece, Ref
from thidua.outlook.reports.figures.asking import Asking, Found
from thidua.outlook.reports.figures.documents import speaks_of
from thidua.outlook.reports.figures.printing import address, document_ref, label, lowered, tidy, two_digits
from thidua.records.register import selectors as register
from thidua.records.register.models import Consultation, Statement
from thidua.vn.dates import cited_date
from thidua.vn.periods import Period
from thidua.work.programme import selectors as programme
from thidua.work.programme.models import Task

STATES = frozenset({"done", "open"})


def tasks(asking: Asking) -> Found:
    """Done in the window; or still open: due in it, or without a day."""
    records, words = asking.records, asking.param("words")
    open_ones = asking.spec.params.get("state", "open") == "open"
    rows = programme.visible_to(records.actor).filter(body=records.body, cancelled_on=None)
    since, until = asking.period.since, asking.period.until
    if open_ones:
        due = Q(due_on__gte=since, due_on__lt=until) | Q(due_on=None) & _of_the_time(asking.period)
        rows = rows.filter(due, done_on=None).order_by(F("due_on").asc(nulls_last=True), "pk")
    else:
        rows = rows.filter(done_on__gte=since, done_on__lt=until).order_by("done_on", "pk")
    found = [
        _task(row)
        for row in rows.select_related("document__issuer")
        if not words or speaks_of(row.action, words)
    ]
    told = "chưa xong, đến hạn hoặc chưa có hạn" if open_ones else "đã xong"
    return Found(
        found, f"Nhiệm vụ của cơ quan {told}, từ {cited_date(since)} đến {cited_date(asking.period.last)}."
    )


def _of_the_time(period: Period) -> Q:
    """Given before the period's end, not more than a year before it: on the day of the document that gave it, in the year
    that its title names, or when it was written down."""
    first = date(period.since.year - 1, period.since.month, 1)
    dated = Q(document__issued_on__gte=first, document__issued_on__lt=period.until)
    years = Q(document__first_year__lte=period.last.year, document__last_year__gte=period.since.year)
    written = Q(created_at__date__gte=first, created_at__date__lt=period.until)
    silent = Q(document=None) | Q(document__issued_on=None, document__last_year=None)
    return dated | Q(document__issued_on=None) & years | silent & written


def _task(row: Task) -> Item:
    ref = Ref(
        f"programme.Task:{row.pk}",
        row.title,
        address("programme:task", row.pk),
        f"giao tại {row.document}" if row.document else "",
    )
    day = row.deadline_text or (f"hạn {cited_date(row.due_on)}" if row.due_on else "")
    told = tidy(row.action)
    more = f" ({tidy(day)})" if day and day not in told and not row.done_on else ""
    return Item(ref.key, (Piece(told[:1].upper() + told[1:], ref.key), Piece(more)), (ref,))


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
    records, what = asking.records, asking.param("what")
    rows = register.statements_visible_to(records.actor).filter(
        kind=Statement.Kind.COUNT,
        body=records.body,
        withdrawn_at=None,
        period_since__gte=asking.period.since,
        period_until__lte=asking.period.until,
        what__in=what,
    )
    found = []
    for row in rows.order_by("period_since", "pk"):
        paper = document_ref(row.document) if row.document else None
        detail = f"{row.confirmed_by} xác nhận"
        ref = Ref(f"register.Statement:{row.pk}", str(row), paper.url if paper else "", detail)
        said = row.printed or " ".join(part for part in (two_digits(row.count or 0), row.of_whom) if part)
        found.append(Item(ref.key, (Piece(tidy(said), ref.key),), (ref, paper) if paper else (ref,)))
    return Found(found, "Số liệu đã xác nhận, chưa có danh sách.")
