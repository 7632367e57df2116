"""What kind of office a printed name stands for, when nobody here has written it down yet. Pure; a guess."""

import re
from typing import NamedTuple

from thidua.records.orgs.models import Unit
from thidua.vn.fold import fold

_KINDS = (
    (
        Unit.Kind.PARTY,
        r"bo chinh tri|ban bi thu|(?:tinh|thanh|huyen|quan|thi|dang) uy|dang bo|chi bo|ban chap hanh (?:trung uong|dang)|trung uong dang",
    ),
    (
        Unit.Kind.FRONT,
        r"mat tran|cong doan|lien doan lao dong|doan thanh nien|hoi (?:nong dan|lien hiep|cuu chien binh|phu nu)|tinh doan|hiep hoi",
    ),
    (Unit.Kind.CLUSTER, r"(?:cum|khoi) thi dua"),
    (Unit.Kind.COUNCIL, r"hoi dong(?! nhan dan)|ban chi dao|ban to chuc (?:cuoc|hoi)"),
    (Unit.Kind.MEDIA, r"bao (?!hiem)|dai (?:phat thanh|truyen hinh)|tap chi"),
    (Unit.Kind.ARMED, r"bo chi huy|cong an|quan khu|bien phong"),
    (Unit.Kind.ENTERPRISE, r"cong ty|tong cong ty|tap doan|ngan hang|hop tac xa|doanh nghiep"),
    (Unit.Kind.SERVICE, r"trung tam|truong|benh vien|vien |thu vien|bao tang"),
)
_LEVELS = (
    (Unit.Level.CENTRAL, r"\b(?:trung uong|tw)$"),
    (
        Unit.Level.CENTRAL,
        r"chinh phu|thu tuong|quoc hoi|chu tich nuoc|bo chinh tri|ban bi thu|bo (?!chi huy)|uy ban thuong vu quoc hoi|tong lien doan|toa an nhan dan toi cao",
    ),
    (Unit.Level.COMMUNE, r"\b(?:xa|phuong|thi tran|dac khu)\b(?! hoi)"),
    (Unit.Level.DISTRICT, r"\b(?:huyen|quan|thi xa)\b(?! (?:khu|doi|su))"),
    (Unit.Level.DEPARTMENT, r"so |ban (?!chap hanh|thuong vu)|chi cuc|cuc "),
    (Unit.Level.PROVINCE, r"\b(?:tinh|thanh pho|thanh uy)\b"),
)


class Guess(NamedTuple):
    kind: str
    level: str


def guess(name: str) -> Guess:
    """Kind and level of an outside office by its printed name."""
    folded = fold(name)
    kind = next((kind for kind, words in _KINDS if re.match(words, folded)), Unit.Kind.STATE)
    level = next((level for level, words in _LEVELS if _says(words, folded)), Unit.Level.UNIT)
    return Guess(str(kind), str(level))


def _says(words: str, folded: str) -> bool:
    """Words that begin with a boundary may stand anywhere; the others open the name."""
    return bool(re.search(words, folded) if words.startswith(r"\b") else re.match(words, folded))


_OPEN_LEVEL = re.compile(r"\b(tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$", re.IGNORECASE)
_COMMITTEE = re.compile(r"^(tỉnh|thành|huyện|quận) ủy$", re.IGNORECASE)
_SPEAKS_FOR = re.compile(
    r"^(?:Ban Thường vụ|Thường trực|Ban Chấp hành) (?=(?:Tỉnh|Thành|Huyện|Quận|Đảng) ủy|Đảng bộ)",
    re.IGNORECASE,
)


def whole_name(printed: str, reader: str) -> str:
    """ "Ủy ban nhân dân tỉnh", read by "Sở Du lịch tỉnh Tân Giang", is that of tỉnh Tân Giang; a standing committee
    speaks for its Party committee."""
    name = _SPEAKS_FOR.sub("", " ".join(printed.split()))
    level = _OPEN_LEVEL.search(name) or _COMMITTEE.search(name)
    if not level:
        return name
    word = "thành phố" if level[1].lower() == "thành" else level[1]
    place = re.search(rf"\b{word}\s+(?P<place>[^\W\d_].*)$", reader, re.IGNORECASE)
    return f"{name} {place['place']}" if place else name


_OFFICE = r"(?:Ủy ban|UBND|Tỉnh ủy|Thành ủy|Huyện ủy|Thủ tướng|Chính phủ|Trung ương|Sở|Bộ|Ban|Hội|Liên đoàn|Công đoàn|Đảng ủy|tỉnh\b|huyện\b)"
_SEVERAL = re.compile(rf"\s*(?:,| và)\s+(?={_OFFICE})")
_AND_OTHERS = re.compile(r"\s*(?:,| và)\s+(?:các|một số|nhiều)\s.*$", re.IGNORECASE)


def the_one(printed: str) -> str:
    """The office meant by a printed launcher: "Tỉnh ủy và các cơ quan cấp tỉnh" names Tỉnh ủy; "" where it names several
    ("Trung ương và Ủy ban nhân dân tỉnh") or none in particular."""
    name = _AND_OTHERS.sub("", " ".join(printed.split()))
    return "" if _SEVERAL.search(name) or name.lower().startswith(("các ", "trung ương")) else name
