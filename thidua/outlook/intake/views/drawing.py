"""What the templates of the reading page draw: cards with what this request knows of them, legend, state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from thidua.kit.ui.wording import moment
from thidua.outlook.intake.forms import FactForm
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.proposing import doubts
from thidua.outlook.intake.selectors import Card, Counts, Page, Section
from thidua.outlook.intake.sheet import Highlight, Sheet


@dataclass(frozen=True)
class Shown:
    """A card as this request shows it."""

    card: Card
    marks: str = ""
    """Ids of its marks in the text."""
    part_url: str = ""
    """Where the text continues that it stands in, when that part is not shown."""
    refused: Sequence[str] = ()
    is_chosen: bool = False
    form: FactForm | None = None


@dataclass(frozen=True)
class Group:
    section: Section
    cards: tuple[Shown, ...]


def groups_of(
    page: Page,
    sheet: Sheet,
    *,
    refusals: Mapping[int, Sequence[str]],
    chosen: int | None,
    form: FactForm | None,
) -> list[Group]:
    """All cards; the form stands in the chosen one."""
    found = []
    for section in page.sections:
        shown = []
        for card in section.cards:
            pk = card.proposal.pk
            part = sheet.part_of.get(card.key, sheet.part)
            shown.append(
                Shown(
                    card,
                    marks=" ".join(sheet.anchors.get(card.key, ())),
                    part_url=f"?phan={part}#{card.key}-cho" if part != sheet.part else "",
                    refused=refusals.get(pk, ()),
                    is_chosen=pk == chosen or pk in refusals,
                    form=form if pk == chosen else None,
                )
            )
        found.append(Group(section, tuple(shown)))
    return found


def pens_of(page: Page, marks: Sequence[Highlight]) -> list[tuple[str, str, int]]:
    """Legend: pen, word, how many."""
    counted = {section.kind: len(section.cards) for section in page.sections}
    pens = [
        ("cite", "Viện dẫn", counted.get(Proposal.Kind.CITATION, 0)),
        ("task", "Nhiệm vụ", counted.get(Proposal.Kind.TASK, 0)),
        ("date", "Thời hạn", sum(1 for mark in marks if mark.phrase)),
    ]
    return [pen for pen in pens if pen[2]]


def notes_of(reading: Reading) -> list[str]:
    """What concerns the document as a whole and no single card."""
    return [note["text"] for note in reading.warnings if note["kind"] in ("date_impossible", doubts.UNREAD)]


def doubts_of(reading: Reading) -> list[Highlight]:
    """Words of a scan to be compared with it; the mark belongs to no card."""
    places = [span for item in reading.warnings if item["kind"] == doubts.UNSURE for span in item["spans"]]
    return [Highlight("", "nap-doubt", tuple((start, end) for start, end in places))] if places else []


@dataclass(frozen=True)
class State:
    """Badge in the head of the page, and when it was saved."""

    kind: str
    text: str
    icon: str
    saved: str


def state_of(reading: Reading, counts: Counts, today: date) -> State:
    at, _, day = moment(reading.saved_at).partition(",")
    saved = f"Đã lưu lúc {at}" + ("" if timezone.localtime(reading.saved_at).date() == today else f",{day}")
    if reading.state == Reading.State.DISCARDED:
        return State("unknown", "Đã hủy", "ban", saved)
    if reading.state == Reading.State.CONFIRMED:
        automatic = " tự động" if reading.is_automatic else ""
        return State("met", f"Đã ghi{automatic} {counts.written} mục vào sổ", "check", saved)
    return State("gap", "Chưa ghi gì vào sổ", "clock", saved)
