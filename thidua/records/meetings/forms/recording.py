"""A meeting: few fields first, the rest folded."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.records.meetings.models import Meeting
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.register.forms.choices import document_field, documents_of
from thidua.records.register.models import Topic


class MeetingForm(FoldedForm):
    more = ("place", "minutes", "note")
    more_label = "Địa điểm, biên bản, ghi chú"

    name = forms.CharField(
        label="Tên cuộc họp", max_length=300, help_text="Ví dụ: Họp cơ quan định kỳ tháng 3."
    )
    held_on = DayField(label="Ngày họp")
    kind = forms.ChoiceField(label="Loại", choices=Meeting.Kind.choices)
    is_folded_into = forms.BooleanField(
        label="Nội dung thi đua, khen thưởng được lồng ghép vào cuộc họp này", required=False
    )
    topics = forms.MultipleChoiceField(
        label="Chủ đề",
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Báo cáo tìm cuộc họp theo chủ đề; một cuộc họp có nhiều chủ đề vẫn chỉ tính một lần.",
    )
    place = forms.CharField(label="Địa điểm", max_length=200, required=False)
    minutes = document_field("Biên bản", required=False)
    note = forms.CharField(
        label="Ghi chú", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, actor: Actor, known: str = "", **kwargs: Any) -> None:
        """`known`: the period of a meeting whose day nobody knows yet; it may stay so."""
        super().__init__(*args, **kwargs)
        if known:
            self.fields["held_on"].required = False
            self.fields["held_on"].help_text = f"Nguồn chỉ cho biết họp trong {known}."
        self.fields["minutes"].queryset_fn = documents_of(actor)


class CancelForm(FoldedForm):
    reason = forms.CharField(label="Lý do hủy", max_length=300)
