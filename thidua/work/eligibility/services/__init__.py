"""Every write and every look that leaves a line: one transaction, one line in the audit chain each."""

from thidua.work.eligibility.services.looking import look_at_discipline

__all__ = ["look_at_discipline"]
