"""What the tests ask of the trial job."""

import sys

from django.utils import timezone

from thidua.kit.audit import chain
from thidua.kit.jobs import services
from thidua.kit.jobs.ends import Worker
from thidua.kit.jobs.models import Job

BY = Worker("")


def main(arguments: list[str]) -> None:
    match arguments:
        case ["start", count, pause, *times]:
            for _ in range(int(times[0]) if times else 1):
                job = services.start(
                    "trial.rows",
                    by=BY,
                    at=timezone.now(),
                    title="Ghi dòng",
                    args={"count": int(count), "pause": float(pause)},
                )
                sys.stdout.write(job.key + "\n")
        case ["cancel", key]:
            services.cancel(Job.objects.get(key=key), by=BY, at=timezone.now())
        case ["verify"]:
            sys.stdout.write(f"{chain.verify().broken}\n")
