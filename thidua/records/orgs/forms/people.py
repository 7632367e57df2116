"""What is typed about people."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.kit.ui.fields import DayField, PickerField
from thidua.records.orgs import identity, selectors
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.orgs.forms.units import unit_field
from thidua.records.orgs.models import Person, Position, Unit
from thidua.records.orgs.services import NewPerson
from thidua.records.orgs.typed import tidy
from thidua.vn.dates import parse_day

AT_ONCE = 500
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_A_NAME = re.compile(r"\d|^(?:stt|họ và tên|họ tên|tt)$", re.IGNORECASE)
YES_NO = (("", "Chưa rõ"), ("1", "Có"), ("0", "Không"))


class PersonActForm(FoldedForm):
    """Units on offer are those whose people the actor manages; people, those whom the actor sees."""

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        for field in self.fields.values():
            if isinstance(field, PickerField):
                is_unit = field.search_url_name == "orgs:unit_search"
                field.queryset_fn = self.units if is_unit else self.people

    def units(self, text: str) -> QuerySet[Unit]:
        reach = selectors.units_of_people(self.actor)
        found = selectors.search_units(self.actor, text)
        return found.filter(pk__in=reach.values("pk")) if reach is not None else found.none()

    def people(self, text: str) -> QuerySet[Person]:
        return selectors.people_of(self.actor, text=text)


class FactsForm(PersonActForm):
    more = ("gender", "is_party_member", "is_foreigner", "home")

    full_name = forms.CharField(label="Họ và tên", max_length=120)
    born = forms.CharField(
        label="Ngày sinh hoặc năm sinh",
        required=False,
        max_length=40,
        help_text="Ví dụ 08/6/1985, hoặc chỉ 1985.",
    )
    gender = forms.ChoiceField(
        label="Giới tính", choices=[("", "Chưa rõ"), *Person.Gender.choices], required=False
    )
    is_party_member = forms.TypedChoiceField(
        label="Đảng viên",
        choices=YES_NO,
        coerce=lambda code: None if code == "" else code == "1",
        empty_value=None,
        required=False,
    )
    is_foreigner = forms.BooleanField(label="Người nước ngoài", required=False)
    home = forms.CharField(
        label="Nơi ở, nơi làm việc",
        max_length=200,
        required=False,
        help_text="Với người không thuộc cơ quan nào.",
    )

    def clean_born(self) -> tuple[date | None, int | None]:
        """A day and its year, a year alone, or nothing."""
        typed = self.cleaned_data["born"].strip()
        if not typed:
            return None, None
        if _YEAR.fullmatch(typed):
            return None, int(typed)
        day = parse_day(typed)
        if day is None:
            raise forms.ValidationError("Nhập ngày sinh theo dạng ngày/tháng/năm, hoặc chỉ năm sinh.")
        if day > self.actor.on:
            raise forms.ValidationError("Ngày sinh sau ngày hôm nay. Kiểm tra lại.")
        return day, day.year

    def facts(self) -> dict[str, Any]:
        """As services take them."""
        cleaned = dict(self.cleaned_data)
        cleaned["born_on"], cleaned["birth_year"] = cleaned.pop("born")
        return cleaned


class AddForm(FactsForm):
    unit = unit_field("Đơn vị", required=False, help_text="Để trống với người không thuộc cơ quan nào.")
    title = forms.CharField(label="Chức vụ, chức danh", max_length=160, required=False)
    labour = forms.ChoiceField(
        label="Loại lao động", choices=[("", "Chưa rõ"), *Position.Labour.choices], required=False
    )
    since = DayField(label="Giữ chức vụ từ ngày", required=False)
    field_order = ("full_name", "unit", "title", "labour", "since", "born")


class PasteForm(PersonActForm):
    unit = unit_field("Đơn vị")
    since = DayField(label="Từ ngày", required=False)
    lines = forms.CharField(
        label="Danh sách",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Chép từ Excel rồi dán: mỗi dòng một người; các cột tiếp theo là chức vụ, ngày sinh hoặc năm sinh.",
    )

    def clean_lines(self) -> list["Pasted"]:
        found = [
            read_line(line, place) for place, line in enumerate(self.cleaned_data["lines"].splitlines(), 1)
        ]
        kept = [line for line in found if line is not None]
        wrong = [f"Dòng {line.place}: “{line.typed}” không phải họ tên." for line in kept if not line.name]
        if wrong:
            raise forms.ValidationError(wrong[:10])
        if len(kept) > AT_ONCE:
            raise forms.ValidationError(f"Mỗi lần nhiều nhất {AT_ONCE} người; đang có {len(kept)} dòng.")
        return kept


@dataclass(frozen=True)
class Pasted:
    """One line as it was understood; an empty name: not understood."""

    place: int
    typed: str
    name: str
    title: str = ""
    born_on: date | None = None
    birth_year: int | None = None

    def as_new(self) -> NewPerson:
        return NewPerson(self.name, self.title, self.born_on, self.birth_year)


def read_line(line: str, place: int) -> Pasted | None:
    """Cells of a spreadsheet row: a leading running number falls away, a date is the birthday, the rest a title."""
    cells = [tidy(cell) for cell in line.split("\t")]
    if cells and re.fullmatch(r"\d{1,4}\.?", cells[0]) and len(cells) > 1:
        cells = cells[1:]
    cells = [cell for cell in cells if cell]
    if not cells or cells[0].casefold() in {"họ và tên", "họ tên"}:
        return None
    name = "" if _NOT_A_NAME.search(cells[0]) or len(cells[0]) > 120 else cells[0]
    born_on, birth_year, title = None, None, ""
    for cell in cells[1:]:
        day = parse_day(cell)
        if day:
            born_on, birth_year = day, day.year
        elif _YEAR.fullmatch(cell):
            birth_year = int(cell)
        elif not title:
            title = cell[:160]
    return Pasted(place, line.strip()[:80], name, title, born_on, birth_year)


class PositionForm(PersonActForm):
    more = ("labour", "until", "is_main")

    unit = unit_field("Đơn vị")
    title = forms.CharField(label="Chức vụ, chức danh", max_length=160)
    since = DayField(label="Từ ngày", required=False)
    ends_former = forms.BooleanField(label="Thôi chức vụ chính hiện nay từ ngày đó", required=False)
    labour = forms.ChoiceField(
        label="Loại lao động", choices=[("", "Chưa rõ"), *Position.Labour.choices], required=False
    )
    until = DayField(label="Đến trước ngày", required=False)
    is_main = forms.BooleanField(label="Chức vụ chính", required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("ends_former") and not cleaned.get("since"):
            self.add_error("since", "Nhập ngày để biết chức vụ hiện nay thôi từ bao giờ.")
        return cleaned


class ChangeTitleForm(PersonActForm):
    title = forms.CharField(label="Chức vụ, chức danh mới", max_length=160)
    labour = forms.ChoiceField(
        label="Loại lao động", choices=[("", "Chưa rõ"), *Position.Labour.choices], required=False
    )
    since = DayField(label="Từ ngày")


class EndPositionForm(PersonActForm):
    until = DayField(label="Thôi từ ngày", help_text="Ngày đầu tiên không còn giữ chức vụ.")


class CorrectPositionForm(PersonActForm):
    title = forms.CharField(label="Chức vụ, chức danh", max_length=160)
    labour = forms.ChoiceField(
        label="Loại lao động", choices=[("", "Chưa rõ"), *Position.Labour.choices], required=False
    )
    since = DayField(label="Từ ngày", required=False)
    until = DayField(label="Đến trước ngày", required=False)
    is_main = forms.BooleanField(label="Chức vụ chính", required=False)


class IdentityForm(PersonActForm):
    number = forms.CharField(
        label="Số định danh",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="12 chữ số (hoặc 9 chữ số với giấy tờ cũ). Số được mã hóa; để trống để xóa số đang lưu.",
    )

    def clean_number(self) -> str:
        typed = str(self.cleaned_data["number"]).strip()
        if typed and identity.digits_of(typed) is None:
            raise forms.ValidationError(
                "Số định danh có 12 chữ số (hoặc 9 chữ số với giấy tờ cũ). Kiểm tra lại số."
            )
        return typed


class FindIdentityForm(IdentityForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].required = True
        self.fields["number"].help_text = "Tìm đúng số, trong cả bản cài đặt. Mỗi lần tìm đều ghi nhật ký."


class MergeForm(PersonActForm):
    into = PickerField(
        "orgs:person_search",
        label="Thẻ giữ lại",
        help_text="Chức vụ, tài khoản, số định danh chuyển sang thẻ này.",
    )
    note = forms.CharField(label="Vì sao là một người", max_length=300, required=False)
