"""What a confirmation is about."""

from django import forms

from thidua.kit.ui.fields import DayField
from thidua.records.awards import kinds
from thidua.records.orgs.forms.folded import FoldedForm


class SearchForm(FoldedForm):
    since = DayField(label="Tra từ ngày")
    kind = forms.ChoiceField(label="Danh hiệu, hình thức", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "Mọi khen thưởng"), *kinds.choices()]
