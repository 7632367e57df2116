"""The province in small: what it holds, that it holds together, that pages open on it."""

from datetime import UTC, date, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Count, F
from django.urls import reverse

from thidua.kit.audit import chain
from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.awards import selectors as awards
from thidua.records.awards.models import Award
from thidua.records.orgs import tree
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Person, Position, Unit
from thidua.records.orgs.tests import factories
from thidua.records.register.models import Document
from thidua.records.staff.models import Rating
from thidua.vn.fold import fold
from thidua.vn.names import name_sort
from thidua.web.demo import province
from thidua.work.initiatives.models import Recognition

AT, TODAY = datetime(2026, 3, 2, 2, tzinfo=UTC), date(2026, 3, 2)


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """Loaded once for this module, and taken away after it."""
    from django.db import transaction  # noqa: PLC0415

    with django_db_blocker.unblock(), transaction.atomic():
        yield province.load(600, at=AT, today=TODAY)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def on_it(made, db):
    """Every test stands on the loaded province."""


def test_it_is_a_province_in_small(made):
    assert made.counts["so_nguoi"] == Person.objects.count() == 600
    assert made.counts["so_khen_thuong"] == Award.objects.count() > 4_000
    assert made.counts["so_xep_loai"] == Rating.objects.count() > 4_000
    assert made.counts["tu_nam"] == 2016
    assert Award.objects.order_by("-year")[0].year == 2025
    assert Unit.objects.filter(level="so_nganh").count() == 15
    assert {"xa", "tinh", "don_vi"} < set(Unit.objects.values_list("level", flat=True))
    assert tree.out_of_step(TODAY) == {}


def test_it_leaves_one_line(made):
    (line,) = AuditLine.objects.all()
    assert (line.verb, line.changes["so_nguoi"]) == ("web.load_province", [None, 600])
    assert chain.verify().broken is None


def test_the_database_finds_nothing_wrong(made):
    connection.check_constraints()
    person = factories.person("Người Đến Sau", made.body)  # sequences go on after the last key
    assert person.pk > 600


def test_derived_columns_are_those_of_the_verbs(made):
    for person in Person.objects.order_by("pk")[::12]:
        assert (person.name_sort, person.folded) == (name_sort(person.full_name), fold(person.full_name))
    for award in Award.objects.select_related("decided_by", "decision").order_by("pk")[::7]:
        told = (
            award.recipient,
            award.name,
            award.code,
            award.decider,
            award.certificate,
            award.decision.number,
        )
        assert award.folded == fold(" ".join(told))
        assert award.home_id == _home(award)


def _home(award):
    from thidua.records.awards import rows  # noqa: PLC0415  how the verb works it out

    if award.is_aggregate:
        return award.home_id
    return rows._home_id(award, None)


def test_awards_follow_the_rules(made):
    by = dict(Award.objects.values_list("code").annotate(Count("pk")))
    assert max(by, key=by.get) == "LDTT"
    assert 0.03 < by["CSTDCS"] / by["LDTT"] <= 0.15
    assert {"CSTDBT", "BKBT", "GK", "TTLDTT", "TTLDXS"} <= set(by)
    for award in Award.objects.filter(code="CSTDBT").select_related("person")[:20]:
        held = set(award.person.awards.filter(code="CSTDCS").values_list("year", flat=True))
        assert {award.year, award.year - 1, award.year - 2} <= held
        scopes = Recognition.objects.filter(initiative__authors__person=award.person, year=award.year)
        assert set(scopes.values_list("scope", flat=True)) == {"co_so", "tinh"}
    punished = Award.objects.filter(person__disciplines__year=F("year"), code__in=("LDTT", "CSTDCS"))
    assert not punished.exists()
    assert Award.objects.filter(person=None, unit=None).exists()


def test_decisions_stand_in_the_registers_of_their_issuers(made):
    paper = Document.objects.filter(awards__isnull=False, issuer=made.top).first()
    assert (paper.entries.get().body, paper.series.issuer, paper.is_stub) == (made.top, made.top, False)
    assert paper.series.last_serial >= paper.serial


def test_registers_say_since_when_they_are_whole(made):
    bodies = Unit.objects.filter(is_legal_person=True, is_outside=False)
    stated = [unit for unit in bodies if awards.coverages(system(TODAY), unit)]
    assert bodies.count() * 0.8 < len(stated) < bodies.count()


def test_pages_open(made, sign_in):
    client = sign_in(made.accounts["tinh.snv"])
    person = Person.objects.filter(positions__unit__body=made.body).first()
    award = Award.objects.filter(person=person).first()
    for url in (
        reverse("web:home"),
        reverse("orgs:people"),
        reverse("orgs:person", args=[person.pk]),
        reverse("awards:list"),
        reverse("awards:award", args=[award.pk]),
        reverse("web:search") + "?tim=nguyen",
    ):
        assert client.get(url, follow=True).status_code == 200, url


def test_people_work_where_bodies_are(made):
    assert not Position.objects.filter(unit__body=None).exists()
    assert Position.objects.filter(labour="lanh_dao").count() < 0.35 * Position.objects.count()
    moved = Person.objects.annotate(posts=Count("positions")).filter(posts=2)
    assert 0.02 < moved.count() / 600 < 0.12


def test_it_is_refused_where_people_are(made):
    with pytest.raises(Refused, match="đã có người"):
        province.load(600, at=AT, today=TODAY)
    with pytest.raises(Refused, match="đã được nạp"):
        province.load(600, at=AT, today=TODAY, beside_others=True)
    with pytest.raises(CommandError, match="đã có người"):
        call_command("demo", "--province", "--people", "600")
    with pytest.raises(CommandError, match="từ 300 người"):
        call_command("demo", "--province", "--people", "6")
