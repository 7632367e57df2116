"""Whether a candidate may be given a title or form, by the law of a day: findings with their clauses, and the verdict."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from thidua.law import rules
from thidua.law.book import Book, Entry
from thidua.law.cases import MOVEMENT, Case
from thidua.law.facts import Award, Candidate, Rating
from thidua.law.findings import Finding, Verdict, all_of, unknown, verdict_of
from thidua.law.rules import principles, taking
from thidua.law.rules.asking import Question
from thidua.law.rules.principles import ANNUAL, is_in_doubt
from thidua.vn.codes import AWARD_CATEGORIES

_AHEAD = 12
"""Years that are looked ahead for the earliest period."""
_BEST: tuple[Verdict, ...] = ("eligible", "needs_review", "not_eligible")
_TRANSITION, _MOVEMENT = "transition", "phong_trao"


@dataclass(frozen=True, slots=True)
class Judged:
    verdict: Verdict
    findings: tuple[Finding, ...]
    entry: Entry | None
    """The version of the title or form that it was judged by; None where the book has none."""
    earliest_year: int | None = None
    notes: tuple[str, ...] = ()
    on: date | None = None
    """The day whose text was applied."""


def judge(case: Case, book: Book, *, looks_ahead: bool = True) -> Judged:
    """By the text of the day of consideration; a dossier received before a transition follows the older one, unless the newer
    is more favourable. `looks_ahead`: finds the earliest period, where it is not eligible now."""
    on, change = _day_of(case, book)
    found = _on_day(case, book, on, looks_ahead=looks_ahead)
    if change is None:
        return _between_texts(found, case, book)
    note = f"Hồ sơ nhận ngày {case.received_on:%d/%m/%Y}: xét theo văn bản trước {change.since:%d/%m/%Y}"
    if found.verdict != "not_eligible":
        return replace(found, notes=(*found.notes, note))
    newer = _on_day(case, book, case.on)
    favour = unknown("transition", f"{note}; văn bản mới có lợi hơn thì áp dụng văn bản mới: cần đối chiếu")
    if newer.verdict == "not_eligible":
        return replace(found, notes=(*found.notes, note))
    findings = (*found.findings, favour.under(change, is_draft=False))
    return replace(found, verdict=newer.verdict, findings=findings, earliest_year=None)


def _between_texts(found: Judged, case: Case, book: Book) -> Judged:
    """The dossier was received under another text, and the book has no transition: people decide where it matters."""
    if case.received_on is None or case.received_on >= case.on:
        return found
    older = _on_day(case, book, case.received_on)
    if older.verdict == found.verdict or older.entry == found.entry:
        return found
    said = f"Hồ sơ nhận ngày {case.received_on:%d/%m/%Y} theo văn bản khác: sách luật chưa có quy định chuyển tiếp"
    findings = (*found.findings, silent(said, book, case.on))
    return replace(found, verdict="needs_review", findings=findings, earliest_year=None)


def _day_of(case: Case, book: Book) -> tuple[date, Entry | None]:
    """The day whose text applies, and the transition that says so."""
    if case.received_on is None:
        return case.on, None
    for entry in book.in_force("principles", case.on):
        rule = entry.data.get("rule", {})
        if rule.get("type") == _TRANSITION and case.received_on < entry.since <= case.on:
            return case.received_on, entry
    return case.on, None


def _on_day(case: Case, book: Book, on: date, *, looks_ahead: bool = True) -> Judged:
    versions = list(_versions(case, book, on))
    if not versions:
        reason = f" ({AWARD_CATEGORIES.get(case.basis, case.basis).lower()})" if case.basis else ""
        said = f"Sách luật chưa có tiêu chuẩn của {book.codes[case.award]}{reason} cho ngày {on:%d/%m/%Y}"
        return Judged("needs_review", (silent(said, book, on),), None, on=on)
    tried = [_by(entry, case, book, on) for entry in versions]
    best = min(_asked_about(tried), key=lambda judged: _BEST.index(judged.verdict))
    if best.verdict == "eligible" and any(each.verdict == "not_eligible" for each in tried):
        return _unless_only_weighed(best, tried)
    if best.verdict != "not_eligible" or not looks_ahead:
        return best
    return replace(best, earliest_year=_earliest(case, book, on, versions))


def _asked_about(tried: list[Judged]) -> list[Judged]:
    """Of the variants of a flag, those that a given fact touches, where one does: who is asked about a rank in the cluster is
    not asked about a movement."""
    touched = [each for each in tried if _touched(each)]
    is_variant = all(each.entry is not None and "variant" in each.entry.data for each in tried)
    return touched if is_variant and touched else tried


def _touched(judged: Judged) -> bool:
    entry = judged.entry
    return any(found.used for found in judged.findings if entry is not None and found.entry == entry.id)


def _unless_only_weighed(best: Judged, tried: list[Judged]) -> Judged:
    """What only a council weighs does not outweigh the no of another way."""
    if any(each.outcome != "council" for each in best.findings):
        return best
    denied = next(each for each in tried if each.verdict == "not_eligible")
    told = (each for each in denied.findings if each.outcome == "unmet")
    doubts = tuple(replace(each, outcome="unknown") for each in told)
    return replace(best, verdict="needs_review", findings=(*best.findings, *doubts))


def _versions(case: Case, book: Book, on: date) -> Iterator[Entry]:
    """The ways to the title that are open to this candidate."""
    who = case.candidate
    for entry in book.versions(case.award, who.kind, on):
        labours = entry.data.get("labour")
        if labours and who.labour not in labours and who.occupation not in labours:
            continue
        if _is_open_to(entry, case.basis):
            yield entry


def _is_open_to(entry: Entry, basis: str) -> bool:
    """Conditions of a form that name no reason are of merit over time; a title knows no other reason, but some flags are of a
    movement."""
    if "variant" in entry.data and basis:
        return bool(entry.data["variant"] == _MOVEMENT) == (basis in MOVEMENT)
    if "basis" in entry.data:
        return basis in entry.data["basis"]
    return basis in ("", "cong_trang") or entry.id.startswith("title.")


def _by(entry: Entry, case: Case, book: Book, on: date) -> Judged:
    """One way: its conditions, the principles of the day, what a bill would ask."""
    asked = _question(case, book, on, frozenset({case.award}))
    rests_on_draft = entry.draft_on(on)
    findings = list(_conditions(entry, asked, case, rests_on_draft))
    findings += principles.findings(asked)
    findings += _bills(case, book, on, asked)
    findings += _against(case, book, on, findings)
    notes = _notes(entry, on)
    return Judged(
        verdict_of(findings, rests_on_draft=rests_on_draft), tuple(findings), entry, None, notes, on
    )


def _conditions(entry: Entry, asked: Question, case: Case, is_draft: bool) -> Iterator[Finding]:
    for condition in entry.data["conditions"]:
        if not rules.applies(condition, asked):
            continue
        found = rules.find(condition, asked).under(entry, is_draft=is_draft)
        yield taking.as_met(found) if case.other_criteria_met else found


def silent(said: str, book: Book, on: date, *used: str) -> Finding:
    """What the book has no entry for; the law of the day is where people look."""
    found = unknown("book", said, *used)
    law = book.law(on)
    return found if law is None else found.under(law, is_draft=False)


_OF_THE_YEAR = (*ANNUAL, "CSTDCS")
"""Titles that ask how the year was spent."""
_ADVERSE = ("complies_law", "tax_obligation_met")


def _against(case: Case, book: Book, on: date, findings: list[Finding]) -> Iterator[Finding]:
    """Facts that speak against the candidate and that no rule of the book looked at."""
    who = case.candidate
    seen = {place.partition("/")[0] for each in findings for place in each.used if _is_about(each, place)}
    told = [name for name in _ADVERSE if getattr(who, name) is False]
    told += ["pending"] if who.pending else []
    told += ["dissolved"] if who.dissolved else []
    told += ["study"] if case.award in _OF_THE_YEAR and any(map(is_in_doubt, who.study or ())) else []
    told += ["discipline"] if any(row.year in (None, case.year) for row in who.discipline or ()) else []
    for name in told:
        if name not in seen:
            said = "Có dữ kiện bất lợi mà sách luật không có quy tắc: cần xem"
            yield silent(f"{said} ({_TOLD[name]})", book, on, name)


def _is_about(found: Finding, place: str) -> bool:
    """Counting the months of a study does not say how it ended, where the count itself is a draft."""
    return not (found.is_draft and found.rule == "min_months" and place.startswith("study/"))


_TOLD = {
    "complies_law": "chấp hành pháp luật",
    "tax_obligation_met": "nghĩa vụ thuế",
    "pending": "đang được xem xét, xác minh",
    "discipline": "kỷ luật trong năm xét",
    "dissolved": "đơn vị đã giải thể",
    "study": "đào tạo từ 01 năm, hoặc không chấp hành quy định đào tạo",
}


def _bills(case: Case, book: Book, on: date, asked: Question) -> Iterator[Finding]:
    """What a bill would ask warns where it would deny."""
    for entry in book.bills(case.award, case.candidate.kind, on):
        for found in _conditions(entry, asked, case, True):
            if found.outcome == "unmet":
                yield replace(found, reason=f"Theo dự thảo, chưa đối chiếu: {found.reason}")


def _question(case: Case, book: Book, on: date, asking: frozenset[str]) -> Question:
    def standards(code: str) -> Finding:
        """Of another title in the same year: its conditions and the principles that concern it."""
        if code in asking:
            return unknown("qualifies", f"Cần biết có đạt {book.codes.get(code, code)} không")
        other = replace(case, award=code)
        below = _question(other, book, on, asking | {code})
        found = []
        for entry in _versions(other, book, on):
            is_draft = entry.draft_on(on)
            parts = [*_conditions(entry, below, other, is_draft), *principles.findings(below)]
            weighed = _weighed(code, parts, book)
            found.append(weighed.under(entry, is_draft=is_draft and weighed.outcome != "unknown"))
        if not found:
            return unknown("qualifies", f"Sách luật chưa có tiêu chuẩn của {book.codes.get(code, code)}")
        return min(found, key=lambda each: ("met", "unknown", "unmet").index(each.outcome))

    return Question(case.candidate, case.award, case.year, on, book, standards, case.is_school_year)


def _weighed(code: str, parts: list[Finding], book: Book) -> Finding:
    """The standards of a title as one finding: met where only the council is left to weigh."""
    verified = [part for part in parts if not part.is_draft or part.outcome in ("unmet", "unknown")]
    whole = all_of(verified or parts)
    outcome = "met" if whole.outcome == "council" else whole.outcome
    reason = f"Tiêu chuẩn {book.codes.get(code, code)}: {whole.reason[:1].lower()}{whole.reason[1:]}"
    is_draft = bool(verified) and all(part.is_draft for part in verified if part.outcome == whole.outcome)
    return replace(
        whole, rule="qualifies", outcome=outcome, reason=reason, is_draft=is_draft and outcome == "unmet"
    )


def _notes(entry: Entry, on: date) -> tuple[str, ...]:
    if entry.check_from is not None and on >= entry.check_from:
        return (
            f"Văn bản có thể đã được sửa từ {entry.check_from:%d/%m/%Y}: cần đối chiếu trước khi quyết định",
        )
    if entry.is_draft:
        return ("Tiêu chuẩn này chưa được đối chiếu với văn bản: chỉ để tham khảo",)
    return ()


# The earliest period


def _earliest(case: Case, book: Book, on: date, versions: list[Entry]) -> int | None:
    """The first year in which nothing stands against it any more, if every coming period brings the title or rating needed."""
    wanted = {code for entry in versions for code in _asked_codes(entry.data["conditions"])}
    for year in range(case.year + 1, case.year + _AHEAD + 1):
        later = replace(case, year=year, candidate=_grown(case.candidate, case.year, year, wanted))
        judged = [_by(entry, later, book, on) for entry in versions]
        if any(each.verdict != "not_eligible" for each in judged):
            return year
    return None


def _asked_codes(conditions: list[Mapping[str, Any]]) -> Iterator[str]:
    for condition in conditions:
        yield from _asked_codes([*condition.get("any", ()), *condition.get("all", ())])
        if condition.get("rule") in ("titles_in_a_row", "title_times"):
            yield str(condition["code"])
        if condition.get("or_title"):
            yield str(condition["or_title"])


def _grown(candidate: Candidate, since: int, year: int, wanted: set[str]) -> Candidate:
    """The candidate of a later year."""
    coming = range(since + 1, year + 1)
    won = tuple(Award("", code, (each,)) for each in coming for code in sorted(wanted))
    rated = [Rating("", each, "HTXSNV") for each in coming]
    if candidate.unit_rating is not None:
        rated.append(Rating("unit_rating", since, candidate.unit_rating))
    history = (*candidate.history, *won) if candidate.history is not None else None
    return replace(candidate, history=history, ratings=(*(candidate.ratings or ()), *rated), unit_rating=None)
