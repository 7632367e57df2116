"""Counts of who came become meetings with their turnout; one meeting though several sections speak of it."""

from thidua.outlook.intake.services.writing.ground import Ground
from thidua.records.register.models import Document


def write(ground: Ground, document: Document) -> None:
    return
