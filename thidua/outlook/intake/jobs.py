"""Recognition of a scan, page after page; workbooks looked through, written, taken back."""

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from thidua.kit.files import ocr, scans, secrecy
from thidua.kit.jobs.registry import job
from thidua.kit.jobs.run import Outcome, Run
from thidua.kit.refused import Refused, refuse_if
from thidua.kit.sheets.header import LOOKED_AT
from thidua.kit.sheets.loading import Checked
from thidua.kit.sheets.made import Made
from thidua.outlook.intake import services, walks
from thidua.outlook.intake.models import Reading, Workbook
from thidua.records.orgs.actors import Actor, actor_for, system
from thidua.records.orgs.models import User

GIVEN_UP = "Bản đọc không còn chờ chữ, đã thôi nhận dạng."


@job("intake.scan")
def scan(run: Run, reading: int) -> Outcome:
    """Pages that are there from an earlier run are not done again; the first one tells whether the file may stay."""
    row = Reading.objects.select_related("version", "body").get(pk=reading)
    if reason := ocr.why_not():
        raise Refused(reason)
    by = system(timezone.localdate())
    total = scans.page_count(row.version) if row.version else 0
    for number in scans.pages_left(row.version) if row.version else ():
        run.step(number, total, f"nhận dạng trang {number}")
        if not Reading.objects.filter(pk=reading, state=Reading.State.SCAN).exists():
            return Outcome(GIVEN_UP)
        page = scans.recognise(row.version, number)
        if number == 1 and isinstance(page, ocr.Page) and (reasons := secrecy.why_not_keep(page.text)):
            services.forget_scan(row, by=by, at=timezone.now())
            raise Refused(reasons)
        with transaction.atomic():
            if run.claim(f"page-{number}"):
                scans.keep_page(row.version, number, page)
    run.step(total, total, "đọc văn bản")
    services.read_scan(row, by=by, at=timezone.now())
    return Outcome(f"Đã nhận dạng {total} trang.", reverse("intake:reading", args=[reading]))


@job("intake.check_workbook")
def check_workbook(run: Run, workbook: int) -> Outcome:
    """The dry run: begins at the first row each time, and writes nothing but what it finds."""
    row = _workbook(workbook)
    if row.state != Workbook.State.CHECKING:
        return Outcome("Bảng tính này không còn chờ kiểm tra.")
    by, tally = _officer(run, row), walks.Tally()
    with walks.Walk(row, by=by, is_dry=True) as walk:
        with transaction.atomic():
            if run.claim(f"{run.attempt}:begin"):
                walks.forget(row)
                walks.keep_problems(row, walk.book.header_problems, tally)
        refuse_if(_why_not_so_long(walk))
        for number, checked in walk.parts():
            run.step(number, walk.total, f"kiểm tra đến dòng {checked[-1].row.number}")
            tally.add(checked, walk.loading)
            with transaction.atomic():
                if run.claim(f"{run.attempt}:{number}"):
                    walks.keep(row, checked, tally)
    services.note_checked(row, tally, by=by, at=timezone.now())
    told = f"Đã kiểm tra {tally.rows} dòng: {tally.ready} ghi được, {tally.faulty} có lỗi, {tally.doubtful} chờ trả lời."
    return Outcome(told, _page(row))


@job("intake.commit_workbook")
def commit_workbook(run: Run, workbook: int) -> Outcome:
    """Chunks that are written already are not written again; their rows are only walked past."""
    row = _workbook(workbook)
    if row.state != Workbook.State.COMMITTING:
        return Outcome("Bảng tính này không còn chờ ghi.")
    by = _officer(run, row)
    done = dict(row.chunks.values_list("number", "made"))
    out = frozenset(row.stays_out)
    with walks.Walk(row, by=by, is_dry=False) as walk:
        walk.watch.wrote(_all_made(done))
        for number, checked in walk.parts():
            run.step(number, walk.total, f"ghi đến dòng {checked[-1].row.number}")
            if number in done:
                continue
            kept = [one for one in checked if one.row.number not in out]
            refuse_if(_why_not_as_checked(kept))
            lines = [one.line for one in kept if one.line is not None]
            with transaction.atomic():
                run.claim(f"part-{number}")
                made = services.write_chunk(row, number, lines, by=by, at=timezone.now())
            walk.watch.wrote(made)
    row = services.note_committed(row, by=by, at=timezone.now())
    return Outcome(f"Đã ghi {row.written} dòng vào sổ.", _page(row))


@job("intake.undo_workbook")
def undo_workbook(run: Run, workbook: int) -> Outcome:
    """Everything or nothing, in one transaction."""
    row = _workbook(workbook)
    by = _officer(run, row)
    run.step(1, 2, "xem các dòng đã ghi có bị sửa, bị dùng không")
    try:
        with transaction.atomic():
            run.claim("undo")
            count = services.take_back_workbook(row, by=by, at=timezone.now())
    except Refused:
        services.keep_workbook(row, by=by, at=timezone.now())
        raise
    return Outcome(f"Đã gỡ {count} bản ghi. Sổ trở lại như trước khi nạp.", _page(row))


def _workbook(pk: int) -> Workbook:
    return Workbook.objects.select_related("body", "version", "uploaded_by").get(pk=pk)


def _officer(run: Run, workbook: Workbook) -> Actor:
    """Whoever asked for the job, with the rights of today, working for the body of the workbook."""
    kind, _, pk = run.by_key.partition(":")
    user = User.objects.get(pk=pk) if kind == "user" else workbook.uploaded_by
    return replace(actor_for(user, timezone.localdate()), body=workbook.body)


def _page(workbook: Workbook) -> str:
    return reverse("intake:workbook", args=[workbook.pk])


def _all_made(done: dict[int, dict[str, list[int]]]) -> Made:
    made = Made()
    for number in sorted(done):
        made.merge(Made.from_json(done[number]))
    return made


def _why_not_so_long(walk: walks.Walk) -> list[str]:
    most = walk.loading.most
    if walk.book.height <= most + LOOKED_AT:
        return []
    return [f"Mỗi lần nạp nhiều nhất {most} dòng loại này; tệp có {walk.book.height}. Tách thành nhiều tệp."]


def _why_not_as_checked(checked: Sequence[Checked]) -> list[str]:
    """The records may have changed since the dry run."""
    odd = [one for one in checked if one.line is None]
    if not odd:
        return []
    where = ", ".join(str(one.row.number) for one in odd[:10])
    return [
        f"Sổ đã thay đổi từ lúc kiểm tra; dòng cần xem lại: {where}. Hoàn tác phần đã ghi rồi kiểm tra lại."
    ]
