"""Documents under the stamp of state secrecy are not put into this system: they are told by the stamp near the top."""

import re

from thidua.kit.files.extract import Extracted

REASON = (
    "Văn bản có dấu chỉ độ mật “{}”. Không đưa văn bản bí mật nhà nước vào hệ thống này; "
    "quản lý theo quy định về bảo vệ bí mật nhà nước."
)
_LEVELS = {"mật": "mật", "tốimật": "tối mật", "tuyệtmật": "tuyệt mật"}
_TOP_LINES, _TOP_LETTERS = 45, 4000
_COLUMNS = re.compile(r"\s{2,}|\t|\|")
_FRAME = " .,:;*-–—=_[](){}<>“”\"'"
_LEADS = re.compile(
    r"(TUYỆT MẬT|TỐI MẬT|MẬT)\s+(?:Số\b|CỘNG H|ĐẢNG CỘNG SẢN|ỦY BAN|UỶ BAN|UBND|BỘ |SỞ |TỈNH )"
)
_TRAILS = re.compile(r"(?:VIỆT NAM|\d/[\w/-]+)\s+[(\[*]?(TUYỆT MẬT|TỐI MẬT|MẬT)[)\]*]?$")
_NAMED = re.compile(r"(?:mức )?(?:độ mật|dấu chỉ độ mật)\s*:\s*(tuyệt mật|tối mật|mật)", re.IGNORECASE)
# "QUY ĐỊNH VỀ BẢO / MẬT" broken across lines is no stamp.
_GOES_ON = {"bảo", "bí", "cơ", "độ", "và"}


def why_not_keep(text: str) -> list[str]:
    """Reasons against keeping a text (NFC): a stamp of secrecy stands near its top."""
    level = stamp(text)
    return [REASON.format(level.upper())] if level else []


def why_not_keep_file(found: Extracted) -> list[str]:
    """The same for a file that was read, its running heads included."""
    return why_not_keep(found.text) or why_not_keep(found.header)


def stamp(text: str) -> str:
    """The level stamped near the top: "mật", "tối mật", "tuyệt mật"; "" for none."""
    before = ""
    for line in text[:_TOP_LETTERS].split("\n")[:_TOP_LINES]:
        line = line.strip()
        level = _in_line(line) if len(line) < 200 else ""
        if level == "mật":
            level = _with_line_before(before)
        if level:
            return level
        before = line
    return ""


def _in_line(line: str) -> str:
    beside = _LEADS.match(line) or _TRAILS.search(line)
    if beside:
        return beside[1].lower()
    for part in _COLUMNS.split(line):
        words = part.strip(_FRAME)
        named = _NAMED.fullmatch(words)
        if named:
            return named[1].lower()
        # Stamps are in capitals, at least at the beginning; "T Ố I M Ậ T" is spaced out.
        if words[:1].isupper() and "".join(words.lower().split()) in _LEVELS:
            return _LEVELS["".join(words.lower().split())]
    return ""


def _with_line_before(before: str) -> str:
    """ "MẬT" read together with the line above: the end of a compound is no stamp, "TỐI" above it is half of one."""
    words = before.strip(_FRAME).lower().split()
    if words in (["tối"], ["tuyệt"]):
        return f"{words[0]} mật"
    return "" if words and words[-1] in _GOES_ON else "mật"
