"""What kinds of documents (codes of `vn.documents`) mean for the register."""

from thidua.vn.documents import DOCUMENT_TYPES
from thidua.vn.fold import fold

LAWS = frozenset({"hien_phap", "luat", "bo_luat", "phap_lenh"})
"""Known by their title and year alone."""

NORMATIVE = LAWS | {"nghi_dinh", "thong_tu", "thong_tu_lien_tich"}
"""They say themselves from when they hold; without that day their validity is not known."""

ASKS_FOR_A_PLAN = frozenset(
    {"ke_hoach", "chi_thi", "chuong_trinh", "chuong_trinh_hanh_dong", "nghi_quyet", "de_an"}
)
"""A superior's document of these kinds wants a plan of one's own."""

ANSWERS_A_PLAN = frozenset(
    {
        "ke_hoach",
        "chuong_trinh",
        "chuong_trinh_hanh_dong",
        "cong_van",
        "huong_dan",
        "quyet_dinh",
        "chi_thi",
        "",
    }
)
"""Kinds by which a plan from above is answered; unknown ones may be."""

LONG_WAY = NORMATIVE | {"quy_dinh", "quy_che", "quy_che_phoi_hop", "dieu_le"}
"""Drafted with consultation, opinion of the Party committee, appraisal."""

_ENACTS = ("ban hanh quy che", "ban hanh quy dinh", "ban hanh dieu le")

TYPE_CHOICES = [(kind.code, kind.name) for kind in DOCUMENT_TYPES]

FIRST_CHOICES = (
    "ke_hoach",
    "cong_van",
    "quyet_dinh",
    "bao_cao",
    "to_trinh",
    "thong_bao",
    "huong_dan",
    "giay_moi",
)
"""What an office of this trade writes most, offered first."""


FILTER_CHOICES = sorted(TYPE_CHOICES, key=lambda choice: choice[0] not in FIRST_CHOICES)
"""For a list's filter: what is most used first."""


def goes_the_long_way(type_code: str, title: str) -> bool:
    """Whether a draft needs consultation and appraisal: by its kind, or because it enacts a quy chế or quy định."""
    if type_code in LONG_WAY:
        return True
    folded = fold(title)
    return type_code == "quyet_dinh" and any(words in folded for words in _ENACTS)
