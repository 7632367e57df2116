"""What tells the kinds of rows apart: who may see and write them, how they are called."""

from dataclasses import dataclass

from thidua.records.orgs.rights import Right
from thidua.records.staff.models import Discipline, Kept, Leave, PendingMatter, Rating, Service, Study

CONDUCT: tuple[type[Kept], ...] = (Discipline, PendingMatter)
"""Only for the holders of the right to discipline; every look leaves a line in the log."""


@dataclass(frozen=True)
class Tab:
    """One kind as pages show it: `slug` stands in the address; `one` is a single row of it."""

    slug: str
    kind: type[Kept]
    label: str
    one: str
    act: str
    none: str


TABS = (
    Tab("xep-loai", Rating, "Xếp loại", "dòng xếp loại", "Ghi xếp loại", "Chưa ghi xếp loại nào."),
    Tab("ky-luat", Discipline, "Kỷ luật", "dòng kỷ luật", "Ghi kỷ luật", "Không có dòng kỷ luật nào."),
    Tab("nghi", Leave, "Nghỉ", "dòng nghỉ", "Ghi nghỉ", "Chưa ghi lần nghỉ nào."),
    Tab("hoc-tap", Study, "Học tập", "dòng học tập", "Ghi học tập", "Chưa ghi khóa học nào."),
    Tab(
        "cong-tac",
        Service,
        "Quá trình công tác",
        "dòng công tác",
        "Ghi quá trình công tác",
        "Chưa ghi tuyển dụng, chuyển công tác, biệt phái nào.",
    ),
    Tab(
        "dang-xem-xet",
        PendingMatter,
        "Đang xem xét",
        "việc đang xem xét",
        "Ghi việc đang xem xét",
        "Không có việc nào đang xem xét.",
    ),
)
BY_SLUG = {tab.slug: tab for tab in TABS}
BY_KIND = {tab.kind: tab for tab in TABS}


def is_conduct(kind: type[Kept]) -> bool:
    return issubclass(kind, CONDUCT)


def right_to_read(kind: type[Kept]) -> Right:
    return Right.DISCIPLINE_READ if is_conduct(kind) else Right.STAFF_READ


def right_to_write(kind: type[Kept]) -> Right:
    return Right.DISCIPLINE_WRITE if is_conduct(kind) else Right.STAFF_WRITE
