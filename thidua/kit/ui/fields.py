"""Fields and widgets of our own: a day as an office writes it, and a picker that searches without diacritics."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thidua.kit.ui import asked
from thidua.vn.dates import parse_day
from thidua.vn.fold import fold

SHOWN = 8
"""Candidates that an ambiguous name offers."""


class DayInput(forms.DateInput):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        own = {"class": "td-day", "autocomplete": "off", "placeholder": "dd/mm/yyyy", "maxlength": "10"}
        super().__init__(attrs=own | (attrs or {}), format="%d/%m/%Y")


class DayField(forms.DateField):
    """dd/mm/yyyy; every spelling that documents use is understood: 8/6/2026, 08-06-2026, ngày 08 tháng 6 năm 2026."""

    widget = DayInput
    default_error_messages = {
        "year": f"Năm %(year)s ngoài khoảng {asked.FIRST_YEAR} – {asked.LAST_YEAR}. Kiểm tra lại năm."
    }

    def to_python(self, value: Any) -> date | None:
        day = (parse_day(value) if isinstance(value, str) else None) or super().to_python(value)
        if day is not None and not asked.is_sensible(day):
            raise forms.ValidationError(self.error_messages["year"], code="year", params={"year": day.year})
        return day


@dataclass(frozen=True)
class Candidate:
    pk: Any
    text: str
    note: str = ""
    chosen: bool = False


class PickerInput(forms.Widget):
    """A text box `<name>` and, filled by the suggestion list, a hidden `<name>_id`."""

    template_name = "ui/forms/widgets/picker.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.search_url_name = ""
        self.candidates: list[Candidate] = []

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, str]:
        return str(data.get(name, "") or "").strip(), str(data.get(f"{name}_id", "") or "").strip()

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and f"{name}_id" not in data

    def format_value(self, value: Any) -> Any:
        return value if isinstance(value, tuple) else ("", "")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        text, pk = self.format_value(value)
        context["widget"] |= {
            "text": text,
            "pk": pk,
            "url": reverse(self.search_url_name),
            "candidates": [
                Candidate(one.pk, one.text, one.note, str(one.pk) == str(pk)) for one in self.candidates
            ],
        }
        return context


class PickerField(forms.Field):
    """One record chosen by its name.

    `search_url_name` answers `?q=` with `offer(request, candidates)`. `queryset_fn(text)` gives the records that
    the actor may choose and that fit the text ("" for all), never sliced; set it in the form's `__init__` where it
    needs the actor. Without script the typed name is looked up here; several that fit are offered as radio buttons.
    """

    widget = PickerInput
    default_error_messages = {
        "unknown": "Không thấy “%(text)s”. Kiểm tra lại cách viết, hoặc gõ ít chữ hơn để tìm.",
        "several": "Chưa rõ “%(text)s” là mục nào. Chọn một mục dưới đây, hoặc gõ lại.",
    }

    def __init__(
        self,
        search_url_name: str,
        queryset_fn: "Callable[[str], QuerySet[Any]] | None" = None,
        *,
        text_of: Callable[[Any], str] = str,
        note_of: Callable[[Any], str] = lambda record: "",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.search_url_name, self.queryset_fn = search_url_name, queryset_fn
        self.text_of, self.note_of = text_of, note_of
        self.widget.search_url_name = search_url_name

    def _rows(self, text: str) -> "QuerySet[Any]":
        assert self.queryset_fn is not None, "the form sets queryset_fn"
        return self.queryset_fn(asked.short(text))

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, tuple):
            return value
        record = value if isinstance(value, Model) else self._rows("").filter(pk=value).first()
        return None if record is None else (self.text_of(record), str(record.pk))

    def clean(self, value: Any) -> Any:
        text, pk = value or ("", "")
        if not text:
            if self.required:
                raise forms.ValidationError(self.error_messages["required"], code="required")
            return None
        key = asked.as_key(pk)
        return (self._by_key(text, key) if key else None) or self._by_text(text)

    def _by_key(self, text: str, pk: int) -> Any:
        record = self._rows("").filter(pk=pk).first()
        if record is None:
            return None
        same_name = fold(self.text_of(record)) == fold(text)
        return record if same_name or self._rows(text).filter(pk=pk).exists() else None

    def _by_text(self, text: str) -> Any:
        found = list(self._rows(text)[: SHOWN * 4])
        exact = [record for record in found if fold(self.text_of(record)) == fold(text)]
        if len(exact) == 1:
            return exact[0]
        candidates = (exact or found)[:SHOWN]
        self.widget.candidates = [
            Candidate(one.pk, self.text_of(one), self.note_of(one)) for one in candidates
        ]
        code = "several" if candidates else "unknown"
        raise forms.ValidationError(self.error_messages[code], code=code, params={"text": text})

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = initial.pk if isinstance(initial, Model) else initial
        return str(before or "") != str((data or ("", ""))[1])


def offer(request: HttpRequest, candidates: "list[Candidate]") -> HttpResponse:
    """The answer of a search endpoint to a picker: at most 20 candidates, drawn as options."""
    return render(request, "ui/picker_options.html", {"candidates": candidates[:20]})
