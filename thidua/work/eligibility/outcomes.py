"""Verdicts on the titles of one screening as one short line of text, and what is lacking in words."""

from collections.abc import Mapping, Sequence

from thidua.law.findings import Verdict
from thidua.law.screening import DRAFT, Outcome

_SIGNS: dict[Verdict, str] = {"eligible": "+", "not_eligible": "-", "needs_review": "?"}
_VERDICTS = {sign: verdict for verdict, sign in _SIGNS.items()}
_LACKS = {
    DRAFT: "văn bản cần đối chiếu lại",
    "task_level": "xếp loại",
    "years_in_a_row": "số năm hoàn thành nhiệm vụ",
    "excellent_years": "số năm hoàn thành xuất sắc",
    "titles_in_a_row": "danh hiệu liên tục",
    "title_times": "số lần đạt danh hiệu",
    "prior_form": "hình thức khen đã có",
    "qualifies": "tiêu chuẩn danh hiệu làm nền",
    "initiative": "sáng kiến",
    "members_ldtt": "tỷ lệ lao động tiên tiến",
    "members_completed": "tỷ lệ hoàn thành nhiệm vụ",
    "member_title": "cá nhân đạt danh hiệu",
    "nobody_disciplined": "kỷ luật trong tập thể",
    "rank": "thứ hạng",
    "movement_years": "thời gian phong trào",
    "contribution_years": "thời gian đóng góp",
    "local": "quy định của cơ quan",
    "council": "phẩm chất",
    "min_months": "thời gian làm việc",
    "discipline": "kỷ luật",
    "deferral": "việc đang xem xét",
    "study_result": "kết quả học tập",
    "registration": "đăng ký thi đua",
    "dissolved_unit": "đơn vị còn hoạt động",
    "transition": "văn bản chuyển tiếp",
    "book": "quy định trong sách luật",
}
"""Names of rules as a list says them, in few words."""


def written(titles: Sequence[str], outcomes: Sequence[Outcome]) -> str:
    """ "LDTT+ CSTDCS-task_level/initiative,min_months"."""
    return " ".join(
        f"{title}{_SIGNS[outcome.verdict]}{','.join(outcome.lacks)}"
        for title, outcome in zip(titles, outcomes, strict=True)
    )


def read(told: str) -> Mapping[str, Outcome]:
    """Title → outcome of what `written` wrote."""
    found = {}
    for part in told.split():
        at = min(place for sign in _VERDICTS if (place := part.find(sign)) > 0)
        lacks = tuple(part[at + 1 :].split(",")) if part[at + 1 :] else ()
        found[part[:at]] = Outcome(_VERDICTS[part[at]], lacks)
    return found


def in_words(lack: str) -> str:
    """ "xếp loại hoặc sáng kiến"; what is open beside what denies: "… (chưa rõ)"."""
    parts = lack.removeprefix("?").split("/")
    either = [" và ".join(_LACKS.get(code, code) for code in each.split("+")) for each in parts]
    return " hoặc ".join(either) + (" (chưa rõ)" if lack.startswith("?") else "")
