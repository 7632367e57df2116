"""Names of reports on the screen."""

import re

_ABOUT = re.compile(r"\s+(?:về\s+)?công tác thi đua, khen thưởng")
_NEXT = re.compile(r"\s+(?:và|,)\s+(?:phương hướng|nhiệm vụ|kế hoạch).*$", re.DOTALL)


def short(title: str) -> str:
    """ "Báo cáo sơ kết 6 tháng đầu năm 2026": without what every report here is about, and without what follows it."""
    told = _ABOUT.sub("", _NEXT.sub("", " ".join(title.split())), count=1).strip()
    told = told or title
    return f"Báo cáo {told[:1].lower()}{told[1:]}" if not told.startswith("Báo cáo") else told
