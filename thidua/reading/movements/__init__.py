"""Emulation movements of a text: name, period, who launched it, what part the document's issuer has in it."""

import re
from dataclasses import dataclass

from thidua.reading import meta, offices
from thidua.reading.cited import Cited
from thidua.reading.facts import Citation, Level, Movement, Role, Spans
from thidua.reading.movements.names import Named, Names
from thidua.reading.outline import Block
from thidua.reading.text import Text
from thidua.reading.words import words_of
from thidua.vn.fold import fold

_OUTSIDE = ("header", "type", "footer", "signature")
_PERIOD = re.compile(
    r"[\s\"”,]*(?:\([^()]{1,60}\)\s*)?(?:lan thu \w+\s)?(?:(?:tinh|thanh pho|huyen|xa|phuong|so|nganh|don vi|co quan|cong ty|tren dia ban|trong|tai|toan)\s[^;.,()\"]{0,70}?\s?)?"
    r"(?:trong\s)?(?:giai doan|nam hoc|(?:cac\s)?nam|(?:hang nam va\s)?(?:ke hoach\s)?(?:0?5 nam|giai doan))\s?\(?(?P<first>\d{4})(?:\s?-\s?(?:nam\s)?(?P<last>\d{4}))?(?![\d/])"
)
_INNER_PERIOD = re.compile(
    r"(?:giai doan|nam hoc|nam)\s\(?(?P<first>\d{4})(?:\s?-\s?(?P<last>\d{4}))?(?![\d/])"
)
_ANSWERS = re.compile(r"\b(?:huong ung|dang ky|tham gia|trien khai thuc hien|hoan ung)\b")
_LAUNCHES = re.compile(r"\b(?:phat dong|to chuc phat dong|to chuc|mo)\b")
_BY = re.compile(r"\bdo\s(?=[^;.\"]{2,160}?\sphat dong)")
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        "trung_uong",
        re.compile(
            r"\b(?:thu tuong|chinh phu|trung uong|bo truong|bo chinh tri|quoc hoi|chu tich nuoc|viet nam|toan quoc)\b|^bo (?!chi huy)"
        ),
    ),
    (
        "so_nganh",
        re.compile(
            r"^(?:giam doc |ban giam doc )?so\b|^(?:ban|bo chi huy|cong an|cuc|lien doan lao dong|hoi|doan|truong ban|chanh)\b.*\btinh\b|^cuc\b|^ban thi dua"
        ),
    ),
    (
        "don_vi",
        re.compile(
            r"^(?:giam doc |tong giam doc |hieu truong )?(?:trung tam|truong|cong ty|tong cong ty|benh vien|chi cuc|phong|khoa|xi nghiep|chi nhanh|tram|doanh nghiep|nha truong|khoi|cum|don vi|co quan|to|doi)\b"
        ),
    ),
    (
        "tinh",
        re.compile(
            r"\b(?:uy ban nhan dan|ubnd|tinh uy|thanh uy|hoi dong|chu tich|hdnd|uy ban mat tran)\b.*\b(?:tinh|thanh pho)\b|\btinh uy\b|^tinh\b|^ubnd$|^uy ban nhan dan$"
        ),
    ),
    ("huyen", re.compile(r"\b(?:huyen|quan|thi xa|huyen uy|quan uy)\b")),
    ("xa", re.compile(r"\b(?:xa|phuong|thi tran|dac khu)\b")),
)
_NAME_LIMIT = 200


@dataclass(frozen=True, slots=True)
class _Setting:
    """The clause around a naming: its block, where its clause begins, the words before and behind."""

    block: Block
    clause: int
    before: str
    behind: str


def find(text: Text, citations: tuple[Citation, ...]) -> tuple[Movement, ...]:
    """The movements named in the text, each once, in order of first mention; general talk of movements is none."""
    named = Names(text).find()
    return _Finder(text, citations).movements(named) if named else ()


@dataclass(frozen=True, slots=True)
class Naming:
    """One place at which a movement is named: behind the trigger flat[at:start], in the clause that begins at `clause`."""

    at: int
    start: int
    end: int
    clause: int
    block: Block
    form: str | None


def namings(text: Text, citations: tuple[Citation, ...]) -> tuple[tuple[Naming, ...], ...]:
    """The places of each movement that `find` gives, in the same order."""
    finder = _Finder(text, citations)
    finder.movements(Names(text).find())
    return tuple(tuple(finder.places[key]) for key in finder.found)


