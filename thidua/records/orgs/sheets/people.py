"""People with their main positions, as a workbook."""

from collections.abc import Sequence
from datetime import date, datetime

from thidua.kit.sheets.alike import near
from thidua.kit.sheets.layout import Column, Layout
from thidua.kit.sheets.loading import Answers, Asking, Checked
from thidua.kit.sheets.made import Made
from thidua.kit.sheets.problems import NEW, SKIP, Choice, Question, Row
from thidua.records.orgs import permissions, services
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Position, Unit
from thidua.records.orgs.rights import Right
from thidua.records.orgs.sheets.which_person import Wanted, WhichPerson, who_columns
from thidua.records.orgs.sheets.which_unit import WhichUnit

_NAME, _YEAR, _NUMBER = who_columns()
LAYOUT = Layout(
    "people",
    "Người và chức vụ",
    (
        _NAME,
        Column("born_on", "Ngày sinh", "date", example=date(1986, 9, 2), width=12),
        _YEAR,
        Column("gender", "Giới tính", "choice", choices=dict(Person.Gender.choices), example="nam", width=10),
        _NUMBER,
        Column(
            "unit",
            "Đơn vị",
            example="Phòng Quản lý di sản",
            width=34,
            aliases=("Phòng ban", "Cơ quan", "Đơn vị công tác", "Mã đơn vị"),
            hint="Tên, tên gọn hoặc mã của đơn vị; trùng tên thì ghi thêm cơ quan sau dấu phẩy. Để trống nếu không thuộc đơn vị nào.",
        ),
        Column(
            "title",
            "Chức vụ, chức danh",
            example="Chuyên viên",
            longest=160,
            aliases=("Chức vụ", "Chức danh"),
        ),
        Column(
            "labour",
            "Loại lao động",
            "choice",
            choices=dict(Position.Labour.choices),
            example="chuyen_vien",
        ),
        Column(
            "since", "Giữ chức vụ từ ngày", "date", example=date(2018, 8, 15), width=14, aliases=("Từ ngày",)
        ),
        Column(
            "until",
            "Đến trước ngày",
            "date",
            width=14,
            hint="Ngày đầu tiên không còn giữ; để trống nếu đang giữ.",
        ),
        Column("is_party_member", "Đảng viên", "yes", example=True, width=10),
        Column("is_foreigner", "Người nước ngoài", "yes", width=10),
        Column(
            "home",
            "Nơi ở, công tác",
            longest=200,
            hint="Cho người không thuộc đơn vị nào: nông dân, tiểu thương.",
        ),
    ),
    note="Mỗi dòng một người với chức vụ chính. Người đã có trong danh bạ thì không ghi lại.",
)
_FACTS = ("born_on", "birth_year", "gender", "is_party_member", "is_foreigner", "home")


class PeopleLoading:
    layout = LAYOUT
    right = Right.PEOPLE_MANAGE
    opens = "orgs:people"
    chunk, most = 500, 100_000

    def why_not(self, actor: Actor, body: Unit) -> list[str]:
        return permissions.why_not_add_person(actor, body)

    def walk(self, *, body: Unit, by: Actor, is_dry: bool) -> "PeoplePass":
        return PeoplePass(body=body, by=by)

    def words(self, line: services.PersonLine) -> str:
        at = ", ".join(part for part in (line.title, line.unit.name if line.unit else "") if part)
        return f"Lập thẻ {line.full_name}" + (f": {at}" if at else "")

    def write(self, lines: Sequence[services.PersonLine], *, body: Unit, by: Actor, at: datetime) -> Made:
        return services.add_people_many(lines, body=body, by=by, at=at)

    def take_back(self, made: Made, *, by: Actor, at: datetime) -> None:
        services.take_back(made, by=by, at=at)


