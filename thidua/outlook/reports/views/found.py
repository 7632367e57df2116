"""What every view begins with: the report asked for, as far as the actor may see it."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from thidua.outlook.reports import permissions, selectors
from thidua.outlook.reports.models import OwnOutline, Report
from thidua.records.orgs.models import Unit


def report_of(request: HttpRequest, pk: int) -> Report:
    """404 for what the actor may not see, as for what does not exist."""
    row = selectors.visible_to(request.actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def own_report_of(request: HttpRequest, pk: int) -> Report:
    """Only for the body that writes it; whoever receives it reads the paper and no more."""
    row = report_of(request, pk)
    if not permissions.is_own(request.actor, row):
        raise Http404
    return row


def outline_of(request: HttpRequest, pk: int) -> OwnOutline:
    row = selectors.outlines_visible_to(request.actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def body_of(request: HttpRequest) -> Unit:
    """The body that the actor works in; 404 for an account without any."""
    if request.actor.body is None:
        raise Http404
    return request.actor.body


def at_block(report: Report, block: str = "") -> str:
    """The report's page, at one of its blocks."""
    url = reverse("reports:report", args=[report.pk])
    return f"{url}#khoi-{block}" if block else url
