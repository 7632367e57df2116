"""The years of a candidate as columns: titles, forms, ratings, initiatives; what is not known is drawn as not known."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from thidua.law.book import Book
from thidua.law.facts import NEVER_WHOLE, Candidate
from thidua.law.findings import Finding
from thidua.law.judging import Judged
from thidua.law.money import is_title
from thidua.work.eligibility.supposing import PLACE

YEARS = 9
_SHORT = {
    "LDTT": "LĐTT",
    "CSTDCS": "CSTĐCS",
    "CSTDBT": "CSTĐ bộ, tỉnh",
    "CSTDTQ": "CSTĐ toàn quốc",
    "TTLDTT": "TTLĐTT",
    "TTLDXS": "TTLĐXS",
    "DVTT": "ĐVTT",
    "DVQT": "ĐVQT",
    "COCP": "Cờ Chính phủ",
    "COBT": "Cờ bộ, tỉnh",
    "BKTTG": "BK Thủ tướng",
    "BKBT": "BK bộ, tỉnh",
    "GK": "Giấy khen",
    "HCLD1": "HCLĐ hạng Nhất",
    "HCLD2": "HCLĐ hạng Nhì",
    "HCLD3": "HCLĐ hạng Ba",
}
_BASE = ("LĐTT", "CSTT", "TTLĐTT", "ĐVTT")
_LEVELS = {"HTXSNV": "Xuất sắc", "HTTNV": "Tốt", "HTNV": "Hoàn thành", "KHTNV": "Không"}
_SCOPES = {"co_so": "Cơ sở", "tinh": "Bộ, tỉnh", "toan_quoc": "Toàn quốc"}
_LISTS = {"history": "Sổ khen thưởng", "initiatives": "Sổ sáng kiến"}


@dataclass(frozen=True, slots=True)
class Cell:
    """`look`: title (filled), base (lightly filled), form (outlined), plain, none, unknown (dashed), open (not decided yet), supposed."""

    text: str
    look: str


@dataclass(frozen=True, slots=True)
class Bracket:
    """Titles in a row: from which column, over how many, and how far they go."""

    skipped: int
    width: int
    rest: int
    text: str


@dataclass(frozen=True, slots=True)
class Strip:
    years: tuple[int, ...]
    rows: tuple[tuple[str, tuple[tuple[Cell, ...], ...]], ...]
    """(label, cells of each year)."""
    legend: tuple[str, ...]
    whole: tuple[str, ...]
    """From which year each list is whole."""
    bracket: Bracket | None = None


def strip(who: Candidate, year: int, running: bool, book: Book, judged: Judged | None = None) -> Strip:
    """The merit year and those before it. `running`: the merit year is not over yet, what is absent in it is still open."""
    years = tuple(range(year - YEARS + 1, year + 1))
    open_year = year if running else None
    titles, forms = _awards(who, book)
    rows = [
        ("Danh hiệu", titles, "history", "title"),
        ("Khen thưởng", forms, "history", "form"),
        ("Xếp loại", _ratings(who), "ratings", "plain"),
    ]
    if who.kind == "ca_nhan":
        rows.append(("Sáng kiến", _initiatives(who), "initiatives", "plain"))
    drawn = tuple(
        (label, tuple(tuple(_cells(who, found.get(at, ()), name, look, at, open_year)) for at in years))
        for label, found, name, look in rows
    )
    shown = {cell.text for _, cells in drawn for year_cells in cells for cell in year_cells}
    return Strip(years, drawn, _legend(shown, book), _whole(who), _bracket(who, years, judged))


Found = dict[int, list[tuple[str, bool]]]
"""Year → (text, is it supposed)."""


def _awards(who: Candidate, book: Book) -> tuple[Found, Found]:
    titles: Found = {}
    forms: Found = {}
    for row in who.history or ():
        for year in row.years:
            found = titles if is_title(row.code, book) else forms
            told = short(row.code), row.place.startswith(PLACE)
            if told not in found.setdefault(year, []):
                found[year].append(told)
    return {year: _without_base(told) for year, told in titles.items()}, forms


def short(code: str) -> str:
    """ "CSTDCS" → "CSTĐCS": a title or form in a few letters."""
    return _SHORT.get(code, code)


def _without_base(told: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Who is more in a year is not told to be lao động tiên tiến too."""
    higher = [each for each in told if each[0] not in _BASE]
    return higher or told


def _ratings(who: Candidate) -> Found:
    return {row.year: [(_LEVELS[row.level], row.place.startswith(PLACE))] for row in who.ratings or ()}


def _initiatives(who: Candidate) -> Found:
    found: Found = {}
    for row in who.initiatives or ():
        told = _SCOPES[row.scope], row.place.startswith(PLACE)
        if row.year is not None and told not in found.setdefault(row.year, []):
            found[row.year].append(told)
    return found


def _cells(
    who: Candidate, found: Iterable[tuple[str, bool]], name: str, look: str, year: int, open_year: int | None
) -> Iterator[Cell]:
    told = list(found)
    for text, is_supposed in told:
        yield Cell(text, "supposed" if is_supposed else "base" if text in _BASE else look)
    if told:
        return
    if year == open_year:
        yield Cell("chưa xét", "open")
    elif name == "ratings" or getattr(who, name) is None or not who.is_whole(name, year):
        yield Cell("chưa rõ", "unknown")
    else:
        yield Cell("không", "none")


def _legend(shown: set[str], book: Book) -> tuple[str, ...]:
    told = ((text, book.codes.get(code, text)) for code, text in _SHORT.items() if text in shown)
    return tuple(f"{text}: {name}" for text, name in told if text != name)


def _whole(who: Candidate) -> tuple[str, ...]:
    told = []
    for name, book in _LISTS.items():
        since = who.whole_since(name)
        if since is None or (name == "initiatives" and who.kind != "ca_nhan"):
            continue
        if since == NEVER_WHOLE:
            told.append(f"{book} chưa được xác nhận đủ từ năm nào: ô trống là chưa rõ, không phải không có.")
        else:
            told.append(f"{book} đủ từ năm {since}; trước đó là chưa rõ, không phải không có.")
    return tuple(told)


def _bracket(who: Candidate, years: tuple[int, ...], judged: Judged | None) -> Bracket | None:
    """Of the first condition that asks for titles in a row, those that it counted."""
    if judged is None or judged.entry is None:
        return None
    asked = next(_in_a_row(judged.entry.data["conditions"]), None)
    found = next(_findings_of("titles_in_a_row", judged.findings), None)
    if asked is None or found is None:
        return None
    places = {
        row.place: row.years[-1] for row in who.history or () if row.years and row.code == asked["code"]
    }
    run = sorted(places[place] for place in found.used if place in places)
    count, shown = int(asked["count"]), [year for year in run if year in years]
    if not shown or years[-1] - run[-1] > 1:
        return None
    missing = max(count - len(run), 0)
    last = min(run[-1] + missing, years[-1])
    text = f"{len(run)}/{count} lần liên tục" + (
        f", còn năm {years[-1]}" if missing and last > run[-1] else ""
    )
    skipped = years.index(shown[0])
    width = years.index(last) - skipped + 1
    return Bracket(skipped, width, len(years) - skipped - width, text)


def _in_a_row(conditions: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for each in conditions:
        yield from _in_a_row([*each.get("any", ()), *each.get("all", ())])
        if each.get("rule") == "titles_in_a_row":
            yield each


def _findings_of(rule: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    for found in findings:
        yield from _findings_of(rule, found.parts)
        if found.rule == rule:
            yield found
