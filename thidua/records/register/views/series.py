"""Series of numbers of the body that one works in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.refused import Refused
from thidua.kit.ui.respond import refusals_said, respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import numbering, permissions, selectors, services
from thidua.records.register.forms.drafting import NumberingForm, SeriesForm
from thidua.records.register.views.found import body_of, form_page, told


def _year_of(request: HttpRequest) -> int:
    asked = request.GET.get("nam") or request.POST.get("nam", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else request.actor.on.year


@needs(Right.REGISTER_READ)
def show(request: HttpRequest) -> HttpResponse:
    body, year = body_of(request), _year_of(request)
    rows = [(row, _next(row)) for row in selectors.series_of(body, year)]
    context = {
        "rows": rows,
        "body": body,
        "year": year,
        "years": selectors.series_years(body, request.actor.on.year),
        "can_open_year": not rows and selectors.series_of(body, year - 1).exists(),
        "why_not": permissions.why_not_issue(request.actor, body),
    }
    return respond(request, "register/series.html", context)


def _next(series) -> str:
    kinds = [row.type for row in series.types.all()]
    return numbering.printed(series.last_serial + 1, kinds[0], series.issuer) if kinds else ""


@needs(Right.REGISTER_ISSUE)
def open_one(request: HttpRequest) -> HttpResponse:
    body, year = body_of(request), _year_of(request)
    form = SeriesForm(
        request.POST or None, actor=request.actor, initial={"issuer": body, "year": year, "last_serial": 0}
    )
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        try:
            made = services.open_series(facts.pop("issuer"), **facts, by=request.actor, at=timezone.now())
            messages.success(request, f"Đã mở dãy số {made}.")
            return redirect(f"{reverse('register:series')}?nam={made.year}")
        except Refused as refused:
            told(form, refused)
    back = f"{reverse('register:series')}?nam={year}"
    return form_page(
        request,
        form,
        title="Mở dãy số chung",
        act="Mở dãy số",
        back=back,
        under="Không mở thì mỗi loại văn bản mỗi năm là một dãy số.",
    )


@require_POST
@needs(Right.REGISTER_ISSUE)
def open_year(request: HttpRequest) -> HttpResponse:
    body, year = body_of(request), _year_of(request)
    with refusals_said(request):
        made = services.open_year(body, year=year, by=request.actor, at=timezone.now())
        messages.success(request, f"Đã mở {len(made)} dãy số năm {year} như năm {year - 1}.")
    return redirect(f"{reverse('register:series')}?nam={year}")


@needs(Right.REGISTER_ISSUE)
def settings(request: HttpRequest, pk: int) -> HttpResponse:
    row = selectors.all_series_of(body_of(request)).filter(pk=pk).first()
    if row is None:
        raise Http404
    first = {"gives_numbers": row.gives_numbers, "last_serial": row.last_serial}
    form = NumberingForm(request.POST or None, initial=first)
    back = f"{reverse('register:series')}?nam={row.year}"
    if request.method == "POST" and form.is_valid():
        try:
            services.set_numbering(row, **form.cleaned_data, by=request.actor, at=timezone.now())
            messages.success(request, f"Đã ghi cách cho số của dãy {row}.")
            return redirect(back)
        except Refused as refused:
            told(form, refused)
    return form_page(request, form, title=f"Dãy số {row}", act="Ghi lại", back=back, under=row.issuer.name)
