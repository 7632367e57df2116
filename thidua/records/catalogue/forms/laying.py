"""An entry compared with its text; a rule of one's own."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.law.book import Entry
from thidua.records.catalogue.services import NUMBERS, OWN_RULES
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.register.forms.choices import document_field, documents_of


class _LaidForm(FoldedForm):
    more = ("until", "note")
    more_label = "Ngày hết hiệu lực, ghi chú"

    document = document_field("Văn bản", help_text="Văn bản có trong sổ. Chưa có thì nạp văn bản trước.")
    place = forms.CharField(
        label="Điều, khoản, điểm", max_length=120, help_text="Như in trong văn bản, ví dụ: Phụ lục, mục 2."
    )
    since = DayField(label="Có hiệu lực từ ngày")
    until = DayField(label="Đến hết ngày", required=False)
    note = forms.CharField(
        label="Ghi chú", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)


class VerifyForm(_LaidForm):
    number = forms.DecimalField(label="Mức", min_value=0, max_digits=12, decimal_places=2, localize=False)

    name = forms.CharField(label="Tên mục", max_length=300, required=False)

    field_order = ("document", "place", "number", "since", "until", "name", "note")
    more = ("until", "name", "note")
    more_label = "Ngày hết hiệu lực, tên mục, ghi chú"

    def __init__(self, *args: Any, entry: Entry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field, label = NUMBERS.get(entry.shelf, ("", ""))
        if field in entry.data:
            self.fields["number"].label = label
        else:
            del self.fields["number"]


class OwnRuleForm(_LaidForm):
    kind = forms.ChoiceField(
        label="Loại quy định", choices=[(code, label) for code, (label, _, _) in OWN_RULES.items()]
    )
    name = forms.CharField(
        label="Tên", max_length=200, help_text="Ví dụ: Hội đồng Sở xét Chiến sĩ thi đua cơ sở."
    )
    number = forms.DecimalField(label="Mức", min_value=0, max_value=365, decimal_places=2)
    awards = forms.MultipleChoiceField(
        label="Áp dụng cho",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn là áp dụng cho mọi danh hiệu, hình thức.",
    )

    field_order = ("kind", "name", "number", "document", "place", "since")
    more = ("awards", "until", "note")
    more_label = "Áp dụng cho, ngày hết hiệu lực, ghi chú"

    def __init__(self, *args: Any, awards: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["awards"].choices = awards


class WithdrawForm(FoldedForm):
    reason = forms.CharField(label="Lý do thu hồi", max_length=300)
