"""Names of offices in a letterhead: told apart from mottos, and from capitals back to ordinary letters."""

import re

from thidua.reading.text import Text
from thidua.vn.fold import fold, plain

_HEAD = re.compile(
    r"(?:uy ban|ubnd|so|ban|phong|trung tam|truong|hoi dong|hdnd|hoi|dang uy|dang bo|dang doan|tinh uy|huyen uy|thanh uy|thi uy|quan uy|cong doan|lien doan|"
    r"tong lien doan|chi cuc|cuc|tong cuc|vu|van phong|bo|thu tuong chinh phu|chu tich nuoc|chinh phu|quoc hoi|cum|khoi thi dua|cong ty|tong cong ty|tap doan|benh vien|vien|hoc vien|"
    r"dai hoc|kho bac|ngan hang|cong an|toa an|doan|tinh doan|mat tran|bao|dai|quy|lien hiep|lien minh|hiep hoi|xi nghiep|nha may|khoa|to|doi|chi bo|thanh tra|"
    r"bao hiem|bo chi huy|bo tu lenh|ban chi huy|tram|thu vien|bao tang|nha hat|hop tac xa|trung doan|su doan|lu doan|dien luc|buu dien|cang|vuon quoc gia)\b"
)
_NOT_HEAD = re.compile(
    r"(?:ban thuong truc|to chuc|bao ve|bao ton|bao tro|quy hoach|vu viec|vien thong|phong trao|phong,? chong|khoa hoc|khoa giao|dai dien|dai doan|hoi nhap|"
    r"doan ket|so huu|truong hoc|bo mon)\b"
)
# An office's first line alone: what follows goes on with the name, whatever it begins with.
_UNFINISHED = frozenset(
    [
        "van phong",
        "ban chi dao",
        "hoi dong",
        "ban quan ly",
        "trung tam",
        "cong doan",
        "lien doan",
        "chi cuc",
        "cuc",
        "so",
        "truong",
        "vien",
        "uy ban",
        "ban",
        "hoi",
        "ban chi huy",
        "bo chi huy",
        "cong ty",
        "benh vien",
        "ban to chuc",
        "ban chap hanh",
        "ban thuong vu",
        "thanh tra",
        "cum thi dua",
        "khoi thi dua",
        "ban thuong truc",
        "dang bo",
        "dang uy",
        "chi bo",
    ]
)
_MOTTO = re.compile(
    r"cong hoa xa hoi|doc lap\b.*(?:tu do|hanh phuc)|dang cong san viet nam|^(?:(?:chu )?(?:nghia )?viet nam|(?:tu do\W+)?hanh phuc|hoa toc|khan|thuong khan|mat|du thao|toi mat)$"
)
_SECTOR_WORD = re.compile(
    r"(?<!\w)(?:[Ss]ở|[Pp]hòng|(?<!ủy )(?<!Ủy )[Bb]an|[Tt]rung tâm|[Tt]rường|[Bb]ộ|[Cc]hi cục|[Cc]ục|[Kk]hoa|[Vv]iện|[Bb]ệnh viện|[Cc]ông ty|[Hh]ội đồng|"
    r"[Vv]ăn phòng|[Đđ]ảng ủy|và|-|–) (?=[^\W\d_])"
)
_PLACE_WORDS = ("tỉnh", "huyện", "xã", "phường", "quận", "thị trấn", "thị xã", "thành phố", "đặc khu")
_KEPT = frozenset(
    [
        "UBND",
        "HĐND",
        "THPT",
        "THCS",
        "TNHH",
        "MTV",
        "MTTQ",
        "TW",
        "GDNN",
        "GDTX",
        "PTDTNT",
        "CP",
        "TP",
        "BQL",
        "BCH",
        "TĐKT",
        "GDĐT",
    ]
)
_PHRASES = [
    "phó chủ tịch",
    "chủ tịch",
    "phó tổng giám đốc",
    "tổng giám đốc",
    "phó giám đốc",
    "giám đốc",
    "phó trưởng ban",
    "trưởng ban",
    "phó trưởng phòng",
    "trưởng phòng",
    "phó chánh văn phòng",
    "chánh văn phòng",
    "phó hiệu trưởng",
    "hiệu trưởng",
    "phó bí thư thường trực",
    "phó bí thư",
    "bí thư",
    "phó cục trưởng",
    "cục trưởng",
    "phó chi cục trưởng",
    "chi cục trưởng",
    "bộ trưởng",
    "thứ trưởng",
    "phó thủ tướng",
    "thủ tướng",
    "chính phủ",
    "trung ương",
    "hội đồng",
    "ủy ban nhân dân",
    "ủy ban",
    "văn phòng",
    "nội vụ",
    "ủy viên",
    "ban thường vụ",
    "ban chấp hành",
    "đảng ủy",
    "tỉnh ủy",
    "công đoàn",
    "chánh thanh tra",
    "thư ký",
    "chủ tọa",
]


