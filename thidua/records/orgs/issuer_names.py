"""How papers print the body that issued them: abbreviations spelled out, the place parted from the rest.

"UBND tỉnh Tân Giang" and "Ủy ban nhân dân tỉnh Tân Giang" come out the same. Pure text: who is meant is decided by
`selectors.issuers`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from thidua.vn.fold import fold, nfc

# Folded abbreviation → folded words. A run of capitals ("TĐ-KT", "LĐ-TB&XH") is joined before it is looked up.
ABBREVIATIONS: dict[str, str] = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "vpubnd": "van phong uy ban nhan dan",
    "ubtvqh": "uy ban thuong vu quoc hoi",
    "tdkt": "thi dua khen thuong",
    "btdkt": "ban thi dua khen thuong",
    "hdtdkt": "hoi dong thi dua khen thuong",
    "btdkttw": "ban thi dua khen thuong trung uong",
    "tw": "trung uong",
    "btv": "ban thuong vu",
    "bch": "ban chap hanh",
    "bchtw": "ban chap hanh trung uong",
    "bct": "bo chinh tri",
    "bbt": "ban bi thu",
    "mttq": "mat tran to quoc",
    "mttqvn": "mat tran to quoc viet nam",
    "ubmttq": "uy ban mat tran to quoc",
    "ubmttqvn": "uy ban mat tran to quoc viet nam",
    "ldld": "lien doan lao dong",
    "tldld": "tong lien doan lao dong",
    "tldldvn": "tong lien doan lao dong viet nam",
    "lhpn": "lien hiep phu nu",
    "ccb": "cuu chien binh",
    "tncs": "thanh nien cong san",
    "hcm": "ho chi minh",
    "lhthn": "lien hiep thanh nien",
    "ldtbxh": "lao dong thuong binh xa hoi",
    "vhttdl": "van hoa the thao du lich",
    "vhtt": "van hoa the thao",
    "gddt": "giao duc dao tao",
    "nnptnt": "nong nghiep phat trien nong thon",
    "nnmt": "nong nghiep moi truong",
    "tnmt": "tai nguyen moi truong",
    "khcn": "khoa hoc cong nghe",
    "khdt": "ke hoach dau tu",
    "tttt": "thong tin truyen thong",
    "gtvt": "giao thong van tai",
    "bhxh": "bao hiem xa hoi",
    "tandtc": "toa an nhan dan toi cao",
    "vksndtc": "vien kiem sat nhan dan toi cao",
    "tand": "toa an nhan dan",
    "vksnd": "vien kiem sat nhan dan",
    "bchqs": "bo chi huy quan su",
    "tp": "thanh pho",
    "vp": "van phong",
    "xhcn": "xa hoi chu nghia",
    "vn": "viet nam",
}
# These mean something else after the word given: "Sở TP" is no city.
_NOT_AFTER = {"tp": {"so", "bo", "phong"}}

# Same body, two ways to say it; the first form counts.
SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("thu tuong chinh phu", "thu tuong"),
    ("ban chap hanh dang", "ban chap hanh dang cong san", "dang", "dang cong san"),
    ("mat tran to quoc", "uy ban mat tran to quoc", "uy ban trung uong mat tran to quoc"),
    ("tong lien doan lao dong", "tong lien doan"),
    ("doan thanh nien cong san ho chi minh", "doan thanh nien cong san", "doan thanh nien"),
    ("hoi dong thi dua khen thuong", "hoi dong thi dua va khen thuong"),
    ("quoc hoi", "quoc hoi nuoc cong hoa xa hoi chu nghia"),
    ("van phong chu tich nuoc", "van phong chu tich nuoc cong hoa xa hoi chu nghia"),
)
_FIRST_FORM = {other: group[0] for group in SYNONYMS for other in group[1:]}

# Whoever heads a body, or acts for it between its sessions, issues its papers.
TITLES = (
    "pho chu tich",
    "chu tich",
    "pho giam doc",
    "giam doc",
    "ban giam doc",
    "bo truong",
    "thu truong",
    "hieu truong",
    "tong giam doc",
    "truong",
    "lanh dao",
    "ban thuong vu",
    "ban thuong truc",
    "thuong truc",
)
# Party committees carry their level in their name; the committee of the whole organisation is the same body.
_COMMITTEES = {
    ("tỉnh", "ủy"): "tinh",
    ("thành", "ủy"): "thanh pho",
    ("huyện", "ủy"): "huyen",
    ("quận", "ủy"): "quan",
    ("thị", "ủy"): "thi xa",
}
_UNIONS = {("tỉnh", "đoàn"): "tinh", ("thành", "đoàn"): "thanh pho", ("huyện", "đoàn"): "huyen"}
_UNION = ("doan", "thanh", "nien", "cong", "san", "ho", "chi", "minh")
_OF_LEVEL = {"tinh": "tinh uy", "thanh pho": "thanh uy", "huyen": "huyen uy", "quan": "quan uy"}
_COMMITTEE_OF = re.compile(r"^(?:ban chap hanh |ban thuong vu )?dang bo$")

_MARKERS = {
    ("tỉnh",): "tinh",
    ("thành", "phố"): "thanh pho",
    ("thị", "xã"): "thi xa",
    ("thị", "trấn"): "thi tran",
    ("đặc", "khu"): "dac khu",
    ("huyện",): "huyen",
    ("quận",): "quan",
    ("phường",): "phuong",
    ("xã",): "xa",
    ("trung", "ương"): "trung uong",
    ("trung", "uơng"): "trung uong",
}
_PLAIN_MARKERS = {
    ("tinh",): "tinh",
    ("thanh", "pho"): "thanh pho",
    ("thi", "xa"): "thi xa",
    ("huyen",): "huyen",
    ("trung", "uong"): "trung uong",
}
CENTRAL, COUNTRY = "trung uong", "viet nam"
_WORD = re.compile(r"[^\W_]+|&")
_TERM = re.compile(r"\s(?:khoá|khóa|nhiệm kỳ|nhiệm kì|lần thứ)\s+[\dIVXLC].*$", re.IGNORECASE)
_STATE = "nuoc cong hoa xa hoi chu nghia viet nam"
_I_FOR_Y = re.compile(r"\b(h|k|l|m|s|t|qu)y\b")
_Y_FOR_I = re.compile(r"\b(h|k|l|m|s|t|qu)i\b")


@dataclass(frozen=True, slots=True)
class Place:
    """A level of administration, and the name of the place where it is given."""

    level: str
    name: str


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands in the name of a body. `words` are folded, without "và", abbreviations spelled out;
    `capitals` are places in `words` of abbreviations that no table knows."""

    words: tuple[str, ...]
    places: tuple[Place, ...]
    capitals: frozenset[int] = frozenset()

    @property
    def core(self) -> str:
        return " ".join(self.words)

    @property
    def place(self) -> Place:
        """The nearest place; a level or a name not given is empty."""
        return self.places[0] if self.places else Place("", "")


