"""`thidua demo --province`: the same seed gives the same province; who can sign in."""

from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django.db import transaction

from thidua.records.awards.models import Award
from thidua.records.orgs.models import Person, User
from thidua.web.demo import province

AT, TODAY = datetime(2026, 3, 2, 2, tzinfo=UTC), date(2026, 3, 2)
pytestmark = pytest.mark.django_db


def told(seed):
    with transaction.atomic():
        province.load(300, at=AT, today=TODAY, seed=seed)
        people = list(Person.objects.order_by("pk").values_list("full_name", "born_on"))
        awards = list(Award.objects.order_by("pk").values_list("recipient", "code", "year", "certificate"))
        transaction.set_rollback(True)
    return people, awards


def test_the_same_seed_gives_the_same_province():
    first = told(7)

    assert told(7) == first
    assert told(8) != first


def test_the_command_says_what_it_made_and_who_can_sign_in(capsys, settings, tmp_path):
    settings.SECRETS = tmp_path

    call_command("demo", "--province", "--people", "300")

    said = capsys.readouterr().out
    assert "Ủy ban nhân dân tỉnh Thanh Giang (không có thật)" in said
    assert "so_nguoi             300" in said
    for user in User.objects.all():
        assert f"  {user.username}" in said
    assert "tinh.snv" in said
