"""What a document says about the one that it names: cites, implements, replaces, amends, answers. Pure; a guess."""

import re
from typing import NamedTuple

from thidua.reading.facts import Citation, Meta
from thidua.reading.text import Text
from thidua.records.register.models import Citation as Edge
from thidua.vn.documents import type_code
from thidua.vn.fold import fold

_BEFORE, _SENTENCE = 60, 260
_PREAMBLE = 2500
"""The preamble ends with the first numbered heading, at the latest here."""
_PLANS = {
    "ke_hoach",
    "chuong_trinh",
    "chuong_trinh_hanh_dong",
    "huong_dan",
    "chi_thi",
    "quyet_dinh",
    "cong_van",
}
_REPLIES = {"bao_cao", "cong_van", "to_trinh"}
_CARRIES_OUT = re.compile(
    r"(?:thuc hien|trien khai|thi hanh|cu the hoa|huong ung)(?: (?:noi dung|theo|tinh than|cac))?$"
)
_ON_REQUEST = re.compile(r"(?:can cu|theo|thuc hien|phuc dap|tra loi|theo de nghi tai|theo noi dung)$")
_THIS_REPLACES = re.compile(r"\b(?:nay|do) (?:\w+ ){0,8}?thay the(?: cho)?$")
_WILL_REPLACE = re.compile(r"thay the(?: cho)?$")
_AMENDS = re.compile(
    r"(?:sua doi|bo sung)(?: (?:bo sung|mot so dieu|mot so noi dung|mot so|dieu|cua|noi dung))*$"
)


class Relation(NamedTuple):
    code: str
    why: str
    """What in the text says so, in Vietnamese; empty for a plain citation."""


def relation_of(citation: Citation, *, text: Text, meta: Meta) -> Relation:
    """Judged by the words before each place where the document is named; the first that tells wins."""
    own = type_code(meta.type)
    for start, _ in citation.spans[:5]:
        before = fold(text.raw[max(0, start - _SENTENCE) : start].rsplit("\n\n\n", 1)[-1])
        near = before[-_BEFORE:]
        if _THIS_REPLACES.search(before):
            return Relation(Edge.Relation.REPLACES, "văn bản ghi “thay thế”")
        if _AMENDS.search(near) and fold(meta.title or "").startswith(("sua doi", "ve viec sua doi")):
            return Relation(Edge.Relation.AMENDS, "văn bản ghi “sửa đổi, bổ sung”")
        if start > _end_of_preamble(text):
            continue
        if own in _REPLIES and type_code(citation.type) == "cong_van" and _ON_REQUEST.search(near):
            return Relation(Edge.Relation.ANSWERS, "phần mở đầu nêu công văn yêu cầu")
        if own in _PLANS and _CARRIES_OUT.search(near):
            return Relation(Edge.Relation.IMPLEMENTS, "phần mở đầu ghi “thực hiện”")
    return Relation(Edge.Relation.CITES, "")


def will_be_replaced(citation: Citation, *, text: Text) -> bool:
    """ "Tham mưu Quyết định thay thế Quyết định số 45/…": this document itself replaces nothing yet."""
    return any(
        _WILL_REPLACE.search(fold(text.raw[max(0, start - _BEFORE) : start]))
        for start, _ in citation.spans[:5]
    )


def _end_of_preamble(text: Text) -> int:
    heading = next(
        (block.start for block in text.blocks if block.kind in ("heading", "item")), len(text.flat)
    )
    return text.raw_at(min(heading, text.body[0] + _PREAMBLE, max(len(text.flat) - 1, 0)))