@dataclass(slots=True)
class _Token:
    low: str
    folded: str
    capital: bool


@lru_cache(maxsize=8192)
def parse(text: str) -> Printed:
    """Core and places of a printed name."""
    tokens = _tokens(_TERM.sub("", nfc(text).replace("\n", " ")))
    core, places = _parted(_spelled_out(tokens))
    words = _I_FOR_Y.sub(r"\1i", " ".join(token.folded for token in core))
    words = words.removesuffix(_STATE).strip()
    country = words.removesuffix(" viet nam")
    if country != words and not places:
        places = [Place(COUNTRY, "")]
    words = _first_form(country, places)
    listed = tuple(words.split())
    capitals = frozenset(
        place for place, word in enumerate(listed) if any(t.capital and t.folded == word for t in core)
    )
    return Printed(listed, tuple(places), capitals)


def without_title(printed: Printed) -> Printed | None:
    """The body that an officer or a standing committee speaks for: "Chủ tịch UBND tỉnh" → "UBND tỉnh"."""
    for title in TITLES:
        length = len(title.split())
        if printed.words[:length] == tuple(title.split()) and len(printed.words) > length:
            rest = printed.words[length:]
            moved = frozenset(place - length for place in printed.capitals if place >= length)
            return Printed(rest, printed.places, moved)
    return None


def abbreviates(short: Printed, full: Printed) -> bool:
    """Whether each word of `short` is the next word of `full`, or, in capitals, the initials of its next words."""
    if not short.capitals:
        return False
    at = 0
    for place, word in enumerate(short.words):
        if place in short.capitals and "".join(w[0] for w in full.words[at : at + len(word)]) == word:
            at += len(word)
        elif full.words[at : at + 1] == (word,):
            at += 1
        else:
            return False
    return at == len(full.words)


def initials(printed: Printed) -> str:
    """ "Sở Du lịch" → "sdl"."""
    return "".join(word[0] for word in printed.words)


