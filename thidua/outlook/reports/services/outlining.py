"""A body's own outlines, made from its superiors' letters."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.outlook.reports import outlines, permissions
from thidua.outlook.reports.models import OwnOutline
from thidua.outlook.reports.outlines import OutlineError
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document


@transaction.atomic
def save_outline(
    name: str,
    content: Mapping[str, Any],
    *,
    body: Unit,
    by: Actor,
    at: datetime,
    letter: Document | None = None,
) -> OwnOutline:
    """Keep an outline for the body's coming reports."""
    refuse_if(permissions.why_not_start(by, body))
    chain.hold()
    name = tidy(name)[:200]
    if not name:
        raise Refused("Nhập tên đề cương.")
    if OwnOutline.objects.filter(body=body, name=name).exists():
        raise Refused(f"Đã có đề cương “{name}”. Đặt tên khác, hoặc sửa đề cương đó.")
    _check(content, name)
    row = OwnOutline.objects.create(body=body, name=name, letter=letter, content=content, created_at=at)
    told = {"headings": _headings(content), "letter": ["", str(letter or "")]}
    chain.record("reports.save_outline", row, by=by, at=at, changes=told)
    return row


@transaction.atomic
def correct_outline(
    outline: OwnOutline, content: Mapping[str, Any], *, by: Actor, at: datetime
) -> OwnOutline:
    """Other blocks under its headings; reports that are frozen keep theirs."""
    chain.hold()
    row = OwnOutline.objects.select_for_update(of=("self",)).select_related("body").get(pk=outline.pk)
    refuse_if(permissions.why_not_start(by, row.body))
    _check(content, row.name)
    if row.content != content:
        row.content = content
        row.save(update_fields=["content"])
        chain.record("reports.correct_outline", row, by=by, at=at, changes={"headings": _headings(content)})
    return row


@transaction.atomic
def hide_outline(outline: OwnOutline, *, hidden: bool, by: Actor, at: datetime) -> OwnOutline:
    """No longer offered for new reports, or offered again; reports by it stay."""
    chain.hold()
    row = OwnOutline.objects.select_for_update(of=("self",)).select_related("body").get(pk=outline.pk)
    refuse_if(permissions.why_not_start(by, row.body))
    if row.is_hidden != hidden:
        row.is_hidden = hidden
        row.save(update_fields=["is_hidden"])
        chain.record("reports.hide_outline" if hidden else "reports.show_outline", row, by=by, at=at)
    return row


def _check(content: Mapping[str, Any], name: str) -> None:
    try:
        outlines.load(content, name=name)
    except OutlineError as fault:
        raise Refused(str(fault)) from None


def _headings(content: Mapping[str, Any]) -> int:
    """How many headings, at all levels."""

    def below(sections: Any) -> int:
        return sum(1 + below(each.get("sections", ())) for each in sections)

    return below(content.get("sections", ()))
