"""The outlines that come with the house: they load, and make a report of the demo's records."""

from datetime import date

import pytest
import yaml
from django.utils import timezone

from thidua.outlook.reports.build import build
from thidua.outlook.reports.built import from_json, to_json
from thidua.outlook.reports.outlines import OutlineError, _lent, find, load, shipped
from thidua.outlook.reports.outlines.likeness import _WORDINGS, known_headings
from thidua.outlook.reports.papers import file_of
from thidua.records.orgs.actors import actor_for, system
from thidua.records.orgs.services import sync_outside_bodies
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register.models import Citation
from thidua.records.register.tests.factories import entered, identity, sent
from thidua.vn import periods
from thidua.web.demo import load as demo_load

KEYS = ["chuyen-de", "quy", "so-6-thang", "so-nam", "tinh"]
PERIODS = {
    "half": lambda day: periods.half_of(day),
    "year": lambda day: periods.calendar_year(day.year),
    "quarter": lambda day: periods.quarter_of(day),
    "stage": lambda day: periods.stage(day.year - 5, day.year),
}


def test_there_are_five_and_each_says_for_what_period():
    assert [outline.key for outline in shipped()] == KEYS
    for outline in shipped():
        assert outline.periods[0] in PERIODS
        assert outline.closing
        assert outline.recipients


def test_a_block_of_the_same_key_asks_the_same_query_everywhere():
    asked: dict[str, set[str]] = {}
    for outline in shipped():
        for _, _, section in outline.walk():
            for spec in section.blocks:
                asked.setdefault(spec.key, set()).add(spec.query)
    assert {key: queries for key, queries in asked.items() if len(queries) > 1} == {}


def test_the_year_of_a_department_has_the_headings_of_its_half_year():
    keys = [[key for key, _, _ in find(name).walk()] for name in ("so-6-thang", "so-nam")]
    assert keys[0] == keys[1]
    blocks = [
        {spec.key for _, _, section in find(name).walk() for spec in section.blocks}
        for name in ("so-6-thang", "so-nam")
    ]
    assert blocks[0] == blocks[1]
    assert find("so-nam").block("awards").window == "period"
    assert find("so-6-thang").block("awards").window == "last_year"


def test_a_block_that_nobody_has_is_named():
    with pytest.raises(OutlineError, match="khối lam-gi"):
        _lent({"sections": [{"blocks": ["lam-gi"]}]}, {}, "x.yaml")
    with pytest.raises(OutlineError, match="thiếu"):
        load({"key": "x"}, name="x")


def test_other_wordings_belong_to_blocks_that_are_there():
    known = {spec.key for heading in known_headings() for spec in heading.blocks}
    named = {key for keys in yaml.safe_load(_WORDINGS.read_text("utf-8")) for key in keys.split()}
    assert named - known == set()


@pytest.fixture
def demo(db):
    today = timezone.localdate()
    sync_outside_bodies(by=system(today), at=timezone.now())
    return demo_load.load(at=timezone.now(), today=today, password="chỉ để thử 2026")


def test_each_makes_a_report_of_the_demo_and_its_file(demo):
    lan = actor_for(demo.users["lan"], demo.today)
    for outline in shipped():
        period = PERIODS[outline.periods[0]](demo.today)
        built = build(outline, body=demo.units["svh"], period=period, actor=lan, at=timezone.now())
        states = [block.state for _, block in built.blocks()]
        assert "{" not in built.title + built.closing, outline.key
        assert states.count("full") >= (1 if outline.key == "quy" else 3), (outline.key, states)
        assert from_json(to_json(built)) == built
        assert file_of(built, "pdf", at=built.at).startswith(b"%PDF")
        said = file_of(built, "text", at=built.at).decode()
        assert "{" not in said, outline.key


def test_the_province_tells_of_what_its_units_sent(tan_giang, so_van_hoa, today, as_actor):
    user = orgs.user("quang", "Đỗ Quang", tan_giang, "chuyen_vien")
    named = identity(
        "12/BC-SVH",
        date(2024, 5, 20),
        so_van_hoa,
        "Sơ kết công tác thi đua, khen thưởng",
        type="bao_cao",
        topic="bao_cao",
    )
    report = sent(named)
    entered(named, tan_giang)
    built = build(
        find("tinh"), body=tan_giang, period=periods.half(2024, 1), actor=as_actor(user), at=timezone.now()
    )
    block = next(block for _, block in built.blocks() if block.key == "units-reports")
    assert [item.key for item in block.items] == [f"register.Document:{report.pk}"]


def test_a_theme_is_the_paper_chosen_and_what_cites_it_carries_it_out(
    tan_giang, so_van_hoa, minh, as_actor, now
):
    directive = entered(
        identity(
            "08/CT-UBND", date(2021, 2, 24), tan_giang, "Đổi mới thi đua", type="chi_thi", topic="chi_dao"
        ),
        so_van_hoa,
    )
    citing, naming, other = (
        sent(identity(number, date(2022, 3, 1), so_van_hoa, title, type="ke_hoach", topic="chi_dao"))
        for number, title in (
            ("30/KH-SVH", "Đổi mới công tác thi đua"),
            ("31/KH-SVH", "Thực hiện Chỉ thị số 08/CT-UBND"),
            ("32/KH-SVH", "Việc khác"),
        )
    )
    Citation.objects.create(source=citing, target=directive, created_at=now)
    period = periods.stage(2021, 2024)
    about = {"body": so_van_hoa, "period": period, "actor": as_actor(minh), "at": now}
    blocks = {block.key: block for _, block in build(find("chuyen-de"), request=directive, **about).blocks()}
    assert "08/CT-UBND" in "".join(piece.text for piece in blocks["theme"].lead)
    assert [item.key for item in blocks["theme-papers"].items] == [
        f"register.Document:{row.pk}" for row in (citing, naming)
    ]
    letter = entered(
        identity("9/SNV", date(2024, 5, 1), tan_giang, "Báo cáo tổng kết", type="cong_van", topic="bao_cao"),
        so_van_hoa,
    )
    Citation.objects.create(source=letter, target=directive, created_at=now)
    by_letter = {block.key: block for _, block in build(find("chuyen-de"), request=letter, **about).blocks()}
    assert by_letter["theme-papers"].items == blocks["theme-papers"].items
    without = {block.key: block for _, block in build(find("chuyen-de"), **about).blocks()}
    assert without["theme"].state == without["theme-papers"].state == "gap"
    assert other.pk
