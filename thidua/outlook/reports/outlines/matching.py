"""An outline pasted from a letter, matched to the blocks that are known: its headings stay word by word.

matched = match(text)
matched.content      # for `outlines.load`: headings as in the letter, below each its known blocks or one to write
matched.headings     # what each heading was taken for, how surely and why; doubtful ones are for the officer to look at
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any

from thidua.kit.refused import Refused
from thidua.outlook.reports.outline import BlockSpec, Outline
from thidua.outlook.reports.outlines import load, shipped
from thidua.outlook.reports.outlines.likeness import Known, ranked, shown, tokens
from thidua.outlook.reports.outlines.pasted import Pasted, read
from thidua.vn.fold import fold

SURE, LIKELY = 0.68, 0.4
"""From SURE on a heading is taken as known; between the two it is taken and flagged; below it is the officer's to write."""
_NEAR = 0.06
"""Two known headings as alike as that: flagged."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One heading of the letter and what it was taken for."""

    key: str
    """As in `Outline.walk`."""
    number: str
    title: str
    blocks: tuple[str, ...]
    """Keys of known blocks; empty: a heading above others, or one to write."""
    known: str
    """The heading of ours that it is like."""
    score: float
    reasons: tuple[str, ...]
    is_doubtful: bool = False
    is_written: bool = False
    """A block to write stands there."""


@dataclass(frozen=True, slots=True)
class Matched:
    content: dict[str, Any]
    headings: tuple[Taken, ...]

    @property
    def doubtful(self) -> tuple[Taken, ...]:
        return tuple(heading for heading in self.headings if heading.is_doubtful)


@dataclass
class _Place:
    """A heading of the letter on its way to a section."""

    pasted: Pasted
    above: tuple["_Place", ...]
    theme: bool = False
    number: str = ""
    found: Known | None = None
    score: float = 0.0
    second: str = ""
    blocks: tuple[BlockSpec, ...] = ()
    reasons: tuple[str, ...] = ()
    below: tuple["_Place", ...] = ()
    is_doubtful: bool = False


def match(text: str) -> Matched:
    """The outline of a letter as content of an outline, with what each heading was taken for; Refused where there is none."""
    reading = read(text)
    if not reading.headings:
        raise Refused(
            "Không thấy đề mục nào trong phần đã dán. Dán nguyên phần đề cương, mỗi đề mục một dòng."
        )
    like = _frame(reading.name or text[:2000])
    top = _placed(reading.headings, (), any(spec.query == "theme" for spec in like.opening))
    places = list(_walk(top))
    _take(places)
    # The same block asks of last year in one outline and of the period in another.
    theirs = {spec.key: spec for _, _, section in like.walk() for spec in section.blocks}
    for place in places:
        place.blocks = tuple(theirs.get(spec.key, spec) for spec in place.blocks)
    taken_keys: set[str] = set()
    sections = [_section(place, taken_keys) for place in top]
    content = {
        "key": "own",
        "name": " ".join(reading.name.split())[:200] or "Đề cương theo văn bản của cấp trên",
        "abstract": like.abstract,
        "periods": list(like.periods),
        "opening": [row_of(spec) for spec in like.opening],
        "sections": sections,
        "closing": like.closing,
        "recipients": list(like.recipients),
    }
    keys = [key for key, _, _ in load(content, name=content["name"]).walk()]
    return Matched(content, tuple(_told(place, key) for place, key in zip(places, keys, strict=True)))


def _placed(headings: Sequence[Pasted], above: tuple[_Place, ...], theme: bool) -> tuple[_Place, ...]:
    found: list[_Place] = []
    used: set[str] = set()
    for at, pasted in enumerate(headings, start=1):
        place = _Place(pasted, above, theme)
        place.number = pasted.number if pasted.number not in ("", "-") else str(at)
        if place.number in used:
            place.reasons += (f"số mục {place.number} đã có ở trên, tạm đánh là {place.number} bis",)
            place.is_doubtful = True
            place.number = f"{place.number} bis"
        used.add(place.number)
        dashes = [each for each in pasted.below if each.style == "bullet"]
        if dashes and not _are_headings(place, dashes):
            pasted.notes += [line for dash in dashes for line in _lines(dash)]
            pasted.below = [each for each in pasted.below if each.style != "bullet"]
        place.below = _placed(pasted.below, (*above, place), theme)
        found.append(place)
    return tuple(found)


def _lines(pasted: Pasted) -> Iterator[str]:
    yield f"{pasted.title}{''.join(f' {note}' for note in pasted.notes)}"
    for each in pasted.below:
        yield from _lines(each)


def _are_headings(place: _Place, dashes: Sequence[Pasted]) -> bool:
    """Lines with a dash are headings where the one above them is none of ours, and most of them are."""
    if len(dashes) < 2 or _ranked(place)[0][0] >= SURE:
        return False
    alike = [_ranked(_Place(dash, (*place.above, place), place.theme))[0][0] for dash in dashes]
    return sum(score >= LIKELY for score in alike) * 2 >= len(alike)


def _walk(places: Sequence[_Place]) -> Iterator[_Place]:
    for place in places:
        yield place
        yield from _walk(place.below)


