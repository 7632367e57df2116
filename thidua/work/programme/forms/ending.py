"""Results, evidence, days."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.register.forms.choices import document_field, documents_of
from thidua.work.programme.models import Task

_FILE = "PDF, .docx hoặc .txt; không nhận tài liệu mật."


class EvidenceForm(FoldedForm):
    document = document_field("Văn bản trong sổ", required=False)
    file = forms.FileField(label="Tệp", required=False, help_text=_FILE)
    text = forms.CharField(
        label="Ghi chú", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not self.errors and not any(facts.get(name) for name in ("document", "file", "text")):
            self.add_error(None, "Chọn văn bản, tải tệp hoặc ghi kết quả bằng lời.")
        return facts


class CompleteForm(FoldedForm):
    on = DayField(label="Xong ngày")
    note = forms.CharField(
        label="Kết quả", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    document = document_field("Minh chứng: văn bản trong sổ", required=False)
    file = forms.FileField(label="Minh chứng: tệp", required=False, help_text=_FILE)
    late_reason = forms.CharField(
        label="Lý do chậm", max_length=400, required=False, help_text="In ở cột cuối của báo cáo kết quả."
    )

    def __init__(self, *args: Any, actor: Actor, task: Task, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)
        if not task.is_late(actor.on):
            del self.fields["late_reason"]


class ExtendForm(FoldedForm):
    to_due = DayField(label="Hạn mới")
    reason = forms.CharField(label="Lý do", max_length=400)


class DueForm(FoldedForm):
    due_on = DayField(label="Ngày phải xong")
    reason = forms.CharField(label="Căn cứ, lý do", max_length=400, required=False)


class ReasonForm(FoldedForm):
    reason = forms.CharField(label="Lý do", max_length=400)


class BasisForm(FoldedForm):
    document = document_field("Văn bản")
    printed = forms.CharField(label="Cách ghi trong văn bản giao việc", max_length=400, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)
