"""Names and abbreviations of titles and forms of commendation as documents write them, and their codes.

Codes are those of the law book (CSTDCS, BKTTG …); a test holds the two together. Where the authority decides (bằng
khen, cờ thi đua), the code is settled by `code_for`.
"""

import re
from dataclasses import dataclass
from typing import Final

from thidua.reading.facts import RecipientKind
from thidua.vn.fold import fold

PERSON: Final = "ca_nhan"
COLLECTIVE: Final = "tap_the"
HOUSEHOLD: Final = "ho_gia_dinh"


@dataclass(frozen=True, slots=True)
class AwardName:
    """A title or form: code of the law book (None where the text names no one form), its name, who receives it."""

    code: str | None
    name: str
    kind: RecipientKind | None


_RANKS = {
    "nhat": ("1", "Nhất"),
    "nhi": ("2", "Nhì"),
    "ba": ("3", "Ba"),
    "i": ("1", "Nhất"),
    "ii": ("2", "Nhì"),
    "iii": ("3", "Ba"),
}
_RANK = r"(?:\s*[,(]?\s*hang\s(?P<rank>nhat|nhi|ba|iii|ii|i|[123])\b)?"
_ORDERS: Final = {
    "lao dong": ("HCLD", "Huân chương Lao động"),
    "doc lap": ("HCDL", "Huân chương Độc lập"),
    "quan cong": ("HCQC", "Huân chương Quân công"),
    "chien cong": ("HCCC", "Huân chương Chiến công"),
    "bao ve to quoc": ("HCBVTQ", "Huân chương Bảo vệ Tổ quốc"),
    "sao vang": ("HCSV", "Huân chương Sao vàng"),
    "ho chi minh": ("HCHCM", "Huân chương Hồ Chí Minh"),
    "dai doan ket dan toc": ("HCDDK", "Huân chương Đại đoàn kết dân tộc"),
    "dai doan ket": ("HCDDK", "Huân chương Đại đoàn kết dân tộc"),
    "dung cam": ("HCDC", "Huân chương Dũng cảm"),
    "huu nghi": ("HCHN", "Huân chương Hữu nghị"),
}
_RANKED: Final = {"HCLD", "HCDL", "HCQC", "HCCC", "HCBVTQ", "HUCCSVV"}
_MEDALS: Final = {
    "quan ky quyet thang": ("HUCQKQT", "Huy chương Quân kỳ quyết thắng"),
    "vi an ninh to quoc": ("HUCVANTQ", "Huy chương Vì an ninh Tổ quốc"),
    "chien si ve vang": ("HUCCSVV", "Huy chương Chiến sĩ vẻ vang"),
    "huu nghi": ("HUCHN", "Huy chương Hữu nghị"),
    "thanh nien xung phong ve vang": ("HUCTNXP", "Huy chương Thanh niên xung phong vẻ vang"),
}
_FIXED: Final[tuple[tuple[str, AwardName], ...]] = (
    (
        r"(?:tap\sthe\slao\sdong\sxuat\ssac|ttldxs)",
        AwardName("TTLDXS", "Tập thể lao động xuất sắc", COLLECTIVE),
    ),
    (
        r"(?:tap\sthe\slao\sdong\stien\stien|tap\sthe\stien\stien|ttldtt)",
        AwardName("TTLDTT", "Tập thể lao động tiên tiến", COLLECTIVE),
    ),
    (r"(?:lao\sdong\stien\stien|ldtt)", AwardName("LDTT", "Lao động tiên tiến", PERSON)),
    (r"chien\ss[iy]\stien\stien", AwardName("CSTT", "Chiến sĩ tiên tiến", PERSON)),
    (
        r"(?:(?:chien\ss[iy]\sthi\sdua|cstd)\s(?:cap\s)?toan\squoc|cstdtq)",
        AwardName("CSTDTQ", "Chiến sĩ thi đua toàn quốc", PERSON),
    ),
    (
        r"(?:(?:chien\ss[iy]\sthi\sdua|cstd)\s(?:cap\s)?co\sso|cstdcs)",
        AwardName("CSTDCS", "Chiến sĩ thi đua cơ sở", PERSON),
    ),
    (
        r"(?:(?:chien\ss[iy]\sthi\sdua|cstd)\s(?:cua\s)?(?:cap\s)?(?:bo\b|nganh|ban|tinh|thanh\spho|toan\squan|quan\skhu|thu\sdo|dai\shoc)"
        r"(?:,\s(?:ban|nganh|tinh|bo|doan\sthe)){0,4}|cstdbt|cstdct)",
        AwardName("CSTDBT", "Chiến sĩ thi đua cấp bộ, tỉnh", PERSON),
    ),
    (r"(?:chien\ss[iy]\sthi\sdua|cstd)", AwardName(None, "Chiến sĩ thi đua", PERSON)),
    (r"don\svi\squyet\sthang", AwardName("DVQT", "Đơn vị quyết thắng", COLLECTIVE)),
    (r"don\svi\stien\stien", AwardName("DVTT", "Đơn vị tiên tiến", COLLECTIVE)),
    (
        r"co\s(?:thi\sdua\s)?(?:cua\s)?(?:chinh\sphu|thu\stuong\schinh\sphu)",
        AwardName("COCP", "Cờ thi đua của Chính phủ", COLLECTIVE),
    ),
    (
        r"co\s(?:thi\sdua\s)?(?:cua\s)?(?:quan\skhu|quan\sdoan|quan\schung|tong\scuc|dai\shoc\squoc\sgia)",
        AwardName("COQK", "Cờ thi đua của quân khu và tương đương", COLLECTIVE),
    ),
    (
        r"co\sthi\sdua\s(?:cua\s)?(?:(?:chu\stich\s)?(?:uy\sban\snhan\sdan|ubnd)\s(?:tinh|thanh\spho)|cap\stinh|tinh\b)",
        AwardName("COBT", "Cờ thi đua của Ủy ban nhân dân tỉnh", COLLECTIVE),
    ),
    (
        r"co\sthi\sdua\s(?:cua\s)?(?:bo\b|cap\sbo|nganh)",
        AwardName("COBT", "Cờ thi đua của bộ, ngành", COLLECTIVE),
    ),
    (
        r"co\sdon\svi\s(?:dan\sdau|xuat\ssac)(?:\sphong\strao)?(?:\sthi\sdua)?",
        AwardName(None, "Cờ thi đua", COLLECTIVE),
    ),
    (r"co\sthi\sdua", AwardName(None, "Cờ thi đua", COLLECTIVE)),
    (
        r"(?:bang\skhen|bk)\s?(?:(?:cua|cap)\s)?(?:thu\stuong(?:\schinh\sphu)?|chinh\sphu|ttg(?:cp)?)",
        AwardName("BKTTG", "Bằng khen của Thủ tướng Chính phủ", None),
    ),
    (r"bkttg", AwardName("BKTTG", "Bằng khen của Thủ tướng Chính phủ", None)),
    (r"(?:bang\skhen|bk)", AwardName(None, "Bằng khen", None)),
    (r"(?:giay\skhen|gk)", AwardName("GK", "Giấy khen", None)),
    (r"(?:ky\sniem\schuong|knc)", AwardName("KNC", "Kỷ niệm chương", PERSON)),
    (r"thu\skhen", AwardName("TK", "Thư khen", None)),
    (r"gia\sdinh\svan\shoa", AwardName("GDVH", "Gia đình văn hóa", HOUSEHOLD)),
    (
        r"(?:thon|to\sdan\spho|ap|khu\sdan\scu|khu\spho|khom|ban|lang|buon)(?:,\s(?:to\sdan\spho|ap|ban|lang|buon|khu\spho|khom)){0,4}\svan\shoa(?!\s?[-–]|\sva\s|,|\sthe\sthao|\sthong\stin)",
        AwardName("TVH", "Thôn, tổ dân phố văn hóa", COLLECTIVE),
    ),
    (
        r"(?:xa|phuong|dac\skhu)(?:,\s(?:phuong|thi\stran|dac\skhu)){0,3}\stieu\sbieu",
        AwardName("XPTB", "Xã, phường, đặc khu tiêu biểu", COLLECTIVE),
    ),
    (
        r"anh\shung\sluc\sluong\svu\strang(?:\snhan\sdan)?",
        AwardName("AHLLVT", "Anh hùng Lực lượng vũ trang nhân dân", None),
    ),
    (r"(?:tinh|thanh\spho)\sanh\shung", AwardName("TINHAH", "Tỉnh Anh hùng, Thành phố Anh hùng", COLLECTIVE)),
    (r"anh\shung\slao\sdong", AwardName("AHLD", "Anh hùng Lao động", None)),
    (r"ba\sme\sviet\snam\sanh\shung", AwardName("BMVNAH", "Bà mẹ Việt Nam anh hùng", PERSON)),
    (
        r"(?:nha\sgiao|thay\sthuoc|nghe\ss[iy]|nghe\snhan)\snhan\sdan",
        AwardName("DHND", "Danh hiệu nhân dân", PERSON),
    ),
    (
        r"(?:nha\sgiao|thay\sthuoc|nghe\ss[iy]|nghe\snhan)\suu\stu",
        AwardName("DHUT", "Danh hiệu ưu tú", PERSON),
    ),
    (r"giai\sthuong\sho\schi\sminh", AwardName("GTHCM", "Giải thưởng Hồ Chí Minh", None)),
    (r"giai\sthuong\snha\snuoc", AwardName("GTNN", "Giải thưởng Nhà nước", None)),
)
CODES: Final = frozenset(
    [award.code for _, award in _FIXED if award.code]
    + [
        code + rank if code in _RANKED else code
        for code, _ in (*_ORDERS.values(), *_MEDALS.values())
        for rank in "123"
    ]
    + ["BKBT", "BKQK", "COQK"]
)
"""Every code that a reading can yield, for the law book to be held against."""
_COMPILED: Final = tuple((re.compile(pattern + r"(?!\w)"), award) for pattern, award in _FIXED)
_ORDER = re.compile(
    rf"(?:huan\schuong|hc)\s?(?P<of>{'|'.join(sorted(_ORDERS, key=len, reverse=True))}|ld\b|dl\b){_RANK}(?!\w)"
)
_SHORT_ORDER = re.compile(rf"hcld{_RANK}(?!\w)")
_MEDAL = re.compile(rf"huy\schuong\s(?P<of>{'|'.join(_MEDALS)}){_RANK}(?!\w)")
_HONOUR_NAMES = re.compile(r"(?:nha\sgiao|thay\sthuoc|nghe\ss[iy]|nghe\snhan)\s(?:nhan\sdan|uu\stu)")
_STARTS = re.compile(
    r"lao\sdong\stien|chien\ss[iy]\st|tap\sthe\slao|tap\sthe\stien|ldtt|cstd|ttld|don\svi\s[qt]|co\sthi\sd|co\sdon\svi|co\schinh|co\scua\s[ct]|bang\skhen|bk|giay\skhen|gk|"
    r"ky\sniem\sc|knc|thu\skhen|gia\sdinh\svan|tinh\sanh\sh|thanh\spho\sanh\sh|anh\shung|ba\sme|nha\sgiao\s[nu]|thay\sthuoc|nghe\s[sn]|giai\sthuong|huan\schuong|huy\schuong|hcld|hc\s"
)
# Titles of places are found from their last words: their first ("ấp", "bản") stand everywhere.
_LAST_WORDS = re.compile(r"\s(?:van\shoa|tieu\sbieu)\b")
_PLACES = re.compile(
    r"(?<!\w)(?:thon|to\sdan\spho|ap|khu\sdan\scu|khu\spho|khom|ban|lang|buon|xa|phuong|dac\skhu)(?!\w)"
)
_FLAG_WORDS: Final = {"cờ", "cơ", "co"}
_LETTERS: Final = {"bk", "gk", "hc"}


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in folded text: its place, and what it names."""

    start: int
    end: int
    award: AwardName


def find_all(flat: str, plain: str, start: int, end: int) -> list[Found]:
    """The titles and forms named in flat[start:end], in order; `plain` is flat folded, offset by offset."""
    found: list[Found] = []
    at = start
    while first := _STARTS.search(plain, at, end):
        begun = first.start()
        inside = begun > 0 and (plain[begun - 1].isalnum() or plain[begun - 1] == "_")
        match = None if inside else match_at(flat, plain, begun, end)
        if match:
            found.append(match)
        at = match.end if match else first.end()
    places = _places(flat, plain, start, end)
    return sorted(found + places, key=lambda one: one.start) if places else found


def _places(flat: str, plain: str, start: int, end: int) -> list[Found]:
    found: list[Found] = []
    last = start
    for close in _LAST_WORDS.finditer(plain, start, end):
        for head in _PLACES.finditer(plain, max(last, close.start() - 60), close.start()):
            match = match_at(flat, plain, head.start(), end)
            if match:
                found.append(match)
                last = match.end
                break
    return found


def match_at(flat: str, plain: str, at: int, end: int) -> Found | None:
    """The title or form whose name begins exactly at an offset."""
    if order := (
        _ORDER.match(plain, at, end) or _MEDAL.match(plain, at, end) or _SHORT_ORDER.match(plain, at, end)
    ):
        return Found(at, order.end(), _ranked(order))
    for pattern, award in _COMPILED:
        match = pattern.match(plain, at, end)
        if match:
            if not _is_meant(flat, plain, match):
                return None
            return Found(at, match.end(), _honour(match, award))
    return None


def _is_meant(flat: str, plain: str, match: re.Match[str]) -> bool:
    """ "cờ thi đua", not "có thi đua"; "BK" in capitals only."""
    if match.group().startswith("ban ") and not match.group().startswith("ban khen"):
        return flat[match.start() : match.start() + 3].lower() == "bản"
    first = plain[match.start() : match.start() + 2]
    printed = flat[match.start() : match.start() + 2]
    if first == "co" and plain[match.start() + 2 : match.start() + 3] == " ":
        return printed.lower() in _FLAG_WORDS
    return printed.isupper() if first in _LETTERS and match.end() - match.start() < 8 else True


def _honour(match: re.Match[str], award: AwardName) -> AwardName:
    if not _HONOUR_NAMES.match(match.group()):
        return award
    names = {"nha giao": "Nhà giáo", "thay thuoc": "Thầy thuốc", "nghe nhan": "Nghệ nhân"}
    head = next((name for key, name in names.items() if match.group().startswith(key)), "Nghệ sĩ")
    return AwardName(award.code, f"{head} {'nhân dân' if award.code == 'DHND' else 'ưu tú'}", PERSON)


def _ranked(match: re.Match[str]) -> AwardName:
    groups = match.groupdict()
    of = groups.get("of") or "ld"
    is_medal = match.group().startswith("huy")
    code, name = _MEDALS[of] if is_medal else _ORDERS[{"ld": "lao dong", "dl": "doc lap"}.get(of, of)]
    rank = groups.get("rank")
    kind: RecipientKind | None = PERSON if is_medal else None
    if code not in _RANKED:
        return AwardName(code, name, kind)
    if rank is None:
        return AwardName(None, name, kind)
    number, word = _RANKS[rank] if rank in _RANKS else (rank, ("Nhất", "Nhì", "Ba")[int(rank) - 1])
    return AwardName(code + number, f"{name} hạng {word}", kind)


_ARMY = re.compile(r"\b(?:quan khu|quan doan|quan chung|binh chung|tong cuc|dai hoc quoc gia)\b")
_HIGH = re.compile(
    r"\b(?:tinh|thanh pho|bo truong|bo|uy ban trung uong|trung uong|tong lien doan|toan quoc|chanh an|vien truong|thong doc|kiem toan nha nuoc|ubnd tp|tong thanh tra)\b"
)
_LOW_CITY = re.compile(
    r"\bthanh pho (?:thuoc tinh|truc thuoc)\b|\blien doan lao dong tinh\b|\bcong doan\b|\bhoi (?:nong dan|lien hiep|cuu chien binh) tinh\b|\b(?:doan|tinh doan)\b"
)


def code_for(award: AwardName, authority: str | None) -> AwardName:
    """Bằng khen and cờ thi đua by who grants them: Prime Minister, ministry or province, military region."""
    if award.code is not None or award.name not in ("Bằng khen", "Cờ thi đua"):
        return award
    by = fold(authority or "")
    flag = award.name == "Cờ thi đua"
    if re.search(r"\b(?:thu tuong|chinh phu|ttg)\b", by):
        return (
            AwardName("COCP", "Cờ thi đua của Chính phủ", award.kind)
            if flag
            else AwardName("BKTTG", "Bằng khen của Thủ tướng Chính phủ", None)
        )
    if _ARMY.search(by):
        return AwardName("COQK" if flag else "BKQK", award.name, award.kind)
    if by and (
        _LOW_CITY.search(by)
        or not (_HIGH.search(by) or by.startswith(("ubnd", "uy ban nhan dan", "chu tich")))
    ):
        return award
    return AwardName("COBT" if flag else "BKBT", award.name, award.kind)