def openings(printed: Printed) -> set[str]:
    """With which folded letters a stored name of this body may begin; short, to be looked up in the database."""
    groups = [group for group in SYNONYMS if group[0] == printed.core]
    forms = {printed.core} | {other for group in groups for other in group}
    if printed.core.startswith("doan thanh nien"):
        forms |= {"tinh doan", "thanh doan", "huyen doan"}
    found = set()
    for form in forms:
        words = form.split()
        found.add(" ".join(words[:2]))
        for start in (0, 1):
            for key, meaning in ABBREVIATIONS.items():
                spelled = meaning.split()
                if words[start : start + len(spelled)] == spelled:
                    found.add(" ".join([*words[:start], key]))
    return {spelling for head in found if head for spelling in (head, _Y_FOR_I.sub(r"\1y", head))}


def _tokens(text: str) -> list[_Token]:
    raw = [word for word in _WORD.findall(text) if word != "&" and word.casefold() not in {"và", "va"}]
    shouting = all(word.isupper() for word in raw) and len(raw) > 2
    return [
        _Token(
            word.casefold().replace("uỷ", "ủy"),
            fold(word),
            word.isupper() and len(word) > 1 and word.isalpha() and not shouting,
        )
        for word in raw
    ]


def _spelled_out(tokens: list[_Token]) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(tokens):
        length, meaning = _abbreviation_at(tokens, at, found)
        if meaning:
            found += [_Token(word, word, False) for word in meaning.split()]
        else:
            found.append(tokens[at])
        at += max(length, 1)
    return found


def _abbreviation_at(tokens: list[_Token], at: int, before: list[_Token]) -> tuple[int, str]:
    """The longest run that the table knows; a run of several tokens must be short pieces ("TĐ-KT")."""
    if tokens[at].low == "tư" and at == len(tokens) - 1 and at:
        return 1, CENTRAL
    for length in range(min(4, len(tokens) - at), 0, -1):
        run = tokens[at : at + length]
        if length > 1 and not all(len(token.folded) <= 3 for token in run):
            continue
        key = "".join(token.folded for token in run)
        meaning = ABBREVIATIONS.get(key, "")
        if meaning and not (before and before[-1].folded in _NOT_AFTER.get(key, set())):
            return length, meaning
    return 0, ""


def _parted(tokens: list[_Token]) -> tuple[list[_Token], list[Place]]:
    """Words of the body itself, and the places in the order printed. After "Trung ương" no name of a place follows."""
    core: list[_Token] = []
    places: list[tuple[str, list[str]]] = []
    plain = all(token.low == token.folded for token in tokens)
    at = 0
    while at < len(tokens):
        level, length, kept = _level_at(tokens, at, plain)
        if level:
            core += kept
            places.append((level, []))
        elif places and places[-1][0] != CENTRAL:
            places[-1][1].append(tokens[at].folded)
        else:
            core.append(tokens[at])
        at += max(length, 1)
    return core, [Place(level, " ".join(name)) for level, name in places]


def _level_at(tokens: list[_Token], at: int, plain: bool) -> tuple[str, int, list[_Token]]:
    """Level that begins here, how many tokens it takes, and what of them stays in the core."""
    low = [token.low for token in tokens[at : at + 2]]
    folded = [token.folded for token in tokens[at : at + 2]]
    for heads, keeps in ((_COMMITTEES, True), (_UNIONS, False)):
        for head, level in heads.items():
            if tuple(low) == head or (plain and folded == [fold(part) for part in head]):
                union = [_Token(word, word, False) for word in _UNION]
                return level, 2, tokens[at : at + 2] if keeps else union
    following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    before = tokens[at - 1].folded if at else ""
    for size in (2, 1):
        markers = {**_MARKERS, **_PLAIN_MARKERS} if plain or size == 2 else _MARKERS
        level = markers.get(tuple(low[:size]), "") if len(low) >= size else ""
        if level == "xa" and (following == "hoi" or before == "tac"):
            continue
        if level:
            return level, size, []
    return "", 0, []


def _first_form(words: str, places: list[Place]) -> str:
    level = places[0].level if places else ""
    if _COMMITTEE_OF.match(words) and level in _OF_LEVEL:
        return _OF_LEVEL[level]
    if words == "ban chap hanh" and level == CENTRAL:
        return "ban chap hanh dang"
    if words == "dang" and level != CENTRAL:
        return words
    if level == CENTRAL and words not in _FIRST_FORM and words != "ban chap hanh dang":
        words = words.removesuffix(" dang")
    return _FIRST_FORM.get(words, words)
