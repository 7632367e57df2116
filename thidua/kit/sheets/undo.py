"""Taking back to the row what a plural verb made: whether nothing has come to rest on it, and then the deletion.

Knows no noun: what points at a row is read off the models, what was done to it off the audit chain.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from django.db.models.fields.reverse_related import ManyToOneRel

from thidua.kit.audit.models import AuditLine
from thidua.kit.sheets.made import Made

REASONS = 20
_CHUNK = 500
_LOOKS = r"^[a-z]+\.(read|find|look)_"
Kept = tuple[type[Model], int, str]


def why_not_take_back(made: Made, *, own_verbs: Collection[str]) -> list[str]:
    """Rows that are gone, that something outside `made` points at, or on which another verb has left a line.

    `own_verbs`: those of the making itself, which say nothing of a change; neither do mere looks (`read_…`, `find_…`,
    `look_…`). One reason a row, the rows in the order of their making, at most REASONS and a closing count. The number of
    queries grows with chunks of rows, not rows.
    """
    found: dict[tuple[str, int], Kept] = {}
    for label, keys in made.rows.items():
        model = apps.get_model(label)
        for kept in (*_gone(model, keys), *_pointed_at(model, keys, made), *_changed(model, keys, own_verbs)):
            found.setdefault((label, kept[1]), kept)
    places = {key: place for place, key in enumerate(_keys(made))}
    listed = [found[key] for key in sorted(found, key=lambda key: places[key])]
    more = [f"Và {len(listed) - REASONS} dòng khác."] if len(listed) > REASONS else []
    return _in_words(listed[:REASONS]) + more


def erase(made: Made) -> None:
    """Delete exactly these rows, what refers before what it refers to; `why_not_take_back` was asked in the same
    transaction, and constraints of the database guard what it could have missed."""
    for label, keys in made.backwards():
        rows = apps.get_model(label)._base_manager.all()
        for chunk in _chunks(sorted(keys, reverse=True)):
            found = rows.filter(pk__in=chunk)
            found._raw_delete(found.db)  # what points here was looked at: no second look for each row


def _keys(made: Made) -> Iterator[tuple[str, int]]:
    return ((label, key) for label, keys in made.rows.items() for key in keys)


def _gone(model: type[Model], keys: Sequence[int]) -> Iterator[Kept]:
    for chunk in _chunks(keys):
        there = set(model._base_manager.filter(pk__in=chunk).values_list("pk", flat=True))
        yield from ((model, key, "không còn trong hệ thống") for key in chunk if key not in there)


def _pointed_at(model: type[Model], keys: Sequence[int], made: Made) -> Iterator[Kept]:
    """By a key of any model of the project, rows that were made together left out."""
    for field in pointing_at(model):
        other: type[Model] = field.model
        together = set(made.of(other))
        why = f"đã được dùng ở {named}" if (named := _called(other)) else "đã được ghi thêm thông tin"
        for chunk in _chunks(keys):
            rows = other._base_manager.filter(**{f"{field.name}__in": chunk})
            for pk, key in rows.values_list("pk", field.attname):
                if pk not in together:
                    yield model, key, why


def pointing_at(model: type[Model]) -> list[Any]:
    """The foreign keys of all models that point at this one; a table between two models is one of them."""
    found = [
        relation.field
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, ManyToOneRel)
    ]
    return [field for field in found if isinstance(field, Field) and field.concrete]


def _called(model: type[Model]) -> str:
    """Its Vietnamese name, where it was given one."""
    return str(model._meta.original_attrs.get("verbose_name", ""))


def _changed(model: type[Model], keys: Sequence[int], own_verbs: Collection[str]) -> Iterator[Kept]:
    label = model._meta.label
    for chunk in _chunks(keys):
        subjects = [f"{label}:{key}" for key in chunk]
        lines = AuditLine.objects.filter(subject__in=subjects)
        lines = lines.exclude(verb__in=own_verbs).exclude(outer__in=own_verbs).exclude(verb__regex=_LOOKS)
        for subject in lines.values_list("subject", flat=True):
            yield model, int(subject.rpartition(":")[2]), "đã được sửa hoặc dùng đến sau khi nạp"


def _in_words(kept: Iterable[Kept]) -> list[str]:
    rows = list(kept)
    texts: dict[tuple[type[Model], int], str] = {}
    for model in {row[0] for row in rows}:
        there = model._base_manager.in_bulk([row[1] for row in rows if row[0] is model])
        texts |= {(model, int(pk)): str(obj) for pk, obj in there.items()}
    return [f"{texts.get((model, key)) or f'Dòng mã {key}'}: {why}." for model, key, why in rows]


def _chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))
