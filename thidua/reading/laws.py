"""Laws named by title and year, day or number; a bare title names no document."""

import re

from thidua.reading import numbers, tails
from thidua.reading.merging import Mention
from thidua.reading.text import Text

_LAW = re.compile(r"(?:luat|phap lenh|hien phap)(?=\s)")
_KINDS = {"luat": "Luật", "phap lenh": "Pháp lệnh", "hien phap": "Hiến pháp"}
_STOP = re.compile(
    r"[;:\"\n]|\((?!sua doi)|(?<!sua doi)\)|\.(?=\s|$|\.)|\d|\s(?:nghi dinh|thong tu|nghi quyet|ke hoach|chi thi|quyet dinh|"
    r"cong van|van ban|huong dan|trong|cho|tai|tu|de|nham|duoc|da|se|den|gan voi|va cac|hien hanh|moi|nay|khi|do|la|tren)"
    r"(?=\s|,|$)|\s(?=ngay\s|nam\s+\d|so\s*:?\s*\d)"
)
_LIMIT = 190
_YEAR = re.compile(r"\s*(?:ban hanh )?(?:nam\s+)?((?:19|20)\d\d)(?!\s?[-–/]\s?\d)")
_PASSED = re.compile(r"\s*,?\s*(?:da\s+)?(?:duoc\s+)?quoc hoi[^.;\n]{0,60}?thong qua(?=\s+(?:vao\s+)?ngay)")
_NUMBER = re.compile(r"\s*(?:\(\s*)?(?:luat\s+)?so\s*:?\s*(?=\d)")
_ANOTHER = re.compile(r"(?:,|\bva)$")


def find(text: Text) -> list[Mention]:
    """Laws, codes, ordinances and the constitution, in order."""
    found: list[Mention] = []
    plain, flat = text.plain, text.flat
    place = 0
    while (law := _LAW.search(plain, place)) is not None:
        place = law.end()
        if plain[law.start() - 1 : law.start()].isalnum():
            continue
        start = law.start()
        kind = _KINDS[law.group()]
        if kind == "Luật" and plain.startswith("bo ", max(0, start - 3)):
            start, kind = start - 3, "Bộ luật"
        if not flat[start].isupper() and not flat[law.end() + 1 : law.end() + 2].isupper():
            continue
        mention = _law(text, start, law.end(), kind)
        if mention is not None:
            found.append(mention)
            place = mention.number_end
    return found


def _law(text: Text, start: int, named: int, kind: str) -> Mention | None:
    end = _name_end(text, named)
    if end is None:
        return None
    name = text.flat[named:end].strip(" ,") or None
    numbered = _NUMBER.match(text.plain, end)
    if numbered:
        return _with_number(text, start, numbered.end(), kind, name)
    year = _YEAR.match(text.plain, end)
    if year and (name or kind == "Hiến pháp"):
        return Mention(start, year.end(), kind, None, start, year.end(), year=int(year[1]), title=name)
    passed = _PASSED.match(text.plain, end)
    dated = tails.when(text, passed.end() if passed else end)
    if dated.day and name:
        return Mention(
            start, dated.end, kind, None, start, dated.end, day=dated.day, year=dated.year, title=name
        )
    return None


def _name_end(text: Text, named: int) -> int | None:
    """Where the title stops; None where another law begins first. A law that amends names others in its title."""
    plain = text.plain
    limit = min(len(plain), named + _LIMIT)
    stop = _STOP.search(plain, named, limit)
    end = stop.start() if stop else limit
    other = plain.find(" luat ", named, end)
    amends = plain.startswith((" sua doi", " bo sung"), named)
    return None if other >= 0 and not amends and _ANOTHER.search(plain, named, other) else end


def _with_number(text: Text, start: int, at: int, kind: str, name: str | None) -> Mention | None:
    seen = next(numbers.sightings_in(text, at, min(len(text.flat), at + 40)), None)
    if seen is None or seen.at != at:
        return None
    number = seen.number
    return Mention(
        start,
        seen.end,
        kind,
        number.as_written,
        seen.at,
        seen.end,
        year=number.year,
        title=name,
        parsed=number,
    )
