"""Reads. The kit knows no units: who looks is told by the key of the actor and the id of the body, as text."""

from django.db.models import Q, QuerySet

from thidua.kit.jobs.models import Job


def visible_to(key: str, body: str = "") -> QuerySet[Job]:
    """Jobs that this actor asked for, and those in the work of `body` where one is given; newest first."""
    seen = Q(by_key=key) if key else Q(pk__in=[])
    if body:
        seen |= Q(body=body)
    return Job.objects.filter(seen).order_by("-created_at", "-pk")


def going_on(key: str, body: str = "") -> QuerySet[Job]:
    """Those of them that wait or run."""
    return visible_to(key, body).filter(state__in=Job.OPEN)
