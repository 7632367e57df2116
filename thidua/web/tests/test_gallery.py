"""The gallery draws every part; outside development it has no address."""

import pytest
from django.urls import include, path

from thidua.web.urls import urlpatterns as real_urls

urlpatterns = [*real_urls, path("giao-dien/", include(("thidua.web.gallery", "gallery")))]


def test_it_is_not_there_in_an_office(sign_in, minh):
    assert sign_in(minh).get("/giao-dien/").status_code == 404


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    "url",
    ["", "so/", "so/?nam_tu=2020&loai=KH&trang=2", "so/?loai=CT&hieu_luc=het", "ban-doc/", "viec/", "hoi/"],
)
def test_every_part_is_drawn(sign_in, minh, url):
    assert sign_in(minh).get(f"/giao-dien/{url}").status_code == 200


@pytest.mark.urls(__name__)
def test_its_form_refuses_and_takes(sign_in, minh):
    client = sign_in(minh)
    good = {"number": "30", "signed_on": "20/3/2026", "kind": "KH", "subject": "x", "direction": "in"}

    assert "Nhập ngày ký." in client.post("/giao-dien/", good | {"signed_on": ""}).content.decode()
    taken = client.post("/giao-dien/", good, follow=True).content.decode()

    assert "Đã nhận đủ, không ghi gì." in taken
    assert 'data-draft-taken="gallery"' in taken
