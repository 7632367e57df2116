"""Acts at the same moment, on a database that several connections can really use.

@pytest.mark.django_db(transaction=True)
def test_…(tmp_path):
    with real_database(tmp_path):
        results = at_once(lambda: …, lambda: …)
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connections


@contextmanager
def real_database(folder: Path) -> Iterator[None]:
    """Inside, the default database is one that commits: on SQLite a file with the tables of the test database.

    The SQLite of the tests lives in memory, where connections lock each other out instead of waiting.
    """
    memory = connections["default"]
    if memory.vendor != "sqlite" or not memory.is_in_memory_db():
        yield
        return
    memory.ensure_connection()
    path = folder / "test.sqlite3"
    with sqlite3.connect(path) as file:
        memory.connection.backup(file)
        file.execute("PRAGMA journal_mode=WAL")  # as every database that was opened once
    file.close()
    name = connections.settings["default"]["NAME"]
    connections.settings["default"]["NAME"] = str(path)
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"]["NAME"] = name
        connections["default"] = memory


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What the acts return, each run in a thread with a connection of its own, all started at one moment.

    An act that raises gives its exception in place of a result.
    """
    barrier, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        try:
            barrier.wait(20)
            results[place] = act()
        except Exception as fault:
            results[place] = fault
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results
