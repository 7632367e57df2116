"""Hundreds of thousands of rows into their tables: COPY on PostgreSQL, prepared statements on SQLite, in bounded memory."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

AT_ONCE = 20_000


class Table:
    """Rows of one model as tuples of `columns` (attribute names); other columns have `same`, their default, or NULL.

    Values go to the driver as they are: days as ISO text, moments as `moment` gives them.
    """

    def __init__(self, model: type[Model], *columns: str, **same: Any) -> None:
        self.model = model
        known = {field.attname: field for field in model._meta.concrete_fields}
        rest = {
            name: field.get_default()
            for name, field in known.items()
            if name not in columns and not field.primary_key and not field.null
        } | same
        assert set(columns) | set(rest) <= set(known), f"{model.__name__} has no such columns"
        assert None not in rest.values(), f"{model.__name__}: {rest}"
        self.columns = [known[name].column for name in ("id", *columns, *rest)]
        self.rest = tuple(rest.values())
        self.rows: list[tuple[Any, ...]] = []
        self.count = 0
        self.last = model._base_manager.order_by("-pk").values_list("pk", flat=True).first() or 0

    def add(self, *values: Any) -> int:
        """The key that the row will have."""
        self.last += 1
        self.count += 1
        self.rows.append((self.last, *values, *self.rest))
        return self.last

    def empty(self) -> None:
        """Everything that waits goes to the database."""
        if not self.rows:
            return
        names = ", ".join(map(connection.ops.quote_name, self.columns))
        table = connection.ops.quote_name(self.model._meta.db_table)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    for row in self.rows:
                        copy.write_row(row)
            else:
                marks = ", ".join(["%s"] * len(self.columns))
                cursor.executemany(
                    f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608  names of our own tables
                    self.rows,
                )
        self.rows.clear()


class Pour:
    """Tables that are filled together, those that are referred to first; inside one transaction."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self.tables = tables
        if connection.vendor == "postgresql":
            names = ", ".join(connection.ops.quote_name(table.model._meta.db_table) for table in tables)
            with connection.cursor() as cursor:
                # Keys are counted up here, so nobody else may write; and they are checked with each batch, not all at the end.
                cursor.execute(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def settle(self, at_least: int = AT_ONCE) -> None:
        """Empty all tables once so many rows wait together."""
        if sum(len(table.rows) for table in self.tables) >= at_least:
            for table in self.tables:
                table.empty()

    def end(self) -> None:
        """What waits goes in, sequences go on after the last key, the planner learns what the tables hold."""
        self.settle(0)
        models = [table.model for table in self.tables]
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)


def moment(at: datetime) -> str:
    """A moment as both drivers take it."""
    return str(connection.ops.adapt_datetimefield_value(at))
