"""One candidate against one title or form: the verdict, what would follow from more, another year beside it, on paper."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.ui.respond import respond
from thidua.law.book import Book
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import shut
from thidua.vn.periods import calendar_year
from thidua.work.eligibility import conditions, permissions, services
from thidua.work.eligibility.asked import Asked
from thidua.work.eligibility.forms import AskForm
from thidua.work.eligibility.selectors.verdicts import Verdict, known_of, verdict
from thidua.work.eligibility.strip import strip
from thidua.work.eligibility.views import printing
from thidua.work.eligibility.views.drawing import drawn
from thidua.work.eligibility.views.found import Whom, household_of, person_of, unit_of

PAGE = "eligibility/verdict.html"


@needs(Right.ELIGIBILITY)
def person(request: HttpRequest, person: int) -> HttpResponse:
    return _page(request, person_of(request, person))


@needs(Right.ELIGIBILITY)
def unit(request: HttpRequest, unit: int) -> HttpResponse:
    return _page(request, unit_of(request, unit))


@needs(Right.ELIGIBILITY)
def household(request: HttpRequest, household: int) -> HttpResponse:
    return _page(request, household_of(request, household))


@needs(Right.DISCIPLINE_READ)
@require_POST
def person_discipline(request: HttpRequest, person: int) -> HttpResponse:
    return _with_discipline(request, person_of(request, person))


@needs(Right.DISCIPLINE_READ)
@require_POST
def unit_discipline(request: HttpRequest, unit: int) -> HttpResponse:
    return _with_discipline(request, unit_of(request, unit))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one page about one candidate works with."""

    request: HttpRequest
    actor: Actor
    whom: Whom
    book: Book
    form: AskForm

    @property
    def is_asked(self) -> bool:
        return self.form.is_bound and self.form.is_valid()


def _sheet(request: HttpRequest, whom: Whom) -> _Sheet:
    actor: Actor = request.actor
    book = catalogue.book(actor.on, actor.body)
    given = request.GET if "xet" in request.GET else None
    form = AskForm(given, kind=whom.kind, book=book, today=actor.on, initial={"nam": actor.on.year})
    return _Sheet(request, actor, whom, book, form)


def _page(request: HttpRequest, whom: Whom) -> HttpResponse:
    sheet = _sheet(request, whom)
    if not sheet.is_asked:
        nothing = Asked("", calendar_year(sheet.actor.on.year), sheet.actor.on)
        context = _frame(sheet) | {"strip": _strip(sheet, nothing)}
        return respond(request, PAGE, context, status=422 if sheet.form.errors else 200)
    asked, other = sheet.form.asked(), sheet.form.other()
    found = _verdict(sheet, asked)
    if request.GET.get("tep", "") in printing.TYPES:
        return printing.sheet(request, whom, found)
    context = _frame(sheet) | _told(sheet, found)
    if other is not None:
        context |= _beside(sheet, found, _verdict(sheet, other))
    return respond(request, PAGE, context)


def _with_discipline(request: HttpRequest, whom: Whom) -> HttpResponse:
    """The same page once, with discipline; the address of the post says what is asked."""
    sheet = _sheet(request, whom)
    shut(permissions.why_not_look_at_discipline(sheet.actor, whom.record))
    if not sheet.is_asked:
        return respond(request, PAGE, _frame(sheet), status=422)
    asked = sheet.form.asked()
    found = services.look_at_discipline(whom.record, asked, by=sheet.actor, at=timezone.now())
    if found is None:
        raise Http404
    return respond(request, PAGE, _frame(sheet) | _told(sheet, found))


def _verdict(sheet: _Sheet, asked: Asked) -> Verdict:
    known = known_of(sheet.actor, sheet.whom.record, asked)
    if known is None:
        raise Http404
    return verdict(known, asked, sheet.book)


def _strip(sheet: _Sheet, asked: Asked) -> Any:
    known = known_of(sheet.actor, sheet.whom.record, asked)
    return known and strip(known, asked.year, asked.period.until > sheet.actor.on, sheet.book)


def _frame(sheet: _Sheet) -> dict[str, Any]:
    query = sheet.request.GET.copy()
    query.pop("tep", None)
    files = []
    for kind in printing.TYPES:
        query["tep"] = kind
        files.append((kind, f"{sheet.whom.url}?{query.urlencode()}"))
    return {
        "whom": sheet.whom,
        "form": sheet.form,
        "files": files if sheet.is_asked else [],
        "query": sheet.request.GET.urlencode(),
    }


def _told(sheet: _Sheet, found: Verdict) -> dict[str, Any]:
    asked, judged = found.asked, found.judged
    before = conditions.worded(found.before) if found.before else None
    runs = asked.period.until > sheet.actor.on
    return {
        "strip": strip(found.candidate, asked.year, runs, sheet.book, judged),
        "name": sheet.book.codes[asked.award],
        "asked": asked,
        "judged": judged,
        "verdict": conditions.worded(judged),
        "rests_on_draft": conditions.rests_on_draft(judged),
        "may_verify": sheet.actor.has(Right.LAW_VERIFY),
        "before": before,
        "lines": drawn(found, sheet.whom, sheet.actor),
        "conduct": conditions.conduct(found.candidate, found.lines, asked),
        "why_not_discipline": permissions.why_not_look_at_discipline(sheet.actor, sheet.whom.record),
        "way": catalogue.name_of(judged.entry, sheet.book) if judged.entry else "",
    }


def _beside(sheet: _Sheet, found: Verdict, other: Verdict) -> dict[str, Any]:
    """Both verdicts, the earlier period first."""
    first, second = sorted((found, other), key=lambda each: (each.asked.period.until, each.asked.on))
    heads = [
        (
            each.asked,
            conditions.worded(each.judged),
            catalogue.tell(each.judged.entry, sheet.book, each.judged.on or each.asked.on)
            if each.judged.entry
            else None,
        )
        for each in (first, second)
    ]
    left, right = (
        {id(each.line): each for each in drawn(one, sheet.whom, sheet.actor)} for one in (first, second)
    )
    pairs = [
        (left.get(id(one)), right.get(id(two))) for one, two in conditions.beside(first.lines, second.lines)
    ]
    return {"heads": heads, "pairs": pairs}
