"""Rows of a workbook understood as lines of `enter_many`, and judged beforehand as that verb will judge them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import Any

from thidua.kit.sheets.alike import nearest
from thidua.kit.sheets.loading import Answers, Asking, Checked
from thidua.kit.sheets.made import Made
from thidua.kit.sheets.problems import Row
from thidua.records.awards import kinds, permissions, rows, services
from thidua.records.awards.models import COLLECTIVE, HOUSEHOLD, PERSON, Award, Household
from thidua.records.awards.rows import NewHousehold, Recipient
from thidua.records.awards.sheets.layout import LAYOUT
from thidua.records.awards.standing import Standing
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.rights import Right
from thidua.records.orgs.sheets import Wanted, WhichPerson, WhichUnit
from thidua.records.register import permissions as register_permissions
from thidua.records.register import selectors as register
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document
from thidua.vn.fold import fold

_CELLS = {"decision": "number", "of_whom": "of_whom", "count": "count"}
"""Fact → column, where they are not called the same."""
_REMEMBERED = 20_000
_PLAIN = ("category", "occasion", "authority", "certificate", "printed", "sort", "period")


class AwardsLoading:
    layout = LAYOUT
    right = Right.AWARDS_WRITE
    opens = "awards:list"
    chunk, most = 500, 100_000

    def why_not(self, actor: Actor, body: Unit) -> list[str]:
        return permissions.why_not_write(actor, body)

    def walk(self, *, body: Unit, by: Actor, is_dry: bool) -> "AwardsPass":
        return AwardsPass(body=body, by=by, is_dry=is_dry)

    def words(self, line: services.Line) -> str:
        facts = line.facts
        known = kinds.names().get(facts["kind"], facts["kind"])
        who = f"{facts['count']} người, tập thể" if line.recipient is None else _called(line.recipient)
        by = f", theo {facts['decision'].number}" if "decision" in facts else ""
        return f"{known}, {facts['period'].printed}: {who}{by}"

    def write(self, lines: Sequence[services.Line], *, body: Unit, by: Actor, at: datetime) -> Made:
        return services.enter_many(lines, body=body, by=by, at=at)

    def take_back(self, made: Made, *, by: Actor, at: datetime) -> None:
        services.take_back(made, by=by, at=at)


class AwardsPass:
    def __init__(self, *, body: Unit, by: Actor, is_dry: bool) -> None:
        self._body, self._by, self._is_dry = body, by, is_dry
        self._units = WhichUnit(body=body, by=by)
        self._who = WhichPerson(self._units, by=by, may_be_new=False)
        self._seen: dict[int, int] = {}
        self._codes: dict[str, str] = {}
        self._unsaved = count(-1, -1)
        self._pattern = Award(body=body)
        self._kept_people: dict[int, Person] = {}

    def wrote(self, made: Made) -> None:
        """Awards make neither people nor units."""

    def check(self, rows_read: Sequence[Row], answers: Answers) -> list[Checked]:
        asked = [Asking(row, answers, list(row.problems)) for row in rows_read]
        told = [self._understood(asking) for asking in asked]
        self._recipients(asked, told)
        units = self._units.rows(
            key for facts in told for key in (facts["unit"], facts["decided_by"], facts["collective"])
        )
        people = self._people(told)
        lines = [self._line(asking, facts, units, people) for asking, facts in zip(asked, told, strict=True)]
        if self._is_dry:
            self._judge(asked, lines)
        return [asking.done(line) for asking, line in zip(asked, lines, strict=True)]

    def _understood(self, asking: Asking) -> dict[str, Any]:
        """Keys of units, kind of recipient and title; faults at their cells."""
        row = asking.row
        name, number = row.get("name"), row.get("count")
        if row.is_blank("name") and row.is_blank("count"):
            asking.fault("name", "Thiếu người nhận. Ghi tên, hoặc để trống và ghi số lượng.")
        of_whom = row.get("of_whom", PERSON)
        if name is not None and number is not None and number != 1:
            asking.fault("count", "Dòng có tên thì số lượng là 1. Bỏ trống ô này, hoặc bỏ tên.", value=number)
        if number is not None and not isinstance(number, int):
            asking.fault("count", "Số lượng là số nguyên. Kiểm tra lại.", value=number)
        if row.get("issued_on") and not row.get("number"):
            asking.fault("number", "Có ngày ký mà thiếu số quyết định. Ghi số, hoặc bỏ ngày.")
        collective = self._units.find(asking, "name") if name and of_whom == COLLECTIVE else None
        return {
            "of_whom": of_whom,
            "collective": collective,
            "unit": self._units.find(asking, "unit"),
            "decided_by": self._units.find(asking, "decided_by"),
            "kind": self._kind(asking),
            "person": None,
        }

    def _kind(self, asking: Asking) -> str:
        said = asking.row.get("kind", "")
        if said not in self._codes:
            self._codes[said] = kinds.by_name().get(fold(said), "")
        code = self._codes[said]
        if said and not code and "sort" not in asking.row.values:
            known = {fold(name): name for name in kinds.names().values()}
            meant = ", ".join(f"“{known[name]}”" for name in nearest(fold(said), known))
            hint = f" Có phải: {meant}?" if meant else ""
            asking.fault(
                "kind", f"“{said[:80]}” không có trong danh mục danh hiệu, hình thức.{hint}", value=said
            )
        return code or said

    def _recipients(self, asked: Sequence[Asking], told: Sequence[dict[str, Any]]) -> None:
        named = [
            place
            for place, one in enumerate(told)
            if one["of_whom"] == PERSON and asked[place].row.get("name")
        ]
        wanted = [
            Wanted(
                asked[place],
                asked[place].row.values["name"],
                asked[place].row.get("birth_year"),
                None,
                told[place]["unit"],
                asked[place].row.get("identity", ""),
            )
            for place in named
        ]
        for place, person in zip(named, self._who.resolve(wanted), strict=True):
            told[place]["person"] = person

    def _people(self, told: Sequence[Mapping[str, Any]]) -> dict[int, Person]:
        """Kept for the rows to come: lists of many years name the same people over and over."""
        wanted = {one["person"] for one in told} - {None}
        if len(self._kept_people) > _REMEMBERED:
            self._kept_people.clear()
        if new := wanted - self._kept_people.keys():
            self._kept_people |= Person.objects.in_bulk(new)
        return {pk: self._kept_people[pk] for pk in wanted}

    def _line(
        self,
        asking: Asking,
        told: Mapping[str, Any],
        units: Mapping[int, Unit],
        people: Mapping[int, Person],
    ) -> services.Line | None:
        row = asking.row
        if not asking.is_open:
            return None
        facts = {key: row.values[key] for key in _PLAIN if key in row.values}
        facts |= {"kind": told["kind"], "of_whom": told["of_whom"]}
        if told["decided_by"]:
            facts["decided_by"] = units[told["decided_by"]]
        if number := row.get("number"):
            facts["decision"] = Identity("quyet_dinh", number, row.get("issued_on"), facts.get("decided_by"))
        recipient: Recipient | NewHousehold | None = None
        if not row.get("name"):
            facts["count"] = row.get("count")
            if unit := units.get(told["unit"] or 0):
                facts["home"] = unit.body or unit
        elif told["of_whom"] == PERSON:
            recipient = people[told["person"]]
        elif told["of_whom"] == HOUSEHOLD:
            recipient = NewHousehold(row.values["name"], row.get("address", ""))
        else:
            recipient = units[told["collective"]]
        return services.Line(row.number, recipient, facts)

    def _judge(self, asked: Sequence[Asking], lines: Sequence[services.Line | None]) -> None:
        """As the verb will: with the papers and households that stand, and unsaved ones for those that do not yet."""
        there = [(asking, line) for asking, line in zip(asked, lines, strict=True) if line is not None]
        papers = self._papers([line for _, line in there])
        homes = self._households([line for _, line in there])
        noted = {named: register_permissions.why_not_note(self._by, named, self._body) for named in papers}
        drawn: list[tuple[Asking, Award]] = []
        for asking, line in there:
            facts = dict(line.facts)
            if isinstance(named := facts.get("decision"), Identity):
                for reason in noted[named]:
                    asking.fault("issued_on" if named.issued_on else "number", reason, value=named.number)
                facts["decision"] = papers[named]
            if isinstance(line.recipient, NewHousehold):
                facts["recipient"] = homes[_folded(line.recipient)]
            elif line.recipient is not None:
                facts["recipient"] = line.recipient
            if line.recipient is not None:
                facts["home"] = self._body  # whose award it is tells nothing of whether it stands
            award = rows.like(self._pattern)
            rows.fill(award, facts)
            # A period that has not begun is after any decision: said once.
            faults = dict(rows.faults(award, self._by.on))
            if "period" in faults:
                faults.pop("decision", None)
            for fact, reason in faults.items():
                self._fault(asking, fact, reason, award)
            drawn.append((asking, award))
        self._again(drawn)

    def _fault(self, asking: Asking, fact: str, reason: str, award: Award) -> None:
        key = _CELLS.get(fact, fact)
        if key == "number" and award.decision and award.decision.issued_on:
            key = "issued_on"
        values = asking.row.values
        key = "name" if key == "of_whom" and key not in values else key
        asking.fault(key, reason, value=values.get(key, ""))

    def _again(self, drawn: Sequence[tuple[Asking, Award]]) -> None:
        standing = Standing(award for _, award in drawn)
        for asking, award in drawn:
            if not asking.is_open:
                continue
            number = asking.row.number
            first = self._seen.setdefault(_same(award), number)
            if first != number:
                asking.fault("name", f"Trùng dòng {first}: cùng người nhận, danh hiệu, kỳ. Bỏ một dòng.")
            elif award.is_aggregate and standing.figure(award):
                asking.note("count", "Số lượng này đã có trong sổ, không ghi lại.")
                asking.is_left_out = True
            else:
                for reason in standing.why_not_again(award):
                    asking.fault("name", reason, value=award.recipient)

    def _papers(self, lines: Sequence[services.Line]) -> dict[Identity, Document]:
        named = [line.facts["decision"] for line in lines if "decision" in line.facts]
        distinct = list(dict.fromkeys(named))
        found = register.find_many(distinct, near=self._body) if distinct else []
        return {identity: row or self._paper(identity) for identity, row in zip(distinct, found, strict=True)}

    def _paper(self, identity: Identity) -> Document:
        """A stub as it will be made. Its key only tells it from others."""
        return Document(
            pk=next(self._unsaved),
            number=identity.number,
            issued_on=identity.issued_on,
            issuer=identity.issuer,
        )

    def _households(self, lines: Sequence[services.Line]) -> dict[str, Household]:
        named = {
            _folded(line.recipient): line.recipient
            for line in lines
            if isinstance(line.recipient, NewHousehold)
        }
        if not named:
            return {}
        there = Household.objects.filter(kept_by=self._body, folded__in=named)
        found = {row.folded: row for row in there}
        return {
            folded: found.get(folded)
            or Household(pk=next(self._unsaved), head=new.head, address=new.address, folded=folded)
            for folded, new in named.items()
        }


def _folded(new: NewHousehold) -> str:
    return fold(f"{new.head}, {new.address}")[:330]


def _same(award: Award) -> int:
    """What two rows of a sheet that tell the same award have in common. A form may come by several decisions."""
    paper = award.decision
    by = (paper.number, paper.issued_on) if paper and award.sort != Award.Sort.TITLE else None
    if award.is_aggregate:
        by = (award.count, award.home_id, award.authority, award.occasion, paper.number if paper else "")
        who: object = award.of_whom
    elif award.household:
        who = award.household.folded
    else:
        who = (award.person_id, award.unit_id)
    return hash((who, award.code, award.name, award.since, award.until, award.category, by))


def _called(recipient: Recipient | NewHousehold) -> str:
    return f"Hộ {recipient.head}" if isinstance(recipient, NewHousehold) else str(recipient)
