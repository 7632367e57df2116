"""Shapes of what is typed about the law book."""

from thidua.records.catalogue.forms.exchanging import ExportForm, ReceiveForm, TakeOverForm, TrustForm
from thidua.records.catalogue.forms.stating import OwnAwardForm, OwnRuleForm, WithdrawForm
from thidua.records.catalogue.forms.verifying import TextForm, VerifyForm, verify_form

__all__ = [
    "ExportForm",
    "OwnAwardForm",
    "OwnRuleForm",
    "ReceiveForm",
    "TakeOverForm",
    "TextForm",
    "TrustForm",
    "VerifyForm",
    "WithdrawForm",
    "verify_form",
]
