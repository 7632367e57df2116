"""Names of offices, posts and people in running text: where one begins, and where its verb begins.

Vietnamese prints a name and its verb side by side ("Sở Nội vụ tham mưu …"); only the first syllable of a word in a
name is a capital ("Sở Văn hóa và Thể thao"). So a name runs on until a verb in small letters, or a sign.
"""

from dataclasses import dataclass
from typing import Literal

from thidua.reading.words import Phrases, Words

Stop = Literal["verb", "colon", "sign", "end"]

# Always an office or a post, in any spelling of capitals.
_HEADS = Phrases(
    "ủy ban nhân dân|uỷ ban nhân dân|ubnd|hđnd|hội đồng nhân dân|hội đồng|ủy ban|uỷ ban|mặt trận tổ quốc|ubmttq|ubmttqvn|văn phòng|"
    "trung tâm|chi cục|tổng cục|công đoàn|đoàn thanh niên|liên đoàn|liên minh|liên hiệp|hiệp hội|ngân hàng|công an|kho bạc|hải quan|"
    "bộ chỉ huy|ban chỉ huy|bộ tư lệnh|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|tỉnh uỷ|thành uỷ|huyện uỷ|đảng uỷ|cấp ủy|cấp uỷ|chi ủy|"
    "chi bộ|đảng bộ|thường trực|ban thường vụ|ban giám đốc|ban giám hiệu|ban lãnh đạo|ban chỉ đạo|ban tổ chức|ban cán sự|ban quản lý|"
    "ban điều hành|ban thường trực|ban thi đua|ban bí thư|thành viên|ủy viên|thủ trưởng|giám đốc|phó giám đốc|tổng giám đốc|chủ tịch|"
    "phó chủ tịch|bí thư|phó bí thư|chánh văn phòng|phó chánh văn phòng|chánh thanh tra|trưởng phòng|phó trưởng phòng|trưởng ban|"
    "phó trưởng ban|trưởng các|trưởng khoa|tổ trưởng|đội trưởng|hiệu trưởng|phó hiệu trưởng|thư ký|bộ phận|bộ trưởng|thứ trưởng|"
    "xí nghiệp|công ty|tổng công ty|đồng chí|các đồng chí|đ / c|công chức|cán bộ|viên chức|người lao động|người đứng đầu|giáo viên|"
    "nhân viên|học sinh|sinh viên|đoàn viên|đảng viên|hội viên|cụm trưởng|khối trưởng|cụm thi đua|khối thi đua|đội ngũ|nhà trường|"
    "cơ quan|đơn vị|địa phương|kế toán|văn thư|thủ quỹ|bảo hiểm xã hội|cục thuế|chi nhánh|hợp tác xã|doanh nghiệp|bệnh viện|tòa án|"
    "toà án|viện kiểm sát|tổ dân phố|khu dân cư|phân xưởng|chuyên viên|toàn thể|quỹ tín dụng|thủ tướng chính phủ|thủ tướng|chính phủ|"
    "bộ chính trị|trung ương|quốc hội|nhân dân|chủ tịch nước|=các cấp|cơ sở đoàn|phòng ban|phòng , ban|phòng , đơn vị|phòng , bộ phận|khoa , phòng|tổ , khối|xã , phường|phường , xã|ban , đơn vị|tổng phụ trách|công nhân|sở , ban|sở , ngành|ban , ngành|trưởng đoàn|tổ giúp việc|tổ thư ký|tổ công tác|chi đoàn|chi hội|liên đội|viễn thông|bưu điện|điện lực|quản lý thị trường|biên phòng|đồn biên phòng|kiểm lâm|thi hành án|thống kê|báo và phát thanh|báo và đài|quân khu|quân đoàn|quân chủng|"
    "binh chủng|tập đoàn|bộ đội biên phòng|học viện|đại học quốc gia"
)
# An office where a name follows: a capital, or one of the words below.
_BEFORE_NAME = Phrases(
    "sở|phòng|ban|bộ|tổ|trường|khoa|hội|báo|đài|đoàn|viện|cục|vụ|trạm|đội|khối|cụm|ngành|thanh tra|lãnh đạo|phụ trách|xã|phường|"
    "huyện|tỉnh|thành phố|thị trấn|thị xã|quận|lớp|ấp|thôn|bản|ông|bà|anh|chị|thầy|cô|bác sĩ|bác sỹ|điều dưỡng|kỹ sư|trưởng|phó|tập thể|"
    "cá nhân|thuế|nhà|hạt|kho|tòa|đặc khu|khu phố|tạp chí|toàn|học viện|đại học|phân hiệu|quỹ|tổng đội|đại đội|tiểu đoàn|"
    # as a scan leaves them
    "phong|so|sơ|bô|huyên|khôi|tram|đôi"
)
# These are offices before a common noun too ("Đội xe cơ quan", "Tổ công nghệ số").
_TEAMS = Phrases("đội|tổ|ban|khoa|trạm|khối|trường|phòng|hội")
_NAME_WORDS = Phrases(
    "chuyên môn|nghiệp vụ|thư ký|giúp việc|văn phòng|hành chính|tổng hợp|kế hoạch|tài chính|nội vụ|dân phố|công tác xã hội|thuộc|trực thuộc|"
    "trưởng|phó|giáo dục|khoa|thi đua|khen thưởng|đảng|công đoàn|đơn vị|cơ quan|các|sở|phòng|ban|kế toán|văn thư|tỉnh|huyện|xã|phường|đại diện|giám khảo|"
    "thành phố|thẩm định|quản trị|công tác|kinh tế|quản lý|y tế|văn hóa|trong|tham mưu|kiểm tra|giám sát|phụ trách|liên quan"
)
_NOT_HEADS = Phrases(
    "tổ chức|báo cáo|ban hành|hội nghị|hội thảo|hội thi|hội họp|hội thao|đoàn kết|phòng chống|phòng trào|phòng ngừa|phòng cháy|bộ máy|bộ thủ tục|"
    "bộ tiêu chí|bộ tài liệu|khoa học|đội hình|sơ kết|số lượng|bổ sung|bố trí|trường hợp|cụm từ|khối lượng|đơn vị tính|đơn thư|đơn đề nghị|"
    "toàn diện|toàn bộ|toàn quốc|cơ sở pháp lý|cơ sở vật chất|cơ sở dữ liệu|bản đăng ký|bản sao|ban đầu|nhà nước ta|bà con|viện dẫn|"
    "trung tâm là|nhân dân ta|hội thề|=báo động|=đài thọ|quỹ thi đua|quỹ khen thưởng|=phó mặc|=anh hùng|=cô đọng|chị em|tỉnh táo|"
    "hội đồng họp|cá nhân hóa|bộ công cụ|tổ hợp|trưởng thành|=số|phòng bệnh|khối đại đoàn kết|nhà tạm|nhà ở|quỹ đạo|tổ quốc|"
    "phòng trừ|phòng vệ|trường kỳ|trạm biến áp|đội ngũ|đội bạn|đội giải|hội trường|hội diễn|hội chợ|hội thoại|hội nhập|hội tụ|hội ý|ban ngày|ban bố|ban đêm|khoa trương|"
    "khối tài sản|trường học|trường phái|phòng thủ|phòng họp|tổ ấm|ban khen|ban phát"
)
_DETERMINERS = Phrases(
    "các|những|mỗi|từng|tất cả các|tất cả|một số|toàn thể|toàn thể các|giao các|mọi|hai|ba|02|03"
)
_NOUNS = Phrases(
    "sở|ban|ngành|phòng|đơn vị|cơ quan|địa phương|cấp|xã|phường|thị trấn|huyện|quận|thành phố|thị xã|tổ|khoa|trường|chi bộ|chi hội|đảng bộ|"
    "đoàn thể|tổ chức|doanh nghiệp|cụm|khối|thành viên|đồng chí|ông|bà|cá nhân|tập thể|bộ phận|trạm|trung tâm|cán bộ|công chức|viên chức|"
    "giáo viên|đội|ủy viên|hội|thủ trưởng|trưởng|phó|chi nhánh|hợp tác xã|hộ|nhà trường|lớp|công ty|xí nghiệp|phân xưởng|vụ|cục|chi cục|"
    "văn phòng|ngân hàng|bệnh viện|người lao động|người đứng đầu|người dân|cấp ủy|chi ủy|công đoàn|liên đoàn|mặt trận|hội đồng|cơ sở|"
    "lao động|nhà giáo|học sinh|sinh viên|đoàn viên|đảng viên|hội viên|khu phố|thôn|ấp|bản|bí thư|chủ tịch|giám đốc|hiệu trưởng|tổng công ty|đặc khu|"
    "viện|báo|đài|tổ dân phố|thầy|cô|nhân viên|đoàn|bộ|tỉnh|ủy ban|thôn|đảng viên|hộ gia đình|gia đình|tổ trưởng|chi đoàn|phó trưởng|"
    "cụm trưởng|khối trưởng|công nhân|chiến sĩ|quần chúng|lực lượng|khu dân cư|nhóm|vùng|mầm non|tiểu học|thcs|thpt|trung học|chuyên viên|trưởng phòng|hạt|kế toán|đại biểu|điều dưỡng|bác sĩ"
)
VERBS = Phrases(
    # ways and manners that stand before a verb
    "tiếp tục|thường xuyên|kịp thời|chủ động|khẩn trương|tích cực|nghiêm túc|tập trung|không ngừng|trực tiếp|định kỳ|hằng năm|hàng năm|hằng tháng|"
    "hàng tháng|hằng quý|hàng quý|hằng tuần|nhanh chóng|hăng hái|đồng thời|phấn đấu|quyết tâm|ra sức|nỗ lực|cùng nhau|luôn|cần|phải|sẽ|đã|được|đang|"
    "không|chậm nhất|căn cứ|trên cơ sở|tùy theo|tuỳ theo|theo|do|khi|nếu|để|nhằm|trước|sau khi|trong|vào|cuối|từ|qua|thông qua|bằng|cho|"
    "là cơ quan|là đơn vị|là đầu mối|làm|đặc biệt|nhất là|lưu ý|đúng|chỉ|cũng|còn|vẫn|sớm|=là|sau|về|với|như|đối với|gồm|bao gồm|cụ thể|tại|ở",
    # duties
    "chủ trì|phối hợp|tham mưu|xây dựng|tổ chức|triển khai|thực hiện|hướng dẫn|theo dõi|đôn đốc|kiểm tra|tổng hợp|báo cáo|rà soát|thẩm định|"
    "bố trí|cân đối|trích|chi trả|chi tiền|chi thưởng|chi khen|cấp phát|cấp kinh phí|cấp tiền|lập|trình|gửi|nộp|đề xuất|kiến nghị|đề nghị|chuẩn bị|ban hành|dự thảo|"
    "soạn thảo|soạn|hoàn thiện|hoàn thành|hoàn tất|cập nhật|đăng tải|đăng ký|đăng|tuyên truyền|phổ biến|quán triệt|vận động|phát động|"
    "hưởng ứng|duy trì|mở|viết|thông báo|thông tin về|cử|phân công|chỉ đạo|lãnh đạo|nghiên cứu|tiếp thu|giải trình|xác minh|xác nhận|chấm điểm|chấm|bình xét|"
    "bình chọn|bình bầu|xét|đánh giá|=công nhận|khảo sát|lựa chọn|chọn|giới thiệu|biểu dương|nhân rộng|phát hiện|bồi dưỡng|kiện toàn|"
    "củng cố|sơ kết|tổng kết|ký kết|ký|thống nhất|cụ thể hóa|cụ thể hoá|tăng cường|nâng cao|đẩy mạnh|phát huy|đổi mới|quan tâm|chú trọng|"
    "chấp hành|tham gia|nêu cao|đề cao|ra quân|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|có kế hoạch|có ý kiến|có biện pháp|có văn bản|"
    "có báo cáo|có|giao|làm đầu mối|đảm bảo|bảo đảm|lưu trữ|lưu|cung cấp|tiếp nhận|giải quyết|xử lý|niêm yết|công khai|in ấn|in|mua sắm|mua|"
    "trao|tặng|khen thưởng cho|đưa|lồng ghép|khai thác|vận hành|hỗ trợ|tạo điều kiện|động viên|giám sát|tập huấn|mời|liên hệ|phản ánh|"
    "thi hành|tự học|tự kiểm tra|tự chấm|tự đánh giá|tự rèn|tự giác|bám sát|giữ vững|giữ gìn|giữ|rèn luyện|sắp xếp|thanh toán|quyết toán|"
    "lập dự toán|tư vấn cho|nhắc nhở|gương mẫu|đoàn kết|thi đua theo|thi đua thực hiện|thi đua lập|cải tiến|ứng dụng|số hóa|số hoá|nhập|thu thập|thống kê|"
    "phân tích|góp ý|cho ý kiến|xin ý kiến|lấy ý kiến|hiệp y|bàn giao|đón tiếp|họp|dự họp|dự hội nghị|dự lễ|thiết kế|trang trí|sửa đổi|"
    "điều chỉnh|đầu tư|sử dụng|khắc phục|chấn chỉnh|gắn|nộp lưu|phát hành|phát sóng|biên soạn|biên tập|sưu tầm|tìm hiểu|vinh danh|"
    "tôn vinh|suy tôn|ủng hộ|đóng góp|thăm hỏi|thăm|gặp mặt|kết nạp|giúp đỡ|nhận|thành lập|công bố|truyền tải|nhân bản|in sao|sao gửi|"
    "đăng cai|khởi công|hiến|trồng|huy động|kêu gọi|bảo vệ|phục vụ|đáp ứng|trả lời|đối chiếu|ký ban hành|ký xác nhận|phê duyệt|quyết định|"
    "xem xét|thông qua|ghi nhận|khuyến khích|tạo|xác định|đặt|bổ nhiệm|bổ sung|thay thế|hủy|thu hồi|phát triển|nghiệm thu|quản lý|đào tạo bồi dưỡng|"
    "học tập|làm theo|nắm|chăm lo|phát phiếu|kiểm phiếu|bỏ phiếu|biểu quyết|treo|cổ động|quay phim|trình chiếu|lắp đặt|vệ sinh|đề ra|hướng ứng|"
    "lấy|dành|khen|tôn trọng|bảo quản|sao chụp|trao đổi|phổ cập|đi|nghe|đọc|đối thoại|ưu tiên|giúp|dọn|quay|dẫn|nâng cấp|cải tạo|thiết lập|kết nối|tích hợp|chia sẻ|quảng bá|cam kết|điều phối|điều động|tuyển chọn|thảo luận|trưng bày|giải ngân|kê khai|kiểm kê|"
    "lắng nghe|tiết kiệm|ngăn chặn|tuần tra|chăm sóc|sản xuất|sửa chữa|bảo trì|bảo dưỡng|trang bị|đề cử|phát biểu|tham luận|ký duyệt|duyệt|tập hợp|liên kết|làm việc|"
    "gặp gỡ|thay mặt|tập luyện|biểu diễn|cắt giảm|rút ngắn|đơn giản hóa|phân loại|sắp đặt|thu gom|dọn dẹp|vệ sinh|trồng mới|hoàn chỉnh|hiệu chỉnh|thông suốt|phân bổ|phân cấp|"
    "lập kế hoạch|vận hành|khai báo|đối soát|tra cứu|giải đáp|trả lời|trông giữ|tăng|giảm|tự giải thể|giải thể|phong tặng|truy tặng|trao tặng|tặng thưởng|mời họp|nhắc|thẩm tra|giao ban|gương mẫu",
)
_STRONG = Phrases("chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm")
_GOES_ON = Phrases(
    "có liên quan|có tên|trên địa bàn|trong đơn vị|trong cơ quan|trong ngành|trong toàn|trong sở|trong hệ thống|trong tỉnh|trong huyện|"
    "trong trường|trong công ty|trong khối|trong cụm|trong hội đồng|trong khối thi đua|các cấp|có tư cách|ở cơ sở|tại địa phương|là thành viên|được giám sát|"
    "được kiểm tra|được khen thưởng|có thành tích|làm công tác|phụ trách công tác|làm nhiệm vụ"
)
# A verb that is a noun behind one of these words: "đoàn kiểm tra", "các tổ chức", "ban chỉ đạo".
_NOUN_BEHIND = {
    "to chuc": {",", "va", "cac", "ban", "hoac", "nhung", "moi", "-", "phong"},
    "kiem tra": {"doan", "to", "ban"},
    "giam sat": {"doan", "to", "ban", "va"},
    "quan ly": {"bo", "quan", "ban", "phong", "cap", "va", ","},
    "lanh dao": {"the", "cap", "ban", ",", "va", "cac", "ngu", "chi"},
    "tuyen truyen": {"doi", "to", "ban", "vien"},
    "chi dao": {"ban", "su"},
    "bao ve": {"doi", "to", "ban"},
    "thi dua": {"cum", "khoi", "ban", "dong", "to"},
    "dua": {"thi"},
    "lap": {"doc", "cong", "thanh", "quoc", "dan", "thiet"},
    "trinh": {"chuong", "cong", "quy"},
    "theo": {"lam"},
    "phuc vu": {"tam"},
    "ho tro": {"quy", "tam", "to"},
    "phat trien": {"tu", "va", "quy"},
    "hoc tap": {"hoi"},
    "nghien cuu": {"vien", "tam"},
    "thong ke": {"cuc", "vien"},
    "tham dinh": {"to", "dong"},
    "binh xet": {"to"},
    "tao": {"dao", "sang", "che", "cai", "tu"},
    "nhan": {"ca"},
    "can": {"hau"},
}
_PARTY_BODIES = {"dang", "cong", "doan", "chi", "hoi", "lien"}
_NO_VERBS = Phrases(
    "giao dịch|giao thông|giao lưu|giao ban|giao tế|đăng kiểm|in ấn phẩm|lưu động|nhập khẩu|mua bán|khen thưởng|họp báo|thăm dò|đặt hàng|chọn lọc|nhận thức"
)
# Names that are whole: a small word behind one, that cannot go on with it, is its verb, known or not.
_WHOLE = Phrases(
    [
        f"{head} {name}"
        for head in ("sở", "phòng", "ban", "bộ")
        for name in (
            "nội vụ",
            "tài chính",
            "xây dựng",
            "y tế",
            "tư pháp",
            "công thương",
            "công an",
            "dân tộc",
            "quốc phòng",
            "ngoại vụ",
            "dân tộc và tôn giáo",
            "giáo dục và đào tạo",
            "khoa học và công nghệ",
            "nông nghiệp và môi trường",
            "văn hóa và thể thao",
            "văn hóa - xã hội",
            "văn hóa , thể thao và du lịch",
            "thông tin và truyền thông",
            "du lịch",
            "kinh tế",
            "kinh tế và hạ tầng",
            "tài chính - kế hoạch",
            "kế hoạch - tài chính",
            "hành chính - tổng hợp",
            "tổ chức - hành chính",
            "tổ chức cán bộ",
            "nghiệp vụ",
            "kế toán",
            "tuyên giáo",
            "dân vận",
        )
    ]
    + [
        "đoàn thanh niên",
        "hội nông dân",
        "hội phụ nữ",
        "hội cựu chiến binh",
        "hội liên hiệp phụ nữ",
        "hội chữ thập đỏ",
        "mặt trận tổ quốc",
        "liên đoàn lao động",
        "ban giám hiệu",
        "ban giám đốc",
    ]
)
_GOES_WITH_NAME = Phrases(
    "tỉnh|huyện|xã|phường|thành phố|thị xã|thị trấn|quận|đặc khu|cấp|các|và|cùng|của|thuộc|trực thuộc|trên|trong|liên quan|cơ sở|trường|công ty|cơ quan|chi nhánh|khu vực|bộ|"
    "ngành|trung ương|có liên quan|bệnh viện|trung tâm|đơn vị|nhà trường|khối|sở|phòng|ban|hai|địa phương|nơi|khu|toàn|là|mỗi|kiêm|phụ trách"
)
_NAME_BEHIND_COMMA = Phrases("khen thưởng")
_LIST_SIGNS = {",", ";", "va", "cung", "hoac", "-", "–", "/", "voi"}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Name:
    """An office or person: words[first:last]; `next` is the word after it (past a colon or bracket), `stop` why it ended."""

    first: int
    last: int
    next: int
    stop: Stop


