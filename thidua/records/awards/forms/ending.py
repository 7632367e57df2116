"""Why a line stands no more."""

from typing import Any

from django import forms

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm
from thidua.records.register.forms.choices import document_field, documents_of


class StrikeForm(FoldedForm):
    reason = forms.CharField(label="Vì sao bỏ dòng này", max_length=300)


class RevokeForm(FoldedForm):
    revoking = document_field("Quyết định thu hồi, hủy bỏ", required=False)
    reason = forms.CharField(label="Lý do thu hồi", max_length=300)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["revoking"].queryset_fn = documents_of(actor)  # type: ignore[attr-defined]
