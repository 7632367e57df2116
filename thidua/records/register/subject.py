"""What a title is about, and how alike two titles are. Pure: folded words, years, jubilees, quoted names, cited numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from thidua.vn.documents import TYPE_BY_CODE, number_key
from thidua.vn.fold import fold, nfc, plain

KEY_LENGTH = 400

ABBREVIATIONS = {
    "tdkt": "thi dua khen thuong",
    "cchc": "cai cach hanh chinh",
    "tthc": "thu tuc hanh chinh",
    "pccc": "phong chay chua chay",
    "cnch": "cuu nan cuu ho",
    "cds": "chuyen doi so",
    "ntm": "nong thon moi",
    "ktxh": "kinh te xa hoi",
    "kt xh": "kinh te xa hoi",
    "anqp": "an ninh quoc phong",
    "qpan": "quoc phong an ninh",
    "antt": "an ninh trat tu",
    "atgt": "an toan giao thong",
    "bhxh": "bao hiem xa hoi",
    "bhyt": "bao hiem y te",
    "vhnt": "van hoa nghe thuat",
    "cbccvc": "can bo cong chuc vien chuc",
    "ccvc": "cong chuc vien chuc",
    "cnvc": "cong nhan vien chuc",
    "nld": "nguoi lao dong",
    "dtts": "dan toc thieu so",
    "hs": "ho so",
    "bvmt": "bao ve moi truong",
    "pcgd": "pho cap giao duc",
    "xhht": "xa hoi hoc tap",
}
# Said in every title of this trade: they tell nothing apart.
_NOTHING = """
phat dong|to chuc|trien khai|thuc hien thang loi|thuc hien tot|thuc hien|ke hoach|chuong trinh|de an|ve viec|v v|ve|phong trao|
cong tac|nhiem vu|chuyen de|dac biet|thuong xuyen|tren dia ban tinh|tren dia ban xa|tren dia ban|tai co quan|tai|trong|cua|va|
cac|nhung|doi voi|theo|cho|tu nam|den nam|giai doan|hang nam|hoan thanh|gan voi|thong tin|tang cuong|day manh|nang cao|tiep tuc|
chat luong|hieu qua|huong ung|dot thi dua|ban hanh|cap tinh|cap huyen|cap xa|co quan|don vi|nganh|toan tinh|toan xa|nham|noi dung|
mot so|van ban|viec|thi dua yeu nuoc|thi dua|khen thuong|so ket|tong ket|voi|duoc|lap thanh tich|muc tieu|chi tieu|dang ky|
thuoc so|cua so
""".replace("\n", "")
# Half-empty words: they help a match that has something else, and cannot make one.
_LITTLE = """
phat trien|xay dung|can bo|cong chuc|vien chuc|nguoi lao dong|lao dong|nhan dan|toan dan|ca nuoc|chung suc|chung tay|tham gia|
chao mung|ky niem|ngay thanh lap|thanh lap|viet nam|doi moi|quan ly|hoat dong|kiem tra|giam sat|kien toan|hoi dong|quy che|quy dinh|
lam viec|chinh sach|phap luat|thanh tich|xuat sac|tap the|ca nhan|toan quoc|quoc gia|nha nuoc|dai hoi|hoi nghi|phong|tinh|gan
""".replace("\n", "")
_KEPT_WHOLE = {"thi dua khen thuong": "tdkt"}
_LITTLE_WEIGHT, _TRADE_WEIGHT, _WORD_WEIGHT, _PAIR_WEIGHT = 0.15, 0.3, 0.5, 0.5

_QUOTED = re.compile(r'"([^"]{4,200})"')
_CITED = re.compile(
    r"(?:\bso\s+)?\d{1,5}[a-z]?\s?[/-]\s?(?:\d{4}\s?/\s?)?[a-z][\w.]*(?:\s?[/-]\s?[a-z][\w.]*){0,3}"
    r"(?:\s+ngay\s+\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?|\s+thang\s+\d{1,2}\s+nam\s+)\d{4})?"
    r"(?:\s+cua\s+[a-z ]{4,40}?(?=\s+(?:ve|phat|tren|tai|nam|giai)\b|[,;.]|$))?"
)
_DAY = re.compile(
    r"\b(?:ngay\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?\b|\bngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}\b"
)
_SPAN = re.compile(
    r"(?:giai doan|nam|nam hoc|nhiem ky|tu nam)?\s*\b((?:19|20)\d\d)\s*(?:-|den nam|den)\s*((?:19|20)\d\d)\b"
)
_YEAR = re.compile(r"\b(?:nam\s+)?((?:19|20)\d\d)\b")
_UNTIL = re.compile(r"\bden (?:het )?nam ((?:19|20)\d\d)\b")
_ORDINAL = re.compile(r"\blan thu\s+([ivx]+|\d{1,3}|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\b")
_JUBILEE = re.compile(r"\b(\d{1,3})\s*nam\b")
_LEADING = re.compile(r"^(?:v/v|ve viec|ve)\s+")


@dataclass(frozen=True)
class Subject:
    """A title taken apart. `words` and `quoted` weigh features (syllables, pairs of neighbours) by what they tell."""

    words: tuple[tuple[str, float], ...]
    quoted: tuple[tuple[str, float], ...]
    years: tuple[int, int] | None
    marks: frozenset[str]
    """Jubilees and ordinals: "80 nam", "lan thu iv"."""
    cited: frozenset[str]
    """Number keys of documents that the title names."""

    @property
    def weight(self) -> float:
        return sum(weight for _, weight in self.words)


def years_named(title: str) -> tuple[int, int] | None:
    """First and last year that a title speaks of ("giai đoạn 2021 - 2025" → 2021, 2025); None where it names none."""
    return _years(_without_documents(_flat(title))[0])


def numbers_named(title: str) -> frozenset[str]:
    """Keys of the documents that a title names."""
    return _without_documents(_flat(title))[1]


def subject_key(title: str, type_code: str = "") -> str:
    """What two titles of one numberless document have in common: content words in order, without kind and year."""
    text = _expanded(fold(_DAY.sub(" ", _flat(title))))
    kind = fold(TYPE_BY_CODE[type_code].name) if type_code in TYPE_BY_CODE else ""
    if kind and text.startswith(f"{kind} "):
        text = text[len(kind) + 1 :]
    text = re.sub(r"^(?:so|ve viec|ve|v v) ", "", text)
    text = re.sub(r"\b(?:nam )?(?:19|20)\d\d\b", " ", text)
    return " ".join(word for word in text.split() if word not in {"va", "cua", "ve"})[:KEY_LENGTH]


@lru_cache(maxsize=4096)
def subject_of(title: str) -> Subject:
    flat, cited = _without_documents(_flat(title))
    years = _years(flat)
    marks = frozenset(f"{n} nam" for n in _JUBILEE.findall(flat)) | frozenset(
        f"lan thu {n}" for n in _ORDINAL.findall(flat)
    )
    bare = _JUBILEE.sub(" | ", _ORDINAL.sub(" | ", _YEAR.sub(" | ", _SPAN.sub(" | ", _DAY.sub(" | ", flat)))))
    quoted = _features(" | ".join(_QUOTED.findall(bare)))
    return Subject(tuple(_features(bare).items()), tuple(quoted.items()), years, marks, cited)


def names_of(units: Iterable[str]) -> frozenset[str]:
    """Words of the names of offices and places: they tell who speaks, not what about."""
    return frozenset(word for name in units for word in fold(name).split() if len(word) > 1)


@dataclass(frozen=True)
class Likeness:
    """`score` 0..1; `shared` is the weight of what both say; `clash` says what keeps them apart, or is empty."""

    score: float
    shared: float
    clash: str


def compare(left: Subject, right: Subject, own_words: frozenset[str] = frozenset()) -> Likeness:
    """How alike two subjects are. Words of the offices' own names count little; disagreeing years or jubilees part them."""
    if left.marks and right.marks and not left.marks & right.marks:
        return Likeness(0.0, 0.0, "khác lần, khác kỷ niệm")
    score, shared = _overlap(dict(left.words), dict(right.words), own_words)
    if left.quoted and right.quoted:
        by_name, _ = _overlap(dict(left.quoted), dict(right.quoted), own_words)
        if by_name < 0.34:
            return Likeness(0.0, shared, "khác tên trong ngoặc kép")
        score = max(score, 0.7 * by_name + 0.3 * score)
    return Likeness(score, shared, "")


