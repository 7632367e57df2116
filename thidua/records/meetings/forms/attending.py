"""Who came: a column of names pasted from a sheet, or two numbers with their source."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.orgs.typed import tidy
from thidua.records.register.forms.choices import document_field, documents_of

AT_ONCE = 1000
_ABSENT = re.compile(r"^(?:vắng|vang|v|k|không|x\s?vắng|0)\b[\s:,(-]*(.*?)\)?$", re.IGNORECASE)
_PRESENT = re.compile(r"^(?:x|có|co|có mặt|1|p)$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}\.?")
_HEAD = re.compile(r"^(?:stt|tt|họ và tên|họ tên|họ và tên đệm)$", re.IGNORECASE)


@dataclass(frozen=True)
class Pasted:
    """One line as it was understood; an empty name: not understood."""

    place: int
    typed: str
    name: str
    title: str = ""
    present: bool = True
    reason: str = ""


class PasteRollForm(FoldedForm):
    lines = forms.CharField(
        label="Danh sách",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=(
            "Chép cột họ tên từ Excel rồi dán: mỗi dòng một người. Cột sau là chức vụ, hoặc “vắng” kèm lý do, "
            "ví dụ: vắng (ốm)."
        ),
    )

    def clean_lines(self) -> list[Pasted]:
        found = [
            read_line(line, place) for place, line in enumerate(self.cleaned_data["lines"].splitlines(), 1)
        ]
        kept = [line for line in found if line is not None]
        wrong = [f"Dòng {line.place}: “{line.typed}” không phải họ tên." for line in kept if not line.name]
        if wrong:
            raise forms.ValidationError(wrong[:10])
        if len(kept) > AT_ONCE:
            raise forms.ValidationError(f"Mỗi lần nhiều nhất {AT_ONCE} người; đang có {len(kept)} dòng.")
        return kept


def read_line(line: str, place: int) -> Pasted | None:
    """Cells of a spreadsheet row: a running number falls away, "vắng (ốm)" is an absence, "x" a presence, the rest a title."""
    cells = [tidy(cell) for cell in line.split("\t")]
    if len(cells) > 1 and _NUMBER.fullmatch(cells[0]):
        cells = cells[1:]
    cells = [cell for cell in cells if cell]
    if not cells or _HEAD.fullmatch(cells[0]):
        return None
    name = "" if re.search(r"\d", cells[0]) or len(cells[0]) > 120 else cells[0]
    title, present, reason = "", True, ""
    for cell in cells[1:]:
        absent = _ABSENT.fullmatch(cell)
        if absent:
            present, reason = False, absent[1].strip(" ()")
        elif not _PRESENT.fullmatch(cell) and not title:
            title = cell[:160]
    return Pasted(place, line.strip()[:80], name, title, present, reason[:200])


class TurnoutForm(FoldedForm):
    present = forms.IntegerField(label="Số người có mặt", min_value=0, max_value=1_000_000)
    expected = forms.IntegerField(
        label="Số người phải dự",
        min_value=1,
        max_value=1_000_000,
        required=False,
        help_text="Để trống khi nguồn chỉ ghi số có mặt; khi đó không tính tỷ lệ.",
    )
    document = document_field("Văn bản ghi con số này", required=False)
    printed = forms.CharField(
        label="Cách ghi trong nguồn, hoặc ai đếm",
        max_length=300,
        required=False,
        help_text="Ví dụ: Văn phòng điểm danh tại chỗ.",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        present, expected = facts.get("present"), facts.get("expected")
        if present is not None and expected is not None and present > expected:
            self.add_error("present", f"Nhiều hơn số phải dự ({expected}). Kiểm tra lại hai số.")
        return facts
