"""A state machine as a frozen table, and one door: `SHORT.move(document, "submit", by=actor, at=now)`.

The record has a field `state` and moves (`Move` with a key named `subject`, related_name "moves"). No hooks: what follows
a move is written in the service, below the call.
"""

from thidua.kit.workflow.moves import Move
from thidua.kit.workflow.table import Step, Workflow, to_mermaid

__all__ = ["Move", "Step", "Workflow", "to_mermaid"]
