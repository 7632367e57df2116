"""Who issues a text without letterhead: weighed from its close, its opening, the authority and the signature."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.reading import tails
from thidua.reading.facts import Span
from thidua.reading.issuers import ordinary_case
from thidua.reading.text import Text
from thidua.vn.fold import plain
from thidua.vn.letters import UPPER

_SPEAKS = re.compile(
    r"\s+(?:xay dung|ban hanh|bao cao|thong bao|de nghi|ket luan|huong dan|trien khai|kinh|tran trong|to chuc|yeu cau|phat dong|quyet dinh|trinh|thong nhat|da|"
    r"tiep tuc|xin|quyet nghi|hop|ke hoach|lap|dang ky|phoi hop|cong bo|gui|moi)\b"
)
_OFFICE_WORD = re.compile(
    r"(?<![\w-])(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Ủy ban|Sở|Ban(?! hành)|Phòng|Trung tâm|Trường|Hội đồng|Đảng ủy|Tỉnh ủy|Huyện ủy|Thành ủy|Bộ|"
    r"Công ty|Tổng công ty|Bệnh viện|Viện|Chi cục|Cục|Liên đoàn|Công đoàn|Công an|Khoa|Hội|Văn phòng|Thanh tra|Kho bạc|Chi nhánh|"
    r"Bảo hiểm xã hội|Cụm|Khối|Báo(?! cáo)|Đài|Đại học|Học viện|Trạm|Tập đoàn|Xí nghiệp|Nhà máy|Liên minh|Ngân hàng|Chi bộ|Đảng bộ|Tỉnh đoàn)(?=\s)"
)
_NOT_SPEAKER = re.compile(
    r"(?:\bcua|\btheo|\bgui|\btai|\bcung|\bve|\bbo|\bgiam doc|\bboi|\bdo|\bthuoc|\bcho|chu tich|truong phong|\btruong|\bvan phong|dang bo|dang uy)\s$"
)
_OF_OFFICE = re.compile(r"\bcua\s+")
_PLACE = rf"[{UPPER}]\w+(?:(?: -| –)? [{UPPER}]\w+){{0,3}}"
_LEVELS = r"tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_NAMED_PLACE = re.compile(rf"(?<!\w)({_LEVELS}|Tỉnh|Huyện|Xã|Phường) ({_PLACE})")
_TERRITORY = re.compile(rf" (?:{_LEVELS}) {_PLACE}")
_OPEN_LEVEL = re.compile(rf" ({_LEVELS})$", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:(?:PHÓ )?(?:TỔNG )?GIÁM ĐỐC|(?:PHÓ )?CHỦ TỊCH|BỘ TRƯỞNG|HIỆU TRƯỞNG|(?:CHI )?CỤC TRƯỞNG|CHÁNH(?= VĂN PHÒNG)|CHÁNH(?= THANH TRA)|VIỆN TRƯỞNG|TRƯỞNG(?= (?:PHÒNG|BAN|CÔNG AN|KHOA)))\s+"
)
# Which offices a capacity heads; the first kinds more often than the later ones.
_HEADED = (
    ("chu tich hoi dong", "hoi dong"),
    ("chu tich", "uy ban nhan dan|hoi|lien doan|cong doan|hoi dong"),
    ("tong giam doc", "tong cong ty|cong ty|tap doan|ngan hang"),
    ("giam doc", "so|trung tam|benh vien|cong ty|chi nhanh|ngan hang|dai|kho bac|bao hiem xa hoi|cong an"),
    ("hieu truong", "truong|dai hoc|hoc vien"),
    ("truong phong", "phong"),
    ("truong ban", "ban"),
    ("truong khoa", "khoa"),
    ("cuc truong", "cuc|chi cuc"),
    ("bo truong", "bo"),
    ("thu truong", "bo"),
    ("bi thu", "dang uy|tinh uy|huyen uy|thanh uy|chi bo|dang bo|ban chap hanh|ban thuong vu|tinh doan"),
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    span: Span | None
    """In the flat text; None where only capitals of the signature name it."""
    weight: float


def find(text: Text, symbol: str | None, signature: tuple[str, ...]) -> tuple[str | None, Span | None]:
    """The issuer and its place in flat.

    `symbol`: the abbreviation in an unfinished number ("SDL"); `signature`: the lines of capitals above the name."""
    headed = _headed(signature)
    found = [*_closing(text), *_opening(text), *_authority(text), *_signed_for(text, signature)]
    found = [candidate for candidate in found if _is_named(candidate.name)]
    if not found and headed:
        found = _mentioned(text, headed)
    times = Counter(candidate.name for candidate in found)
    best: _Candidate | None = None
    best_weight = 0.0
    for candidate in found:
        weight = candidate.weight + min(1.0, (times[candidate.name] - 1) / 2)
        weight += 6 * bool(symbol and initials(candidate.name).startswith(symbol))
        weight += 2 * bool(headed and headed.match(plain(candidate.name)))
        if weight > best_weight:
            best, best_weight = candidate, weight
    if best is None:
        return None, None
    return complete(best.name, text), best.span


def _is_named(name: str) -> bool:
    """More than the bare word for an office ("Hội đồng", "Công ty")."""
    found = _OFFICE_WORD.match(name + " ")
    return len(name.split()) > 1 and (
        name.startswith(("Ủy ban", "Uỷ ban")) or not found or found.end() < len(name)
    )


def _headed(signature: tuple[str, ...]) -> re.Pattern[str] | None:
    """The kinds of office that the signer's capacity heads."""
    for line in signature:
        capacity = plain(line)
        for words, offices in _HEADED:
            if words in capacity:
                return re.compile(rf"(?:{offices})\b")
    return None


