"""Side by side with the report before; and what has changed since the figures were frozen."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from thidua.kit.ui.respond import respond
from thidua.outlook.reports import selectors
from thidua.outlook.reports.built import Block, Built, Figure, Item
from thidua.outlook.reports.views.found import own_report_of
from thidua.outlook.reports.wording import short
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right


@dataclass(frozen=True)
class Pair:
    """One figure of both reports; None where one has none."""

    label: str
    then: Figure | None
    now: Figure | None

    @property
    def difference(self) -> str:
        """ "+3", "-2", "="; empty where one is missing or they are no plain counts."""
        if self.then is None or self.now is None:
            return ""
        if len(self.then.numbers) != 1 or len(self.now.numbers) != 1:
            return "=" if self.then.text == self.now.text else ""
        by = self.now.numbers[0] - self.then.numbers[0]
        return f"{by:+d}".replace("-", "−") if by else "="


@dataclass(frozen=True)
class Row:
    """One heading."""

    heading: str
    """Empty where the row above has the same."""
    block: str
    pairs: tuple[Pair, ...]
    fresh: tuple[Item, ...]
    gone: tuple[Item, ...]
    common: int


@needs(Right.REPORTS_READ)
@require_GET
def side_by_side(request: HttpRequest, pk: int) -> HttpResponse:
    report, now = own_report_of(request, pk), timezone.now()
    whole = selectors.composed(report, actor=request.actor, at=now, watch=False)
    before = selectors.before(report, actor=request.actor, at=now)
    context = {
        "report": report,
        "name": short(report.title),
        "period": selectors.period_of(report),
        "before": before,
        "rows": list(rows_of(before.built, whole.built)),
    }
    return respond(request, "reports/compare.html", context)


def rows_of(then: Built, now: Built) -> Iterator[Row]:
    """Headings of the newer report that have figures or lists in one of the two."""
    known = {block.key: block for _, block in then.blocks()}
    last = ""
    for section, block in now.blocks():
        old = known.get(block.key, Block(block.key, block.kind, "empty"))
        pairs, (fresh, gone, common) = tuple(_pairs(old, block)), _items(old, block)
        if section is None or not (pairs or fresh or gone or common):
            continue
        heading = f"{section.number}. {section.title}"
        yield Row(heading if heading != last else "", block.key, pairs, fresh, gone, common)
        last = heading


def _pairs(old: Block, new: Block) -> Iterator[Pair]:
    before, after = ({figure.key: figure for figure in block.figures} for block in (old, new))
    for key in dict.fromkeys((*after, *before)):
        figure = after.get(key) or before[key]
        yield Pair(figure.label, before.get(key), after.get(key))


def _items(old: Block, new: Block) -> tuple[tuple[Item, ...], tuple[Item, ...], int]:
    before, after = ({item.key: item for item in block.items} for block in (old, new))
    fresh = tuple(item for key, item in after.items() if key not in before)
    gone = tuple(item for key, item in before.items() if key not in after)
    return fresh, gone, len(after.keys() & before.keys())


@needs(Right.REPORTS_READ)
@require_GET
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that is otherwise now than when it was frozen."""
    report = own_report_of(request, pk)
    whole = selectors.composed(report, actor=request.actor, at=timezone.now())
    return respond(
        request,
        "reports/changes.html",
        {"report": report, "name": short(report.title), "changes": whole.changes},
    )
