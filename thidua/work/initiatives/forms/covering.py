"""From when the register is whole."""

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.records.orgs.forms.folded import FoldedForm


class CoverageForm(FoldedForm):
    since = DayField(
        label="Sổ ghi đủ từ ngày", help_text="Mọi sáng kiến được công nhận từ ngày này đều đã có trong sổ."
    )
    until = DayField(label="Đến trước ngày", required=False, help_text="Để trống: đến nay.")
    note = forms.CharField(
        label="Dựa vào đâu",
        max_length=400,
        required=False,
        help_text="Ví dụ: đã đối chiếu với hồ sơ Hội đồng sáng kiến.",
    )