_FIRSTS = _HEADS.firsts | _BEFORE_NAME.firsts | _DETERMINERS.firsts


def might_begin(plain: str) -> bool:
    """Whether a folded word can open an office's name at all: a cheap first look."""
    return plain in _FIRSTS


def begins(words: Words, index: int) -> bool:
    """Whether an office, a post or a person is named from words[index] on."""
    if index >= len(words) or _NOT_HEADS.at(words, index):
        return False
    determiner = _DETERMINERS.at(words, index)
    if determiner:
        after = index + determiner
        return (not _NOT_HEADS.at(words, after) and _NOUNS.at(words, after) > 0) or _opens_list(words, after)
    if _HEADS.at(words, index):
        return True
    size = _BEFORE_NAME.at(words, index)
    after = index + size
    if not size or after >= len(words):
        return False
    if words[after].capital or words.plains[after].isdigit() or _NAME_WORDS.at(words, after) > 0:
        return True
    return (
        words[index].capital
        and _TEAMS.at(words, index) > 0
        and words.plains[after].isalpha()
        and not VERBS.at(words, after)
    )


def _opens_list(words: Words, index: int) -> bool:
    """ "các tổ chức": barred as a verb, but a noun behind its determiner."""
    return index + 1 < len(words) and words.plains[index] == "to" and words.plains[index + 1] == "chuc"


