"""Where other apps' pages stand; empty while such a page does not exist."""

from django.urls import NoReverseMatch, reverse

from thidua.outlook.intake.models import Reading, Workbook


def of_document(pk: int | str | None) -> str:
    try:
        return reverse("register:document", args=[pk]) if pk else ""
    except NoReverseMatch:
        return ""


def of_register() -> str:
    try:
        return reverse("register:list")
    except NoReverseMatch:
        return reverse("intake:list")


def of_card(reading: Reading | int, proposal_id: int | None = None) -> str:
    """The reading's page, at one of its cards."""
    pk = reading.pk if isinstance(reading, Reading) else reading
    return reverse("intake:reading", args=[pk]) + (f"#muc-{proposal_id}" if proposal_id else "")


def of_workbook(workbook: Workbook) -> str:
    return reverse("intake:workbook", args=[workbook.pk])
