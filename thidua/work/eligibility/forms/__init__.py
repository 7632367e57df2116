"""What is asked about a candidate, and about whom."""

from thidua.work.eligibility.forms.asking import AskForm
from thidua.work.eligibility.forms.choosing import ChooseForm

__all__ = ["AskForm", "ChooseForm"]
