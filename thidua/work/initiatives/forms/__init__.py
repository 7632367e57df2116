"""Shapes of what is typed about initiatives."""

from thidua.work.initiatives.forms.covering import CoverageForm
from thidua.work.initiatives.forms.ending import ReasonForm, RevokeForm
from thidua.work.initiatives.forms.recognising import RecognitionForm
from thidua.work.initiatives.forms.telling import EnterForm, InitiativeForm

__all__ = ["CoverageForm", "EnterForm", "InitiativeForm", "ReasonForm", "RecognitionForm", "RevokeForm"]
