"""Every write of the award register: one transaction, one line in the audit chain each."""

from thidua.records.awards.services.changing import correct, revoke, strike
from thidua.records.awards.services.entering import enter, enter_aggregate, state_coverage
from thidua.records.awards.services.many import Line, enter_many, fill_aggregate, take_back
from thidua.records.awards.services.numbering import set_certificates
from thidua.records.awards.services.settling import note_household

__all__ = [
    "Line",
    "correct",
    "enter",
    "enter_aggregate",
    "enter_many",
    "fill_aggregate",
    "note_household",
    "revoke",
    "set_certificates",
    "state_coverage",
    "strike",
    "take_back",
]
