"""A database of its own with real processes on it: a SQLite file, or a PostgreSQL database made and dropped here."""

import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg

PROJECT = Path(__file__).resolve().parents[2]
FILE = "thidua.sqlite3"
SERVER = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")


def postgres_answers() -> bool:
    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


class Place:
    """Processes started here are ended in `close`, by their ids. Given another place, it begins as a copy of that."""

    def __init__(self, kind: str, folder: Path, like: "Place | None" = None) -> None:
        self.kind, self.folder = kind, folder
        self.running: list[subprocess.Popen[str]] = []
        self.name = f"thidua_trial_{secrets.token_hex(4)}"
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.faults.trial.settings",
            "PYTHONPATH": str(PROJECT),
            "THIDUA_VAR": str(folder),
        }
        self.environment.pop("DATABASE_URL", None)
        if kind == "postgresql":
            self._server(f"CREATE DATABASE {self.name} TEMPLATE {like.name if like else 'template1'}")
            self.url = SERVER.rpartition("/")[0] + "/" + self.name
            self.environment["DATABASE_URL"] = self.url
        (folder / "static").mkdir()
        if like is None:
            self.python("-m", "django", "migrate", "--verbosity", "0")
        elif kind == "sqlite":
            with sqlite3.connect(like.folder / FILE) as old, sqlite3.connect(folder / FILE) as new:
                old.backup(new)

    def close(self) -> None:
        for process in self.running:
            self.kill(process.pid)
            process.wait()
        if self.kind == "postgresql":
            self._server(f"DROP DATABASE {self.name} WITH (FORCE)")

    def _server(self, statement: str) -> None:
        with psycopg.connect(SERVER, autocommit=True) as connection:
            connection.execute(statement)

    def python(self, *arguments: str) -> str:
        """Run to the end; what it said."""
        done = subprocess.run(
            [sys.executable, *arguments],
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def trial(self, *arguments: object) -> str:
        return self.python("-m", "tests.faults.trial", *map(str, arguments))

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        """A process that goes on; what it says goes to the file `log`."""
        with (self.folder / "log").open("a") as log:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                env=self.environment,
                cwd=self.folder,
                stdout=log,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        self.running.append(process)
        return process

    def worker(self) -> subprocess.Popen[str]:
        return self.begin("-m", "django", "worker")

    def rows(self, statement: str, *values: str) -> list[tuple[Any, ...]]:
        if self.kind == "postgresql":
            with psycopg.connect(self.url) as connection:
                return connection.execute(statement.replace("?", "%s"), values).fetchall()
        with sqlite3.connect(self.folder / FILE, timeout=20) as connection:
            found = connection.execute(statement, values).fetchall()
        connection.close()
        return found

    def job(self, key: str) -> tuple[str, int, int]:
        """(state, step, attempts)"""
        return self.rows("SELECT state, done, attempts FROM jobs_job WHERE key = ?", key)[0]

    def stopped_after(self, key: str) -> float:
        """Seconds from asking to the end."""
        row = self.rows("SELECT cancel_asked_at, finished_at FROM jobs_job WHERE key = ?", key)[0]
        asked, ended = (datetime.fromisoformat(at) if isinstance(at, str) else at for at in row)
        return float((ended - asked).total_seconds())

    def effects(self, key: str) -> Counter[str]:
        """How often each row was written."""
        found = self.rows(
            "SELECT subject FROM audit_auditline WHERE verb = 'trial.row' AND subject_text = ?", key
        )
        return Counter(row for (row,) in found)

    def is_once(self, key: str, count: int) -> bool:
        """Every effect of the job, each once, and the job done."""
        once = {f"row-{number}": 1 for number in range(1, count + 1)}
        return self.job(key)[0] == "done" and self.effects(key) == once

    @staticmethod
    def kill(pid: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def until(true: Callable[[], object], seconds: float, what: str) -> float:
    """Wait; gives the seconds that it took."""
    start = time.monotonic()
    while not true():
        assert time.monotonic() - start < seconds, f"{what}: not within {seconds} s"
        time.sleep(0.05)
    return time.monotonic() - start


def children(pid: int) -> list[int]:
    """Ids of the processes that this one made, in the order made."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def below(pid: int) -> list[int]:
    """Ids of all processes below this one."""
    return [each for child in children(pid) for each in (child, *below(child))]


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
