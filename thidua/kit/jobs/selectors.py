"""Reads. The kit knows no units: who looks is told by the key of the actor and the id of the body, as text."""

from django.db.models import Max, Q, QuerySet

from thidua.kit.jobs import registry
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


def daily_failed() -> QuerySet[Job]:
    """Of each daily job the last run that ended, where it did not succeed: for those who run the installation."""
    names = [each.name for each in registry.daily()]
    ended = Job.objects.filter(name__in=names, by_key="system").exclude(state__in=Job.OPEN)
    last = ended.order_by().values("name").annotate(last=Max("pk")).values("last")
    return Job.objects.filter(pk__in=last, state=Job.State.FAILED).order_by("pk")
