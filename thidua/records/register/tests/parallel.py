"""Several officers at once: real threads, each with its own connection, on a database that several can write to."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections


def at_once(act: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
    """Run `act(item)` in a thread each; results in order, exceptions in the place of results."""
    items = list(items)
    outcomes: list[Any] = [None] * len(items)

    def run(place: int, item: Any) -> None:
        try:
            outcomes[place] = act(item)
        except Exception as problem:
            outcomes[place] = problem
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


@pytest.fixture
def real_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """SQLite's test database moved from memory into a file, where writers queue as they do in earnest; PostgreSQL as it is."""
    default = connections["default"]
    if default.vendor != "sqlite" or not default.is_in_memory_db():
        yield
        return
    default.ensure_connection()
    memory, in_memory = default.settings_dict["NAME"], default.connection
    path = str(tmp_path / "parallel.sqlite3")
    target = sqlite3.connect(path)
    in_memory.backup(target)
    target.close()
    default.connection, default.settings_dict["NAME"] = None, path
    yield
    default.close()
    default.connection, default.settings_dict["NAME"] = in_memory, memory
