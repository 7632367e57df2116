"""What a figure stands under: who grants, granted or proposed or quota, which year; said before it or by its heading."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from thidua.reading import lexicon, offices
from thidua.reading.awards.tokens import Token
from thidua.reading.facts import RecipientKind, State
from thidua.reading.outline import Block
from thidua.reading.text import Text
from thidua.reading.words import words_of

_GRANTED = ("bao cao", "quyet dinh", "thong bao", "nghi quyet", "thu khen", "giay khen", "thong cao")
_PROPOSED = ("to trinh", "bien ban", "giay moi", "thu moi", "phieu trinh", "phieu chuyen")
_BEFORE_SUBJECT = re.compile(
    r"(?:[;:,)\d-]\s|(?P<asked>\b(?:duoc|de nghi|trinh|do)\s)|\b(?:va|de xuat|kien nghi)\s)(?=[\"“(]?(?P<head>\w+))"
)
_POST = re.compile(
    r"\b(?:chu tich|thu tuong|bo truong|thu truong|giam doc|hieu truong|uy ban|ubnd|hoi dong|bo|tong|cuc truong|chinh phu|nha nuoc|nuoc|trung uong|"
    r"truong ban|truong phong|lien doan|so|ban|cong doan|hoi|doan|cuc|nha truong|tinh|bi thu|vien truong|chanh an|quan khu|thanh pho|huyen|xa|phuong|trung tam|cong ty)\b"
)
_GRANTING = re.compile(
    r"(?:,\s)?(?:(?:da|se|xem xet|quyet dinh|ky|ban hanh (?:\d+ )?quyet dinh|ban hanh|xet|phe duyet|duyet|co|ra|quyet dinh so \S+ ngay \S+|vua|tiep tuc)[\s,]+){0,6}"
    r"(?:tang|trao|cong nhan|khen|truy tang|phong tang|phong|quyet dinh)\b"
)
_OWN_AUTHORITY = re.compile(
    r"[\"”]?\s*(?:(?:ca nhan|tap the|ho gia dinh)\s)?(?:\([^)]{1,40}\)\s*)?(?:cua|do)\s(?=\S)"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_NOTE = re.compile(r"\s*\([^()]*\)")
_PLURAL = re.compile(r"(?:cac|nhung|moi|ca nhan|tap the|hoc sinh|giao vien|can bo|cong chuc|toan the)\b")
_MOVEMENT_CONTEXT = re.compile(
    r"\b(?:trong|ve)\s(?=(?:cong tac|phong trao|dot|thuc hien|viec|xay dung|phong|dau tranh|to chuc)\b)"
)
_YEAR = re.compile(r"\bnam (?:hoc )?(?P<first>\d{4})(?:\s?-\s?\d{4})?")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the figures below a heading or an intro inherit; `explicit`: the state was said, not supposed."""

    state: State
    authority: str | None = None
    award: lexicon.AwardName | None = None
    kind: RecipientKind | None = None
    context: str | None = None
    year: int | None = None
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One who grants, named in a sentence."""

    start: int
    end: int
    name: str


def of_document(text: Text) -> Standing:
    """What the kind of document supposes: a report tells what was granted, a plan what may be, a tờ trình what is asked."""
    kind = title = ""
    for block in text.blocks:
        if block.kind == "type":
            kind = text.plain[block.start : block.end]
        elif block.kind == "title":
            title = text.plain[block.start : block.end]
            break
        elif block.kind not in ("header",):
            break
    year = _YEAR.search(title)
    state: State = "quota"
    if kind.startswith(_PROPOSED):
        state = "proposed"
    elif kind.startswith(_GRANTED) or not kind:
        state = "granted"
    return Standing(
        state,
        year=int(year["first"]) if year else None,
        authority=_head_of_decision(text) if kind.startswith("quyet dinh") else None,
    )


def _head_of_decision(text: Text) -> str | None:
    """ "GIÁM ĐỐC TRUNG TÂM QUAN TRẮC" above the grounds of a decision, in the spelling that the text has elsewhere."""
    for index, block in enumerate(text.blocks[:40]):
        if index and text.blocks[index - 1].kind in ("title", "type") and block.kind == "paragraph":
            line = text.flat[block.start : block.end].rstrip(", ")
            if line != line.upper() or len(line) > 120:
                return None
            folded = text.plain[block.start : block.start + len(line)]
            at = text.plain.find(folded, block.end)
            return text.flat[at : at + len(line)] if at >= 0 else line.capitalize()
    return None


def below(standing: Standing, text: Text, block: Block, tokens: list[Token]) -> Standing:
    """What stands under a heading or an intro that ends with a colon."""
    state, explicit = standing.state, standing.explicit
    sorts = {token.sort for token in tokens}
    plain = text.plain[block.body : block.end]
    if "propose" in sorts:
        state, explicit = "proposed", True
    elif "quota" in sorts or re.search(r"phuong huong|nhiem vu|muc tieu|chi tieu", plain):
        state, explicit = "quota", True
    elif "done" in sorts:
        state, explicit = "granted", True
    awards = {token.award for token in tokens if token.award}
    named = mentions(text, block.body, block.end) if sorts & {"grant", "propose", "been"} else []
    own = next((own_authority(text, token.end, block.end) for token in reversed(tokens) if token.award), None)
    year = _YEAR.search(plain)
    return replace(
        standing,
        state=state,
        explicit=explicit,
        authority=(own and own.name) or (named[-1].name if named else standing.authority),
        award=awards.pop() if len(awards) == 1 and "number" not in sorts else standing.award,
        kind=_label_kind(plain, tokens) or standing.kind,
        context=text.flat[block.body + year.start() : block.body + year.end()] if year else standing.context,
    )


def _label_kind(plain: str, tokens: list[Token]) -> RecipientKind | None:
    label = re.match(
        r"(?:doi voi |khen thuong |ve )?(?:cac )?(?:tap the|ca nhan|ho gia dinh)\s?(?::|$)", plain
    )
    if not label:
        return None
    return next((token.kind for token in tokens if token.kind), None)


def mentions(text: Text, start: int, end: int) -> list[Mention]:
    """Those who grant, named in flat[start:end] as the subject of a granting verb or as the one who is asked."""
    places = [(start, False)]
    places += [
        (place.start("head"), bool(place["asked"]))
        for place in _BEFORE_SUBJECT.finditer(text.plain, start, end)
    ]
    found: list[Mention] = []
    after = start
    for at, asked in places:
        head = _WORD.match(text.plain, at, end)
        if at < after or not head or not offices.might_begin(head.group()):
            continue
        words = words_of(text, at, min(end, at + 200), 40)
        name = offices.name_at(words, 0)
        if name is None:
            continue
        after = words[name.last - 1].end
        mention = _mention(text, at, after)
        verb_at = words[name.next].start if name.next < len(words) else end
        if mention and (asked or _GRANTING.match(text.plain, verb_at, end)):
            found.append(mention)
    return found


def last_before(named: list[Mention], at: int) -> str | None:
    """The last of those named that stands before an offset."""
    place = bisect_left(named, at, key=lambda mention: mention.start)
    return named[place - 1].name if place else None


def _mention(text: Text, start: int, end: int) -> Mention | None:
    plain = text.plain[start:end]
    if _PLURAL.match(plain) or not _POST.search(plain) or end - start > 140:
        return None
    return Mention(start, end, text.flat[start:end])


def own_authority(text: Text, at: int, end: int) -> Mention | None:
    """ "… của Chủ tịch Ủy ban nhân dân tỉnh" right behind an award's name."""
    joint = _OWN_AUTHORITY.match(text.plain, at, end)
    begin = joint.end() if joint else at
    if joint is None and not text.flat[at + 1 : at + 2].isupper():
        return None
    stop = _DIGIT.search(text.plain, begin, min(end, begin + 160))
    words = words_of(text, begin, stop.start() if stop else min(end, begin + 160), 24)
    # "Bằng khen UBND tỉnh": without "của" only a plain office.
    name = offices.name_at(words, 0, anyone=joint is not None)
    if name is None or (
        joint is None
        and (not words[0].capital or not _POST.search(text.plain, begin, words[name.last - 1].end))
    ):
        return None
    first, last = words[0].start, words[name.last - 1].end
    return Mention(first, last, _NOTE.sub("", text.flat[first:last]).strip(" ,("))


