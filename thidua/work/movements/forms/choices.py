"""Choices that several forms offer: movements, documents, offices."""

from django.db.models import QuerySet

from thidua.kit.ui.fields import PickerField
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.register import selectors as register
from thidua.records.register.forms.choices import document_field, office_field
from thidua.records.register.models import Document
from thidua.work.movements import selectors
from thidua.work.movements.models import Movement

__all__ = [
    "document_field",
    "documents_of",
    "movement_field",
    "movement_note",
    "movements_of",
    "office_field",
    "offices_of",
    "own_movement_field",
    "own_movements_of",
]


def movement_field(label: str, **more: object) -> PickerField:
    return PickerField("movements:search", label=label, note_of=movement_note, **more)


def own_movement_field(label: str, **more: object) -> PickerField:
    return PickerField("movements:own_search", label=label, note_of=movement_note, **more)


def movement_note(movement: Movement) -> str:
    return " · ".join(part for part in (selectors.launcher_of(movement), movement.period_label) if part)


def movements_of(actor: Actor, but: Movement | None = None):
    """For a picker: what the actor sees, without one."""

    def search(text: str) -> QuerySet[Movement]:
        found = selectors.lists.in_words(selectors.visible_to(actor).select_related("launcher"), text)
        return (found.exclude(pk=but.pk) if but else found).order_by("-launched_on", "-pk")

    return search


def own_movements_of(actor: Actor):
    """For a picker: what the actor's body launched."""

    def search(text: str) -> QuerySet[Movement]:
        return movements_of(actor)(text).filter(launcher__body=actor.body, is_launched=True)

    return search


def documents_of(actor: Actor):
    """For a picker: issued documents that the actor sees."""

    def search(text: str) -> QuerySet[Document]:
        seen = register.visible_to(actor).filter(state=Document.State.ISSUED).select_related("issuer")
        return register.lists.in_words(seen, text).order_by("-ordered_on", "-pk")

    return search


def offices_of(actor: Actor):
    """For a picker: every office known here."""
    return lambda text: orgs.search_units(actor, text)
