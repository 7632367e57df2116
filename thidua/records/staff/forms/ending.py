"""Ends and corrections: a date, a reason, from when the records are whole; what of a sealed register is asked for."""

from collections.abc import Iterable
from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.staff.models import PendingMatter


class StrikeForm(FoldedForm):
    reason = forms.CharField(label="Vì sao bỏ dòng này", max_length=300)


class WithdrawForm(FoldedForm):
    reason = forms.CharField(label="Vì sao thu hồi", max_length=300)


class EndForm(FoldedForm):
    on = DayField(label="Hết hiệu lực từ ngày", help_text="Từ ngày này không còn tính là đang bị kỷ luật.")


class CloseForm(FoldedForm):
    outcome = forms.ChoiceField(label="Kết luận", choices=[("", "Chọn"), *PendingMatter.Outcome.choices])
    on = DayField(label="Kết thúc từ ngày", help_text="Từ ngày này không còn tạm dừng xét khen.")


class LookForm(FoldedForm):
    """Names of the list's filters, so that they read alike."""

    nam = forms.TypedChoiceField(label="Năm", required=False, coerce=int, empty_value=None)
    q = forms.CharField(label="Tên có", max_length=120, required=False)

    def __init__(self, *args: Any, years: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nam"].choices = [("", "Mọi năm"), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]

    @property
    def asked(self) -> tuple[int | None, str]:
        """Year (None: any) and words of a name; what was typed wrongly asks for nothing."""
        typed = self.cleaned_data if self.is_valid() else {}
        return typed.get("nam"), typed.get("q") or ""


class CoverageForm(FoldedForm):
    kind = forms.ChoiceField(label="Sổ")
    since = DayField(label="Ghi đủ từ ngày", help_text="Mọi việc từ ngày này đều đã có trong sổ.")
    until = DayField(label="Đến trước ngày", required=False, help_text="Để trống: đến nay.")
    note = forms.CharField(
        label="Dựa vào đâu",
        max_length=400,
        required=False,
        help_text="Ví dụ: đã đối chiếu với hồ sơ công chức.",
    )

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
