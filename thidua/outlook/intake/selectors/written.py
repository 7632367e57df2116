"""What was written from each card, as links, as far as the actor may open it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from thidua.outlook.intake.models import Proposal, Taken
from thidua.records.awards import selectors as awards
from thidua.records.meetings import selectors as meetings
from thidua.records.orgs.actors import Actor
from thidua.records.register import selectors as register
from thidua.work.movements import selectors as movements
from thidua.work.programme import selectors as programme


@dataclass(frozen=True)
class Record:
    """ "Đã ghi: Kế hoạch 46/KH-SVH"."""

    text: str
    url: str


_Where = tuple[Callable[[Actor], QuerySet[Any]], str, Callable[[Any], str]]
_KINDS: dict[str, _Where] = {
    "register.Document": (register.visible_to, "register:document", str),
    "movements.Movement": (
        lambda actor: movements.visible_to(actor).select_related("launcher"),
        "movements:movement",
        lambda row: (
            f"Phong trào {row.title}"
            + (f" ({row.launcher.short_name or row.launcher.name})" if row.launcher else "")
        ),
    ),
    "programme.Task": (programme.visible_to, "programme:task", lambda row: f"Nhiệm vụ: {row.title}"),
    "awards.Award": (awards.visible_to, "awards:award", str),
    "meetings.Meeting": (meetings.visible_to, "meetings:meeting", lambda row: f"{row.name}, {row.when}"),
}


def written_from(proposals: Iterable[Proposal], *, actor: Actor) -> dict[int, tuple[Record, ...]]:
    """Proposal → records; one query, and one a kind of record."""
    ids = [row.pk for row in proposals if row.written]
    if not ids:
        return {}
    taken: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    rows = Taken.objects.filter(proposal__in=ids).order_by("pk").values_list("proposal", "subject")
    for proposal, subject in dict.fromkeys(rows):
        kind, _, pk = subject.partition(":")
        if kind in _KINDS:
            taken[kind][int(pk)].append(proposal)
    found: dict[int, list[Record]] = defaultdict(list)
    for kind, holders in taken.items():
        visible, address, named = _KINDS[kind]
        for row in visible(actor).filter(pk__in=holders).order_by("pk"):
            for proposal in holders[row.pk]:
                found[proposal].append(Record(named(row), reverse(address, args=[row.pk])))
    return {proposal: tuple(records) for proposal, records in found.items()}