def years_clash(
    left: Subject, right: Subject, *, left_year: int | None = None, right_year: int | None = None
) -> bool:
    """Whether the years that two titles speak of (or, where silent, were issued in) cannot be the same work."""
    if left.years and right.years:
        return left.years[1] < right.years[0] or right.years[1] < left.years[0]
    if left.years and right_year is not None:
        return not left.years[0] - 1 <= right_year <= left.years[1]
    if right.years and left_year is not None:
        return not right.years[0] - 1 <= left_year <= right.years[1]
    return False


def _overlap(
    left: dict[str, float], right: dict[str, float], own_words: frozenset[str]
) -> tuple[float, float]:
    """(score, weight of what is shared): mostly how far the shorter is contained, partly how far the longer is."""
    left, right = _lighter(left, own_words), _lighter(right, own_words)
    whole_left, whole_right = sum(left.values()), sum(right.values())
    if not whole_left or not whole_right:
        return 0.0, 0.0
    shared = sum(min(weight, right[word]) for word, weight in left.items() if word in right)
    part_left, part_right = shared / whole_left, shared / whole_right
    return 0.55 * max(part_left, part_right) + 0.45 * min(part_left, part_right), shared


def _lighter(words: dict[str, float], own: frozenset[str]) -> dict[str, float]:
    if not own:
        return words
    return {
        word: min(weight, _LITTLE_WEIGHT) if all(part in own for part in word.split("_")) else weight
        for word, weight in words.items()
    }


