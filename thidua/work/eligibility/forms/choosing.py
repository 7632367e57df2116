"""Whom a title or form is asked about, when one comes from the law book."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import PickerField
from thidua.kit.ui.forms import Form
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit


class ChooseForm(Form):
    """One of the two."""

    nguoi = PickerField("orgs:person_search", label="Cá nhân", required=False)
    don_vi = PickerField("orgs:unit_search", label="Tập thể", required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people, units = self.fields["nguoi"], self.fields["don_vi"]
        people.queryset_fn = lambda text: orgs.with_positions(orgs.people_of(actor, text=text), actor.on)  # type: ignore[attr-defined]
        people.note_of = _note  # type: ignore[attr-defined]
        reach = orgs.units_of_people(actor)
        own = Unit.objects.none() if reach is None else reach
        units.queryset_fn = lambda text: orgs.search_units(actor, text).filter(pk__in=own.values("pk"))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and bool(facts.get("nguoi")) == bool(facts.get("don_vi")):
            raise forms.ValidationError("Chọn một cá nhân hoặc một tập thể.")
        return facts


def _note(person: Person) -> str:
    """What tells two people of one name apart."""
    held = next(iter(getattr(person, "now", ())), None)
    parts = [
        f"{held.title}, {held.unit}" if held else "",
        f"sinh {person.birth_year}" if person.birth_year else "",
    ]
    return " · ".join(filter(None, parts))
