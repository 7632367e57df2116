"""A list is written and refused as its lines would be one by one, by queries that do not follow them."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua.kit.refused import Refused
from thidua.kit.sheets.made import Made
from thidua.records.awards import services
from thidua.records.awards.models import Award, Household
from thidua.records.awards.rows import NewHousehold
from thidua.records.awards.services import Line, many
from thidua.records.awards.tests.factories import NOW, SYSTEM, decided
from thidua.records.awards.tests.factories import given as entered
from thidua.records.orgs.models import Person, Position, Unit
from thidua.records.orgs.tests import factories
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document
from thidua.vn.periods import parse

PERIODS = st.sampled_from(["2022", "2023", "2023", "2023", "2022-2023", "2023H2", "2031"])
KINDS = st.sampled_from(["LDTT", "LDTT", "CSTDCS", "GK", "GK", "Kỷ niệm chương", "TTLDTT", ""])
CATEGORIES = st.sampled_from(["", "", "cong_trang", "dot_xuat", "dot_xuat", "không có"])
NUMBERS = st.sampled_from(["12/QĐ-SVH", "12/QĐ-SVH", "12/QĐ-UBND", "13/QĐ-SVH", ""])
DAYS = st.sampled_from([None, date(2024, 1, 5), date(2024, 1, 5), date(2024, 1, 6), date(2024, 12, 1)])
DECISIONS = st.none() | st.tuples(NUMBERS, DAYS, st.integers(0, 2))
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "who": st.integers(0, 8),
            "kind": KINDS,
            "period": PERIODS,
            "category": CATEGORIES,
            "decision": DECISIONS,
            "printed": st.sampled_from(["sổ cũ", "sổ  cũ ", ""]),
            "count": st.integers(0, 2),
        }
    ),
    min_size=1,
    max_size=8,
)


def world():
    """A body with people, one of them on two cards, rooms; awards that stand already."""
    body = factories.unit("Sở Văn hóa", "SVH")
    other = factories.unit("Sở Y tế", "SYT")
    room = factories.unit("Phòng Một", parent=body, legal=False)
    people = [factories.person(f"Lê Văn {name}", room) for name in ("An", "Bình", "Châu")]
    Position.objects.create(person=people[1], unit=other, title="Phó", since=date(2023, 6, 1))
    people.append(factories.person("Lê Văn Châu"))
    Person.objects.filter(pk=people[2].pk).update(merged_into=people[3])
    entered("LDTT", people[0], body, "2022", category="cong_trang")
    entered("GK", people[2], body, "2023", decision=decided(body, "12/QĐ-SVH", date(2024, 1, 5)))
    return body, other, [*people, room, other, NewHousehold("Đỗ Văn Ba", "thôn Một"), NewHousehold(" "), None]


def facts_of(row, body, other):
    facts = {name: row[name] for name in ("kind", "category", "printed")} | {"period": parse(row["period"])}
    if row["decision"]:
        number, day, who = row["decision"]
        issuer = (body, other, None)[who]
        facts["decision"] = Identity("quyet_dinh", number, day, issuer)
    return facts


def one_by_one(lines, body):
    reasons = []
    for line in lines:
        told = dict(line.facts)
        kind = told.pop("kind")
        given_to = {"body": body, "by": SYSTEM, "at": NOW}
        try:
            if line.recipient is None:
                services.enter_aggregate(kind, told.pop("count"), **told, **given_to)
            else:
                services.enter(kind, line.recipient, **told, **given_to)
        except Refused as refused:
            reasons += [f"Dòng {line.place}: {reason}" for reason in refused.reasons]
    return reasons, plain()


def plain():
    """All rows, told without keys."""
    awards = Award.objects.select_related("home", "decision__issuer", "decided_by").order_by("pk")
    told = [
        (
            [getattr(row, field.name) for field in Award._meta.concrete_fields if not field.is_relation][1:],
            [str(row.home), str(row.decision), str(row.decided_by), str(row.household), str(row.person)],
        )
        for row in awards
    ]
    papers = Document.objects.order_by("pk").values_list("number", "issued_on", "issuer__name", "is_stub")
    return told, sorted(map(str, papers)), list(Household.objects.values_list("folded", flat=True))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, size=st.sampled_from([2, 500]))
def test_a_list_is_written_and_refused_as_its_lines_are(db, monkeypatch, rows, size):
    monkeypatch.setattr(many, "AT_ONCE", size)
    with transaction.atomic():
        body, other, recipients = world()
        lines = []
        for place, row in enumerate(rows, 1):
            facts = facts_of(row, body, other)
            if recipients[row["who"]] is None:
                facts |= {"count": row["count"], "of_whom": "ca_nhan"}
            lines.append(Line(place, recipients[row["who"]], facts))
        undated = [facts["decision"] for facts in (line.facts for line in lines) if "decision" in facts]
        if len(set(undated)) < len(undated) and any(paper.issued_on is None for paper in undated):
            transaction.set_rollback(True)
            return  # one by one the same undated writing is a paper anew each time; in one list it is one paper
        with transaction.atomic():
            reasons, expected = one_by_one(lines, body)
            transaction.set_rollback(True)
        before = plain()
        made, told = Made(), []
        try:
            made = services.enter_many(lines, body=body, by=SYSTEM, at=NOW)
        except Refused as refused:
            told = refused.reasons
        assert told == reasons[: many.REASONS]
        assert plain() == (before if reasons else expected)
        if made:
            services.take_back(made, by=SYSTEM, at=NOW)
        assert plain() == before
        transaction.set_rollback(True)


def test_queries_do_not_follow_the_lines(so_van_hoa, phong_di_san):
    def asked(count):
        people = [factories.person(f"Lê Văn {count} {n}", phong_di_san) for n in range(count)]
        lines = [
            Line(
                n,
                person,
                {"decision": Identity("quyet_dinh", f"{n}/QĐ-{count}", date(2024, 1, 5), so_van_hoa)},
            )
            for n, person in enumerate(people, 1)
        ]
        lines += [Line(100 + n, NewHousehold(f"Hộ {count} {n}"), {"kind": "GK"}) for n in range(count)]
        lines += [Line(200 + n, None, {"count": n + 1, "of_whom": "ca_nhan"}) for n in range(count)]
        lines += [Line(300, phong_di_san, {"kind": "GK", "occasion": str(count)})]
        with CaptureQueriesContext(connection) as queries:
            shared = {"kind": "LDTT", "period": parse("2023"), "printed": f"danh sách {count}"}
            services.enter_many(lines, body=so_van_hoa, by=SYSTEM, at=NOW, **shared)
        return len([each for each in queries if not each["sql"].startswith("INSERT")])

    phong_di_san.refresh_from_db()
    few = asked(2)
    Award.objects.filter(unit__isnull=False).delete()
    assert asked(20) == few
    assert Unit.objects.count() == 3


@pytest.mark.parametrize("size", [1, 3, 500])
def test_chunks_know_of_one_another(so_van_hoa, phong_di_san, monkeypatch, size):
    monkeypatch.setattr(many, "AT_ONCE", size)
    people = [factories.person(f"Lê Văn {n}", phong_di_san) for n in range(4)]
    lines = [Line(n, person) for n, person in enumerate([*people, people[0]], 1)]

    with pytest.raises(Refused) as refused:
        services.enter_many(
            lines, body=so_van_hoa, by=SYSTEM, at=NOW, kind="LDTT", period=parse("2023"), printed="sổ"
        )

    assert [reason[:7] for reason in refused.value.reasons] == ["Dòng 5:"]
    assert not Award.objects.exists()
