"""What came of a screening: counted by title, name by name, as a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from tempfile import TemporaryFile
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse

from thidua.kit.ui.filters import Choice, Filter, Flag, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.parts import Tab
from thidua.kit.ui.respond import respond
from thidua.law.findings import Verdict
from thidua.law.screening import Outcome
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Person, Position
from thidua.records.orgs.rights import Right
from thidua.vn.fold import fold
from thidua.work.eligibility import outcomes, permissions, sheets
from thidua.work.eligibility.conditions import VERDICTS
from thidua.work.eligibility.models import PERSON, Screening, ScreeningRow
from thidua.work.eligibility.selectors import screenings
from thidua.work.eligibility.selectors.reasons import reasons_of
from thidua.work.eligibility.selectors.screenings import Group
from thidua.work.eligibility.views.screenings import screening_of

PAGE = "eligibility/screening.html"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BRIEF = {"eligible": "đủ", "needs_review": "chưa rõ", "not_eligible": "chưa đủ"}
WORDS = {"eligible": "Đủ điều kiện", "needs_review": "Chưa đủ dữ liệu", "not_eligible": "Chưa đủ điều kiện"}


@dataclass(frozen=True, slots=True)
class Count:
    verdict: Verdict
    word: str
    figure: int
    url: str


@dataclass(frozen=True, slots=True)
class TitleLine:
    """One title in the table at the head of the page."""

    code: str
    name: str
    url: str
    counts: tuple[Count, ...]
    single: int
    """How many lack one condition only."""
    single_url: str


@needs(Right.ELIGIBILITY)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """`?ly_do=1`: with the reasons of the rows shown, found now; htmx asks for them when the page is there."""
    row, actor = screening_of(request, pk), request.actor
    book = catalogue.book(actor.on, row.body)
    context: dict[str, Any] = {
        "screening": row,
        "names": book.codes,
        "is_by_another_book": book.fingerprint != row.fingerprint,
        "why_not_delete": permissions.why_not_delete(actor, row),
        "why_not_again": permissions.why_not_screen(actor, with_discipline=row.with_discipline),
    }
    if not row.is_done:
        context["job"] = screenings.job_of(row, actor)
        return respond(request, PAGE, context)
    groups = screenings.groups_of(row)
    title = _title(request, row)
    listing = listing_of(request, row, groups, title)
    lines = [_line(row, groups, code, book.codes.get(code, code)) for code in row.titles]
    with_reasons = request.GET.get("ly_do") == "1"
    told = reasons_of(row, listing.rows, title, actor) if with_reasons else {}
    context |= {
        "lines": lines,
        "total": sum(group.count for group in groups),
        "tabs": [Tab(each.name, each.url, chosen=each.code == title) for each in lines],
        "title": title,
        "listing": listing,
        "rows": [_drawn(row, each, title, told.get(each.pk)) for each in listing.rows],
        "with_reasons": with_reasons,
        "reasons_url": request.path + listing.url_with(trang=str(listing.page), ly_do="1"),
    }
    return respond(request, f"{PAGE}#rows" if with_reasons else PAGE, context)


def _title(request: HttpRequest, row: Screening) -> str:
    asked = request.GET.get("dh", "")
    return asked if asked in row.titles else row.titles[0]


def _line(row: Screening, groups: Sequence[Group], code: str, name: str) -> TitleLine:
    found = screenings.counted(groups, code)
    single = sum(group.count for group in groups if len(group.of[code].lacks) == 1)
    return TitleLine(
        code,
        name,
        f"?dh={code}",
        tuple(Count(each, WORDS[each], found[each], f"?dh={code}&kq={each}") for each in WORDS),
        single,
        f"?dh={code}&mot=1",
    )


def listing_of(
    request: HttpRequest, row: Screening, groups: Sequence[Group], title: str
) -> Listing[ScreeningRow]:
    """In the order of names; every filter on the outcome speaks of the title chosen. Where there is no other, the groups
    tell the count."""
    listing: Listing[ScreeningRow] = Listing(
        request.GET,
        lambda: screenings.rows_of(row).order_by("pk"),
        noun="người" if row.of_whom == PERSON else "tập thể",
        filters=[
            *_on_outcome(groups, title),
            *(_on_people() if row.of_whom == PERSON else ()),
            Words("dv", "Đơn vị", partial(_in_words, "unit")),
        ],
    )
    asked = {name: value for name, value in listing.values.items() if value is not None}
    if asked.keys() <= _FITS.keys():
        fitting = (
            group for group in groups if all(_FITS[name](group.of[title], asked[name]) for name in asked)
        )
        listing.count = min(sum(group.count for group in fitting), listing.cap + 1)
    return listing


_FITS: dict[str, Callable[[Outcome, Any], bool]] = {
    "kq": lambda found, verdict: found.verdict == verdict,
    "thieu": lambda found, lack: lack in found.lacks,
    "mot": lambda found, on: len(found.lacks) == 1,
}
"""Filters on the outcome, by their name in the address."""


def _on_outcome(groups: Sequence[Group], title: str) -> list[Filter]:
    lacks = [
        (code, f"{outcomes.in_words(code)} ({count})") for code, count in screenings.lacking(groups, title)
    ]

    def narrowed(name: str, rows: Any, value: Any) -> Any:
        return screenings.where(groups, title, lambda found: _FITS[name](found, value))(rows)

    return [
        Choice("kq", "Kết luận", partial(narrowed, "kq"), choices=list(WORDS.items())),
        Choice("thieu", "Còn thiếu", partial(narrowed, "thieu"), choices=lacks),
        Flag("mot", "Chỉ thiếu một điều kiện", partial(narrowed, "mot")),
    ]


def _on_people() -> list[Filter]:
    return [
        Words("q", "Tên", partial(_in_words, "person")),
        Choice(
            "ld",
            "Loại lao động",
            lambda rows, code: rows.filter(labour=code),
            choices=Position.Labour.choices,
        ),
        Choice(
            "gt",
            "Giới tính",
            lambda rows, code: rows.filter(person__gender=code),
            choices=Person.Gender.choices,
        ),
    ]


def _in_words(field: str, rows: Any, text: str) -> Any:
    for word in fold(text).split():
        rows = rows.filter(**{f"{field}__folded__contains": word})
    return rows


def _drawn(screening: Screening, row: ScreeningRow, title: str, told: Any) -> dict[str, Any]:
    found = outcomes.read(row.outcome.told)
    kind, key = ("person", row.person_id) if row.person_id else ("unit", row.unit_id)
    address = reverse(f"eligibility:{kind}", args=[key])
    return {
        "row": row,
        "name": row.person.full_name if row.person else row.unit.name,
        "badge": VERDICTS[found[title].verdict][0],
        "word": WORDS[found[title].verdict],
        "lacks": [outcomes.in_words(lack) for lack in found[title].lacks],
        "told": told,
        "others": [(code, BRIEF[each.verdict]) for code, each in found.items() if code != title],
        "url": f"{address}?xet={title}&nam={screening.period_label}&ngay={screening.on:%d/%m/%Y}",
    }


@needs(Right.ELIGIBILITY)
def excel(request: HttpRequest, pk: int) -> FileResponse:
    """What is filtered to, every title of it."""
    row = screening_of(request, pk)
    listing = listing_of(request, row, screenings.groups_of(row), _title(request, row))
    names = catalogue.book(request.actor.on, row.body).codes
    # Not kept in memory: the file closes, and with it goes, when the answer has been sent.
    stream = TemporaryFile()  # noqa: SIM115
    sheets.write(row, listing.found, names, WORDS, stream)
    stream.seek(0)
    name = f"sang-loc-{row.pk}.xlsx"
    return FileResponse(stream, as_attachment=True, filename=name, content_type=_XLSX)
