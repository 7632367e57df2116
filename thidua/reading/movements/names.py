"""Where a movement is named, and what its name is: inside quotes, or the noun phrase behind "phong trào thi đua"."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from thidua.reading import lexicon, offices
from thidua.reading.text import Text
from thidua.reading.words import Phrases, Words, words_of

_FORMS = r"yeu nuoc|dac biet|theo chuyen de|chuyen de|thuong xuyen|ngan han|theo dot|cao diem|nuoc rut|hang nam|hang nam"
TRIGGER = re.compile(
    rf"(?:(?P<movement>phong trao)(?:\s(?P<emulation>thi dua))?|(?P<bare>thi dua))(?!\w)(?P<forms>(?:\s(?:{_FORMS})(?!\w))*)"
)
# What stands in front of a bare "thi đua" that names a movement: "phát động thi đua …", "đợt thi đua …".
_LAUNCHES = re.compile(
    r"(?:phat dong|dang ky|huong ung|dot|cao diem|dot phat dong|phat dong va huong ung|cac dot|moc)\s$"
)
_MANY = re.compile(
    r"(?:cac|nhung|nhieu|moi|mot so|tung|ten|cong tac|noi dung|so luong|tat ca|trong|hieu qua|chat luong|moi mot)\s(?:dot\s|cuoc\s)?$"
)
_QUOTE = re.compile(
    r"“(?P<curly>[^“”\n]{2,300})”|\"(?P<straight>[^\"\n]{2,300})\"|«(?P<angle>[^«»\n]{2,300})»|“(?P<mixed>[^“”\"\n]{2,300})\""
)
_DOCUMENT = re.compile(
    r"(?:ke hoach|quyet dinh|chi thi|cong van|huong dan|nghi quyet|thong bao|to trinh|van ban)\s(?:lien tich\s)?so\b"
)
# Quoted things that are not movements, by the noun in front of them.
_OTHER_NOUN = re.compile(
    r"\b(?:chuyen muc|chuyen trang|chuyen de\s*:?\s*$|khau hieu|phuong cham|chu de|cuoc van dong|cuoc thi|hoi thi|hoi thao|cong trinh|ky niem chuong|"
    r"muc tieu|tieu chi|quy|chuong trinh|de an|giai|danh hieu|bai viet|tac pham|phim|sach|mo hinh|tin|ban tin|ve viec|ve|viec|le|ngay hoi|toa dam|"
    r"huy chuong|bang khen|giay khen|hoi nghi|trang|cot|doi|cau lac bo|to|nhom|thong diep|tinh than|cum tu|noi dung|phan mem|tap san|ban|hanh trinh|"
    r"du an|ky thi|phong su|clip|buoi|chien dich|thang hanh dong|tuan le|nghi quyet|chi thi|ke hoach|bao cao)\s*:?\s*$"
)
_BETWEEN = re.compile(
    r"(?:[\s:,]*(?:mang ten|co ten|ten goi|voi ten goi|voi ten|ten la|la|lay ten|gom co|gom|bao gom|nhu sau|nhu|sau day|sau|cu the nhu|cu the|diem hinh|noi bat la|tieu bieu la|noi bat|nhat la|trong tam la|chung|moi|lon)?[\s:,]*)"
)
_BETWEEN_LONG = re.compile(
    r"\s(?:trong|cua|do|giai doan|nam|tai|o|toan|trong tam|lon|chinh|co|duoc|da|dang|theo)\s[^;.\"]{1,170}?(?:gom|nhu|la|:|ten|sau|phat dong|tinh|trung uong|\d{4}|don vi|nganh|co quan|so|truong|huyen|xa|hoi)[\s:,]*"
)
_WAVE = re.compile(
    r"\bdot (?:\d{1,2}|i{1,3}|thu \w+)[^.;\"]{0,40}?(?:voi|mang|co|lay)\s(?:chu de|ten goi|ten)(?: la)?:?\s\""
)
_THEMED = re.compile(
    r"[\s,]*(?:(?:trong )?(?:nam|nam hoc|giai doan)\s\d{4}(?:\s?-\s?\d{4})?[\s,]*)?(?:voi|mang|co|lay)\s(?:chu de|ten goi|ten)(?: la)?[\s:]*"
)
_CONTINUES = re.compile(
    r"[\s.]*(?:\([^()]{1,60}\))?\s*(?:lan thu \w+\s)?(?:(?:giai doan|nam hoc|nam|trong nam)\s\d{4}(?:\s?-\s?\d{4})?)?(?:\s(?:tren dia ban|tai|trong)\s[^;,.\"]{2,60})?(?:\s?do\s[^;,.\"]{2,60}\sphat dong)?"
    r"\s*[;,]?\s*(?:va|cung|hoac|cung voi)?\s*(?:cac\s)?(?:phong trao)?\s*(?:thi dua)?\s*:?\s*"
)
_NOT_FIRST = Phrases(
    "do|của|và|trong|ở|tại|trên|được|đã|có|năm|giai đoạn|theo|với|gắn|phải|là|này|đó|hằng|hàng|mới|chung|sôi nổi|luôn|ngày càng|tiếp tục|đến|cho|các|như|về|khối|"
    "cùng|qua|thông qua|nhằm|để|khi|số|không|thì|cũng|từ|vào|thu hút|góp phần|lan tỏa|đạt|trọng tâm|cụ thể|thiết thực|hiệu quả|sâu rộng|rộng khắp|khen thưởng|đúng|"
    "kịp thời|trở nên|dưới|giữa|thi đua|giai đoạn|lớn|nổi bật|tiêu biểu|những|bằng|bám sát|tuy|chưa|sẽ|nói trên|nêu trên|trên địa bàn|đề ra|phát động|ngay từ|sau|trước|"
    "ra sức|đang|vẫn|còn|cần|một cách|hướng tới|hướng vào|diễn ra|toàn tỉnh|toàn ngành|toàn đơn vị|đối với|đặt ra|yêu nước|rộng rãi|khác|chính|nghiêm túc|nội bộ|"
    "đột xuất|thường niên|tích cực|đồng loạt|ngắn|dài|hưởng ứng|kết thúc|bình xét|nào|quan trọng|thuộc|giữ vững|tạo|mang|lấy|nhân|nhân dịp|chuyên|mang tính|mỗi|từng|toàn thể|tất cả|công chức|cán bộ|viên chức|các cấp|bền bỉ|tập trung|"
    "phát triển mạnh|phát triển sâu|phát triển rộng|đi vào|để lại|gồm|bao gồm|mà|nên|vì vậy|rất|hơn|cơ bản|bước đầu|ít|nhiều|tự|cao|liên tục|lần thứ|thứ|tham gia|quý|tháng|tuần|6|đi đôi|song song|vừa",
    faded=True,
)
# Behind "phong trào" alone only these open a name.
_FIRST_ALONE = Phrases(
    "toàn dân|cả nước|xây dựng|thực hiện|học tập|chung sức|chung tay|tuổi trẻ|nông dân|phụ nữ|công nhân|hiến máu|rèn luyện|thanh niên|bình dân|dân vận|quần chúng|"
    "cựu chiến binh|người cao tuổi|giữ gìn|bảo vệ|khuyến học|đền ơn|thể dục|toàn đảng|phòng chống|người tốt|lao động giỏi|lao động sáng tạo|sáng kiến|đổi mới|cải cách|chuyển đổi|vì"
)
_ENDS = Phrases(
    "năm|năm học|giai đoạn|trên địa bàn|tại|trong toàn|trong|do|theo|với chủ đề|với|gắn với|gắn|nhằm|để|góp phần|của|từ ngày|từ|được|đã|đến|qua đó|lần thứ|và các|và công tác khen|"
    "và khen thưởng|và phong trào|và đợt|và cuộc vận động|và đăng ký|và xây dựng kế hoạch|và tổ chức sơ kết|và đề nghị|và ban hành|và báo cáo|và có báo cáo|trước|hằng năm|hàng năm|hằng|hàng|theo đúng|"
    "định hướng|cho|tới|là|có|bằng|như|về|thông qua|đạt|phù hợp|bảo đảm đúng|nhân dịp|nhân kỷ niệm|nhân ngày|khi|mà|mang|sẽ|đang|kịp thời|trở thành|đồng thời|nói trên|đối với|cụ thể|bám sát|trong các|vào|một cách|lồng ghép|đảm bảo|bảo đảm|nam|cua|tai"
)
_COMMA_STOPS = Phrases(
    "sở|phòng|ban|ủy ban|ubnd|đơn vị|cơ quan|trường|các|góp phần|nhằm|trong đó|gắn|đồng thời|qua đó|tạo|đạt|được|có|đã|do|từng bước|kịp thời|trên cơ sở|khen|tổ chức|lập hồ sơ|báo cáo|"
    "gửi|chia|cụ thể|trước|trong|hoàn thành trong|để|với|công tác|kết quả|từ đó|toàn|bao gồm|như|sau|đến|chào mừng|hướng tới|phát huy|khắc phục|mỗi|cán bộ|công chức|làm|bình xét|sơ kết|tổng kết|đăng ký|ký kết|"
    "theo|nay|vận động|thu hút|phấn đấu|đảm bảo|bảo đảm|tạo sự|lấy|nội dung|tiêu chí|mục tiêu|thời gian|ngày|năm|quý|tháng|chủ tịch|giám đốc|xây dựng kế hoạch|ban hành|ủng hộ|quyên góp|tham gia|hiến|đóng góp|hưởng ứng|phát động|đẩy mạnh tuyên truyền"
)
_DAYS = re.compile(r"\d{2,3} (?:ngay|gio)\b")
_DATES = re.compile(r"\s?\([\d\s/.–-]+\)")
_NUMBER_END = re.compile(r"\d{1,5}(?:/\d{4})?\s?[/-]\s?[a-z][\w-]*(?:[/-][\w-]+)*")
_PERIOD_TAIL = re.compile(
    r"[\s,]*(?:trong\s)?(?:giai doan|nam hoc|(?:cac\s)?nam|5 nam)\s\(?\d{4}(?:\s?-\s?\d{4})?\)?[\s.]*$"
)
_EMPTY_TAIL = re.compile(r"(?:\s*[-,;:]|\s(?:va|hang nam))+\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A movement named at flat[start:end] behind the trigger flat[at:start]; `form` as printed, `quoted` or not."""

    at: int
    start: int
    end: int
    name: str
    form: str | None
    quoted: bool


