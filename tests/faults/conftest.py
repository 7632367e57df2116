"""Slow suites: only where they are asked for by name (`make faults`); `make test` runs the brief form alone."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.place import Place, postgres_answers

BRIEF = "test_kill_briefly.py"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if collection_path.name == BRIEF or any("faults" in argument for argument in config.args):
        return None
    return collection_path.is_file() or None


@pytest.fixture(scope="session")
def migrated(tmp_path_factory) -> Iterator[Callable[[str], Place]]:
    """A place of each kind with all tables, made when first asked for."""
    made: dict[str, Place] = {}

    def of(kind: str) -> Place:
        if kind not in made:
            made[kind] = Place(kind, tmp_path_factory.mktemp(kind))
        return made[kind]

    yield of
    for each in made.values():
        each.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path, migrated) -> Iterator[Place]:
    if request.param == "postgresql" and not postgres_answers():
        pytest.skip("no PostgreSQL answers")
    made = Place(request.param, tmp_path, migrated(request.param))
    yield made
    made.close()


@pytest.fixture
def say(capsys, place):
    """Measured figures, printed past the capture: they go into the record."""

    def said(text: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n  {place.kind}: {text}")

    return said
