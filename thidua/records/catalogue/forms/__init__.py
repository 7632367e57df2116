"""Shapes of what is typed about the law book."""

from thidua.records.catalogue.forms.stating import OwnAwardForm, OwnRuleForm, WithdrawForm
from thidua.records.catalogue.forms.verifying import TextForm, VerifyForm, verify_form

__all__ = ["OwnAwardForm", "OwnRuleForm", "TextForm", "VerifyForm", "WithdrawForm", "verify_form"]
