"""How what the shell itself does reads in the log."""

from thidua.kit.audit.sentences import tell

tell(
    {"web.load_province": "{actor} nạp dữ liệu minh họa {subject}"},
    names={
        "so_don_vi": "số tổ chức",
        "so_nguoi": "số người",
        "so_khen_thuong": "số khen thưởng",
        "so_xep_loai": "số dòng xếp loại",
        "so_sang_kien": "số sáng kiến",
        "so_ky_luat": "số kỷ luật",
        "so_nghi": "số lần nghỉ",
        "so_quyet_dinh": "số quyết định",
        "so_xac_nhan_ghi_du": "số xác nhận ghi đủ",
        "tu_nam": "từ năm",
    },
)
