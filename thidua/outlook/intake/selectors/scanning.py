"""Recognition of a scan as those who wait for it see it."""

from django.db.models import CharField, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat

from thidua.kit.jobs import selectors as jobs
from thidua.kit.jobs.models import Job
from thidua.outlook.intake.models import Reading
from thidua.records.orgs.actors import Actor

_ONCE = "intake.scan:"


def once_of(reading: Reading) -> str:
    """What a job of this reading is known by: one at a time."""
    return f"{_ONCE}{reading.pk}"


def scan_job(reading: Reading, *, actor: Actor) -> Job | None:
    """The last recognition of this reading, whatever came of it."""
    return jobs.visible_to(actor.key, str(reading.body_id)).filter(once=once_of(reading)).first()


def without_text(readings: QuerySet[Reading]) -> QuerySet[Reading]:
    """Scans among them for which nothing runs: a person is to do something."""
    once = Concat(Value(_ONCE), Cast(OuterRef("pk"), CharField()))
    going = Job.objects.filter(once=once, state__in=Job.OPEN)
    return readings.filter(~Exists(going), state=Reading.State.SCAN)
