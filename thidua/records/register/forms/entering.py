"""A document that came or went: its facts, its line in the register, its validity."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.kit.ui.forms import Form
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register.forms.choices import kind_field, office_field, offices_of, topic_field
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document, Entry, Paper

DIRECTIONS = [(Entry.Direction.IN, "Văn bản đến"), (Entry.Direction.OUT, "Văn bản đi")]


class FactsForm(Form):
    """What names a document."""

    number = forms.CharField(
        label="Số, ký hiệu", max_length=60, required=False, help_text="Như in trên văn bản, ví dụ 30/KH-SVH."
    )
    issued_on = DayField(label="Ngày ban hành", required=False)
    type = kind_field(required=False)
    issuer = office_field(required=False)
    title = forms.CharField(
        label="Trích yếu", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    signer = forms.CharField(label="Người ký", max_length=120, required=False)
    signer_title = forms.CharField(label="Chức vụ người ký", max_length=160, required=False)
    topic = topic_field()

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].queryset_fn = offices_of(actor)

    def identity(self) -> Identity:
        facts = {name: self.cleaned_data[name] for name in _IDENTITY}
        return Identity(**facts)


_IDENTITY = ("type", "number", "issued_on", "issuer", "title", "signer", "signer_title", "topic")


class EnterForm(FactsForm):
    """Few fields first: direction, number, day, kind, issuer, title; the rest is folded."""

    direction = forms.ChoiceField(label="Sổ", choices=DIRECTIONS, widget=forms.RadioSelect)
    next_number = forms.BooleanField(label="Lấy số tiếp theo của dãy số", required=False)
    arrival_number = forms.CharField(label="Số đến", max_length=20, required=False)
    received_on = DayField(label="Ngày đến", required=False)
    effective_on = DayField(label="Hiệu lực từ", required=False)
    expires_on = DayField(label="Hết hiệu lực từ", required=False)
    file = forms.FileField(
        label="Tệp văn bản", required=False, help_text="PDF, .docx hoặc .txt; không nhận tài liệu mật."
    )
    new_issuer = forms.CharField(
        label="Tên nơi ban hành chưa có trong danh mục",
        max_length=300,
        required=False,
        help_text="Tên đầy đủ, chỉ dùng cho cơ quan ngoài hệ thống.",
    )
    new_issuer_level = forms.ChoiceField(label="Cấp", choices=Unit.Level.choices, required=False)
    new_issuer_kind = forms.ChoiceField(label="Loại tổ chức", choices=Unit.Kind.choices, required=False)
    field_order = ["direction", "number", "issued_on", "type", "issuer", "title"]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        arrived = facts.get("direction") == Entry.Direction.IN
        named = facts.get("issuer") or facts.get("new_issuer") or "issuer" in self.errors
        if arrived and not named:
            self.add_error("issuer", "Chọn nơi ban hành, hoặc nhập tên ở mục “Nơi ban hành chưa có”.")
        return facts


class CorrectForm(FactsForm):
    due_on = DayField(label="Hạn soạn xong", required=False)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    """The last line of the log when the page was opened: two officers do not overwrite each other."""

    def __init__(self, *args: Any, document: Document, seen: int | None, **kwargs: Any) -> None:
        facts = (
            "type",
            "number",
            "issued_on",
            "issuer",
            "title",
            "signer",
            "signer_title",
            "topic",
            "due_on",
        )
        kwargs["initial"] = {name: getattr(document, name) for name in facts} | {"seen": seen}
        super().__init__(*args, **kwargs)
        absent = ("number", "issued_on") if document.is_draft else ("due_on",)
        for name in absent:
            del self.fields[name]


class LineForm(Form):
    arrival_number = forms.CharField(label="Số đến", max_length=20, required=False)
    received_on = DayField(label="Ngày đến", required=False)
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)


class ValidityForm(Form):
    effective_on = DayField(label="Hiệu lực từ", required=False)
    expires_on = DayField(
        label="Hết hiệu lực từ",
        required=False,
        help_text="Ngày đầu tiên không còn hiệu lực; để trống nếu còn.",
    )
    note = forms.CharField(label="Căn cứ", max_length=300, required=False)


class UploadForm(Form):
    file = forms.FileField(label="Tệp", help_text="PDF, .docx hoặc .txt; không nhận tài liệu mật.")
    part = forms.ChoiceField(label="Phần", choices=Paper.Part.choices, required=False)
