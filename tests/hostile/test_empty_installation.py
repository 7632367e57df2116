"""Before anything is written down: every page answers, with words, whoever comes."""

import pytest
from django.urls import reverse

from tests.hostile.test_every_address import said
from tests.hostile.world import PATTERNS
from thidua.records.orgs.models import User
from thidua.records.orgs.tests import factories as orgs

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NOTHING = {"kind": "docx", "token": "khong-co"}


@pytest.fixture(params=["first account", "officer of a lonely body"])
def visitor(request, db):
    if request.param == "officer of a lonely body":
        body = orgs.unit("Ủy ban nhân dân xã Mới", level="xa")
        roles = ("chuyen_vien", "van_thu", "quan_tri", "lanh_dao", "tra_dinh_danh")
        return orgs.user("hoa", "Lưu Thị Hoa", body, *roles)
    return User.objects.create(username="dau", full_name="Người đầu tiên")


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_page_answers(visitor, enter, method):
    client = enter(visitor)

    odd = {}
    for name in sorted(PATTERNS.keys() - {"web:sign_out"}):
        response = getattr(client, method)(
            reverse(name, kwargs={each: NOTHING.get(each, 1) for each in PATTERNS[name][0]})
        )
        said(response)
        if response.status_code >= 500:
            odd[name] = response.status_code

    assert odd == {}
