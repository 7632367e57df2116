"""Documents that a text names: kind, number, day, issuer, title, each document once with all its places."""

import re

from thidua.reading import laws, numbers, tails
from thidua.reading.facts import Citation, Meta
from thidua.reading.merging import Mention, merge
from thidua.reading.text import Text

_DAY_WORD = re.compile(r"ngay\s+(?=\d{1,2}\s?(?:[/.-]|thang))")
_DATED_KIND = re.compile(
    r"(?<!\w)(?P<type>quyet dinh|cong van|ke hoach|thong bao|huong dan|chi thi|bao cao|to trinh|nghi quyet|bien ban|cong dien|ket luan)"
    r"(?: (?:hop|cuoc hop|ket luan|hoi nghi|binh xet|kiem phieu|thanh lap|khen thuong|so|van ban)){0,3}$"
)
_LINK = re.compile(r"\s*(?:,|\bva)\s*")
_BETWEEN_TWINS = re.compile(r"\s*(?:,|\bva)\s*(?:so\s*)?")


def find(text: Text, meta: Meta) -> tuple[Citation, ...]:
    """The documents named in the text, in order of first mention; the document's own number is none."""
    return merge(text, mentions(text, meta))


def mentions(text: Text, meta: Meta) -> list[Mention]:
    """Every mention, in order, without overlaps."""
    found = [*laws.find(text), *_numbered(text), *_dated_only(text), *_bare(text)]
    found.sort(key=lambda mention: (mention.start, mention.short, -mention.end))
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.start < kept[-1].number_end:
            continue
        if not _is_own(text, mention, meta):
            kept.append(mention)
    return _with_tails(text, kept)


def _numbered(text: Text) -> list[Mention]:
    found: list[Mention] = []
    for seen in numbers.sightings(text):
        kind, typed = seen.type, seen.typed
        if found and not typed and seen.number.type_abbr and seen.start - found[-1].number_end < 160:
            last = found[-1]
            same = last.parsed is not None and last.parsed.type_abbr == seen.number.type_abbr
            if same and "\n" not in text.flat[last.number_end : seen.start]:
                kind = last.type
        number = seen.number
        found.append(
            Mention(
                seen.start,
                seen.behind,
                kind,
                number.as_written,
                seen.at,
                seen.end,
                year=number.year,
                parsed=number,
                typed=typed,
            )
        )
    return found


def _dated_only(text: Text) -> list[Mention]:
    found: list[Mention] = []
    for word in _DAY_WORD.finditer(text.plain):
        if not text.plain[max(0, word.start() - 2) : word.start()].rstrip().isalpha():
            continue
        seen = _DATED_KIND.search(text.plain, max(0, word.start() - 50), word.start() - 1)
        if seen is None or not text.flat[seen.start()].isupper():
            continue
        dated = tails.when(text, word.start() - 1)
        if dated.day is not None and tails.issuer(text, dated.end)[0]:
            kind = numbers.type_name(seen["type"])
            start = seen.start()
            found.append(
                Mention(start, dated.end, kind, None, start, dated.end, day=dated.day, year=dated.year)
            )
    return found


def _bare(text: Text) -> list[Mention]:
    found: list[Mention] = []
    for seen in numbers.short_forms(text):
        number = seen.serial if seen.year is None else f"{seen.serial}/{seen.year}"
        found.append(
            Mention(seen.start, seen.end, seen.type, number, seen.at, seen.end, year=seen.year, short=True)
        )
    return found


def _is_own(text: Text, mention: Mention, meta: Meta) -> bool:
    """The document's own number: in its head, or repeated in an annex ("Kèm theo Kế hoạch số …")."""
    block = text.blocks[text.block_at(mention.at)]
    if block.kind == "header":
        lead = text.plain[block.start : mention.at]
        return mention.short or not re.search(r"v/v|ve viec", lead)
    return bool(meta.number and mention.number == meta.number and mention.type in (meta.type, None))


def _with_tails(text: Text, found: list[Mention]) -> list[Mention]:
    """Adds to each mention its day, issuer and title."""
    places = [(mention.start, mention.end) for mention in found]
    for index, mention in enumerate(found):
        _add_tail(text, mention, places[index + 1 : index + 6])
    for one, other in zip(found[-2::-1], found[:0:-1], strict=True):
        if one.day is None and other.day and _share_a_day(text, one, other):
            one.day, one.year = other.day, other.year
    return found


def _share_a_day(text: Text, one: Mention, other: Mention) -> bool:
    """ "Quyết định số 1/QĐ-A và 2/QĐ-A ngày …", "Quyết định … và Quyết định … cùng ngày …"."""
    if other.typed:
        linked = _LINK.fullmatch(text.plain, one.end, other.start)
        return bool(linked and text.plain.startswith("cung ngay", other.number_end + 1))
    return bool(_BETWEEN_TWINS.fullmatch(text.plain, one.end, other.at))


def _add_tail(text: Text, mention: Mention, following: list[tuple[int, int]]) -> None:
    limit = following[0][0] if following else len(text.flat)
    end = mention.end
    dated = tails.when(text, end) if mention.day is None else tails.When(end, None, None, printed=False)
    if dated.end > limit:
        dated = tails.When(end, None, None, printed=False)
    mention.issuer, end = tails.issuer(text, dated.end)
    if not dated.printed and mention.issuer and mention.day is None:
        late = tails.when(text, end)
        if late.printed and late.end <= limit:
            dated, end = late, late.end
    if dated.printed:
        mention.day, mention.impossible = dated.day, dated.impossible
        mention.year = dated.year or mention.year
        end = max(end, dated.end)
    about, _ = tails.title(text, end, following)
    mention.title = mention.title or about
    mention.year = mention.day.year if mention.day else mention.year
    mention.end = max(end, mention.end)
