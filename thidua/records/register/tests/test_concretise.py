from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.register import selectors, services
from thidua.records.register.models import Citation
from thidua.records.register.tests.factories import NOW, SYSTEM, TODAY, entered, identity, sent, stub

IMPLEMENTS = Citation.Relation.IMPLEMENTS


@pytest.fixture
def plan(tan_giang, so_van_hoa):
    """The province's plan, held by the department since 08/3/2024."""
    return entered(
        identity("71/KH-UBND", date(2024, 3, 7), tan_giang, "Tuyên truyền công tác TĐKT năm 2024"),
        so_van_hoa,
        received_on=date(2024, 3, 8),
    )


def asked(body, on=TODAY):
    return list(selectors.unconcretised(body, on))


def test_a_superiors_plan_that_is_held_wants_one_of_ours_and_counts_from_the_day_it_came(plan, so_van_hoa):
    (found,) = asked(so_van_hoa)

    assert (found, found.asked_on) == (plan, date(2024, 3, 8))


def test_one_that_is_only_cited_wants_it_too(tan_giang, so_van_hoa):
    report = sent(identity("58/BC-SVH", date(2024, 6, 10), so_van_hoa, "Sơ kết"))
    cited = stub(identity("90/KH-UBND", date(2024, 3, 21), tan_giang, "Phát triển kinh tế - xã hội năm 2024"))
    services.cite(report, cited, by=SYSTEM, at=NOW)

    assert asked(so_van_hoa) == [cited]


def test_ours_answers_it_and_a_draft_is_told_apart(plan, so_van_hoa):
    draft = services.draft(
        identity(title="Tuyên truyền TĐKT năm 2024", type="ke_hoach"),
        body=so_van_hoa,
        implements=plan,
        by=SYSTEM,
        at=NOW,
    )
    assert asked(so_van_hoa)[0].answer_draft == draft.pk

    own = sent(identity("26/KH-SVH", date(2024, 3, 9), so_van_hoa, "Tuyên truyền TĐKT năm 2024"))
    services.link(own, plan, relation=IMPLEMENTS, by=SYSTEM, at=NOW)
    assert asked(so_van_hoa) == []
    assert selectors.asked_of(so_van_hoa, TODAY).get().answer == own.pk


def test_our_plan_answers_the_directive_too_that_the_superiors_plan_implements(plan, tan_giang, so_van_hoa):
    directive = entered(
        identity("08/CT-UBND", date(2024, 2, 26), tan_giang, "Phát động năm 2024"), so_van_hoa
    )
    services.link(plan, directive, relation=IMPLEMENTS, by=SYSTEM, at=NOW)
    assert asked(so_van_hoa) == [plan, directive]

    own = sent(identity("26/KH-SVH", date(2024, 3, 9), so_van_hoa, "Tuyên truyền TĐKT năm 2024"))
    services.link(own, plan, relation=IMPLEMENTS, by=SYSTEM, at=NOW)

    assert asked(so_van_hoa) == []


def test_a_written_reason_takes_it_off_and_can_be_withdrawn(plan, so_van_hoa, minh, as_actor):
    by = as_actor(minh)
    exemption = services.exempt(plan, body=so_van_hoa, reason="Không thuộc phạm vi của Sở", by=by, at=NOW)
    assert asked(so_van_hoa) == []

    services.withdraw_exemption(exemption, by=by, at=NOW)
    assert asked(so_van_hoa) == [plan]


def test_a_reason_must_be_written(plan, so_van_hoa, minh, as_actor):
    with pytest.raises(Refused, match="Ghi lý do"):
        services.exempt(plan, body=so_van_hoa, reason="  ", by=as_actor(minh), at=NOW)


@pytest.mark.parametrize(
    ("title", "day", "asks"),
    [
        ("Phát động thi đua năm 2023", date(2023, 1, 5), False),
        ("Phát động thi đua giai đoạn 2021 - 2025", date(2021, 8, 5), True),
        ("Thực hiện một chỉ thị", date(2014, 10, 20), False),
        ("Thực hiện một chỉ thị", date(2023, 10, 20), True),
    ],
)
def test_it_asks_as_long_as_its_years_run(tan_giang, so_van_hoa, title, day, asks):
    entered(identity("96/KH-UBND", day, tan_giang, title), so_van_hoa)

    assert bool(asked(so_van_hoa)) is asks


