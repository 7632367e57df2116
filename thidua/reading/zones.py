"""Which lines are head, title, body, place of receipt (nơi nhận) and signature: the form of an administrative document."""

import re
from dataclasses import dataclass

from thidua.reading.lines import Layout, Line
from thidua.reading.width import starts_low
from thidua.vn.fold import fold, plain
from thidua.vn.letters import UPPER

TYPE_WORDS = (
    "kế hoạch|báo cáo|thông báo|quyết định|tờ trình|chỉ thị|hướng dẫn|chương trình|giấy mời|công điện|nghị quyết|"
    "biên bản|quy chế|quy định|đề án|phương án|dự án|thông tư liên tịch|thông tư|nghị định|luật|pháp lệnh|lệnh|kết luận|"
    "công văn|hợp đồng|bản ghi nhớ|thỏa thuận|giấy ủy quyền|giấy giới thiệu|phiếu gửi|phiếu chuyển|phiếu trình|"
    "thông cáo|quy trình|kế hoạch liên tịch|chương trình phối hợp|giao ước thi đua|bản đăng ký|đề cương|"
    "kế hoạch phối hợp|nghị quyết liên tịch|chương trình hành động|thư mời|thư khen|lời kêu gọi|giấy khen|điều lệ"
)
_TYPES = {fold(word) for word in TYPE_WORDS.split("|")}
_OPENS_WITH_TYPE = re.compile(rf"(?:{'|'.join(sorted(_TYPES, key=len, reverse=True))})\b")
_OPENERS = (
    "căn cứ|thực hiện|thi hành|để |nhằm |kính gửi|ngày |tại |trên cơ sở|theo |xét |nay |vào |được |sau |qua |vừa qua|trong |"
    "hôm nay|thời gian|chúng tôi|chủ tịch|ban giám đốc|triển khai thực hiện kế hoạch số|hưởng ứng|tiếp tục|phát huy|"
    "năm 20|từ ngày|sáng ngày|chiều ngày|tối ngày|sáng nay|chào mừng|bộ trưởng|giám đốc|tổng giám đốc|điều 1"
)
_OPENS = re.compile(
    "|".join(re.escape(fold(word)) + (" " if word.endswith(" ") else r"\b") for word in _OPENERS.split("|"))
)
_FORM = re.compile(
    r"cong hoa xa hoi|doc lap|dang cong san|^so (?:\d|[a-z]{1,4} [a-z]{2,8}$|$)|^v v\b|^ve viec\b|(?=.{0,70}$).*\bngay\b.*\bthang\b.*\bnam\b|^kinh gui"
)
_HUNG = re.compile(
    r"(?:[-–,]|\b(?:năm|ngày|tháng|và|của|các|về|cho|tại|với|trong|số|lần thứ|nhiệm kỳ|giai đoạn|kỷ niệm))$",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|HỘI ĐỒNG|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|(?:TỔNG )?GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|TRƯỞNG|HIỆU TRƯỞNG|CHÁNH)\b"
)
_YEAR_TAIL = re.compile(r"(?:[-–]\s?)?\d{4}\b")
_LIST_START = re.compile(r"(?:[-+*•]|\d{1,2}(?:\.\d{1,2})*[.)]|[IVXLC]{1,5}[.)]|[a-zđ]\)|Điều\s+\d+)\s*\S")
_RECEIVED = re.compile(
    rf"[Nn]{{1}}[ơoƠO][iI]\s+[nN][hH][âaậÂAẬ][nN]\s*(?:[:;.]|$|\s{{2,}}|(?=[{UPPER}]{{2}}))"
)
_RULE = re.compile(r"[\W_]+")
_LONGEST_FOOT = 120
_CELLS = re.compile(r"\s{3,}|\t")
_SYLLABLE = rf"[{UPPER}][^\W\d_]*(?:['’ʼ][^\W\d_]+)?"
NAME = re.compile(rf"(?:[{UPPER}]\w{{0,8}}\.\s*){{0,4}}{_SYLLABLE}(?:\s+{_SYLLABLE}){{1,6}}")
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|DANH SÁCH|BIỂU|Biểu mẫu|Mẫu số)\b")
_CAPACITY = re.compile(
    r"(?:(?:kt|tm|tl|tuq)[./]? ?)?(?:pho )?(?:tong )?(?:giam doc|chu tich|bi thu|truong (?:phong|ban|khoa|doan|thon)|hieu truong|chanh van phong|"
    r"(?:chi )?cuc truong|thu truong (?:co quan|don vi)|chu toa|chu tri|thu ky|nguoi (?:lap|lap bieu|bao cao|viet bao cao)|to truong|doi truong|cum truong|"
    r"khoi truong)(?: (?:hoi dong|so|trung tam|cong ty|uy ban nhan dan|cuoc hop)[\w ]{0,30})?"
)
ACTING = re.compile(r"(?:KT|TM|TL|TUQ|T/M|K/T|T/L)\b[./]?")
SIGNS = re.compile(
    rf"(?:KT|TM|TL|TUQ|T/M|K/T|T/L)[./]?\s*[{UPPER}]|Q\.\s*[{UPPER}]|"
    r"(?:Q\. )?(?:PHÓ )?(?:TỔNG )?(?:GIÁM ĐỐC|CHỦ TỊCH|BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH|TRƯỞNG|PHÓ|HIỆU TRƯỞNG|CỤC TRƯỞNG|"
    r"CHỦ NHIỆM|THỦ TƯỚNG|VIỆN TRƯỞNG|VỤ TRƯỞNG|CHI CỤC TRƯỞNG|TỔNG BIÊN TẬP|CHỈ HUY TRƯỞNG|CỤM TRƯỞNG|KHỐI TRƯỞNG|ĐỘI TRƯỞNG|THƯỜNG TRỰC|CHỦ TỌA|CHỦ TỌA|CHỦ TRÌ|THƯ KÝ|ĐẠI DIỆN|NGƯỜI LẬP|TỔ TRƯỞNG|CHÍNH ỦY|TƯ LỆNH)\b"
)


