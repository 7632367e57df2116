"""Figures are held still for whoever approves and signs; or let go again."""

from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.outlook.reports import permissions, rows
from thidua.outlook.reports.built import Built, to_json
from thidua.outlook.reports.models import Report
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy


@transaction.atomic
def freeze(report: Report, built: Built, *, by: Actor, at: datetime) -> Report:
    """Keep what was worked out just now (`selectors.live`), values and records; a second time keeps the newer ones."""
    chain.hold()
    row = rows.locked(report)
    refuse_if(permissions.why_not_freeze(by, row))
    if built.period != row.period or built.outline != row.outline:
        raise Refused("Số liệu vừa tính không phải của báo cáo này. Tải lại trang rồi chốt.")
    again = row.frozen_at is not None
    row.frozen, row.frozen_at, row.frozen_by = to_json(built), at, by.name[:120]
    row.gaps = sum(block.state == "gap" for _, block in built.blocks())
    rows.touched(row, by=by, at=at)
    told = {"gaps": row.gaps, "figures": sum(len(block.figures) for _, block in built.blocks())}
    chain.record("reports.freeze_again" if again else "reports.freeze", row, by=by, at=at, changes=told)
    return row


@transaction.atomic
def thaw(report: Report, *, reason: str, by: Actor, at: datetime) -> Report:
    """Live again: what was frozen is let go, the reason stays."""
    chain.hold()
    row = rows.locked(report)
    refuse_if(permissions.why_not_thaw(by, row))
    if not tidy(reason):
        raise Refused("Nhập lý do bỏ chốt.")
    row.frozen, row.frozen_at, row.frozen_by, row.gaps = None, None, "", None
    rows.touched(row, by=by, at=at)
    chain.record("reports.thaw", row, by=by, at=at, note=tidy(reason)[:300])
    return row
