"""Pages that say no."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path

from thidua.web.urls import handler400, handler403, handler404, handler500  # noqa: F401
from thidua.web.urls import urlpatterns as real_urls


def raising(exception):
    def view(request):
        raise exception

    return view


urlpatterns = [
    *real_urls,
    path(
        "khong-quyen/",
        raising(PermissionDenied("Không có quyền xem hồ sơ này. Cần xem thì đề nghị Văn phòng Sở.")),
    ),
    path("khong-noi/", raising(PermissionDenied)),
    path("la/", raising(SuspiciousOperation("bí mật bên trong"))),
    path("hong/", raising(RuntimeError("bí mật bên trong"))),
]
pytestmark = pytest.mark.urls(__name__)


@pytest.mark.parametrize(
    ("url", "status", "sentence"),
    [
        ("/khong-quyen/", 403, "Không có quyền xem hồ sơ này. Cần xem thì đề nghị Văn phòng Sở."),
        ("/khong-noi/", 403, "đề nghị người quản trị của cơ quan giao vai trò"),
        ("/khong-co/", 404, "Kiểm tra lại địa chỉ"),
        ("/la/", 400, "tải lại trang rồi làm lại"),
    ],
)
def test_the_page_says_what_is_and_how_to_mend_it(sign_in, minh, url, status, sentence):
    answer = sign_in(minh).get(url)

    assert answer.status_code == status
    assert sentence in answer.content.decode()
    assert "bí mật" not in answer.content.decode()


def test_a_fault_is_told_without_the_database(sign_in, minh, django_assert_max_num_queries):
    client = sign_in(minh)
    client.raise_request_exception = False

    answer = client.get("/hong/")

    assert answer.status_code == 500
    assert "Máy chủ gặp lỗi" in answer.content.decode()
    assert "bí mật" not in answer.content.decode()


def test_a_stale_form_says_to_load_the_page_again(db):
    answer = Client(enforce_csrf_checks=True).post("/dang-nhap/", {"username": "lan"})

    assert answer.status_code == 403
    assert "Trang đã mở quá lâu" in answer.content.decode()
