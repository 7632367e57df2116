"""One line of the register, locked for a change; its facts filled in and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from thidua.kit.audit import chain
from thidua.law import book
from thidua.law.book import subjects_of
from thidua.records.awards import kinds
from thidua.records.awards.models import COLLECTIVE, HOUSEHOLD, PERSON, Award, Household, field_of
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.dated import nearest
from thidua.records.orgs.models import Person, Unit
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


def fill(award: Award, facts: Mapping[str, Any]) -> None:
    """Put the facts into the row, with what follows from them. Does not save."""
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
        award.home = _home(award)
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


def _home(award: Award) -> Unit:
    """The body of the recipient on the day of the decision, or at the end of the merit period."""
    if award.person:
        day = (award.decision.issued_on if award.decision else None) or award.until
        held = nearest(award.person.positions.select_related("unit__body").order_by("-is_main", "pk"), day)
        return (held.unit.body if held else None) or award.person.kept_by or award.body
    if award.unit:
        return award.unit.body or award.body
    return award.body


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
    reasons = []
    if not award.name:
        reasons.append("Chọn danh hiệu hoặc hình thức khen thưởng.")
    if award.of_whom not in RECIPIENT_KINDS:
        reasons.append("Chọn đối tượng: cá nhân, tập thể hoặc hộ gia đình.")
    elif award.of_whom not in _subjects(award):
        reasons.append(f"{award.name} không dành cho {RECIPIENT_KINDS[award.of_whom].lower()}. Chọn lại.")
    if award.category and award.category not in AWARD_CATEGORIES:
        reasons.append("Chọn loại khen thưởng trong danh sách.")
    if award.count is None or award.count < 1:
        reasons.append("Số lượng phải từ 1 trở lên.")
    if not award.period_label:
        reasons.append("Nhập kỳ thành tích, ví dụ: 2024, năm học 2023-2024.")
    elif award.since > today:
        reasons.append(f"Kỳ thành tích {award.period_label} chưa bắt đầu. Kiểm tra lại.")
    if not (award.decision or award.source_document or award.printed):
        reasons.append("Khen thưởng cần căn cứ: quyết định, văn bản nguồn, hoặc ghi lấy từ đâu.")
    return reasons + _why_not_decision(award)


def _subjects(award: Award) -> set[str]:
    """For whom a title is; forms are for everybody."""
    if award.sort != Award.Sort.TITLE or not award.code:
        return set(RECIPIENT_KINDS)
    entries = [row for row in book.load().shelf(book.KINDS) if row.code == award.code]
    found = {subject for row in entries for subject in subjects_of(row)}
    return found or set(RECIPIENT_KINDS)


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


def standing_as(award: Award) -> QuerySet[Award]:
    """Lines that tell of the same award: a title is given once a period, a form once by one decision."""
    rows = Award.objects.standing().filter(code=award.code, name=award.name)
    rows = rows.filter(since=award.since, until=award.until).exclude(pk=award.corrects_id)
    if award.person_id:
        shown_card = orgs.same_person_ids([award.person_id])
        cards = orgs.same_person_ids(list(shown_card.values())) | shown_card
        rows = rows.filter(person__in=cards)
    else:
        field = field_of(award.of_whom)
        rows = rows.filter(**{field: getattr(award, field)})
    if award.sort == Award.Sort.TITLE and award.code:
        return rows.filter(category__in={award.category, ""}) if award.category else rows
    return rows.filter(decision=award.decision)


def why_not_again(award: Award) -> list[str]:
    """The same award stands already."""
    there = None if award.is_aggregate else standing_as(award).select_related("decision").first()
    if there is None:
        return []
    by_what = f" theo {there.decision}" if there.decision else ""
    return [f"{there}{by_what} đã có trong sổ. Mở dòng đó để sửa hoặc bổ sung."]
