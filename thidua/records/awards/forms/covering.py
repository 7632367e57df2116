"""From when the register is whole."""

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.records.awards import kinds
from thidua.records.orgs.forms.folded import FoldedForm


class CoverageForm(FoldedForm):
    since = DayField(label="Sổ ghi đủ từ ngày", help_text="Mọi khen thưởng từ ngày này đều đã có trong sổ.")
    until = DayField(label="Đến trước ngày", required=False, help_text="Để trống: đến nay.")
    kind = forms.ChoiceField(label="Về danh hiệu, hình thức", required=False)
    note = forms.CharField(
        label="Dựa vào đâu",
        max_length=400,
        required=False,
        help_text="Ví dụ: đã đối chiếu với hồ sơ lưu trữ.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "Tất cả"), *kinds.choices()]
