"""Why awards may be held: the flags of the law book's rules on deferral, with their names. Nothing else is a ground."""

from datetime import date
from functools import cache

from thidua.law import book, wording

NAMES = {
    "discipline_pending": "Đang bị xem xét kỷ luật",
    "investigation": "Đang bị điều tra, thanh tra",
    "inspection_suspected": "Đang được kiểm tra khi có dấu hiệu vi phạm",
    "complaint_verifying": "Có đơn thư đang được xác minh",
    "press_corruption_verifying": "Báo chí nêu dấu hiệu tham nhũng, tiêu cực đang được xác minh",
}
_RULE = "defer"


@cache
def codes() -> tuple[str, ...]:
    """Every ground that a rule of the book names, in its order."""
    entries = [
        row for row in book.load().shelf("principles") if row.data.get("rule", {}).get("type") == _RULE
    ]
    return tuple(dict.fromkeys(flag for row in entries for flag in row.data["rule"]["flags"]))


def choices() -> list[tuple[str, str]]:
    return [(code, name_of(code)) for code in codes()]


def name_of(code: str) -> str:
    return NAMES.get(code, code)


def cited(on: date) -> list[wording.Cited]:
    """Where the rules that defer on a day stand; drafts are left out."""
    law = book.load()
    return [
        text
        for row in law.in_force("principles", on)
        if row.data.get("rule", {}).get("type") == _RULE and not row.draft_on(on)
        for text in wording.citations(row, law)
    ]
