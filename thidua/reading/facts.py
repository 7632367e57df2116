"""What a reading yields. Every list is in the order of the document; `None` means that the text does not say.

Spans are half-open `(start, end)` code-point offsets into the NFC text that was read; a fact that
stands in several places carries several spans. Field names are those of the `--json` contract.
"""

import dataclasses
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812  (two facts have a field named date)
from typing import Any, Literal

Span = tuple[int, int]
Spans = tuple[Span, ...]
Level = Literal["trung_uong", "tinh", "so_nganh", "huyen", "xa", "don_vi"]
Role = Literal["launched", "answered", "mentioned"]
RecipientKind = Literal["ca_nhan", "tap_the", "ho_gia_dinh"]
State = Literal["granted", "proposed", "quota"]
Confidence = Literal["high", "low"]


@dataclass(frozen=True)
class Meta:
    """The document's own identity (form of NĐ 30/2020): what is not printed stays None."""

    type: str | None = None
    number: str | None = None
    date: Day | None = None
    place: str | None = None
    issuer: str | None = None
    title: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    recipients: tuple[str, ...] = ()
    drafter_mark: str | None = None
    spans: dict[str, Span] = dataclasses.field(default_factory=dict)
    """Where each printed field stands (field name → span); not part of the JSON contract's compared fields."""


@dataclass(frozen=True)
class Citation:
    """A document named in the text; the same (type, number, date) named twice is one citation, two spans."""

    type: str | None
    number: str | None
    date: Day | None
    issuer: str | None
    title: str | None
    year: int | None
    as_printed: str
    spans: Spans


@dataclass(frozen=True)
class Movement:
    name: str
    period: str | None
    level: Level | None
    launcher: str | None
    role: Role
    responds_to: str | None
    form: str | None
    plan: str | None
    spans: Spans


@dataclass(frozen=True)
class Task:
    """`deadline` is only set where the text fixes a day; `deadline_text` is the phrase as printed."""

    assignee: str | None
    action: str
    cooperate: str | None
    deadline: Day | None
    deadline_text: str | None
    basis: tuple[str, ...]
    binding: bool
    confidence: Confidence
    spans: Spans


@dataclass(frozen=True)
class Award:
    count: int
    award: str
    award_code: str | None
    recipient_kind: RecipientKind | None
    authority: str | None
    context: str | None
    state: State
    spans: Spans


@dataclass(frozen=True)
class Attendance:
    event: str
    present: int
    expected: int | None
    spans: Spans


@dataclass(frozen=True)
class Warning:
    kind: str
    text: str
    spans: Spans


@dataclass(frozen=True)
class Facts:
    """All that one text yields; `text` is the NFC text that the spans count in."""

    text: str
    meta: Meta
    citations: tuple[Citation, ...] = ()
    movements: tuple[Movement, ...] = ()
    tasks: tuple[Task, ...] = ()
    awards: tuple[Award, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    warnings: tuple[Warning, ...] = ()


def as_json(fact: Any) -> Any:
    """A fact, or a list of them, as JSON values: dates ISO, tuples lists, keys always present."""
    if dataclasses.is_dataclass(fact) and not isinstance(fact, type):
        return {field.name: as_json(getattr(fact, field.name)) for field in dataclasses.fields(fact)}
    if isinstance(fact, dict):
        return {key: as_json(value) for key, value in fact.items()}
    if isinstance(fact, (list, tuple)):
        return [as_json(value) for value in fact]
    if isinstance(fact, Day):
        return fact.isoformat()
    return fact
