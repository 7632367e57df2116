"""`thidua read FILE… [--json]` at the command line."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from thidua.kit.files.tests import scans
from thidua.web.read_command import main

PLAN = "SỞ NỘI VỤ\nSố: 15/KH-SNV\nHà Vân, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nCông tác thi đua\n\nCăn cứ Chỉ thị số 34-CT/TW ngày 07/4/2014.\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_json_is_one_array_with_one_object_a_file(
    plan: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([str(plan), str(plan), "--json"]) == 0
    found = json.loads(capfdbinary.readouterr().out.decode())
    assert [one["file"] for one in found] == [str(plan), str(plan)]
    assert found[0]["meta"]["number"] == "15/KH-SNV"
    assert [citation["number"] for citation in found[0]["citations"]] == ["34-CT/TW"]


def test_without_json_a_person_reads_it(plan: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([str(plan)]) == 0
    page = capfdbinary.readouterr().out.decode()
    assert "Cơ quan ban hành: Sở Nội vụ" in page
    assert "Chỉ thị số 34-CT/TW ngày 07/04/2014" in page


def test_a_bad_file_is_one_line_and_the_others_are_read(
    plan: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    empty = tmp_path / "trống.txt"
    empty.touch()
    binary = tmp_path / "ảnh.txt"
    binary.write_bytes(bytes(range(256)) * 8)
    assert (
        main([str(tmp_path / "không có.txt"), str(empty), str(binary), str(tmp_path), str(plan), "--json"])
        == 2
    )
    captured = capfdbinary.readouterr()
    assert len(json.loads(captured.out.decode())) == 1
    lines = captured.err.decode().splitlines()
    assert [line.split(":")[0] for line in lines] == [
        str(tmp_path / "không có.txt"),
        str(empty),
        str(binary),
        str(tmp_path),
    ]


def test_when_nothing_is_read_the_array_is_empty(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([str(tmp_path / "không có.txt"), "--json"]) == 2
    assert json.loads(capfdbinary.readouterr().out.decode()) == []


def test_a_dash_reads_standard_input(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    assert main(["-", "--json"]) == 0
    assert json.loads(capfdbinary.readouterr().out.decode())[0]["meta"]["type"] == "Kế hoạch"


def test_text_in_an_old_font_is_read_and_said_so(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    old = tmp_path / "cũ.txt"
    old.write_bytes(
        "C¨n cø ChØ thÞ sè 34-CT/TW ngµy 07/4/2014 cña Bé ChÝnh trÞ vÒ tiÕp tôc ®æi míi c«ng t¸c thi ®ua".encode(
            "latin-1"
        )
    )
    assert main([str(old), "--json"]) == 0
    (found,) = json.loads(capfdbinary.readouterr().out.decode())
    assert found["citations"][0]["issuer"] == "Bộ Chính trị"
    assert [warning["kind"] for warning in found["warnings"]] == ["old_encoding"]


def test_no_file_is_said_and_not_guessed(capfd: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Nêu ít nhất một tệp" in capfd.readouterr().err


def test_reading_needs_no_django(plan: Path) -> None:
    code = (
        "import sys; from thidua.web.read_command import main; "
        f"code = main([{str(plan)!r}]); sys.exit(99 if 'django' in sys.modules else code)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


@scans.needs_tesseract
@pytest.mark.parametrize("name", ["quét.png", "-"])
def test_a_scan_is_recognised_and_said_so(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    data = scans.as_file(scans.pictures(), "PNG")
    (tmp_path / "quét.png").write_bytes(data)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    assert main([str(tmp_path / name) if name != "-" else name, "--json"]) == 0

    [found] = json.loads(capfdbinary.readouterr().out.decode())
    assert [citation["number"] for citation in found["citations"]] == scans.NUMBERS
    assert found["warnings"][0]["text"].startswith("Chữ nhận dạng từ bản quét, ")


def test_a_scan_without_tesseract_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "quét.pdf"
    path.write_bytes(scans.as_file([scans.blank_page()], "PDF"))

    assert main([str(path)]) == 2
    assert "Cài Tesseract kèm tiếng Việt (vie)" in capfdbinary.readouterr().err.decode()
