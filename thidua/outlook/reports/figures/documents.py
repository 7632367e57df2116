"""Lists of documents: by the side that they come from, by topic, kind, words of the title."""

import re
from collections.abc import Iterable, Iterator, Sequence

from thidua.outlook.reports.built import Figure, Item
from thidua.outlook.reports.figures.asking import Asking, Found
from thidua.outlook.reports.figures.printing import document_item, two_digits
from thidua.records.register.models import Document, Topic
from thidua.vn.dates import cited_date
from thidua.vn.documents import type_name
from thidua.vn.fold import fold
from thidua.vn.periods import Period

_SAID = {
    "ours": "do cơ quan ban hành",
    "below": "của đơn vị trực thuộc",
    "above": "của cấp trên",
    "central": "của Trung ương",
    "province": "của cấp tỉnh quản lý trực tiếp",
    "party": "của cấp ủy Đảng",
    "standing": "của cơ quan thường trực thi đua, khen thưởng",
    "cluster": "của cụm, khối thi đua",
    "others": "của cơ quan khác",
}
_A_PERIOD = re.compile(r"\b(?:thang|quy|nam|giai doan)\b")
_ESTABLISHES = ("kien toan", "thanh lap")


def documents(asking: Asking) -> Found:
    """Issued documents in the block's window. Of decisions that set up the same council twice the later one stands."""
    kept = list(_fitting(asking, _in_window(asking)))
    if asking.spec.window == "next":
        now = asking.records.period.until
        kept = [row for row in kept if row.issued_on is None or row.issued_on < now]
    if asking.spec.window in ("in_force", "next"):
        kept = _latest_of_each(kept)
    return Found(_items(asking, kept), _words(asking))


def drafts(asking: Asking) -> Found:
    """The body's own drafts."""
    kept = list(_fitting(asking, asking.records.drafts, sides=False))
    return Found(_items(asking, kept), "Dự thảo đang soạn trong sổ văn bản của cơ quan.")


def jubilees(asking: Asking) -> Found:
    """Directions that have stood for a round number of years (`every`) in the year of the report."""
    every = int(asking.spec.params.get("every", 5))
    year = asking.period.year
    kept = [
        row
        for row in _fitting(asking, asking.records.documents("holds", asking.period))
        if row.issued_on and year - row.issued_on.year > 0
        if (year - row.issued_on.year) % every == 0
    ]
    return Found(_items(asking, kept), f"Văn bản còn hiệu lực, ban hành tròn {every}, {every * 2}, … năm.")


def request(asking: Asking) -> Found:
    """The letter that asks for this report: the one named, or the last one of the period that speaks of it."""
    records = asking.records
    row = records.request
    if row is None:
        asked = [each for each in records.documents("issued", records.period) if _asks(each, asking)]
        row = max(
            asked, key=lambda each: (_names_period(each, asking), each.issued_on, each.pk), default=None
        )
    found = [document_item(row, records.issuer_of(row))] if row else []
    return Found(found, "Văn bản của cấp trên yêu cầu báo cáo kỳ này.")


def _asks(row: Document, asking: Asking) -> bool:
    """A superior's letter about reporting this work, which names this period or none."""
    if row.topic != Topic.REPORTING or row.type == "bao_cao" or "above" not in asking.records.sides_of(row):
        return False
    is_of_this_work = speaks_of(row.title, ("thi đua", "khen thưởng", "TĐKT"))
    return is_of_this_work and (_names_period(row, asking) or not _A_PERIOD.search(fold(row.title)))


def _names_period(row: Document, asking: Asking) -> bool:
    return fold(asking.records.period.printed) in fold(row.title)


def tell_request(asking: Asking, items: Sequence[Item]) -> list[Figure]:
    """The letter inside the sentence."""
    return [
        Figure(f"{asking.spec.key}.request", item.plain, "Văn bản yêu cầu báo cáo", "", item.refs)
        for item in items
    ]


