"""The log in sentences, for those who may read it."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import is_told, told
from thidua.kit.ui.filters import Choice, Days
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.orgs import selectors
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import actor_of


@needs(Right.AUDIT_READ)
def log(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    listing = Listing(
        request.GET,
        selectors.audit_lines_visible_to(actor),
        noun="việc",
        filters=[
            Choice(
                "nguoi", "Người làm", lambda rows, key: rows.filter(actor=key), choices=lambda: _people(actor)
            ),
            Choice("viec", "Việc", lambda rows, verb: rows.filter(verb=verb), choices=_verbs),
            Days("ngay", "Ngày", selectors.recorded_between),
        ],
    )
    context = {"listing": listing, "lines": [(line, told(line)) for line in listing.rows]}
    return respond(request, "orgs/audit.html", context)


def _people(actor: Actor) -> list[tuple[str, str]]:
    """Accounts with a role in the bodies whose log one reads, and the system."""
    users = selectors.users_of_bodies(actor).order_by("full_name", "pk")[:200]
    return [("system", "Hệ thống"), *((f"user:{user.pk}", user.full_name) for user in users)]


def _verbs() -> list[tuple[str, str]]:
    """Verbs that were ever recorded, each as its sentence without names."""
    verbs = AuditLine.objects.order_by("verb").values_list("verb", flat=True).distinct()
    return sorted(((verb, _in_words(verb)) for verb in verbs if is_told(verb)), key=lambda pair: pair[1])


def _in_words(verb: str) -> Any:
    sentence = told(AuditLine(verb=verb, actor_name="\0", subject_text="\0")).sentence
    return sentence.replace("\0", "").strip(" :").capitalize()
