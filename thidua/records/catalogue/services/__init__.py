"""Every write of the catalogue: one transaction, one line in the audit chain each."""

from thidua.records.catalogue.services.exchanging import (
    distrust_key,
    export_overlays,
    receive_package,
    take_over,
    trust_key,
)
from thidua.records.catalogue.services.stating import GROUPS, SORTS, OwnAward, state_own_award, state_own_rule
from thidua.records.catalogue.services.texts import bring_text
from thidua.records.catalogue.services.verifying import verify_entry
from thidua.records.catalogue.services.withdrawing import withdraw_overlay

__all__ = [
    "GROUPS",
    "SORTS",
    "OwnAward",
    "bring_text",
    "distrust_key",
    "export_overlays",
    "receive_package",
    "state_own_award",
    "state_own_rule",
    "take_over",
    "trust_key",
    "verify_entry",
    "withdraw_overlay",
]
