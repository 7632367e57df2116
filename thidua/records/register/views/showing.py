"""How a document is shown: badges, the tree of implementation, the panel beside the list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from thidua.kit.ui.parts import Node
from thidua.kit.ui.wording import day
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right
from thidua.records.register import permissions, selectors
from thidua.records.register.models import Citation, Document
from thidua.records.register.selectors import Branch, Validity

BADGES = {
    "con": ("met", "check"),
    "chua": ("unknown", "clock"),
    "het": ("unmet", "ban"),
    "sap_thay": ("gap", "refresh"),
    "chua_ro": ("unknown", "help-circle"),
    "du_thao": ("info", "pencil"),
}
SHOWN = 3
_HANGING = re.compile(r"(?:trên|tại|của|năm|giai đoạn|trong|đối với)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"]([^”\"]{4,})[”\"]")
_OPENING = re.compile(
    r"^(?:(?:về việc|v/v|về|tổ chức|phát động|phong trào|thi đua|thực hiện|nhiệm vụ)\s+)+", re.IGNORECASE
)


_GROUNDS = (Citation.Relation.CITES, Citation.Relation.AMENDS, Citation.Relation.ANSWERS)


@dataclass(frozen=True)
class Badge:
    kind: str
    icon: str
    text: str


def badge_of(validity: Validity) -> Badge:
    kind, icon = BADGES[validity.code]
    return Badge(kind, icon, validity.label)


def where(document: Document) -> str:
    """20/3/2026, Sở Văn hóa."""
    issuer = document.issuer.short_name or document.issuer.name if document.issuer else ""
    return ", ".join(part for part in (day(document.issued_on), issuer) if part)


def short_title(title: str) -> str:
    """What a title is about, in few words: the quoted name, or the title without the words that all begin with."""
    quoted = _QUOTED.search(title)
    rest = quoted[1] if quoted else _OPENING.sub("", title)
    told = rest if len(rest.split()) > 2 and not _HANGING.match(rest) else title
    return told[:1].upper() + told[1:]


def nodes_of(branches: Sequence[Branch], actor: Actor, here: Document, *, told: bool = True) -> list[Node]:
    """The flat tree as boxes within boxes; of several superiors' documents the last one holds what follows.

    `told` says in words who stands above and below; the narrow column of a page leaves that to the tree itself.
    """
    may_write = actor.can(Right.REGISTER_WRITE, actor.body)

    def within(start: int, depth: int) -> tuple[list[Node], int]:
        nodes: list[Node] = []
        place = start
        while place < len(branches) and branches[place].depth >= depth:
            below, after = within(place + 1, depth + 1)
            nodes.append(_node(branches[place], below, may_write, here, told))
            place = after
        return nodes, place

    return within(0, 0)[0]


def _node(branch: Branch, below: list[Node], may_write: bool, here: Document, told: bool) -> Node:
    if branch.document is None:
        unit = branch.unit
        assert unit is not None
        url = f"{reverse('register:draft')}?nhac={here.pk}&noi={unit.pk}" if may_write else ""
        act = "Nhắc" if url else ""
        return Node(unit.short_name or unit.name, f"{branch.days} ngày, chưa có", "", "", "wanting", act, url)
    words = {"above": "cấp trên", "here": "đang chọn", "below": "cấp dưới"}
    note = words[branch.place] if told else ""
    url = reverse("register:document", args=[branch.document.pk])
    kind = "chosen" if branch.place == "here" else ""
    return Node(str(branch.document), where(branch.document), note, url, kind, below=below)


@dataclass(frozen=True)
class Cited:
    """An edge as shown: the document at the other end, the relation in words, its validity."""

    citation: Citation
    document: Document
    relation: str
    badge: Badge
    can_unlink: bool = False


def cited(edges: Sequence[Citation], end: str, actor: Actor) -> list[Cited]:
    """Edges with what stands at their other end; two queries."""
    rows = [getattr(edge, end) for edge in edges]
    notes = {noted.document.pk: noted for noted in selectors.lists.noted(rows, actor)}
    return [
        Cited(edge, row, edge.get_relation_display(), badge_of(notes[row.pk].validity))
        for edge, row in zip(edges, rows, strict=True)
    ]


def panel_of(document: Document, actor: Actor) -> dict[str, object]:
    """What stands beside the list when a document is chosen."""
    branches = selectors.implementation_tree(document, actor)
    in_tree = {branch.document.pk for branch in branches if branch.document}
    edges = [
        edge
        for edge in selectors.cites_of(document, actor)
        if edge.target_id not in in_tree and edge.relation in _GROUNDS
    ]
    return {
        "chosen": document,
        "where": where(document),
        "tree": nodes_of(branches, actor, document),
        "is_alone": len(branches) == 1,
        "others": cited(edges[:8], "target", actor),
        "others_count": len(edges),
    }


def wanted_of(actor: Actor) -> dict[str, object]:
    """The superiors' documents that the actor's body has not concretised: the newest few and how many there are."""
    if actor.body is None:
        return {"wanted": [], "wanted_count": 0}
    rows = list(selectors.unconcretised(actor.body, actor.on).filter(answer_draft=None)[:100])
    return {
        "wanted": [(row, (actor.on - row.asked_on).days, short_title(row.title)) for row in rows[:SHOWN]],
        "wanted_count": len(rows),
        "may_write": not permissions.why_not_write(actor, actor.body),
    }
