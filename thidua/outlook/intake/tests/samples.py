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

MOVEMENTS = """Số:      /BC-SVH          Tân Giang, ngày      tháng      năm 2024

BÁO CÁO
Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm và phương hướng, nhiệm vụ 6 tháng cuối năm 2024

Căn cứ Công văn số 120/SNV-TĐKT ngày 20/5/2024 của Sở Nội vụ về việc báo cáo. Sở Văn hóa tỉnh Tân Giang báo cáo như sau:

I. KẾT QUẢ

1. Công tác chỉ đạo

1.1. Triển khai các văn bản chỉ đạo của cấp trên: Kế hoạch số 167/KH-UBND ngày 12/7/2022 phát động phong trào thi đua “Tân Giang chung tay vì người nghèo” giai đoạn 2021 - 2025; Kế hoạch số 186/KH-UBND ngày 17/8/2022 phát động phong trào thi đua “Doanh nghiệp tỉnh Tân Giang hội nhập và phát triển” giai đoạn 2022 - 2025; Kế hoạch số 175/KH-UBND ngày 29/5/2024 tổ chức thực hiện phong trào “Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời giai đoạn 2023 - 2030”; Kế hoạch số 68/KH-UBND ngày 07/3/2024 phát động phong trào thi đua “Toàn dân phòng cháy chữa cháy” năm 2024; Kế hoạch số 85/KH-UBND ngày 20/3/2024 phát động phong trào thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội tỉnh Tân Giang năm 2024.

6 tháng đầu năm 2024, Sở Văn hóa tổ chức 01 cuộc triển khai bằng cách lồng ghép vào cuộc họp cơ quan định kỳ (có 29/29 công chức và người lao động tham dự, đạt tỷ lệ 100%).

2. Tổ chức phong trào thi đua

2.1. Các phong trào thi đua do Thủ tướng Chính phủ phát động

- Xây dựng Kế hoạch số 46/KH-SVH ngày 24/10/2019 về tổ chức phát động phong trào thi đua “Công chức thi đua thực hiện văn hóa công sở” giai đoạn 2019 - 2025;

- Kế hoạch số 48/KH-SVH ngày 31/5/2024 tổ chức thực hiện phong trào thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời giai đoạn 2023 - 2030;

2.2. Hưởng ứng các phong trào thi đua do Tỉnh ủy, Ủy ban nhân dân tỉnh và các cơ quan cấp tỉnh phát động.

2.2.1. Hưởng ứng các phong trào thi đua do Ủy ban nhân dân tỉnh phát động

- Hưởng ứng và xây dựng kế hoạch thực hiện các phong trào thi đua do Ủy ban nhân dân tỉnh phát động như: Kế hoạch số 30/KH-SVH ngày 22/3/2024 phát động phong trào thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội tỉnh Tân Giang năm 2024; Kế hoạch số 48/KH-SVH ngày 31/5/2024 tổ chức thực hiện phong trào thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời giai đoạn 2023 - 2030;

- Văn bản đăng ký thi đua “Doanh nghiệp tỉnh Tân Giang hội nhập và phát triển” giai đoạn 2022 - 2025;

- Hưởng ứng phong trào thi đua “Toàn dân phòng cháy chữa cháy” năm 2024.

2.2.2. Hưởng ứng các phong trào thi đua do Tỉnh ủy và các cơ quan cấp tỉnh phát động: Kế hoạch số 27/KH-SVH ngày 08/3/2024 phát động phong trào thi đua thực hiện công tác nội chính và phòng, chống tham nhũng năm 2024; Văn bản đăng ký thực hiện tốt các hoạt động Tết Quân - Dân giai đoạn 2021 - 2025.

2.3. Ban hành kế hoạch phát động thi đua thực hiện nhiệm vụ kinh tế - xã hội hàng năm (theo Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về việc phát động thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội).

* Kế hoạch số 30/KH-SVH ngày 22/3/2024 phát động phong trào thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội tỉnh Tân Giang năm 2024.

2.4. Các phong trào thi đua của đơn vị phát động

2.4.1. Đối với thi đua thường xuyên

* Thi đua thường xuyên: Ban hành Kế hoạch số 68/KH-SVH ngày 29/12/2023 phát động phong trào thi đua trong công chức, người lao động năm 2024.

2.4.2. Đối với thi đua chuyên đề

* Thi đua chuyên đề: Ban hành Kế hoạch số 46/KH-SVH ngày 22/5/2024 phát động phong trào thi đua chuyên đề thực hiện nhiệm vụ phát triển văn hóa đọc năm 2024.

* Dự kiến tháng 12 năm 2024, lồng ghép vào Hội nghị tổng kết Ngành sẽ tổ chức tổng kết thực hiện phong trào thi đua.

3. Công tác tuyên truyền

3.1. Kết quả thực hiện công tác thông tin, tuyên truyền: 6 tháng đầu năm 2024, Sở Văn hóa tổ chức 01 cuộc tuyên truyền bằng cách lồng ghép vào họp cơ quan định kỳ (có 29/29 công chức và người lao động tham dự, đạt tỷ lệ 100%) với nội dung quán triệt Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị.

3.2. Giới thiệu mô hình, gương điển hình mới: Trong 6 tháng đầu năm, Sở Văn hóa không có mô hình mới, cách làm hay, gương điển hình tiên tiến giới thiệu công nhận.

4. Công tác kiểm tra, giải quyết đơn thư khiếu nại, tố cáo: 6 tháng đầu năm 2024, cơ quan chưa phát sinh đơn thư khiếu nại, tố cáo về thi đua, khen thưởng.

5. Xây dựng thể chế: 6 tháng đầu năm 2024, Sở Văn hóa đang dự thảo Quy chế công tác thi đua, khen thưởng nhằm cụ thể hóa các văn bản của Ủy ban nhân dân tỉnh.

II. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024

- Tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng của Sở Văn hóa gắn với tổng kết ngành.

- Ban hành báo cáo tự kiểm tra công tác thi đua, khen thưởng năm 2024.

Trên đây là báo cáo của Sở Văn hóa tỉnh Tân Giang./.

Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.

GIÁM ĐỐC


Đặng Quốc Sơn
"""
