"""The award register as a workbook: out, and in."""

from thidua.records.awards.sheets.export import write
from thidua.records.awards.sheets.loading import AwardsLoading

__all__ = ["AwardsLoading", "write"]
