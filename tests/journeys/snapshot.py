"""The demo province, loaded once a session: each journey finds the rows and files of the first load put back."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone

from thidua.records.orgs.actors import system
from thidua.records.orgs.services import sync_outside_bodies
from thidua.web.demo import load

PASSWORD = "chỉ để thử 2026"


@dataclass(frozen=True)
class Snapshot:
    """Columns and rows of every table, as the driver gives them, and a copy of the files."""

    tables: dict[str, tuple[list[str], list[tuple[Any, ...]]]]
    files: Path


def load_demo() -> None:
    today = timezone.localdate()
    sync_outside_bodies(by=system(today), at=timezone.now())
    load.load(at=timezone.now(), today=today, password=PASSWORD)


def take(files: Path, kept: Path) -> Snapshot:
    """`files`: where the installation keeps them; `kept`: a folder that does not exist yet."""
    shutil.copytree(files, kept)
    tables = {}
    with connection.cursor() as cursor:
        for name in _tables():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608  names of our own tables
            tables[name] = ([column[0] for column in cursor.description], cursor.fetchall())
    return Snapshot(tables, kept)


def put_back(snapshot: Snapshot, files: Path) -> None:
    """Keys are checked when the transaction ends, so the order of the tables does not matter."""
    shutil.copytree(snapshot.files, files, dirs_exist_ok=True)
    quoted = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        for name, (columns, rows) in snapshot.tables.items():
            cursor.execute(f"DELETE FROM {quoted(name)}")  # noqa: S608  names of our own tables
            if rows:
                into = f"{quoted(name)} ({', '.join(map(quoted, columns))})"
                cursor.executemany(f"INSERT INTO {into} VALUES ({', '.join(['%s'] * len(columns))})", rows)  # noqa: S608
        for line in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
            cursor.execute(line)


def _tables() -> list[str]:
    return list(connection.introspection.django_table_names(only_existing=True))
