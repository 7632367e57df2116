"""Every write of the catalogue: one transaction, one line in the audit chain each."""

from thidua.records.catalogue.services.laying import (
    NUMBERS,
    OWN_RULES,
    state_own_rule,
    verify_entry,
    withdraw_overlay,
)

__all__ = ["NUMBERS", "OWN_RULES", "state_own_rule", "verify_entry", "withdraw_overlay"]
