"""What every page begins with: the meeting asked for, as far as the actor may see it."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from thidua.records.meetings import selectors
from thidua.records.meetings.models import Meeting
from thidua.records.orgs.models import Unit

LIST = ("Cuộc họp", "meetings:list")
FORM = "meetings/form.html"


def meeting_of(request: HttpRequest, pk: int) -> Meeting:
    """404 for what the actor may not see, as for what does not exist."""
    rows = selectors.visible_to(request.actor).select_related("body", "minutes", "turnout__document")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def body_of(request: HttpRequest) -> Unit:
    """The body that the actor works in; 404 for an account without any."""
    if request.actor.body is None:
        raise Http404
    return request.actor.body


def page_of(meeting: Meeting) -> str:
    return reverse("meetings:meeting", args=[meeting.pk])


def crumbs_to(meeting: Meeting | None = None) -> list[tuple[str, str]]:
    steps = [(LIST[0], reverse(LIST[1]))]
    return [*steps, (meeting.name, page_of(meeting))] if meeting else steps
