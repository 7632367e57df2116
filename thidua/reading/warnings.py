"""What in a text cannot be right as printed: each warning says what it is and how to mend it."""

from thidua.reading.facts import Meta, Spans, Warning
from thidua.reading.merging import Mention
from thidua.reading.text import Text
from thidua.vn.dates import cited_date, find_impossible
from thidua.vn.documents import is_assembly
from thidua.vn.encodings import guess

_FONTS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI-Windows"}


def find(text: Text, meta: Meta, mentions: list[Mention]) -> tuple[Warning, ...]:
    """Warnings in order of place; one a document and kind, with all its places."""
    found = [
        *_old_font(text),
        *_incomplete(text, mentions),
        *_other_year(text, mentions),
        *_two_days(text, mentions),
        *_later_than_this(text, meta, mentions),
        *_impossible_days(text),
    ]
    return tuple(sorted(found, key=lambda warning: warning.spans[0]))


def _old_font(text: Text) -> list[Warning]:
    old = guess(text.raw)
    if old is None:
        return []
    says = f"Văn bản có vẻ gõ bằng phông {_FONTS[old.encoding]}; chuyển sang Unicode rồi đọc lại"
    return [Warning("old_encoding", says, ((0, min(len(text.raw), 200)),))]


def _name(mention: Mention) -> str:
    return f"{mention.type or 'Văn bản'} số {mention.number}" if mention.number else mention.type or "Văn bản"


def _spans(text: Text, mentions: list[Mention]) -> Spans:
    return tuple(text.span(mention.start, mention.end) for mention in mentions)


def _incomplete(text: Text, mentions: list[Mention]) -> list[Warning]:
    """ "Thông tư số 01/2024/BNV": the symbol names the issuer and not the kind."""
    lame: dict[str, list[Mention]] = {}
    for mention in mentions:
        parsed = mention.parsed
        if parsed is None or parsed.type_abbr or not mention.typed or mention.type in (None, "Công văn"):
            continue
        if not is_assembly(parsed.issuer_abbr or ""):
            lame.setdefault(_name(mention), []).append(mention)
    return [
        Warning(
            "number_incomplete",
            f"{name}: thiếu ký hiệu loại văn bản; đối chiếu bản gốc rồi ghi đủ số, ký hiệu",
            _spans(text, group),
        )
        for name, group in lame.items()
    ]


def _other_year(text: Text, mentions: list[Mention]) -> list[Warning]:
    """The year inside the number is not the year of signing."""
    return [
        Warning(
            "year_mismatch",
            f"{_name(mention)} ghi ngày {cited_date(mention.day)}: năm trong số khác năm ký; xem lại số hoặc ngày",
            _spans(text, [mention]),
        )
        for mention in mentions
        if mention.day and mention.parsed and mention.parsed.year and mention.parsed.year != mention.day.year
    ]


def _two_days(text: Text, mentions: list[Mention]) -> list[Warning]:
    """One number on two days of one year, though a series gives each number once a year."""
    series: dict[tuple[str, int], list[Mention]] = {}
    for mention in mentions:
        if mention.number and mention.day and not mention.short:
            series.setdefault((mention.number.casefold(), mention.day.year), []).append(mention)
    found: list[Warning] = []
    for group in series.values():
        days = sorted({mention.day for mention in group if mention.day})
        if len(days) > 1:
            listed = "; ".join(cited_date(day) for day in days)
            says = f"{_name(group[0])} được ghi {len(days)} ngày khác nhau ({listed}); xem lại ngày nào đúng"
            found.append(Warning("number_two_dates", says, _spans(text, group)))
    return found


def _later_than_this(text: Text, meta: Meta, mentions: list[Mention]) -> list[Warning]:
    if meta.date is None:
        return []
    return [
        Warning(
            "date_after_document",
            f"{_name(mention)} ghi ngày {cited_date(mention.day)}, sau ngày của văn bản này ({cited_date(meta.date)}); xem lại ngày",
            _spans(text, [mention]),
        )
        for mention in mentions
        if mention.day and mention.day > meta.date
    ]


def _impossible_days(text: Text) -> list[Warning]:
    found: list[Warning] = []
    for dated in find_impossible(text.plain):
        printed = text.flat[dated.start : dated.end]
        says = f"“{printed}”: lịch không có ngày này; đối chiếu bản gốc rồi sửa"
        found.append(Warning("date_impossible", says, text.spans(dated.start, dated.end)))
    return found
