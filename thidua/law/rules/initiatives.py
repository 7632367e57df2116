"""Initiatives, subjects of science and the like: recognised, reaching far enough, not used up."""

from thidua.law.facts import SCOPES, Initiative
from thidua.law.findings import Finding, met, unknown, unmet
from thidua.law.money import is_title
from thidua.law.rules.asking import Parameters, Question

_NAMES = {"co_so": "cấp cơ sở", "tinh": "phạm vi bộ, ngành, tỉnh", "toan_quoc": "phạm vi toàn quốc"}
_OF_THE_UNIT = ("co_so", "don_vi", "thu_truong_don_vi")


def initiative(asked: Question, given: Parameters) -> Finding:
    """`count` initiatives reaching at least `scope`, recognised within the `years` up to the merit year."""
    scope, count, years = str(given["scope"]), int(given.get("count", 1)), int(given.get("years", 1))
    needed = f"{count:02d} sáng kiến hoặc đề tài {_NAMES[scope]}"
    rows = asked.candidate.initiatives
    if rows is None:
        return unknown("initiative", f"Cần biết có {needed} được công nhận không")
    far = [row for row in rows if _reaches(row, scope) and row.is_recognized is not False]
    open_ones = [row for row in far if _used_up(asked, row) is not True]
    within = [row for row in open_ones if row.year is None or asked.year - years < row.year <= asked.year]
    free = [row for row in within if _used_up(asked, row) is False]
    if len(free) >= count:
        said = f"Có {len(free):02d} sáng kiến hoặc đề tài {_NAMES[scope]}"
        return met("initiative", said, *(row.place for row in free))
    if len(within) >= count:
        said = f"Sáng kiến đã dùng để xét danh hiệu khác (yêu cầu {needed}): cần xem có được dùng lại không"
        return unknown("initiative", said, *(row.place for row in within))
    if len(open_ones) >= count:
        said = (
            f"Sáng kiến được công nhận ngoài thời gian xét (yêu cầu {needed}): cần hội đồng xem có được tính"
        )
        return unknown("initiative", said, *(row.place for row in open_ones))
    return unmet(
        "initiative", _why_not(asked, rows, needed, scope), *([row.place for row in rows] or ["initiatives"])
    )


def _why_not(asked: Question, rows: tuple[Initiative, ...], needed: str, scope: str) -> str:
    if not rows:
        return f"Không có sáng kiến, yêu cầu {needed}"
    if all(row.is_recognized is False for row in rows):
        return f"Sáng kiến chưa được công nhận, yêu cầu {needed}"
    if any(_used_up(asked, row) is True for row in rows if _reaches(row, scope)):
        return f"Sáng kiến đã dùng để xét khen thưởng khác, yêu cầu {needed}"
    return f"Chưa đủ: yêu cầu {needed}"


def _reaches(row: Initiative, scope: str) -> bool:
    if scope != SCOPES[0] and row.recognized_by in _OF_THE_UNIT:
        return False
    return SCOPES.index(row.scope) >= SCOPES.index(scope)


def _used_up(asked: Question, row: Initiative) -> bool | None:
    """Used for another title or form, where a principle says that one initiative serves once; None where it was used for
    another title only, of which the principle does not speak."""
    others = [code for code in row.used_for if code != asked.code]
    rules = asked.book.in_force("principles", asked.on)
    if not others or not any(rule.data.get("rule", {}).get("key") == ["initiative"] for rule in rules):
        return False
    return None if all(is_title(code, asked.book) for code in (asked.code, *others)) else True
