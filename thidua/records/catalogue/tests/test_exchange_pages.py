"""The pages of the exchange: a package exported here, received there, its signer accepted, chosen entries taken over."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thidua.records.catalogue import keys, services
from thidua.records.catalogue.models import Overlay, Package
from thidua.records.catalogue.tests.factories import DRAFT, checked, legal, regulation
from thidua.records.register.tests.factories import NOW, SYSTEM


@pytest.fixture
def overlay(so_van_hoa):
    return checked(so_van_hoa, regulation(so_van_hoa), corrections={"p.min_percent": 85})


@pytest.fixture
def there(sign_in, tung, so_van_hoa_nam_hai):
    return sign_in(legal(tung, so_van_hoa_nam_hai))


def test_from_one_to_the_other_by_forms(sign_in, minh, so_van_hoa, overlay, there, so_van_hoa_nam_hai):
    here = sign_in(legal(minh, so_van_hoa))
    assert keys.fingerprint(keys.public_key()) in here.get(reverse("catalogue:exchange")).content.decode()
    out = here.post(reverse("catalogue:export"), {"entries": [overlay.pk]})
    assert out.status_code == 200
    assert "thidua-luat.json" in out["Content-Disposition"]

    came = there.post(reverse("catalogue:receive"), {"file": SimpleUploadedFile("goi.json", out.content)})
    assert came.status_code == 302
    page = there.get(came.url).content.decode()
    assert "Chưa chấp nhận nơi gửi" in page
    assert "80% → 85%" in page
    assert 'name="entries"' not in page
    assert there.post(came.url, {"entries": [DRAFT]}).status_code == 422

    trust = reverse("catalogue:trust", args=[Package.objects.get().pk])
    assert "đánh dấu đã khớp" in there.post(trust, {"name": "Tân Giang"}, follow=True).content.decode()
    there.post(trust, {"name": "Tân Giang", "compared": "on"})
    assert there.post(came.url, {}).status_code == 422
    assert there.post(came.url, {"entries": [DRAFT]}).status_code == 302
    assert "Đã có, giống" in there.get(came.url).content.decode()
    assert Overlay.objects.get(body=so_van_hoa_nam_hai).package_id
    assert "Lấy từ gói của" in there.get(reverse("catalogue:entry", args=[DRAFT])).content.decode()


def test_a_package_that_was_changed_is_told_beside_the_file(there, overlay, so_van_hoa):
    data = services.export_overlays([overlay], body=so_van_hoa, by=SYSTEM, at=NOW)

    for content, said in ((data.replace(b"85", b"75", 1), "sửa sau khi ký"), (data[:-9], "chưa hết")):
        page = there.post(reverse("catalogue:receive"), {"file": SimpleUploadedFile("goi.json", content)})
        assert page.status_code == 422
        assert said in page.content.decode()
    assert not Package.objects.exists()


def test_nothing_chosen_nothing_exported(there):
    page = there.post(reverse("catalogue:export"), {})

    assert page.status_code == 422


def test_a_key_is_no_longer_accepted(there, overlay, so_van_hoa, so_van_hoa_nam_hai):
    key = services.trust_key(keys.public_key(), "Tân Giang", body=so_van_hoa_nam_hai, by=SYSTEM, at=NOW)

    where = reverse("catalogue:distrust", args=[key.pk])
    assert "Tân Giang" in there.get(where).content.decode()
    assert there.post(where, {"reason": "Máy đã thanh lý"}).status_code == 302
    assert there.get(where).status_code == 404


def test_another_bodys_packages_are_not_found(sign_in, minh, so_van_hoa, overlay, there):
    data = services.export_overlays([overlay], body=so_van_hoa, by=SYSTEM, at=NOW)
    package = services.receive_package(data, body=so_van_hoa, by=SYSTEM, at=NOW)

    for name in ("package", "trust"):
        assert there.post(reverse(f"catalogue:{name}", args=[package.pk]), {}).status_code == 404
    assert sign_in(minh).get(reverse("catalogue:exchange")).status_code == 403


def test_few_queries_whatever_the_package_holds(there, so_van_hoa, so_van_hoa_nam_hai, overlay):
    def asked(rows):
        data = services.export_overlays(rows, body=so_van_hoa, by=SYSTEM, at=NOW)
        package = services.receive_package(data, body=so_van_hoa_nam_hai, by=SYSTEM, at=NOW)
        where = reverse("catalogue:package", args=[package.pk])
        there.get(where)
        with CaptureQueriesContext(connection) as queries:
            assert there.get(where).status_code == 200
        return len(queries)

    more = [checked(so_van_hoa, overlay.document, entry) for entry in ("vote.90@2025", "dl.cocp@2025")]
    assert asked([overlay]) == asked([overlay, *more])
