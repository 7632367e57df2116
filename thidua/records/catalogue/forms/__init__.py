"""Shapes of what is typed about the law book."""

from thidua.records.catalogue.forms.laying import OwnRuleForm, VerifyForm, WithdrawForm

__all__ = ["OwnRuleForm", "VerifyForm", "WithdrawForm"]
