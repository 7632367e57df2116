"""Workbooks of units and of people with their positions; who and which unit a row of any workbook means."""

from thidua.records.orgs.sheets.people import PeopleLoading
from thidua.records.orgs.sheets.units import UnitsLoading
from thidua.records.orgs.sheets.which_person import Wanted, WhichPerson, who_columns
from thidua.records.orgs.sheets.which_unit import WhichUnit

__all__ = ["PeopleLoading", "UnitsLoading", "Wanted", "WhichPerson", "WhichUnit", "who_columns"]
