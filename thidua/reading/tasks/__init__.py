"""Duties that a text gives: who is to do what, with whom, by when, on which grounds; slogans are told apart, not dropped."""

import re
from dataclasses import dataclass, replace

from thidua.reading import deadlines, offices
from thidua.reading.cited import Cited
from thidua.reading.facts import Citation, Spans, Task
from thidua.reading.outline import Block
from thidua.reading.tasks import tables
from thidua.reading.tasks.sections import Place, Sections, hangs, is_closing
from thidua.reading.tasks.shapes import Shape, asked_inside, read_shape
from thidua.reading.tasks.weight import weigh
from thidua.reading.text import Text
from thidua.reading.words import sentences, words_of

# Deeds that only a superior can do: to ask for them is no task ("đề nghị … tặng Bằng khen").
_GRANTS = re.compile(
    r"(?:xem xet|quyet dinh|tang|cong nhan|khen|phe duyet|cho y kien|truy tang|phong tang|trao tang|bieu quyet|thong nhat|dong y|chap thuan|cho phep)\b"
)
_CUT = re.compile(r";\s+(?=(?:dong thoi\s)?(?:giao|de nghi|yeu cau|phan cong)\s)")
_TOLD = re.compile(r"(?:\bda\b|\bket qua\b|\bnhin chung\b)")
# What a conclusion says of itself, when nobody is named: no task.
_VERDICTS = re.compile(
    r"(?:thong nhat|dong y|nhat tri|ghi nhan|bieu duong|danh gia|hoan nghenh|thong qua|phe binh|nghe)\b"
)
_BINDS = re.compile(
    r"\b(?:chu tri|phoi hop voi|co trach nhiem|chiu trach nhiem|co nhiem vu|phai|can cu (?:ke hoach|huong dan|de an|chi thi|nghi quyet))\b"
)
_REQUEST_ONLY = re.compile(
    r"(?:tang|cong nhan|khen thuong|de nghi|xet tang|trao tang|truy tang|kinh de nghi)\b"
)
# Rules of procedure lay down standing duties, not work with an end.
_STANDING = ("quy che", "quy dinh", "dieu le", "noi quy")
_TRIM = " \t\n,;.:/-–+*•"
_LABEL = re.compile(
    r"(?:^|(?<=[.;(\n,+–-])|(?<=[.;(,+–-]\s))\s*(?P<label>(?:(?:don vi|co quan|bo phan|ca nhan|nguoi|phong) )?(?P<lead>chu tri(?: thuc hien)?|thuc hien|phu trach|chiu trach nhiem(?: chinh)?|phan cong(?: thuc hien)?|tham muu)"
    r"|(?:(?:don vi|co quan|bo phan) )?(?P<with>phoi hop(?: thuc hien)?)|(?P<time>(?:thoi gian|thoi han)(?: (?:thuc hien|hoan thanh|to chuc|du kien))?|hoan thanh|tien do))\s?:\s*"
)
_LABEL_STOP = re.compile(r"[.;)\n]")
_UNENDED = re.compile(r"[^.!?:…”\"/]$")


@dataclass(slots=True)
class _Draft:
    """A task in the making: its shape, and the stretch of flat text that it takes."""

    shape: Shape
    place: Place
    start: int
    end: int


@dataclass(slots=True)
class _Told:
    """What labels behind a deed tell: "Đơn vị chủ trì: …", "Thời gian: …"; `start` is where the first label stands."""

    start: int | None = None
    lead: str | None = None
    partner: str | None = None
    time: deadlines.Deadline | None = None


def find(text: Text, citations: tuple[Citation, ...]) -> tuple[Task, ...]:
    """The duties of the text, in order; one an item, or a sentence where it names somebody else."""
    return _Finder(text, citations).tasks()


