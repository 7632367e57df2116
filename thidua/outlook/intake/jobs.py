"""Recognition of a scan, page after page."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from thidua.kit.files import ocr, scans, secrecy
from thidua.kit.jobs.registry import job
from thidua.kit.jobs.run import Outcome, Run
from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Reading
from thidua.records.orgs.actors import system

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