class Names:
    """All the places of a text where a movement is named."""

    def __init__(self, text: Text) -> None:
        self.text = text
        plain = text.plain
        self.quotes: list[tuple[int, int]] = []
        for quote in _QUOTE.finditer(text.flat):
            start, end = quote.span(quote.lastgroup or 0)
            if not _DOCUMENT.match(plain, start):
                self.quotes.append((start, end))
        self.next_quote = 0

    def find(self) -> list[Named]:
        """Every naming, in order, without overlaps."""
        found: list[Named] = []
        after = 0
        for trigger in TRIGGER.finditer(self.text.plain):
            if trigger.start() < after or self._inside_quote(trigger.start()):
                continue
            named = self._named(trigger)
            if named:
                found += named
                after = named[-1].end
        return found

    def _inside_quote(self, at: int) -> bool:
        while self.next_quote < len(self.quotes) and self.quotes[self.next_quote][1] <= at:
            self.next_quote += 1
        return self.next_quote < len(self.quotes) and self.quotes[self.next_quote][0] <= at

    def _named(self, trigger: re.Match[str]) -> list[Named]:
        plain = self.text.plain
        before = plain[max(0, trigger.start() - 40) : trigger.start()]
        quoted = (self._waves(trigger) if before.endswith("dot ") else None) or self._quoted(trigger)
        if quoted:
            return quoted
        if trigger["bare"] and not trigger["forms"] and not _LAUNCHES.search(before):
            return []
        if _MANY.search(before) and not before.endswith("dot "):
            return []
        named = self._unquoted(trigger)
        return [named] if named else []

    def _waves(self, trigger: re.Match[str]) -> list[Named]:
        """ "02 đợt thi đua: đợt 1 với chủ đề “…”; đợt 2 với tên gọi “…”": each wave has its own name."""
        plain = self.text.plain
        stop = plain.find("\n", trigger.end())
        end = min(stop if stop >= 0 else len(plain), trigger.end() + 1200)
        found: list[Named] = []
        for wave in _WAVE.finditer(plain, trigger.end(), end):
            place = bisect_left(self.quotes, (wave.end(),))
            if place < len(self.quotes) and self.quotes[place][0] == wave.end():
                start, stop = self.quotes[place]
                found.append(self._in_quotes(wave.start(), start, stop, trigger))
        return found

    def _quoted(self, trigger: re.Match[str]) -> list[Named]:
        """The quote behind the trigger, and those that are listed after it."""
        place = self.next_quote
        if place >= len(self.quotes):
            return []
        start, end = self.quotes[place]
        plain = self.text.plain
        between = plain[trigger.end() : start - 1]
        if start - trigger.end() > 230 or "\n" in between:
            return []
        direct = _BETWEEN.fullmatch(between) is not None or _THEMED.fullmatch(between) is not None
        if trigger["bare"] and not trigger["forms"] and not direct:
            return []
        if not direct and (not _BETWEEN_LONG.fullmatch(between) or _OTHER_NOUN.search(between)):
            return []
        found = [self._in_quotes(trigger.start(), start, end, trigger)]
        while place + 1 < len(self.quotes):
            gap_start = self.quotes[place][1] + 1
            place += 1
            start, end = self.quotes[place]
            gap = plain[gap_start : start - 1]
            if len(gap) > 200 or "\n" in gap or not _CONTINUES.fullmatch(gap):
                break
            found.append(self._in_quotes(start - 1, start, end, trigger))
        return [named for named in found if named.name and not self._is_title(named)]

    def _is_title(self, named: Named) -> bool:
        """ "Đăng ký thi đua “Tập thể lao động xuất sắc”": the name of an award, not of a movement."""
        award = lexicon.match_at(self.text.flat, self.text.plain, named.start, named.end)
        return award is not None and (award.end - named.start) * 5 >= (named.end - named.start) * 4

    def _in_quotes(self, at: int, start: int, end: int, trigger: re.Match[str]) -> Named:
        tail = _PERIOD_TAIL.search(self.text.plain, start, end)
        name = self.text.flat[start : tail.start() if tail and tail.start() > start + 5 else end]
        return Named(at, start, end, name.strip(" .,;"), self._form(trigger), True)

    def _form(self, trigger: re.Match[str]) -> str | None:
        forms = self.text.flat[trigger.start("forms") : trigger.end("forms")].strip().lower()
        folded = trigger["forms"].strip()
        for key in ("dac biet", "chuyen de", "thuong xuyen", "ngan han", "cao diem"):
            if key in folded:
                place = folded.index(key)
                return forms[place : place + len(key)]
        before = self.text.plain[max(0, trigger.start() - 12) : trigger.start()]
        return "đợt" if re.search(r"\bdot (?:phat dong )?$", before) else None

    def _unquoted(self, trigger: re.Match[str]) -> Named | None:
        limit = self.text.plain.find("\n", trigger.end())
        stop = min(trigger.end() + 420, limit if limit >= 0 else len(self.text.plain))
        if self.next_quote < len(self.quotes):
            stop = min(stop, max(trigger.end(), self.quotes[self.next_quote][0] - 1))
        words = words_of(self.text, trigger.end(), stop, 90)
        if (
            not words
            or not (words.plains[0][0].isalpha() or _DAYS.match(self.text.plain, words[0].start))
            or _NOT_FIRST.at(words, 0)
            or offices.begins(words, 0)
        ):
            return None
        if (
            trigger["movement"]
            and not trigger["emulation"]
            and not trigger["forms"]
            and not _FIRST_ALONE.at(words, 0)
        ):
            return None
        last = self._end_of_name(words)
        start, end = words[0].start, words[last - 1].end if last else words[0].start
        plain = self.text.plain
        if self.text.flat[end : end + 2].strip()[:1] in ("“", '"') and "," in plain[start:end]:
            end = start + plain[start:end].rindex(",")
        for tail in (_PERIOD_TAIL, _EMPTY_TAIL):
            if cut := tail.search(plain, start, end):
                end = cut.start()
        if end - start < 8 or plain.count(" ", start, end) < 1 or " hoac " in plain[start:end]:
            return None
        name = _DATES.sub("", self.text.flat[start:end]).strip(" ,;:-")
        return Named(trigger.start(), start, end, name, self._form(trigger), False)

    def _end_of_name(self, words: Words) -> int:
        """How many words the noun phrase takes."""
        at = 0
        while at < len(words):
            word = words[at]
            if word.plain == "(":
                past = self._past_dates(words, at)
                if past is None:
                    return at
                at = past
                continue
            if word.plain == ",":
                if not self._goes_on(words, at + 1):
                    return at
            elif word.plain == "-":
                if at + 1 < len(words) and words[at + 1].plain == '"':
                    return at
            elif word.plain.isdigit() and (number := _NUMBER_END.match(self.text.plain, word.start)):
                return (
                    next((i for i in range(at, len(words)) if words[i].end >= number.end()), len(words) - 1)
                    + 1
                )
            elif (not word.plain[0].isalnum() and word.plain not in "-/") or (
                at and self._ends_here(words, at)
            ):
                return at
            at += 1
        return at

    def _ends_here(self, words: Words, at: int) -> bool:
        size = _ENDS.at(words, at)
        if not size:
            return False
        first = words.plains[at]
        after = words[at + size].plain if at + size < len(words) else ""
        if first == "nam" and size == 1:
            return after[:2] in ("19", "20") or not after
        if first == "trong" and after in ("sach", "sang"):
            return False
        if first == "theo" and words[at - 1].plain == "lam":
            return False
        if (
            first == "hang"
            and size == 2
            and [word.plain for word in words[at + 2 : at + 5]] == ["va", "ke", "hoach"]
        ):
            return False
        if first == "cua" and size == 1:
            return after not in ("dang", "chinh", "nha", "bac")
        return not (first == "den" and after in ("on",))

    def _goes_on(self, words: Words, at: int) -> bool:
        """Behind a comma: the name goes on in small letters, unless another clause begins."""
        if at >= len(words) or words[at].capital or not words.plains[at][0].isalpha():
            return False
        return not (_COMMA_STOPS.at(words, at) or _ENDS.at(words, at))

    def _past_dates(self, words: Words, at: int) -> int | None:
        """ "(22/12/1944 - 22/12/2024)" inside a name: the word behind it, where the name goes on with "và"."""
        close = next((i for i in range(at, min(at + 16, len(words))) if words[i].plain == ")"), None)
        if close is None or close + 1 >= len(words) or any(word.plain.isalpha() for word in words[at:close]):
            return None
        follows = (
            words[close + 1].plain == "va" and close + 2 < len(words) and words[close + 2].plain.isdigit()
        )
        return close + 1 if follows else None
