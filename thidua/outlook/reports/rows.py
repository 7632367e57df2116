"""One report, locked for a change; who touched it last."""

from datetime import datetime

from thidua.outlook.reports.models import Report
from thidua.records.orgs.actors import Actor


def locked(report: Report) -> Report:
    """The row as it is now, kept for this transaction."""
    return (
        Report.objects.select_for_update(of=("self",))
        .select_related("body", "send_to__body", "request__issuer", "document")
        .get(pk=report.pk)
    )


def touched(report: Report, *, by: Actor, at: datetime) -> None:
    """Save it with who and when."""
    report.saved_at, report.saved_by = at, by.name[:120]
    report.save()
