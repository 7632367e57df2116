"""The foot of a document: places of receipt, drafter's mark, signer and in what capacity."""

import re
from dataclasses import dataclass, field

from thidua.reading.facts import Span
from thidua.reading.issuers import ordinary_case
from thidua.reading.lines import Line
from thidua.reading.text import Text
from thidua.reading.zones import SIGNS, is_capacity
from thidua.vn.fold import fold, plain
from thidua.vn.letters import LOWER, UPPER

_GAP = re.compile(r"\s{3,}|\t")
_RECEIVED = re.compile(r"n[ơo]i\s+nh[âaậ]n\s*[:;.]?\s*", re.IGNORECASE)
_SYLLABLE = rf"[{UPPER}][^\W\d_]*(?:['’ʼ][^\W\d_]+)?"
_NAME = re.compile(rf"{_SYLLABLE}(?:\s+{_SYLLABLE}){{1,6}}")
_SIGNED = re.compile(r"\(?\s*(?:đã ký|đã kí|daky|\[daky\])\s*[):.]*\s*", re.IGNORECASE)
_RANK = re.compile(
    r"(?:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|đại úy|gs\.?|pgs\.?|ts\.?|ths\.?|bs\.?|ds\.?|cn\.?|ckii\.?|cki\.?|bác sĩ|kỹ sư|luật sư|tiến sĩ|thạc sĩ|nsnd|nsưt|nhà giáo)[\s.]+",
    re.IGNORECASE,
)
_ACTS_FOR = re.compile(r"(KT|TM|TL|TUQ|T/M|K/T|T/L|Q|TƯQ)[./]?\s+|(KT|TM|TL|TUQ)\.")
_LATE_SIGNS = re.compile(
    rf"\s(?=(?:KT|TM|TL|TUQ)\. ?[{UPPER}]|(?:PHÓ )?(?:TỔNG )?(?:GIÁM ĐỐC|CHỦ TỊCH|BÍ THƯ|TRƯỞNG|CHÁNH|HIỆU TRƯỞNG|CỤC TRƯỞNG|BỘ TRƯỞNG))"
)
_KEPT_BY = re.compile(r"l[ưu]+u\b\s*[:;.]?\s*(.*)", re.IGNORECASE)
_BRACKETED = re.compile(r"\(\s*([^\s()]{2,20})\s*\)")
_COPIES = re.compile(r"\d+(?:b|bản)?")
_DRAFTER = re.compile(rf"(?:[,.;\s/]|^)([{LOWER}][{LOWER}A-Z0-9]{{1,18}})\s*[.;]?$")
_KEEPS_MINUTES = re.compile(r"thu ky|nguoi (?:lap|ghi)|ke toan")
_NOT_NAME = {"nơi nhận", "như trên", "đã ký", "độc lập", "việt nam", "hà nội"}


@dataclass(frozen=True, slots=True)
class Foot:
    signer: str | None
    signer_title: str | None
    signer_span: Span | None
    recipients: tuple[str, ...]
    drafter_mark: str | None
    acting_for: tuple[str, ...]
    """Signature lines in capitals, top down: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"."""


@dataclass(slots=True)
class _Signatory:
    """One column of the signature: lines of capitals, and the name under them once it is read."""

    titles: list[str]
    name: str | None = None
    span: Span | None = None

    @property
    def keeps_minutes(self) -> bool:
        return bool(self.titles) and bool(_KEEPS_MINUTES.match(plain(self.titles[-1])))


@dataclass
class _Reader:
    """Goes through the lines of a foot, cell by cell."""

    recipients: list[str] = field(default_factory=list)
    signatories: list[_Signatory] = field(default_factory=list)
    receiving: bool = False

    def read(self, line: Line) -> None:
        titles: list[str] = []
        for start, piece in _pieces(line):
            received = _RECEIVED.match(piece)
            if received:
                self.receiving = True
                start, piece = start + received.end(), piece[received.end() :].strip()
            if not piece:
                continue
            signing = bool(self.signatories or titles)
            if _is_title(piece, signing):
                titles.append(piece.rstrip(" .,"))
            elif (name := _as_name(piece, signing)) is not None:
                at = line.start + start + max(0, piece.find(name))
                self._name(name, (at, at + len(name)))
            elif self.receiving:
                _add_recipient(self.recipients, piece)
        self._add_titles(titles)

    def _add_titles(self, titles: list[str]) -> None:
        """One line of capitals: more of the columns that still wait for a name, or new columns."""
        waiting = [one for one in self.signatories if one.name is None]
        if len(waiting) >= len(titles):
            for one, title in zip(waiting[-len(titles) :] if titles else [], titles, strict=True):
                one.titles.append(title)
        else:
            self.signatories += [_Signatory([title]) for title in titles]

    def _name(self, name: str, span: Span) -> None:
        for one in self.signatories:
            if one.name is None:
                one.name, one.span = name, span
                return
        self.signatories.append(_Signatory([], name, span))

    def signatory(self) -> _Signatory:
        """The last who signed, not the one who only kept the minutes."""
        named = [one for one in self.signatories if one.name]
        chosen = [one for one in named if one.titles and not one.keeps_minutes] or named
        return chosen[-1] if chosen else _Signatory([])


