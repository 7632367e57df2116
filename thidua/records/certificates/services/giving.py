"""Numbers are given: to all awards of a decision in one act, or to one."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.awards import services as awards_services
from thidua.records.awards.models import Award
from thidua.records.certificates import permissions, rows, selectors
from thidua.records.certificates.models import Book, Certificate
from thidua.records.orgs.actors import Actor
from thidua.records.register.models import Document

REASONS = 20


@transaction.atomic
def give_all(
    decision: Document,
    *,
    book: Book,
    kinds: Collection[str],
    order: str = rows.PEOPLE_FIRST,
    typed: Sequence[str] = (),
    by: Actor,
    at: datetime,
) -> list[Certificate]:
    """Numbers for every award of these kinds (names as the award tells them) by the decision that has none yet.

    `order`: of `rows.ORDERS`. `typed`: numbers of pre-printed blanks, in the order of the list; as many as awards.
    """
    own = rows.locked_book(book)
    refuse_if(permissions.why_not_write(by, own.body))
    waiting = selectors.without_number(decision, own.body, kinds)
    awards = rows.in_order(waiting, order)
    if not awards:
        raise Refused("Quyết định này không còn ai chờ cấp số cho danh hiệu, hình thức đã chọn.")
    if own.is_preprinted and len(typed) != len(awards):
        raise Refused(f"Có {len(awards)} người, tập thể mà nhập {len(typed)} số. Nhập đủ mỗi dòng một số.")
    by_award = dict(zip((award.pk for award in awards), typed, strict=False))
    made = _give(own, awards, by_award, "certificates.give_all", by, at)
    said = {"lines": ["", len(made)], "first": ["", made[0].number], "last": ["", made[-1].number]}
    digest = hashlib.sha256("\n".join(map(str, made)).encode()).hexdigest()
    changes: dict[str, Any] = said | {"decision": ["", str(decision)], "digest": ["", digest]}
    chain.record("certificates.give_all", own, by=by, at=at, changes=changes)
    return made


@transaction.atomic
def give(award: Award, *, book: Book, number: str = "", by: Actor, at: datetime) -> Certificate:
    """One number; typed where the blank bears one."""
    own = rows.locked_book(book)
    refuse_if(permissions.why_not_write(by, own.body))
    row = selectors.given_by(own.body).filter(pk=award.pk).select_related("decision", "person").first()
    if row is None:
        raise Refused(f"{own.body.name} không quyết định khen thưởng này nên không cấp số ở đây.")
    if row.ending or row.certificate:
        raise Refused("Khen thưởng này đã có số, hoặc không còn hiệu lực.")
    (made,) = _give(own, [row], {row.pk: number}, "certificates.give", by, at)
    changes = {"number": ["", made.number], "recipient": ["", made.recipient]}
    chain.record("certificates.give", made, by=by, at=at, text=str(made), changes=changes)
    return made


def _give(
    book: Book, awards: Sequence[Award], typed: Mapping[int, str], verb: str, by: Actor, at: datetime
) -> list[Certificate]:
    drawn = rows.drawn(book, awards, typed, by=by, at=at)
    refuse_if(rows.why_not_numbers(book, drawn)[:REASONS])
    made = Certificate.objects.bulk_create(drawn)
    if not book.is_preprinted:
        book.next_seq += len(made)
        book.save(update_fields=["next_seq"])
    numbers = {row.award_id: row.number for row in made if row.award_id}
    with chain.within(verb):
        awards_services.set_certificates(numbers, by=by, at=at)
    return made