def own_symbol(text: Text) -> str | None:
    """The letters in the numbers of the issuer's own papers ("SDL"), where the head prints them."""
    return _symbol(meta.find(text).number) or _symbol_of_head(text)


def symbol_of(number: str | None) -> str | None:
    """ "46/KH-SDL" → "SDL"."""
    return _symbol(number)


def level_of(launcher: str | None) -> Level | None:
    return _level(launcher)


class _Finder:
    def __init__(self, text: Text, citations: tuple[Citation, ...]) -> None:
        self.text = text
        self.places: dict[str, list[Naming]] = {}
        self.cited = Cited(citations)
        own = meta.find(text)
        self.issuer = own.issuer
        self.kind = fold(own.type or "")
        self.symbol = _symbol(own.number) or _symbol_of_head(text)
        self.found: dict[str, Movement] = {}
        self.answered: str | None = None

    def movements(self, named: list[Named]) -> tuple[Movement, ...]:
        for one in named:
            block = self.text.blocks[self.text.block_at(one.at)]
            if block.kind not in _OUTSIDE:
                self._add(one, block)
        return tuple(self._with_answers(list(self.found.values())))

    def _add(self, named: Named, block: Block) -> None:
        setting = self._setting(named, block)
        plan = self._plan(named, setting)
        launcher, spoken = self._launcher(named, setting, plan)
        role = self._role(setting, plan, launcher, spoken)
        if role == "launched" and launcher is None:
            launcher = self.issuer
        movement = Movement(
            name=named.name[:_NAME_LIMIT],
            period=self._period(named, block),
            level=_level(launcher),
            launcher=launcher,
            role=role,
            responds_to=None,
            form=named.form,
            plan=plan.number if plan else None,
            spans=self.text.spans(named.start, named.end),
        )
        key = fold(movement.name)
        naming = Naming(named.at, named.start, named.end, setting.clause, block, named.form)
        self.places.setdefault(key, []).append(naming)
        self.found[key] = _merged(self.found[key], movement) if key in self.found else movement

    def _setting(self, named: Named, block: Block) -> _Setting:
        plain = self.text.plain
        begin = block.body
        for sign in (";", ". ", "\n"):
            begin = max(begin, plain.rfind(sign, begin, named.at) + 1)
        stop = min(
            x
            for x in (plain.find(";", named.end), plain.find("\n", named.end), named.end + 200, len(plain))
            if x >= 0
        )
        return _Setting(block, begin, plain[max(begin, named.at - 260) : named.at], plain[named.end : stop])

    def _plan(self, named: Named, setting: _Setting) -> Citation | None:
        """The plan in whose title the movement stands, or that is named right behind ("theo Kế hoạch số …")."""
        raw_at = self.text.raw_at
        plan = self.cited.last_before(raw_at(setting.clause), raw_at(named.at))
        if plan is None:
            behind = re.match(
                r"[\"”\s]*(?:[^;.\"]{0,90}?)(?:theo|tai|ban hanh kem theo|bang)\s(?=ke hoach\s)",
                setting.behind,
            )
            if behind:
                start = named.end + behind.end()
                plan = next(iter(self.cited.within(raw_at(start), raw_at(start) + 30)), None)
        if plan is None or plan.number is None:
            return None
        return plan if (plan.type or "").startswith("Kế hoạch") or "/KH" in plan.number else None

    def _launcher(self, named: Named, setting: _Setting, plan: Citation | None) -> tuple[str | None, bool]:
        """Who launched it, and whether the text says so beside the name."""
        behind = _BY.search(self.text.plain, named.end, named.end + len(setting.behind))
        if behind and behind.start() - named.end < 70:
            return self._office(behind.end()), True
        sentence = self._sentence_start(setting, named)
        spoken = None
        for by in _BY.finditer(self.text.plain, sentence, named.at + 30):
            spoken = by
        if spoken and not (plan and self._is_own(plan)):
            return self._office(spoken.end()), True
        if plan:
            return (self.issuer if self._is_own(plan) else plan.issuer or _issuer_of(plan)), False
        subject = re.search(
            r"(?:^|[;:.,]\s)(?P<who>[^;:.,]{3,90}?)\s(?:da\s)?(?:ban hanh[^;:]{0,60}\s)?phat dong[^;:]{0,40}$",
            setting.before,
        )
        if subject:
            start = named.at - len(setting.before) + subject.start("who")
            who = self._office(start)
            if who:
                return who, True
        return None, False

    def _sentence_start(self, setting: _Setting, named: Named) -> int:
        start = self.text.plain.rfind(". ", setting.block.body, named.at)
        return max(setting.block.body, start, named.at - 3000)

    def _office(self, at: int) -> str | None:
        words = words_of(self.text, at, at + 170, 30)
        name = offices.name_at(words, 0) if words else None
        return self.text.flat[words[0].start : words[name.last - 1].end] if name else None

    def _is_own(self, plan: Citation) -> bool:
        return self.symbol is not None and _symbol(plan.number) == self.symbol

    def _role(self, setting: _Setting, plan: Citation | None, launcher: str | None, spoken: bool) -> Role:
        near = setting.before[-140:]
        answers = _ANSWERS.search(near)
        launches = max(_LAUNCHES.finditer(near), key=re.Match.start, default=None)
        own = launcher is not None and self.issuer is not None and fold(launcher) in fold(self.issuer)
        if setting.block.kind == "title":
            return "launched" if launches else "mentioned"
        if plan and self._is_own(plan):
            return "launched"
        if answers and not (launches and launches.start() > answers.start() and (own or not spoken)):
            return "answered"
        if plan or (spoken and not own):
            return "answered" if self._answers_above(setting.block) and not plan else "mentioned"
        if own or (launches and not spoken):
            return "launched"
        heading = (
            self.kind.startswith("ke hoach")
            and setting.block.kind in ("bullet", "item")
            and len(setting.before) < 12
        )
        return "launched" if heading else "mentioned"

    def _answers_above(self, block: Block) -> bool:
        return "huong ung" in self.text.plain[block.body : block.body + 160]

    def _period(self, named: Named, block: Block) -> str | None:
        inner = _INNER_PERIOD.search(self.text.plain, named.start, named.end) if named.quoted else None
        found = inner or _PERIOD.match(self.text.plain, named.end, min(block.end, named.end + 200))
        if not found:
            return None
        return found["first"] + (f"-{found['last']}" if found["last"] else "")

    def _with_answers(self, movements: list[Movement]) -> list[Movement]:
        """A plan that answers one movement and launches another: the second responds to the first."""
        answered = [one for one in movements if one.role == "answered"]
        launched = [one for one in movements if one.role == "launched"]
        if (
            len(answered) != 1
            or len(launched) != 1
            or not self.kind.startswith(("ke hoach", "chi thi", "chuong trinh"))
        ):
            return movements
        return [_responding(one, answered[0].name) if one is launched[0] else one for one in movements]


