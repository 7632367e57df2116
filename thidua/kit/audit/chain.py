"""Append to the chain, and check it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from thidua.kit.audit.models import AuditLine

GENESIS = "0" * 64
_LOCK = 0x7468_6964  # one chain per installation: this PostgreSQL advisory lock guards its end
_outer: ContextVar[str] = ContextVar("outer_verb", default="")


class By(Protocol):
    """Whoever acts: a signed-in person, the system, the public."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def body_key(self) -> str: ...


@contextmanager
def within(verb: str) -> Iterator[None]:
    """Lines recorded inside name `verb` as the act that they belong to."""
    token = _outer.set(verb)
    try:
        yield
    finally:
        _outer.reset(token)


def record(
    verb: str,
    subject: models.Model | str,
    *,
    by: By,
    at: datetime,
    text: str = "",
    changes: Mapping[str, Any] | None = None,
    note: str = "",
) -> AuditLine:
    """Append one line in the transaction of the act itself; the chain is locked until that ends."""
    hold()
    last = AuditLine.objects.order_by("-seq").values_list("seq", "digest").first() or (0, GENESIS)
    line = AuditLine(
        seq=last[0] + 1,
        at=at.astimezone(UTC),
        actor=by.key,
        actor_name=by.name,
        verb=verb,
        outer=_outer.get(),
        subject=subject if isinstance(subject, str) else subject_key(subject),
        subject_text=(text or str(subject))[:300],
        body=by.body_key,
        changes=json.loads(json.dumps(dict(changes or {}), cls=DjangoJSONEncoder, sort_keys=True)),
        note=note,
        previous=last[1],
    )
    line.digest = digest(line)
    models.Model.save(line, force_insert=True)
    return line


def hold() -> None:
    """Take the end of the chain now, until the transaction ends: for a verb that looks first and then writes.

    Taken before row locks, everywhere, so that two verbs never wait for each other. SQLite's write lock does the same.
    """
    assert connection.in_atomic_block, "an audit line belongs to the transaction of its act"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def subject_key(subject: models.Model) -> str:
    """`app.Model:id`, the way audit and provenance name a record."""
    return f"{subject._meta.label}:{subject.pk}"


def digest(line: AuditLine) -> str:
    """SHA-256 over every field of the line, the digest before it included."""
    fields = {
        "seq": line.seq,
        "at": line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": line.actor,
        "actor_name": line.actor_name,
        "verb": line.verb,
        "outer": line.outer,
        "subject": line.subject,
        "subject_text": line.subject_text,
        "body": line.body,
        "changes": line.changes,
        "note": line.note,
        "previous": line.previous,
    }
    written = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


@dataclass(frozen=True)
class Verified:
    """`broken` names the first line that does not fit; `head` is the digest to note down elsewhere."""

    count: int
    head: str
    broken: int | None
    reason: str


def verify(expected_head: str | None = None) -> Verified:
    """Walk the whole chain. An altered, missing or moved line is found; a cut tail only by `expected_head`."""
    previous, count = GENESIS, 0
    seen_head = expected_head in (None, GENESIS)
    for line in AuditLine.objects.order_by("seq").iterator(chunk_size=2000):
        if line.seq != count + 1:
            return Verified(count, previous, count + 1, f"Thiếu dòng {count + 1}.")
        if line.previous != previous:
            return Verified(count, previous, line.seq, f"Dòng {line.seq} không nối với dòng trước.")
        if digest(line) != line.digest:
            return Verified(count, previous, line.seq, f"Dòng {line.seq} đã bị sửa.")
        previous, count = line.digest, line.seq
        seen_head = seen_head or previous == expected_head
    if not seen_head:
        return Verified(count, previous, count + 1, "Không còn dòng cuối đã biết: nhật ký đã bị cắt.")
    return Verified(count, previous, None, "")
