"""Counts of who came become meetings with their turnout; one meeting though several sections speak of it."""

from typing import Any

from thidua.outlook.intake.identities import day_of
from thidua.outlook.intake.models import Proposal, Taken
from thidua.outlook.intake.services.writing.ground import Ground
from thidua.records.meetings.models import Meeting
from thidua.records.meetings.services import correct_meeting, disseminate, record_meeting, record_turnout
from thidua.records.register.models import Document
from thidua.vn.periods import parse


def write(ground: Ground, document: Document) -> None:
    rows = ground.of(Proposal.Kind.ATTENDANCE)
    for row in rows:
        with ground.beside(row):
            known = _known(ground, row)
            meeting = _joined(ground, row, known) if known else _recorded(ground, row, document)
            ground.note(row, meeting)


def _known(ground: Ground, row: Proposal) -> Meeting | None:
    """The meeting that the other place told of, where that was written."""
    same = row.fact.get("same_as")
    others = [each for each in ground.proposals if each.kind == row.kind and each.position == same]
    for other in others:
        keys = [taken.subject for taken in ground.taken if taken.proposal == other]
        keys += Taken.objects.filter(proposal=other).values_list("subject", flat=True)
        ids = [key.split(":")[1] for key in keys if key.startswith("meetings.Meeting:")]
        return Meeting.objects.filter(pk__in=ids, cancelled_at=None).first()
    return None


def _recorded(ground: Ground, row: Proposal, document: Document) -> Meeting:
    fact = row.fact
    meeting = record_meeting(
        _named(str(fact.get("event") or "")),
        body=ground.body,
        kind=str(fact.get("kind") or Meeting.Kind.OTHER),
        held_on=day_of(fact, "held_on"),
        period=parse(fact.get("period") or ""),
        documents=_told_of(ground, row),
        topics=fact.get("topics") or [],
        is_folded_into=bool(fact.get("is_folded_into")),
        by=ground.by,
        at=ground.at,
    )
    record_turnout(
        meeting,
        present=int(fact.get("present") or 0),
        expected=fact.get("expected"),
        document=document,
        printed=str(fact.get("printed") or ""),
        by=ground.by,
        at=ground.at,
    )
    return meeting


def _joined(ground: Ground, row: Proposal, meeting: Meeting) -> Meeting:
    """One meeting under two headings: it serves both themes, and what both tell of was told there."""
    by: dict[str, Any] = {"by": ground.by, "at": ground.at}
    topics = [*meeting.topics, *(row.fact.get("topics") or [])]
    meeting = correct_meeting(meeting, topics=topics, **by)
    return disseminate(meeting, _told_of(ground, row), **by)


def _told_of(ground: Ground, row: Proposal) -> list[Document]:
    """Documents cited in the section in which the meeting stands."""
    found = ground.papers.within(row.fact.get("around") or ())
    return list({cited.pk: cited for _, cited in found.values() if cited is not None}.values())


def _named(event: str) -> str:
    """ "cuộc họp cơ quan định kỳ" → "Họp cơ quan định kỳ"."""
    words = event.removeprefix("cuộc ").removeprefix("buổi ").strip()
    return words[:1].upper() + words[1:]