def name_at(words: Words, index: int, *, anyone: bool = False) -> Name | None:
    """The office or person named from words[index] on, up to its verb; `anyone`: it need not begin like one."""
    if index >= len(words) or (not anyone and not begins(words, index)):
        return None
    at = index + (_DETERMINERS.at(words, index) or _BEFORE_NAME.at(words, index) or 0)
    at = max(at, index + _HEADS.at(words, index))
    if at > index and at < len(words) and _DETERMINERS.at(words, index):
        at += _NOUNS.at(words, at)
    relaxed = False
    whole = index + _WHOLE.at(words, index)
    while at < len(words):
        if at - index > _LONGEST:
            return None
        if not words.plains[at][0].isalnum():
            step = _over_sign(words, at)
            if step is None:
                return _ended(words, index, at)
            at = step
            continue
        if size := _GOES_ON.at(words, at):
            relaxed = relaxed or words.plains[at : at + 2] == ["co", "ten"]
            at += size
            continue
        if _is_verb(words, at, relaxed) or (at == whole > index and _must_be_verb(words, at)):
            last = at - 1 if at > index and words.plains[at - 1] in _LIST_SIGNS else at
            return Name(index, last, at, "verb") if last > index else None
        at += 1
    return Name(index, at, at, "end") if at > index else None


