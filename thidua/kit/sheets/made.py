"""What a plural verb made, so that it can be taken back to the row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Self

from django.db.models import Model


@dataclass
class Made:
    """Every row that one verb inserted: model label ("awards.Award") → primary keys, in the order of making.

    Side effects belong to it too: the document stub, the household, the name of a unit. Rows that the verb only
    found, or changed, do not: an undo deletes what is named here and nothing else.
    """

    rows: dict[str, list[int]] = field(default_factory=dict)

    def add(self, *objects: Model) -> None:
        """Note saved rows; of one model or of several."""
        for obj in objects:
            self.rows.setdefault(obj._meta.label, []).append(int(obj.pk))

    def add_keys(self, model: type[Model], keys: Iterable[int]) -> None:
        """Note rows of which only the keys are at hand."""
        self.rows.setdefault(model._meta.label, []).extend(keys)

    def merge(self, other: "Made") -> None:
        """Take over what another verb made after this one."""
        for label, keys in other.rows.items():
            self.rows.setdefault(label, []).extend(keys)

    def of(self, model: type[Model]) -> list[int]:
        """The keys of one model; empty when none was made."""
        return self.rows.get(model._meta.label, [])

    def backwards(self) -> Iterator[tuple[str, list[int]]]:
        """Models in reverse order of their first row: what refers comes before what it refers to."""
        return reversed(list(self.rows.items()))

    def __len__(self) -> int:
        return sum(map(len, self.rows.values()))

    def __bool__(self) -> bool:
        return any(self.rows.values())

    def as_json(self) -> dict[str, list[int]]:
        """For a JSONField; key order is the order of making."""
        return {label: list(keys) for label, keys in self.rows.items()}

    @classmethod
    def from_json(cls, stored: dict[str, list[int]]) -> Self:
        return cls({label: list(keys) for label, keys in stored.items()})
