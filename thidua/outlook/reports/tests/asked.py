"""A small outline around the blocks that a test asks about, and the report of it."""

from datetime import UTC, date, datetime
from typing import Any

from thidua.outlook.reports.build import Wishes, build
from thidua.outlook.reports.built import Block, Built
from thidua.outlook.reports.outlines import load
from thidua.records.orgs.actors import actor_for
from thidua.records.orgs.models import Unit, User
from thidua.vn.periods import parse

TODAY = date(2024, 6, 12)
AT = datetime(2024, 6, 12, 2, 30, tzinfo=UTC)


def block(query: str = "documents", key: str = "khoi", **more: Any) -> dict[str, Any]:
    return {"key": key, "kind": "list", "query": query, "window": "in_force", **more}


def outline_of(*blocks: dict[str, Any]) -> dict[str, Any]:
    """Each block under a heading of its own: 1, 2, …"""
    sections = [
        {"number": str(at), "title": "Mục", "blocks": [each]} for at, each in enumerate(blocks, start=1)
    ]
    return {
        "key": "thu",
        "name": "Thử",
        "abstract": "Thử {period}",
        "periods": ["half"],
        "sections": sections,
    }


def report(
    body: Unit, user: User, *blocks: dict[str, Any], period: str = "2024H1", wishes: Wishes | None = None
) -> Built:
    stretch = parse(period)
    assert stretch is not None
    return build(
        load(outline_of(*blocks), name="thử"),
        body=body,
        period=stretch,
        actor=actor_for(user, TODAY),
        at=AT,
        wishes=wishes,
    )


def only(body: Unit, user: User, asked: dict[str, Any], **more: Any) -> Block:
    return report(body, user, asked, **more).sections[0].blocks[0]


def numbers(built: Block) -> list[str]:
    """What is listed, by the words that lead to its record."""
    return [next(piece.text for piece in item.text if piece.ref) for item in built.items]


def said(built: Block) -> str:
    return "".join(piece.text for piece in built.lead)