def _must_be_verb(words: Words, at: int) -> bool:
    """Behind a whole name: a small word that cannot belong to it."""
    word = words[at]
    return not word.capital and word.plain.isalpha() and not _GOES_WITH_NAME.at(words, at)


def _ended(words: Words, first: int, at: int) -> Name | None:
    if at <= first:
        return None
    if words.plains[at] == ":":
        return Name(first, at, at + 1, "colon")
    return Name(first, at, at, "sign")


def _over_sign(words: Words, at: int) -> int | None:
    """The word from which a name goes on behind a sign, or None where the sign ends it."""
    sign = words.plains[at]
    after = at + 1
    if sign == "(":
        close = next((i for i in range(at, min(at + 30, len(words))) if words[i].plain == ")"), None)
        return None if close is None else close + 1
    if after >= len(words):
        return None
    if sign in "-–/":
        return (
            after
            if words[after].capital or words.plains[after].isdigit() or _NOUNS.at(words, after)
            else None
        )
    if sign == ".":
        short = at > 0 and words[at - 1].capital and words[at - 1].end - words[at - 1].start <= 2
        return after if short and words[after].capital else None
    if sign == "," and _NAME_BEHIND_COMMA.at(words, after) and words.plains[at - 1] == "dua":
        return after + 2
    if sign in ",;":
        if words.plains[after][0].isdigit() and words.plains[at - 1][0].isdigit():
            return after
        if words[after].capital and not VERBS.at(words, after):
            return after
        listed = begins(words, after) or (_NOUNS.at(words, after) and not _barred(words, after))
        return after if listed else None
    return None


def _barred(words: Words, at: int) -> bool:
    size = _NOT_HEADS.at(words, at)
    return size > 0 and words.plains[at] != "to"


def _is_verb(words: Words, at: int, relaxed: bool) -> bool:
    """A verb in small letters, that is not a noun here; `relaxed`: inside "có tên tại Điều 1, Điều 2"."""
    size = VERBS.at(words, at)
    if not size or _NO_VERBS.at(words, at):
        return False
    word = words[at]
    if size == 1 and at and words[at - 1].capital and VERBS.at(words, at - 1) > 1:
        return False
    if word.capital:
        return (
            bool(_STRONG.at(words, at))
            and size > 1
            and not words[at + 1].capital
            and words.plains[at - 1] not in ("phong", "ban")
        )
    if relaxed and size == 1:
        return False
    phrase = " ".join(words.plains[at + step] for step in range(size))
    before = words.plains[at - 1] if at else ""
    if phrase == "chap hanh" and before == "ban":
        after = words[at + size] if at + size < len(words) else None
        return after is None or not (after.capital or after.plain in _PARTY_BODIES)
    return before not in _NOUN_BEHIND.get(phrase, ())
