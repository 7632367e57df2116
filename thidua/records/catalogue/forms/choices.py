"""Fields that the forms of the law book share: the document, the place in it, the days."""

from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.register.forms.choices import document_field, documents_of


class LaidForm(FoldedForm):
    """What every statement about the book says: where it is written, from when it holds."""

    more: tuple[str, ...] = ("until", "note")
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
