"""Writes rows one by one: each an audit line, claimed once."""

import time

from django.db import transaction
from django.utils import timezone

from thidua.kit.audit import chain
from thidua.kit.jobs.ends import Worker
from thidua.kit.jobs.registry import job
from thidua.kit.jobs.run import Outcome, Run


@job("trial.rows")
def rows(run: Run, count: int, pause: float) -> Outcome:
    for number in range(1, count + 1):
        run.step(number, count, f"dòng {number}")
        with transaction.atomic():
            if not run.claim(f"row-{number}"):
                continue
            chain.record("trial.row", f"row-{number}", by=Worker(""), at=timezone.now(), text=run.key)
        time.sleep(pause)
    return Outcome(f"Đã ghi {count} dòng.")
