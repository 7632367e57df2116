"""Criteria, waves, papers, answers, milestones, results: one short form each."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.kit.ui.forms import Form
from thidua.records.orgs.actors import Actor
from thidua.work.movements.forms.choices import (
    document_field,
    documents_of,
    own_movement_field,
    own_movements_of,
)
from thidua.work.movements.models import Milestone, Movement, MovementDocument, Response


def _number(label: str, **more: Any) -> forms.DecimalField:
    given = {"max_digits": 15, "decimal_places": 2, "required": False, "localize": False} | more
    return forms.DecimalField(label=label, **given)


def _words(label: str, rows: int = 3, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


class CriterionForm(Form):
    text = _words("Tiêu chí", 2, max_length=1000)
    target_number = _number("Chỉ tiêu bằng số", help_text="Để trống nếu kế hoạch không đặt số.")
    unit_of_measure = forms.CharField(
        label="Đơn vị tính", max_length=40, required=False, help_text="Ví dụ: %, lượt, hồ sơ."
    )
    weight = _number("Điểm", max_digits=6)


class TargetForm(Form):
    target_number = _number("Chỉ tiêu bằng số")
    unit_of_measure = forms.CharField(label="Đơn vị tính", max_length=40, required=False)


class WaveForm(Form):
    name = forms.CharField(label="Tên đợt", max_length=200)
    since = DayField(label="Từ ngày", required=False)
    last = DayField(label="Đến hết ngày", required=False)


class WaveResultForm(Form):
    reviewed_on = DayField(label="Ngày bình xét")
    result = _words("Kết quả của đợt")


class AttachForm(Form):
    document = document_field(
        "Văn bản", help_text="Gõ số, ký hiệu hoặc trích yếu; chưa có thì ghi vào sổ trước."
    )
    part = forms.ChoiceField(label="Vai trò", choices=MovementDocument.Part.choices)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)


class RespondForm(Form):
    kind = forms.ChoiceField(label="Cách hưởng ứng", choices=Response.Kind.choices, widget=forms.RadioSelect)
    ours = own_movement_field(
        "Phong trào của cơ quan", required=False, help_text="Phong trào do cơ quan phát động để hưởng ứng."
    )
    document = document_field(
        "Văn bản", required=False, help_text="Kế hoạch, văn bản đăng ký hoặc văn bản lồng ghép."
    )
    on = DayField(label="Ngày", required=False, help_text="Để trống thì lấy ngày của văn bản.")
    note = forms.CharField(
        label="Ghi chú",
        max_length=400,
        required=False,
        help_text="Văn bản chưa có trong sổ, hoặc lồng ghép vào việc nào.",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ours"].queryset_fn = own_movements_of(actor)
        self.fields["document"].queryset_fn = documents_of(actor)


class ReasonForm(Form):
    reason = _words("Lý do", 2, max_length=300)


class PlanForm(Form):
    kind = forms.ChoiceField(label="Mốc", choices=Milestone.Kind.choices)
    planned_on = DayField(label="Ngày dự kiến", required=False)
    planned_text = forms.CharField(
        label="Như văn bản ghi",
        max_length=200,
        required=False,
        help_text="Khi văn bản không ghi ngày, ví dụ: tháng 12 năm 2024.",
    )
    note = forms.CharField(label="Nội dung", max_length=400, required=False)


class ReachForm(Form):
    kind = forms.ChoiceField(label="Mốc", choices=Milestone.Kind.choices)
    on = DayField(label="Ngày đã làm")
    document = document_field("Báo cáo, văn bản", required=False)
    note = forms.CharField(label="Nội dung", max_length=400, required=False)

    def __init__(self, *args: Any, actor: Actor, milestone: Milestone | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)
        if milestone is not None:
            del self.fields["kind"]


class ResultForm(Form):
    on = DayField(label="Ngày")
    text = _words("Hoạt động, kết quả", required=False)
    criterion = forms.ModelChoiceField(
        label="Tiêu chí", queryset=None, required=False, empty_label="Không gắn với tiêu chí"
    )
    number = _number("Số liệu", help_text="Số đã đạt tính đến ngày này.")
    document = document_field("Văn bản", required=False)

    def __init__(self, *args: Any, actor: Actor, movement: Movement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = movement.criteria.all()
        self.fields["document"].queryset_fn = documents_of(actor)
        if not movement.criteria.exists():
            del self.fields["criterion"], self.fields["number"]


class AssessForm(Form):
    period = forms.CharField(
        label="Thời kỳ đánh giá", max_length=80, help_text="Ví dụ: 6 tháng đầu năm 2024."
    )
    text = _words("Đánh giá hiệu quả", 6)


class DayForm(Form):
    on = DayField(label="Ngày")


class CloseForm(Form):
    on = DayField(label="Ngày kết thúc")
    note = forms.CharField(
        label="Ghi chú", max_length=300, required=False, help_text="Chưa tổng kết thì ghi lý do kết thúc."
    )
