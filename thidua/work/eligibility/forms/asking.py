"""What is asked about one candidate: everything stands in the address, nothing is stored."""

from typing import Any

from django import forms

from thidua.kit.ui import asked as typed
from thidua.kit.ui.fields import DayField
from thidua.kit.ui.forms import Form
from thidua.law.book import Book
from thidua.vn.codes import AWARD_CATEGORIES, TASK_LEVELS
from thidua.vn.periods import Period, parse
from thidua.work.eligibility.asked import Asked, Supposed, day_for
from thidua.work.eligibility.selectors.verdicts import open_awards

_SCOPES = [("co_so", "Cơ sở"), ("tinh", "Bộ, ban, ngành, tỉnh"), ("toan_quoc", "Toàn quốc")]


class AskForm(Form):
    supposing = ("gia_danh_hieu", "gia_xep_loai", "gia_sang_kien", "gia_thang")
    versions = ("so_nam", "so_ngay")

    xet = forms.ChoiceField(label="Danh hiệu, hình thức")
    nam = forms.CharField(label="Kỳ thành tích", max_length=20, help_text="2026, hoặc năm học 2025-2026.")
    ngay = DayField(label="Ngày xét", required=False, help_text="Để trống: ngày cuối kỳ, hoặc hôm nay.")
    nhan = DayField(label="Ngày nhận hồ sơ", required=False, help_text="Khi văn bản thay đổi giữa chừng.")
    ly_do = forms.ChoiceField(
        label="Loại khen", choices=[("", "Công trạng"), *AWARD_CATEGORIES.items()], required=False
    )
    gia_danh_hieu = forms.ChoiceField(label="Đạt trong kỳ này", required=False)
    gia_xep_loai = forms.ChoiceField(
        label="Xếp loại kỳ này", choices=[("", "Như đã ghi"), *TASK_LEVELS.items()], required=False
    )
    gia_sang_kien = forms.ChoiceField(
        label="Thêm một sáng kiến", choices=[("", "Không thêm"), *_SCOPES], required=False
    )
    gia_thang = forms.IntegerField(label="Số tháng làm việc", min_value=0, max_value=12, required=False)
    so_nam = forms.CharField(label="So với kỳ", max_length=20, required=False, help_text="Ví dụ: 2024.")
    so_ngay = DayField(label="Ngày xét của kỳ đó", required=False)

    def __init__(self, *args: Any, kind: str, book: Book, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles, others = open_awards(kind, book)
        lists = [("Danh hiệu thi đua", titles), ("Hình thức khen thưởng", others)]
        self.today = today
        self.fields["xet"].choices = [each for each in lists if each[1]]  # type: ignore[attr-defined]
        self.fields["gia_danh_hieu"].choices = [("", "Như đã ghi"), *titles]  # type: ignore[attr-defined]
        if kind != "ca_nhan":
            del self.fields["gia_sang_kien"], self.fields["gia_thang"]

    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in ("xet", "nam", "ngay", "nhan", "ly_do")]

    def suppositions(self) -> list[forms.BoundField]:
        return [self[name] for name in self.supposing if name in self.fields]

    def others(self) -> list[forms.BoundField]:
        return [self[name] for name in self.versions]

    def is_supposing(self) -> bool:
        return self._filled(self.suppositions())

    def is_comparing(self) -> bool:
        return self._filled(self.others())

    def _filled(self, fields: list[forms.BoundField]) -> bool:
        return self.is_bound and any(field.value() or field.errors for field in fields)

    def clean_nam(self) -> Period:
        return _period(self.cleaned_data["nam"])

    def clean_so_nam(self) -> Period | None:
        given = self.cleaned_data["so_nam"]
        return _period(given) if given else None

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        if facts.get("so_ngay") and not facts.get("so_nam") and "so_nam" not in self.errors:
            self.add_error("so_nam", "Nhập kỳ muốn so, ví dụ 2024.")
        return facts

    def asked(self) -> Asked:
        given = self.cleaned_data
        supposed = Supposed(
            given.get("gia_danh_hieu", ""),
            given.get("gia_xep_loai", ""),
            given.get("gia_sang_kien", ""),
            given.get("gia_thang"),
        )
        day = given["ngay"] or day_for(given["nam"], self.today)
        return Asked(given["xet"], given["nam"], day, given["ly_do"], given["nhan"], supposed)

    def other(self) -> Asked | None:
        """The same of another merit period, by the text of its own day."""
        given = self.cleaned_data
        period = given["so_nam"]
        if period is None:
            return None
        day = given["so_ngay"] or day_for(period, self.today)
        return Asked(given["xet"], period, day, given["ly_do"])


def _period(text: str) -> Period:
    found = parse(text)
    if found is None or found.kind not in ("year", "school_year") or not typed.is_sensible(found.since):
        raise forms.ValidationError("Nhập năm, ví dụ 2026, hoặc năm học 2025-2026.")
    return found
