"""A reading as its page shows it: sections of cards, counts, what is marked in the text."""

from dataclasses import dataclass

from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.selectors.card import Card
from thidua.outlook.intake.selectors.drawing import Drawing
from thidua.outlook.intake.selectors.issuers import Issuer, resolve_named
from thidua.outlook.intake.selectors.visible import Counts, counts_of
from thidua.outlook.intake.sheet import Highlight
from thidua.records.orgs.actors import Actor

_META, _CITATION, _MATCH = Proposal.Kind.META, Proposal.Kind.CITATION, Proposal.Kind.MATCH
_TASK = Proposal.Kind.TASK


@dataclass(frozen=True)
class Section:
    kind: str
    title: str
    cards: tuple[Card, ...]
    where: str = ""
    """Into which register it goes."""
    one: bool = False

    @property
    def count(self) -> int | None:
        return None if self.one else len(self.cards)


_TITLES = (
    (_META, "Thông tin văn bản"),
    (_MATCH, "Đối chiếu với sổ"),
    (_CITATION, "Viện dẫn"),
    (_TASK, "Nhiệm vụ"),
    (Proposal.Kind.MOVEMENT, "Phong trào"),
    (Proposal.Kind.ATTENDANCE, "Số người dự"),
    (Proposal.Kind.NIL, "Không phát sinh"),
    (Proposal.Kind.PLANNED, "Việc dự kiến"),
    (Proposal.Kind.DRAFTED, "Văn bản đang dự thảo"),
    (Proposal.Kind.AWARD, "Số liệu khen thưởng"),
)
_WHERE = {
    Proposal.Kind.TASK: "Ghi vào nhiệm vụ của cơ quan.",
    Proposal.Kind.MOVEMENT: "Ghi vào phong trào, kèm hưởng ứng theo đề mục của báo cáo.",
    Proposal.Kind.ATTENDANCE: "Ghi thành cuộc họp, số người dự và văn bản được triển khai.",
    Proposal.Kind.NIL: "Ghi thành xác nhận của cơ quan cho kỳ báo cáo.",
    Proposal.Kind.PLANNED: "Ghi thành mốc của phong trào hoặc việc của cơ quan.",
    Proposal.Kind.DRAFTED: "Ghi vào sổ văn bản, chưa có số.",
    Proposal.Kind.AWARD: "Ghi vào sổ khen thưởng, chưa có danh sách.",
}


@dataclass(frozen=True)
class Page:
    """All that one look at a reading needs; `head` is the card of the document itself."""

    reading: Reading
    sections: tuple[Section, ...]
    counts: Counts
    proposals: tuple[Proposal, ...]

    @property
    def head(self) -> Card | None:
        return next((section.cards[0] for section in self.sections if section.kind == _META), None)

    def card(self, proposal_id: int) -> Card | None:
        cards = (card for section in self.sections for card in section.cards)
        return next((card for card in cards if card.proposal.pk == proposal_id), None)


def page_of(reading: Reading, *, actor: Actor, only: int | None = None) -> Page:
    """Sections with their cards; `only`: the card of that proposal. The number of queries does not grow with them."""
    proposals = list(reading.proposals.order_by("position"))
    drawn = Drawing(reading, proposals, actor, only)
    sections = []
    for kind, title in _TITLES:
        rows = [row for row in proposals if row.kind == kind and only in (None, row.pk)]
        if rows:
            cards = tuple(drawn.card(row) for row in rows)
            sections.append(Section(str(kind), title, cards, _WHERE.get(kind, ""), kind == _META))
    return Page(reading, tuple(sections), counts_of(proposals), tuple(proposals))


def issuer_of(proposal: Proposal) -> Issuer:
    """Who is meant by the issuer of one proposal, for its form."""
    heads = proposal.reading.proposals.filter(kind=_META).exclude(pk=proposal.pk)
    return resolve_named([*heads, proposal], body=proposal.reading.body)[proposal.pk]


def highlights_of(page: Page) -> list[Highlight]:
    """What the proposals of a page mark in the text."""
    pens = {_CITATION: "cite", _TASK: "task", _META: "nap-own"}
    return [
        Highlight(
            card=f"muc-{row.pk}",
            pen=pens.get(Proposal.Kind(row.kind), "nap-fact"),
            spans=tuple((start, end) for start, end in row.spans),
            label=f"N{row.position}" if row.kind == _TASK else "",
            phrase=str(row.proposed.get("deadline_text") or "") if row.kind == _TASK else "",
        )
        for row in page.proposals
        if row.spans and row.kind != _MATCH
    ]
