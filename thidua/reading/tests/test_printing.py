"""The JSON contract and the page that a person reads."""

import hashlib
import json
import unicodedata
from datetime import date

from thidua.reading import Facts, read
from thidua.reading.facts import Attendance, Award, Meta, Movement, Task, Warning
from thidua.reading.printing import document, summary

SPANS = ((0, 1),)
FACTS = Facts(
    text="x",
    meta=Meta(
        type="Kế hoạch",
        date=date(2024, 3, 6),
        signer="Lê Thị Mai",
        signer_title="Giám đốc",
        recipients=("Các phòng",),
    ),
    movements=(
        Movement(
            "Chung sức",
            "2021-2025",
            "tinh",
            "Ủy ban nhân dân tỉnh",
            "mentioned",
            None,
            None,
            "168/KH-UBND",
            SPANS,
        ),
    ),
    tasks=(
        Task(
            "Phòng Nghiệp vụ",
            "nộp báo cáo",
            None,
            date(2024, 2, 10),
            "trước ngày 10/02/2024",
            ("876/QĐ-UBND",),
            True,
            "high",
            SPANS,
        ),
    ),
    awards=(Award(29, "Lao động tiên tiến", "LDTT", "ca_nhan", "Giám đốc Sở", "năm 2023", "granted", SPANS),),
    attendance=(Attendance("Hội nghị", 29, 30, SPANS),),
    warnings=(Warning("number_incomplete", "thiếu ký hiệu", SPANS),),
)
META = [
    "type",
    "number",
    "date",
    "place",
    "issuer",
    "title",
    "signer",
    "signer_title",
    "recipients",
    "drafter_mark",
]
KINDS = ["citations", "movements", "tasks", "awards", "attendance", "warnings"]


def test_every_key_of_the_contract_is_there_even_for_an_empty_text() -> None:
    found = document(read(""), "trống.txt")
    assert list(found) == ["file", "text_sha256", "meta", *KINDS]
    assert list(found["meta"]) == META
    assert found["meta"]["recipients"] == []
    assert all(found["meta"][key] is None for key in META if key != "recipients")
    assert all(found[kind] == [] for kind in KINDS)


def test_values_are_plain_json_with_iso_days_and_lists() -> None:
    found = json.loads(json.dumps(document(FACTS, "a.txt"), ensure_ascii=False))
    assert found["meta"]["date"] == "2024-03-06"
    assert found["tasks"][0]["deadline"] == "2024-02-10"
    assert found["tasks"][0]["basis"] == ["876/QĐ-UBND"]
    assert found["awards"][0]["spans"] == [[0, 1]]


def test_the_digest_is_that_of_the_composed_text() -> None:
    text = "Quyết định số 15/QĐ-SNV"
    found = document(read(unicodedata.normalize("NFD", text)), "a.txt")
    assert found["text_sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_the_summary_names_every_kind_that_was_found() -> None:
    page = summary(FACTS, "a.txt")
    assert "Số, ký hiệu: (không ghi)" in page
    assert "Ngày ban hành: 06/03/2024" in page
    assert "Người ký: Giám đốc – Lê Thị Mai" in page
    assert "29 Lao động tiên tiến (cá nhân; Giám đốc Sở; năm 2023; đã khen)" in page
    assert "Phòng Nghiệp vụ: nộp báo cáo (hạn: trước ngày 10/02/2024)" in page
    assert "Chung sức (được nhắc đến; 2021-2025; cấp tỉnh; Ủy ban nhân dân tỉnh; theo 168/KH-UBND)" in page
    assert "Hội nghị: 29/30" in page
    assert "thiếu ký hiệu" in page
    assert "Văn bản được viện dẫn" not in page


def test_a_document_named_twice_is_printed_once() -> None:
    page = summary(
        read(
            "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị; Chỉ thị số 34-CT/TW. Luật Thi đua, khen thưởng năm 2022"
        ),
        "a.txt",
    )
    assert "- Chỉ thị số 34-CT/TW ngày 07/04/2014 của Bộ Chính trị (nhắc 2 lần)" in page
    assert "- Luật Thi đua, khen thưởng năm 2022" in page
