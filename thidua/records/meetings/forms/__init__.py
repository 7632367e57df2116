"""Shapes of what is typed about meetings."""

from thidua.records.meetings.forms.attending import PasteRollForm, TurnoutForm
from thidua.records.meetings.forms.recording import CancelForm, MeetingForm

__all__ = ["CancelForm", "MeetingForm", "PasteRollForm", "TurnoutForm"]
