"""Numbers that were printed without a part of their symbol, and how they were probably meant. Pure."""

from thidua.vn.documents import TYPE_BY_CODE, parse_number, type_code


def full_number(number: str | None, kind: str | None) -> str:
    """ "01/2024/BNV" of a thông tư → "01/2024/TT-BNV"; "" where the number is whole or nothing can be said."""
    code = type_code(kind)
    parsed = parse_number(number) if number else None
    if parsed is None or parsed.type_abbr is not None or parsed.issuer_abbr is None:
        return ""
    if code not in TYPE_BY_CODE or code == "cong_van" or parsed.type_name not in ("Công văn", None):
        return ""
    head = f"{parsed.serial}/{parsed.year}" if parsed.year else parsed.serial
    office = "-".join(filter(None, [parsed.issuer_abbr, parsed.section]))
    return f"{head}/{TYPE_BY_CODE[code].abbreviations[0]}-{office}"
