"""Opinions asked and given."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.kit.ui.forms import Form
from thidua.records.orgs.actors import Actor
from thidua.records.register.forms.choices import office_field, offices_of


class AskForm(Form):
    other = office_field("Cơ quan được hỏi")
    asked_on = DayField(label="Ngày gửi")
    due_on = DayField(label="Hạn trả lời", required=False)
    due_as_printed = forms.CharField(
        label="Hạn ghi trong văn bản",
        max_length=120,
        required=False,
        help_text="Ví dụ: trước ngày 20/6/2024.",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset_fn = offices_of(actor)


class AskedForm(AskForm):
    other = office_field("Cơ quan hỏi ý kiến")
    asked_on = DayField(label="Ngày hỏi")


class AnswerForm(Form):
    answered_on = DayField(label="Ngày trả lời")
    answer_number = forms.CharField(label="Văn bản trả lời", max_length=60, required=False)
    opinion = forms.CharField(
        label="Nội dung ý kiến", required=False, widget=forms.Textarea(attrs={"rows": 5})
    )


class OpinionForm(AnswerForm):
    TAKEN = [("", "Chưa quyết định"), ("1", "Tiếp thu"), ("0", "Không tiếp thu")]
    taken = forms.ChoiceField(label="Tiếp thu", choices=TAKEN, required=False)
    accepted_reason = forms.CharField(label="Giải trình", max_length=1000, required=False)

    def clean_taken(self) -> bool | None:
        return {"1": True, "0": False}.get(self.cleaned_data["taken"])
