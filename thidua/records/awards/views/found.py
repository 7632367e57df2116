"""What every page begins with: the award asked for, as far as the actor may see it."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from thidua.records.awards import selectors
from thidua.records.awards.models import Award
from thidua.records.orgs.models import Unit

LIST = ("Sổ khen thưởng", "awards:list")
FORM = "awards/form.html"


def award_of(request: HttpRequest, pk: int) -> Award:
    """404 for what the actor may not see, as for what does not exist."""
    rows = selectors.visible_to(request.actor).select_related(
        "body", "home", "person", "unit", "household", "decision__issuer", "decided_by"
    )
    row = rows.select_related("source_document", "revoking", "part_of", "corrects").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def body_of(request: HttpRequest) -> Unit:
    """The body that the actor works in; 404 for an account without any."""
    if request.actor.body is None:
        raise Http404
    return request.actor.body


def page_of(award: Award) -> str:
    return reverse("awards:award", args=[award.pk])


def crumbs_to(award: Award | None = None) -> list[tuple[str, str]]:
    steps = [(LIST[0], reverse(LIST[1]))]
    return [*steps, (str(award), page_of(award))] if award else steps
