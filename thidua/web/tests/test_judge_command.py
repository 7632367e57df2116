"""`thidua judge`: cases out of files, in words and as JSON; what is malformed is named, the others are judged."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from thidua.web.judge_command import main

GOOD = """
id: tot
on: 2024-12-20
award: LDTT
year: 2024
candidate: {kind: ca_nhan, ratings: [{year: 2024, level: HTTNV}]}
"""
BAD = """
id: hong
on: 2024-12-20
award: LDTT
candidate: {kind: ca_nhan, ratings: [{year: 2024, level: GIOI}]}
"""


def written(folder: Path, **texts: str) -> list[str]:
    paths = []
    for name, text in texts.items():
        file = folder / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
        paths.append(str(file))
    return paths


def judged(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    code = main([*arguments, "--json"])
    printed = capsys.readouterr()
    return code, json.loads(printed.out), printed.err


def test_several_files_give_one_array(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = written(tmp_path, a=GOOD, b=GOOD.replace("HTTNV", "HTNV").replace("tot", "kem"))
    code, answers, told = judged(capsys, *files)
    assert (code, told) == (0, "")
    assert [(each["id"], each["verdict"]) for each in answers] == [
        ("tot", "eligible"),
        ("kem", "not_eligible"),
    ]


def test_a_file_may_hold_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = "{on: 2024-12-20, award: LDTT, candidate: {ratings: [{year: 2024, level: HTTNV}]}}"
    _, answers, _ = judged(capsys, *written(tmp_path, nhieu=f"- {row}\n- {row}\n"))
    assert [each["id"] for each in answers] == ["nhieu-1", "nhieu-2"]


def test_a_file_may_hold_several_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"{GOOD}---{GOOD.replace('tot', 'hai')}---\n- {{on: 2024-12-20, award: CSTDTQ, kind: authority}}\n"
    code, answers, _ = judged(capsys, *written(tmp_path, c=text))
    assert code == 0
    assert [each["id"] for each in answers] == ["tot", "hai", "c-3"]


def test_json_is_read_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mot.json"
    case = {
        "on": "2024-12-20",
        "award": "CSTĐCS",
        "candidate": {"ratings": [{"year": 2024, "level": "HTXSNV"}]},
    }
    file.write_text(json.dumps(case), encoding="utf-8-sig")
    code, answers, _ = judged(capsys, str(file))
    assert (code, answers[0]["id"], answers[0]["verdict"]) == (0, "mot", "eligible")


def test_standard_input_is_a_file_named_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(GOOD))
    code, answers, _ = judged(capsys, "-")
    assert (code, answers[0]["verdict"]) == (0, "eligible")


def test_a_malformed_case_is_named_and_the_others_are_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = written(tmp_path, truoc=GOOD, giua=f"{BAD}---{GOOD}", sau=GOOD)
    code, answers, told = judged(capsys, *files)
    assert code == 2
    assert len(answers) == 3
    known = "KHTNV, HTNV, HTTNV, HTXSNV"
    assert told.splitlines() == [
        f"{files[1]}: hong: candidate/ratings/0/level: “GIOI” không phải mức xếp loại ({known})"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "không phải YAML đọc được"),
        ("- [1, 2", "không phải YAML đọc được"),
        ("a: !!python/object:os.system x", "không phải YAML đọc được"),
        ("a: !!int chữ", "không phải YAML đọc được"),
        ("[" * 5000, "không phải YAML đọc được"),
        ("", "không có trường hợp nào"),
        ("chữ trơn", "mỗi trường hợp cần ở dạng"),
        ("on: 2024-13-45\naward: LDTT", "on: “2024-13-45” không phải ngày"),
        ("on: 2024-12-20", "award: cần mã"),
        ("on: 2024-12-20\naward: LDTT\ncandidate: [1]", "candidate: cần dạng"),
        ("&a [*a]", "mỗi trường hợp cần ở dạng"),
    ],
)
def test_what_cannot_be_read_is_named(
    text: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = written(tmp_path, hong=text, tot=GOOD)
    code, answers, said = judged(capsys, *files)
    assert code == 2
    assert [each["id"] for each in answers] == ["tot"]
    assert said.startswith(f"{files[0]}: ")
    assert told in said


def test_a_missing_file_and_one_that_is_no_text_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    binary = tmp_path / "anh.yaml"
    binary.write_bytes(b"\xff\xfe\x00\x01")
    code, answers, said = judged(capsys, "/khong/co.yaml", str(binary), str(tmp_path))
    assert (code, answers) == (2, [])
    assert "/khong/co.yaml: ?: không mở được tệp" in said
    assert f"{binary}: ?: không phải YAML" in said
    assert f"{tmp_path}: ?: không mở được tệp" in said


def test_on_and_no_are_words_not_truths(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = GOOD.replace("ratings", "discipline: no, ratings")
    code, _, said = judged(capsys, *written(tmp_path, a=text))
    assert code == 2
    assert "candidate/discipline: cần một danh sách" in said


def test_the_answer_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = """
- id: a
  on: 2024-12-20
  award: CSTDBT
  candidate: {history: [{award: CSTDCS, year: 2024}], initiatives: [{scope: tinh, year: 2024}]}
- {id: b, on: 2026-12-20, award: LDTT, candidate: {ratings: [{year: 2026, level: HTTNV}]}}
- {id: c, on: 2024-12-20, award: CSTDCS, kind: reward_money}
- {id: d, on: 2010-12-20, award: CSTDCS, kind: reward_money}
- {id: e, on: 2025-12-20, award: BKBT, kind: authority}
- {id: f, on: 2025-12-20, award: CSTDCS, kind: papers}
- id: g
  on: 2024-12-20
  award: LDTT
  candidate: {ratings: [{year: 2024, level: HTTNV}], discipline: [{form: khien_trach, year: 2024}]}
- {id: h, on: 2024-12-20, award: TK, candidate: {kind: ca_nhan}}
"""
    assert main(written(tmp_path, a=cases)) == 0
    told = capsys.readouterr().out
    assert "a: KHÔNG ĐỦ ĐIỀU KIỆN\n  [không đạt] Chiến sĩ thi đua cơ sở năm 2024: mới 01 lần" in told
    assert "— Điều 22 06/2022/QH15" in told
    assert "Sớm nhất: năm 2026" in told
    assert "b: CẦN XEM LẠI" in told
    assert "Lưu ý: Văn bản có thể đã được sửa từ 01/10/2026" in told
    assert "c: 2.340.000 đồng = 1,0 × 2.340.000" in told
    assert "d: chưa tính được" in told
    assert "e: thẩm quyền\n  - Bộ trưởng" in told
    assert "f: hồ sơ\n  - Tờ trình" in told
    assert "(dự thảo)" in told
    assert "h: CẦN XEM LẠI\n  [chưa rõ] Sách luật chưa có tiêu chuẩn" in told


def test_documents_before_a_broken_one_are_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, answers, told = judged(capsys, *written(tmp_path, a=f"{GOOD}\n---\n[[[", b=GOOD))
    assert code == 2
    assert [each["verdict"] for each in answers] == ["eligible", "eligible"]
    assert "a.yaml: ?: không phải YAML đọc được" in told
