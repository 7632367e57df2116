"""What recognition of a scan was not sure of: kept among the warnings of a reading, and never offered as certain."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from thidua.kit.files.scans import Whole
from thidua.outlook.intake.proposing.draft import Draft
from thidua.reading.facts import Warning

UNSURE, UNREAD = "ocr_unsure", "ocr_page"


def warnings_of(whole: Whole) -> tuple[Warning, ...]:
    """Pages that gave nothing, then doubtful words in their order."""
    pages = (Warning(UNREAD, f"Trang {number} {fault}", ()) for number, fault in whole.faults)
    words = (
        Warning(
            UNSURE,
            f"“{whole.text[each.start : each.end]}” nhận dạng chưa chắc, đối chiếu với bản quét",
            ((each.start, each.end),),
        )
        for each in whole.page.doubts
    )
    return (*pages, *words)


def kept(warnings: Iterable[dict[str, Any]]) -> tuple[Warning, ...]:
    """Those of a reading that is read again: they come from its scan, not from its text."""
    return tuple(
        Warning(item["kind"], item["text"], tuple((start, end) for start, end in item["spans"]))
        for item in warnings
        if item["kind"] in (UNSURE, UNREAD)
    )


def lowered(drafts: Iterable[Draft], warnings: Sequence[Warning]) -> list[Draft]:
    """Drafts that stand on a doubtful word are looked at by a person."""
    places = sorted(span for item in warnings if item.kind == UNSURE for span in item.spans)
    if not places:
        return list(drafts)
    return [replace(draft, is_low=draft.is_low or _touches(draft, places)) for draft in drafts]


def _touches(draft: Draft, places: Sequence[tuple[int, int]]) -> bool:
    return any(start < other and place < end for start, end in draft.spans for place, other in places)
