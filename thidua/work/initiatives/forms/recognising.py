"""A recognition: how far, for which year, by whom, by which paper."""

from datetime import date
from typing import Any

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.register.forms.choices import document_field, documents_of, office_field, offices_of
from thidua.records.register.identity import Identity
from thidua.work.initiatives.models import Recognition, Scope
from thidua.work.initiatives.rows import FIRST_YEAR, Recognised

_SAME = ("scope", "year", "decided_by", "authority", "decided_on", "certificate", "printed")


class RecognitionForm(FoldedForm):
    more: tuple[str, ...] = ("number", "authority", "certificate", "printed")
    more_label = "Quyết định chưa có trong sổ văn bản, cấp công nhận, số giấy chứng nhận, căn cứ khác"

    scope = forms.ChoiceField(
        label="Phạm vi công nhận",
        choices=Scope.choices,
        help_text="Cơ sở: công nhận sáng kiến. Phạm vi khác: công nhận hiệu quả áp dụng, phạm vi ảnh hưởng.",
    )
    year = forms.IntegerField(label="Năm công nhận", min_value=FIRST_YEAR, max_value=9998)
    document = document_field("Quyết định công nhận", required=False)
    decided_on = DayField(
        label="Ngày công nhận", required=False, help_text="Để trống: lấy ngày ký quyết định."
    )
    decided_by = office_field("Nơi công nhận", required=False)
    number = forms.CharField(
        label="Số, ký hiệu quyết định",
        max_length=60,
        required=False,
        help_text="Khi quyết định chưa có trong sổ văn bản.",
    )
    authority = forms.CharField(
        label="Cấp công nhận, như ghi trong nguồn",
        max_length=200,
        required=False,
        help_text="Ví dụ: Chủ tịch Ủy ban nhân dân tỉnh.",
    )
    certificate = forms.CharField(label="Số giấy chứng nhận", max_length=60, required=False)
    printed = forms.CharField(
        label="Căn cứ khác",
        max_length=300,
        required=False,
        help_text="Khi không có quyết định: lấy từ đâu, ví dụ: sổ theo dõi sáng kiến năm 2019.",
    )

    def __init__(
        self, *args: Any, actor: Actor, recognition: Recognition | None = None, **kwargs: Any
    ) -> None:
        self.actor = actor
        told = self._told(recognition) if recognition else {}
        kwargs["initial"] = told | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset_fn = documents_of(actor)  # type: ignore[attr-defined]
        self.fields["decided_by"].queryset_fn = offices_of(actor)  # type: ignore[attr-defined]

    def _told(self, row: Recognition) -> dict[str, Any]:
        """What the fields show; a decision that the register does not show is given by its number."""
        facts = {name: getattr(row, name) for name in _SAME}
        if row.document and documents_of(self.actor)("").filter(pk=row.document_id).exists():
            return facts | {"document": row.document}
        return facts | {"number": row.document.number} if row.document else facts

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        if facts.get("number") and facts.get("document"):
            self.add_error("number", "Đã chọn quyết định trong sổ thì để trống ô này.")
        if not (facts.get("number") or facts.get("document") or facts.get("printed")) and not self.errors:
            self.add_error("document", "Chọn quyết định, hoặc ghi số quyết định hay căn cứ khác ở phần dưới.")
        return facts

    def recognised(self) -> Recognised:
        """As the services take it."""
        typed = self.cleaned_data
        decided_on: date | None = typed.get("decided_on")
        document = typed.get("document")
        if typed.get("number"):
            document = Identity("quyet_dinh", typed["number"], decided_on, typed.get("decided_by"))
        return Recognised(document=document, **{name: typed[name] for name in _SAME})