class PeoplePass:
    def __init__(self, *, body: Unit, by: Actor) -> None:
        self._by, self._units = by, WhichUnit(body=body, by=by)
        self._who = WhichPerson(self._units, by=by, may_be_new=True)
        self._told: dict[tuple[str, int | None], list[tuple[int, Wanted]]] = {}
        self._colleagues: dict[int | None, list[tuple[str, int, Wanted]]] = {}
        self._numbers: dict[str, int] = {}
        self._closed: dict[int, list[str]] = {}

    def wrote(self, made: Made) -> None:
        self._who.own.update(made.of(Person))

    def check(self, rows: Sequence[Row], answers: Answers) -> list[Checked]:
        asked = [Asking(row, answers, list(row.problems)) for row in rows]
        wanted = [self._wanted(asking) for asking in asked]
        people = self._who.resolve(wanted)
        units = self._units.rows(one.unit for one in wanted)
        return [
            self._line(one, person, units.get(one.unit or 0))
            for one, person in zip(wanted, people, strict=True)
        ]

    def _wanted(self, asking: Asking) -> Wanted:
        row, born = asking.row, asking.row.get("born_on")
        year = row.get("birth_year")
        if born and year and born.year != year:
            asking.fault("birth_year", f"Năm sinh {year} khác ngày sinh {born:%d/%m/%Y}. Sửa một trong hai.")
        if born and born > self._by.on:
            asking.fault("born_on", f"Ngày sinh {born:%d/%m/%Y} sau ngày hôm nay. Kiểm tra lại.")
        since, until = row.get("since"), row.get("until")
        if since and until and until <= since:
            asking.fault("until", "Ngày thôi chức vụ phải sau ngày bắt đầu. Sửa một trong hai.")
        unit = self._units.find(asking, "unit")
        name, number = row.get("name", ""), row.get("identity", "")
        return Wanted(asking, name, born.year if born else year, born, unit, number)

    def _line(self, one: Wanted, person: int | str | None, unit: Unit | None) -> Checked:
        asking, row = one.asking, one.asking.row
        self._twice(one)
        if unit is not None:
            self._permitted(asking, unit)
        if isinstance(person, int):
            asking.note("name", "Người này đã có trong danh bạ, không ghi lại.", value=one.name)
            return asking.done()
        if person != NEW or not asking.is_open:
            return asking.done()
        facts = {key: row.values[key] for key in _FACTS if key in row.values}
        line = services.PersonLine(
            row.number,
            one.name,
            unit,
            row.get("title", ""),
            row.get("labour", ""),
            row.get("since"),
            row.get("until"),
            one.number,
            facts,
        )
        return asking.done(line)

    def _permitted(self, asking: Asking, unit: Unit) -> None:
        if unit.pk not in self._closed:
            self._closed[unit.pk] = permissions.why_not_add_person(self._by, unit)
        for reason in self._closed[unit.pk]:
            asking.fault("unit", reason, value=unit.name)
        since = asking.row.get("since")
        if unit.dissolved_on and (since is None or since >= unit.dissolved_on):
            asking.fault(
                "unit", f"“{unit}” đã chấm dứt từ ngày {unit.dissolved_on:%d/%m/%Y}. Chọn đơn vị tiếp nhận."
            )

    def _twice(self, one: Wanted) -> None:
        """The same human being in two rows: surely, then it is a fault; perhaps, then it is asked."""
        row = one.asking.row
        if one.number:
            first = self._numbers.setdefault(one.number, row.number)
            if first != row.number:
                one.asking.fault("identity", f"Số định danh này đã có ở dòng {first}. Bỏ một trong hai dòng.")
                return
        if not one.name:
            return
        same = self._told.setdefault((one.folded, one.unit), [])
        for number, other in same:
            if _agree(one, other) is True and row.get("title") == other.asking.row.get("title"):
                one.asking.fault(
                    "name", f"Trùng dòng {number}: cùng tên, năm sinh, đơn vị, chức vụ. Bỏ một dòng."
                )
                return
        self._maybe_twice(one, same)
        same.append((row.number, _bare(one)))
        self._colleagues.setdefault(one.unit, []).append((one.folded, row.number, _bare(one)))

    def _maybe_twice(self, one: Wanted, same: Sequence[tuple[int, Wanted]]) -> None:
        near_ones = [(number, other) for number, other in same if _agree(one, other) is not False]
        if not near_ones and one.unit is not None:
            there = self._colleagues.get(one.unit, [])
            places = near(one.folded, [folded for folded, _, _ in there])
            near_ones = [there[place][1:] for place in places if _agree(one, there[place][2]) is not False]
        if not near_ones or (one.number and near_ones[0][1].number and one.number != near_ones[0][1].number):
            return
        number, other = near_ones[0]
        row = one.asking.row
        why = "cùng tên" if other.folded == one.folded else f"tên gần giống “{other.name}”"
        born = "cùng năm sinh" if _agree(one, other) else "thiếu năm sinh để so"
        one.asking.ask(
            Question(
                f"twice:{row.number}:{number}",
                row.cell("name"),
                row.number,
                f"“{one.name}” có phải người ở dòng {number}? Trong tệp: {why}, cùng đơn vị, {born}.",
                (
                    Choice(SKIP, f"Là người ở dòng {number}", "bỏ dòng này, giữ dòng kia"),
                    Choice(NEW, "Là hai người khác nhau", "lập hai thẻ"),
                ),
            )
        )


def _bare(one: Wanted) -> Wanted:
    """What is remembered of a row: without its cells."""
    asking = Asking(Row(one.asking.row.number, {"title": one.asking.row.get("title")}, {}, {}), {})
    return Wanted(asking, one.name, one.birth_year, one.born_on, one.unit, one.number)


def _agree(one: Wanted, other: Wanted) -> bool | None:
    """Whether two rows tell the same birth; None where one does not say."""
    if one.born_on and other.born_on:
        return one.born_on == other.born_on
    if one.birth_year and other.birth_year:
        return one.birth_year == other.birth_year
    return None
