"""One initiative with its authors and a recognition: filled in from what was typed, and checked."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from thidua.kit.audit import chain
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document
from thidua.vn.dates import cited_date
from thidua.vn.fold import fold
from thidua.work.initiatives.models import Author, Initiative, Recognition, Scope, percent

WHOLE = Decimal(100)
FIRST_YEAR = 1980


@dataclass(frozen=True)
class Share:
    """An author with the part of the work, in percent; None: not said."""

    person: Person
    pct: Decimal | None = None


@dataclass(frozen=True)
class Recognised:
    """A recognition as it is typed: `document` from the register, or what names one there."""

    scope: str
    year: int
    document: Document | Identity | None = None
    decided_by: Unit | None = None
    authority: str = ""
    decided_on: date | None = None
    certificate: str = ""
    printed: str = ""


@dataclass
class Drawn:
    """Rows that belong together, not saved yet."""

    initiative: Initiative
    authors: list[Author]
    recognition: Recognition | None = None
    reasons: list[str] = field(default_factory=list)


FACTS = ("kind", "title", "summary", "others", "made_in")
"""What may be told of an initiative besides its authors; `made_in`: the body in which it was made."""
_TEXTS = {"title": 500, "summary": 1000, "others": 300}
_RECOGNISED_TEXTS = {"authority": 200, "certificate": 60, "printed": 300}


def locked(initiative: Initiative) -> Initiative:
    """The row as it stands now, held until the transaction ends; after the end of the chain, as everywhere."""
    chain.hold()
    return (
        Initiative.objects.select_for_update(of=("self",))
        .select_related("kept_by", "body")
        .get(pk=initiative.pk)
    )


def locked_recognition(recognition: Recognition) -> Recognition:
    """The recognition and its initiative, both held."""
    chain.hold()
    rows = Recognition.objects.select_for_update(of=("self", "initiative"))
    return rows.select_related("initiative__kept_by", "document", "decided_by").get(pk=recognition.pk)


def fill(initiative: Initiative, authors: Sequence[Author], facts: Mapping[str, Any]) -> None:
    """Put the facts into the row, with what follows from them. Does not save."""
    if facts.get("kind"):
        initiative.kind = facts["kind"]
    for name, most in _TEXTS.items():
        if name in facts:
            setattr(initiative, name, tidy(facts[name] or "")[:most].rstrip())
    if facts.get("made_in"):
        initiative.body = facts["made_in"]
    elif initiative.body_id is None:
        initiative.body = initiative.kept_by
    initiative.folded = fold(initiative.title)[:500]
    names = " ".join(author.name for author in authors)
    initiative.sought = fold(f"{initiative.title} {names} {initiative.others}")


def authors_of(initiative: Initiative, shares: Sequence[Share]) -> list[Author]:
    """Rows in the order that was typed, not saved."""
    return [
        Author(
            initiative=initiative,
            person=share.person,
            name=share.person.full_name,
            share_pct=share.pct,
            place=place,
        )
        for place, share in enumerate(shares)
    ]


def fill_recognition(row: Recognition, told: Recognised) -> None:
    """What was typed, with what the decision itself says of issuer and day. `told.document` is a record by now."""
    row.scope, row.year = told.scope, told.year
    row.document = told.document if isinstance(told.document, Document) else None
    row.decided_by = told.decided_by or (row.document.issuer if row.document else None)
    row.decided_on = told.decided_on or (row.document.issued_on if row.document else None)
    for name, most in _RECOGNISED_TEXTS.items():
        setattr(row, name, tidy(getattr(told, name))[:most])


def draw(
    body: Unit, authors: Sequence[Share], told: Recognised, facts: Mapping[str, Any], *, at: datetime
) -> Drawn:
    """Rows as they would be saved; `told.document` is a record by now."""
    initiative = Initiative(kept_by=body, created_at=at)
    signed = authors_of(initiative, authors)
    fill(initiative, signed, facts)
    recognition = Recognition(initiative=initiative, created_at=at)
    fill_recognition(recognition, told)
    return Drawn(initiative, signed, recognition)


def shown(initiative: Initiative, authors: Sequence[Author]) -> dict[str, Any]:
    """The facts as the log tells them."""
    return {
        "title": initiative.title,
        "kind": initiative.kind,
        "body": str(initiative.body),
        "authors": [str(author) for author in authors],
        "others": initiative.others,
        "summary": initiative.summary,
    }


def shown_recognition(row: Recognition) -> dict[str, Any]:
    return {
        "scope": row.scope,
        "year": row.year,
        "document": str(row.document) if row.document else "",
        "decided_by": str(row.decided_by) if row.decided_by else "",
        "authority": row.authority,
        "decided_on": row.decided_on,
        "certificate": row.certificate,
        "printed": row.printed,
    }


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: [before.get(name), value] for name, value in after.items() if before.get(name) != value}


def why_not_so(initiative: Initiative, authors: Sequence[Author], cards: Mapping[int, int]) -> list[str]:
    """What makes the initiative impossible. `cards`: card → the human being it stands for."""
    reasons = []
    if not initiative.folded:
        reasons.append("Nhập tên sáng kiến.")
    if initiative.kind not in Initiative.Kind.values:
        reasons.append("Chọn loại: sáng kiến, đề tài khoa học hoặc đề án.")
    if not authors:
        reasons.append("Chọn ít nhất một tác giả.")
    people = [cards.get(author.person_id, author.person_id) for author in authors]
    twice = sorted(
        {author.name for author, who in zip(authors, people, strict=True) if people.count(who) > 1}
    )
    reasons += [f"{name} đứng tên hai lần. Gộp lại thành một dòng." for name in twice]
    return reasons + why_not_shares([author.share_pct for author in authors])


def why_not_shares(shares: Sequence[Decimal | None]) -> list[str]:
    """Each in (0, 100], together at most 100: co-authors without a card may hold the rest."""
    given = [share for share in shares if share is not None]
    if any(not 0 < share <= WHOLE for share in given):
        return ["Tỷ lệ đóng góp phải lớn hơn 0 và không quá 100 %."]
    if sum(given) > WHOLE:
        return [f"Tổng tỷ lệ đóng góp là {percent(sum(given, Decimal()))}, vượt 100 %. Kiểm tra lại."]
    return []


def why_not_recognised(row: Recognition, today: date) -> list[str]:
    """What makes the recognition impossible."""
    reasons = []
    if row.scope not in Scope.values:
        reasons.append("Chọn phạm vi công nhận: cơ sở, cấp tỉnh, bộ hoặc toàn quốc.")
    if not FIRST_YEAR <= row.year <= today.year:
        reasons.append(f"Năm công nhận phải từ {FIRST_YEAR} đến {today.year}.")
    if row.decided_on and row.decided_on > today:
        reasons.append("Ngày công nhận sau ngày hôm nay. Kiểm tra lại ngày.")
    elif row.decided_on and row.decided_on.year < row.year:
        day = cited_date(row.decided_on)
        reasons.append(f"Công nhận ngày {day} thì không tính cho năm {row.year} được. Kiểm tra lại.")
    if row.document and row.document.merged_into_id:
        reasons.append(f"{row.document} đã nhập vào văn bản khác. Chọn văn bản đó.")
    if not (row.document or row.printed):
        reasons.append("Công nhận cần căn cứ: quyết định, hoặc ghi lấy từ đâu.")
    return reasons


def humans(people: Collection[int]) -> dict[int, int]:
    """Every card of these people → the card that is shown. Three queries whatever the number."""
    shown_cards = set(orgs.same_person_ids(people).values())
    return orgs.same_person_ids(shown_cards)


def why_not_again(drawn: Sequence[Drawn], cards: Mapping[int, int]) -> list[list[str]]:
    """For each, what says that the same one stands: title, body, year and an author. Three queries for all."""
    seen: dict[tuple[str, int, int], dict[int, str]] = defaultdict(dict)
    for (folded, body, year), who, title in _standing(drawn):
        seen[folded, body, year][cards.get(who, who)] = f"“{title}” năm {year} đã có trong sổ."
    reasons: list[list[str]] = []
    for one in drawn:
        key = _key(one)
        mine = [cards.get(author.person_id, author.person_id) for author in one.authors]
        there = next((seen[key][who] for who in mine if who in seen[key]), "")
        reasons.append([f"{there} Mở dòng đó để sửa hoặc bổ sung."] if there else [])
        seen[key].update(dict.fromkeys(mine, f"“{one.initiative.title}” có hai lần trong danh sách."))
    return reasons


def _key(one: Drawn) -> tuple[str, int, int]:
    year = one.recognition.year if one.recognition else 0
    return one.initiative.folded, one.initiative.body_id, year


def _standing(drawn: Sequence[Drawn]) -> list[tuple[tuple[str, int, int], int, str]]:
    rows = Recognition.objects.standing().filter(
        initiative__ending="",
        initiative__folded__in={one.initiative.folded for one in drawn},
        initiative__body__in={one.initiative.body_id for one in drawn},
        year__in={_key(one)[2] for one in drawn},
    )
    found = rows.values_list(
        "initiative__folded",
        "initiative__body",
        "year",
        "initiative__authors__person",
        "initiative__title",
    )
    return [((folded, body, year), who, title) for folded, body, year, who, title in found]