def _responding(movement: Movement, to: str) -> Movement:
    values = {name: getattr(movement, name) for name in movement.__dataclass_fields__}
    return Movement(**{**values, "responds_to": to})


def _merged(first: Movement, second: Movement) -> Movement:
    """Two namings of one movement: the fuller data, all the places."""
    order: dict[Role, int] = {"launched": 0, "answered": 1, "mentioned": 2}
    spans: Spans = tuple(sorted(set(first.spans + second.spans)))
    return Movement(
        name=first.name,
        period=first.period or second.period,
        level=first.level or second.level,
        launcher=first.launcher or second.launcher,
        role=min(first.role, second.role, key=order.__getitem__),
        responds_to=first.responds_to or second.responds_to,
        form=first.form or second.form,
        plan=first.plan or second.plan,
        spans=spans,
    )


def _symbol(number: str | None) -> str | None:
    """ "46/KH-SDL" → "SDL"; "58-NQ/ĐU" → "ĐU"."""
    found = re.search(r"(?:/[^\W\d_]+-|-[^\W\d_]+/)([\w.-]+)$", number or "")
    return found[1] if found else None


def _symbol_of_head(text: Text) -> str | None:
    """The own symbol where the number is left blank ("Số:       /BC-SDL")."""
    for block in text.blocks[:12]:
        if block.kind == "header":
            found = re.search(
                r"S[ốoô]\s?:?[\s.…_]*\d*\s?/\s?[^\W\d_]+-([\w.-]+)", text.flat[block.start : block.end]
            )
            if found:
                return found[1]
    return None


def _issuer_of(plan: Citation) -> str | None:
    symbol = _symbol(plan.number)
    return {"UBND": "Ủy ban nhân dân", "TTg": "Thủ tướng Chính phủ", "CP": "Chính phủ"}.get(symbol or "")


def _level(launcher: str | None) -> Level | None:
    folded = fold(launcher or "")
    return next((level for level, pattern in _LEVELS if folded and pattern.search(folded)), None)