def read_foot(text: Text) -> Foot:
    """Reads the lines from "Nơi nhận" or the first signature line to the signer's name."""
    reader = _Reader()
    for line in text.lines[text.zones.foot : text.zones.end]:
        reader.read(line)
    signatory = reader.signatory()
    kept = [recipient for recipient in reader.recipients if not _KEPT_BY.match(recipient)]
    marks = [mark for recipient in reader.recipients if (mark := _drafter(recipient))]
    return Foot(
        signatory.name,
        _capacity(signatory.titles, text),
        signatory.span,
        tuple(kept),
        marks[0] if marks else None,
        tuple(title for one in reader.signatories for title in one.titles),
    )


def _pieces(line: Line) -> list[tuple[int, str]]:
    """The cells of a foot line, with their offset in it; two columns may be parted by one blank only."""
    found: list[tuple[int, str]] = []
    place = 0
    for cell in _GAP.split(line.text):
        at = line.text.find(cell, place)
        place = at + len(cell)
        late = _LATE_SIGNS.search(cell) if cell != cell.upper() else None
        if late and cell[late.end() :].isupper():
            found += [(at, cell[: late.start()].strip()), (at + late.end(), cell[late.end() :].strip())]
        else:
            found.append((at, cell.strip()))
    return found


def _is_title(piece: str, more: bool) -> bool:
    if piece[0] in "-+*•(" or len(piece) > 90:
        return False
    if is_capacity(piece):
        return True
    letters = [char for char in piece if char.isalpha()]
    if not letters or sum(char.isupper() for char in letters) < len(letters) * 0.9 or len(letters) < 4:
        return False
    return bool(SIGNS.match(piece)) or (
        more and len(piece.split()) > 2 and bool(_OFFICE_IN_TITLE.search(plain(piece)))
    )


_OFFICE_IN_TITLE = re.compile(
    r"\b(?:so|ban|phong|uy vien|hoi dong|trung tam|truong|thuong truc|cum|khoi|kiem|tinh|huyen)\b"
)


def _as_name(piece: str, after_title: bool) -> str | None:
    """A person's name in the piece, without rank or degree; capitals only below a title."""
    if piece[0] in "-+*•" or any(char.isdigit() for char in piece):
        return None
    bare = _SIGNED.sub("", piece).strip(" .,/")
    while rank := _RANK.match(bare):
        bare = bare[rank.end() :]
    if _NAME.fullmatch(bare) and bare.lower() not in _NOT_NAME:
        if bare != bare.upper():
            return bare
        return " ".join(word.capitalize() for word in bare.split()) if after_title else None
    return None


def _add_recipient(recipients: list[str], piece: str) -> None:
    if piece[0] in "-+*•–" or not recipients:
        recipient = piece.lstrip("-+*•– ").rstrip(" ;.,")
        if recipient:
            recipients.append(recipient)
    elif len(recipients) < 60:
        recipients[-1] = f"{recipients[-1]} {piece.rstrip(' ;.,')}"


def _drafter(recipient: str) -> str | None:
    """The mark of who typed, behind "Lưu: VT": in brackets, or a word in small letters."""
    kept = _KEPT_BY.match(recipient)
    if not kept:
        return None
    rest = kept[1].rstrip(" .;")
    bracketed = _BRACKETED.search(rest)
    if bracketed and not _COPIES.fullmatch(bracketed[1]):
        return bracketed[1]
    mark = _DRAFTER.search(rest)
    return mark[1] if mark and fold(mark[1]) not in ("vt", "so", "phong", "uy", "don vi") else None


def _capacity(titles: list[str], text: Text) -> str | None:
    """ "Phó Chủ tịch (KT. Chủ tịch)" from the lines of the signature."""
    if not titles:
        return None
    acting = [title for title in titles if _ACTS_FOR.match(title)]
    own = [title for title in titles if not _ACTS_FOR.match(title)]
    if not own:
        return _acting(acting[-1], text)
    title = ordinary_case(own[-1], text)
    return f"{title} ({_acting(acting[-1], text)})" if acting else title


def _acting(title: str, text: Text) -> str:
    found = _ACTS_FOR.match(title)
    if not found:
        return ordinary_case(title, text)
    mark = (found[1] or found[2]).strip()
    sign = mark if "/" in mark else mark + "."
    return f"{sign} {ordinary_case(title[found.end() :].strip(), text)}"
