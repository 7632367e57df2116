"""Screenings of more people than one waits for."""

from dataclasses import replace

from django.urls import reverse
from django.utils import timezone

from thidua.kit.jobs.registry import job
from thidua.kit.jobs.run import Outcome, Run
from thidua.records.orgs.actors import Actor, actor_for, system
from thidua.work.eligibility import results
from thidua.work.eligibility.models import Screening


@job("eligibility.screen")
def screen(run: Run, screening: int) -> Outcome:
    """Whoever has a row already is not judged again."""
    row = Screening.objects.select_related("unit", "body", "made_by").filter(pk=screening).first()
    if row is None:
        return Outcome("Lượt sàng lọc này đã bị xóa.")
    page = reverse("eligibility:screening", args=[row.pk])
    if row.is_done:
        return Outcome("Lượt sàng lọc này đã xong.", page)
    row = results.fill(
        row,
        by=_maker(row),
        at=timezone.now(),
        step=lambda done, total: run.step(done, total, "đối chiếu tiêu chuẩn"),
        claim=lambda done: run.claim(f"{run.attempt}:{done}"),
    )
    return Outcome(f"Đã sàng lọc {row.done} đối tượng.", page)


def _maker(screening: Screening) -> Actor:
    """Whoever asked for it, with the rights of today, in the work of the same body."""
    today = timezone.localdate()
    if screening.made_by is None:
        return system(today, screening.body)
    return replace(actor_for(screening.made_by, today), body=screening.body)
