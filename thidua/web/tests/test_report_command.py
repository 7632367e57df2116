"""`thidua report`: a file or a pipe; a wrong unit, period or outline is told in words, with code 2."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from thidua.records.register.tests.factories import identity, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(so_van_hoa):
    return sent(identity("30/KH-SVH", date(2024, 3, 22), so_van_hoa, "Tuyên truyền", topic="tuyen_truyen"))


def printed(**options):
    out = io.StringIO()
    call_command("report", unit="SVH", period="2024H1", stdout=out, **options)
    return out.getvalue()


def test_the_text_goes_into_a_pipe(plan):
    text = printed()

    assert "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2024" in text
    assert "Kế hoạch số 30/KH-SVH ngày 22/3/2024 tuyên truyền" in text


def test_json_gives_sections_blocks_items_and_their_records(plan):
    data = json.loads(printed(format="json"))

    keys = {
        record["key"]
        for section in data["sections"]
        for block in section["blocks"]
        for item in block["items"]
        for record in item["records"]
    }
    assert keys == {f"register.Document:{plan.pk}"}


@pytest.mark.parametrize(
    ("kind", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!"), ("text", b"UBND")]
)
def test_each_form_is_a_file(plan, tmp_path, kind, begins):
    target = tmp_path / f"bao-cao.{kind}"

    printed(format=kind, output=target)

    assert target.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"unit": "XYZ"}, "Không có cơ quan ký hiệu “XYZ”"),
        ({"unit": "UBND"}, "Nhiều cơ quan cùng ký hiệu “UBND”"),
        ({"period": "hôm qua"}, "Không hiểu kỳ “hôm qua”"),
        ({"outline": "khong-co"}, "Không có đề cương “khong-co”"),
        ({"output": Path("/khong/co/bao-cao.txt")}, "Không ghi được tệp"),
    ],
)
def test_what_is_wrong_is_told_in_words(plan, so_van_hoa_nam_hai, options, told):
    so_van_hoa_nam_hai.code = "SVH-NH"
    so_van_hoa_nam_hai.save()

    with pytest.raises(CommandError, match=told) as no:
        call_command("report", **{"unit": "SVH", "period": "2024H1", **options})

    assert no.value.returncode == 2
