"""Giving tasks: one with few fields first, or many pasted lines."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.kit.ui.fields import DayField, PickerField
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.forms.choices import document_field, documents_of, office_note
from thidua.work.programme.models import Task
from thidua.work.programme.services import NewTask

AT_ONCE = 200
_NUMBER = re.compile(r"\d{1,4}[.)]?")
_BULLET = re.compile(r"^(?:[-+*•–]|\d{1,3}[.)]|[a-zđ]\))\s+")
_HEAD = re.compile(r"^(?:stt|tt|nội dung|nhiệm vụ|nội dung nhiệm vụ|nội dung công việc)$", re.IGNORECASE)


class TaskForm(FoldedForm):
    more = ("role_text", "all_staff", "cooperate_text", "document", "basis", "due_on")
    more_label = "Toàn cơ quan, phối hợp, văn bản giao, căn cứ, ngày hạn"

    action = forms.CharField(label="Nội dung", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    kind = forms.ChoiceField(
        label="Loại",
        choices=Task.Kind.choices,
        widget=forms.RadioSelect,
        initial=Task.Kind.BINDING,
        help_text="“Đề nghị” dùng cho nơi không thuộc quyền giao việc; không có danh sách quá hạn.",
    )
    unit = PickerField("orgs:unit_search", label="Đơn vị thực hiện", required=False, note_of=office_note)
    person = PickerField("orgs:person_search", label="Người thực hiện", required=False)
    deadline_text = forms.CharField(
        label="Thời hạn",
        max_length=200,
        required=False,
        help_text="Ghi như trong văn bản, ví dụ: trước ngày 15/11/2026, trong quý III năm 2026, kịp thời. Ngày được suy ra kèm lý do.",
    )
    role_text = forms.CharField(label="Chức danh, bộ phận", max_length=160, required=False)
    all_staff = forms.BooleanField(label="Toàn thể cơ quan", required=False)
    cooperate_text = forms.CharField(label="Phối hợp", max_length=500, required=False)
    document = document_field("Giao tại văn bản", required=False)
    basis = document_field("Căn cứ", required=False)
    due_on = DayField(
        label="Ấn định ngày", required=False, help_text="Để trống thì ngày lấy từ thời hạn ghi ở trên."
    )

    def __init__(self, *args: Any, actor: Actor, task: Task | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset_fn = units_of(actor)
        self.fields["person"].queryset_fn = lambda text: orgs.people_of(actor, text=text)
        for name in ("document", "basis"):
            self.fields[name].queryset_fn = documents_of(actor)
        if task is not None:
            for name in ("basis", "due_on"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("all_staff") and (facts.get("unit") or facts.get("person")):
            self.add_error("all_staff", "Đã chọn đơn vị hoặc người. Bỏ chọn một trong hai.")
        return facts


def units_of(actor: Actor):
    """For a picker: own rooms first by their order, other units behind them."""

    def search(text: str) -> QuerySet[Unit]:
        return orgs.search_units(actor, text)

    return search


@dataclass(frozen=True)
class Pasted:
    """One line as it was understood."""

    place: int
    action: str
    assignee: str = ""
    deadline: str = ""
    cooperate: str = ""

    def as_new(self, *, binding: bool) -> NewTask:
        return NewTask(self.action, self.assignee, self.deadline, self.cooperate, binding)


class PasteForm(FoldedForm):
    lines = forms.CharField(
        label="Các nhiệm vụ",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Mỗi dòng một nhiệm vụ. Chép từ Excel thì các cột lần lượt là: nội dung, giao cho, thời hạn, phối hợp.",
    )
    kind = forms.ChoiceField(
        label="Loại", choices=Task.Kind.choices, widget=forms.RadioSelect, initial=Task.Kind.BINDING
    )
    document = document_field("Giao tại văn bản", required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)

    def clean_lines(self) -> list[Pasted]:
        found = [
            read_line(line, place) for place, line in enumerate(self.cleaned_data["lines"].splitlines(), 1)
        ]
        kept = [line for line in found if line is not None]
        long = [f"Dòng {line.place}: nội dung dài quá 4.000 chữ." for line in kept if len(line.action) > 4000]
        if long:
            raise forms.ValidationError(long[:10])
        if len(kept) > AT_ONCE:
            raise forms.ValidationError(f"Mỗi lần nhiều nhất {AT_ONCE} nhiệm vụ; đang có {len(kept)} dòng.")
        if not kept:
            raise forms.ValidationError("Không đọc được dòng nào. Mỗi dòng ghi một nhiệm vụ.")
        return kept


def read_line(line: str, place: int) -> Pasted | None:
    """Cells of a spreadsheet row, or a line of a document with its bullet; heads and empty lines fall away."""
    cells = [tidy(cell) for cell in line.split("\t")]
    if len(cells) > 1 and _NUMBER.fullmatch(cells[0]):
        cells = cells[1:]
    action = _BULLET.sub("", cells[0]).strip()
    if not action or _HEAD.fullmatch(action):
        return None
    assignee, deadline, cooperate = ([*cells[1:], "", "", ""])[:3]
    return Pasted(place, action, assignee[:300], deadline[:200], cooperate[:500])
