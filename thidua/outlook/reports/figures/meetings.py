"""Meetings of the period: how many, who came, what was told of there."""

from collections.abc import Sequence

from thidua.outlook.reports.built import Figure, Item, Piece, Ref
from thidua.outlook.reports.figures.asking import Asking, Found
from thidua.outlook.reports.figures.printing import address, document_item
from thidua.outlook.reports.figures.records import Told
from thidua.records.meetings.selectors import Attended
from thidua.vn.numbers import grouped


def meetings(asking: Asking) -> Found:
    """Each meeting once, however many of its topics are asked for."""
    return Found([_item(row) for row in _held(asking)], "Cuộc họp đã ghi trong kỳ, cuộc đã hủy không tính.")


def told(asking: Asking) -> Found:
    """Documents told of at these meetings, each once, by rank."""
    records = asking.records
    documents = {row.pk: row for held in _held(asking) for row in held.documents}
    rows = sorted(
        documents.values(), key=lambda row: (row.rank, str(row.issued_on or row.year or ""), row.pk)
    )
    found = [document_item(row, records.issuer_of(row)) for row in rows]
    return Found(found, "Văn bản được triển khai tại các cuộc họp trong kỳ.")


def _held(asking: Asking) -> list[Told]:
    topics, kinds = set(asking.param("topics")), asking.param("kinds")
    folded_in = asking.spec.params.get("folded_in")
    return [
        row
        for row in asking.records.meetings
        if (not topics or topics & set(row.meeting.topics))
        and (not kinds or row.meeting.kind in kinds)
        and (folded_in is None or row.meeting.is_folded_into is folded_in)
    ]


def _key(row: Told) -> str:
    return f"meetings.Meeting:{row.meeting.pk}"


def _item(row: Told) -> Item:
    meeting = row.meeting
    detail = ""
    if row.attended is not None:
        how = "bảng điểm danh" if row.attended.source == "roll" else "số liệu tổng hợp"
        detail = f"{row.attended.text}, {how}"
    ref = Ref(
        _key(row),
        f"{meeting.name} {meeting.when}",
        address("meetings:meeting", meeting.pk),
        detail,
    )
    came = f" ({row.attended.text} người dự)" if row.attended and row.attended.percent else ""
    return Item(ref.key, (Piece(meeting.name, ref.key), Piece(f" {meeting.when}{came}")), (ref,))


def attendance(asking: Asking, items: Sequence[Item]) -> list[Figure]:
    """Who came of how many, and the share, added up over the meetings that the officer kept; only where all were counted."""
    kept = {item.key: item for item in items}
    counted = [(row.attended, kept[_key(row)].refs[0]) for row in _held(asking) if _key(row) in kept]
    known = [(attended, ref) for attended, ref in counted if attended is not None]
    if not known:
        return []
    key, refs = asking.spec.key, tuple(ref for _, ref in known)
    present = sum(attended.present for attended, _ in known)
    expected = sum(attended.expected or 0 for attended, _ in known)
    if any(attended.expected is None for attended, _ in known):
        words = "Cộng số người dự của các cuộc họp; có cuộc không ghi số người phải dự nên không tính tỷ lệ."
        return [Figure(f"{key}.turnout", grouped(present), "Người dự", words, refs, (present,))]
    whole = Attended(present, expected, known[0][0].source)
    how = "Số dòng có mặt trên tổng số dòng của bảng điểm danh"
    if any(attended.source == "aggregate" for attended, _ in known):
        how = "Số người dự trên số người phải dự đã ghi của cuộc họp"
    words = f"{how}, cộng {len(known)} cuộc."
    return [
        Figure(
            f"{key}.turnout", whole.figures, "Người dự trên người phải dự", words, refs, (present, expected)
        ),
        Figure(f"{key}.percent", whole.percent, "Tỷ lệ người dự", words, refs, (present, expected)),
    ]
