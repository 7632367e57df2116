"""One line of the register, locked for a change; its facts filled in and checked."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django.db.models.base import ModelState

from thidua.kit.audit import chain
from thidua.law import book
from thidua.law.book import subjects_of
from thidua.records.awards import kinds
from thidua.records.awards.models import COLLECTIVE, HOUSEHOLD, PERSON, Award, Household, field_of
from thidua.records.orgs.dated import nearest
from thidua.records.orgs.models import Person, Position, Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document
from thidua.vn.codes import AWARD_CATEGORIES, RECIPIENT_KINDS
from thidua.vn.dates import cited_date
from thidua.vn.fold import fold
from thidua.vn.periods import Period, parse


@dataclass(frozen=True)
class NewHousehold:
    """A household as it is typed."""

    head: str
    address: str = ""


class Held(NamedTuple):
    """A position as far as it tells to which body somebody belonged."""

    person_id: int
    since: date | None
    until: date | None
    body_id: int | None


Recipient = Person | Unit | Household
FACTS = (
    "kind",
    "sort",
    "recipient",
    "of_whom",
    "count",
    "home",
    "period",
    "category",
    "occasion",
    "decision",
    "decided_by",
    "authority",
    "certificate",
    "source",
    "source_document",
    "printed",
)
"""What may be told of an award; `kind` is a code or a name, `period` a Period, `decision` a document or what names one."""
_TEXTS = {"occasion": 300, "authority": 200, "certificate": 60, "printed": 300}
_SHOWN = (
    "name",
    "recipient",
    "count",
    "of_whom",
    "home",
    "period_label",
    "category",
    "occasion",
    "decision",
    "decided_by",
    "authority",
    "certificate",
    "source_document",
    "printed",
)


def locked(award: Award) -> Award:
    """The row as it stands now, held until the transaction ends; after the end of the chain, as everywhere."""
    chain.hold()
    found = Award.objects.select_for_update(of=("self",)).select_related(
        "body", "home", "person", "unit", "household", "decision", "decided_by", "source_document"
    )
    return found.get(pk=award.pk)


def held_by(person_ids: Collection[int]) -> dict[int, list[Held]]:
    """The positions of each person, the main ones first; one query."""
    found: dict[int, list[Held]] = {pk: [] for pk in person_ids}
    rows = Position.objects.filter(person__in=person_ids).order_by("-is_main", "pk")
    for row in rows.values_list("person_id", "since", "until", "unit__body_id"):
        found[row[0]].append(Held(*row))
    return found


def like(pattern: Award) -> Award:
    """Another row that says what an unsaved one says: in a tenth of the time of making it field by field."""
    award = Award.__new__(Award)
    state = ModelState()
    state.fields_cache = dict(pattern._state.fields_cache)
    award.__dict__ |= vars(pattern) | {"_state": state}
    return award


def fill(award: Award, facts: Mapping[str, Any], held: Mapping[int, Sequence[Held]] | None = None) -> None:
    """Put the facts into the row, with what follows from them. Does not save.

    `held`: positions of the recipients of many rows; without it, they are asked for.
    """
    if "kind" in facts:
        award.sort, award.code, award.name = _kind(str(facts["kind"]), facts.get("sort"))
    if "recipient" in facts:
        _receive(award, facts["recipient"])
    for name in ("of_whom", "count", "category", "decision", "decided_by", "source", "source_document"):
        if name in facts:
            setattr(award, name, facts[name])
    for name, most in _TEXTS.items():
        if name in facts:
            setattr(award, name, tidy(facts[name])[:most])
    if facts.get("period"):
        _within(award, facts["period"])
    if award.decision and award.decided_by is None:
        award.decided_by = award.decision.issuer
    if facts.get("home"):
        award.home = facts["home"]
    elif award.home_id is None or "recipient" in facts:
        award.home_id = _home_id(award, held)
    number = award.decision.number if award.decision else ""
    told = (award.recipient, award.name, award.code, award.decider, award.certificate, number, award.occasion)
    award.folded = fold(" ".join(told))[:900]


def _kind(kind: str, sort: str | None) -> tuple[str, str, str]:
    known = kinds.names()
    code = kind if kind in known else kinds.by_name().get(fold(kind), "")
    if code:
        return kinds.sort_of(code), code, known[code]
    return sort or Award.Sort.FORM, "", tidy(kind)[:200]


def _receive(award: Award, recipient: Recipient | None) -> None:
    of_whom = {Person: PERSON, Unit: COLLECTIVE, Household: HOUSEHOLD}[type(recipient)]
    award.person = award.unit = award.household = None
    setattr(award, field_of(of_whom), recipient)
    award.of_whom, award.count, award.recipient = of_whom, 1, str(recipient)[:330]


def _within(award: Award, period: Period) -> None:
    award.since, award.until, award.year = period.since, period.until, period.year
    award.period_label = period.printed[:60]


def period_of(award: Award) -> Period:
    """The merit period again as one that can be compared and printed."""
    said = parse(award.period_label)
    return said or Period(award.since, award.until, award.period_label, award.year)


def _home_id(award: Award, held: Mapping[int, Sequence[Held]] | None) -> int:
    """The body of the recipient on the day of the decision, or at the end of the merit period."""
    if award.person:
        day = (award.decision.issued_on if award.decision else None) or award.until
        of_all = held_by([award.person.pk]) if held is None else held
        last = nearest(of_all[award.person.pk], day) if day else None
        return (last.body_id if last else None) or award.person.kept_by_id or award.body_id
    return (award.unit.body_id if award.unit else None) or award.body_id


def shown(award: Award) -> dict[str, Any]:
    """The facts as the log tells them."""
    found = {name: getattr(award, name) for name in _SHOWN}
    return {
        name: str(value) if isinstance(value, (Unit, Document)) else value for name, value in found.items()
    }


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: [before.get(name), value] for name, value in after.items() if before.get(name) != value}


def why_not_so(award: Award, today: date) -> list[str]:
    """What makes the line impossible."""
    return [reason for _, reason in faults(award, today)]


def faults(award: Award, today: date) -> Iterator[tuple[str, str]]:
    """Each reason with the name of the fact (of FACTS) that it is about."""
    if not award.name:
        yield "kind", "Chọn danh hiệu hoặc hình thức khen thưởng."
    if award.of_whom not in RECIPIENT_KINDS:
        yield "of_whom", "Chọn đối tượng: cá nhân, tập thể hoặc hộ gia đình."
    elif award.of_whom not in _subjects(award.sort, award.code):
        yield "of_whom", f"{award.name} không dành cho {RECIPIENT_KINDS[award.of_whom].lower()}. Chọn lại."
    if award.category and award.category not in AWARD_CATEGORIES:
        yield "category", "Chọn loại khen thưởng trong danh sách."
    if award.count is None or award.count < 1:
        yield "count", "Số lượng phải từ 1 trở lên."
    if not award.period_label:
        yield "period", "Nhập kỳ thành tích, ví dụ: 2024, năm học 2023-2024."
    elif award.since > today:
        yield "period", f"Kỳ thành tích {award.period_label} chưa bắt đầu. Kiểm tra lại."
    if not (award.decision or award.source_document or award.printed):
        yield "decision", "Khen thưởng cần căn cứ: quyết định, văn bản nguồn, hoặc ghi lấy từ đâu."
    for reason in _why_not_decision(award):
        yield "decision", reason


@cache
def _subjects(sort: str, code: str) -> frozenset[str]:
    """For whom a title is; forms are for everybody."""
    everybody = frozenset(RECIPIENT_KINDS)
    if sort != Award.Sort.TITLE or not code:
        return everybody
    entries = [row for row in book.load().shelf(book.KINDS) if row.code == code]
    return frozenset(subject for row in entries for subject in subjects_of(row)) or everybody


def _why_not_decision(award: Award) -> list[str]:
    decision = award.decision
    if decision is None:
        return []
    if decision.merged_into_id:
        return [f"{decision} đã nhập vào văn bản khác. Chọn văn bản đó."]
    if decision.issued_on and award.period_label and decision.issued_on < award.since:
        return [
            f"{decision} ký ngày {cited_date(decision.issued_on)}, trước khi kỳ thành tích {award.period_label} "
            "bắt đầu. Kiểm tra lại kỳ hoặc quyết định."
        ]
    return []