def _flat(title: str) -> str:
    return _LEADING.sub("", re.sub(r"\s+", " ", plain(nfc(title))).strip())


def _without_documents(flat: str) -> tuple[str, frozenset[str]]:
    cited: set[str] = set()

    def take(found: re.Match[str]) -> str:
        words = re.sub(r"^so\s+", "", found[0])
        number = re.split(r"\s+(?:ngay|cua)\s+", words)[0]
        if not re.search(r"[a-z]", number.lstrip("0123456789")):
            return found[0]
        cited.add(number_key(number))
        return " | "

    return _CITED.sub(take, flat), frozenset(cited)


def _years(flat: str) -> tuple[int, int] | None:
    rest = _DAY.sub(" ", flat)
    spans = [(int(a), int(b)) for a, b in _SPAN.findall(rest) if int(a) <= int(b)]
    if spans:
        return min(a for a, _ in spans), max(b for _, b in spans)
    years = [int(year) for year in _YEAR.findall(rest)]
    if not years:
        return None
    # "đến năm 2030" says when the work ends, not when it began
    return (min(years) - 10 if _UNTIL.search(rest) else min(years)), max(years)


def _alternatives(words: str) -> list[str]:
    return sorted((word.strip() for word in words.split("|") if word.strip()), key=len, reverse=True)


_ABBREVIATED = re.compile(rf"\b(?:{'|'.join(_alternatives('|'.join(ABBREVIATIONS)))})\b")
_WHOLE = re.compile(rf"\b(?:{'|'.join(_KEPT_WHOLE)})\b")
_EMPTY = re.compile(rf"\b(?:{'|'.join(_alternatives(_NOTHING))})\b")
_FAINT = re.compile(rf"\b(?:{'|'.join(_alternatives(_LITTLE))})\b")


def _expanded(folded: str) -> str:
    return _ABBREVIATED.sub(lambda found: ABBREVIATIONS[found[0]], folded)


def _features(flat: str) -> dict[str, float]:
    """Syllables and pairs of neighbouring syllables of the content words, with what they weigh."""
    segments = [_expanded(fold(part)) for part in re.split(r"[|;:()]", flat.replace(",", " "))]
    found: dict[str, float] = {}
    for segment in segments:
        kept = _WHOLE.sub(lambda hit: _KEPT_WHOLE[hit[0]], segment)
        told = _EMPTY.sub(" | ", kept)
        faint = {syllable for phrase in _FAINT.findall(told) for syllable in phrase.split()}
        for part in told.split("|"):
            _weigh(part.split(), faint, found)
    return found


def _weigh(syllables: list[str], faint: set[str], found: dict[str, float]) -> None:
    for syllable in syllables:
        weight = (
            _TRADE_WEIGHT if syllable == "tdkt" else _LITTLE_WEIGHT if syllable in faint else _WORD_WEIGHT
        )
        found[syllable] = max(found.get(syllable, 0.0), weight)
    for one, two in pairwise(syllables):
        weight = _LITTLE_WEIGHT if one in faint and two in faint else _PAIR_WEIGHT
        found[f"{one}_{two}"] = max(found.get(f"{one}_{two}", 0.0), weight)
