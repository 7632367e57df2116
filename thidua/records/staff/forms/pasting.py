"""A table pasted from a sheet: a name and a level a line; faults name their cell."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.orgs.typed import tidy
from thidua.records.register.forms.choices import document_field, documents_of
from thidua.records.staff.forms.kinds import PERIOD_HELP, read_period
from thidua.vn.codes import TASK_LEVELS
from thidua.vn.fold import fold
from thidua.vn.periods import Period

AT_ONCE = 500
FAULTS = 10
_LONGEST = 120
_NUMBER = re.compile(r"\d{1,4}\.?")
_HEADS = {"stt", "tt", "ho va ten", "ho ten", "ten", "tap the", "don vi"}
_SHORT = {
    "xuat sac": "HTXSNV",
    "ht xuat sac": "HTXSNV",
    "hoan thanh xuat sac": "HTXSNV",
    "tot": "HTTNV",
    "ht tot": "HTTNV",
    "hoan thanh tot": "HTTNV",
    "hoan thanh": "HTNV",
    "ht": "HTNV",
    "khong hoan thanh": "KHTNV",
    "kht": "KHTNV",
}
"""As rooms write them in their lists."""
LEVELS = {fold(word): code for code, name in TASK_LEVELS.items() for word in (code, name)} | _SHORT


@dataclass(frozen=True)
class Pasted:
    """One line as it was understood; `level` empty: the one that all have."""

    place: int
    name: str
    level: str = ""

    @property
    def level_name(self) -> str:
        return TASK_LEVELS.get(self.level, "")


class ManyForm(FoldedForm):
    """What all have is said once, above the list."""

    of_whom = forms.ChoiceField(label="Đối tượng", choices=[("nguoi", "Cá nhân"), ("tap_the", "Tập thể")])
    period = forms.CharField(label="Kỳ đánh giá", max_length=60, help_text=PERIOD_HELP)
    level = forms.ChoiceField(
        label="Mức chung của danh sách",
        choices=[("", "Theo cột 2"), *TASK_LEVELS.items()],
        required=False,
    )
    document = document_field("Văn bản thông báo xếp loại", required=False)
    printed = forms.CharField(
        label="Căn cứ khác",
        max_length=300,
        required=False,
        help_text="Khi văn bản chưa có trong sổ, ví dụ: Thông báo kết quả xếp loại của Sở.",
    )
    lines = forms.CharField(
        label="Danh sách",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Chép từ Excel rồi dán: mỗi dòng một tên; cột 2 là mức xếp loại (mã, tên, hoặc “xuất sắc”, "
        "“tốt”). Cột 2 để trống thì lấy mức chung.",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)  # type: ignore[attr-defined]

    def clean_period(self) -> Period:
        return read_period(self.cleaned_data["period"])

    def clean_lines(self) -> list[Pasted]:
        return read_lines(self.cleaned_data["lines"])

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        bare = [str(line.place) for line in facts.get("lines") or () if not line.level]
        if bare and not facts.get("level"):
            where = ", ".join(bare[:FAULTS])
            self.add_error(
                "lines", f"Dòng {where}, cột 2: chưa có mức xếp loại. Ghi ở cột 2 hoặc chọn ở trên."
            )
        if not facts.get("document") and not facts.get("printed") and "document" not in self.errors:
            self.add_error("printed", "Cần căn cứ: chọn văn bản, hoặc ghi lấy từ đâu.")
        return facts

    def facts(self) -> dict[str, Any]:
        """What all lines have."""
        typed = self.cleaned_data
        return {name: typed.get(name) for name in ("period", "level", "document", "printed")}


def read_lines(text: str) -> list[Pasted]:
    """A line each; numbers at the head of a line and a row of headings are left out. Errors name the cell."""
    found: list[Pasted] = []
    faults: list[str] = []
    for place, line in enumerate(text.splitlines(), 1):
        cells = [tidy(cell) for cell in line.split("\t")]
        if len(cells) > 1 and _NUMBER.fullmatch(cells[0]):
            cells = cells[1:]
        if not any(cells) or fold(cells[0]) in _HEADS:
            continue
        name, level = (*cells, "")[:2]
        code = LEVELS.get(fold(level), "")
        if not name or len(name) > _LONGEST:
            faults.append(f"Dòng {place}, cột 1: “{name[:40]}” không phải tên.")
        if level and not code:
            faults.append(f"Dòng {place}, cột 2: “{level[:40]}” không phải mức xếp loại.")
        found.append(Pasted(place, name, code))
    if faults:
        raise forms.ValidationError(faults[:FAULTS])
    if not found:
        raise forms.ValidationError("Chưa có dòng nào. Chép từ Excel rồi dán vào đây.")
    if len(found) > AT_ONCE:
        raise forms.ValidationError(f"Mỗi lần nhiều nhất {AT_ONCE} dòng; đang có {len(found)}.")
    return found
