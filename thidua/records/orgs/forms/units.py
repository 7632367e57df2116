"""What is typed about units."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.kit.ui.fields import DayField, PickerField
from thidua.records.orgs import selectors
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.orgs.models import Succession, Unit, UnitCode

DOCUMENT = "Số, ký hiệu, ngày, cơ quan ban hành. Ví dụ: 12/QĐ-UBND ngày 08/6/2026 của UBND tỉnh."
INSIDE_KINDS = [choice for choice in Unit.Kind.choices if choice[0] != Unit.Kind.OTHER]


def unit_field(label: str, **options: Any) -> PickerField:
    return PickerField(
        "orgs:unit_search", label=label, note_of=lambda unit: unit.code or unit.get_level_display(), **options
    )


def document_field(**options: Any) -> forms.CharField:
    return forms.CharField(label="Theo văn bản", max_length=200, help_text=DOCUMENT, **options)


class UnitActForm(FoldedForm):
    """Pickers offer living units; `unit` itself is not among them."""

    def __init__(self, *args: Any, actor: Actor, unit: Unit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.unit = actor, unit
        for field in self.fields.values():
            if isinstance(field, PickerField):
                field.queryset_fn = self.choices

    def choices(self, text: str) -> QuerySet[Unit]:
        found = selectors.search_units(self.actor, text)
        return found.exclude(pk=self.unit.pk) if self.unit else found


class FoundForm(UnitActForm):
    more = ("short_name", "since", "by_document", "issues_papers", "note")

    name = forms.CharField(label="Tên đơn vị", max_length=300)
    parent = unit_field("Trực thuộc")
    kind = forms.ChoiceField(label="Loại tổ chức", choices=INSIDE_KINDS, initial=Unit.Kind.ROOM)
    level = forms.ChoiceField(label="Cấp", choices=Unit.Level.choices, initial=Unit.Level.UNIT)
    code = forms.CharField(
        label="Ký hiệu văn bản",
        max_length=40,
        required=False,
        help_text="Chữ sau dấu gạch trong số văn bản, ví dụ SVH.",
    )
    is_legal_person = forms.BooleanField(
        label="Có tư cách pháp nhân",
        required=False,
        help_text="Có sổ văn bản, danh mục, quỹ riêng. Phòng, bộ phận thì không.",
    )
    short_name = forms.CharField(label="Tên gọn", max_length=120, required=False)
    since = DayField(label="Ngày thành lập", required=False)
    by_document = document_field(required=False)
    issues_papers = forms.BooleanField(label="Ban hành văn bản", required=False, initial=True)
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)


class OutsideForm(UnitActForm):
    more = ("short_name", "parent", "note")

    name = forms.CharField(label="Tên tổ chức", max_length=300, help_text="Tên đầy đủ, kèm tỉnh nếu có.")
    kind = forms.ChoiceField(label="Loại tổ chức", choices=Unit.Kind.choices)
    level = forms.ChoiceField(label="Cấp", choices=Unit.Level.choices, initial=Unit.Level.PROVINCE)
    code = forms.CharField(label="Ký hiệu văn bản", max_length=40, required=False)
    short_name = forms.CharField(label="Tên gọn", max_length=120, required=False)
    parent = unit_field("Trực thuộc", required=False)
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)


class CorrectForm(UnitActForm):
    """Mends what was typed wrong; a change with a day of its own is a rename or a move."""

    more = ("issues_papers", "founded_on", "note")

    name = forms.CharField(label="Tên", max_length=300)
    short_name = forms.CharField(label="Tên gọn", max_length=120, required=False)
    kind = forms.ChoiceField(label="Loại tổ chức", choices=Unit.Kind.choices)
    level = forms.ChoiceField(label="Cấp", choices=Unit.Level.choices)
    is_legal_person = forms.BooleanField(label="Có tư cách pháp nhân", required=False)
    issues_papers = forms.BooleanField(label="Ban hành văn bản", required=False)
    founded_on = DayField(label="Ngày thành lập", required=False)
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)


class RenameForm(UnitActForm):
    name = forms.CharField(label="Tên mới", max_length=300)
    short_name = forms.CharField(label="Tên gọn mới", max_length=120, required=False)
    since = DayField(label="Từ ngày")
    by_document = document_field(required=False)


class FormerNameForm(UnitActForm):
    name = forms.CharField(label="Tên cũ", max_length=300)
    since = DayField(label="Từ ngày", required=False)
    until = DayField(label="Thôi dùng từ ngày", help_text="Ngày đầu tiên không còn mang tên này.")
    by_document = document_field(required=False)


class MoveForm(UnitActForm):
    parent = unit_field("Cấp trên mới", required=False, help_text="Để trống: không trực thuộc tổ chức nào.")
    since = DayField(label="Từ ngày")
    by_document = document_field(required=False)


class CodeForm(UnitActForm):
    scheme = forms.ChoiceField(label="Loại mã", choices=UnitCode.Scheme.choices)
    code = forms.CharField(label="Mã", max_length=40)
    since = DayField(
        label="Từ ngày",
        required=False,
        help_text="Để trống: sửa mã đang dùng. Có ngày: mã cũ giữ trong lịch sử.",
    )


class DissolveForm(UnitActForm):
    on = DayField(label="Chấm dứt từ ngày", help_text="Ngày đầu tiên không còn hoạt động.")
    by_document = document_field()
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)


class MergeForm(UnitActForm):
    into = unit_field("Nhập vào")
    other = unit_field(
        "Cùng nhập với", required=False, help_text="Tổ chức thứ hai cùng nhập trong một văn bản."
    )
    kind = forms.ChoiceField(
        label="Cách thức",
        choices=[choice for choice in Succession.Kind.choices if choice[0] in ("hop_nhat", "thay_the")],
    )
    on = DayField(label="Từ ngày")
    by_document = document_field()
    with_subunits = forms.BooleanField(
        label="Chuyển các đơn vị trực thuộc sang tổ chức tiếp nhận", required=False, initial=True
    )


class SplitForm(UnitActForm):
    HOW = (
        ("chia", "Chia: tổ chức này chấm dứt"),
        ("tach", "Tách: tổ chức này còn hoạt động"),
        ("chuyen", "Chuyển giao một phần nhiệm vụ"),
    )
    how = forms.ChoiceField(label="Cách thức", choices=HOW, widget=forms.RadioSelect, initial="chia")
    into = unit_field("Tổ chức tiếp nhận")
    other = unit_field("Tổ chức tiếp nhận thứ hai", required=False)
    on = DayField(label="Từ ngày")
    by_document = document_field()
