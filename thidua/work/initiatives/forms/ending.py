"""Why a line stands no more."""

from django import forms

from thidua.records.orgs.forms.folded import FoldedForm


class ReasonForm(FoldedForm):
    reason = forms.CharField(label="Lý do", max_length=300)


class RevokeForm(FoldedForm):
    reason = forms.CharField(
        label="Văn bản và lý do hủy bỏ",
        max_length=300,
        help_text="Ví dụ: 12/QĐ-SVH ngày 05/3/2024, giải pháp trùng với sáng kiến đã công nhận.",
    )
