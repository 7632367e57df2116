"""Invented papers in the shape of real ones: a notice of conclusions, a province's plan, a report that cites it."""

NOTICE = """UBND TỈNH TÂN GIANG
SỞ VĂN HÓA
Số: 37/TB-SVH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Giang, ngày 08 tháng 5 năm 2024

THÔNG BÁO
Kết luận của Phó Giám đốc Sở tại cuộc họp
Hội đồng Thi đua - Khen thưởng ngày 05 tháng 5 năm 2024

Sau khi nghe Văn phòng Sở báo cáo và ý kiến của các thành viên, Phó Giám đốc Sở, Phó Chủ tịch Hội đồng kết luận như sau:

1. Văn phòng Sở

- Tổng hợp, hoàn thành báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2024 theo Công văn số 271/SNV-TĐKT ngày 28 tháng 4 năm 2024 của Sở Nội vụ, gửi chậm nhất ngày 15 tháng 6 năm 2024.

- Trên cơ sở Nghị định số 152/2023/NĐ-CP ngày 14 tháng 6 năm 2023 của Chính phủ và Thông tư số 15/2023/BNV ngày 04 tháng 8 năm 2023 của Bộ Nội vụ, nghiên cứu tham mưu dự thảo Quyết định thay thế Quyết định số 45/QĐ-SVH ngày 02 tháng 3 năm 2020 về Quy chế thi đua, khen thưởng, trình Lãnh đạo Sở trước ngày 31 tháng 8 năm 2024.

- Giao đồng chí Vũ Minh Trực xây dựng nội dung trình chiếu phục vụ Hội nghị tập huấn nghiệp vụ trong quý III năm 2024.

2. Phòng Quản lý di sản

- Phối hợp với Bảo tàng tỉnh rà soát, lập hồ sơ đề nghị khen thưởng chuyên đề theo Kế hoạch số 121/KH-UBND ngày 29 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh, hoàn thành vào cuối tháng 8/2024.

Trên đây là kết luận của Phó Giám đốc Sở, Văn phòng Sở thông báo để các phòng biết, thực hiện./.

Nơi nhận:
- Các phòng thuộc Sở;
- Lưu: VT, VP.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC


Đặng Quốc Sơn
"""

PLAN = """KẾ HOẠCH
Tuyên truyền về gương người tốt, việc tốt ngành văn hóa tỉnh Tân Giang năm 2024

Thực hiện phương hướng công tác thi đua, khen thưởng năm 2024, Ủy ban nhân dân tỉnh Tân Giang xây dựng Kế hoạch tuyên truyền về gương người tốt, việc tốt ngành văn hóa như sau:

I. MỤC ĐÍCH

Tiếp tục quán triệt Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng.

Trên đây là Kế hoạch tuyên truyền về gương người tốt, việc tốt ngành văn hóa tỉnh Tân Giang năm 2024./.

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT, hthanh.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH


Lưu Bá Khôi
"""

REPORT = """Số:      /BC-SVH          Tân Giang, ngày      tháng      năm 2024

BÁO CÁO
Kết quả tuyên truyền gương điển hình quý I năm 2024

Căn cứ Công văn số 120/SNV-TĐKT ngày 20/3/2024 của Sở Nội vụ về việc báo cáo quý I. Sở Văn hóa tỉnh Tân Giang báo cáo như sau:

I. KẾT QUẢ

- Triển khai Kế hoạch số 77/KH-UBND ngày 06/3/2024 của Ủy ban nhân dân tỉnh về tuyên truyền gương người tốt, việc tốt ngành văn hóa năm 2024; Kế hoạch số 77/KH-UBND ngày 15/02/2022 của Ủy ban nhân dân tỉnh về cải cách hành chính năm 2022.

- Ban hành Kế hoạch số 26/KH-SVH ngày 07/3/2024 về tuyên truyền gương người tốt, việc tốt ngành văn hóa năm 2024.

Trên đây là báo cáo của Sở Văn hóa tỉnh Tân Giang./.

Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.

GIÁM ĐỐC


Đặng Quốc Sơn
"""
