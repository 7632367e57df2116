"""Shapes of what is typed about awards."""

from thidua.records.awards.forms.covering import CoverageForm
from thidua.records.awards.forms.ending import RevokeForm, StrikeForm
from thidua.records.awards.forms.giving import AggregateForm, AwardForm
from thidua.records.awards.forms.pasting import ManyForm, NamesForm
from thidua.records.awards.forms.searching import SearchForm

__all__ = [
    "AggregateForm",
    "AwardForm",
    "CoverageForm",
    "ManyForm",
    "NamesForm",
    "RevokeForm",
    "SearchForm",
    "StrikeForm",
]
