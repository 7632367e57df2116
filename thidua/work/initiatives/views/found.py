"""What every page begins with: the initiative asked for, as far as the actor may see it."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from thidua.records.orgs.models import Unit
from thidua.work.initiatives import selectors
from thidua.work.initiatives.models import Initiative, Recognition

LIST = ("Sổ sáng kiến", "initiatives:list")
FORM = "initiatives/form.html"


def initiative_of(request: HttpRequest, pk: int) -> Initiative:
    """404 for what the actor may not see, as for what does not exist."""
    rows = selectors.visible_to(request.actor).select_related("kept_by", "body", "corrects")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def recognition_of(request: HttpRequest, pk: int) -> Recognition:
    rows = Recognition.objects.filter(initiative__in=selectors.visible_to(request.actor))
    row = rows.select_related("initiative__kept_by", "document", "decided_by").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def body_of(request: HttpRequest) -> Unit:
    """The body that the actor works in; 404 for an account without any."""
    if request.actor.body is None:
        raise Http404
    return request.actor.body


def page_of(initiative: Initiative) -> str:
    return reverse("initiatives:initiative", args=[initiative.pk])


def crumbs_to(initiative: Initiative | None = None) -> list[tuple[str, str]]:
    steps = [(LIST[0], reverse(LIST[1]))]
    return [*steps, (str(initiative), page_of(initiative))] if initiative else steps
