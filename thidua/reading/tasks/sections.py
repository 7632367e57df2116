"""Which parts of a document give duties, and under whose name a block stands."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from thidua.reading.outline import Block
from thidua.reading.tasks.shapes import Shape, asked_inside, heading_name, read_shape
from thidua.reading.text import Text

# work: every item is a task; open: only who is named is bound; aims: the same, but no more than a wish; closed: none.
Region = Literal["work", "open", "aims", "closed"]

_WORK_BY_NATURE = ("thong bao", "ket luan", "chi thi", "cong dien")
_CLOSED_BY_NATURE = ("bao cao", "to trinh", "hop dong", "giay khen", "thu khen", "ban dang ky")
_RESULTS = re.compile(
    r"\b(?:ket qua|danh gia|uu diem|han che|ton tai|nguyen nhan|thuan loi|kho khan|dac diem|tinh hinh|bai hoc|khai quat|nhan xet|thanh tich|so luoc|hieu qua dat duoc)\b"
)
_PLANNED = re.compile(
    r"(?:^(?:\w\. )?(?:ve )?(?:cac |mot so )?nhiem vu\b)|\b(?:phuong huong|nhiem vu (?:trong tam|nam|6 thang|thoi gian|quy|cong tac|chu yeu|va giai phap|giai phap|,|trong|tiep theo)|nhiem vu, giai phap|giai phap|trong tam|ke hoach (?:nam|6 thang|cong tac)|"
    r"chuong trinh cong tac|thoi gian toi|nhung thang cuoi|cong tac 6 thang cuoi|to chuc thuc hien|phan cong|trach nhiem|nhiem vu$|nhiem vu\s?[:.]?$)"
)
_WORK = re.compile(
    r"\b(?:to chuc thuc hien|phan cong|trach nhiem|nhiem vu|giai phap|phuong huong|noi dung|hinh thuc|cong tac|trien khai|bien phap|tien do|ke hoach|lo trinh|chuong trinh|"
    r"thuc hien|cac hoat dong|ket luan|tuyen truyen|y kien chi dao|dot thi dua)\b"
)
_AIMS = re.compile(
    r"^(?:ve )?(?:muc dich|yeu cau|quan diem|muc tieu|chi tieu|nguyen tac|y nghia|phuong cham|tu tuong|chu de|khau hieu)\b"
)
_NOT_WORK = re.compile(
    r"^(?:ve )?(?:doi tuong|tieu chuan|tieu chi|dieu kien|pham vi|kinh phi|nguon kinh phi|thoi gian|dia diem|thanh phan|co so|can cu|khen thuong|hinh thuc khen|ho so|so luong|"
    r"noi dung thi dua|noi dung, tieu chi|co cau|giai thuong|muc thuong|cach tinh|thang diem|kien nghi|de xuat|dang ky danh hieu|dang ky|noi dung hop|noi dung cuoc hop|dien bien|giai thich|ky luat|hieu luc)\b"
)
_HUNG = re.compile(
    r"\s(?:voi|va|cua|cho|cac|ve|tai|theo|do|de|trong|den|tu|bang|cung|tren|nhung|kip thoi|so|ngay|gui kem|\d{1,2} gio)$"
)
_PART = re.compile(r"[A-HĐ]\s?[./-]\s")
_BARE_LABEL = re.compile(r"[^:]{1,60}:$")
_CLOSING = re.compile(
    r"(?:tren day la|tren day,|noi nhan|can cu |kinh gui|theo de nghi|xet de nghi|quyet dinh:|luu:)"
)
_INTRO_END = re.compile(
    r"(?:nhu sau|sau day|sau|cu the|noi dung sau|gom|la|nhiem vu|viec|thanh phan)\s?:$|:$"
)
_OUTSIDE = ("header", "type", "title", "footer", "signature", "footnote")


@dataclass(frozen=True, slots=True)
class Place:
    """What a block inherits: its region, and who is to do what stands there (`lead`: the block that said so)."""

    region: Region
    assignee: str | None = None
    cooperate: str | None = None
    binding: bool = True
    lead: int | None = None
    fixed: bool = False


class Sections:
    """Walks the blocks of a body in order and tells, for each, its place."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.kind = _kind_of(text)
        self.under: dict[int | None, Place] = {None: Place(self._nature())}
        self.led: dict[int | None, Place] = {}
        self.caps: dict[int | None, Place] = {}
        self.part: tuple[int, Place] | None = None
        self.numbered = self.introduced = False
        self._shapes: dict[int, Shape | None] = {}

    def _nature(self) -> Region:
        if self.kind.startswith(_WORK_BY_NATURE):
            return "work"
        return "closed" if self.kind.startswith(_CLOSED_BY_NATURE) else "open"

    def place(self, index: int, block: Block) -> Place:
        """The place of a block; to be asked in the order of the blocks."""
        text = self.text
        if block.kind in _OUTSIDE or block.start < text.body[0] or block.start >= text.body[1]:
            return Place("closed")
        self.numbered = self.numbered or self.introduced
        if block.kind == "paragraph" and self._is_caps(block):
            return self._capitals(index, block)
        above = self._above(block)
        below = self._below(above, index, block)
        self.under[index] = below
        if block.kind == "paragraph":
            if text.flat.endswith(":", block.start, block.end) or below.lead == index:
                # "… kết luận như sau:" — what follows, not this line, is the matter itself.
                self.introduced = True
                self.led[block.parent] = below
            else:
                self.led.pop(block.parent, None)
        elif block.kind in ("heading", "item", "bullet"):
            self.numbered = True
        if below.lead == index or (block.kind == "heading" and self._is_title(index, below)):
            return replace(above, lead=index)
        return above

    def _capitals(self, index: int, block: Block) -> Place:
        """A line in capitals: "B. NHIỆM VỤ" opens a part of the whole document, wherever the outline hung it."""
        plain = self.text.plain[block.start : block.end]
        reports = self.kind.startswith("bao cao") and (_PLANNED.search(plain) or _RESULTS.search(plain))
        whole = block.parent is None or reports or _PART.match(self.text.flat, block.start)
        self.led = {}
        if whole:
            base = Place(self._nature())
            self.part = index, self._below(base, index, block)
        else:
            base = self.under.get(block.parent, Place("open"))
            self.caps[block.parent] = self._below(base, index, block)
        return replace(base, lead=index)

    def shape_of(self, block: Block) -> Shape | None:
        """The shape of a whole block, read once."""
        if block.start not in self._shapes:
            self._shapes[block.start] = read_shape(self.text, block.body, block.end)
        return self._shapes[block.start]

    def _is_title(self, index: int, below: Place) -> bool:
        """A heading that only opens what stands below it, and is no sentence with somebody in it."""
        if below.region in ("closed", "aims"):
            return True
        children = self.text.children(index)
        if not children:
            return False
        block = self.text.blocks[index]
        if hangs(self.text, block):
            return False
        shape = self.shape_of(block)
        return shape is None or shape.how not in ("given", "asked", "subject")

    def _above(self, block: Block) -> Place:
        """What the list's leading paragraph says, else the capitals above, else the heading."""
        led = self.led.get(block.parent) if block.kind != "paragraph" else None
        if led or block.parent in self.caps:
            return led or self.caps[block.parent]
        if self.part is not None and (block.parent is None or block.parent < self.part[0]):
            return self.part[1]
        return self.under.get(block.parent, Place("open"))

    def _is_caps(self, block: Block) -> bool:
        line = self.text.flat[block.start : block.end]
        return len(line) < 200 and line == line.upper() and any(char.isalpha() for char in line)

    def _below(self, above: Place, index: int, block: Block) -> Place:
        """What stands under this block: its heading's region and name."""
        text = self.text
        plain = text.plain[block.body : block.end]
        titled = block.kind == "heading" or self._is_caps(block)
        short = plain[:220]
        region = above.region
        named = heading_name(text, block.body, block.end) if len(plain) < 320 else None
        if named and not (self._is_caps(block) and self.kind.startswith(("quyet dinh", "nghi quyet"))):
            binding = above.binding if named[1] is None else named[1]
            place = replace(above, assignee=named[0], cooperate=None, binding=binding, lead=index)
            return replace(place, region=self._opened(above.region))
        if (
            titled
            or _BARE_LABEL.fullmatch(plain)
            or (block.kind == "item" and len(plain) < 160 and ":" not in plain)
        ):
            region = self._region(above, short, block)
        told = region == "closed" and (
            above.fixed or above.region != "closed" or _RESULTS.search(short) is not None
        )
        place = replace(
            above,
            region=region,
            lead=None,
            fixed=told and (block.kind != "paragraph" or self._is_caps(block)),
        )
        if plain.endswith(":"):
            shape = self._intro(block)
            if shape is not None and shape.assignee:
                binding = above.binding if shape.binding is None else shape.binding
                return replace(
                    place,
                    assignee=shape.assignee,
                    cooperate=shape.cooperate,
                    binding=binding,
                    lead=index,
                    region=self._opened(region),
                )
        return place

    def _opened(self, region: Region) -> Region:
        """Under a name every item is a task, but not where the document tells of what was done."""
        return region if region in ("closed", "aims") else "work"

    def _intro(self, block: Block) -> Shape | None:
        """ "X có trách nhiệm:", "…, Sở Nội vụ đề nghị các cơ quan thực hiện các nội dung sau:"."""
        if self.kind.startswith("to trinh"):
            return None
        inside = asked_inside(self.text, block.body, block.end)
        if inside is not None:
            return inside
        shape = self.shape_of(block)
        if (
            shape is None
            or shape.how not in ("given", "asked", "subject", "name")
            or not self._leads(shape, block)
        ):
            return None
        return shape

    def _leads(self, shape: Shape, block: Block) -> bool:
        """The deed is no more than "thực hiện các nhiệm vụ sau:"."""
        if not self.numbered and block.kind == "paragraph":
            return False
        deed = self.text.plain[shape.action : block.end]
        return len(deed) < 60 or bool(
            re.search(r"(?:nhiem vu|noi dung|viec|cong viec|cong tac) (?:sau|cu the|sau day)\s?:$", deed)
        )

    def _region(self, above: Place, heading: str, block: Block) -> Region:
        if above.region == "closed" and above.fixed:
            return "closed"
        reports = self.kind.startswith("bao cao")
        if reports:
            if _PLANNED.search(heading) and not re.match(r"(?:ket qua|danh gia|tinh hinh)", heading):
                return "work" if block.kind == "heading" or self._is_caps(block) else above.region
            return "closed" if _RESULTS.search(heading) or above.region == "closed" else above.region
        if self.kind.startswith("quyet dinh") and not _PLANNED.search(heading):
            return above.region
        if _AIMS.search(heading):
            return "aims"
        if _NOT_WORK.search(heading):
            return "open"
        if _RESULTS.search(heading) and not _PLANNED.search(heading):
            return "closed"
        return "work" if _WORK.search(heading) else above.region


def _kind_of(text: Text) -> str:
    for block in text.blocks[:40]:
        if block.kind == "type":
            return text.plain[block.start : block.end].strip()
    return ""


def hangs(text: Text, block: Block) -> bool:
    """A line that breaks off at a word which cannot close it ("… phối hợp với"); capitals never do."""
    if text.flat[block.end - 1].isupper():
        return False
    return _HUNG.search(text.plain, max(block.body, block.end - 24), block.end) is not None


def is_closing(plain: str) -> bool:
    """ "Trên đây là …", "Căn cứ …": formulas that frame a document."""
    return _CLOSING.match(plain) is not None
