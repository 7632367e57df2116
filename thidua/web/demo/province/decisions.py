"""The decisions of ten years, in the registers of those who issued them; what each gives, ready to be written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from thidua.records.awards import kinds
from thidua.records.orgs.models import Unit
from thidua.records.register import rows
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document, Entry, Series, SeriesType
from thidua.vn.fold import fold
from thidua.vn.periods import Period, calendar_year, school_year
from thidua.web.demo.province.shape import Shape

_AT_ONCE = 500
_TITLES = {
    "LDTT": "Công nhận danh hiệu “Lao động tiên tiến”, “Tập thể lao động tiên tiến” {kỳ}",
    "CSTDCS": "Công nhận danh hiệu “Chiến sĩ thi đua cơ sở” {kỳ}",
    "GK": "Tặng Giấy khen cho tập thể, cá nhân có thành tích {kỳ}",
    "SK": "Công nhận sáng kiến {kỳ}",
    "CSTDBT": "Công nhận danh hiệu “Chiến sĩ thi đua cấp tỉnh”, “Tập thể lao động xuất sắc”, tặng Cờ thi đua {kỳ}",
    "BKBT": "Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho tập thể, cá nhân có thành tích {kỳ}",
    "BKTTG": "Tặng Bằng khen của Thủ tướng Chính phủ {kỳ}",
}
_BASE, _PROVINCE, _NATION = ("LDTT", "CSTDCS", "GK", "SK"), ("CSTDBT", "BKBT", "SK"), ("BKTTG",)
UNDER = {"TTLDTT": "LDTT", "TTLDXS": "CSTDBT", "COBT": "CSTDBT"}
"""Awards of collectives → the decision that carries them."""


@dataclass(frozen=True)
class Grant:
    """One award as one decision gives it: the columns of the register that do not depend on who receives it.

    `before`, `after`: its folded words on both sides of the certificate's number.
    """

    code: str
    columns: tuple[object, ...]
    before: str
    after: str
    day: date
    """On which it is decided whose award it is."""


COLUMNS = ("body_id", "sort", "code", "name", "since", "until", "period_label", "year", "category")
COLUMNS += ("decision_id", "decided_by_id", "authority")
"""Of `Grant.columns`."""


@dataclass(frozen=True)
class Book:
    """All decisions by (who, what, merit year, of a school year)."""

    papers: Mapping[tuple[int, str, int, bool], Document]
    heads: Mapping[int, str]
    """How the head of a body is called as the one who gives."""

    def grant(self, code: str, decider: Unit, period: Period) -> Grant:
        paper = self.papers[decider.pk, UNDER.get(code, code), period.year, period.kind == "school_year"]
        name, authority = kinds.names()[code], self.heads[decider.pk]
        category = "cong_trang"
        told = (
            decider.pk,
            str(kinds.sort_of(code)),
            code,
            name,
            period.since.isoformat(),
            period.until.isoformat(),
        )
        told += (period.printed, period.year, category, paper.pk, decider.pk, authority)
        return Grant(
            code,
            told,
            fold(f"{name} {code} {authority}"),
            fold(paper.number),
            paper.issued_on or period.until,
        )

    def paper(self, what: str, decider: Unit, period: Period) -> Document:
        return self.papers[decider.pk, what, period.year, period.kind == "school_year"]


def periods(years: Iterable[int]) -> list[Period]:
    """Merit years, and the school years that end in them."""
    return [made for year in years for made in (calendar_year(year), school_year(year - 1))]


def enter(shape: Shape, spans: list[Period], *, at: datetime) -> Book:
    """Documents with their numbers in series, and the entry of the issuer."""
    deciders = {place.decider.pk: place.decider for place in shape.places if place.decider.pk != shape.top.pk}
    heads = {pk: _head(unit) for pk, unit in deciders.items()}
    heads |= {shape.top.pk: "Chủ tịch Ủy ban nhân dân tỉnh", shape.government.pk: "Thủ tướng Chính phủ"}
    with_schools = {place.decider.pk for place in shape.places if place.is_school}
    papers: dict[tuple[int, str, int, bool], Document] = {}
    for whats, issuers in (
        (_BASE, list(deciders.values())),
        (_PROVINCE, [shape.top]),
        (_NATION, [shape.government]),
    ):
        for issuer in issuers:
            mine = [span for span in spans if _concerns(span, issuer, with_schools, shape)]
            _issue(issuer, whats, mine, papers, at=at)
    Document.objects.bulk_create(papers.values(), _AT_ONCE)
    own = [paper for paper in papers.values() if paper.series]
    entries = [Entry(document=paper, body=paper.issuer, direction="di", entered_at=at) for paper in own]
    Entry.objects.bulk_create(entries, _AT_ONCE)
    return Book(papers, heads)


def _concerns(span: Period, issuer: Unit, with_schools: set[int], shape: Shape) -> bool:
    schools = issuer.pk in with_schools or issuer in (shape.top, shape.government)
    return span.kind == "year" or schools


def _issue(
    issuer: Unit,
    whats: tuple[str, ...],
    spans: list[Period],
    papers: dict[tuple[int, str, int, bool], Document],
    *,
    at: datetime,
) -> None:
    """The papers of one office, one after the other through the years; its series are saved, they are not yet."""
    found: dict[int, Series] = {}
    serial: dict[int, int] = {}
    for span in spans:
        school = span.kind == "school_year"
        for place, what in enumerate(whats):
            day = date(span.year, 7, 10 + place) if school else date(span.year + 1, 1, 8 + place)
            serial[day.year] = serial.get(day.year, 0) + 3
            number = f"{serial[day.year]:02d}/QĐ-{issuer.code}"
            title = _TITLES[what].replace("{kỳ}", span.printed)
            identity = Identity("quyet_dinh", number, day, issuer, title=title, topic="khen_thuong")
            paper = rows.make(identity, origin=Document.Origin.TYPED, at=at, is_stub=issuer.is_outside)
            if not issuer.is_outside:
                if day.year not in found:
                    found[day.year] = Series(issuer=issuer, year=day.year, name="Quyết định")
                paper.series = found[day.year]
                found[day.year].last_serial = serial[day.year]
            papers[issuer.pk, what, span.year, school] = paper
    Series.objects.bulk_create(found.values())
    types = [
        SeriesType(series=one, issuer=issuer, year=one.year, type="quyet_dinh") for one in found.values()
    ]
    SeriesType.objects.bulk_create(types)


def _head(unit: Unit) -> str:
    if unit.level == Unit.Level.COMMUNE:
        return f"Chủ tịch {unit.called}"
    leads = {"V": "Chánh Văn phòng", "T": "Chánh Thanh tra", "B": "Trưởng ban"}
    return leads.get(unit.called[0], "") or f"Giám đốc {unit.called}"
