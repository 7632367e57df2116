"""What the forms of all kinds have in common: whom it is about, and the source."""

from datetime import date, timedelta
from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField, PickerField
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.register.forms.choices import document_field, documents_of
from thidua.records.staff.models import Kept

DAY = timedelta(days=1)


def last_field(label: str = "Đến hết ngày", **more: Any) -> DayField:
    return DayField(label=label, required=False, **more)


class ToldForm(FoldedForm):
    """One row about a person. `facts()`: as the services take them; `told(row)`: what the fields show of one."""

    more = ("document", "printed")
    more_label = "Văn bản, căn cứ"
    same: tuple[str, ...] = ()
    """Fields that are facts of the same name."""

    person = PickerField("orgs:person_search", label="Người")
    document = document_field("Văn bản", required=False)
    printed = forms.CharField(
        label="Căn cứ khác",
        max_length=300,
        required=False,
        help_text="Khi văn bản chưa có trong sổ: số, ngày, hoặc lấy từ sổ nào.",
    )

    def __init__(self, *args: Any, actor: Actor, row: Kept | None = None, **kwargs: Any) -> None:
        self.actor = actor
        if row is not None:
            kwargs["initial"] = {**self.told(row), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset_fn = lambda text: orgs.people_of(actor, text=text)  # type: ignore[attr-defined]
        if "document" in self.fields:
            self.fields["document"].queryset_fn = documents_of(actor)  # type: ignore[attr-defined]

    def told(self, row: Any) -> dict[str, Any]:
        found = {name: getattr(row, name) for name in self.same}
        found |= {name: getattr(row, name) for name in ("person", "document", "printed")}
        if "last" in self.base_fields and row.until:
            found["last"] = row.until - DAY
        return found

    def of(self) -> Any:
        return self.cleaned_data.get("person")

    def facts(self) -> dict[str, Any]:
        typed = self.cleaned_data
        found = {name: typed.get(name) for name in self.same}
        found |= {name: typed.get(name) for name in ("document", "printed") if name in self.fields}
        if "last" in self.fields:
            last: date | None = typed.get("last")
            found["until"] = last + DAY if last else None
        return found


class OfOneForm(ToldForm):
    """About a person or a collective, never both."""

    unit = PickerField("register:office_search", label="Hoặc tập thể", required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        self.fields["person"].required = False
        self.fields["unit"].queryset_fn = lambda text: orgs.search_units(actor, text)  # type: ignore[attr-defined]

    def told(self, row: Any) -> dict[str, Any]:
        return super().told(row) | {"unit": row.unit}

    def of(self) -> Any:
        return self.cleaned_data.get("person") or self.cleaned_data.get("unit")

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        given = [name for name in ("person", "unit") if facts.get(name)]
        if len(given) != 1 and not {"person", "unit"} & set(self.errors):
            self.add_error("unit" if given else "person", "Điền một trong hai: người, hoặc tập thể.")
        return facts
