"""Shapes of what is typed about people's and units' work."""

from thidua.records.staff.forms.ending import (
    CloseForm,
    CoverageForm,
    EndForm,
    LookForm,
    StrikeForm,
    WithdrawForm,
)
from thidua.records.staff.forms.kinds import FORMS
from thidua.records.staff.forms.pasting import ManyForm
from thidua.records.staff.forms.told import ToldForm

__all__ = [
    "FORMS",
    "CloseForm",
    "CoverageForm",
    "EndForm",
    "LookForm",
    "ManyForm",
    "StrikeForm",
    "ToldForm",
    "WithdrawForm",
]
