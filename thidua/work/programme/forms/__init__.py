"""Shapes of what is typed about tasks."""

from thidua.work.programme.forms.ending import (
    BasisForm,
    CompleteForm,
    DueForm,
    EvidenceForm,
    ExtendForm,
    ReasonForm,
)
from thidua.work.programme.forms.giving import Pasted, PasteForm, TaskForm

__all__ = [
    "BasisForm",
    "CompleteForm",
    "DueForm",
    "EvidenceForm",
    "ExtendForm",
    "PasteForm",
    "Pasted",
    "ReasonForm",
    "TaskForm",
]