def states_of(tokens: list[Token], standing: Standing, named: list[Mention]) -> list[State]:
    """Token by token: the state in which a figure stands that ends there, from what is said before it in its sentence."""
    state, said = standing.state, False
    opened = -1
    states: list[State] = []
    for index, token in enumerate(tokens):
        if token.sort == "semicolon":
            opened = token.start
        elif token.sort == "propose":
            state, said = "proposed", True
        elif token.sort == "quota":
            state, said = ("proposed" if token.plain == "chua" else "quota"), True
        elif token.sort == "done" or (
            token.sort == "been" and state == "proposed" and _is_passive(tokens, index)
        ):
            state, said = "granted", True
        elif token.sort == "grant" and state == "proposed" and opened >= 0:
            if any(opened < name.start < token.start for name in named):
                state = standing.state
        elif token.sort == "time" and not said and state == "quota" and _is_past(token, standing):
            state = "granted"
        states.append(state)
    return _with_tails(tokens, states)


def _with_tails(tokens: list[Token], states: list[State]) -> list[State]:
    """ "…, đang chờ thẩm định": what is said behind the figures of a clause."""
    waits = False
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.sort == "semicolon":
            waits = False
        elif token.sort == "propose" and token.plain.startswith(("dang ", "cho", "chua")):
            waits = True
        elif waits:
            states[index] = "proposed"
    return states


def _is_passive(tokens: list[Token], index: int) -> bool:
    """ "được … tặng", not "được đề nghị tặng"."""
    for token in tokens[index + 1 : index + 12]:
        if token.sort in ("grant", "propose", "number", "semicolon"):
            return token.sort == "grant" and token.start - tokens[index].end < 90
    return False


def _is_past(token: Token, standing: Standing) -> bool:
    year = _YEAR.match(token.plain)
    return year is not None and standing.year is not None and int(year["first"]) < standing.year


def context_of(text: Text, tokens: list[Token], first: int, last: int, end: int) -> str | None:
    """ "trong phong trào …" said behind the figure, else the year said in its sentence."""
    stop = end
    for token in tokens[last + 1 : last + 40]:
        if token.sort in ("semicolon", "award"):
            stop = token.start
            break
    spoken = _MOVEMENT_CONTEXT.search(text.plain, tokens[last].end, stop)
    if spoken:
        until = re.compile(r"[;.,()]|\sva tang|\sva cong nhan").search(text.plain, spoken.end(), stop)
        return text.flat[spoken.end() : until.start() if until else stop].strip()[:160]
    chosen = _year_in(tokens[max(0, first - 60) : first][::-1]) or _year_in(
        [token for token in tokens[first : last + 40] if token.end <= stop]
    )
    return text.flat[chosen.start : chosen.end] if chosen else None


def _year_in(tokens: list[Token]) -> Token | None:
    return next(
        (
            token
            for token in tokens
            if token.sort == "time" and token.plain.startswith(("nam ", "6 thang", "giai doan"))
        ),
        None,
    )
