"""The report-back sheet: what was given, on what basis, by when, what came of it, why it was late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.kit.papers.blocks import (
    Annex,
    Column,
    Gap,
    Letterhead,
    Paper,
    Paragraph,
    Signature,
    Span,
    Table,
    Text,
)
from thidua.kit.ui.wording import day
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Evidence, Task
from thidua.work.programme.selectors.visible import merged_documents
from thidua.work.programme.wording import due_told


@dataclass(frozen=True)
class ResultRow:
    """One task. `late_reason` is None where nothing was late, "" where the reason has not been written down."""

    number: int
    action: str
    assignee: str
    basis: str
    due: str
    result: str
    late_reason: str | None
    task: Task


@dataclass(frozen=True)
class ReportBack:
    """Content of the sheet; `as_paper` puts it into the official form."""

    agency: str
    parent: str
    symbol: str
    """Of the agency, behind "BC-"."""
    place: str
    to: str
    """Who is reported to: the body whose document gave the tasks, else the own leaders."""
    on: date
    title: str
    opening: str
    rows: tuple[ResultRow, ...]
    counts: str
    document: Document | None

    @property
    def gaps(self) -> list[ResultRow]:
        """Late without a reason: to be mended before the sheet is sent."""
        return [row for row in self.rows if row.late_reason == ""]


COLUMNS = (
    Column("TT", 0.45, "center"),
    Column("Nội dung giao", 3),
    Column("Căn cứ", 1.9),
    Column("Hạn", 1.7),
    Column("Kết quả, minh chứng", 2.6),
    Column("Lý do chậm", 1.6),
)


def report_back(
    tasks: Iterable[Task], *, body: Unit, on: date, document: Document | None = None
) -> ReportBack:
    """Tasks read with `selectors.results_of`; cancelled ones are told of as such."""
    rows = tuple(_row(number, task, on) for number, task in enumerate(tasks, start=1))
    said = (
        f" tại {document}" + (f" ngày {day(document.issued_on)}" if document.issued_on else "")
        if document
        else ""
    )
    agency = body.short_name or body.name
    return ReportBack(
        agency=agency,
        parent=body.parent.name if body.parent else "",
        symbol=body.code,
        place=_place(body),
        to=_reported_to(document, body),
        on=on,
        title=f"Kết quả thực hiện nhiệm vụ{' được giao' if not document else said}",
        opening=f"{agency} báo cáo kết quả thực hiện nhiệm vụ{said} như sau:",
        rows=rows,
        counts=_counts([row.task for row in rows], on),
        document=document,
    )


def as_paper(report: ReportBack) -> Paper:
    """The sheet in the form of an official report: a short body, the table across an annex. Number and signer are left open."""
    head = Letterhead(
        report.agency,
        parent=report.parent,
        symbol=f"BC-{report.symbol}" if report.symbol else "",
        place=report.place,
        month=report.on.month,
        year=report.on.year,
    )
    body: list[Paragraph | Gap] = [Paragraph(report.opening), Paragraph(f"Tổng hợp: {report.counts}.")]
    if report.gaps:
        numbers = ", ".join(str(row.number) for row in report.gaps)
        body.append(Gap(f"Chưa ghi lý do chậm của nhiệm vụ số {numbers} trong Phụ lục"))
    body.append(Paragraph("Chi tiết từng nhiệm vụ tại Phụ lục kèm theo."))
    rows = [_cells(row) for row in report.rows]
    annex = Annex(
        report.title,
        (Table(COLUMNS, rows),),
        reference=f"Kèm theo Báo cáo của {report.agency}",
        landscape=True,
    )
    return Paper(
        head,
        tuple(body),
        abstract=report.title,
        kind="Báo cáo",
        recipients=(report.to, "Lưu: VT"),
        signature=Signature("Thủ trưởng cơ quan"),
        annexes=(annex,) if rows else (),
    )


def _cells(row: ResultRow) -> tuple[Text, ...]:
    action: Text = (
        Span(row.action, ref=f"task-{row.task.pk}"),
        Span(f" ({row.assignee})" if row.assignee else "", italic=True),
    )
    late = "[chưa ghi]" if row.late_reason == "" else row.late_reason or ""
    return (str(row.number), action, row.basis, row.due, row.result, late)


def _row(number: int, task: Task, on: date) -> ResultRow:
    late = task.was_late or task.is_late(on)
    return ResultRow(
        number=number,
        action=task.action,
        assignee=task.assignee,
        basis="; ".join(_bases(task)),
        due=_due(task),
        result=_result(task),
        late_reason=_late_reason(task) if late else None,
        task=task,
    )


def _bases(task: Task) -> list[str]:
    found = []
    for row, document in merged_documents(task.bases_seen):  # type: ignore[attr-defined]
        dated = f" ngày {day(document.issued_on)}" if document.issued_on else ""
        found.append(f"{document}{dated}" if document.number or not row.printed else row.printed)
    return found


def _due(task: Task) -> str:
    if task.due_on is None:
        return task.deadline_text or "Không ghi"
    if task.deadline_text and task.due_state == DueState.PRINTED:
        return task.deadline_text
    return f"{task.deadline_text} ({due_told(task)})" if task.deadline_text else due_told(task)


def _result(task: Task) -> str:
    if task.cancelled_on:
        return f"Thôi thực hiện từ {day(task.cancelled_on)}: {task.cancelled_reason}"
    shown = [_shown(each) for each in task.evidence_told]  # type: ignore[attr-defined]
    told = [f"Xong ngày {day(task.done_on)}"] if task.done_on else ["Đang thực hiện"]
    told += [part for part in (task.done_note, *shown) if part]
    return ". ".join(part.rstrip(".") for part in told) + "."


def _shown(evidence: Evidence) -> str:
    if evidence.document:
        dated = f" ngày {day(evidence.document.issued_on)}" if evidence.document.issued_on else ""
        return f"{evidence.document}{dated}" + (f" ({evidence.text})" if evidence.text else "")
    return evidence.text or (f"Tệp {evidence.file.name}" if evidence.file else "")


def _late_reason(task: Task) -> str:
    """What was said on ending it, else the reasons of its extensions."""
    if task.late_reason:
        return task.late_reason
    return "; ".join(row.reason for row in sorted(task.extensions.all(), key=lambda row: row.pk))


def _counts(tasks: list[Task], on: date) -> str:
    """ "12 nhiệm vụ: 8 đã xong (1 sau hạn), 3 đang thực hiện (1 quá hạn), 1 thôi thực hiện"."""
    done = [task for task in tasks if task.done_on]
    running = [task for task in tasks if task.is_open]
    after, late = sum(task.was_late for task in done), sum(task.is_late(on) for task in running)
    told = [
        f"{len(done)} đã xong" + (f" ({after} sau hạn)" if after else ""),
        f"{len(running)} đang thực hiện" + (f" ({late} quá hạn)" if late else ""),
    ]
    stopped = len(tasks) - len(done) - len(running)
    if stopped:
        told.append(f"{stopped} thôi thực hiện")
    return f"{len(tasks)} nhiệm vụ: " + ", ".join(told)


def _reported_to(document: Document | None, body: Unit) -> str:
    issuer = document.issuer if document else None
    if issuer is not None and issuer.body_id != body.pk:
        return issuer.short_name or issuer.name
    return f"Lãnh đạo {body.short_name or body.name}"


def _place(body: Unit) -> str:
    """The place before the date: what the name of the body says of it; empty where it says nothing."""
    for word in (" tỉnh ", " thành phố ", " xã ", " phường "):
        before, found, place = body.name.rpartition(word)
        if found and before:
            return place
    return ""
