"""Refusals that point to the document in the way, so that a page can offer to open it."""

from thidua.kit.refused import Refused
from thidua.records.register.models import Document


class InTheWay(Refused):
    def __init__(self, reason: str, document: Document) -> None:
        super().__init__(reason)
        self.document = document
