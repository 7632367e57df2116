"""Titles of posts, courses and initiatives; each part folded once."""

from dataclasses import dataclass
from functools import cache
from random import Random

from thidua.vn.fold import fold

_LEADER, _SPECIALIST, _DIRECT = "lanh_dao", "chuyen_vien", "truc_tiep"


@dataclass(frozen=True)
class Posts:
    """Titles of those who lead, the first ones of a place, and of the others."""

    leading: tuple[str, ...]
    others: tuple[str, ...]
    direct: tuple[str, ...] = ("Nhân viên phục vụ", "Bảo vệ")

    def of(self, serial: int, rng: Random) -> tuple[str, str]:
        """Title and labour kind of the so-and-so-many-th of a place."""
        if serial < len(self.leading):
            return self.leading[serial], _LEADER
        if rng.random() < 0.09:
            return rng.choice(self.direct), _DIRECT
        return rng.choice(self.others), _SPECIALIST


POSTS = {
    "ubnd": Posts(("Chủ tịch", "Phó Chủ tịch", "Phó Chủ tịch"), ("Ủy viên",)),
    "so": Posts(("Giám đốc", "Phó Giám đốc", "Phó Giám đốc"), ("Thư ký lãnh đạo",)),
    "phong": Posts(
        ("Trưởng phòng", "Phó Trưởng phòng"),
        ("Chuyên viên", "Chuyên viên chính", "Cán sự"),
        ("Văn thư", "Lái xe"),
    ),
    "trung_tam": Posts(("Giám đốc", "Phó Giám đốc"), ("Viên chức", "Kỹ thuật viên", "Kế toán")),
    "tram": Posts(("Trạm trưởng",), ("Y sĩ", "Điều dưỡng", "Nữ hộ sinh")),
    "truong": Posts(
        ("Hiệu trưởng", "Phó Hiệu trưởng"), ("Giáo viên", "Giáo viên", "Giáo viên", "Kế toán", "Thư viện")
    ),
    "benh_vien": Posts(
        ("Giám đốc", "Phó Giám đốc", "Phó Giám đốc"),
        ("Bác sĩ", "Điều dưỡng", "Điều dưỡng", "Dược sĩ"),
        ("Hộ lý", "Bảo vệ"),
    ),
}
_COURSES = (
    "Cao cấp lý luận chính trị",
    "Trung cấp lý luận chính trị",
    "Thạc sĩ quản lý công",
    "Bồi dưỡng ngạch chuyên viên chính",
)
_WHATS = (
    "Giải pháp nâng cao chất lượng",
    "Cải tiến quy trình",
    "Ứng dụng công nghệ số trong",
    "Mô hình phối hợp trong",
    "Sổ tay điện tử phục vụ",
    "Phần mềm hỗ trợ",
    "Rút ngắn thời gian",
    "Chuẩn hóa biểu mẫu trong",
)
_ON = (
    "tiếp nhận hồ sơ",
    "quản lý văn bản đến",
    "dạy học trải nghiệm",
    "giáo dục kỹ năng sống",
    "chăm sóc người bệnh",
    "quản lý kho thuốc",
    "lập dự toán",
    "theo dõi công trình",
    "tuyên truyền pháp luật",
    "hòa giải ở cơ sở",
    "khảo sát sự hài lòng",
    "quản lý tài sản công",
    "giám sát chất lượng nước",
    "phòng chống dịch bệnh",
    "tổ chức hội thi",
    "bồi dưỡng học sinh giỏi",
)
_FOR = (
    "cho người cao tuổi",
    "ở vùng nông thôn",
    "tại bộ phận một cửa",
    "trong nhà trường",
    "theo hướng không giấy tờ",
    "gắn với chuyển đổi số",
    "cho lao động nữ",
    "ở địa bàn đông dân cư",
    "trong mùa mưa bão",
    "cho học sinh cuối cấp",
)


@cache
def _folded(text: str) -> str:
    return fold(text)


def course_words(rng: Random) -> str:
    return rng.choice(_COURSES)


def initiative_words(rng: Random) -> tuple[str, str]:
    """A title, and itself folded."""
    what, on, whom, serial = rng.choice(_WHATS), rng.choice(_ON), rng.choice(_FOR), rng.randint(1, 60)
    folded = f"{_folded(what)} {_folded(on)} {_folded(whom)} phien ban {serial}"
    return f"{what} {on} {whom}, phiên bản {serial}", folded
