"""The staff records as workbooks: out, and in."""

from thidua.records.staff.sheets.export import write
from thidua.records.staff.sheets.loading import DisciplineLoading, RatingsLoading

__all__ = ["DisciplineLoading", "RatingsLoading", "write"]
