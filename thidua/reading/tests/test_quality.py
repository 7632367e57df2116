"""How good the reading is, against its goals: our own samples, and the seeds where they lie on the machine."""

import importlib
from collections.abc import Callable
from typing import Any

import pytest

from thidua.reading.facts import as_json
from thidua.reading.tests.labelled import DEVELOPMENT, HELD_OUT, Labelled, samples, seeds, seeds_folder
from thidua.reading.tests.mutate import mutated
from thidua.reading.tests.scoring import GOALS_SEEDS, GOALS_UNSEEN, MEASURES, micro_average, score

Read = Callable[[str], Any]


@pytest.fixture
def read() -> Read:
    found = getattr(importlib.import_module("thidua.reading"), "read", None)
    if found is None:
        pytest.skip("thidua.reading.read does not exist yet")
    function: Read = found
    return function


@pytest.fixture
def originals() -> list[Labelled]:
    found = seeds()
    if not found:
        pytest.skip(f"no seeds in {seeds_folder()}; THIDUA_SEEDS names another folder")
    return found


def short_of(read: Read, documents: list[Labelled], goals: dict[str, float]) -> dict[str, str]:
    """The measures under their goals: empty when all is well."""
    totals = micro_average([score(as_json(read(one.text)), one.label) for one in documents])
    figures = {measure: totals[measure].figure for measure in MEASURES}
    return {name: f"{value:.3f} < {goals[name]}" for name, value in figures.items() if value < goals[name]}


@pytest.mark.parametrize("half", [DEVELOPMENT, HELD_OUT])
def test_the_samples_are_read_as_well_as_unseen_documents_should_be(read: Read, half: str) -> None:
    assert short_of(read, samples(half), GOALS_UNSEEN) == {}


def test_the_seeds_are_read_well(read: Read, originals: list[Labelled]) -> None:
    assert short_of(read, originals, GOALS_SEEDS) == {}


@pytest.mark.parametrize("turn", [0, 1])
def test_the_seeds_are_read_as_well_with_everything_changed(
    read: Read, originals: list[Labelled], turn: int
) -> None:
    assert short_of(read, [mutated(one, turn) for one in originals], GOALS_SEEDS) == {}
