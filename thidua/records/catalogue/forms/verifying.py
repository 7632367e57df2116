"""An entry compared with its text: one typed field for each part of what it states."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.kit.ui.forms import Form
from thidua.records.catalogue import stated
from thidua.records.catalogue.forms.choices import LaidForm
from thidua.records.catalogue.stated import Part
from thidua.records.orgs.actors import Actor
from thidua.records.register.forms.choices import kind_field, office_field, offices_of
from thidua.records.register.identity import Identity

_CODES_HELP = "Mã như trong sách luật, cách nhau bằng dấu phẩy."
_LINES_HELP = "Mỗi dòng một mục."


class CodesField(forms.CharField):
    """Codes of titles and forms, or patterns of the book, parted by commas."""

    def __init__(self, *, known: Any, **kwargs: Any) -> None:
        super().__init__(help_text=_CODES_HELP, **kwargs)
        self.known = known

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(str(each) for each in value) if isinstance(value, (list, tuple)) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        codes = [code for code in (each.strip() for each in text.replace(";", ",").split(",")) if code]
        if unknown := [code for code in codes if code not in self.known]:
            raise forms.ValidationError(f"Sách luật không có mã {', '.join(unknown)}. Kiểm tra lại.")
        return codes


class LinesField(forms.CharField):
    """One thing a line."""

    def __init__(self, **kwargs: Any) -> None:
        rows = {"rows": 4}
        super().__init__(help_text=_LINES_HELP, widget=forms.Textarea(attrs=rows), max_length=2000, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(str(each) for each in value) if isinstance(value, (list, tuple)) else value

    def clean(self, value: Any) -> Any:
        return [line for line in (each.strip() for each in super().clean(value).splitlines()) if line]


def field_of(part: Part) -> forms.Field:
    """The typed field of a part, with what the book says now in it."""
    given: dict[str, Any] = {"label": part.label, "required": not part.is_optional, "initial": part.value}
    if part.kind in (stated.NUMBER, stated.MONEY):
        return forms.IntegerField(min_value=0, max_value=10**12, **given)
    if part.kind in (stated.PERCENT, stated.DECIMAL):
        most = 100 if part.kind == stated.PERCENT else 1000
        return forms.DecimalField(
            min_value=0, max_value=most, max_digits=7, decimal_places=3, localize=True, **given
        )
    if part.kind in (stated.CHOICE, stated.CODE):
        none = [("", "(không)")] if part.is_optional else []
        return forms.ChoiceField(choices=[*none, *part.choices.items()], **given)
    if part.kind == stated.FLAG:
        return forms.BooleanField(**given | {"required": False})
    if part.kind == stated.CODES:
        return CodesField(known=part.choices, **given)
    if part.kind == stated.LINES:
        return LinesField(**given)
    if part.kind == stated.DAY:
        initial = date.fromisoformat(str(part.value)) if part.value else None
        return DayField(**given | {"initial": initial})
    long = len(str(part.value or "")) > 60
    return forms.CharField(
        max_length=2000, **given, **({"widget": forms.Textarea(attrs={"rows": 3})} if long else {})
    )


@dataclass(frozen=True)
class Group:
    """Parts under one heading; `fields` as drawn."""

    title: str
    fields: Sequence[forms.BoundField]


class VerifyForm(LaidForm):
    name = forms.CharField(label="Tên mục", max_length=300, required=False)

    field_order = ("document", "place", "since", "until", "name", "note")
    more = ("until", "name", "note")
    more_label = "Ngày hết hiệu lực, tên mục, ghi chú"

    parts: Sequence[Part] = ()

    def first(self) -> Any:
        named = {part.name for part in self.parts}
        return (field for field in super().first() if field.name not in named)

    def groups(self) -> list[Group]:
        """The parts as they stand in the entry: its own first, then each condition."""
        found: dict[str, list[forms.BoundField]] = {}
        for part in self.parts:
            found.setdefault(part.group, []).append(self[part.name])
        return [Group(title, fields) for title, fields in found.items()]

    def facts(self) -> dict[str, Any]:
        """For the verb: what was typed, the parts as corrections."""
        named = {part.name for part in self.parts}
        told = {name: value for name, value in self.cleaned_data.items() if name not in named}
        return told | {"corrections": {name: self.cleaned_data[name] for name in named}}


def verify_form(parts: Sequence[Part]) -> type[VerifyForm]:
    """The form of one entry."""
    fields = {part.name: field_of(part) for part in parts}
    return type("VerifyEntryForm", (VerifyForm,), {**fields, "parts": tuple(parts)})


class TextForm(Form):
    """The text itself, and what names it."""

    file = forms.FileField(label="Tệp văn bản", help_text="PDF, .docx hoặc .txt; không nhận tài liệu mật.")
    number = forms.CharField(label="Số, ký hiệu", max_length=60, help_text="Như in, ví dụ 152/2025/NĐ-CP.")
    issued_on = DayField(label="Ngày ban hành")
    type = kind_field(required=False)
    issuer = office_field(required=False)
    title = forms.CharField(
        label="Trích yếu", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].queryset_fn = offices_of(actor)

    def identity(self) -> Identity:
        return Identity(**{name: value for name, value in self.cleaned_data.items() if name != "file"})
