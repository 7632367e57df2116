"""Rows of a workbook understood as lines of `enter_many`, and judged beforehand as that verb will judge them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from itertools import count

from thidua.kit.sheets.loading import Answers, Asking, Checked
from thidua.kit.sheets.made import Made
from thidua.kit.sheets.problems import Row
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.rights import Right
from thidua.records.orgs.sheets import Wanted, WhichPerson, WhichUnit
from thidua.records.register import permissions as register_permissions
from thidua.records.register import selectors as register
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document
from thidua.work.initiatives import permissions, rows, services
from thidua.work.initiatives.models import Initiative, Recognition
from thidua.work.initiatives.rows import Drawn, Recognised, Share
from thidua.work.initiatives.sheets.layout import LAYOUT

_AUTHOR = re.compile(
    r"(?P<name>[^\d()%;]+?)\s*(?:\((?P<year>(?:19|20)\d\d)\))?\s*[:,-]?\s*(?:(?P<share>\d+(?:[.,]\d+)?)\s*%?)?"
)
_FACTS = ("kind", "summary", "others")


@dataclass(frozen=True)
class _Told:
    """An author as a cell tells him."""

    name: str
    year: int | None
    share: Decimal | None


class InitiativesLoading:
    layout = LAYOUT
    right = Right.INITIATIVES_WRITE
    opens = "initiatives:list"
    chunk, most = 500, 20_000

    def why_not(self, actor: Actor, body: Unit) -> list[str]:
        return permissions.why_not_write(actor, body)

    def walk(self, *, body: Unit, by: Actor, is_dry: bool) -> "InitiativesPass":
        return InitiativesPass(body=body, by=by, is_dry=is_dry)

    def words(self, line: services.Line) -> str:
        names = ", ".join(share.person.full_name for share in line.authors)
        return f"“{line.title[:120]}”, năm {line.recognised.year}: {names}"

    def write(self, lines: Sequence[services.Line], *, body: Unit, by: Actor, at: datetime) -> Made:
        return services.enter_many(lines, body=body, by=by, at=at)

    def take_back(self, made: Made, *, by: Actor, at: datetime) -> None:
        services.take_back(made, by=by, at=at)


class InitiativesPass:
    def __init__(self, *, body: Unit, by: Actor, is_dry: bool) -> None:
        self._body, self._by, self._is_dry = body, by, is_dry
        self._units = WhichUnit(body=body, by=by)
        self._who = WhichPerson(self._units, by=by, may_be_new=False)
        self._seen: dict[tuple[str, int, int], int] = {}
        self._unsaved = count(-1, -1)

    def wrote(self, made: Made) -> None:
        """Initiatives make neither people nor units."""

    def check(self, rows_read: Sequence[Row], answers: Answers) -> list[Checked]:
        asked = [Asking(row, answers, list(row.problems)) for row in rows_read]
        authors = self._authors(asked)
        deciders = [self._units.find(asking, "decided_by") for asking in asked]
        units = self._units.rows(deciders)
        papers = self._papers(asked, deciders, units)
        lines = [
            self._line(asking, shares, units.get(decider or 0))
            for asking, shares, decider in zip(asked, authors, deciders, strict=True)
        ]
        if self._is_dry:
            self._judge(asked, lines, papers)
        return [asking.done(line) for asking, line in zip(asked, lines, strict=True)]

    def _authors(self, asked: Sequence[Asking]) -> list[tuple[Share, ...]]:
        wanted: list[Wanted] = []
        told: list[tuple[int, _Told]] = []
        for place, asking in enumerate(asked):
            unit = self._units.find(asking, "unit")
            for one in _read_authors(asking):
                told.append((place, one))
                wanted.append(Wanted(asking, one.name, one.year, None, unit))
        keys = self._who.resolve(wanted)
        people = Person.objects.defer("identity_cipher").in_bulk(
            {key for key in keys if isinstance(key, int)}
        )
        found: list[list[Share]] = [[] for _ in asked]
        for (place, one), key in zip(told, keys, strict=True):
            if isinstance(key, int):
                found[place].append(Share(people[key], one.share))
        return [tuple(shares) for shares in found]

    def _papers(
        self, asked: Sequence[Asking], deciders: Sequence[int | None], units: Mapping[int, Unit]
    ) -> dict[Identity, Document]:
        """Decisions by what names them: those of the register, and unsaved stubs of others. One query."""
        named = [
            identity
            for asking, decider in zip(asked, deciders, strict=True)
            if (identity := _decision(asking.row, units.get(decider or 0)))
        ]
        distinct = list(dict.fromkeys(named))
        found = register.find_many(distinct, near=self._body) if distinct else []
        return {one: row or self._stub(one) for one, row in zip(distinct, found, strict=True)}

    def _stub(self, named: Identity) -> Document:
        return Document(
            pk=next(self._unsaved), number=named.number, issued_on=named.issued_on, issuer=named.issuer
        )

    def _line(self, asking: Asking, shares: tuple[Share, ...], decider: Unit | None) -> services.Line | None:
        row = asking.row
        if not asking.is_open:
            return None
        facts = {key: row.values[key] for key in _FACTS if key in row.values}
        recognised = Recognised(
            row.values["scope"],
            row.values["year"],
            _decision(row, decider),
            decider,
            row.get("authority", ""),
            row.get("decided_on"),
            row.get("certificate", ""),
            row.get("printed", ""),
        )
        return services.Line(row.number, row.values["title"], shares, recognised, facts=facts)

    def _judge(
        self,
        asked: Sequence[Asking],
        lines: Sequence[services.Line | None],
        papers: Mapping[Identity, Document],
    ) -> None:
        there = [(asking, line) for asking, line in zip(asked, lines, strict=True) if line is not None]
        drawn = [self._drawn(asking, line, papers) for asking, line in there]
        cards = rows.humans({author.person_id for one in drawn for author in one.authors})
        again = rows.why_not_again(drawn, cards)
        for (asking, _), one, twice in zip(there, drawn, again, strict=True):
            for reason in rows.why_not_so(one.initiative, one.authors, cards):
                asking.fault("name", reason, value=asking.row.get("name"))
            assert one.recognition is not None
            for reason in rows.why_not_recognised(one.recognition, self._by.on):
                asking.fault(self._cell(one.recognition), reason)
            self._again(asking, one, twice)

    def _drawn(self, asking: Asking, line: services.Line, papers: Mapping[Identity, Document]) -> Drawn:
        initiative = Initiative(kept_by=self._body)
        authors = rows.authors_of(initiative, line.authors)
        rows.fill(initiative, authors, {**line.facts, "title": line.title})
        told = line.recognised
        if isinstance(told.document, Identity):
            for reason in register_permissions.why_not_note(self._by, told.document, self._body):
                asking.fault("number", reason, value=told.document.number)
            told = replace(told, document=papers[told.document])
        recognition = Recognition(initiative=initiative)
        rows.fill_recognition(recognition, told)
        return Drawn(initiative, authors, recognition)

    def _cell(self, row: Recognition) -> str:
        if not (row.document or row.printed):
            return "number"
        late = row.decided_on and (row.decided_on > self._by.on or row.decided_on.year < row.year)
        return "decided_on" if late else "year"

    def _again(self, asking: Asking, one: Drawn, twice: Sequence[str]) -> None:
        assert one.recognition is not None
        same = (one.initiative.folded, one.initiative.body_id, one.recognition.year)
        first = self._seen.setdefault(same, asking.row.number)
        if first != asking.row.number and twice:
            asking.fault("title", f"Trùng dòng {first}: cùng tên, cùng năm, cùng tác giả. Bỏ một dòng.")
        else:
            for reason in twice:
                asking.fault("title", reason, value=one.initiative.title)


def _decision(row: Row, decider: Unit | None) -> Identity | None:
    number = row.get("number")
    return Identity("quyet_dinh", number, row.get("decided_on"), decider) if number else None


def _read_authors(asking: Asking) -> list[_Told]:
    """The authors of one cell; what cannot be read is a fault of it."""
    said = asking.row.get("name", "")
    found: list[_Told] = []
    for part in filter(None, (piece.strip() for piece in re.split(r"[;\n]", said))):
        read = _AUTHOR.fullmatch(part)
        if read is None:
            asking.fault("name", f"Chưa hiểu “{part[:60]}”. Ghi ví dụ: Lê Hoàng Nam (1986) 60%.", value=said)
            continue
        share = Decimal(read["share"].replace(",", ".")) if read["share"] else None
        if share is not None and not 0 < share <= rows.WHOLE:
            asking.fault("name", f"Tỷ lệ {read['share']} % ngoài khoảng từ 0 đến 100.", value=said)
            share = None
        found.append(_Told(read["name"].strip(" ,:-"), int(read["year"]) if read["year"] else None, share))
    return found
