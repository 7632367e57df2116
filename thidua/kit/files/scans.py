"""The text of a kept scan: its pages are recognised one by one, in any number of runs, and joined once all are there.

for number in scans.pages_left(version):
    page = scans.recognise(version, number)         # seconds, outside any transaction
    with transaction.atomic():
        scans.keep_page(version, number, page)
whole = scans.whole(version)
scans.settle(version, whole.text)                   # inside the transaction of the app's own verb
"""

from dataclasses import dataclass

from django.db import transaction

from thidua.kit.files import ocr
from thidua.kit.files.models import FileVersion, PageText
from thidua.kit.files.services import location


@dataclass(frozen=True, slots=True)
class Whole:
    """All pages as one text; its doubts, and why some pages gave nothing: (number, reason)."""

    page: ocr.Page
    faults: tuple[tuple[int, str], ...] = ()

    @property
    def text(self) -> str:
        return self.page.text


def page_count(version: FileVersion) -> int:
    return ocr.count_pages(location(version), version.kind)


def pages_left(version: FileVersion) -> list[int]:
    """Pages without text so far; those that failed are tried again."""
    there = set(version.pages.filter(fault="").values_list("number", flat=True))
    return [number for number in range(1, page_count(version) + 1) if number not in there]


def recognise(version: FileVersion, number: int) -> ocr.Page | ocr.Unread:
    """Takes seconds. A page that cannot be read is no reason to give up the others."""
    try:
        return ocr.recognise(location(version), version.kind, number)
    except ocr.Unread as no:
        return no


def keep_page(version: FileVersion, number: int, page: ocr.Page | ocr.Unread) -> None:
    fault, found = (page.message, ocr.Page("")) if isinstance(page, ocr.Unread) else ("", page)
    PageText.objects.update_or_create(
        version=version,
        number=number,
        defaults={
            "text": found.text,
            "doubts": [[each.start, each.end, each.confidence] for each in found.doubts],
            "confidence": found.confidence,
            "fault": fault[:200],
        },
    )


def whole(version: FileVersion) -> Whole:
    """What there is of it so far."""
    rows = list(version.pages.order_by("number"))
    pages = [
        ocr.Page(row.text, tuple(ocr.Doubt(*doubt) for doubt in row.doubts), row.confidence) for row in rows
    ]
    return Whole(ocr.joined(pages), tuple((row.number, row.fault) for row in rows if row.fault))


@transaction.atomic
def settle(version: FileVersion, text: str) -> None:
    """The text is the version's now; its pages are needed no more."""
    version.text, version.text_state = text, FileVersion.TextState.RECOGNISED
    version.save(update_fields=["text", "text_state"])
    version.pages.all().delete()
