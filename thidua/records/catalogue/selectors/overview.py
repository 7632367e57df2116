"""All titles and forms of a day, as two lists: worked out from the book once a book and day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from thidua.law import handbook, money, wording
from thidua.law.book import KINDS, SUBJECTS, Book, Entry, subjects_of
from thidua.law.cases import Case
from thidua.law.facts import Candidate
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.vn.numbers import grouped

PARTLY = "partly"
"""Some of the conditions were compared with the text."""
_TITLE = "title."
_LISTS = ("ALL", "HC", "HUC", "DHVD", "GT")
"""Codes of whole groups, which nobody is given."""
_GROUPS = {
    "order": "Huân chương",
    "medal": "Huy chương",
    "honorary": "Danh hiệu vinh dự nhà nước",
    "prize": "Giải thưởng",
    "commemorative_medal": "Kỷ niệm chương",
    "certificate_of_merit": "Bằng khen",
    "certificate": "Giấy khen",
}
_STATE = {"STATE_PRESIDENT", "GOVERNMENT", "PRIME_MINISTER"}
_HIGH = {
    "NA_STANDING_COMMITTEE",
    "MINISTER",
    "DEFENCE_MINISTER",
    "PUBLIC_SECURITY_MINISTER",
    "ORG_CENTRAL",
    "PROVINCE_COMMITTEE",
    "PROVINCE_CHAIR",
    "MILITARY_REGION_COMMANDER",
    "NATIONAL_UNIVERSITY_DIRECTOR",
}


@dataclass(frozen=True, slots=True)
class Paid:
    """What one kind of recipient is paid; the amount is None where the book does not know."""

    label: str
    amount: int | None
    formula: str
    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        return f"{grouped(self.amount)} đồng" if self.amount is not None else "chưa rõ"


@dataclass(frozen=True, slots=True)
class Row:
    code: str
    name: str
    group: str
    recipients: str
    level: str
    deciders: tuple[str, ...]
    paid: tuple[Paid, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class Overview:
    titles: tuple[Row, ...]
    forms: tuple[Row, ...]


@lru_cache(maxsize=64)
def overview(book: Book, on: date) -> Overview:
    """Danh hiệu thi đua and hình thức khen thưởng that hold on a day, in the order of the law's own lists."""
    rows = [_row(code, book, on) for code in _codes(book, on)]
    titles = [row for row in rows if money.is_title(row.code, book)]
    order = {code: place for place, code in enumerate(_listed(book, on))}
    titles.sort(key=lambda row: (list(RECIPIENT_KINDS.values()).index(row.group), order.get(row.code, 99)))
    forms = [row for row in rows if not money.is_title(row.code, book)]
    forms.sort(key=lambda row: list(_GROUPS.values()).index(row.group))
    return Overview(tuple(titles), tuple(forms))


def is_known(code: str, book: Book) -> bool:
    """A title or form that somebody can be given."""
    return code in book.codes and code not in _LISTS and code.isalnum() and bool(_entries(code, book))


def _codes(book: Book, on: date) -> list[str]:
    found: dict[str, None] = {}
    for entry in book.in_force(KINDS, on):
        if _group_of(entry) or entry.id.startswith(_TITLE):
            found |= dict.fromkeys([*(row["code"] for row in _members(entry)), entry.code])
    return [code for code in found if code not in _LISTS]


def _members(entry: Entry) -> list[Mapping[str, str]]:
    return [row for row in entry.data.get("members", ()) if isinstance(row, Mapping)]


def _entries(code: str, book: Book) -> list[Entry]:
    return [
        entry
        for entry in book.shelf(KINDS)
        if entry.code == code or any(row["code"] == code for row in _members(entry))
    ]


def _group_of(entry: Entry) -> str:
    return _GROUPS.get(str(entry.data.get("group", "")), "")


def _listed(book: Book, on: date) -> list[str]:
    """Titles in the order of the law's list."""
    found: list[str] = []
    for entry in book.in_force(KINDS, on):
        for name in SUBJECTS:
            found += entry.data.get(name, ()) if entry.code == "ALL" else ()
    return found


def _row(code: str, book: Book, on: date) -> Row:
    entries = [entry for entry in _entries(code, book) if entry.holds(on) and not entry.is_example]
    whom = recipients(code, book, on)
    names = [RECIPIENT_KINDS[kind] for kind in whom]
    deciders = handbook.deciders(code, "", book, on)
    group = next(filter(None, map(_group_of, entries)), "")
    return Row(
        code,
        book.codes[code],
        group or next(iter(names), next(iter(RECIPIENT_KINDS.values()))),
        ", ".join(name if not place else name.lower() for place, name in enumerate(names)),
        _level({each.code for each in deciders}),
        tuple(dict.fromkeys(each.name for each in deciders)),
        tuple(paid for kind in whom if (paid := reward(code, kind, book, on))),
        standing_of(entries, on),
    )


def recipients(code: str, book: Book, on: date) -> list[str]:
    """For whom: as the conditions say; those that do not say are for all, or for those who are rewarded."""
    told = [entry for entry in book.in_force(KINDS, on) if entry.code == code and "conditions" in entry.data]
    paid = [entry for entry in book.in_force("rewards", on) if entry.code == code]
    named = [entry for entry in told if entry.data.get("subject") in SUBJECTS]
    found = {kind for entry in named or told or paid for kind in subjects_of(entry)}
    return [kind for kind in RECIPIENT_KINDS if kind in found]


def _level(codes: set[str]) -> str:
    if codes & _STATE:
        return "Nhà nước"
    if codes & _HIGH:
        return "Bộ, ngành, tỉnh"
    return "Cơ sở" if codes else ""


def reward(code: str, kind: str, book: Book, on: date) -> Paid | None:
    """The money of a decision signed on that day; None where there is none in the book."""
    found = money.reward(Case("", "reward_money", on, code, on.year, Candidate(kind)), book)
    if found.amount_vnd is None:
        return None
    return Paid(RECIPIENT_KINDS[kind], found.amount_vnd, found.formula, found.cites)


def standing_of(entries: list[Entry], on: date) -> str:
    """Of several versions together: PARTLY where some were compared with the text and some not."""
    found = {wording.standing(entry, on) for entry in entries}
    if len(found) == 1:
        return found.pop()
    return PARTLY if wording.VERIFIED in found else wording.DRAFT
