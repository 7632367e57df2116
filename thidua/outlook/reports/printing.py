"""The report as a file: as it stands, or with the number and the date that it is given."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import quote

from thidua.kit.papers.official import to_docx
from thidua.kit.refused import Refused
from thidua.outlook.reports.built import Built
from thidua.outlook.reports.models import Report
from thidua.outlook.reports.papers import as_paper, file_of
from thidua.vn.documents import parse_number
from thidua.vn.fold import fold

__all__ = ["disposition", "file_name", "file_of", "numbered"]


def numbered(built: Built, facts: Mapping[str, Any], *, at: datetime) -> bytes:
    """The Word file with its number, its day and who signs."""
    parsed = parse_number(facts["number"])
    if parsed is None:
        raise Refused(f"“{facts['number']}” không phải số, ký hiệu văn bản. Nhập như 30/{built.symbol}.")
    day = facts["issued_on"]
    paper = as_paper(built)
    head = replace(paper.letterhead, number=parsed.serial, day=day, month=day.month, year=day.year)
    sign = paper.signature
    if sign is not None:
        sign = replace(
            sign, name=facts.get("signer") or sign.name, title=facts.get("signer_title") or sign.title
        )
    return to_docx(replace(paper, letterhead=head, signature=sign), at=at)


def file_name(report: Report) -> str:
    """Without diacritics and blanks: old shares and mail programs garble them."""
    words = fold(
        f"{report.document.number if report.document else 'bao cao'} {report.period} {report.body.code}"
    )
    return "-".join("".join(sign if sign.isalnum() else " " for sign in words).split())[:80]


def disposition(report: Report, ending: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(f'{file_name(report)}.{ending}')}"
