"""Other people, places and offices in the place of those that a label names."""

import random
import re
import string

FAMILY = [
    "Âu",
    "Bàng",
    "Cát",
    "Chử",
    "Danh",
    "Đào",
    "Giáp",
    "Hồng",
    "Khúc",
    "Lục",
    "Mã",
    "Nhan",
    "Ông",
    "Phí",
    "Thạch",
]
MIDDLE = ["Văn", "Thị", "Hữu", "Minh", "Bảo", "Thị Thanh", "Quốc", "Đăng", "Ngọc", "Thị Kim"]
GIVEN = [
    "Bắc",
    "Cầm",
    "Dậu",
    "Đạm",
    "Giác",
    "Huấn",
    "Khoa",
    "Lệ",
    "Miên",
    "Nhựt",
    "Oanh",
    "Phượng",
    "Quý",
    "Sửu",
    "Tỵ",
    "Uyên",
    "Vỹ",
    "Xuyến",
    "Yên",
]
PLACES = [
    "An Lộc Hà",
    "Bình Khê",
    "Cửu Long Trung",
    "Diên Hải",
    "Gia Thạnh",
    "Hưng Sơn",
    "Khánh Bình Đông",
    "Lâm Thao Nam",
    "Mỹ Xuyên Thượng",
    "Ninh Thới",
    "Phước Điền",
    "Quảng Trạch Tây",
    "Sơn Hạ",
    "Thuận Giang",
    "Vạn Phúc Lâm",
    "Xuân Lãnh",
]
OFFICES = {
    "Sở": {"Sở Tư pháp": "STP", "Sở Y tế": "SYT", "Sở Ngoại vụ": "SNgV", "Sở Giao thông vận tải": "SGTVT", "Sở Khoa học và Công nghệ": "SKHCN", "Sở Kế hoạch và Đầu tư": "SKHĐT", "Sở Du lịch": "SDL"},
    "Trung tâm": {"Trung tâm Lưu trữ lịch sử": "TTLTLS", "Trung tâm Trợ giúp pháp lý": "TTTGPL", "Trung tâm Kiểm nghiệm": "TTKN", "Trung tâm Xúc tiến đầu tư": "TTXTĐT"},
    "Phòng": {"Phòng Tư pháp": "PTP", "Phòng Kinh tế": "PKT", "Phòng Văn hóa và Thông tin": "PVHTT", "Phòng Dân tộc": "PDT"},
    "Bệnh viện": {"Bệnh viện Phục hồi chức năng": "BVPHCN", "Bệnh viện Da liễu": "BVDL", "Bệnh viện Tâm thần": "BVTT"},
    "Hội": {"Hội Nông dân": "HND", "Hội Cựu chiến binh": "HCCB", "Hội Chữ thập đỏ": "HCTĐ"},
}  # fmt: skip
TITLES = r"(?:đồng chí|Đồng chí|đ/c|ông|bà|Ông|Bà|anh|chị)"


class Renaming:
    """`names`: {"persons": […], "marks": […], "places": […], "offices": {name: abbreviation}}."""

    def __init__(self, names: dict[str, object], text: str, rng: random.Random) -> None:
        self.rules: list[tuple[re.Pattern[str], dict[str, str]]] = []
        self.new: dict[str, str] = {}
        self._text = text
        self._rng = rng
        people = [str(name) for name in _list(names.get("persons"))]
        marks = [name for name in people if _is_mark(name)] + [
            str(name) for name in _list(names.get("marks"))
        ]
        offices = names.get("offices")
        for name in marks:
            self.new[name] = "".join(rng.choice(string.ascii_lowercase) for _ in range(6))
        for name in _list(names.get("places")):
            self.new[str(name)] = self._free(PLACES)
        for name, short in (offices if isinstance(offices, dict) else {}).items():
            self._office(name, short)
        for name in people:
            if " " in name:
                self.new[name] = f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {self._free(GIVEN)}"
        self._given = {name: self._free(GIVEN) for name in people if " " not in name and not _is_mark(name)}
        self._compile()

    def _free(self, pool: list[str]) -> str:
        used = set(self.new.values()) | set(getattr(self, "_given", {}).values())
        return self._rng.choice([name for name in pool if name not in self._text and name not in used])

    def _office(self, name: str, short: str) -> None:
        kind = next((kind for kind in OFFICES if name.startswith(kind)), None)
        if kind is None:
            return
        free = {
            new: code
            for new, code in OFFICES[kind].items()
            if new not in self._text and new not in self.new.values()
        }
        chosen = self._rng.choice(sorted(free))
        self.new[name], self.new[short] = chosen, free[chosen]

    def _compile(self) -> None:
        forms: dict[str, str] = {}
        for old, new in self.new.items():
            forms[old] = new
            forms.setdefault(old.upper(), new.upper())
        self._forms = forms
        ordered = sorted(forms, key=len, reverse=True)
        patterns = [r"[\s\u00a0]+".join(re.escape(word) for word in form.split()) for form in ordered]
        self._whole = re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)") if patterns else None
        given = "|".join(re.escape(name) for name in self._given)
        self._called = re.compile(rf"({TITLES}[\s\u00a0]+)({given})(?!\w)") if given else None

    def apply(self, text: str) -> str:
        if text in self._given:
            return self._given[text]
        if self._whole:
            text = self._whole.sub(self._renamed, text)
        if self._called:
            text = self._called.sub(lambda match: match[1] + self._given[match[2]], text)
        return text

    def _renamed(self, match: re.Match[str]) -> str:
        """The new name; a line break inside the old one stays after as many words as the new one has."""
        old_words = re.split(r"([\s\u00a0]+)", match[0])
        new_words = self._forms[" ".join(old_words[::2])].split()
        gaps = old_words[1::2]
        broken = next((place for place, gap in enumerate(gaps) if "\n" in gap), None)
        if broken is None or len(new_words) < 2:
            return " ".join(new_words)
        cut = min(broken + 1, len(new_words) - 1)
        return " ".join(new_words[:cut]) + gaps[broken] + " ".join(new_words[cut:])


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []


def _is_mark(name: str) -> bool:
    return " " not in name and name.isascii() and name.islower()
