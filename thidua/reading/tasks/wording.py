"""Words that put a duty: who gives it, who is asked, what frames it, and what is no duty."""

from thidua.reading.words import Phrases

GIVES = Phrases(
    "giao cho|giao|thống nhất giao|tiếp tục giao|phân công|yêu cầu|ủy quyền cho|ủy quyền|uỷ quyền|đồng ý giao|nhất trí giao"
)
ASKS = Phrases(
    "đề nghị|kính đề nghị|trân trọng đề nghị|rất mong|mong|kính mong|thống nhất đề nghị|đồng thời đề nghị|nay đề nghị"
)
NOT_GIVEN = Phrases(
    "giao ban|giao lưu|giao dịch|giao thông|giao ước|yêu cầu chung|yêu cầu cụ thể|giao nộp|giao nhận|cử tri"
)
OPENERS = Phrases(
    "đồng thời|ngoài ra|bên cạnh đó|riêng|trước mắt|theo đó|qua đó|trong đó|cụ thể|đặc biệt|thứ nhất|thứ hai|hai là|một là|ba là|bốn là|năm là|về lâu dài|sau đó|tuy nhiên|"
    "vì vậy|do đó|do vậy|từ đó|nhất trí|thống nhất"
)
ADVERBIAL = Phrases(
    "căn cứ|trên cơ sở|sau khi|khi|kết thúc|theo chức năng|theo|tùy|tuỳ|để|nhằm|trong quá trình|trong thời gian|trong phạm vi|trước khi|hằng năm|hàng năm|hằng quý|"
    "hàng quý|hằng tháng|hàng tháng|định kỳ|trước|chậm nhất|đối với|từ|cuối năm|đầu năm|ngay sau|trường hợp|nếu|trong"
)
HEADS = Phrases(
    "trách nhiệm của|nhiệm vụ của|đối với|về phía|phân công nhiệm vụ cho|phân công cho|giao nhiệm vụ cho|giao trách nhiệm cho|nhiệm vụ cụ thể của|giao|đề nghị|yêu cầu|phân công|nhiệm vụ"
)
OVER = Phrases(
    "có trách nhiệm|có nhiệm vụ|chịu trách nhiệm chính|chịu trách nhiệm|là cơ quan|là đơn vị|là đầu mối|làm đầu mối|phải|cần|sẽ|được giao|được phân công|chủ động"
)
CENTRAL = Phrases("chủ trì|thường trực|đầu mối|tham mưu|chịu trách nhiệm")
WITH = Phrases("với|cùng|cùng với|chặt chẽ với|tốt với|chặt chẽ cùng|chặt chẽ|đồng bộ với|kịp thời với")
NOT_A_DUTY = Phrases(
    "tự giải thể|giải thể|đã|đang|được|là|có|gồm|bao gồm|như|không|tại|ở|chỉ|còn|vẫn|với|cho|bằng|vào"
)
DUTY_OF = Phrases(
    "có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|có kế hoạch|có báo cáo|có biện pháp|có văn bản|có ý kiến|được giao|được phân công|là cơ quan|là đơn vị|là đầu mối|không để"
)
DOES = Phrases(
    "thực hiện|chủ trì|bố trí|đảm nhiệm|chuẩn bị|tham mưu|tổng hợp|chi trả|bảo đảm|đảm bảo|chịu trách nhiệm|giải quyết|tổ chức thực hiện|triển khai|tổ chức"
)
STATES = Phrases(
    "quyết định số|quyết định này|thông báo số|báo cáo số|báo cáo này|thông báo này|có hiệu lực|có|được|đã|là|không|với|cho|về|tại|như|đối với|gồm|bao gồm|cụ thể"
)
# Nouns before a colon that head a point, and are nobody.
LABELS = Phrases(
    "thời gian|địa điểm|kinh phí|nội dung|hình thức|đối tượng|thành phần|hồ sơ|mục đích|yêu cầu|công tác|về|tiêu chuẩn|số lượng|lưu ý|ghi chú|bước|đợt|giai đoạn|quý|tháng|năm|"
    "phong trào|biện pháp|giải pháp|cách thức|phương pháp|phương thức|chỉ tiêu|mục tiêu|nhiệm vụ|khen thưởng|kết quả|lần|ngày|tuần|cụ thể|trong đó|chủ đề|khẩu hiệu|tên gọi|"
    "việc|quy trình|trình tự|thủ tục|điều kiện|tiêu chí|nguyên tắc|quyền lợi|trách nhiệm|lịch|chương trình|phạm vi|căn cứ|điều|phần|mục|thứ|một là|hai là|ba là|bốn là|ưu điểm|hạn chế|"
    "hoạt động|lễ|hội nghị|hội thi|hội thao|cuộc thi|chấm điểm|bình xét|trao thưởng|vòng|phần thi|văn nghệ|bảng|tuyên truyền|tập huấn|kiểm tra|giám sát|sáng kiến|"
    "phát thanh|truyền hình|mạng xã hội|trực quan|báo chí|hậu cần|an ninh|nguồn|quỹ|ngân sách|phần mềm|hệ thống|sản phẩm|mô hình|điển hình|gương|văn bản|thể lệ|đề án|quy chế|quy định|"
    "tồn tại|nguyên nhân|phương hướng|kiến nghị|đề xuất|quan điểm|ý nghĩa|tổng số|trường hợp|cơ cấu|mức|danh hiệu|tập thể|cá nhân|chất lượng|thực hiện|kế hoạch|tiến độ|phương châm|bài học"
)
