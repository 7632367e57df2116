"""Under which theme of the reports a document belongs, by its title. Pure; a guess that the officer may change."""

import re

from thidua.records.register.models import Topic
from thidua.vn.documents import type_code
from thidua.vn.fold import fold

_BY_TITLE: tuple[tuple[Topic, str], ...] = (
    (Topic.INITIATIVES, "sang kien|giai phap huu ich"),
    (Topic.CLUSTERS, "cum khoi|khoi thi dua|cum thi dua|khoi khi dua|thi dua (?:cua )?(?:cac )?(?:cum|khoi)"),
    (
        Topic.COUNCILS,
        "hoi dong thi dua|hoi dong tdkt|hoi dong tdkt so|kien toan hoi dong|quy che lam viec hoi dong",
    ),
    (Topic.EXEMPLARS, "dien hinh tien tien|guong dien hinh|nhan rong|nguoi tot viec tot|mo hinh hay"),
    (Topic.INSPECTION, "kiem tra|thanh tra|giam sat|khieu nai|to cao|don thu|tiep cong dan"),
    (Topic.FUND, "quy thi dua|kinh phi|tien thuong|quy khen thuong"),
    (Topic.PUBLICITY, "tuyen truyen|pho bien phap luat|hoi thi tim hieu|cuoc thi tim hieu|truyen thong"),
    (Topic.STAFFING, "tap huan|boi duong nghiep vu|boi duong chuyen mon|to chuc bo may|nhan su|phan cong"),
    (Topic.REPORTING, "so ket|tong ket|bao cao|che do thong tin"),
    (
        Topic.MOVEMENTS,
        "phat dong|phong trao|huong ung|dang ky thi dua|thi dua thuc hien|thi dua dac biet|thi dua chuyen de|dot thi dua",
    ),
    (
        Topic.AWARDS,
        "xet tang|tang thuong|bang khen|giay khen|ky niem chuong|huan chuong|danh hieu|de nghi khen|xet khen thuong|khen thuong cho",
    ),
    (Topic.RULES, "quy che|quy dinh|sua doi|chi tiet thi hanh|thu tuc hanh chinh|the che|huong dan thi hanh"),
    (
        Topic.DIRECTION,
        "(?:thuc hien|quan triet|cu the hoa) (?:chi thi|nghi quyet|ket luan)|thi dua|khen thuong|tdkt",
    ),
)
_COMPILED = [(topic, re.compile(rf"\b(?:{words})\b")) for topic, words in _BY_TITLE]
_BY_TYPE = {
    "luat": Topic.RULES,
    "nghi_dinh": Topic.RULES,
    "thong_tu": Topic.RULES,
    "quy_che": Topic.RULES,
    "quy_dinh": Topic.RULES,
    "bao_cao": Topic.REPORTING,
    "chi_thi": Topic.DIRECTION,
    "nghi_quyet": Topic.DIRECTION,
}


def topic_of(title: str | None, kind: str | None) -> str:
    """Code of `register.Topic`, or "" where nothing tells."""
    code = type_code(kind)
    if code in ("luat", "nghi_dinh", "thong_tu"):
        return _BY_TYPE[code]
    folded = fold(title or "")
    found = next((topic for topic, words in _COMPILED if words.search(folded)), None)
    return str(found or _BY_TYPE.get(code, ""))


_HEADINGS = (
    (Topic.PUBLICITY, r"tuyen truyen"),
    (Topic.STAFFING, r"tap huan|boi duong (?:chuyen mon|nghiep vu)|to chuc bo may"),
    (
        Topic.DIRECTION,
        r"van ban (?:quan ly |chi dao|moi)|chi dao|quan triet|trien khai .{0,30}van ban|tham muu",
    ),
)


def topic_of_heading(title: str) -> str:
    """Under which theme a section of a report speaks; its own words first, then those of document titles."""
    folded = fold(title)
    said = next((topic for topic, words in _HEADINGS if re.search(words, folded)), None)
    return str(said) if said else topic_of(title, None)
