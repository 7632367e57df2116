"""A number ends: spoiled, given by mistake, replaced by another, recalled. It stays in the book and is never given again."""

from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.awards import services as awards_services
from thidua.records.awards.models import Award
from thidua.records.certificates import permissions, rows, selectors
from thidua.records.certificates.models import Book, Certificate
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy
from thidua.vn.fold import fold

_Ending = Certificate.Ending


@transaction.atomic
def spoil(certificate: Certificate, *, reason: str, by: Actor, at: datetime) -> Certificate:
    """Written or printed wrong: the award waits for another number."""
    return _void(certificate, _Ending.SPOILED, reason, "certificates.spoil", by, at)


@transaction.atomic
def cancel(certificate: Certificate, *, reason: str, by: Actor, at: datetime) -> Certificate:
    """The number should not have gone to this award: the award has none again."""
    return _void(certificate, _Ending.CANCELLED, reason, "certificates.cancel", by, at)


@transaction.atomic
def spoil_blank(book: Book, number: str, *, reason: str, by: Actor, at: datetime) -> Certificate:
    """A blank spoiled before use. In a running book it is the next number, and `number` stays empty."""
    own = rows.locked_book(book)
    refuse_if(permissions.why_not_write(by, own.body))
    _need(reason)
    if not own.is_preprinted and tidy(number):
        raise Refused(f"Sổ tự chạy số: phôi hỏng nhận số tiếp theo ({own.number(own.next_seq)}).")
    seq = None if own.is_preprinted else own.next_seq
    row = Certificate(book=own, seq=seq, number=tidy(number) if seq is None else own.number(seq))
    row.given_on, row.created_at, row.folded = by.on, at, fold(row.number)
    if not row.number:
        raise Refused("Nhập số in trên phôi hỏng.")
    refuse_if(rows.why_not_numbers(own, [row]))
    row.ending, row.ended_at, row.ended_reason = _Ending.SPOILED, at, tidy(reason)[:300]
    row.save()
    if seq is not None:
        own.next_seq += 1
        own.save(update_fields=["next_seq"])
    chain.record("certificates.spoil_blank", row, by=by, at=at, text=row.number, note=row.ended_reason)
    return row


@transaction.atomic
def reissue(
    certificate: Certificate, *, book: Book, reason: str, number: str = "", by: Actor, at: datetime
) -> Certificate:
    """Lost or damaged: another one with its own number from `book` (the same, or this year's), chained to the old."""
    own = rows.locked_book(book)
    old = rows.locked(certificate)
    refuse_if(permissions.why_not_end(by, old) or permissions.why_not_write(by, own.body))
    _need(reason)
    if own.body_id != old.book.body_id or own.artefact != old.book.artefact:
        raise Refused("Cấp lại thì lấy số ở sổ cùng loại của cùng cơ quan.")
    award = _current(old)
    if award.ending:
        raise Refused("Khen thưởng không còn hiệu lực nên không cấp lại. Ghi thu hồi số này.")
    (new,) = rows.drawn(own, [award], {award.pk: number}, by=by, at=at)
    new.replaces = old
    refuse_if(rows.why_not_numbers(own, [new]))
    _end(old, _Ending.REPLACED, reason, at)
    new.save()
    if not own.is_preprinted:
        own.next_seq += 1
        own.save(update_fields=["next_seq"])
    with chain.within("certificates.reissue"):
        awards_services.set_certificates({award.pk: new.number}, by=by, at=at)
    changes = {"number": [old.number, new.number]}
    note = old.ended_reason
    chain.record("certificates.reissue", new, by=by, at=at, text=str(new), changes=changes, note=note)
    return new


@transaction.atomic
def recall(certificate: Certificate, *, reason: str, by: Actor, at: datetime) -> Certificate:
    """The award was revoked or struck out: its certificate is called back. The award keeps the number that it had."""
    row = rows.locked(certificate)
    refuse_if(permissions.why_not_end(by, row))
    _need(reason)
    if not _current(row).ending:
        raise Refused("Khen thưởng còn hiệu lực. Ghi thu hồi khen thưởng trước, rồi thu hồi bằng.")
    _end(row, _Ending.RECALLED, reason, at)
    chain.record("certificates.recall", row, by=by, at=at, text=str(row), note=row.ended_reason)
    return row


def _void(
    certificate: Certificate, ending: str, reason: str, verb: str, by: Actor, at: datetime
) -> Certificate:
    row = rows.locked(certificate)
    refuse_if(permissions.why_not_end(by, row))
    _need(reason)
    award = _current(row)
    _end(row, ending, reason, at)
    if not award.ending:
        with chain.within(verb):
            awards_services.set_certificates({award.pk: ""}, by=by, at=at)
    chain.record(verb, row, by=by, at=at, text=str(row), note=row.ended_reason)
    return row


def _current(row: Certificate) -> Award:
    """The line that stands for the award now, after corrections."""
    return selectors.current_awards([row])[row.pk]


def _need(reason: str) -> None:
    if not tidy(reason):
        raise Refused("Nhập lý do.")


def _end(row: Certificate, ending: str, reason: str, at: datetime) -> None:
    row.ending, row.ended_at, row.ended_reason = ending, at, tidy(reason)[:300]
    row.save(update_fields=["ending", "ended_at", "ended_reason"])
