"""Shapes of what is typed about awards."""

from thidua.records.awards.forms.covering import CoverageForm
from thidua.records.awards.forms.ending import RevokeForm, StrikeForm
from thidua.records.awards.forms.giving import AggregateForm, AwardForm

__all__ = ["AggregateForm", "AwardForm", "CoverageForm", "RevokeForm", "StrikeForm"]
