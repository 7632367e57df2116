"""What a body sets for itself: rules of its quy chế, titles and forms of its own; each with the document that says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.law.book import KINDS, Book
from thidua.law.handbook import AUTHORITY_NAMES
from thidua.records.catalogue import own_rules, permissions, selectors
from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.own_rules import OWN_RULES, Said, plain
from thidua.records.catalogue.refusals import WrongFields
from thidua.records.catalogue.rows import Ground, row_of
from thidua.records.catalogue.services.laying import lay
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.vn.fold import fold

TITLE, FORM = "danh_hieu", "hinh_thuc"
SORTS = {TITLE: "Danh hiệu thi đua", FORM: "Hình thức khen thưởng"}
GROUPS = {
    "certificate": "Giấy khen",
    "certificate_of_merit": "Bằng khen",
    "commemorative_medal": "Kỷ niệm chương, huy hiệu",
}
"""Under which of the book's groups a form of one's own stands."""
_SUBJECTS = dict(zip(RECIPIENT_KINDS, ("individual", "collective", "household"), strict=True))
_MOST = Decimal(100)


@dataclass(frozen=True, slots=True)
class OwnAward:
    """A title or form that the law does not know; coefficients by kind of recipient, None where no money is given."""

    sort: str
    name: str
    code: str
    recipients: Sequence[str]
    authority: str
    group: str = "certificate"
    artefact: str = ""
    criteria: str = ""
    coefficients: Mapping[str, Decimal | None] = field(default_factory=dict, hash=False)


@transaction.atomic
def state_own_rule(
    kind: str,
    name: str,
    *,
    body: Unit,
    document: Document,
    place: str,
    since: date,
    by: Actor,
    at: datetime,
    number: Decimal | None = None,
    way: str = "",
    day: str = "",
    bodies: Sequence[str] = (),
    base: str = "",
    until: date | None = None,
    awards: Sequence[str] = (),
    note: str = "",
) -> Overlay:
    """A rule of the body's own quy chế (`kind`: OWN_RULES), for some titles and forms or for all."""
    refuse_if(permissions.why_not_verify(by, body))
    chain.hold()
    asked = tuple(tidy(each)[:200] for each in bodies if tidy(each))
    said = Said(number, way, own_rules.day_of_year(day) or day, asked, base)
    book = selectors.book(by.on, body)
    told = _own_rule(kind, name, said, awards, book)
    ground = Ground(document, place, since, until, note)
    row = row_of(f"rieng.{body.pk}.{_place(body)}", OWN_RULES[kind].shelf, ground) | told
    changes = {"number": [None, own_rules.in_words(said)], "since": [None, since]}
    given = {"book": book, "body": body, "by": by, "at": at, "changes": changes}
    return lay(Overlay.Kind.OWN, [row | {"note": tidy(note)[:400]}], row["name"], ground, **given)


def _own_rule(kind: str, name: str, said: Said, awards: Sequence[str], book: Book) -> dict[str, Any]:
    """What the entry says; WrongFields names what is missing."""
    wrong = own_rules.why_not(kind, said)
    if not tidy(name):
        wrong.append(("name", "Nhập tên quy định."))
    if wrong:
        raise WrongFields(wrong)
    if unknown := [code for code in awards if not selectors.is_known(code, book)]:
        raise Refused(f"Sách luật không có mã {', '.join(unknown)}.")
    return {"name": tidy(name)[:200], "awards": list(awards) or ["*"], **own_rules.fill(kind, said)}


@transaction.atomic
def state_own_award(
    award: OwnAward,
    *,
    body: Unit,
    document: Document,
    place: str,
    since: date,
    by: Actor,
    at: datetime,
    until: date | None = None,
    note: str = "",
) -> Overlay:
    """A title or form of the body's own catalogue: artefact, authority, recipients, coefficients of its money."""
    refuse_if(permissions.why_not_verify(by, body))
    chain.hold()
    book = selectors.book(by.on, body)
    if wrong := _why_not_award(award, book):
        raise WrongFields(wrong)
    ground = Ground(document, place, since, until, note)
    number = _place(body)
    rows = [
        *(_condition_row(award, whom, body, number, ground) for whom in award.recipients),
        *(_money_row(award, whom, body, number, ground) for whom in award.recipients if _factor(award, whom)),
    ]
    changes = {"code": [None, award.code], "since": [None, since]}
    name = tidy(award.name)[:200]
    return lay(Overlay.Kind.OWN, rows, name, ground, book=book, body=body, by=by, at=at, changes=changes)


def _why_not_award(award: OwnAward, book: Book) -> list[tuple[str, str]]:
    found = []
    if award.sort not in SORTS:
        found.append(("sort", "Chọn danh hiệu hoặc hình thức."))
    if not tidy(award.name):
        found.append(("name", "Nhập tên danh hiệu, hình thức."))
    elif fold(award.name) in {fold(name) for name in book.codes.values()}:
        found.append(("name", "Sách luật đã có danh hiệu, hình thức tên này."))
    if not (
        award.code.isascii() and award.code.isalnum() and award.code.isupper() and 2 <= len(award.code) <= 16
    ):
        found.append(("code", "Mã gồm 2 đến 16 chữ in hoa không dấu, chữ số; ví dụ KNCVH."))
    elif award.code in book.codes:
        found.append(("code", f"Mã {award.code} là của {book.codes[award.code]}. Đặt mã khác."))
    if not award.recipients or set(award.recipients) - RECIPIENT_KINDS.keys():
        found.append(("recipients", "Chọn đối tượng."))
    if award.authority not in AUTHORITY_NAMES:
        found.append(("authority", "Chọn người quyết định."))
    if award.sort == FORM and award.group not in GROUPS:
        found.append(("group", "Chọn nhóm của hình thức."))
    for whom, factor in award.coefficients.items():
        if factor is not None and not 0 <= factor <= _MOST:
            found.append((f"coefficient_{whom}", f"Hệ số từ 0 đến {_MOST}."))
    return found


def _condition_row(award: OwnAward, whom: str, body: Unit, number: int, ground: Ground) -> dict[str, Any]:
    head = "title" if award.sort == TITLE else "form"
    criteria = tidy(award.criteria)[:2000] or "tiêu chuẩn theo quy định của cơ quan tặng"
    row = row_of(f"{head}.rieng.{body.pk}.{number}.{whom}", KINDS, ground) | {
        "code": award.code,
        "name": tidy(award.name)[:200],
        "subject": _SUBJECTS[whom],
        "item": tidy(award.artefact)[:200],
        "decided_by": [{"authority": award.authority, "since": None, "until": None}],
        "conditions": [{"rule": "council", "text": criteria}],
        "own_kind": award.sort,
    }
    return row if award.sort == TITLE else row | {"group": award.group}


def _money_row(award: OwnAward, whom: str, body: Unit, number: int, ground: Ground) -> dict[str, Any]:
    return row_of(f"reward.rieng.{body.pk}.{number}.{whom}", "rewards", ground) | {
        "code": award.code,
        "name": tidy(award.name)[:200],
        "subject": _SUBJECTS[whom],
        "coefficient": plain(_factor(award, whom)),
        "unit": "× lương cơ sở",
    }


def _factor(award: OwnAward, whom: str) -> Decimal:
    return award.coefficients.get(whom) or Decimal(0)


def _place(body: Unit) -> int:
    """Its number among all that the body ever stated of its own."""
    return Overlay.objects.filter(body=body, kind=Overlay.Kind.OWN).count() + 1
