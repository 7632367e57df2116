"""One meeting, locked for a change, and how the log names it."""

from thidua.kit.audit import chain
from thidua.records.meetings.models import Meeting


def locked(meeting: Meeting) -> Meeting:
    """The row as it stands now, held until the transaction ends; after the end of the chain, as everywhere."""
    chain.hold()
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("body", "minutes")
    return rows.get(pk=meeting.pk)


def named(meeting: Meeting) -> str:
    """ "Họp cơ quan tháng 3 ngày 06/3/2024"."""
    return f"{meeting.name} {meeting.when}"
