"""A verdict as lines: one a condition, with its outcome, the reason, the clause and the facts that it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from thidua.law import wording
from thidua.law.book import Book
from thidua.law.citations import Citation
from thidua.law.facts import Candidate
from thidua.law.findings import Finding, Outcome
from thidua.law.judging import Judged
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.work.eligibility.asked import Asked

*_, _HOUSEHOLD = RECIPIENT_KINDS
OUTCOMES: dict[str, str] = {
    "met": "Đạt",
    "unmet": "Chưa đạt",
    "unknown": "Chưa đủ dữ liệu",
    "council": "Hội đồng đánh giá",
}
VERDICTS: dict[str, tuple[str, str]] = {
    "eligible": ("met", "Đủ điều kiện"),
    "not_eligible": ("unmet", "Chưa đủ điều kiện"),
    "needs_review": ("unknown", "Chưa đủ dữ liệu để kết luận"),
}
"""Verdict → the badge that it is drawn with, and its words."""
_RESTS_ON_DRAFT = ("gap", "Quy định chưa đối chiếu")
_ORDER = ("unmet", "unknown", "met", "council")
"""What blocks stands first."""
_TITLES = {
    "task_level": "xếp loại của năm",
    "years_in_a_row": "số năm hoàn thành nhiệm vụ liên tục",
    "excellent_years": "số năm hoàn thành xuất sắc nhiệm vụ",
    "titles_in_a_row": "danh hiệu liên tục",
    "title_times": "số lần đạt danh hiệu",
    "prior_form": "hình thức khen thưởng đã có",
    "qualifies": "tiêu chuẩn của danh hiệu khác",
    "initiative": "sáng kiến, đề tài",
    "members_ldtt": "tỷ lệ lao động tiên tiến",
    "members_completed": "tỷ lệ hoàn thành nhiệm vụ",
    "member_title": "cá nhân đạt danh hiệu",
    "nobody_disciplined": "kỷ luật trong tập thể",
    "rank": "thứ hạng",
    "min_months": "thời gian làm việc, hoạt động",
    "discipline": "kỷ luật trong năm",
    "dissolved_unit": "đơn vị còn hoạt động",
    "deferral": "việc đang xem xét, xác minh",
    "study_result": "kết quả đào tạo",
    "transfer": "chuyển công tác trong năm",
    "registration": "đăng ký thi đua",
    "transition": "văn bản chuyển tiếp",
    "book": "quy định trong sách luật",
    "any_of": "một trong các điều kiện",
    "all_of": "đủ các điều kiện",
}
"""What a finding is about where no condition of the book tells it in words."""
_TRANSITION = "transition"
"""It stands in the newer text, whichever was applied."""
_JOINED = {"any_of": "chỉ cần một phần đạt", "all_of": "cần đủ mọi phần"}


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a condition stands: one document, all places in it, and the days between which its text holds."""

    text: str
    days: str


@dataclass(frozen=True, slots=True)
class Line:
    title: str
    outcome: Outcome
    reason: str
    rule: str
    clauses: tuple[Clause, ...] = ()
    entry: str = ""
    """Key of the entry of the book."""
    used: tuple[str, ...] = ()
    is_draft: bool = False
    parts: tuple["Line", ...] = ()
    joined: str = ""
    """Of a choice or a whole: how the parts count."""
    before: str = ""
    """The outcome without what is supposed, where that changed it."""

    @property
    def word(self) -> str:
        return OUTCOMES[self.outcome]

    @property
    def word_before(self) -> str:
        return OUTCOMES.get(self.before, "")


def worded(judged: Judged) -> tuple[str, str]:
    """The badge of a verdict and its words; where all is met and only the text has not been checked, that is what is said."""
    open_ones = [found for found in judged.findings if found.outcome in ("unmet", "unknown")]
    return VERDICTS[judged.verdict] if judged.verdict != "needs_review" or open_ones else _RESTS_ON_DRAFT


def rests_on_draft(judged: Judged) -> bool:
    """Whether nobody has compared the conditions with the text of the day."""
    return judged.entry is not None and judged.on is not None and judged.entry.draft_on(judged.on)


def lines(judged: Judged, kind: str, book: Book, day: date) -> list[Line]:
    """The findings of one verdict, what blocks first. `kind`: of the candidate; `day`: of consideration."""
    entry, on = judged.entry, judged.on or day
    conditions = _applying(entry.data["conditions"], kind) if entry else []
    told = [
        _line(
            found,
            conditions[place] if place < len(conditions) else None,
            kind,
            book,
            day if found.rule == _TRANSITION else on,
        )
        for place, found in enumerate(judged.findings)
    ]
    return sorted(told, key=lambda line: _ORDER.index(line.outcome))


