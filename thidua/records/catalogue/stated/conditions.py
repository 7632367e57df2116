"""What each rule of `law.rules` is told by: name, label, kind, choices, whether it may be left open."""

from collections.abc import Mapping

from thidua.records.catalogue.stated.shapes import CHOICE, CODE, CODES, NUMBER, PERCENT, TEXT

RIGHT, OPEN, ABSENT = "dung", "draft", "khong_co"
STATUSES = {
    RIGHT: "Đúng với văn bản, hoặc đã sửa đúng",
    OPEN: "Chưa đối chiếu được",
    ABSENT: "Văn bản không có điều kiện này",
}
LEVELS = {"HTXSNV": "Hoàn thành xuất sắc nhiệm vụ", "HTTNV": "Hoàn thành tốt nhiệm vụ trở lên"}
SCOPES = {"co_so": "Cấp cơ sở", "tinh": "Bộ, ngành, tỉnh", "toan_quoc": "Toàn quốc"}
PENALTIES = {"khien_trach": "Khiển trách", "canh_cao": "Cảnh cáo"}

Shape = tuple[str, str, str, Mapping[str, str], bool]


def _shape(
    name: str, label: str, kind: str, choices: Mapping[str, str] | None = None, *, may: bool = False
) -> Shape:
    return name, label, kind, choices or {}, may


_TIMES = _shape("count", "Số lần", NUMBER)
_YEARS = _shape("count", "Số năm", NUMBER)
_SPAN = _shape("span", "Trong mấy năm", NUMBER, may=True)
_AFTER = _shape("after", "Kể từ khi được tặng", CODE, may=True)
_CODE = _shape("code", "Danh hiệu, hình thức", CODE)
_LEVEL = _shape("min", "Mức xếp loại", CHOICE, LEVELS)
_TEXT = _shape("text", "Nội dung", TEXT)
_LEAST_YEARS = _shape("min", "Từ mấy năm", NUMBER)

RULES: Mapping[str, tuple[Shape, ...]] = {
    "task_level": (_LEVEL,),
    "years_in_a_row": (
        _YEARS,
        _LEVEL,
        _shape("or_title", "Hoặc đã là", CODE, may=True),
        _AFTER,
    ),
    "excellent_years": (_YEARS, _SPAN, _AFTER),
    "titles_in_a_row": (_TIMES, _CODE),
    "title_times": (_TIMES, _CODE, _SPAN, _AFTER),
    "prior_form": (_CODE,),
    "qualifies": (_shape("for", "Danh hiệu (mã)", CODES),),
    "initiative": (
        _shape("count", "Số sáng kiến, đề tài", NUMBER, may=True),
        _shape("scope", "Phạm vi", CHOICE, SCOPES),
        _shape("years", "Trong mấy năm", NUMBER, may=True),
    ),
    "members_ldtt": (
        _shape("min", "Ít nhất (%)", PERCENT, may=True),
        _shape("over", "Trên (%)", PERCENT, may=True),
    ),
    "members_completed": (_shape("min", "Ít nhất (%)", PERCENT),),
    "member_title": (_CODE,),
    "nobody_disciplined": (_shape("from", "Kỷ luật từ mức", CHOICE, PENALTIES),),
    "movement_years": (_LEAST_YEARS,),
    "contribution_years": (_LEAST_YEARS,),
    "rank": (_TEXT, _shape("place", "Thứ hạng", NUMBER, may=True)),
    "council": (_TEXT,),
    "local": (_TEXT,),
}
