"""What an entry of the book states, part by part, so that each can be confirmed or put right in a typed field."""

from thidua.records.catalogue.stated.parts import MORE, parts
from thidua.records.catalogue.stated.shapes import (
    CHOICE,
    CODE,
    CODES,
    DAY,
    DECIMAL,
    FLAG,
    FRACTION,
    LINES,
    MONEY,
    NUMBER,
    PERCENT,
    TEXT,
    Part,
    in_words,
)
from thidua.records.catalogue.stated.writing import Correction, corrected, told, why_not

__all__ = [
    "CHOICE",
    "CODE",
    "CODES",
    "DAY",
    "DECIMAL",
    "FLAG",
    "FRACTION",
    "LINES",
    "MONEY",
    "MORE",
    "NUMBER",
    "PERCENT",
    "TEXT",
    "Correction",
    "Part",
    "corrected",
    "in_words",
    "parts",
    "told",
    "why_not",
]