def compared(now: Sequence[Line], before: Sequence[Line]) -> list[Line]:
    """Each line with its outcome in another verdict by the same rules, where it differs."""
    old = dict(_numbered(before))
    return [
        replace(line, before=old[key].outcome) if key in old and old[key].outcome != line.outcome else line
        for key, line in _numbered(now)
    ]


def beside(first: Sequence[Line], second: Sequence[Line]) -> list[tuple[Line | None, Line | None]]:
    """Two verdicts condition by condition: the same rule and text stand side by side, then the same rule; what only one of
    them asks stands alone."""
    left, right = list(first), list(second)
    pairs: list[tuple[Line | None, Line | None]] = []
    for same in (lambda a, b: (a.rule, a.title) == (b.rule, b.title), lambda a, b: a.rule == b.rule):
        for line in tuple(left):
            other = next((each for each in right if same(line, each)), None)
            if other is not None:
                pairs.append((line, other))
                left.remove(line)
                right.remove(other)
    return [*pairs, *((line, None) for line in left), *((None, line) for line in right)]


_CONDUCT = ("discipline", "deferral", "nobody_disciplined")


def conduct(who: Candidate, told: Iterable[Line], asked: Asked) -> Line | None:
    """The line about discipline where no rule speaks of it: not looked at, or nothing in the register. It says the same of
    everybody who was not looked at. None where the verdict itself has such a line, or there is nothing to look at."""
    if who.kind == _HOUSEHOLD or (asked.with_discipline and any(line.rule in _CONDUCT for line in told)):
        return None
    title = "Kỷ luật, việc đang xem xét"
    if not asked.with_discipline:
        return Line(
            title, "unknown", "Chưa đối chiếu sổ kỷ luật; kết luận trên chưa tính phần này.", "conduct"
        )
    if not who.is_whole("discipline", asked.year):
        said = f"Sổ kỷ luật chưa ghi gì trong {asked.period.printed}, và chưa được xác nhận là đủ."
        return Line(title, "unknown", said, "conduct", used=("discipline",))
    said = f"Sổ kỷ luật đủ và không ghi gì trong {asked.period.printed}; không có việc đang xem xét."
    return Line(title, "met", said, "conduct", used=("discipline",))


def _numbered(rows: Iterable[Line]) -> Iterator[tuple[tuple[str, str, int], Line]]:
    """Lines by what they are about; of several about the same, by their place among them."""
    seen: dict[tuple[str, str], int] = {}
    for line in rows:
        about = line.rule, line.title
        seen[about] = seen.get(about, 0) + 1
        yield (*about, seen[about]), line


def _line(found: Finding, condition: Mapping[str, Any] | None, kind: str, book: Book, on: date) -> Line:
    return Line(
        title=_title(found, condition, book),
        outcome=found.outcome,
        reason=found.reason,
        rule=found.rule,
        clauses=tuple(_clauses(found.cites, book, on)),
        entry=found.entry,
        used=found.used,
        is_draft=found.is_draft,
        parts=tuple(_parts(found, condition, kind, book, on)),
        joined=_JOINED.get(found.rule, "") if found.parts else "",
    )


def _parts(
    found: Finding, condition: Mapping[str, Any] | None, kind: str, book: Book, on: date
) -> Iterator[Line]:
    """Parts of a choice stand in the order of its conditions; those of another title's standards are found by their rule."""
    listed = (condition or {}).get("any") or (condition or {}).get("all")
    given = _applying(listed, kind) if listed else [_own_condition(part, book) for part in found.parts]
    for part, each in zip(found.parts, given, strict=True):
        yield _line(part, each, kind, book, on)


def _own_condition(part: Finding, book: Book) -> Mapping[str, Any] | None:
    entry = book.by_id.get(part.entry)
    listed = entry.data.get("conditions", ()) if entry else ()
    same = [each for each in listed if each.get("rule") == part.rule]
    return same[0] if len(same) == 1 else None


def _applying(conditions: Iterable[Mapping[str, Any]], kind: str) -> list[Mapping[str, Any] | None]:
    return [each for each in conditions if each.get("for_kind", kind) == kind]


def _title(found: Finding, condition: Mapping[str, Any] | None, book: Book) -> str:
    told = ""
    if condition is not None and "rule" in condition:
        told = wording.clauses([condition], book)[0].text
    told = told or _TITLES.get(found.rule, found.rule)
    return told[:1].upper() + told[1:]


def _clauses(cites: Iterable[Citation], book: Book, on: date) -> Iterator[Clause]:
    """Documents in force on the day."""
    places: dict[str, list[str]] = {}
    for cite in cites:
        places.setdefault(cite.doc, []).append(cite.text.removesuffix(cite.doc).rstrip(", "))
    for doc, rows in places.items():
        text = book.source(doc)
        if text is not None and text.holds(on):
            yield Clause(", ".join([*filter(None, rows), doc]), wording.days(text.since, text.until))
