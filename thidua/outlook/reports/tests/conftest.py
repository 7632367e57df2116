"""What the tests of reports share: the department's half-year report, begun by Minh at the request of Sở Nội vụ."""

from datetime import date
from types import SimpleNamespace

import pytest

from thidua.outlook.reports import selectors, services
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register.tests.factories import entered, identity, sent
from thidua.vn import periods

PERIOD = "6 tháng đầu năm 2024"


@pytest.fixture
def acts(as_actor, now):
    """`acts(minh)` gives the keywords that every verb takes."""
    return lambda user: {"by": as_actor(user), "at": now}


@pytest.fixture
def letter(so_van_hoa, so_noi_vu):
    return entered(
        identity(
            "271/SNV-TĐKT",
            date(2024, 5, 28),
            so_noi_vu,
            "V/v báo cáo sơ kết công tác thi đua, khen thưởng",
            type="cong_van",
            topic="bao_cao",
        ),
        so_van_hoa,
    )


@pytest.fixture
def records(so_van_hoa, tan_giang):
    """Two plans of the department, one of the province."""
    theirs = entered(
        identity(
            "64/KH-UBND",
            date(2024, 3, 1),
            tan_giang,
            "Tuyên truyền công tác thi đua, khen thưởng",
            type="ke_hoach",
            topic="tuyen_truyen",
        ),
        so_van_hoa,
    )
    ours = [
        sent(
            identity(
                number,
                day,
                so_van_hoa,
                title,
                type="ke_hoach",
                topic="tuyen_truyen",
            )
        )
        for number, day, title in (
            ("12/KH-SVH", date(2024, 2, 5), "Tuyên truyền công tác thi đua, khen thưởng"),
            ("13/KH-SVH", date(2024, 2, 6), "Tuyên truyền gương người tốt, việc tốt"),
        )
    ]
    return SimpleNamespace(theirs=theirs, ours=ours)


@pytest.fixture
def report(so_van_hoa, so_noi_vu, minh, letter, acts):
    return services.start(
        "so-6-thang",
        periods.parse(PERIOD),
        body=so_van_hoa,
        request=letter,
        send_to=so_noi_vu,
        due_on=date(2024, 6, 15),
        **acts(minh),
    )


@pytest.fixture
def composed(as_actor, now):
    """The report as one of the cast sees it now."""

    def compose(report, user):
        fresh = selectors.visible_to(as_actor(user)).get(pk=report.pk)
        return selectors.composed(fresh, actor=as_actor(user), at=now)

    return compose


@pytest.fixture
def block_of(composed):
    """One block of it."""

    def find(report, key, user):
        return next(block for _, block in composed(report, user).built.blocks() if block.key == key)

    return find


@pytest.fixture
def frozen(report, minh, acts, as_actor, now):
    """The same with its figures held still."""
    built = selectors.live(report, actor=as_actor(minh), at=now)
    return services.freeze(report, built, **acts(minh))


@pytest.fixture
def approved(frozen, minh, son, acts):
    shown = services.advance(frozen, "submit", note="Gửi đúng hạn, bổ sung sau.", **acts(minh))
    return services.advance(shown, "approve", **acts(son))


@pytest.fixture
def mai(so_van_hoa):
    """Clerk of the department, and nothing else."""
    return orgs.user("mai", "Hồ Thị Mai", so_van_hoa, "van_thu")
