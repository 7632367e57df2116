"""What the outline says about one block of a report, and what the clerk's series gives as the next number."""

import re
from datetime import date, timedelta

from thidua.outlook.reports.models import Report
from thidua.outlook.reports.outline import BlockSpec, Outline
from thidua.outlook.reports.outlines import OutlineError
from thidua.outlook.reports.selectors.composing import outline_of
from thidua.records.orgs.models import Unit
from thidua.records.register import numbering
from thidua.records.register.models import SeriesType
from thidua.vn.periods import Period

KIND = "bao_cao"
_PLACES = re.compile(r"\{(\w+)\}")


def spec_of(report: Report, block: str) -> BlockSpec:
    """KeyError where the outline has no such block."""
    return outline_of(report.outline).block(block)


def heading_of(report: Report, block: str) -> str:
    """ "1.2. Văn bản của cấp trên"; the opening has no heading."""
    for _, _, section in outline_of(report.outline).walk():
        if any(each.key == block for each in section.blocks):
            return f"{section.number}. {section.title}"
    return "Phần mở đầu"


def nil_code(report: Report, block: str) -> str:
    """Under which code "không phát sinh" is said; empty where nil is no answer."""
    return spec_of(report, block).nil


def counted_as(report: Report, block: str) -> str:
    """Under which code a number is stated by hand; empty where records are counted, and only records."""
    spec = spec_of(report, block)
    return str(spec.params.get("what", "")) if counts_by_hand(spec) else ""


def counts_by_hand(spec: BlockSpec) -> bool:
    """Whether the block shows numbers that an officer states."""
    return spec.query == "counts"


def abstract_of(outline: Outline, period: Period, body: Unit) -> str:
    """ "Sơ kết công tác … 6 tháng đầu năm 2026 và phương hướng, nhiệm vụ 6 tháng cuối năm 2026"."""
    said = {
        "period": period.printed,
        "next": period.following().printed,
        "year": str(period.year),
        "last_year": str(period.year - 1),
        "body": body.called,
    }
    return _PLACES.sub(lambda found: said.get(found[1], found[0]), outline.abstract)


def specs_of(report: Report) -> dict[str, BlockSpec]:
    """Every block of its outline by key; none where the outline is gone and only the frozen report is left."""
    try:
        outline = outline_of(report.outline)
    except (KeyError, OutlineError):
        return {}
    found = {block.key: block for block in outline.opening}
    return found | {block.key: block for _, _, section in outline.walk() for block in section.blocks}


def due_before(report: Report, on: date) -> date:
    """Three days before the report is due, never before tomorrow; without a day, in a week."""
    if report.due_on is None:
        return on + timedelta(days=7)
    return max(report.due_on - timedelta(days=3), on + timedelta(days=1))


def next_number(report: Report, on: date) -> tuple[bool, str]:
    """Whether the series of reports gives numbers, and the number that would come next."""
    row = (
        SeriesType.objects.filter(issuer=report.body, type=KIND, year=on.year)
        .select_related("series")
        .first()
    )
    serial = row.series.last_serial + 1 if row else 1
    return bool(row and row.series.gives_numbers), numbering.printed(serial, KIND, report.body)
