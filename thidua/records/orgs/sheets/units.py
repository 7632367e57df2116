"""Units with their superiors and codes, as a workbook."""

from collections.abc import Sequence
from datetime import date, datetime

from thidua.kit.sheets.layout import Column, Layout
from thidua.kit.sheets.loading import Answers, Asking, Checked
from thidua.kit.sheets.made import Made
from thidua.kit.sheets.problems import Row
from thidua.records.orgs import permissions, services
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit, UnitCode
from thidua.records.orgs.rights import Right
from thidua.records.orgs.sheets.which_unit import WhichUnit
from thidua.vn.fold import fold

_SCHEMES = {"h02": UnitCode.Scheme.H02, "qd20": UnitCode.Scheme.QD20}
LAYOUT = Layout(
    "units",
    "Tổ chức",
    (
        Column(
            "name",
            "Tên tổ chức",
            required=True,
            example="Trung tâm Văn hóa tỉnh",
            width=40,
            aliases=("Tên đơn vị", "Tên"),
        ),
        Column("short_name", "Tên gọn", example="Trung tâm Văn hóa", longest=120),
        Column("code", "Ký hiệu", example="TTVH", longest=40, width=12, hint="Ký hiệu trên văn bản."),
        Column(
            "parent",
            "Trực thuộc",
            example="Sở Văn hóa tỉnh Tân Giang",
            width=40,
            aliases=("Cấp trên", "Đơn vị cấp trên", "Cơ quan chủ quản"),
            hint="Tên hoặc ký hiệu của tổ chức cấp trên, đã có hoặc ở dòng khác của tệp; để trống là cơ quan đang nạp.",
        ),
        Column("kind", "Loại tổ chức", "choice", True, dict(Unit.Kind.choices), example="su_nghiep"),
        Column("level", "Cấp", "choice", True, dict(Unit.Level.choices), example="don_vi", width=14),
        Column("is_legal_person", "Có tư cách pháp nhân", "yes", example=True, width=12),
        Column("since", "Ngày thành lập", "date", example=date(2008, 5, 20), width=14),
        Column("by_document", "Theo văn bản", longest=200, example="Quyết định 11/QĐ-UBND"),
        Column("h02", "Mã định danh cũ", longest=40, example="000.00.05.H02", hint="Mã theo hệ thống cũ."),
        Column("qd20", "Mã định danh mới", longest=40, example="", hint="Mã định danh điện tử đang dùng."),
        Column("note", "Ghi chú", longest=300),
    ),
    note="Mỗi dòng một tổ chức. Tổ chức cấp trên có thể ở dòng bất kỳ của tệp.",
)


class UnitsLoading:
    """One chunk: a unit may stand below one of any other row."""

    layout = LAYOUT
    right = Right.UNITS_MANAGE
    opens = "orgs:units"
    chunk, most = 5_000, 5_000

    def why_not(self, actor: Actor, body: Unit) -> list[str]:
        return permissions.why_not_found_unit(actor, body)

    def walk(self, *, body: Unit, by: Actor, is_dry: bool) -> "UnitsPass":
        return UnitsPass(body=body, by=by)

    def words(self, line: services.UnitLine) -> str:
        under = line.parent.name if isinstance(line.parent, Unit) else ""
        under = (
            f"tổ chức ở dòng {line.parent}" if isinstance(line.parent, str) else under or "cơ quan đang nạp"
        )
        return f"Lập {line.name}, trực thuộc {under}"

    def write(self, lines: Sequence[services.UnitLine], *, body: Unit, by: Actor, at: datetime) -> Made:
        return services.found_many(lines, body=body, by=by, at=at)

    def take_back(self, made: Made, *, by: Actor, at: datetime) -> None:
        services.take_back(made, by=by, at=at)


class UnitsPass:
    def __init__(self, *, body: Unit, by: Actor) -> None:
        self._body, self._by, self._units = body, by, WhichUnit(body=body, by=by)
        self._closed: dict[int, list[str]] = {}

    def wrote(self, made: Made) -> None:
        """The next chunk finds the units of this one."""
        self._units = WhichUnit(body=self._body, by=self._by)

    def check(self, rows: Sequence[Row], answers: Answers) -> list[Checked]:
        asked = [Asking(row, answers, list(row.problems)) for row in rows]
        keys: dict[str, int] = {}
        for asking in asked:
            for said in _names(asking.row):
                keys.setdefault(said, asking.row.number)
        parents = [self._parent(asking, keys) for asking in asked]
        found = self._units.rows(parent for parent in parents if isinstance(parent, int))
        seen: dict[tuple[object, str], int] = {}
        return [
            self._line(asking, found.get(parent, self._body) if isinstance(parent, int) else parent, seen)
            for asking, parent in zip(asked, parents, strict=True)
        ]

    def _parent(self, asking: Asking, keys: dict[str, int]) -> int | str | None:
        """The key of a unit that stands, of another row (its number as text), or None for the body."""
        said = asking.row.get("parent")
        if said is None:
            return None
        row = keys.get(fold(said))
        if row is not None and row != asking.row.number and not self._units.has(said):
            return str(row)
        if row == asking.row.number and not self._units.has(said):
            asking.fault("parent", "Tổ chức không trực thuộc chính mình. Ghi tổ chức cấp trên.", value=said)
            return None
        return self._units.find(asking, "parent")

    def _line(
        self, asking: Asking, parent: Unit | str | None, seen: dict[tuple[object, str], int]
    ) -> Checked:
        row = asking.row
        above = parent if parent is not None else self._body
        if isinstance(above, Unit):
            self._permitted(asking, above)
        place = (above.pk if isinstance(above, Unit) else above, fold(row.get("name", "")))
        first = seen.setdefault(place, row.number)
        if first != row.number and row.get("name"):
            asking.fault(
                "name", f"Trùng dòng {first}: cùng tên, cùng cấp trên. Bỏ một dòng.", value=row.get("name")
            )
        if row.get("since") and row.get("since") > self._by.on:
            asking.fault("since", "Ngày thành lập sau ngày hôm nay. Kiểm tra lại.")
        if isinstance(above, Unit) and self._units.stands(row.get("name", ""), above.pk):
            asking.note("name", "Tổ chức này đã có, không ghi lại.", value=row.get("name"))
            return asking.done()
        if not asking.is_open:
            return asking.done()
        line = services.UnitLine(
            row.number,
            row.get("name"),
            row.get("kind"),
            row.get("level"),
            parent=parent,
            key=str(row.number),
            short_name=row.get("short_name", ""),
            code=row.get("code", ""),
            codes={scheme: row.get(key) for key, scheme in _SCHEMES.items() if row.get(key)},
            is_legal_person=row.get("is_legal_person", False),
            issues_papers=row.get("kind") != Unit.Kind.ROOM,
            since=row.get("since"),
            by_document=row.get("by_document", ""),
            note=row.get("note", ""),
        )
        return asking.done(line)

    def _permitted(self, asking: Asking, parent: Unit) -> None:
        if parent.pk not in self._closed:
            self._closed[parent.pk] = permissions.why_not_found_unit(self._by, parent)
        for reason in self._closed[parent.pk]:
            asking.fault("parent", reason, value=parent.name)


def _names(row: Row) -> list[str]:
    said = (row.get("name", ""), row.get("short_name", ""), row.get("code", ""))
    return [folded for folded in map(fold, said) if folded]
