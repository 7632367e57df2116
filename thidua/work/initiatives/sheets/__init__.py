"""The register of initiatives as a workbook: out, and in."""

from thidua.work.initiatives.sheets.export import write
from thidua.work.initiatives.sheets.loading import InitiativesLoading

__all__ = ["InitiativesLoading", "write"]