class _Finder:
    def __init__(self, text: Text, citations: tuple[Citation, ...]) -> None:
        self.text = text
        self.cited = Cited(citations)
        self.sections = Sections(text)
        self.found: list[Task] = []
        self.draft: _Draft | None = None
        self.listed = False

    def tasks(self) -> tuple[Task, ...]:
        rows, tabled = tables.rows(self.text)
        index = 0
        while index < len(self.text.blocks):
            block = self.text.blocks[index]
            here, index = index, index + 1
            if here in tabled:
                continue
            place = self.sections.place(here, block)
            while index < len(self.text.blocks) and self._broke_off(block, here, self.text.blocks[index]):
                block = replace(block, end=self.text.blocks[index].end)
                index += 1
            if self._tells_more(block):
                continue
            self._flush()
            if place.region != "closed" and place.lead != here:
                self._block(block, place)
        self._flush()
        for row in rows:
            self._row(row)
        self.found.sort(key=lambda task: task.spans[0])
        return tuple(self.found)

    def _tells_more(self, block: Block) -> bool:
        """A line that is a label of the task above ("+ Thời gian: Quý II/2025") goes with it."""
        if self.draft is None or block.kind not in ("bullet", "paragraph"):
            return False
        if not _LABEL.match(self.text.plain, block.body, block.end):
            return False
        self.draft.end = block.end
        return True

    def _broke_off(self, block: Block, index: int, following: Block) -> bool:
        """An item that stops in mid-sentence, and the paragraph that goes on with it."""
        text = self.text
        under = following.parent == index or (block.kind == "bullet" and following.parent == block.parent)
        if following.kind != "paragraph" or not under or not _UNENDED.search(text.flat[block.end - 1]):
            return False
        if is_closing(text.plain[following.body : following.end]) or _LABEL.match(
            text.plain, following.body, following.end
        ):
            return False
        if block.kind in ("bullet", "item"):
            return True
        if block.kind != "heading":
            return False
        if hangs(text, block):
            return True
        shape = self.sections.shape_of(block)
        if shape is None or shape.how not in ("given", "asked", "subject"):
            return False
        other = read_shape(text, following.body, following.end)
        return other is None or other.how in ("verb", "passive")

    def _flush(self) -> None:
        draft, self.draft = self.draft, None
        self._close(draft)

    def _block(self, block: Block, place: Place) -> None:
        plain = self.text.plain
        if block.kind == "paragraph" and not self.sections.numbered and not place.assignee:
            place = Place("open", binding=place.binding)
        closing = is_closing(plain[block.body : block.end])
        self.listed = block.kind != "paragraph"
        for start, end in self._pieces(block):
            shape = self._shape(start, end, place, closing)
            if shape is not None and (self.draft is None or self._is_another(shape, self.draft)):
                self._flush()
                self.draft = _Draft(shape, place, start, end)
            elif self.draft is not None:
                self.draft.end = end
            elif closing:
                closing = is_closing(plain[end : block.end])

    def _pieces(self, block: Block) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for start, end in sentences(self.text, block.body, block.end):
            for cut in _CUT.finditer(self.text.plain, start, end):
                found.append((start, cut.end()))
                start = cut.end()
            found.append((start, end))
        return found

    def _shape(self, start: int, end: int, place: Place, closing: bool) -> Shape | None:
        text = self.text
        if closing and is_closing(text.plain[start:end]):
            return self._asked(start, end)
        shape = read_shape(text, start, end)
        if shape is None or shape.how == "name":
            return self._asked(start, end) if self._may_ask(place) else None
        if shape.how in ("given", "asked", "subject"):
            return self._somebody(shape, start, end, place)
        if place.region != "work":
            return self._asked(start, end) if self._may_ask(place) else None
        if shape.how in ("verb", "anybody") and self._is(_REQUEST_ONLY, shape):
            return None
        if shape.how == "verb" and place.assignee is None and _VERDICTS.match(text.plain, shape.action):
            return None
        if shape.how == "passive" and shape.assignee is None and deadlines.find(text, start, end) is None:
            return None
        return shape

    def _somebody(self, shape: Shape, start: int, end: int, place: Place) -> Shape | None:
        """A sentence with somebody in it; outside the parts that give work it must plainly bind."""
        kind = self.sections.kind
        if shape.how == "asked" and (kind.startswith("to trinh") or self._is(_GRANTS, shape)):
            return None
        if shape.how != "subject":
            return shape
        if self._is(_REQUEST_ONLY, shape):
            return None
        if not self.sections.numbered:
            # Before the matter is opened only a day makes a sentence of a notice a duty.
            told = deadlines.find(self.text, start, end)
            dated = kind.startswith(("thong bao", "ket luan")) and told is not None and told.day is not None
            return shape if dated else self._asked(start, end)
        if place.region == "work" or (self.listed and not kind.startswith("bien ban")):
            return shape
        binds = _BINDS.search(self.text.plain, start, end) or deadlines.find(self.text, start, end)
        return shape if binds and not kind.startswith("bien ban") else self._asked(start, end)

    def _is(self, deeds: re.Pattern[str], shape: Shape) -> bool:
        """The deed is one of these; "tăng" (raise) folds like "tặng" (award)."""
        raises = self.text.flat[shape.action : shape.action + 4].lower() == "tăng"
        return not raises and deeds.match(self.text.plain, shape.action) is not None

    def _may_ask(self, place: Place) -> bool:
        return not self.sections.kind.startswith(("bao cao", "to trinh", "quyet dinh"))

    def _asked(self, start: int, end: int) -> Shape | None:
        shape = asked_inside(self.text, start, end)
        if shape is None or shape.how == "name" or self._is(_GRANTS, shape):
            return None
        return shape

    def _is_another(self, shape: Shape, draft: _Draft) -> bool:
        """A sentence that names somebody else begins another task."""
        if shape.assignee is None:
            return False
        return shape.assignee != (draft.shape.assignee or draft.place.assignee)

    def _close(self, draft: _Draft | None) -> None:
        if draft is None:
            return
        text, shape, place = self.text, draft.shape, draft.place
        told = self._told(shape.action, draft.end)
        end = told.start if told.start is not None else draft.end
        deadline = told.time or deadlines.find(text, draft.start, draft.end)
        action = self._action(shape.action, end, deadline)
        if not action:
            return
        wished = place.region == "aims" or self.sections.kind.startswith(_STANDING)
        low = wished and (deadline is None or deadline.day is None)
        places = text.spans(draft.start, min(draft.end, len(text.flat)))
        self.found.append(
            Task(
                assignee=told.lead or shape.assignee or place.assignee,
                action=action,
                cooperate=told.partner
                or shape.cooperate
                or (place.cooperate if shape.assignee is None else None),
                deadline=deadline.day if deadline else None,
                deadline_text=deadline.printed if deadline else None,
                basis=self._basis(places),
                binding=shape.binding if shape.binding is not None else place.binding,
                confidence="low" if low else weigh(text.plain[shape.action : end], deadline),
                spans=places,
            )
        )

    def _row(self, row: tables.Row) -> None:
        """A row of a table of work."""
        deed = " ".join(self.text.flat[start:end].strip() for start, end in row.deed).strip(_TRIM)
        places = self.text.spans(row.start, row.end)
        time = row.time
        self.found.append(
            Task(
                assignee=", ".join(row.lead),
                action=deed,
                cooperate=", ".join(row.partners) or None,
                deadline=time.day if time else None,
                deadline_text=time.printed if time else None,
                basis=self._basis(places),
                binding=True,
                confidence=weigh(self.text.plain[row.start : row.end], time),
                spans=places,
            )
        )

    def _basis(self, places: Spans) -> tuple[str, ...]:
        found: tuple[str, ...] = ()
        for start, end in places:
            found += tuple(number for number in self.cited.numbers_within(start, end) if number not in found)
        return found

    def _told(self, start: int, end: int) -> _Told:
        told = _Told()
        for label in _LABEL.finditer(self.text.plain, start, end):
            stop = _LABEL_STOP.search(self.text.plain, label.end(), end)
            until = stop.start() if stop else end
            if told.start is None:
                told.start = label.start("label")
            if label["time"]:
                told.time = told.time or deadlines.labelled(self.text, label.end(), until)
            elif label["lead"]:
                told.lead = told.lead or self._who(label.end(), until)
            else:
                told.partner = told.partner or self._who(label.end(), until)
        return told

    def _who(self, start: int, end: int) -> str | None:
        words = words_of(self.text, start, end, 60)
        name = offices.name_at(words, 0, anyone=True)
        if name is None:
            return None
        return self.text.flat[words[0].start : words[name.last - 1].end].strip(_TRIM) or None

    def _action(self, start: int, end: int, deadline: deadlines.Deadline | None) -> str:
        """The deed as printed, without a deadline that closes it."""
        flat = self.text.flat
        action = flat[start:end].rstrip(_TRIM + "(")
        if deadline is not None and start < deadline.start < end and start + len(action) - deadline.end <= 3:
            action = flat[start : deadline.start].rstrip(_TRIM + "(")
        if action.count("(") > action.count(")"):
            action = action[: action.rindex("(")]
        return action.strip(_TRIM).replace("\n", " ")
