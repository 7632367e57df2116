"""Loads the province: shape, decisions, lives, statements, accounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from django.db import connection, transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused
from thidua.records.awards import selectors as awards
from thidua.records.awards.models import Award
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Person, RoleHeld, Unit, User
from thidua.records.register.models import Document, Statement
from thidua.records.staff.selectors.coverage import WORDS
from thidua.vn.dates import cited_date
from thidua.vn.periods import calendar_year
from thidua.web.demo.province import decisions, names, shape
from thidua.web.demo.province.lives import Years
from thidua.web.demo.province.tables import Tables
from thidua.work.initiatives.selectors import COVERAGE

LAST_YEAR, YEARS = 2025, 10
_NAMES = 9_000
_ACCOUNTS = (
    ("tinh.quantri", "Vũ Đình Trực", "UBND", ("quan_tri",)),
    ("tinh.snv", "Phạm Thu Bình", "SNV", ("chuyen_vien", "van_thu", "can_bo_phap_che")),
    ("tinh.gddt", "Lê Hoàng Yến", "SGDĐT", ("chuyen_vien", "van_thu")),
    ("tinh.xa", "Trần Thị Lan", "xa", ("chuyen_vien", "van_thu")),
)
"""(name to sign in with, full name, code of the unit or its level, roles)."""
_APPRAISER = "tinh.snv"
"""Looks at the people of the whole province for its council."""


@dataclass(frozen=True)
class Made:
    """`counts`: key (so_nguoi, so_khen_thuong …) → how many; `accounts`: name to sign in with → account."""

    top: Unit
    body: Unit
    counts: dict[str, int]
    accounts: dict[str, User]


@transaction.atomic
def load(
    people: int = shape.WHOLE,
    *,
    at: datetime,
    today: date,
    seed: int = 2025,
    password: str = "",
    beside_others: bool = False,
) -> Made:
    """The whole province. Refused where there are people already (unless `beside_others`), or it stands already.

    Without a `password` the accounts exist but nobody can sign in with one (tests force their way in).
    """
    chain.hold()
    if Person.objects.exists() and not beside_others:
        raise Refused("Cơ sở dữ liệu đã có người. Thêm --them nếu vẫn muốn nạp thêm một tỉnh bên cạnh.")
    if Unit.objects.filter(name=f"Ủy ban nhân dân tỉnh {shape.PROVINCE}").exists():
        raise Refused(f"Tỉnh {shape.PROVINCE} đã được nạp.")
    rng = Random(seed)  # noqa: S311  the same seed, the same province
    last = min(LAST_YEAR, today.year - 1)
    spans = decisions.periods(range(last - YEARS + 1, last + 1))
    built = shape.build(people, rng, on=today)
    book = decisions.enter(built, spans, at=at)
    tables = Tables(at)
    years = Years(built, book, spans, tables, rng)
    _live(built, years, tables, rng, last)
    _counted_only(built, years, spans[0].year)
    tables.pour.end()
    statements = _state(built.units, spans[0].since, at)
    accounts = _accounts(built, rng, today, password)
    _analyze()
    counts = _counts(built, tables, statements)
    text = f"tỉnh {shape.PROVINCE}: {counts['so_nguoi']} người, {counts['so_khen_thuong']} khen thưởng"
    changes = {key: [None, count] for key, count in counts.items()}
    chain.record("web.load_province", built.top, by=system(today), at=at, text=text, changes=changes)
    return Made(built.top, built.named("SNV"), counts, accounts)


def _live(built: shape.Shape, years: Years, tables: Tables, rng: Random, last: int) -> None:
    """Person by person, so that memory does not grow with them."""
    pool = names.pool(rng, _NAMES)
    for place in built.places:
        for serial in range(place.people):
            years.live(years.born(rng.choice(pool), place, serial, last - 1))
            tables.pour.settle()
        years.collectives(place)


def _counted_only(built: shape.Shape, years: Years, year: int) -> None:
    """Of the first year some offices know only how many they were."""
    offices = [place for place in built.places if place.trade == "ubnd" and place.unit != built.top]
    for place in offices[::4]:
        years.count("LDTT", place, calendar_year(year), 25)


def _state(units: Iterable[Unit], since: date, at: datetime) -> int:
    """Each body says that its registers are whole; some did not get to it."""
    whole = {awards.coverage_code(): "Sổ khen thưởng", COVERAGE: "Sổ sáng kiến"} | WORDS
    rows = [
        Statement(
            body=unit,
            kind=Statement.Kind.COVERAGE,
            what=what,
            period_since=since,
            period_label=f"từ {cited_date(since)}",
            printed=words,
            confirmed_by="Văn thư cơ quan",
            at=at,
        )
        for place, unit in enumerate(unit for unit in units if unit.is_legal_person)
        for what, words in whole.items()
        if (place + len(what)) % 19
    ]
    return len(Statement.objects.bulk_create(rows, 500))


def _accounts(built: shape.Shape, rng: Random, today: date, password: str) -> dict[str, User]:
    found = {}
    since = date(min(today.year, LAST_YEAR), 1, 1)
    for username, full_name, where, roles in _ACCOUNTS:
        level = Unit.Level.COMMUNE
        unit = next(
            unit for unit in built.units if unit.code == where or (where == "xa" and unit.level == level)
        )
        user = User(username=username, full_name=full_name)
        user.set_password(password or None)
        user.save()
        RoleHeld.objects.bulk_create(RoleHeld(user=user, role=role, unit=unit, since=since) for role in roles)
        found[username] = user
    RoleHeld.objects.create(user=found[_APPRAISER], role="tham_dinh", unit=built.top, since=since)
    return found


def _analyze() -> None:
    """The planner learns what the tables hold now."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _counts(built: shape.Shape, tables: Tables, statements: int) -> dict[str, int]:
    return {
        "so_don_vi": len(built.units),
        "so_nguoi": tables.people.count,
        "so_khen_thuong": tables.awards.count,
        "so_xep_loai": tables.ratings.count,
        "so_sang_kien": tables.initiatives.count,
        "so_ky_luat": tables.discipline.count,
        "so_nghi": tables.leave.count,
        "so_quyet_dinh": Document.objects.filter(issuer__path__startswith=built.top.path).count(),
        "so_xac_nhan_ghi_du": statements,
        "tu_nam": Award.objects.order_by("year").values_list("year", flat=True)[0],
    }
