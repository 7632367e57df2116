"""A refusal that belongs to one card, so that the page can show it there."""

from thidua.kit.refused import Refused
from thidua.outlook.intake.models import Proposal


class RefusedAt(Refused):
    """What the register said about one proposal; the whole act was undone."""

    def __init__(self, proposal: Proposal, refused: Refused) -> None:
        super().__init__(refused.reasons)
        self.proposal_id = proposal.pk