def test_letters_of_equals_and_own_plans_ask_nothing(so_noi_vu, so_van_hoa):
    entered(identity("11/KH-SNV", date(2024, 3, 7), so_noi_vu, "Kiểm tra năm 2024"), so_van_hoa)
    sent(identity("26/KH-SVH", date(2024, 3, 9), so_van_hoa, "Tuyên truyền năm 2024"))

    assert asked(so_van_hoa) == []


def test_from_above_one_sees_who_has_not_answered(tan_giang, so_van_hoa, so_noi_vu, xa_binh_hoa):
    plan = sent(identity("71/KH-UBND", date(2024, 3, 7), tan_giang, "Tuyên truyền công tác TĐKT năm 2024"))
    own = sent(identity("26/KH-SVH", date(2024, 3, 9), so_van_hoa, "Tuyên truyền TĐKT năm 2024"))
    services.link(own, plan, relation=IMPLEMENTS, by=SYSTEM, at=NOW)
    services.exempt(plan, body=xa_binh_hoa, reason="Lồng ghép", by=SYSTEM, at=NOW)

    (found,) = selectors.unanswered_below(tan_giang, TODAY)

    assert found.missing == [so_noi_vu]
    assert found.answers == {so_van_hoa.pk: own}
    assert found.days == 97
    assert selectors.unanswered(plan, TODAY) == [(so_noi_vu, 97)]


def test_the_number_of_queries_does_not_grow_with_plans_and_bodies(
    tan_giang, so_van_hoa, so_noi_vu, django_assert_max_num_queries
):
    for serial in range(3):
        sent(identity(f"{serial + 1}/KH-UBND", date(2024, 3, 7), tan_giang, f"Kế hoạch {serial} năm 2024"))
    with django_assert_max_num_queries(4) as few:
        selectors.unanswered_below(tan_giang, TODAY)
    for serial in range(3, 60):
        sent(identity(f"{serial + 1}/KH-UBND", date(2024, 3, 7), tan_giang, f"Kế hoạch {serial} năm 2024"))
    with django_assert_max_num_queries(len(few)):
        assert len(selectors.unanswered_below(tan_giang, TODAY)) == 60


def test_the_tree_runs_from_the_top_to_who_is_missing(
    tan_giang, so_van_hoa, so_noi_vu, xa_binh_hoa, binh, as_actor
):
    directive = sent(identity("08/CT-UBND", date(2024, 2, 26), tan_giang, "Phát động thi đua năm 2024"))
    plan = sent(identity("52/KH-UBND", date(2024, 3, 4), tan_giang, "Thi đua phát triển kinh tế năm 2024"))
    ours = sent(identity("30/KH-SVH", date(2024, 3, 20), so_van_hoa, "Thi đua năm 2024"))
    services.link(plan, directive, relation=IMPLEMENTS, by=SYSTEM, at=NOW)
    services.link(ours, plan, relation=IMPLEMENTS, by=SYSTEM, at=NOW)

    from_above = SYSTEM.__class__(**{**SYSTEM.__dict__, "body": tan_giang})
    told = [
        (line.depth, line.place, line.document or line.unit)
        for line in selectors.implementation_tree(plan, from_above)
    ]

    assert told == [
        (0, "above", directive),
        (1, "here", plan),
        (2, "below", ours),
        (2, "missing", so_noi_vu),
        (2, "missing", xa_binh_hoa),
    ]


def test_a_circle_in_the_graph_does_not_hang_the_tree(so_van_hoa, minh, as_actor):
    first = sent(identity("1/KH-SVH", date(2024, 2, 26), so_van_hoa, "Một"))
    second = sent(identity("2/KH-SVH", date(2024, 2, 26), so_van_hoa, "Hai"))
    third = sent(identity("3/KH-SVH", date(2024, 2, 26), so_van_hoa, "Ba"))
    for source, target in ((first, second), (second, third), (third, first)):
        Citation.objects.create(source=source, target=target, relation=IMPLEMENTS, created_at=NOW)

    assert len(selectors.implementation_tree(first, as_actor(minh))) <= 6


def test_a_reader_and_a_stranger_cannot_exempt(plan, so_van_hoa, son, tung, as_actor):
    for user in (son, tung):
        with pytest.raises(Refused):
            services.exempt(plan, body=so_van_hoa, reason="x", by=as_actor(user), at=NOW)