def _take(places: Sequence[_Place]) -> None:
    """Known headings to places, the surest first; a block stands in an outline once."""
    leaves = [place for place in places if not place.below]
    offers = [
        (score, at, known)
        for at, place in enumerate(leaves)
        for score, known in _ranked(place)[:4]
        if score >= LIKELY
    ]
    # Who asks for less is served first: a heading over many takes what no other asks for.
    wide = {at for at, place in enumerate(leaves) if _ranked(place)[0][1].parts > 1}
    claimed = _claims(leaves)
    used: set[str] = set()
    for score, at, known in sorted(offers, key=lambda offer: (offer[1] in wide, -offer[0], offer[1])):
        place = leaves[at]
        best = _ranked(place)[0][0]
        free = tuple(
            spec
            for spec in known.blocks
            if spec.key not in used and (known.parts == 1 or claimed.get(spec.key, at) == at)
        )
        if place.found or not free or score < best - _NEAR:
            continue
        place.found, place.score, place.blocks = known, score, free
        used |= {spec.key for spec in free}
    for place in leaves:
        _reason(place)


def _claims(leaves: Sequence[_Place]) -> dict[str, int]:
    """Which place asks most for just one heading of ours, by the blocks of it."""
    best: dict[str, tuple[float, int]] = {}
    for at, place in enumerate(leaves):
        score, known = next(pair for pair in _ranked(place) if pair[1].parts == 1)
        for spec in known.blocks if score >= LIKELY else ():
            best[spec.key] = max(best.get(spec.key, (0.0, -1)), (score, at))
    return {key: at for key, (_, at) in best.items()}


def _reason(place: _Place) -> None:
    ranked = _ranked(place)
    best, nearest = ranked[0]
    if place.found is None:
        place.score = best
        if best >= LIKELY:
            place.is_doubtful = True
            place.reasons += (f"giống mục “{shown(nearest.title)}”, mà mục đó đã đặt ở chỗ khác",)
        else:
            place.reasons += ("không giống mục nào đã biết: để người soạn viết",)
        return
    shared = _shared(place, place.found)
    place.reasons += (f"cùng từ: {', '.join(shared)}",) if shared else ()
    rivals = [
        known for score, known in ranked[1:4] if place.score - score < _NEAR and not _kin(known, place.found)
    ]
    if place.score < SURE:
        place.is_doubtful = True
        place.reasons += ("mới giống một phần",)
    elif len(place.blocks) < len(place.found.blocks):
        place.is_doubtful = True
        place.reasons += ("một phần nội dung đã đặt ở mục khác",)
    elif rivals:
        place.is_doubtful = True
        place.reasons += (f"cũng giống mục “{shown(rivals[0].title)}”",)


def _kin(one: Known, other: Known) -> bool:
    """One of the two holds the other."""
    first, second = ({spec.key for spec in known.blocks} for known in (one, other))
    return first <= second or second <= first


def _ranked(place: _Place) -> tuple[tuple[float, Known], ...]:
    return ranked(place.pasted.title, " ".join(each.pasted.title for each in place.above), place.theme)


def _shared(place: _Place, known: Known) -> list[str]:
    """Words of the letter that the known heading has too, as the letter writes them."""
    theirs = {token for wording in known.wordings for token in wording}
    words = re.findall(r"\w+", place.pasted.title)
    found = [word.lower() for word in words if theirs & set(tokens(word))]
    return list(dict.fromkeys(found))[:8]


def _section(place: _Place, keys: set[str]) -> dict[str, Any]:
    pasted = place.pasted
    row: dict[str, Any] = {"number": place.number, "title": pasted.title}
    blocks = [row_of(spec) for spec in place.blocks]
    if not blocks and not place.below:
        blocks = [_to_write(pasted, keys)]
    if blocks:
        row["blocks"] = blocks
    if place.below:
        row["sections"] = [_section(each, keys) for each in place.below]
    return row


def _to_write(pasted: Pasted, keys: set[str]) -> dict[str, Any]:
    """Its key follows the words of the heading, so that next period finds this period's text."""
    key = base = f"viet-{fold(pasted.title).replace(' ', '-')[:60].strip('-')}"
    count = 1
    while key in keys:
        count += 1
        key = f"{base}-{count}"
    keys.add(key)
    asked = " ".join(pasted.notes) or pasted.title
    return {"key": key, "kind": "narrative", "missing": asked[:400]}


def row_of(spec: BlockSpec) -> dict[str, Any]:
    """A block as a row of an outline's file, without what is left at its default."""
    row: dict[str, Any] = {}
    for field in fields(spec):
        value = getattr(spec, field.name)
        default = {} if field.default is MISSING else field.default
        if value != default:
            row["optional" if field.name == "is_optional" else field.name] = value
    return row


def _frame(asked: str) -> Outline:
    """The shipped outline that lends its opening, period and closing words."""
    words = f" {fold(asked)} "
    kinds = (
        ("stage", (" nam thuc hien chi thi ", " nam thuc hien nghi quyet ", " nam thuc hien ket luan ")),
        ("half", (" 6 thang ", " sau thang ", " 06 thang ")),
        ("quarter", (" quy i ", " quy ii ", " quy iii ", " quy iv ", " hang quy ")),
        ("school_year", (" nam hoc ",)),
        ("year", (" tong ket ", " ca nam ", " nam 20")),
    )
    kind = next((kind for kind, signs in kinds if any(sign in words for sign in signs)), "half")
    outlines = shipped()
    return next((outline for outline in outlines if kind in outline.periods), outlines[0])


def _told(place: _Place, key: str) -> Taken:
    return Taken(
        key=key,
        number=place.number,
        title=place.pasted.title,
        blocks=tuple(spec.key for spec in place.blocks),
        known=shown(place.found.title) if place.found else "",
        score=round(place.score, 2),
        reasons=place.reasons,
        is_doubtful=place.is_doubtful,
        is_written=not place.below and not place.blocks,
    )
