"""Invented names of people: few parts, each folded and sorted once for all who bear the same name."""

from random import Random
from typing import NamedTuple

from thidua.vn.fold import fold
from thidua.vn.names import name_sort

_FAMILIES = ("Nguyễn",) * 9 + ("Trần",) * 4 + ("Lê",) * 3 + ("Phạm",) * 2
_FAMILIES += (
    "Hoàng",
    "Huỳnh",
    "Võ",
    "Vũ",
    "Phan",
    "Trương",
    "Bùi",
    "Đặng",
    "Đỗ",
    "Ngô",
    "Hồ",
    "Dương",
    "Lý",
    "Đinh",
)
_MIDDLES = {
    "nam": ("Văn", "Văn", "Hữu", "Đức", "Quang", "Minh", "Quốc", "Thanh", "Công", "Xuân", "Trọng", "Ngọc"),
    "nu": ("Thị", "Thị", "Thị Ngọc", "Thị Thu", "Thị Kim", "Ngọc", "Thu", "Thanh", "Mỹ", "Kim", "Thị Bích"),
}
_GIVEN = {
    "nam": [
        "An",
        "Bình",
        "Cường",
        "Dũng",
        "Đạt",
        "Hải",
        "Hùng",
        "Huy",
        "Khánh",
        "Khoa",
        "Lâm",
        "Long",
        "Nam",
        "Nghĩa",
        "Phong",
        "Phúc",
        "Quân",
        "Sơn",
        "Tài",
        "Thắng",
        "Thành",
        "Tiến",
        "Toàn",
        "Trung",
        "Tú",
        "Tuấn",
        "Việt",
        "Vinh",
        "Hậu",
        "Lộc",
    ],
    "nu": [
        "Anh",
        "Chi",
        "Dung",
        "Diễm",
        "Giang",
        "Hà",
        "Hạnh",
        "Hằng",
        "Hiền",
        "Hoa",
        "Hương",
        "Lan",
        "Liên",
        "Linh",
        "Loan",
        "Mai",
        "Nga",
        "Ngân",
        "Nhung",
        "Oanh",
        "Phương",
        "Quyên",
        "Thảo",
        "Thủy",
        "Trang",
        "Trâm",
        "Tuyết",
        "Vân",
        "Xuân",
        "Yến",
    ],
}


class Name(NamedTuple):
    full: str
    sort: str
    folded: str
    gender: str


def pool(rng: Random, size: int) -> list[Name]:
    """So many names, some of them twice as in life; each worked out once."""
    known: dict[str, Name] = {}
    found = []
    for _ in range(size):
        gender = "nu" if rng.random() < 0.56 else "nam"
        full = f"{rng.choice(_FAMILIES)} {rng.choice(_MIDDLES[gender])} {rng.choice(_GIVEN[gender])}"
        if full not in known:
            known[full] = Name(full, name_sort(full), fold(full), gender)
        found.append(known[full])
    return found
