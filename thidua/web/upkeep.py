"""What waits for whoever runs the installation: daily upkeep that did not succeed."""

from django.urls import reverse
from django.utils import timezone

from thidua.kit.jobs import selectors as jobs
from thidua.kit.ui.waiting import Waiting
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right


def waiting_for(actor: Actor) -> list[Waiting]:
    """One query, and only for administrators."""
    if not actor.has(Right.ACCOUNTS_MANAGE):
        return []
    return [
        Waiting(
            f"Việc hằng ngày không xong: {row.title[:1].lower()}{row.title[1:]}",
            row.outcome,
            reverse("orgs:audit"),
            "Xem nhật ký",
            since=timezone.localdate(row.finished_at) if row.finished_at else None,
        )
        for row in jobs.daily_failed()
    ]
