"""What follows a document's number: its day, who issued it, what it is about."""

import re
from dataclasses import dataclass
from datetime import date

from thidua.reading.text import Text
from thidua.vn.dates import Dated, make_day, match_day
from thidua.vn.letters import UPPER

_BEFORE_DATE = re.compile(
    r"\s*(?:[,;()]\s*){0,2}(?:cung\s+)?(?:(?:da\s+)?(?:duoc\s+)?(?:de|ky|ban hanh|ky ban hanh)\s+)?(?:vao\s+)?(?=ngay\b|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d|\d{1,2}\s+thang)"
)
_NGAY = re.compile(r"ngay\s*[:.]?\s*")
_SHORT_YEAR = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d\d)(?!\d)")
_YEAR = re.compile(
    r"\s*,?\s*(?:ngay\s+)?(?:\.*\s*thang\s+(?:\d{1,2}|\.*)\s*)?nam\s+((?:19|20)\d\d)(?!\s?[-–]\s?\d)"
)
_OF = re.compile(r"\s*[,)]*\s*(?:cua|do)\s+")
# With their marks, as small words stop a name of capitals; what a scan lost runs on to the next comma.
_STOPS = (
    "phụ trách|về|v/v|V/v|ban hành|quy định|hướng dẫn|phê duyệt|phát động|tổ chức|triển khai|thực hiện|sửa đổi|bổ sung|thành lập|công nhận|"
    "kiện toàn|giao|tặng|thay thế|công bố|tổng kết|sơ kết|thi hành|để|nhằm|đối với|cho|gửi|năm|ngày|khóa|khoá|tại|trong|được|đã|có|"
    "cùng|theo|khi|nếu|là|thông qua|chỉ đạo|yêu cầu|tiếp tục|đẩy mạnh|dẫn|trình|xin|lên|như|giai đoạn|số|quyết định|"
    "tham mưu|nghiên cứu|báo cáo|thông báo|kết luận|đang|sẽ|phải|cần|này|trên cơ sở|căn cứ|kèm|xét|chi tiết|lãnh đạo|bảo đảm|"
    "đảm bảo|tăng cường|nâng cao|các|với|gồm|bao gồm|do|kể từ|kiến nghị|đề nghị|hợp nhất|điều chỉnh|định hướng|tuyên truyền|"
    "vận động|hưởng ứng|xây dựng|cải cách|quản lý|phân công|phân cấp|kiểm tra|giám sát|gắn|quán triệt|phối hợp|chủ trì|từng|mỗi|những|một số|và các|và kế|và quyết|và hướng|"
    "và công văn|và nghị|và thông|và chỉ|vừa|sau|trước|từ|đến|ở|qua|bằng|cũng|đều|nói trên|nêu trên|kính|trân trọng|họp|dự|quyết nghị|cử|lập|công bố|đăng ký|mời|thống nhất|xem xét|chấp thuận|cho biết|nhận thấy"
)
_STOP = re.compile(
    rf"\s(?:{'|'.join(sorted(_STOPS.split('|'), key=len, reverse=True))})(?![\w/])|[;:()\"“”\n\[\]]|\.(?=\s|$|\.)|…|,|\s[-–]\s(?=\d)"
)
_AND = re.compile(r"\sva\s")
_HEADS = re.compile(
    r"(?:so|bo|uy ban|ubnd|ban|hoi dong|hdnd|tinh uy|thanh uy|huyen uy|dang uy|chinh phu|thu tuong|quoc hoi|chu tich|giam doc|truong|phong|"
    r"cong van|ke hoach|quyet dinh|nghi dinh|thong tu|luat|chi thi|huong dan|bao cao|thong bao|nghi quyet|to trinh|van phong|lien doan)\b"
)
_SECTORS = re.compile(rf" [{UPPER}]\w+(?: \w+){{0,2}} và [{UPPER}]")
OFFICE = re.compile(
    r"(?:bo|so|uy ban|ubnd|hoi dong|hdnd|ban|thu tuong|chinh phu|quoc hoi|chu tich|giam doc|tong giam doc|tong bi thu|bi thu|truong|phong|van phong|tinh uy|"
    r"thanh uy|huyen uy|dang uy|dang bo|chi bo|bo truong|trung tam|lien doan|cong doan|tong lien doan|mat tran|doan|hoi|cuc|chi cuc|vu|tong cuc|cum|khoi|"
    r"cong ty|tong cong ty|tap doan|vien|benh vien|dai hoc|hoc vien|cong an|quan|thuong truc|trung uong|dai hoi|thanh tra|kho bac|bao hiem|ngan hang|toa an|ubmttq|dai|bao|co quan|don vi|"
    r"hieu truong|chi huy|to|quy|hiep hoi|lien minh|lien hiep|nha nuoc|khoa|nganh|xa|huyen|tinh|thanh pho)\b"
)
_TITLE_START = re.compile(
    r"\s*[,)]?\s*(?:[-:]\s*)?(?P<lead>(?P<quote>\")\s*|(?=(?:ve|v/v)\s)|(?=(?:ban hanh|quy dinh|huong dan|phe duyet|phat dong|to chuc|trien khai|thuc hien|sua doi|"
    r"thanh lap|cong nhan|kien toan|giao|tang|thay the|cong bo|tong ket|so ket|thi hanh|tiep tuc|day manh|tuyen truyen|thong tin|dang ky|lanh dao|"
    r"xet|phan cong|phan cap|bo sung|tang cuong|bao cao|kiem tra|tu kiem tra|xay dung|cai cach|cung co|thong nhat|hop|de nghi|chuyen doi|nang cao|quan ly|phong,? chong|quan triet|ap dung|hop nhat|dieu chinh|bai bo|cu|khen|mo|chi tiet|kem theo|chap thuan|chu truong|to chuc thuc hien)\s))"
)
_TITLE_END = re.compile(
    r"[;\n\"]|\.(?=\s|$|\.|\d{1,2}(?:\s|$))|\.{2,}|(?<=\s)(?:trong do|trong do,|den nay|dong thoi|qua do|cu the|va cac van ban|nham)\b"
)
_HUNG = re.compile(r"[\s,]+(?:va|voi|theo|cua|tai|nhu|la|cac|va cac|,|-)$")
_SUBJECT = re.compile(
    r",\s+(?=(?:nay|hiện nay|nghiên cứu|tham mưu|xin ý kiến|đề nghị các|căn cứ)\b|(?:Ban|Phòng|Ủy ban|UBND|Sở|Trung tâm|Trường|Hội đồng|Đảng ủy|Chi bộ|Công an|"
    r"Chi cục|Đơn vị|Thường trực|Văn phòng|Bộ|Tổng|Công ty|Công đoàn|Giám đốc|Chủ tịch|Hiệu trưởng|Khoa|Cụm|Khối|Viện|Bệnh viện|Ngành|cơ quan|đơn vị|Tập thể|Liên đoàn|Hội)\b"
    r"[^,;.\n]{0,70}?\s(?:báo cáo|xây dựng|ban hành|đề nghị|thông báo|triển khai|trân trọng|kính|hướng dẫn|tổ chức|đã|có|yêu cầu|phát động|thống nhất|quyết định|kế hoạch|trình|nhận được|tiến hành|thực hiện|xin)\b)"
)
_LINKED = re.compile(r"(?:,|\bva|\bhoac|\bva cac|[-+*])\s*$")
_MAX_ISSUER, _MAX_TITLE = 120, 420


