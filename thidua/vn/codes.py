"""Closed lists of codes that travel between packages and in exported data, with their Vietnamese labels."""

from typing import Final

RECIPIENT_KINDS: Final = {"ca_nhan": "Cá nhân", "tap_the": "Tập thể", "ho_gia_dinh": "Hộ gia đình"}

LEVELS: Final = {
    "trung_uong": "Trung ương",
    "tinh": "Cấp tỉnh",
    "so_nganh": "Sở, ban, ngành",
    "huyen": "Cấp huyện",
    "xa": "Cấp xã",
    "don_vi": "Đơn vị cơ sở",
}

AWARD_CATEGORIES: Final = {
    "cong_trang": "Công trạng",
    "dot_xuat": "Đột xuất",
    "phong_trao": "Phong trào",
    "chuyen_de": "Chuyên đề",
    "cong_hien": "Quá trình cống hiến",
    "nien_han": "Niên hạn",
    "doi_ngoai": "Đối ngoại",
}

MOVEMENT_FORMS: Final = {"thuong_xuyen": "Thường xuyên", "chuyen_de": "Theo chuyên đề"}

MOVEMENT_ROLES: Final = {"launched": "Phát động", "answered": "Hưởng ứng", "mentioned": "Được nhắc đến"}

AWARD_STATES: Final = {"granted": "Đã khen", "proposed": "Đề nghị", "quota": "Chỉ tiêu"}

CONFIDENCE: Final = {"high": "Chắc chắn", "low": "Cần xem lại"}

TASK_LEVELS: Final = {
    "HTXSNV": "Hoàn thành xuất sắc nhiệm vụ",
    "HTTNV": "Hoàn thành tốt nhiệm vụ",
    "HTNV": "Hoàn thành nhiệm vụ",
    "KHTNV": "Không hoàn thành nhiệm vụ",
}

LABOUR_KINDS: Final = {
    "lanh_dao": "Lãnh đạo, quản lý",
    "chuyen_mon": "Công chức, viên chức chuyên môn",
    "truc_tiep": "Người trực tiếp lao động, sản xuất",
}

GENDERS: Final = {"nam": "Nam", "nu": "Nữ"}

DIRECTIONS: Final = {"in": "Văn bản đến", "out": "Văn bản đi", "draft": "Dự thảo"}
