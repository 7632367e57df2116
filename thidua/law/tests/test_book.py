"""The loader names file and entry; drafts, dates and overlays."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from thidua.law.book import DATA, Book, BookError, load
from thidua.law.citations import Citation

SOURCE = {
    "id": "LUAT-1",
    "number": "1/2020/QH14",
    "name": "Luật A",
    "cite": "1/2020/QH14",
    "effective_from": "2020-01-01",
    "effective_to": None,
    "status": "confirmed",
}
RULE = {
    "id": "rule.a",
    "name": "Một nguyên tắc",
    "rule": {"type": "note"},
    "cite": "Luật 1/2020/QH14, Điều 3 khoản 2",
    "effective_from": "2020-01-01",
    "effective_to": "2024-12-31",
    "status": "confirmed",
}


def written(folder: Path, **files: Any) -> Path:
    (folder / "kinds").mkdir(exist_ok=True)
    for name, rows in files.items():
        text = rows if isinstance(rows, str) else yaml.safe_dump(rows, allow_unicode=True)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_an_entry_holds_to_its_last_day_and_cites_its_article(tmp_path: Path) -> None:
    book = load(written(tmp_path, sources=[SOURCE], principles=[RULE]))
    entry = book.by_id["rule.a"]
    assert entry.holds(date(2024, 12, 31))
    assert not entry.holds(date(2025, 1, 1))
    assert entry.cites == (Citation("1/2020/QH14", "3", "2"),)
    assert not entry.is_draft
    assert book.in_force("principles", date(2019, 12, 31)) == []
    assert book.text_in_force(entry.cites[0]) == (date(2020, 1, 1), None)
    with pytest.raises(KeyError):
        book.text_in_force(Citation("9/2020/QH14"))
    assert book.in_force("voting", date(2024, 1, 1)) == []


@pytest.mark.parametrize(
    ("change", "is_draft"),
    [
        ({}, False),
        ({"status": "memory"}, True),
        ({"partial": True}, True),
        ({"partial": True, "promoted": "đã đọc điểm này"}, False),
        ({"cite": "Tập quán"}, True),
        ({"cite": "Luật 9/2020/QH14, Điều 3"}, True),
    ],
)
def test_what_nobody_has_checked_is_a_draft(tmp_path: Path, change: dict[str, Any], is_draft: bool) -> None:
    book = load(written(tmp_path, sources=[SOURCE], principles=[RULE | change]))
    assert book.by_id["rule.a"].is_draft is is_draft


def test_after_its_day_of_review_an_entry_counts_as_a_draft(tmp_path: Path) -> None:
    book = load(written(tmp_path, sources=[SOURCE], principles=[RULE | {"verify_after": "2023-10-01"}]))
    entry = book.by_id["rule.a"]
    assert not entry.draft_on(date(2023, 9, 30))
    assert entry.draft_on(date(2023, 10, 1))


@pytest.mark.parametrize(
    ("rows", "key", "what"),
    [
        ([{"name": "không mã"}], "?", "mỗi mục cần có id"),
        (["chữ"], "?", "mỗi mục cần có id"),
        ([RULE | {"cite": ""}], "rule.a", "thiếu cite"),
        ([RULE | {"status": ""}], "rule.a", "thiếu status"),
        ([RULE | {"status": "chắc"}], "rule.a", "không phải confirmed"),
        ([RULE | {"effective_from": None}], "rule.a", "thiếu effective_from"),
        ([RULE | {"effective_from": "01/01/2020"}], "rule.a", "không phải ngày"),
        ([RULE | {"effective_to": "2019-01-01"}], "rule.a", "đứng trước"),
        ([RULE, RULE], "rule.a", "hai mục cùng mã"),
    ],
)
def test_a_faulty_entry_is_named(tmp_path: Path, rows: list[Any], key: str, what: str) -> None:
    with pytest.raises(BookError) as fault:
        load(written(tmp_path, sources=[SOURCE], principles=rows))
    assert fault.value.key == key
    assert what in fault.value.what
    assert "principles" in fault.value.file


@pytest.mark.parametrize(("text", "what"), [("a: 1\n", "danh sách"), ("- [", "không đọc được YAML")])
def test_a_faulty_file_is_named(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(BookError) as fault:
        load(written(tmp_path, principles=text))
    assert fault.value.file == "principles.yaml"
    assert what in str(fault.value)


@pytest.mark.parametrize("source", [{"id": "X"}, "chữ"])
def test_a_source_needs_its_number(tmp_path: Path, source: Any) -> None:
    with pytest.raises(BookError, match="thiếu number"):
        load(written(tmp_path, sources=[source]))


def test_an_overlay_corrects_an_entry_and_adds_one_with_its_text() -> None:
    book = load()
    draft = book.by_id["title.dvqt@2024"]
    laid = book.with_overlays(
        [
            {"id": "title.dvqt@2024", "status": "confirmed", "note": "đã đọc"},
            {"id": "QC-1", "shelf": "sources", **{k: v for k, v in SOURCE.items() if k != "id"}},
            {**RULE, "id": "quy-che.tuc-so", "shelf": "voting"},
        ]
    )
    assert draft.is_draft
    assert not laid.by_id["title.dvqt@2024"].is_draft
    assert laid.by_id["quy-che.tuc-so"].cites[0].doc == "1/2020/QH14"
    assert laid.fingerprint != book.fingerprint
    assert book.by_id["title.dvqt@2024"].is_draft, "the book itself is as it was"


@pytest.mark.parametrize("overlay", [{"id": "moi"}, {"id": "moi", "shelf": "không có", **RULE, "name": "x"}])
def test_a_faulty_overlay_is_refused(overlay: dict[str, Any]) -> None:
    with pytest.raises(BookError):
        load().with_overlays([overlay], name="quy chế")


def test_the_shipped_book_is_whole() -> None:
    book = load()
    assert len(book.entries) > 450
    assert book.fingerprint == Book(book.entries).fingerprint
    assert {"CSTDCS", "TTLDXS", "BKTTG", "HCLD3", "GDVH", "HUCHN"} <= set(book.codes)
    assert book.codes["TTLDXS"] == "Tập thể lao động xuất sắc"
    assert [row.id for row in book.bills("CSTDCS", "ca_nhan", date(2026, 12, 1))] == [
        "title.cstdcs@2026draft"
    ]
    assert book.bills("CSTDCS", "ca_nhan", date(2026, 9, 30)) == []


def test_no_verified_entry_of_the_shipped_book_cites_a_document_that_did_not_hold() -> None:
    book = load()
    for entry in book.entries:
        if entry.is_draft or entry.shelf == "sources":
            continue
        sources = [book.source(cite.doc) for cite in entry.cites]
        assert any(source is not None and source.holds(entry.since) for source in sources), entry.id


def test_every_condition_of_the_shipped_book_names_a_rule_and_known_codes() -> None:
    from thidua.law.rules import RULES  # noqa: PLC0415

    book = load()

    def looked_at(conditions: list[dict[str, Any]]) -> None:
        for condition in conditions:
            inner = condition.get("any") or condition.get("all")
            if inner:
                looked_at(inner)
                continue
            assert condition["rule"] in RULES, condition
            named = [condition.get(name) for name in ("code", "after", "or_title")] + list(
                condition.get("for", ())
            )
            assert all(code in book.codes for code in named if code), condition

    for entry in book.shelf("kinds"):
        looked_at(entry.data.get("conditions", []))


def test_what_the_form_of_a_paper_cites_stands_in_the_book() -> None:
    file = DATA.parents[1] / "kit" / "papers" / "data" / "form.yaml"
    parts = yaml.safe_load(file.read_text(encoding="utf-8")).values()
    cited = {part["cites"] for part in parts if "cites" in part}
    assert cited
    assert cited <= set(load().by_id)
