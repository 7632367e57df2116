"""Pages that say no: what is, and how to mend it."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


class Words(NamedTuple):
    title: str
    text: str


BAD_REQUEST = Words("Yêu cầu không đọc được", "Quay lại trang trước, tải lại trang rồi làm lại.")
FORBIDDEN = Words(
    "Không có quyền xem trang này",
    "Cần xem thì đề nghị người quản trị của cơ quan giao vai trò, hoặc đổi cơ quan đang làm việc ở đầu trang.",
)
NOT_FOUND = Words(
    "Không thấy trang này",
    "Địa chỉ có thể đã đổi, hoặc nội dung thuộc cơ quan khác. Kiểm tra lại địa chỉ hoặc tìm từ trang đầu.",
)
FAULT = Words(
    "Máy chủ gặp lỗi",
    "Chưa ghi gì. Tải lại trang sau ít phút; còn lỗi thì báo người quản trị giờ xảy ra và việc đang làm.",
)
STALE = Words(
    "Trang đã mở quá lâu",
    "Chưa ghi gì. Quay lại trang trước, tải lại trang rồi gửi lại. Trình duyệt phải cho phép cookie của trang này.",
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, BAD_REQUEST, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The sentence that the view gave with PermissionDenied stands in place of ours."""
    said = str(exception) if exception and exception.args else ""
    return _page(request, Words(FORBIDDEN.title, said or FORBIDDEN.text), 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, NOT_FOUND, 404)


def fault(request: HttpRequest) -> HttpResponse:
    """Drawn without request or database: either may be what is broken."""
    return HttpResponse(render_to_string("web/error.html", {"words": FAULT, "status": 500}), status=500)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF failure: nearly always a page left open past the end of the session."""
    return _page(request, STALE, 403)


def _page(request: HttpRequest, words: Words, status: int) -> HttpResponse:
    page = render_to_string("web/error.html", {"words": words, "status": status}, request=request)
    return HttpResponse(page, status=status)