@dataclass(frozen=True, slots=True)
class Zones:
    """Line numbers: head [0, type), type line, title (type, body), body [body, foot), foot [foot, end), annexes after.

    Where no type line is printed (công văn), `type` equals `body` and everything above the body is head."""

    type: int
    body: int
    foot: int
    end: int
    has_type: bool


def find_zones(lines: list[Line], layout: Layout) -> Zones:
    """The zones of one document; of several in one text, those of the first."""
    type_line = _type_line(lines)
    if type_line is None:
        body = _letter_body(lines)
        start, has_type = body, False
    else:
        body = _title_end(lines, type_line, layout)
        start, has_type = type_line, True
    foot = next((i for i in range(body, len(lines)) if _is_foot(lines, i, layout)), len(lines))
    return Zones(start, body, foot, _foot_end(lines, foot), has_type)


def is_type_line(text: str) -> bool:
    """An upper-case line that is the name of a kind of document ("KẾ HOẠCH")."""
    if len(text) > 40 or text != text.upper():
        return False
    return fold(text) in _TYPES


def _type_line(lines: list[Line]) -> int | None:
    """The line that names the kind; else one in capitals that begins with it and goes on with the title."""
    longer: int | None = None
    for index, line in enumerate(lines[:40]):
        if is_type_line(line.text):
            return index
        if line.text.startswith(("Kính gửi", "KÍNH GỬI")) or (len(line.text) > 60 and line.text[-1] in ".;"):
            break
        if (
            longer is None
            and index < 25
            and line.text == line.text.upper()
            and _OPENS_WITH_TYPE.match(fold(line.text))
        ):
            longer = index
    return longer


def _letter_body(lines: list[Line]) -> int:
    """The first line that is neither letterhead, number, place and date, nor subject."""
    last = 0
    for index, line in enumerate(lines[:25]):
        folded = fold(line.text)
        if folded.startswith("kinh gui"):
            return index
        if _FORM.match(folded) or line.text == line.text.upper():
            last = index + 1
        elif len(line.text) > 60 or _LIST_START.match(line.text) or _OPENS.match(folded):
            break
    return last


def _title_end(lines: list[Line], type_line: int, layout: Layout) -> int:
    """The title runs on through small letters and hung words; a gap, an opening word, a list or capitals end it."""
    usual = layout.spacing
    for index in range(type_line + 1, min(len(lines), type_line + 14)):
        line, before = lines[index], lines[index - 1].text
        folded = fold(line.text)
        if not folded or _RULE.fullmatch(line.text):
            return index
        if index == type_line + 1 and is_type_line(before):
            if folded.startswith("kinh gui"):
                return index
            continue
        runs_on = starts_low(line.text) or bool(_HUNG.search(before)) or bool(_YEAR_TAIL.match(line.text))
        if not runs_on and _leaves_title(line, before, folded, usual):
            return index
        if len(line.text) > 160 and not runs_on:
            return index
        usual = max(usual, line.gap) if index == type_line + 2 and runs_on else usual
    return min(len(lines), type_line + 2)


def _leaves_title(line: Line, before: str, folded: str, usual: int) -> bool:
    if line.gap > usual or _LIST_START.match(line.text) or _OPENS.match(folded):
        return True
    if line.text != line.text.upper():
        return False
    return before != before.upper() or bool(_AUTHORITY.match(line.text))


def _is_foot(lines: list[Line], index: int, layout: Layout) -> bool:
    text = lines[index].text
    if _RECEIVED.match(text):
        return True
    if not is_capacity(text):
        return False
    ended = index > 0 and (
        lines[index - 1].text.endswith((".", "/", "…")) or lines[index].gap > layout.spacing
    )
    return (ended or bool(ACTING.match(text))) and _name_follows(lines, index)


def is_capacity(text: str) -> bool:
    """A line of capitals above a signature ("KT. GIÁM ĐỐC"), or the same in small letters, alone on its line."""
    if SIGNS.match(text):
        return text == text.upper() and _widest(text) <= 110
    return len(text) <= 60 and text[0].isupper() and bool(_CAPACITY.fullmatch(plain(text.rstrip(" .:"))))


def _name_follows(lines: list[Line], index: int) -> bool:
    """A person's name stands a few short lines below, as under a signature; in capitals only at the very end."""
    for below in range(index + 1, min(len(lines), index + 8)):
        text = lines[below].text
        if _widest(text) > 110:
            return False
        at_end = below == len(lines) - 1 and not SIGNS.match(text)
        if any(NAME.fullmatch(cell) and (at_end or cell != cell.upper()) for cell in _CELLS.split(text)):
            return True
    return False


def _widest(text: str) -> int:
    """Columns of the widest cell: a foot of two columns is mostly blanks."""
    return max(map(len, _CELLS.split(text)))


def _foot_end(lines: list[Line], foot: int) -> int:
    """Just past the signer's name: the foot ends where an annex begins, or with the text."""
    signed = named = False
    for index in range(foot, min(len(lines), foot + _LONGEST_FOOT)):
        text = lines[index].text
        if index > foot and (_ANNEX.match(text) or is_type_line(text) or _widest(text) > 110):
            return index
        if named and lines[index].new_page:
            return index
        signed = signed or bool(SIGNS.search(text))
        named = named or (
            signed and any(NAME.fullmatch(cell) for cell in _CELLS.split(text) if cell != cell.upper())
        )
    return min(len(lines), foot + _LONGEST_FOOT)
