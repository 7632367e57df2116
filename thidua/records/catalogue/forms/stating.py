"""Rules of a body's quy chế; titles and forms of its own; what was stated taken back."""

from typing import Any

from django import forms

from thidua.law.handbook import AUTHORITY_NAMES
from thidua.records.catalogue.forms.choices import LaidForm
from thidua.records.catalogue.own_rules import BALLOTS, BASES, OWN_RULES, WHOLES
from thidua.records.catalogue.services import GROUPS, SORTS, OwnAward
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.vn.codes import RECIPIENT_KINDS

_WAYS = [
    ("", "Không áp dụng"),
    ("Tỷ lệ phiếu tính trên", list(WHOLES.items())),
    ("Cách bỏ phiếu", list(BALLOTS.items())),
]


class OwnRuleForm(LaidForm):
    kind = forms.ChoiceField(
        label="Loại quy định", choices=[(code, rule.label) for code, rule in OWN_RULES.items()]
    )
    name = forms.CharField(
        label="Tên", max_length=200, help_text="Ví dụ: Hội đồng Sở xét Chiến sĩ thi đua cơ sở."
    )
    number = forms.DecimalField(
        label="Mức",
        min_value=0,
        max_digits=9,
        decimal_places=2,
        required=False,
        localize=True,
        help_text="Tỷ lệ phần trăm, số ngày hoặc số lượng, theo loại quy định.",
    )
    base = forms.ChoiceField(
        label="Tỷ lệ tối đa tính trên",
        choices=[("", "Không áp dụng"), *BASES.items()],
        required=False,
    )
    way = forms.ChoiceField(label="Cách làm", choices=_WAYS, required=False)
    day = forms.CharField(
        label="Ngày, tháng nhận hồ sơ", max_length=20, required=False, help_text="Ví dụ 10/12."
    )
    bodies = forms.CharField(
        label="Cơ quan được lấy ý kiến",
        max_length=2000,
        required=False,
        help_text="Mỗi dòng một cơ quan.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    awards = forms.MultipleChoiceField(
        label="Áp dụng cho",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn là áp dụng cho mọi danh hiệu, hình thức.",
    )

    field_order = ("kind", "name", "number", "base", "way", "day", "bodies", "document", "place", "since")
    more = ("awards", "until", "note")
    more_label = "Áp dụng cho, ngày hết hiệu lực, ghi chú"

    def __init__(self, *args: Any, awards: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["awards"].choices = awards

    def clean_bodies(self) -> list[str]:
        return [line for line in (each.strip() for each in self.cleaned_data["bodies"].splitlines()) if line]


def _coefficient(whom: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=f"Hệ số tiền thưởng, {RECIPIENT_KINDS[whom].lower()}",
        min_value=0,
        max_value=100,
        max_digits=6,
        decimal_places=2,
        required=False,
        localize=True,
    )


class OwnAwardForm(LaidForm):
    sort = forms.ChoiceField(label="Danh sách", choices=list(SORTS.items()), widget=forms.RadioSelect)
    name = forms.CharField(
        label="Tên", max_length=200, help_text="Ví dụ: Kỷ niệm chương Vì sự nghiệp văn hóa."
    )
    code = forms.CharField(label="Mã", max_length=16, help_text="Chữ in hoa không dấu, chữ số; ví dụ KNCVH.")
    group = forms.ChoiceField(
        label="Nhóm",
        choices=[("", "Không áp dụng cho danh hiệu"), *GROUPS.items()],
        required=False,
    )
    recipients = forms.MultipleChoiceField(
        label="Đối tượng", choices=list(RECIPIENT_KINDS.items()), widget=forms.CheckboxSelectMultiple
    )
    authority = forms.ChoiceField(label="Người quyết định", choices=[("", "Chọn"), *AUTHORITY_NAMES.items()])
    artefact = forms.CharField(
        label="Hiện vật", max_length=200, required=False, help_text="Ví dụ: bằng chứng nhận, huy hiệu, hộp."
    )
    criteria = forms.CharField(
        label="Tiêu chuẩn",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hội đồng đánh giá, máy không kết luận thay.",
    )
    coefficient_ca_nhan = _coefficient("ca_nhan")
    coefficient_tap_the = _coefficient("tap_the")
    coefficient_ho_gia_dinh = _coefficient("ho_gia_dinh")

    field_order = ("sort", "name", "code", "group", "recipients", "authority", "document", "place", "since")
    more = (
        "artefact",
        "criteria",
        "coefficient_ca_nhan",
        "coefficient_tap_the",
        "coefficient_ho_gia_dinh",
        "until",
        "note",
    )
    more_label = "Hiện vật, tiêu chuẩn, hệ số, ngày hết hiệu lực, ghi chú"

    def award(self) -> OwnAward:
        facts = self.cleaned_data
        told = ("sort", "name", "code", "recipients", "authority", "group", "artefact", "criteria")
        factors = {whom: facts[f"coefficient_{whom}"] for whom in RECIPIENT_KINDS}
        return OwnAward(**{name: facts[name] for name in told}, coefficients=factors)

    def ground(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("document", "place", "since", "until", "note")}


class WithdrawForm(FoldedForm):
    reason = forms.CharField(label="Lý do thu hồi", max_length=300)