def _closing(text: Text) -> Iterator[_Candidate]:
    """ "Trên đây là … của Sở Du lịch tỉnh X./."; the last office weighs most."""
    start, end = text.body
    at = text.plain.rfind("tren day la", start, end)
    if at < 0:
        return
    stop = text.flat.find("\n", at)
    stop = stop if stop >= 0 else len(text.flat)
    for turn, of in enumerate(_OF_OFFICE.finditer(text.plain, at, stop)):
        if not _OFFICE_WORD.match(text.flat, of.end()):
            continue
        name, behind = tails.office_at(text, of.end())
        if len(name.split()) > 1 and re.match(r"\s*(?:[./;,]|$)", text.flat[behind : behind + 2]):
            yield _Candidate(name, (of.end(), behind), 5 + turn / 10)


def _opening(text: Text) -> Iterator[_Candidate]:
    """The office that "xây dựng Kế hoạch", "báo cáo", "kết luận" in the first paragraphs; a later one weighs more."""
    start, end = text.body
    limit = min(end, start + 3000)
    for block in text.blocks:
        if block.start > start and block.kind in ("heading", "item"):
            limit = min(limit, block.start)
            break
    last = start
    for turn, word in enumerate(_OFFICE_WORD.finditer(text.flat, start, limit)):
        if word.start() < last:
            continue
        name, stop = tails.office_at(text, word.start())
        last = stop
        if len(name.split()) < 2 or not (_SPEAKS.match(text.plain, stop) or _speaks_with_another(text, stop)):
            continue
        if not _NOT_SPEAKER.search(text.plain[max(0, word.start() - 16) : word.start()]):
            yield _Candidate(name, (word.start(), stop), 4.5 + turn / 100)


def _speaks_with_another(text: Text, stop: int) -> bool:
    """ "Sở Giáo dục và Đào tạo và Công đoàn ngành Giáo dục thống nhất …"."""
    if not text.flat.startswith(" và ", stop) or not _OFFICE_WORD.match(text.flat, stop + 4):
        return False
    return bool(_SPEAKS.match(text.plain, tails.office_at(text, stop + 4)[1]))


def _authority(text: Text) -> Iterator[_Candidate]:
    """ "GIÁM ĐỐC SỞ NỘI VỤ" between the title of a decision and its grounds."""
    start, end = text.body
    for block in text.blocks[:40]:
        line = text.flat[block.start : block.end]
        if not (start <= block.start < min(end, start + 400)) or line != line.upper() or len(line) > 120:
            continue
        found = _AUTHORITY.match(line)
        rest = line[found.end() :] if found else line
        if found or line.startswith(("ỦY BAN", "UỶ BAN", "HỘI ĐỒNG", "BAN ")):
            yield _Candidate(ordinary_case(rest, text), (block.end - len(rest), block.end), 6)


def _signed_for(text: Text, signature: tuple[str, ...]) -> Iterator[_Candidate]:
    """ "TM. ỦY BAN NHÂN DÂN", "GIÁM ĐỐC SỞ NỘI VỤ" above the signer's name."""
    for line in signature:
        acting = re.match(r"(?:TM|T/M)[.\s]+", line)
        if acting:
            yield _Candidate(ordinary_case(line[acting.end() :], text), None, 3)
    own = [line for line in signature if not re.match(r"(?:TM|T/M|KT|TL|TUQ|T/L)[.\s]", line)]
    found = _AUTHORITY.match(own[-1]) if own and len(own) == len(signature) else None
    if found and own[-1][found.end() :]:
        yield _Candidate(ordinary_case(own[-1][found.end() :], text), None, 3)


def _mentioned(text: Text, headed: re.Pattern[str]) -> list[_Candidate]:
    """The office of that kind that the text names most."""
    start, end = text.body
    places: dict[str, Span] = {}
    counts: Counter[str] = Counter()
    for word in _OFFICE_WORD.finditer(text.flat, start, min(end, start + 20_000)):
        if not headed.match(text.plain, word.start()):
            continue
        name, stop = tails.office_at(text, word.start())
        if _is_named(name) and len(name.split()) <= 10:
            counts[name] += 1
            places.setdefault(name, (word.start(), stop))
    return [_Candidate(name, places[name], 1) for name, count in counts.most_common(1) if count > 1]


def complete(name: str, text: Text) -> str:
    """With the name of the province or commune where the text leaves it to be understood ("Ủy ban nhân dân tỉnh")."""
    name = re.sub(r"^(?:UBND|Uỷ ban nhân dân)\b", "Ủy ban nhân dân", name)
    if name == "Ủy ban nhân dân":
        level = Counter(
            re.findall(rf"(?:Ủy ban nhân dân|UBND) ({_LEVELS})\b", text.flat[:60_000])
        ).most_common(1)
        name = f"{name} {level[0][0]}" if level else name
    level_open = _OPEN_LEVEL.search(name)
    if level_open:
        place = place_of(text, level_open[1].lower())
        return f"{name} {place}" if place else name
    start, end = text.body
    for _ in range(30):
        at = text.flat.rfind(name, start, end)
        if at < 0:
            return name
        territory = _TERRITORY.match(text.flat, at + len(name))
        if territory:
            return name + territory.group()
        end = at
    return name


def place_of(text: Text, level: str) -> str | None:
    """The province (or commune …) that the text names most."""
    found = _NAMED_PLACE.finditer(text.flat, 0, 60_000)
    names = Counter(place[2] for place in found if place[1].lower() == level)
    return names.most_common(1)[0][0] if names else None


def initials(name: str) -> str:
    """ "Sở Du lịch" → "SDL", as symbols shorten names."""
    return "".join(word[0].upper() for word in re.findall(r"\w+", name) if word not in ("và", "của"))
