"""Rows of a workbook understood as lines of the plural verbs, and judged beforehand as those will judge them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from thidua.kit.sheets.layout import Layout
from thidua.kit.sheets.loading import Answers, Asking, Checked
from thidua.kit.sheets.made import Made
from thidua.kit.sheets.problems import Row
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.rights import Right
from thidua.records.orgs.sheets import Wanted, WhichPerson, WhichUnit
from thidua.records.register import selectors as register
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document
from thidua.records.staff import permissions, rows, selectors, services
from thidua.records.staff.models import Discipline, Kept, Rating
from thidua.records.staff.rows import Subject
from thidua.records.staff.sheets.layouts import DISCIPLINE, RATINGS
from thidua.vn.codes import TASK_LEVELS
from thidua.vn.dates import cited_date

_KEPT_AS: dict[type[Kept], tuple[str, ...]] = {
    Rating: ("period", "level"),
    Discipline: ("form", "decided_on", "until"),
}


class _KeptLoading:
    layout: Layout
    right: Right
    opens = "staff:list"
    kind: type[Kept]
    chunk, most = 500, 100_000

    def why_not(self, actor: Actor, body: Unit) -> list[str]:
        return permissions.why_not_write(actor, body, self.kind)

    def walk(self, *, body: Unit, by: Actor, is_dry: bool) -> "KeptPass":
        return KeptPass(self.kind, body=body, by=by, is_dry=is_dry)

    def take_back(self, made: Made, *, by: Actor, at: datetime) -> None:
        services.take_back(made, by=by, at=at)


class RatingsLoading(_KeptLoading):
    layout, right, kind = RATINGS, Right.STAFF_WRITE, Rating

    def words(self, line: services.Line) -> str:
        return f"{line.of}: {TASK_LEVELS[line.facts['level']]}, {line.facts['period'].printed}"

    def write(self, lines: Sequence[services.Line], *, body: Unit, by: Actor, at: datetime) -> Made:
        return services.rate_many(lines, body=body, by=by, at=at)


class DisciplineLoading(_KeptLoading):
    layout, right, kind = DISCIPLINE, Right.DISCIPLINE_WRITE, Discipline

    def words(self, line: services.Line) -> str:
        form, day = Discipline.Form(line.facts["form"]).label, line.facts["decided_on"]
        return f"{line.of}: {form}, ngày {cited_date(day)}"

    def write(self, lines: Sequence[services.Line], *, body: Unit, by: Actor, at: datetime) -> Made:
        return services.enter_discipline_many(lines, body=body, by=by, at=at)


class KeptPass:
    def __init__(self, kind: type[Kept], *, body: Unit, by: Actor, is_dry: bool) -> None:
        self._kind, self._body, self._by, self._is_dry = kind, body, by, is_dry
        self._units = WhichUnit(body=body, by=by)
        self._who = WhichPerson(self._units, by=by, may_be_new=False)
        self._seen: dict[tuple[object, ...], int] = {}

    def wrote(self, made: Made) -> None:
        """Records of staff make neither people nor units."""

    def check(self, rows_read: Sequence[Row], answers: Answers) -> list[Checked]:
        asked = [Asking(row, answers, list(row.problems)) for row in rows_read]
        subjects = self._subjects(asked)
        papers = self._papers(asked)
        lines = [self._line(asking, subject, papers) for asking, subject in zip(asked, subjects, strict=True)]
        if self._is_dry:
            self._judge(asked, lines)
        return [asking.done(line) for asking, line in zip(asked, lines, strict=True)]

    def _subjects(self, asked: Sequence[Asking]) -> list[Subject | None]:
        """Whom each row is about; None where that is a fault or a question."""
        keys: list[tuple[type[Subject], int] | None] = [None] * len(asked)
        wanted: dict[int, Wanted] = {}
        for place, asking in enumerate(asked):
            row = asking.row
            if row.get("of_whom") == "tap_the":
                unit = self._units.find(asking, "name")
                keys[place] = (Unit, unit) if unit else None
            elif name := row.get("name"):
                at = self._units.find(asking, "unit")
                year, number = row.get("birth_year"), row.get("identity", "")
                wanted[place] = Wanted(asking, name, year, None, at, number)
        for place, person in zip(wanted, self._who.resolve(list(wanted.values())), strict=True):
            keys[place] = (Person, person) if isinstance(person, int) else None
        people = Person.objects.in_bulk({key[1] for key in keys if key and key[0] is Person})
        units = self._units.rows(key[1] for key in keys if key and key[0] is Unit)
        found: dict[type[Subject], dict[int, Any]] = {Person: people, Unit: units}
        return [found[key[0]][key[1]] if key else None for key in keys]

    def _papers(self, asked: Sequence[Asking]) -> dict[int, Document | None]:
        """Documents of the register that rows name, by the number of the row; one query."""
        named = {
            asking.row.number: Identity("", number, _day(asking.row), None)
            for asking in asked
            if (number := asking.row.get("number"))
        }
        found = register.find_many(list(named.values()), near=self._body) if named else []
        return dict(zip(named, found, strict=True))

    def _line(
        self, asking: Asking, subject: Subject | None, papers: dict[int, Document | None]
    ) -> services.Line | None:
        row = asking.row
        number, printed = row.get("number", ""), row.get("printed", "")
        if not number and not printed:
            asking.fault("printed", "Cần căn cứ: ghi số văn bản, hoặc ghi lấy từ đâu.")
        if subject is None or not asking.is_open:
            return None
        facts: dict[str, Any] = {key: row.values[key] for key in _KEPT_AS[self._kind] if key in row.values}
        document = papers.get(row.number)
        if document is not None:
            facts["document"] = document
        elif number:
            day = _day(row)
            said = f"số {number}" + (f" ngày {cited_date(day)}" if day else "")
            printed = f"{said}; {printed}" if printed else said
        facts["printed"] = printed
        return services.Line(row.number, subject, facts)

    def _judge(self, asked: Sequence[Asking], lines: Sequence[services.Line | None]) -> None:
        about = [line.of for line in lines if line is not None]
        there = selectors.standing_about(self._kind, about)
        strange = {_key(one) for one in selectors.strangers(self._body, about, self._by)}
        for asking, line in zip(asked, lines, strict=True):
            if line is None:
                continue
            row: Any = self._kind(body=self._body)
            rows.fill(row, {**line.facts, "of": line.of})
            if _key(line.of) in strange:
                asking.fault("name", rows.stranger(line.of, self._body), value=line.of)
            for reason in rows.why_not_so(row, self._by.on):
                asking.fault(self._cell(row), reason, value=asking.row.get(self._cell(row), ""))
            self._again(asking, row, line, there.get(_key(line.of), []))

    def _again(self, asking: Asking, row: Any, line: services.Line, there: Sequence[Any]) -> None:
        same = (row.since, row.until) if self._kind is Rating else (row.form, row.decided_on)
        first = self._seen.setdefault((*_key(line.of), *same), asking.row.number)
        if first != asking.row.number:
            asking.fault("name", f"Trùng dòng {first}. Bỏ một trong hai dòng.", value=line.of)
        for reason in rows.why_not_again(row, there):
            asking.fault("name", reason, value=line.of)

    def _cell(self, row: Any) -> str:
        """Where what is impossible of a sound row must stand: its dates."""
        if self._kind is Rating:
            return "period"
        return "decided_on" if row.decided_on > self._by.on or not row.until else "until"


def _day(row: Row) -> Any:
    return row.get("issued_on") or row.get("decided_on")


def _key(of: Subject) -> tuple[str, int]:
    return ("person" if isinstance(of, Person) else "unit", of.pk)
