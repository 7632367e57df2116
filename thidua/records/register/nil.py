"""Of what an office states that nothing happened: one list for whoever writes such statements and whoever looks for them."""

from django.db import models


class Matter(models.TextChoices):
    """Codes of `Statement.what` for nil statements; further ones may be added, none changes its meaning."""

    COMPLAINTS = "don_thu", "Đơn thư khiếu nại, tố cáo"
    EXEMPLARS = "dien_hinh", "Mô hình, điển hình tiên tiến mới"
    INITIATIVES = "sang_kien", "Sáng kiến"
    MOVEMENTS = "phong_trao", "Phong trào được phát động"
    AWARDS = "khen_thuong", "Khen thưởng"
    INSPECTION = "kiem_tra", "Kiểm tra, vi phạm"
    MENDING = "chan_chinh", "Văn bản chấn chỉnh"
    TRAINING = "tap_huan", "Tập huấn, bồi dưỡng"
    PUBLICITY = "tuyen_truyen", "Cuộc tuyên truyền"
    DIRECTION = "chi_dao", "Cuộc triển khai, quán triệt"
    RULES = "the_che", "Văn bản quản lý mới"
    CONSULTATION = "gop_y", "Góp ý dự thảo"
    CLUSTERS = "cum_khoi", "Cụm, khối thi đua"
    REVIEWS = "so_ket", "Sơ kết, tổng kết phong trào"
    REPORTS = "bao_cao", "Báo cáo đột xuất"
    FUND = "quy", "Thu, chi quỹ thi đua, khen thưởng"
