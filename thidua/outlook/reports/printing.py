"""The report as a file: as it stands, or with the number and the date that it is given."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import quote

from thidua.kit.papers.blocks import Paper
from thidua.kit.papers.official import to_docx, to_page, to_pdf, to_text
from thidua.kit.refused import Refused
from thidua.outlook.reports import papers
from thidua.outlook.reports.built import Built
from thidua.outlook.reports.models import Report
from thidua.outlook.reports.papers import as_paper
from thidua.vn.documents import parse_number
from thidua.vn.fold import fold

PATIENCE = 30.0
"""Seconds that somebody waits for a PDF."""


_WRITERS: dict[str, Callable[[Paper, datetime], bytes]] = {
    "docx": lambda paper, at: to_docx(paper, at=at),
    "pdf": lambda paper, at: to_pdf(paper, at=at, timeout=PATIENCE),
    "html": lambda paper, at: to_page(paper).encode(),
    "text": lambda paper, at: to_text(paper).encode(),
}


def file_of(report: Report, built: Built, kind: str, *, at: datetime) -> bytes:
    """One of `papers.KINDS`; once it is sent with its number and day."""
    if kind in _WRITERS and report.state == Report.State.SENT:
        return _WRITERS[kind](paper_of(report, built), at)
    return papers.file_of(built, kind, at=at)


def paper_of(report: Report, built: Built, *, annex: bool = True) -> Paper:
    """As it is printed: while it is being written with room for number and day."""
    paper = as_paper(built, annex=annex)
    document = report.document if report.state == Report.State.SENT else None
    if document is None or document.issued_on is None:
        return paper
    facts = {
        "number": document.number,
        "issued_on": document.issued_on,
        "signer": document.signer,
        "signer_title": document.signer_title,
    }
    return _with_number(paper, facts, built)


def numbered(built: Built, facts: Mapping[str, Any], *, at: datetime) -> bytes:
    """The Word file with its number, its day and who signs."""
    return to_docx(_with_number(as_paper(built), facts, built), at=at)


def _with_number(paper: Paper, facts: Mapping[str, Any], built: Built) -> Paper:
    parsed = parse_number(facts["number"])
    if parsed is None:
        raise Refused(f"“{facts['number']}” không phải số, ký hiệu văn bản. Nhập như 30/{built.symbol}.")
    day = facts["issued_on"]
    head = replace(paper.letterhead, number=parsed.serial, day=day, month=day.month, year=day.year)
    sign = paper.signature
    if sign is not None:
        sign = replace(
            sign, name=facts.get("signer") or sign.name, title=facts.get("signer_title") or sign.title
        )
    return replace(paper, letterhead=head, signature=sign)


def file_name(report: Report) -> str:
    """Without diacritics and blanks: old shares and mail programs garble them."""
    words = fold(
        f"{report.document.number if report.document else 'bao cao'} {report.period} {report.body.code}"
    )
    return "-".join("".join(sign if sign.isalnum() else " " for sign in words).split())[:80]


def disposition(report: Report, ending: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(f'{file_name(report)}.{ending}')}"
