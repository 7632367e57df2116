"""A report as worked out from records at one moment: what stands under each heading, and the records behind it.

It is made live by `build.build`, kept as JSON when figures are frozen (`to_json`, `from_json`), compared (`compare`),
and printed (`papers`). Nothing here touches the database.
"""

from thidua.outlook.reports.built.comparing import Change, FigureChange, compare
from thidua.outlook.reports.built.keeping import from_json, to_json
from thidua.outlook.reports.built.parts import Block, Built, Figure, Item, Piece, Ref, Section, State

__all__ = [
    "Block",
    "Built",
    "Change",
    "Figure",
    "FigureChange",
    "Item",
    "Piece",
    "Ref",
    "Section",
    "State",
    "compare",
    "from_json",
    "to_json",
]
