"""Bundles of rights with a description that an auditor can read. A role is held by a person in a unit, from–to."""

from dataclasses import dataclass

from thidua.records.orgs.rights import Right


@dataclass(frozen=True)
class Role:
    code: str
    label: str
    description: str
    rights: frozenset[Right]


def _role(code: str, label: str, description: str, *rights: Right) -> Role:
    """The law is for everybody to read."""
    return Role(code, label, description, frozenset((Right.LAW_READ, *rights)))


_ALL = (
    _role(
        "chuyen_vien",
        "Chuyên viên thi đua, khen thưởng",
        "Làm toàn bộ nghiệp vụ của cơ quan: đọc văn bản vào sổ, ghi sổ, soạn, giao việc, ghi cuộc họp, ghi sổ khen thưởng, đánh giá, sáng kiến, đối chiếu tiêu chuẩn, nạp bảng tính, theo dõi, báo cáo.",
        Right.REGISTER_READ,
        Right.REGISTER_WRITE,
        Right.INTAKE,
        Right.TASKS_READ,
        Right.TASKS_WRITE,
        Right.MEETINGS_READ,
        Right.MEETINGS_WRITE,
        Right.AWARDS_READ,
        Right.AWARDS_WRITE,
        Right.MOVEMENTS_READ,
        Right.MOVEMENTS_WRITE,
        Right.REPORTS_READ,
        Right.REPORTS_WRITE,
        Right.PEOPLE_READ,
        Right.PEOPLE_MANAGE,
        Right.STAFF_READ,
        Right.STAFF_WRITE,
        Right.CERTIFICATES_READ,
        Right.CERTIFICATES_WRITE,
        Right.INITIATIVES_READ,
        Right.INITIATIVES_WRITE,
        Right.ELIGIBILITY,
        Right.SHEETS_IMPORT,
    ),
    _role(
        "van_thu",
        "Văn thư",
        "Giữ sổ văn bản: cho số, phát hành, ghi văn bản đến, tải bản ký; ghi nhiệm vụ, cuộc họp và khen thưởng.",
        Right.REGISTER_READ,
        Right.REGISTER_WRITE,
        Right.REGISTER_ISSUE,
        Right.INTAKE,
        Right.TASKS_READ,
        Right.TASKS_WRITE,
        Right.MEETINGS_READ,
        Right.MEETINGS_WRITE,
        Right.AWARDS_READ,
        Right.AWARDS_WRITE,
        Right.MOVEMENTS_READ,
        Right.MOVEMENTS_WRITE,
        Right.REPORTS_READ,
        Right.PEOPLE_READ,
        Right.CERTIFICATES_READ,
        Right.CERTIFICATES_WRITE,
        Right.INITIATIVES_READ,
    ),
    _role(
        "lanh_dao",
        "Lãnh đạo",
        "Xem toàn bộ, ký, duyệt báo cáo, xem nhật ký của cơ quan.",
        Right.REGISTER_READ,
        Right.TASKS_READ,
        Right.MEETINGS_READ,
        Right.AWARDS_READ,
        Right.MOVEMENTS_READ,
        Right.REPORTS_READ,
        Right.REPORTS_APPROVE,
        Right.PEOPLE_READ,
        Right.AUDIT_READ,
        Right.STAFF_READ,
        Right.CERTIFICATES_READ,
        Right.INITIATIVES_READ,
        Right.ELIGIBILITY,
    ),
    _role(
        "thanh_vien_hoi_dong",
        "Thành viên Hội đồng",
        "Xem văn bản, dự họp, bỏ phiếu.",
        Right.REGISTER_READ,
        Right.TASKS_READ,
        Right.MEETINGS_READ,
        Right.AWARDS_READ,
        Right.MOVEMENTS_READ,
        Right.REPORTS_READ,
        Right.PEOPLE_READ,
        Right.INITIATIVES_READ,
        Right.ELIGIBILITY,
    ),
    _role(
        "ke_toan",
        "Kế toán",
        "Xem văn bản, giữ quỹ và chi thưởng.",
        Right.REGISTER_READ,
        Right.TASKS_READ,
        Right.MEETINGS_READ,
        Right.AWARDS_READ,
        Right.MOVEMENTS_READ,
        Right.REPORTS_READ,
        Right.PEOPLE_READ,
        Right.CERTIFICATES_READ,
    ),
    _role(
        "nhan_vien",
        "Công chức, viên chức, người lao động",
        "Xem văn bản, nhiệm vụ, cuộc họp, khen thưởng của cơ quan mình; ghi kết quả việc được giao.",
        Right.REGISTER_READ,
        Right.TASKS_READ,
        Right.MEETINGS_READ,
        Right.AWARDS_READ,
        Right.MOVEMENTS_READ,
        Right.REPORTS_READ,
        Right.INITIATIVES_READ,
    ),
    _role(
        "can_bo_phap_che",
        "Cán bộ pháp chế",
        "Đối chiếu sách luật với văn bản, ghi quy chế và quy định riêng của cơ quan. Giao thêm cho chuyên viên.",
        Right.LAW_VERIFY,
        Right.REGISTER_READ,
    ),
    _role(
        "theo_doi_ky_luat",
        "Theo dõi kỷ luật",
        "Xem, ghi kỷ luật và vụ việc đang xem xét; đối chiếu tiêu chuẩn có xét kỷ luật; mỗi lần đều ghi nhật ký. Giao thêm cho ít người.",
        Right.DISCIPLINE_READ,
        Right.DISCIPLINE_WRITE,
        Right.PEOPLE_READ,
        Right.STAFF_READ,
    ),
    _role(
        "tra_dinh_danh",
        "Tra cứu số định danh",
        "Tìm người theo số định danh, xem số đã lưu; mỗi lần đều ghi nhật ký. Giao thêm cho ít người.",
        Right.PEOPLE_READ,
        Right.IDENTITY_READ,
    ),
    _role(
        "quan_tri",
        "Quản trị",
        "Quản lý tổ chức, người, tài khoản, vai trò, nạp bảng tính của chúng; xem nhật ký. Không thấy nghiệp vụ.",
        Right.UNITS_MANAGE,
        Right.PEOPLE_READ,
        Right.PEOPLE_MANAGE,
        Right.SHEETS_IMPORT,
        Right.ACCOUNTS_MANAGE,
        Right.AUDIT_READ,
    ),
)
ROLES: dict[str, Role] = {role.code: role for role in _ALL}
