"""Numbers for awards: in which order, which numbers, and what stands against it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from thidua.kit.audit import chain
from thidua.records.awards.models import PERSON, Award
from thidua.records.certificates.models import NUMBER, Book, Certificate
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.vn.fold import fold
from thidua.vn.names import name_sort

PEOPLE_FIRST, COLLECTIVES_FIRST = "ca_nhan", "tap_the"
ORDERS = {PEOPLE_FIRST: "Cá nhân trước, tập thể sau", COLLECTIVES_FIRST: "Tập thể trước, cá nhân sau"}
_KINDS = list(RECIPIENT_KINDS)


def in_order(awards: Iterable[Award], first: str) -> list[Award]:
    """People by the stored key of their names, the Vietnamese way; collectives by name, households after them; as chosen."""

    def place(award: Award) -> tuple[bool, int, str, int]:
        is_person = award.of_whom == PERSON
        stored = award.person.name_sort if award.person else ""
        key = stored or (name_sort(award.household.head) if award.household else fold(award.recipient))
        return (is_person is (first == COLLECTIVES_FIRST), _KINDS.index(award.of_whom), key, award.pk)

    return sorted(awards, key=place)


def locked_book(book: Book) -> Book:
    """The book as it stands, held until the transaction ends; after the end of the chain, as everywhere."""
    chain.hold()
    return Book.objects.select_for_update(of=("self",)).select_related("body").get(pk=book.pk)


def locked(certificate: Certificate) -> Certificate:
    chain.hold()
    rows = Certificate.objects.select_for_update(of=("self",))
    return rows.select_related("book__body", "award", "decision").get(pk=certificate.pk)


def drawn(
    book: Book, awards: Sequence[Award], typed: Mapping[int, str], *, by: Actor, at: datetime
) -> list[Certificate]:
    """One for each award, in this order, not saved; `typed`: award → number, for blanks that bear one."""
    found = []
    for place, award in enumerate(awards):
        seq = None if book.is_preprinted else book.next_seq + place
        number = tidy(typed.get(award.pk, "")) if seq is None else book.number(seq)
        found.append(filled(Certificate(book=book, seq=seq, number=number), award, by=by, at=at))
    return found


def filled(row: Certificate, award: Award, *, by: Actor, at: datetime) -> Certificate:
    """What the award says on the day of giving."""
    row.award, row.recipient, row.what, row.decision = award, award.recipient, award.name, award.decision
    row.given_on, row.created_at = by.on, at
    decision = award.decision.number if award.decision else ""
    row.folded = fold(f"{row.number} {row.recipient} {row.what} {decision}")[:700]
    return row


def why_not_numbers(book: Book, rows: Sequence[Certificate]) -> list[str]:
    """Numbers that are missing, that come twice, or that the book has given already; one query."""
    reasons = [f"Thiếu số cho {row.recipient}." for row in rows if not row.number]
    numbers = [row.number for row in rows if row.number]
    reasons += [f"Số {number} có hai lần." for number in sorted(set(numbers)) if numbers.count(number) > 1]
    reasons += [f"Số {number[:20]}… dài quá 60 chữ." for number in numbers if len(number) > 60]
    there = book.certificates.filter(number__in=numbers).order_by("pk")
    reasons += [f"Số {row.number} đã dùng trong sổ ({row.recipient or 'phôi hỏng'})." for row in there]
    return reasons


def why_not_pattern(pattern: str, width: int) -> list[str]:
    if pattern.count(NUMBER) != 1:
        return [f"Mẫu số cần có {NUMBER} đúng một lần, ví dụ: {NUMBER}/GK-SVH."]
    if not 1 <= width <= 8:
        return ["Số chữ số phải từ 1 đến 8."]
    return []
