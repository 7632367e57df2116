"""What a list made is taken back to the row, unless something rests on it since."""

from datetime import date

import pytest
from django.core import serializers

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.kit.sheets.made import Made
from thidua.records.awards import services
from thidua.records.awards.models import Award, Household
from thidua.records.awards.rows import NewHousehold
from thidua.records.awards.services import Line
from thidua.records.awards.tests.factories import NOW, SYSTEM, YEAR, counted, given
from thidua.records.orgs.tests import factories
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document
from thidua.records.register.tests.factories import entered

ACTS = {"by": SYSTEM, "at": NOW}


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san)


@pytest.fixture
def paper(so_van_hoa):
    return Identity("quyet_dinh", "12/QĐ-SVH", date(2024, 1, 5), so_van_hoa)


@pytest.fixture
def made(so_van_hoa, khai, paper) -> Made:
    lines = [
        Line(1, khai),
        Line(2, NewHousehold("Lê Văn Ba", "thôn Một"), {"kind": "GK"}),
        Line(3, None, {"count": 9, "of_whom": "ca_nhan"}),
    ]
    return services.enter_many(lines, body=so_van_hoa, kind="LDTT", period=YEAR, decision=paper, **ACTS)


def every_row():
    rows = [row for model in (Award, Household, Document) for row in model.objects.order_by("pk")]
    return serializers.serialize("json", rows)


def test_awards_papers_and_households_go(so_van_hoa, khai, paper):
    given("GK", khai, so_van_hoa)
    before = every_row()
    lines = [Line(1, khai), Line(2, NewHousehold("Lê Văn Ba"), {"kind": "GK"})]
    made = services.enter_many(lines, body=so_van_hoa, kind="LDTT", period=YEAR, decision=paper, **ACTS)
    assert {label: len(keys) for label, keys in made.rows.items()} == {
        "register.Document": 1,
        "awards.Household": 1,
        "awards.Award": 2,
    }

    services.take_back(Made.from_json(made.as_json()), **ACTS)

    assert every_row() == before
    line = AuditLine.objects.order_by("-seq")[0]
    assert (line.verb, line.subject_text, line.changes["lines"]) == (
        "awards.take_back",
        "2 khen thưởng",
        ["", 2],
    )


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda name, count: services.correct(name, certificate="7", **ACTS), "Khải: đã sửa"),
        (lambda name, count: services.strike(name, reason="nhầm", **ACTS), "Khải: ghi nhầm"),
        (lambda name, count: services.revoke(name, reason="sai", **ACTS), "Khải: đã thu hồi"),
        (
            lambda name, count: services.fill_aggregate(count, [Line(1, name.person)], **ACTS),
            "Khải: đã được ghi vào",
        ),
        (
            lambda name, count: services.fill_aggregate(count, [Line(1, new_person(name))], **ACTS),
            "9 Lao động tiên tiến, năm 2023: đã được dùng ở khen thưởng",
        ),
        (
            lambda name, count: entered(Identity("", "12/QĐ-SVH", date(2024, 1, 5), None), name.body),
            "Quyết định 12/QĐ-SVH: đã được dùng ở dòng sổ",
        ),
        (
            lambda name, count: given("GK", name.person, name.body, decision=name.decision),
            "Quyết định 12/QĐ-SVH: đã được dùng ở khen thưởng",
        ),
    ],
)
def test_what_something_rests_on_stays_and_is_named(made, khai, act, said):
    act(Award.objects.get(person=khai), Award.objects.get(count=9))
    standing = every_row()

    with pytest.raises(Refused) as refused:
        services.take_back(made, **ACTS)

    assert any(said in reason for reason in refused.value.reasons)
    assert every_row() == standing


def new_person(award):
    return factories.person("Lê Thị Mới", award.person.positions.get().unit)


def test_a_count_that_stood_already_is_not_taken_back(so_van_hoa):
    many = counted("LDTT", 29, so_van_hoa)
    line = Line(1, None, {"count": 29, "of_whom": "ca_nhan", "printed": "29 LDTT"})

    made = services.enter_many([line], body=so_van_hoa, kind="LDTT", period=YEAR, **ACTS)

    assert (not made, list(Award.objects.all())) == (True, [many])


def test_taken_back_once(made):
    services.take_back(made, **ACTS)

    with pytest.raises(Refused, match="không còn trong hệ thống"):
        services.take_back(made, **ACTS)


@pytest.mark.parametrize("who", ["son", "tung"])
def test_who_may_not_write_is_refused(request, as_actor, made, who):
    with pytest.raises(Refused, match="Không có quyền"):
        services.take_back(made, by=as_actor(request.getfixturevalue(who)), at=NOW)
