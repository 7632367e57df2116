from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua.kit.audit import chain
from thidua.kit.audit.models import AuditLine
from thidua.records.orgs.actors import public

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(the_system, now):
    def recorded(verb="register.enter", subject="register.Document:1", **more):
        with transaction.atomic():
            return chain.record(verb, subject, by=the_system, at=now, **more)

    return recorded


def test_a_line_says_who_did_what_to_what_when(lan, as_actor, now, xa_binh_hoa):
    line = chain.record(
        "orgs.lock_account",
        lan,
        by=as_actor(lan),
        at=now,
        text="Trần Ngọc Lan",
        changes={"a": [1, 2]},
        note="nghỉ",
    )

    line = AuditLine.objects.get(pk=line.pk)
    assert (line.actor, line.actor_name, line.body) == (
        f"user:{lan.pk}",
        "Trần Ngọc Lan",
        str(xa_binh_hoa.pk),
    )
    assert (line.verb, line.subject, line.subject_text) == (
        "orgs.lock_account",
        f"orgs.User:{lan.pk}",
        "Trần Ngọc Lan",
    )
    assert (line.at, line.changes, line.note, line.outer) == (now, {"a": [1, 2]}, "nghỉ", "")


def test_lines_are_numbered_and_each_holds_the_digest_of_the_one_before(record):
    first, second, third = record(), record(), record()

    assert [line.seq for line in (first, second, third)] == [1, 2, 3]
    assert [first.previous, second.previous, third.previous] == [chain.GENESIS, first.digest, second.digest]
    assert len({first.digest, second.digest, third.digest}) == 3


def test_without_a_text_the_record_names_itself(lan, the_system, now):
    assert chain.record("orgs.lock_account", lan, by=the_system, at=now).subject_text == str(lan)


def test_dates_and_sums_in_changes_survive(record):
    line = record(changes={"issued_on": [None, date(2024, 6, 12)], "sum": Decimal("1500000.00")})

    line.refresh_from_db()
    assert line.changes == {"issued_on": [None, "2024-06-12"], "sum": "1500000.00"}
    assert chain.verify().broken is None


def test_the_moment_counts_not_the_zone_it_was_given_in(the_system):
    hanoi = datetime(2024, 6, 12, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    line = chain.record("a.b", "x", by=the_system, at=hanoi)

    assert line.at == datetime(2024, 6, 12, 2, 30, tzinfo=UTC)
    assert chain.verify().broken is None


def test_a_verb_inside_another_names_the_outer_one(record):
    with chain.within("intake.confirm"):
        inside = record()
        with chain.within("decisions.issue"):
            deeper = record()
        again = record()

    assert [line.outer for line in (inside, deeper, again, record())] == [
        "intake.confirm",
        "decisions.issue",
        "intake.confirm",
        "",
    ]


def test_the_outer_verb_is_forgotten_also_when_it_fails(record):
    with pytest.raises(RuntimeError), chain.within("intake.confirm"):
        raise RuntimeError

    assert record().outer == ""


def test_the_public_leaves_lines_too(today, now):
    assert chain.record("portal.ask", "x", by=public(today), at=now).actor == "public"


@pytest.mark.django_db(transaction=True)
def test_without_a_transaction_nothing_is_recorded(the_system, now):
    with pytest.raises(AssertionError, match="belongs to the transaction of its act"):
        chain.record("a.b", "x", by=the_system, at=now)

    assert not AuditLine.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_rolled_back_leaves_no_line_and_no_gap(record):
    record()
    with transaction.atomic():
        record()
        transaction.set_rollback(True)
    last = record()

    assert last.seq == 2
    assert chain.verify().count == 2


def test_a_line_is_neither_saved_again_nor_deleted(record):
    line = record()

    with pytest.raises(TypeError, match=r"written by audit\.record only"):
        line.save()
    with pytest.raises(TypeError, match="append-only"):
        line.delete()


_TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
_PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | _TEXT
    | st.dates()
    | st.decimals(-9, 9, places=2)
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    changes=st.dictionaries(_TEXT, st.lists(_PLAIN, max_size=3) | _PLAIN, max_size=5), note=_TEXT, text=_TEXT
)
def test_whatever_is_recorded_verifies_when_read_back(record, changes, note, text):
    line = record(changes=changes, note=note, text=text)

    assert chain.digest(AuditLine.objects.get(pk=line.pk)) == line.digest


def test_recording_costs_two_statements_and_a_lock(record, django_assert_num_queries):
    record()

    extra = 1 if connection.vendor == "postgresql" else 0
    with django_assert_num_queries(2 + 2 + extra):  # two of them open and close the savepoint of this test
        record()
