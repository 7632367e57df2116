"""A table pasted from a sheet: one recipient a line; faults name their cell."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms

from thidua.records.awards import kinds
from thidua.records.awards.forms.giving import GivenForm
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.orgs.typed import tidy
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.vn.fold import fold

AT_ONCE = 500
FAULTS = 10
_NUMBER = re.compile(r"\d{1,4}\.?")
_HEAD = re.compile(r"^(?:stt|tt|họ và tên|họ tên|người nhận|tập thể|tên)$", re.IGNORECASE)
_LONGEST = 120


@dataclass(frozen=True)
class Pasted:
    """One line as it was understood."""

    place: int
    name: str
    kind: str = ""
    certificate: str = ""


def lines_field(help_text: str) -> forms.CharField:
    return forms.CharField(label="Danh sách", widget=forms.Textarea(attrs={"rows": 10}), help_text=help_text)


class NamesForm(FoldedForm):
    """Names of a count: what they got is known."""

    lines = lines_field("Chép từ Excel rồi dán: mỗi dòng một tên; cột sau là số bằng, nếu có.")

    def clean_lines(self) -> list[Pasted]:
        return _read(self.cleaned_data["lines"], with_kinds=False)


class ManyForm(GivenForm):
    """A list: what all have is said once, above it."""

    field_order = ("kind", "other", "of_whom", "period", "decision", "lines")
    more = tuple(name for name in GivenForm.more if name != "certificate")

    of_whom = forms.ChoiceField(label="Đối tượng", choices=list(RECIPIENT_KINDS.items()))
    lines = lines_field(
        "Chép từ Excel rồi dán: mỗi dòng một người hoặc một tập thể. Cột 2 là danh hiệu, hình thức (mã hoặc tên; "
        "để trống thì lấy loại chọn ở trên), cột 3 là số bằng."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["certificate"]
        self.fields["kind"].required = False
        self.fields["kind"].label = "Danh hiệu, hình thức chung của danh sách"

    def clean_lines(self) -> list[Pasted]:
        return _read(self.cleaned_data["lines"], with_kinds=True)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if not facts.get("kind"):
            bare = [str(line.place) for line in facts.get("lines") or () if not line.kind]
            if bare:
                where = ", ".join(bare[:FAULTS])
                self.add_error(
                    "lines", f"Dòng {where}, cột 2: chưa có danh hiệu. Ghi ở cột 2 hoặc chọn ở trên."
                )
        return facts

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in super().facts().items() if name != "certificate"}


def _read(text: str, *, with_kinds: bool) -> list[Pasted]:
    found: list[Pasted] = []
    faults: list[str] = []
    for place, line in enumerate(text.splitlines(), 1):
        cells = [tidy(cell) for cell in line.split("\t")]
        if len(cells) > 1 and _NUMBER.fullmatch(cells[0]):
            cells = cells[1:]
        if not any(cells) or _HEAD.fullmatch(cells[0]):
            continue
        name, second, third = (*cells, "", "")[:3]
        kind, certificate = (second, third) if with_kinds else ("", second)
        if not name or len(name) > _LONGEST:
            faults.append(f"Dòng {place}, cột 1: “{name[:40]}” không phải tên người nhận.")
        if kind and fold(kind) not in kinds.by_name():
            faults.append(f"Dòng {place}, cột 2: “{kind[:40]}” không có trong danh mục danh hiệu, hình thức.")
        found.append(Pasted(place, name, kinds.by_name().get(fold(kind), ""), certificate[:60]))
    if faults:
        raise forms.ValidationError(faults[:FAULTS])
    if not found:
        raise forms.ValidationError("Chưa có dòng nào. Chép từ Excel rồi dán vào đây.")
    if len(found) > AT_ONCE:
        raise forms.ValidationError(f"Mỗi lần nhiều nhất {AT_ONCE} dòng; đang có {len(found)}.")
    return found
