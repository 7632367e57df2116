"""Every right, once. A right says what may be done; the unit of the role says where."""

from enum import StrEnum


class Right(StrEnum):
    REGISTER_READ = "register.read"
    REGISTER_WRITE = "register.write"
    REGISTER_ISSUE = "register.issue"
    INTAKE = "intake"
    TASKS_READ = "tasks.read"
    TASKS_WRITE = "tasks.write"
    MEETINGS_READ = "meetings.read"
    MEETINGS_WRITE = "meetings.write"
    LAW_READ = "law.read"
    LAW_VERIFY = "law.verify"
    AWARDS_READ = "awards.read"
    AWARDS_WRITE = "awards.write"
    STAFF_READ = "staff.read"
    STAFF_WRITE = "staff.write"
    DISCIPLINE_READ = "discipline.read"
    DISCIPLINE_WRITE = "discipline.write"
    CERTIFICATES_READ = "certificates.read"
    CERTIFICATES_WRITE = "certificates.write"
    INITIATIVES_READ = "initiatives.read"
    INITIATIVES_WRITE = "initiatives.write"
    ELIGIBILITY = "eligibility"
    APPRAISE = "appraise"
    SHEETS_IMPORT = "sheets.import"
    MOVEMENTS_READ = "movements.read"
    MOVEMENTS_WRITE = "movements.write"
    REPORTS_READ = "reports.read"
    REPORTS_WRITE = "reports.write"
    REPORTS_APPROVE = "reports.approve"
    UNITS_MANAGE = "units.manage"
    PEOPLE_READ = "people.read"
    PEOPLE_MANAGE = "people.manage"
    IDENTITY_READ = "identity.read"
    ACCOUNTS_MANAGE = "accounts.manage"
    AUDIT_READ = "audit.read"


LABELS: dict[Right, str] = {
    Right.REGISTER_READ: "Xem sổ văn bản",
    Right.REGISTER_WRITE: "Ghi, sửa sổ văn bản",
    Right.REGISTER_ISSUE: "Cho số, phát hành văn bản",
    Right.INTAKE: "Nạp và xác nhận bản đọc văn bản",
    Right.TASKS_READ: "Xem nhiệm vụ, ghi kết quả việc được giao",
    Right.TASKS_WRITE: "Giao, gia hạn, hủy nhiệm vụ",
    Right.MEETINGS_READ: "Xem cuộc họp",
    Right.MEETINGS_WRITE: "Ghi cuộc họp, điểm danh",
    Right.LAW_READ: "Tra sách luật",
    Right.LAW_VERIFY: "Đối chiếu sách luật, ghi quy định riêng của cơ quan",
    Right.AWARDS_READ: "Xem sổ khen thưởng",
    Right.AWARDS_WRITE: "Ghi, sửa sổ khen thưởng",
    Right.STAFF_READ: "Xem đánh giá xếp loại, nghỉ, học tập",
    Right.STAFF_WRITE: "Ghi đánh giá xếp loại, nghỉ, học tập",
    Right.DISCIPLINE_READ: "Xem kỷ luật, vụ việc đang xem xét",
    Right.DISCIPLINE_WRITE: "Ghi kỷ luật, vụ việc đang xem xét",
    Right.CERTIFICATES_READ: "Xem sổ cấp bằng, giấy chứng nhận",
    Right.CERTIFICATES_WRITE: "Cấp số, hủy số bằng, giấy chứng nhận",
    Right.INITIATIVES_READ: "Xem sổ sáng kiến",
    Right.INITIATIVES_WRITE: "Ghi, sửa sổ sáng kiến",
    Right.ELIGIBILITY: "Đối chiếu tiêu chuẩn, sàng lọc",
    Right.APPRAISE: "Thẩm định hồ sơ của các cơ quan trực thuộc: xem người, đánh giá của họ",
    Right.SHEETS_IMPORT: "Nạp bảng tính vào sổ, hoàn tác",
    Right.MOVEMENTS_READ: "Xem phong trào thi đua",
    Right.MOVEMENTS_WRITE: "Ghi, phát động, theo dõi phong trào thi đua",
    Right.REPORTS_READ: "Xem báo cáo",
    Right.REPORTS_WRITE: "Lập, soạn, chốt số liệu báo cáo",
    Right.REPORTS_APPROVE: "Duyệt, trả lại báo cáo",
    Right.UNITS_MANAGE: "Quản lý tổ chức",
    Right.PEOPLE_READ: "Xem danh sách người",
    Right.PEOPLE_MANAGE: "Quản lý người và chức vụ",
    Right.IDENTITY_READ: "Tra theo số định danh",
    Right.ACCOUNTS_MANAGE: "Quản lý tài khoản và vai trò",
    Right.AUDIT_READ: "Xem nhật ký",
}
