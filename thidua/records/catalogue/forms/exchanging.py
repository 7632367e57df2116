"""Packages sent and received."""

from typing import Any

from django import forms

from thidua.kit.ui.forms import Form


class ExportForm(Form):
    entries = forms.MultipleChoiceField(
        label="Mục đã đối chiếu",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một mục để xuất."},
    )
    with_files = forms.BooleanField(label="Kèm tệp văn bản", required=False)

    def __init__(self, *args: Any, rows: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["entries"].choices = rows


class ReceiveForm(Form):
    file = forms.FileField(label="Gói nhận được", help_text="Tệp có đuôi .thidua-luat.json do nơi khác xuất.")


class TrustForm(Form):
    name = forms.CharField(label="Nơi gửi", max_length=200)
    compared = forms.BooleanField(
        label="Đã đọc dấu vân tay với nơi gửi qua kênh khác (điện thoại, văn bản), khớp từng nhóm"
    )


class TakeOverForm(Form):
    entries = forms.MultipleChoiceField(
        label="Mục dùng ở cơ quan mình",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một mục để dùng."},
    )

    def __init__(self, *args: Any, rows: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["entries"].choices = rows
