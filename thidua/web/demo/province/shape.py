"""The units of a province after 1 July 2025: its committee, fifteen departments, communes, and what stands below them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from thidua.records.orgs import new_units
from thidua.records.orgs.models import Unit
from thidua.records.orgs.new_units import UnitLine

PROVINCE = "Thanh Giang"
WHOLE = 60_000
_COMMUNES, _HIGH_SCHOOLS, _HOSPITALS = 100, 45, 18
_DEPARTMENTS = (
    ("Văn phòng Ủy ban nhân dân", "VPUBND", ()),
    ("Sở Nội vụ", "SNV", ("Trung tâm Lưu trữ lịch sử", "Trung tâm Dịch vụ việc làm")),
    ("Sở Tài chính", "STC", ("Trung tâm Tư vấn và Dịch vụ tài chính",)),
    ("Sở Xây dựng", "SXD", ("Ban Quản lý dự án giao thông", "Trung tâm Đăng kiểm")),
    (
        "Sở Nông nghiệp và Môi trường",
        "SNNMT",
        ("Trung tâm Khuyến nông", "Vườn quốc gia", "Trung tâm Quan trắc"),
    ),
    ("Sở Công Thương", "SCT", ("Trung tâm Khuyến công",)),
    ("Sở Khoa học và Công nghệ", "SKHCN", ("Trung tâm Công nghệ số", "Trung tâm Kỹ thuật đo lường")),
    ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL", ("Bảo tàng", "Thư viện", "Nhà hát", "Trung tâm Thể thao")),
    ("Sở Giáo dục và Đào tạo", "SGDĐT", ()),
    ("Sở Y tế", "SYT", ("Trung tâm Kiểm soát bệnh tật", "Trung tâm Bảo trợ xã hội")),
    ("Sở Tư pháp", "STP", ("Trung tâm Trợ giúp pháp lý",)),
    ("Sở Dân tộc và Tôn giáo", "SDTTG", ()),
    ("Sở Ngoại vụ", "SNgV", ()),
    ("Thanh tra", "TTr", ()),
    ("Ban Quản lý khu kinh tế", "BQLKKT", ("Trung tâm Dịch vụ khu kinh tế",)),
)
_ROOMS = ("Văn phòng", "Phòng Tổ chức - Pháp chế", "Phòng Kế hoạch - Tài chính", "Phòng Nghiệp vụ 1")
_ROOMS += ("Phòng Nghiệp vụ 2", "Phòng Nghiệp vụ 3", "Phòng Kiểm tra, giám sát")
_COMMUNE_ROOMS = ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội")
_COMMUNE_ROOMS += ("Trung tâm Phục vụ hành chính công",)
_SCHOOLS = (("Mầm non", 2, 32), ("Tiểu học", 3, 42), ("Trung học cơ sở", 2, 42))
_FIRST = ["An", "Bình", "Đông", "Hòa", "Long", "Mỹ", "Phú", "Tân", "Thạnh", "Vĩnh"]
_SECOND = ["Châu", "Hải", "Hiệp", "Hưng", "Khánh", "Lâm", "Lộc", "Phước", "Thuận", "Trung", "Tường", "Xuân"]


@dataclass(frozen=True)
class Place:
    """Where people work. `trade`: which posts there are. `decider`: the body that gives the titles of the base."""

    unit: Unit
    trade: str
    people: int
    decider: Unit
    is_school: bool


@dataclass(frozen=True)
class Shape:
    top: Unit
    government: Unit
    """The Prime Minister, known by name only."""
    places: list[Place]
    units: list[Unit]

    def named(self, code: str) -> Unit:
        return next(unit for unit in self.units if unit.code == code)


@dataclass(frozen=True)
class _Row:
    line: UnitLine
    trade: str
    weight: int
    decider: str


def build(people: int, rng: Random, *, on: date) -> Shape:
    """Units in proportion to so many people, saved; of a small number fewer communes, schools, rooms, never none."""
    rows = list(_rows(people / WHOLE, rng))
    lines = [replace(row.line, place=place) for place, row in enumerate(rows)]
    made = new_units.make(new_units.in_order(lines, None), lines)
    by_pk = Unit.objects.select_related("parent", "body").in_bulk(made.of(Unit))
    units = [by_pk[pk] for pk in made.of(Unit)]
    by_key = dict(zip((line.key for line in lines), units, strict=True))
    working = [row for row in rows if row.weight]
    counts = _shares([row.weight for row in working], people)
    places = [
        Place(by_key[row.line.key], row.trade, count, by_key[row.decider], row.trade == "truong")
        for row, count in zip(working, counts, strict=True)
    ]
    government = Unit.objects.filter(folded="thu tuong chinh phu", is_outside=True).first()
    return Shape(by_key["tinh"], government or _outside("Thủ tướng Chính phủ"), places, units)


def _outside(name: str) -> Unit:
    line = UnitLine(0, name, "nha_nuoc", "trung_uong", is_outside=True, key="ttg", code="TTg")
    made = new_units.make(new_units.in_order([line], None), [line])
    return Unit.objects.get(pk=made.of(Unit)[0])


def _shares(weights: list[int], total: int) -> list[int]:
    """`total` parted by weight; what rounding leaves goes to the heaviest."""
    shares = [total * weight // sum(weights) for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: -weights[place])
    left = total - sum(shares)
    for step in range(left):
        shares[order[step % len(order)]] += 1
    return shares


def _rows(part: float, rng: Random) -> Iterator[_Row]:
    """All units, superiors first."""
    name = f"Ủy ban nhân dân tỉnh {PROVINCE}"
    yield _row("tinh", name, "", "ubnd", 5, "VPUBND", short_name="UBND tỉnh", code="UBND", level="tinh")
    for title, code, centres in _DEPARTMENTS:
        yield from _department(title, code, centres, rooms=7 if part > 0.1 else 2)
    towns = [f"{first} {second}" for first in _FIRST for second in _SECOND]
    rng.shuffle(towns)
    for at in range(max(1, round(_HIGH_SCHOOLS * part))):
        school = f"Trường Trung học phổ thông {towns[at]}"
        yield _row(f"thpt/{at}", school, "SGDĐT", "truong", 75, "SGDĐT", kind="su_nghiep")
    for at in range(max(1, round(_HOSPITALS * part))):
        hospital = f"Bệnh viện Đa khoa {towns[at]}"
        yield _row(f"bv/{at}", hospital, "SYT", "benh_vien", 260, "SYT", kind="su_nghiep")
    for at in range(max(2, round(_COMMUNES * part))):
        sort = "đặc khu" if at in (50, 99) else "phường" if at % 4 == 1 else "xã"
        yield from _commune(f"xa/{at}", sort, towns[at], all_schools=part > 0.02)


def _department(title: str, code: str, centres: tuple[str, ...], *, rooms: int) -> Iterator[_Row]:
    more = {"level": "so_nganh", "code": code, "short_name": title}
    yield _row(code, f"{title} tỉnh {PROVINCE}", "tinh", "so", 4, code, **more)
    for at in range(rooms):
        yield _row(f"{code}/{at}", _ROOMS[at], code, "phong", 9, code)
    for centre in centres:
        full, key = f"{centre} tỉnh {PROVINCE}", f"{code}/{centre}"
        yield _row(key, full, code, "trung_tam", 22, code, kind="su_nghiep", short_name=centre)


def _commune(key: str, sort: str, town: str, *, all_schools: bool) -> Iterator[_Row]:
    name, short = f"Ủy ban nhân dân {sort} {town}", f"UBND {sort} {town}"
    yield _row(key, name, "tinh", "ubnd", 4, key, level="xa", code="UBND", short_name=short)
    for room in _COMMUNE_ROOMS:
        yield _row(f"{key}/{room}", room, key, "phong", 9, key)
    yield _row(f"{key}/yte", f"Trạm Y tế {sort} {town}", key, "tram", 9, key, kind="su_nghiep")
    for school, many, weight in _SCHOOLS:
        for serial in range(1, many + 1 if all_schools else 2):
            name = f"Trường {school} {town} {serial}"
            yield _row(f"{key}/{school}/{serial}", name, key, "truong", weight, key, kind="su_nghiep")


def _row(key: str, name: str, under: str, trade: str, weight: int, decider: str, **more: str) -> _Row:
    legal = trade != "phong"
    facts = {"kind": "nha_nuoc" if legal else "phong", "level": "don_vi"} | more
    line = UnitLine(
        0, name, parent=under or None, key=key, is_legal_person=legal, issues_papers=legal, **facts
    )  # type: ignore[arg-type]
    return _Row(line, trade, weight, decider)
