"""One proposal as the page shows it."""

from dataclasses import dataclass

from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.selectors.visible import can_be_written
from thidua.outlook.intake.selectors.written import Record


@dataclass(frozen=True)
class Badge:
    kind: str
    text: str
    icon: str | None = None
    document: int | None = None
    """The record that it opens."""


@dataclass(frozen=True)
class Line:
    text: str
    waits: bool = False
    """Drawn in gold: a person should look."""


@dataclass(frozen=True)
class Card:
    proposal: Proposal
    title: str
    rest: str = ""
    """What stands after the bold words on the first line."""
    label: str = ""
    tags: tuple[Badge, ...] = ()
    badge: Badge | None = None
    when: str = ""
    lines: tuple[Line, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """Label and value, shown while the card is chosen."""
    suggestion: str = ""
    records: tuple[Record, ...] = ()
    """What was written from it."""

    @property
    def is_no_result(self) -> bool:
        return not can_be_written(self.proposal)

    @property
    def opens(self) -> str:
        """Where its badge leads: to the record, where that is called like the card itself."""
        same = [record.url for record in self.records if record.text == self.title]
        return same[0] if len(self.records) == len(same) == 1 else ""

    @property
    def key(self) -> str:
        return f"muc-{self.proposal.pk}"

    @property
    def parted(self) -> bool:
        """Whether a comma stands between the bold words and the rest."""
        return bool(self.rest) and not self.rest.startswith(("ngày ", "năm "))

    @property
    def is_pending(self) -> bool:
        return self.proposal.decision == Proposal.Decision.PENDING

    @property
    def is_accepted(self) -> bool:
        return self.proposal.decision == Proposal.Decision.ACCEPTED

    @property
    def is_rejected(self) -> bool:
        return self.proposal.decision == Proposal.Decision.REJECTED

    @property
    def can_edit(self) -> bool:
        return self.proposal.kind != Proposal.Kind.MATCH
