"""Where a rule stands: a document, and the place in it. Read from the book's own words, printed as officials print it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PARTS = re.compile(r"\s*;\s*")
_ARTICLE = re.compile(r"Điều (\d+[a-zđ]?)")
_CLAUSE = re.compile(r"khoản (\d+[a-zđ]?(?:, \d+)*)")
_POINT = re.compile(r"điểm ([a-zđ])\b")
_PLACE = re.compile(r"(?:Phần|Phụ lục|[Mm]ục|Chương)\b[^;]*")


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in one document. `article`, `clause`, `point` as printed ("22", "1", "a"); `place` for papers without articles."""

    doc: str
    """Number of the document: "06/2022/QH15"."""
    article: str = ""
    clause: str = ""
    point: str = ""
    place: str = ""

    @property
    def text(self) -> str:
        """Point, clause, article, document: as a sentence names them."""
        steps = (("điểm", self.point), ("khoản", self.clause), ("Điều", self.article))
        where = " ".join(f"{word} {number}" for word, number in steps if number) or self.place
        return f"{where}, {self.doc}" if where else self.doc


def read(text: str, numbers: Iterable[str]) -> tuple[Citation, ...]:
    """The citations of a line: documents parted by semicolons, each followed by articles with their clauses and points.

    `numbers`: documents that the book knows. A part without a document belongs to the one before; parts that name no
    known document are left out, so a line that cites nothing known gives none.
    """
    known = sorted(((bare(number), number) for number in numbers), key=lambda pair: -len(pair[0]))
    found: list[Citation] = []
    doc = ""
    for part in _PARTS.split(text.strip()):
        named = next((number for written, number in known if written in part), "")
        if not named and not part.startswith(("Điều", "khoản", "điểm")):
            doc = ""
            continue
        doc = named or doc
        if doc:
            found += _places(doc, part)
    return tuple(dict.fromkeys(found))


def bare(number: str) -> str:
    """ "311/QĐ-BNV (2025)" → "311/QĐ-BNV": what stands in brackets tells one year or place from another."""
    return number.partition(" (")[0]


def _places(doc: str, part: str) -> list[Citation]:
    articles = list(_ARTICLE.finditer(part))
    if not articles:
        place = _PLACE.search(part)
        return [Citation(doc, place=place[0].strip(" ,") if place else "")]
    found = []
    for at, article in enumerate(articles):
        end = articles[at + 1].start() if at + 1 < len(articles) else len(part)
        below = part[article.end() : end]
        clauses = [number for each in _CLAUSE.findall(below) for number in each.split(", ")]
        point = _POINT.search(below)
        found += [Citation(doc, article[1], clause, point[1] if point else "") for clause in clauses or [""]]
    return found
