"""The audit chain in words. Each app says in its own `sentences.py`, found by itself at start, how its verbs read:

    from thidua.kit.audit.sentences import tell

    tell(
        {"register.issue": "{actor} phát hành {subject}"},
        names={"number": "số", "issued_on": "ngày ban hành"},       # keys of `changes` that are shown, in this order
        values={"state": Document.State},                           # codes of a key → words
    )

A page of one record: `history(subject)` after `visible_to`; a page of the whole chain: `told(line)` for each line.

Nothing personal is kept in the chain for show: `changes`, `text` and `note` never hold an identity number (a verb
records only that there is one), and keys without a name here are not shown. What looks like one is covered all the same.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from string import Formatter
from typing import Any

from django.db import models
from django.utils import timezone

from thidua.kit.audit.chain import subject_key
from thidua.kit.audit.models import AuditLine
from thidua.vn.dates import short_date

Words = Mapping[str, str] | type[models.TextChoices]

_sentences: dict[str, str] = {}
_names: dict[tuple[str, str], str] = {}
_values: dict[tuple[str, str], dict[str, str]] = {}

_IDENTITY = re.compile(r"(?<!\d)0\d{11}(?!\d)")
"""All twelve-digit identity numbers begin with 0, no sum of money does."""
_COVERED = "(đã che)"
_LONG = 160


@dataclass(frozen=True, slots=True)
class Told:
    """One line in words, fit for the `history` part of a page (`at`, `text`, `detail`)."""

    at: datetime
    sentence: str
    """ "Trần Ngọc Lan phát hành 46/KH-SDL", without a full stop."""
    changes: str
    """ "số: 45 → 46; ngày ban hành: 12/06/2024"; empty for none."""
    note: str
    verb: str = ""

    @property
    def text(self) -> str:
        return self.sentence

    @property
    def detail(self) -> str:
        return "; ".join(part for part in (self.changes, self.note) if part)


def tell(
    sentences: Mapping[str, str],
    *,
    names: Mapping[str, str] | None = None,
    values: Mapping[str, Words] | None = None,
) -> None:
    """Say how the verbs of one app read. A sentence may name {actor} and {subject}. ValueError when told otherwise before."""
    apps = {verb.partition(".")[0] for verb in sentences}
    for verb, sentence in sentences.items():
        fields = {field for _, field, _, _ in Formatter().parse(sentence) if field is not None}
        if "." not in verb or not {"actor"} <= fields <= {"actor", "subject"}:
            raise ValueError(f"{verb}: {sentence!r} needs {{actor}}, may have {{subject}}, and nothing else")
        if _sentences.setdefault(verb, sentence) != sentence:
            raise ValueError(f"{verb} is told twice, differently")
    for app in apps:
        _names.update({(app, key): name for key, name in (names or {}).items()})
        _values.update({(app, key): _words(words) for key, words in (values or {}).items()})


def is_told(verb: str) -> bool:
    """Whether an app has said how this verb reads."""
    return verb in _sentences


def sentence(line: AuditLine) -> str:
    """One line whole: "Trần Ngọc Lan phát hành 46/KH-SDL (ngày ban hành: 12/06/2024)"."""
    words = told(line)
    return f"{words.sentence} ({words.changes})" if words.changes else words.sentence


def told(line: AuditLine) -> Told:
    """One line in words; a verb that no app has told reads neutrally."""
    app = line.verb.partition(".")[0]
    form = _sentences.get(line.verb, "{actor} thực hiện việc “" + _braced(line.verb) + "” đối với {subject}")
    head = form.format(actor=line.actor_name or line.actor, subject=line.subject_text or "(không ghi tên)")
    return Told(line.at, _covered(head), _changes(app, line.changes), _covered(line.note), line.verb)


def history(subject: models.Model | str, limit: int = 50) -> list[Told]:
    """What happened to one record, newest first. The page must have fetched the record through `visible_to`."""
    key = subject if isinstance(subject, str) else subject_key(subject)
    return [told(line) for line in AuditLine.objects.filter(subject=key).order_by("-seq")[:limit]]


def _changes(app: str, changes: Mapping[str, Any]) -> str:
    shown = [(name, key) for (owner, key), name in _names.items() if owner == app and key in changes]
    said = (_change(name, changes[key], _values.get((app, key), {})) for name, key in shown)
    return "; ".join(change for change in said if change)


def _change(name: str, change: Any, words: Mapping[str, str]) -> str:
    """One change: [before, after], or a plain value."""
    if not (isinstance(change, list) and len(change) == 2):
        value = _value(change, words)
        return f"{name}: {value}" if value else ""
    before, after = (_value(value, words) for value in change)
    if before == after:
        return ""
    if before and after:
        return f"{name}: {before} → {after}"
    return f"{name}: {after}" if after else f"{name}: bỏ “{before}”"


def _value(value: Any, words: Mapping[str, str]) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return words.get(str(value), "có" if value else "không")
    if isinstance(value, list):
        return ", ".join(_value(each, words) for each in value)
    if isinstance(value, dict):
        return ""
    text = str(value)
    text = words.get(text) or _day(text) or text
    return _covered(text if len(text) <= _LONG else text[:_LONG].rstrip() + "…")


def _day(text: str) -> str:
    """A day or a moment as people write it; "" for other text."""
    try:
        if len(text) == 10:
            return short_date(date.fromisoformat(text))
        moment = datetime.fromisoformat(text) if re.match(r"\d{4}-\d\d-\d\dT", text) else None
    except ValueError:
        return ""
    if moment is None:
        return ""
    moment = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return f"{moment:%H:%M} {short_date(moment.date())}"


def _covered(text: str) -> str:
    return _IDENTITY.sub(_COVERED, text)


def _braced(verb: str) -> str:
    return verb.replace("{", "{{").replace("}", "}}")


def _words(words: Words) -> dict[str, str]:
    if isinstance(words, Mapping):
        return dict(words)
    pairs: Iterable[tuple[Any, Any]] = words.choices
    return {str(code): str(label) for code, label in pairs}
