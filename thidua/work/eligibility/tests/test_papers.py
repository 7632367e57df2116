"""The sheet says what the page says: conditions with their clause, what is supposed, what was not looked at."""

from dataclasses import replace
from datetime import date

from thidua.kit.papers import official
from thidua.law import cases
from thidua.law.book import load
from thidua.records.orgs.models import Unit
from thidua.vn.periods import calendar_year
from thidua.work.eligibility import papers
from thidua.work.eligibility.asked import Asked, Supposed
from thidua.work.eligibility.selectors.verdicts import verdict

ASKED = Asked("CSTDBT", calendar_year(2024), date(2024, 12, 20))
IDEA = [{"scope": "tinh", "year": 2024}]
BODY = Unit(name="Sở Văn hóa tỉnh Tân Giang", short_name="Sở Văn hóa")


def told(asked: Asked = ASKED) -> str:
    history = [{"award": "CSTDCS", "year": year} for year in (2023, 2024)]
    case = {"on": asked.on, "award": asked.award, "candidate": {"history": history, "initiatives": IDEA}}
    known = cases.read(case, load()).candidate
    paper = papers.sheet(verdict(known, asked, load()), name="Lê Hoàng Nam", under="Phó phòng", body=BODY)
    return str(official.to_html(paper))


def test_every_condition_has_its_outcome_and_its_clause():
    text = told()
    assert "Lê Hoàng Nam (Phó phòng)" in text
    assert "Chưa đạt" in text
    assert "hiệu lực từ 01/01/2024" in text
    assert "Có thể đạt sớm nhất: năm 2025" in text


def test_what_was_not_looked_at_and_what_people_weigh_is_said():
    assert "Chưa đối chiếu sổ kỷ luật" in told()
    assert "Chưa đối chiếu sổ kỷ luật" not in told(replace(ASKED, with_discipline=True))
    assert "do hội đồng đánh giá" in told()


def test_what_is_supposed_cannot_be_taken_for_true():
    text = told(replace(ASKED, supposed=Supposed("CSTDCS", "HTXSNV", "tinh", 11)))
    assert "Bản giả định, không dùng làm hồ sơ" in text
    for said in ("danh hiệu trong kỳ", "hoàn thành xuất sắc nhiệm vụ", "bộ, ngành, tỉnh", "11 tháng"):
        assert said in text
