"""What a query of a report is asked, and what it finds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from thidua.outlook.reports.built import Figure, Item
from thidua.outlook.reports.figures.records import Records
from thidua.outlook.reports.outline import BlockSpec
from thidua.vn.periods import Period


@dataclass(frozen=True)
class Asking:
    """One block's question. `period` is the stretch that the block's window means for this report."""

    records: Records
    spec: BlockSpec
    period: Period

    def param(self, name: str) -> tuple[str, ...]:
        """A parameter as a list of words, whether one or many stand in the outline."""
        value = self.spec.params.get(name, ())
        return (str(value),) if isinstance(value, str) else tuple(str(each) for each in value)


@dataclass(frozen=True)
class Found:
    """The lines found, in order of printing, and where they were looked for, in a sentence."""

    items: Sequence[Item] = ()
    words: str = ""


Tally = Callable[[Asking, Sequence[Item]], Sequence[Figure]]


@dataclass(frozen=True)
class Query:
    """A named question. `noun` is what its lines are counted as; `tally` makes figures beyond the count of the lines that
    the officer kept; `gives` are their names."""

    run: Callable[[Asking], Found]
    noun: str
    params: frozenset[str] = frozenset()
    gives: frozenset[str] = frozenset()
    tally: Tally | None = None
    choices: Mapping[str, frozenset[Any]] = field(default_factory=dict)
    """What a parameter may say; others are free words."""
