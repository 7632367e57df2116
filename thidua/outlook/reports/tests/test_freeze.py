import pytest

from thidua.kit.refused import Refused
from thidua.outlook.reports import selectors, services
from thidua.records.register import services as register
from thidua.records.register.models import Entry
from thidua.records.register.tests.factories import entered, identity
from thidua.vn import periods

pytestmark = pytest.mark.django_db
BLOCK = "publicity-plans"


@pytest.fixture
def frozen_with(report, records, minh, acts, as_actor, now):
    return services.freeze(report, selectors.live(report, actor=as_actor(minh), at=now), **acts(minh))


def test_frozen_figures_stand_still_and_the_change_is_told(
    frozen_with, records, minh, acts, composed, so_van_hoa
):
    before = composed(frozen_with, minh)
    assert before.changes == ()
    plan = records.ours[0]
    register.correct(plan, title="Truyền thông về thi đua, khen thưởng", **acts(minh))

    after = composed(frozen_with, minh)

    assert after.built.sections == before.built.sections
    assert BLOCK in {change.block for change in after.changes}


def test_a_new_record_does_not_come_into_frozen_figures(frozen_with, minh, acts, composed, so_van_hoa):
    built = composed(frozen_with, minh).built
    entered(
        identity(
            "20/KH-SVH",
            built.since,
            so_van_hoa,
            "Tuyên truyền chuyên đề",
            type="ke_hoach",
            topic="tuyen_truyen",
        ),
        so_van_hoa,
        Entry.Direction.OUT,
    )
    after = composed(frozen_with, minh)

    change = next(change for change in after.changes if change.block == BLOCK)
    assert after.built.sections == built.sections
    assert any("02, nay là 03" in figure.sentence() for figure in change.figures)


def test_who_froze_and_how_much_was_missing_is_kept(frozen_with):
    assert frozen_with.frozen_by == "Lê Quang Minh"
    assert frozen_with.gaps > 3


def test_letting_go_wants_a_reason(frozen_with, minh, acts):
    with pytest.raises(Refused, match="Nhập lý do bỏ chốt"):
        services.thaw(frozen_with, reason=" ", **acts(minh))

    live = services.thaw(frozen_with, reason="Bổ sung văn bản", **acts(minh))

    assert (live.frozen, live.frozen_at, live.gaps) == (None, None, None)


def test_what_is_live_cannot_be_let_go(report, minh, acts):
    with pytest.raises(Refused, match="chưa chốt số liệu"):
        services.thaw(report, reason="Thử", **acts(minh))


def test_figures_of_another_report_are_refused(report, frozen_with, minh, acts, as_actor, now, so_van_hoa):
    other = services.start("so-6-thang", periods.parse("2023H2"), body=so_van_hoa, **acts(minh))

    with pytest.raises(Refused, match="không phải của báo cáo này"):
        services.freeze(other, selectors.live(report, actor=as_actor(minh), at=now), **acts(minh))


@pytest.mark.parametrize("who", ["son", "thao", "tung"])
def test_only_who_writes_freezes(who, report, minh, acts, as_actor, now, request):
    built = selectors.live(report, actor=as_actor(minh), at=now)
    with pytest.raises(Refused):
        services.freeze(report, built, **acts(request.getfixturevalue(who)))