@dataclass(frozen=True, slots=True)
class When:
    """The day behind a number: `printed` False where none stands there; `day` None where it is no day."""

    end: int
    day: date | None
    year: int | None
    impossible: bool = False
    printed: bool = True


def when(text: Text, at: int) -> When:
    """The date that follows flat[:at]; for a year alone ("năm 2014") only `year`."""
    plain = text.plain
    before = _BEFORE_DATE.match(plain, at)
    if before:
        start = before.end()
        word = _NGAY.match(plain, start)
        dated = match_day(plain, word.end() if word else start)
        if dated is None and word is None:
            dated = match_day(plain, start)
        if dated is not None:
            return _found(dated)
        short = _SHORT_YEAR.match(plain, word.end() if word else start)
        if short:
            day = make_day("20" + short[3], short[2], short[1])
            return When(short.end(), day, day.year if day else None, day is None)
    year = _YEAR.match(plain, at)
    if year:
        return When(year.end(), None, int(year[1]))
    return When(at, None, None, printed=False)


def _found(dated: Dated) -> When:
    return When(dated.end, dated.day, dated.day.year if dated.day else None, dated.impossible)


def issuer(text: Text, at: int) -> tuple[str | None, int]:
    """The body behind "của", and where it ends; (None, at) where none follows."""
    of = _OF.match(text.plain, at)
    if not of or not OFFICE.match(text.plain, of.end()):
        return None, at
    name, end = office_at(text, of.end())
    return (name, end) if name else (None, at)