def is_motto(piece: str) -> bool:
    """National or Party heading, or a mark of haste or secrecy."""
    return bool(_MOTTO.search(plain(piece).strip(" *-_.")))


def is_head(piece: str) -> bool:
    """The piece opens the name of an office ("SỞ DU LỊCH"), and does not go on with one ("TỈNH KIÊN GIANG")."""
    folded = plain(piece)
    return bool(_HEAD.match(folded)) and not _NOT_HEAD.match(folded)


def is_unfinished(name: str) -> bool:
    """The bare word for an office, whose name stands on the next line."""
    return plain(name).strip() in _UNFINISHED


def ordinary_case(name: str, text: Text) -> str:
    """ "SỞ DU LỊCH" → "Sở Du lịch": as the body writes it, else by the usual rule."""
    name = re.sub(r"^UBND\b", "ỦY BAN NHÂN DÂN", name.strip()).replace("UỶ", "ỦY")
    if name != name.upper():
        return name
    seen = _as_in_body(name, text)
    if seen:
        return seen
    cased = " ".join(word if word.strip("()") in _KEPT else word.lower() for word in name.split())
    for phrase in _PHRASES:
        cased = re.sub(rf"(?<!\w){phrase}(?!\w)", lambda found: _phrase_case(found.group()), cased)
    for sector in _SECTOR_WORD.finditer(cased):
        cased = cased[: sector.end()] + cased[sector.end()].upper() + cased[sector.end() + 1 :]
    for place in _PLACE_WORDS:
        cased = re.sub(rf"(?<!\w){place} ([^,()]+)$", lambda found: _proper(found.group()), cased)
    return cased[:1].upper() + cased[1:]


def _phrase_case(phrase: str) -> str:
    if phrase.startswith("phó "):
        return "Phó " + phrase[4:5].upper() + phrase[5:]
    if phrase.startswith(("chánh ", "chi cục")):
        head, rest = phrase.split(" ", 1)
        return f"{head.capitalize()} {rest[:1].upper()}{rest[1:]}"
    return phrase[:1].upper() + phrase[1:]


def _proper(phrase: str) -> str:
    for place in _PLACE_WORDS:
        if phrase.startswith(place + " "):
            return (
                place
                + " "
                + " ".join(word[:1].upper() + word[1:] for word in phrase[len(place) + 1 :].split())
            )
    return phrase


def _as_in_body(name: str, text: Text) -> str | None:
    words = fold(name).split()
    if not 2 <= len(words) <= 16:
        return None
    start, end = text.body
    pattern = re.compile(r"(?<!\w)" + r"[ ,\-]+".join(map(re.escape, words)) + r"(?!\w)")
    for count, found in enumerate(pattern.finditer(text.plain, start, end)):
        seen = text.flat[found.start() : found.end()]
        if seen != seen.upper() and seen[0].isupper():
            return seen
        if count > 20:
            break
    return None