def by_type(asking: Asking, items: Sequence[Item]) -> list[Figure]:
    """ "04 kế hoạch, 02 quyết định": one figure a kind, and the sentence part that joins them."""
    rows = {f"register.Document:{row.pk}": row for row in _in_window(asking)}
    kinds: dict[str, list[Item]] = {}
    for item in items:
        row = rows.get(item.key)
        kinds.setdefault(row.type if row else "", []).append(item)
    found = []
    for code, each in sorted(kinds.items(), key=lambda pair: -len(pair[1])):
        name = (type_name(code) or "văn bản khác").lower()
        refs = tuple(item.refs[0] for item in each)
        found.append(
            Figure(
                f"{asking.spec.key}.by_type.{code or 'khac'}",
                f"{two_digits(len(each))} {name}",
                name.capitalize(),
                f"Đếm văn bản loại {name} trong danh sách trên.",
                refs,
                (len(each),),
            )
        )
    return found


def _in_window(asking: Asking) -> list[Document]:
    test = "holds" if asking.spec.window in ("in_force", "next") else "issued"
    return asking.records.documents(test, asking.period)


def _fitting(asking: Asking, rows: Iterable[Document], *, sides: bool = True) -> Iterator[Document]:
    """Those that the block's parameters leave; they are read once, the rows are many."""
    topics, but_topics, types, but_types, of, but_of = (
        frozenset(asking.param(name))
        for name in ("topics", "but_topics", "types", "but_types", "of", "but_of")
    )
    words, sides_of = asking.param("words"), asking.records.sides_of
    for row in rows:
        if (topics and row.topic not in topics) or row.topic in but_topics:
            continue
        if (types and row.type not in types) or row.type in but_types:
            continue
        came = sides_of(row) if sides else of
        if (of and not came & of) or came & but_of:
            continue
        if not words or speaks_of(row.title, words) or _carries_out(row, asking, words):
            yield row


def _carries_out(row: Document, asking: Asking, words: tuple[str, ...]) -> bool:
    """With `through`: what it carries out, or answers, speaks of them."""
    if not asking.spec.params.get("through"):
        return False
    records = asking.records
    above = [each.title for each in records.implementing.get(row.pk, ())]
    above += [each.superior.name for each in records.answers if row in each.documents]
    return any(speaks_of(title, words) for title in above)


def speaks_of(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of some phrases, marks or not."""
    folded = fold(text)
    return any(fold(word) in folded for word in words)


def _latest_of_each(rows: list[Document]) -> list[Document]:
    """A council that was set up again: the decision before it is history."""
    latest: dict[tuple[int | None, str], Document] = {}
    for row in rows:
        if _sets_up(row):
            key = (row.issuer_id, row.subject_key)
            known = latest.get(key)
            if known is None or (row.issued_on or known.issued_on) >= known.issued_on:  # type: ignore[operator]
                latest[key] = row
    stands = {row.pk for row in latest.values()}
    return [row for row in rows if not _sets_up(row) or row.pk in stands]


def _sets_up(row: Document) -> bool:
    decides = row.type == "quyet_dinh" and row.issued_on is not None and bool(row.subject_key)
    return decides and any(words in row.subject_key for words in _ESTABLISHES)


def _items(asking: Asking, rows: Iterable[Document]) -> list[Item]:
    records = asking.records
    unnamed = asking.spec.params.get("issuer") is False
    return [
        document_item(row, "" if unnamed and records.is_from_above(row) else records.issuer_of(row))
        for row in rows
    ]


def _words(asking: Asking) -> str:
    of = ", ".join(_SAID[side] for side in asking.param("of"))
    kinds = ", ".join(type_name(code).lower() for code in asking.param("types"))
    topics = ", ".join(f"“{Topic(code).label}”" for code in asking.param("topics"))
    told = f"Văn bản trong sổ {of}".strip()
    told += f", loại {kinds}" if kinds else ""
    told += f", chủ đề {topics}" if topics else ""
    about = asking.param("words")
    told += f", trích yếu nói về {' hoặc '.join(f'“{word}”' for word in about)}" if about else ""
    return f"{told}; {_when(asking.spec.window, asking.period)}."


def _when(window: str, period: Period) -> str:
    days = f"từ {cited_date(period.since)} đến {cited_date(period.last)}"
    if window in ("in_force", "next"):
        return f"còn hiệu lực trong thời gian {days}"
    if window == "before":
        return f"ban hành đến {cited_date(period.last)}"
    return f"ban hành {days}"