def office_at(text: Text, start: int) -> tuple[str, int]:
    """The name of a body that begins at an offset, up to the verb or stop behind it, and its end."""
    plain, flat = text.plain, text.flat
    limit = min(len(flat), start + _MAX_ISSUER)
    place, end = start, limit
    while place < limit:
        stop = _STOP.search(flat, place, limit)
        joined = _AND.search(plain, place, stop.start() if stop else limit)
        if joined and not _goes_on(text, joined.end()):
            end = joined.start()
            break
        if stop is None:
            end = limit if limit == len(flat) else flat.rfind(" ", start, limit)
            break
        if not _inside_name(text, stop):
            end = stop.start()
            break
        place = stop.end()
    name = flat[start:end].strip(" ,-–/.")
    return name, start + len(name)


def _goes_on(text: Text, at: int) -> bool:
    """ "Bộ Giáo dục và Đào tạo": a capital that opens no other body or document."""
    return text.flat[at : at + 1].isupper() and not _HEADS.match(text.plain, at)


def _inside_name(text: Text, stop: re.Match[str]) -> bool:
    """The comma belongs to a list of sectors: "Bộ Văn hóa, Thể thao và Du lịch"."""
    if stop.group() != ",":
        return False
    if text.plain.startswith(" khen thuong", stop.end()):
        return True
    return bool(_SECTORS.match(text.flat, stop.end())) and not _HEADS.match(text.plain, stop.end() + 1)


def title(text: Text, at: int, following: list[tuple[int, int]]) -> tuple[str | None, int]:
    """What the document is about, up to a stop; a citation inside it is part of it where the sentence needs it.

    `following`: (start, end) in flat of the next citations, in order."""
    plain, flat = text.plain, text.flat
    opening = _TITLE_START.match(plain, at)
    if not opening:
        return None, at
    start = opening.end()
    limit = min(len(flat), start + _MAX_TITLE)
    if opening["quote"]:
        close = plain.find('"', start, limit)
        return (flat[start:close].strip(" ,."), close + 1) if close > start else (None, at)
    for begin, _ in following:
        if begin >= limit:
            break
        if begin <= start or _LINKED.search(plain, max(start, begin - 8), begin):
            limit = max(begin, start)
            break
    end = _title_end(text, start, limit)
    phrase = flat[start:end].rstrip(" ,;.-–(")
    hung = _HUNG.search(plain[start : start + len(phrase)])
    if hung:
        phrase = phrase[: hung.start()]
    return (phrase or None), start + len(phrase)


def _title_end(text: Text, start: int, limit: int) -> int:
    """The first stop outside quotes and brackets, or where a new subject takes the sentence over."""
    place, end = start, limit
    quoted = False
    while (stop := _TITLE_END.search(text.plain, place, limit)) is not None:
        if stop.group() == '"' and (quoted or text.flat[stop.start()] != "”"):
            quoted = not quoted
        elif not quoted or stop.group() == "\n":
            end = stop.start()
            break
        place = stop.end()
    subject = _SUBJECT.search(text.flat, start, end)
    if subject and text.flat.count("“", start, subject.start()) == text.flat.count(
        "”", start, subject.start()
    ):
        end = subject.start()
    opened, closed = text.flat.count("(", start, end), text.flat.count(")", start, end)
    if closed > opened:
        end = text.flat.find(")", start, end)
    return end
